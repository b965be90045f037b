"""Two editions side by side: whose figure is another, and which documents come, go, or say something else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Any

from p3dn_reports.desk.editions import Edition
from p3dn_reports.desk.recognising import naskah_of

Record = Mapping[str, Any]

_SAME = ("nilai_pasti", "pembilang", "penyebut", "pita", "sebab")


@dataclass(frozen=True, slots=True)
class Standing:
    """A unit's figure in one edition: its record in hasil.json, None where it is withheld or the unit is not there."""

    angka: Record | None
    ada: bool

    @property
    def tampil(self) -> str:
        """The figure as printed, or why there is none to show."""
        return self.angka["tampil"] if self.angka else "ditahan" if self.ada else "tidak ada"


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A unit whose figure differs between two editions."""

    kode: str
    nama: str
    sebelum: Standing
    sesudah: Standing

    @property
    def pembilang_berubah(self) -> Fraction | None:
        """By how much the numerator grew; None where it is not known on both sides."""
        before, after = (one.angka["pembilang"] if one.angka else None for one in (self.sebelum, self.sesudah))
        return None if before is None or after is None else Fraction(after) - Fraction(before)


class Effect(StrEnum):
    """What became of a document from one edition to another."""

    TETAP = "isinya tetap"
    BERUBAH = "isinya berubah"
    DITAHAN = "tetap ditahan"
    MUNCUL = "muncul"
    TIDAK_LAGI = "tidak lagi diperlukan"


def figure_changes(older: Record, newer: Record, indikator: str) -> list[FigureChange]:
    """The units whose figure of an indicator is another in the newer hasil.json, in its order."""
    before, after = (_standings(hasil, indikator) for hasil in (older, newer))
    absent = Standing(None, ada=False)
    names = {kode: nama for side in (before, after) for kode, (nama, _) in side.items()}
    found = (
        FigureChange(kode, nama, *(side.get(kode, (nama, absent))[1] for side in (before, after)))
        for kode, nama in names.items()
    )
    return [one for one in found if _told(one.sebelum) != _told(one.sesudah)]


def document_changes(older: Edition, newer: Edition) -> dict[Effect, list[Record]]:
    """The documents of two editions by what became of them; of each its record in the newer one, where it is there."""
    before, after = ({naskah_of(one): one for one in edition.dokumen} for edition in (older, newer))
    found: dict[Effect, list[Record]] = {effect: [] for effect in Effect}
    for naskah, record in {**before, **after}.items():
        found[_effect(before.get(naskah), after.get(naskah))].append(record)
    return {effect: records for effect, records in found.items() if records}


def counted(records: Iterable[Record]) -> Iterator[tuple[str, int]]:
    """How many documents of each title."""
    titles = [record["judul"] for record in records]
    yield from ((title, titles.count(title)) for title in dict.fromkeys(titles))


def _effect(before: Record | None, after: Record | None) -> Effect:
    if before is None or after is None:
        return Effect.MUNCUL if before is None else Effect.TIDAK_LAGI
    if before["status"] == after["status"] == "ditahan":
        return Effect.DITAHAN
    return Effect.TETAP if before.get("isi") == after.get("isi") else Effect.BERUBAH


def _standings(hasil: Record, indikator: str) -> dict[str, tuple[str, Standing]]:
    return {
        unit["kode_satker"]: (
            unit["nama"],
            Standing(None if _held(unit, indikator) else unit["indikator"].get(indikator), ada=True),
        )
        for unit in hasil["unit"]
    }


def _held(unit: Record, indikator: str) -> bool:
    return unit["ditahan"] or indikator in unit["indikator_ditahan"]


def _told(one: Standing) -> tuple[object, ...]:
    return (one.tampil, *(one.angka.get(name) for name in _SAME)) if one.angka else (one.tampil,)
