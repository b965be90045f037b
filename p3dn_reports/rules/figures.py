"""From sums to verdicts of a unit: open readings, targets, indicators, bands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from p3dn_reports.rules.law import Citation
from p3dn_reports.rules.marks import (
    KE_INDIKATOR,
    KE_UKURAN,
    KeBacaan,
    KeIndikator,
    KePersen,
    KePilihan,
    KePita,
    KeTabel,
    KeTafsir,
    KeTarget,
    KolomSatuan,
    KolomTarget,
    TeksBerisian,
)


@dataclass(frozen=True, slots=True)
class Pilihan:
    """An open reading: `opsi` maps each way to read to a ukuran or indikator; `dipakai` is the default way."""

    id: str
    tafsir: KeTafsir
    dipakai: str
    opsi: Mapping[str, KeBacaan]


@dataclass(frozen=True, slots=True)
class Target:
    """What a unit promised: a column of a table and the column that says persen or rupiah.

    `lazim` names the parameter with the usual target; a unit's other target is worth a remark, and judges nothing.
    """

    id: str
    judul: str
    tabel: KeTabel
    kolom_nilai: KolomTarget
    kolom_satuan: KolomSatuan
    dasar: tuple[Citation, ...] = ()
    lazim: KePersen | None = None
    tafsir: tuple[KeTafsir, ...] = ()


@dataclass(frozen=True, slots=True)
class Rujukan:
    """Names a ukuran or indikator directly (`langsung`) or through a pilihan."""

    langsung: str | None = None
    pilihan: KePilihan | None = None


@dataclass(frozen=True, slots=True)
class Indikator:
    """An exact ratio in percent, or (`menurut`) another indicator chosen by a reading, judged by `pita`.

    `dibagi_target` divides the ratio by the unit's own target. `target` is printed beside it and compared.
    """

    id: str
    judul: str
    pembilang: Annotated[Rujukan, KE_UKURAN] | None
    penyebut: Annotated[Rujukan, KE_UKURAN] | None
    menurut: Annotated[Rujukan, KE_INDIKATOR] | None = None
    dibagi_target: KeTarget | None = None
    target: KeTarget | None = None
    pita: KePita | None = None
    dasar: tuple[Citation, ...] = ()
    tafsir: tuple[KeTafsir, ...] = ()


@dataclass(frozen=True, slots=True)
class Band:
    """One band: below `kurang_dari`, or up to and including `paling_banyak` (parameters); the last has neither.

    `tampil` is the words for it; `{parameter}` in them becomes the parameter's value. `ditegaskan_oleh` names an
    indicator that settles a figure in this band, where it can: the figure then stands in that one's band.
    """

    id: str
    tampil: TeksBerisian
    kurang_dari: KePersen | None = None
    paling_banyak: KePersen | None = None
    ditegaskan_oleh: KeIndikator | None = None


@dataclass(frozen=True, slots=True)
class Pita:
    """Bands from low to high, without gap or overlap."""

    id: str
    judul: str
    batas: tuple[Band, ...]
    tafsir: tuple[KeTafsir, ...] = ()
