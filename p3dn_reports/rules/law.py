"""The law register and what rests on it by date: citations, dated values, parameters, lists, the schedule."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Generic, TypeVar

from p3dn_reports.vocabulary import Periode

Isi = TypeVar("Isi")


class TanggalAcuan(StrEnum):
    """Which date chooses among dated values."""

    DATA_PER = "data_per"
    TANGGAL_DOKUMEN = "tanggal_dokumen"


@dataclass(frozen=True, slots=True)
class Citation:
    """`insekda-48-2024/KESATU.a.6`: a source of the law register and the place in it ("" for the whole)."""

    sumber: str
    tempat: str = ""

    def __str__(self) -> str:
        return f"{self.sumber}/{self.tempat}" if self.tempat else self.sumber

    @property
    def segmen(self) -> tuple[str, ...]:
        """The place segment by segment in words: `("Pasal 22", "ayat (3)", "huruf a")`; empty for the whole."""
        if not self.tempat:
            return ()
        first, *rest = self.tempat.split(".")
        diktum = first.isalpha()
        words = [f"diktum {first}" if diktum else f"Pasal {first}"]
        words += [_segment_in_words(segment, ayat=not diktum and index == 0) for index, segment in enumerate(rest)]
        return tuple(words)

    @property
    def tempat_terbaca(self) -> str:
        """The place in words: `diktum KESATU huruf a angka 6`, `Pasal 22 ayat (3) huruf a`; "" for the whole."""
        return " ".join(self.segmen)


def _segment_in_words(segment: str, *, ayat: bool) -> str:
    if segment.startswith("baris-"):
        return f"jadwal baris ke-{segment.removeprefix('baris-')}"
    if segment.isdigit():
        return f"ayat ({segment})" if ayat else f"angka {segment}"
    return f"huruf {segment}"


@dataclass(frozen=True, slots=True)
class Perubahan:
    """From `sejak` on, the law is cited with this phrase ("sebagaimana telah diubah dengan ...")."""

    sejak: date
    frasa: str


@dataclass(frozen=True, slots=True)
class SumberHukum:
    """One entry of the law register. In force from `berlaku_sejak` until the day before `berlaku_sampai`.

    `untuk` binds an instrument to one year or quarter (Instruksi e-0048/2024: Triwulan IV 2024). `jenis` "simulasi" is
    no law: what rests on it is marked SIMULASI.
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

    @property
    def simulasi(self) -> bool:
        """Whether this is an assumption for a trial and no law."""
        return self.jenis == "simulasi"

    @property
    def sebutan(self) -> str:
        """The short name: `Peraturan Pemerintah Nomor 29 Tahun 2018`."""
        return self.sebutan_khusus or f"{self.jenis} Nomor {self.nomor} Tahun {self.tahun}"

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
        return self.berlaku_sejak <= tanggal and (self.berlaku_sampai is None or tanggal < self.berlaku_sampai)

    def covers(self, periode: Periode) -> bool:
        """Whether the source speaks of `periode`; an instrument not bound to one speaks of all."""
        if self.untuk is None:
            return True
        return self.untuk.tahun == periode.tahun and self.untuk.triwulan in (None, periode.triwulan)


@dataclass(frozen=True, slots=True)
class Dated(Generic[Isi]):
    """A value in force from `berlaku_sejak` until the day before `berlaku_sampai`, with the clauses it rests on."""

    berlaku_sejak: date
    nilai: Isi
    dasar: tuple[Citation, ...]
    berlaku_sampai: date | None = None
    dicatat: date | None = None

    def in_force(self, tanggal: date) -> bool:
        """Whether the value itself is dated to hold on `tanggal`."""
        return self.berlaku_sejak <= tanggal and (self.berlaku_sampai is None or tanggal < self.berlaku_sampai)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number of the law: `satuan` is persen (0-100), rupiah or jumlah."""

    id: str
    judul: str
    satuan: str
    tanggal_acuan: TanggalAcuan
    nilai: tuple[Dated[Decimal], ...]


@dataclass(frozen=True, slots=True)
class ListItem:
    """One word of a list: its code or text, its name today, and the name the regulation prints where it differs."""

    kode: str
    nama: str
    nama_dalam_dokumen: str | None = None


@dataclass(frozen=True, slots=True)
class Daftar:
    """A dated closed list: account codes, channels, dead statuses. `hierarki`: an item includes all codes below it."""

    id: str
    judul: str
    tanggal_acuan: TanggalAcuan
    nilai: tuple[Dated[tuple[ListItem, ...]], ...]
    hierarki: bool = False


@dataclass(frozen=True, slots=True)
class Kegiatan:
    """One dated activity of the schedule; `waktu` as the instrument prints it."""

    id: str
    waktu: str
    mulai: date
    selesai: date
    aktivitas: str
    pelaksana: str
    dasar: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class TakTerkodekan:
    """A clause that is on record but not computed, with the reason."""

    id: str
    dasar: Citation
    alasan: str
