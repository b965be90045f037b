"""How documents look and are signed: paper, typeface, margins, degrees and NIP, by kind of document and day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from decimal import Decimal
from typing import Any

from p3dn_reports.rules.law import Dated, newest

SEMUA = "semua"
"""The form of every document, whatever its kind."""

KERTAS: Mapping[str, tuple[Decimal, Decimal]] = {
    "A4": (Decimal(210), Decimal(297)),
    "F4": (Decimal(215), Decimal(330)),
    "Folio": (Decimal(215), Decimal(330)),
    "Legal": (Decimal("215.9"), Decimal("355.6")),
}
"""Width and height of the papers that have a name, in millimetres; others are written `210 x 330`."""

DEFINITIF = "definitif"
"""What an official is whose row says nothing of acting for another."""


@dataclass(frozen=True, slots=True)
class Bentuk:
    """What is said of the form at one level; what is not said there is said by the level below, or the template.

    `kertas` a name of KERTAS or `LEBAR x TINGGI` in millimetres, upright; `margin` and, for pages that lie,
    `margin_mendatar` by side in millimetres; `huruf` the typeface of the text, `ukuran_huruf` its size in points.
    `gelar`, `nip`: whether degrees, and rank and NIP, stand with the signer's name; `tanpa_gelar` and `tanpa_nip` are
    the roles without, each with the states (`definitif`, `plt`, ...) it is of. `nomor_kosong` and `tanggal_kosong`
    stand where the office has not yet numbered and dated; `tembusan` are copies beside the document's own.
    """

    kertas: str = ""
    margin: Mapping[str, Decimal] = field(default_factory=dict)
    margin_mendatar: Mapping[str, Decimal] = field(default_factory=dict)
    huruf: str = ""
    ukuran_huruf: Decimal | None = None
    sifat: str = ""
    gelar: bool | None = None
    nip: bool | None = None
    tanpa_gelar: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    tanpa_nip: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    nomor_kosong: str = ""
    tanggal_kosong: str = ""
    tembusan: tuple[str, ...] = ()

    @property
    def ukuran_kertas(self) -> tuple[Decimal, Decimal] | None:
        """Width and height of the upright paper in millimetres; None where nothing is said."""
        if not self.kertas:
            return None
        width, _, height = self.kertas.replace(",", ".").partition("x")
        return KERTAS.get(self.kertas) or (Decimal(width.strip()), Decimal(height.strip()))


@dataclass(frozen=True, slots=True)
class BentukNaskah:
    """The form of one kind of document (`semua`: of all) in every region, over time."""

    id: str
    judul: str
    nilai: tuple[Dated[Bentuk], ...]


def in_force(values: Iterable[Dated[Bentuk]], on: date) -> Bentuk:
    """What one level says on a day."""
    dated = newest(one for one in values if one.in_force(on))
    return dated.nilai if dated is not None else Bentuk()


def merged(levels: Iterable[Bentuk]) -> Bentuk:
    """What several levels say together, the later over the earlier, margins side by side."""
    said: dict[str, Any] = {}
    for one in levels:
        for name, value in ((item.name, getattr(one, item.name)) for item in fields(one)):
            if value is None or value in ("", (), {}):
                continue
            said[name] = {**said.get(name, {}), **value} if name in _BY_SIDE else value
    return Bentuk(**said)


_BY_SIDE = ("margin", "margin_mendatar")
