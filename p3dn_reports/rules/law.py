"""The law register and what rests on it by date: citations, dated values, parameters, lists, the schedule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Generic, Self, TypeVar

from p3dn_reports.formatting import tanggal
from p3dn_reports.rules.marks import KeSumber, KeTafsir, TeksBerisian
from p3dn_reports.vocabulary import Periode

Isi = TypeVar("Isi")

BELUM_DICOCOKKAN = "tanggal belum dicocokkan"
"""What stands beside a day of the law register that was not yet held against the law's own text."""


TEMPAT_BELUM_DICOCOKKAN = "tempat belum dicocokkan"
"""What stands beside a cited place of a source none of whose places is on record."""


class TanggalAcuan(StrEnum):
    """Which date chooses among dated values."""

    DATA_PER = "data_per"
    TANGGAL_DOKUMEN = "tanggal_dokumen"
    TANGGAL_KEJADIAN = "tanggal_kejadian"


@dataclass(frozen=True, slots=True)
class Citation:
    """`insekda-48-2024/KESATU.a.6`: a source of the law register and the place in it ("" for the whole)."""

    sumber: str
    tempat: str = ""

    @classmethod
    def of(cls, text: str) -> Self:
        """A citation from its text."""
        sumber, _, tempat = text.strip().partition("/")
        return cls(sumber, tempat)

    def __str__(self) -> str:
        return f"{self.sumber}/{self.tempat}" if self.tempat else self.sumber

    @property
    def segmen(self) -> tuple[str, ...]:
        """The place segment by segment in words: `("Pasal 22", "ayat (3)", "huruf a")`; empty for the whole."""
        if not self.tempat:
            return ()
        first, *rest = self.tempat.split(".")
        pasal = first[0].isdigit()
        words = [f"Pasal {first}" if pasal else f"diktum {first}" if first.isupper() else first.replace("-", " ")]
        words += [_segment_in_words(segment, ayat=pasal and index == 0) for index, segment in enumerate(rest)]
        return tuple(words)

    @property
    def tempat_terbaca(self) -> str:
        """The place in words: `diktum KESATU huruf a angka 6`, `Pasal 22 ayat (3) huruf a`; "" for the whole."""
        return " ".join(self.segmen)

    @property
    def lineage(self) -> tuple[str, ...]:
        """The place and those above it, itself first: `22.3.a`, `22.3`, `22`; empty for the whole source."""
        return _lineage(self.tempat)


@lru_cache(maxsize=4096)
def _lineage(tempat: str) -> tuple[str, ...]:
    parts = tempat.split(".") if tempat else []
    return tuple(".".join(parts[:length]) for length in range(len(parts), 0, -1))


# Segments that say themselves what their number counts: the rows of a table, the definitions of a Pasal 1.
_NUMBERED = {"baris": "jadwal baris ke-", "rekening": "kode rekening baris ke-", "angka": "angka "}


def _segment_in_words(segment: str, *, ayat: bool) -> str:
    kind, _, number = segment.partition("-")
    if kind in _NUMBERED and number:
        return f"{_NUMBERED[kind]}{number}"
    if segment.isdigit():
        return f"ayat ({segment})" if ayat else f"angka {segment}"
    return f"huruf {segment}"


@dataclass(frozen=True, slots=True)
class Perubahan:
    """From `sejak` on, the law is cited with this phrase ("sebagaimana telah diubah dengan ...")."""

    sejak: date
    frasa: str
    tanggal_belum_dicocokkan: bool = False

    @property
    def sejak_tampil(self) -> str:
        """The day of the amendment as printed."""
        return _printed(self.sejak, belum=self.tanggal_belum_dicocokkan)


def _printed(hari: date, *, belum: bool) -> str:
    return f"{tanggal(hari)} ({BELUM_DICOCOKKAN})" if belum else tanggal(hari)


@dataclass(frozen=True, slots=True)
class WaktuKegiatan:
    """When an activity falls under an instrument that continues another; None: as the earlier schedule has it."""

    waktu: str | None = None
    mulai: date | None = None
    selesai: date | None = None


