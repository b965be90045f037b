"""Awards: aspects and their sub-criteria, how nominees are found, and what the Tim decided where the law is silent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from p3dn_reports.rules.law import Citation
from p3dn_reports.rules.marks import KeJumlah, KePersen, KeSyarat, KeTabel, KeTafsir


@dataclass(frozen=True, slots=True)
class SubKriteria:
    """One sub-criterion. `bobot` is its share of the aspect (percent); None: the aspect is the plain mean.

    `bunyi` are the law's full words for it, where the title shortens them.
    """

    id: str
    judul: str
    bobot: Decimal | None = None
    dasar: tuple[Citation, ...] = ()
    bunyi: str = ""

    @property
    def kata(self) -> str:
        """What a score sheet calls it: the law's words, else the title."""
        return self.bunyi or self.judul


@dataclass(frozen=True, slots=True)
class Aspek:
    """One aspect of an award: its weight (a parameter, percent) and its sub-criteria by id."""

    id: str
    judul: str
    bobot: KePersen
    sub_kriteria: Mapping[str, SubKriteria]
    dasar: tuple[Citation, ...] = ()

    @property
    def berbobot(self) -> bool:
        """Whether the sub-criteria have weights of their own."""
        return any(sub.bobot is not None for sub in self.sub_kriteria.values())


@dataclass(frozen=True, slots=True)
class Skala:
    """The scale of a score, both ends included."""

    paling_rendah: Decimal = Decimal(0)
    paling_tinggi: Decimal = Decimal(100)


@dataclass(frozen=True, slots=True)
class Penghargaan:
    """One award group: its aspects, its categories (id to title; empty: one category), nominations and recipients.

    Who is nominated is said in the table of participants; where a cell is blank, who meets `pemetaan` (conditions on a
    participant's row) is nominated. Scores are those of `tahap`. Equal final scores are parted by `urutan_seri`
    (aspects, the first looked at first); those still equal receive together under `seri_bersama`, else not at all.
    """

    id: str
    judul: str
    tabel_nilai: KeTabel
    tahap: str
    kategori: Mapping[str, str]
    nominasi_paling_sedikit: KeJumlah
    jumlah_penerima: KeJumlah
    aspek: tuple[Aspek, ...]
    dasar: tuple[Citation, ...] = ()
    pemetaan: tuple[KeSyarat, ...] = ()
    skala: Skala = Skala()
    urutan_seri: tuple[str, ...] = ()
    seri_bersama: bool = False
    tafsir: tuple[KeTafsir, ...] = ()
