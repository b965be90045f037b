"""From sums to verdicts of a unit: open readings, targets, indicators, bands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from p3dn_reports.rules.law import Citation


@dataclass(frozen=True, slots=True)
class Pilihan:
    """An open reading: `opsi` maps each way to read to a ukuran or indikator; `dipakai` is the default way."""

    id: str
    tafsir: str
    dipakai: str
    opsi: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Target:
    """What a unit promised: a column of a table and the column that says persen or rupiah.

    `lazim` names the parameter with the usual target; a unit's other target is worth a remark, and judges nothing.
    """

    id: str
    judul: str
    tabel: str
    kolom_nilai: str
    kolom_satuan: str
    dasar: tuple[Citation, ...] = ()
    lazim: str | None = None
    tafsir: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rujukan:
    """Names a ukuran or indikator directly (`langsung`) or through a pilihan."""

    langsung: str | None = None
    pilihan: str | None = None


@dataclass(frozen=True, slots=True)
class Indikator:
    """An exact ratio in percent, or (`menurut`) another indicator chosen by a reading, judged by `pita`.

    `dibagi_target` divides the ratio by the unit's own target. `target` is printed beside it and compared.
    """

    id: str
    judul: str
    pembilang: Rujukan | None
    penyebut: Rujukan | None
    menurut: Rujukan | None = None
    dibagi_target: str | None = None
    target: str | None = None
    pita: str | None = None
    dasar: tuple[Citation, ...] = ()
    tafsir: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Band:
    """One band: below `kurang_dari`, or up to and including `paling_banyak` (parameters); the last has neither.

    `tampil` is the words for it; `{parameter}` in them becomes the parameter's value. `ditegaskan_oleh` names an
    indicator that settles a figure in this band, where it can: the figure then stands in that one's band.
    """

    id: str
    tampil: str
    kurang_dari: str | None = None
    paling_banyak: str | None = None
    ditegaskan_oleh: str | None = None


@dataclass(frozen=True, slots=True)
class Pita:
    """Bands from low to high, without gap or overlap."""

    id: str
    judul: str
    batas: tuple[Band, ...]
    tafsir: tuple[str, ...] = ()