@dataclass(frozen=True, slots=True)
class SumberHukum:
    """One entry of the law register. In force from `berlaku_sejak` to `berlaku_sampai`, both days included.

    `untuk` binds an instrument to one year or quarter (Instruksi e-0048/2024: Triwulan IV 2024). `jenis` "simulasi" is
    no law: what rests on it is marked SIMULASI. `dasar`: its own clause that says from when it is in force. `tempat`
    are the places that may be cited where its clauses are not registered. `tanggal_belum_dicocokkan`: the day it began
    was not yet held against its text.

    `melanjutkan` are instruments whose clauses it carries on, `kecuali` those it does not, `jadwal` the activities that
    fall otherwise than the pattern of the earlier schedule. `belum_ditetapkan`: it has no number or day yet, and what
    rests on it is a draft.
    """

    id: str
    jenis: str
    nomor: str
    tahun: int
    judul: str
    berlaku_sejak: date
    berlaku_sampai: date | None = None
    dicabut_oleh: str | None = None
    untuk: Periode | None = None
    tingkat: int = 99
    sebutan_khusus: str | None = None
    lembaran: str | None = None
    perubahan: tuple[Perubahan, ...] = ()
    catatan: str | None = None
    dasar: tuple[Citation, ...] = ()
    tempat: tuple[str, ...] = ()
    tanggal_belum_dicocokkan: bool = False
    melanjutkan: tuple[KeSumber, ...] = ()
    kecuali: tuple[Citation, ...] = ()
    jadwal: Mapping[str, WaktuKegiatan] = field(default_factory=dict)
    belum_ditetapkan: bool = False

    @property
    def mulai_tampil(self) -> str:
        """The day it came into force as printed: one not yet held against its text says so."""
        return _printed(self.berlaku_sejak, belum=self.tanggal_belum_dicocokkan)

    @property
    def praktik(self) -> bool:
        """Whether this is the practice of offices, which is no instrument and asks for nothing."""
        return self.jenis == "praktik"

    @property
    def simulasi(self) -> bool:
        """Whether this is an assumption for a trial and no law."""
        return self.jenis == "simulasi"

    @property
    def sebutan(self) -> str:
        """The short name: `Peraturan Pemerintah Nomor 29 Tahun 2018`."""
        named = self.sebutan_khusus or f"{self.jenis} Nomor {self.nomor} Tahun {self.tahun}"
        return f"{named} (belum ditetapkan)" if self.belum_ditetapkan else named

    @property
    def sebutan_lengkap(self) -> str:
        """The short name with the title: `... tentang Pemberdayaan Industri`."""
        return f"{self.sebutan} tentang {self.judul}"

    def bunyi(self, tanggal: date) -> str:
        """How the law is cited under Mengingat on `tanggal`: title, gazette, last amendment; without the final mark."""
        frasa = [change.frasa for change in self.perubahan if change.sejak <= tanggal]
        parts = [self.sebutan_lengkap, f"({self.lembaran})" if self.lembaran else "", frasa[-1] if frasa else ""]
        return " ".join(part for part in parts if part)

    def in_force(self, tanggal: date) -> bool:
        """Whether the source is in force on `tanggal`."""
        return self.berlaku_sejak <= tanggal <= (self.berlaku_sampai or date.max)

    def covers(self, periode: Periode) -> bool:
        """Whether the source speaks of `periode`; an instrument not bound to one speaks of all."""
        if self.untuk is None:
            return True
        return self.untuk.tahun == periode.tahun and self.untuk.triwulan in (None, periode.triwulan)


@dataclass(frozen=True, slots=True)
class Dated(Generic[Isi]):
    """A value in force from `berlaku_sejak` to `berlaku_sampai` (both days included), with the clauses it rests on.

    A value that begins later supersedes those before it: see `newest`.
    """

    berlaku_sejak: date
    nilai: Isi
    dasar: tuple[Citation, ...]
    berlaku_sampai: date | None = None
    dicatat: date | None = None

    def in_force(self, tanggal: date) -> bool:
        """Whether the value itself is dated to hold on `tanggal`."""
        return self.berlaku_sejak <= tanggal <= (self.berlaku_sampai or date.max)


def newest(values: Iterable[Dated[Isi]]) -> Dated[Isi] | None:
    """Of values that all hold, the one that began last; None of none."""
    return max(values, key=lambda dated: dated.berlaku_sejak, default=None)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number of the law: `satuan` is persen (0-100), rupiah or jumlah."""

    id: str
    judul: str
    satuan: str
    tanggal_acuan: TanggalAcuan
    nilai: tuple[Dated[Decimal], ...]
    tafsir: tuple[KeTafsir, ...] = ()


@dataclass(frozen=True, slots=True)
class ListItem:
    """One word of a list: its code or text, its name today, and the name the regulation prints where it differs.

    `kedudukan` is the post it stands for, `kelompok` the heading that begins with it. `dasar` are the item's own
    places, where the regulation has it on a line of its own.
    """

    kode: str
    nama: str
    nama_dalam_dokumen: str | None = None
    kedudukan: str = ""
    kelompok: str = ""
    dasar: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Daftar:
    """A dated closed list: account codes, channels, dead statuses. `hierarki`: an item includes all codes below it.

    `acuan`: the list is there to be looked up by people, and no rule needs to use it.
    """

    id: str
    judul: str
    tanggal_acuan: TanggalAcuan
    nilai: tuple[Dated[tuple[ListItem, ...]], ...]
    hierarki: bool = False
    acuan: bool = False
    tafsir: tuple[KeTafsir, ...] = ()


@dataclass(frozen=True, slots=True)
class Kegiatan:
    """One dated activity of the schedule; `waktu` as the instrument prints it."""

    id: str
    waktu: str
    mulai: date
    selesai: date
    aktivitas: TeksBerisian
    pelaksana: TeksBerisian
    dasar: tuple[Citation, ...]
