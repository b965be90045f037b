"""The whole way of one number, as plain records: clause, dated values, formula, verdicts, rows. No database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from p3dn_reports.evaluation.assessment import IndikatorResult, UnitPelapor
from p3dn_reports.rules import Citation
from p3dn_reports.vocabulary import Periode

VERSI = "2"

_DESIMAL = 12


@dataclass(frozen=True, slots=True)
class Klausul:
    """A clause: as cited, the law's short name and title, the place in words."""

    rujukan: Citation
    sumber: str
    judul: str
    tempat: str


@dataclass(frozen=True, slots=True)
class NilaiDipakai:
    """A dated value of the rulebook as in force here; `nilai` as written (a list: its codes)."""

    id: str
    judul: str
    nilai: str
    berlaku_sejak: date
    dasar: tuple[Klausul, ...]


@dataclass(frozen=True, slots=True)
class Bacaan:
    """An open reading that was used: the tafsir's id, its words, and whether somebody approved it."""

    tafsir: str
    pilihan: str
    dipakai: str
    disahkan: bool


@dataclass(frozen=True, slots=True)
class BarisAsal:
    """One input row behind a number: file, sheet (None for text files), row as Excel counts it, and its amount.

    `sel` is the cell of the amount ("H117"), of a difference that of its first part; None where it is not known.
    `kolom` is the header of the column added up; `penolak` the words of the first term that refused the row.
    """

    berkas: str | None
    lembar: str | None
    baris: int | None
    kolom: str
    nilai: Decimal | None
    sel: str | None = None
    penolak: str | None = None


@dataclass(frozen=True, slots=True)
class VonisSyarat:
    """One term's verdict over the unit's rows of the table.

    `memenuhi` and `tidak` count the rows that meet it and that do not, whatever the other terms say. `ditolak` and
    `nilai_ditolak` (rupiah) are the rows this term refused first, so that over all terms they add up.
    """

    kalimat: str
    memenuhi: int
    tidak: int
    ditolak: int
    nilai_ditolak: Decimal


@dataclass(frozen=True, slots=True)
class AsalUkuran:
    """How one sum came about: `peran` is pembilang or penyebut; of `baris_unit` rows `baris_dihitung` counted.

    `nilai` is None where the sum cannot be had, for the reason in `sebab`. `terbesar` and `ditolak_terbesar` are the
    largest rows that counted and that did not, at most as many as asked.
    """

    peran: str
    ukuran: str
    judul: str
    tabel: str
    judul_tabel: str
    kolom: str | None
    sebab: str | None
    dasar: tuple[Klausul, ...]
    nilai: Decimal | None = None
    baris_unit: int = 0
    baris_dihitung: int = 0
    syarat: tuple[VonisSyarat, ...] = ()
    terbesar: tuple[BarisAsal, ...] = ()
    ditolak_terbesar: tuple[BarisAsal, ...] = ()


@dataclass(frozen=True, slots=True)
class AsalPenegasan:
    """The indicator that may settle the status: its own result and sums. `berlaku`: it did."""

    judul: str
    rumus: str
    hasil: IndikatorResult
    berlaku: bool
    asal: tuple[AsalUkuran, ...]


@dataclass(frozen=True, slots=True)
class Jarak:
    """How far the numerator is from a threshold (percent): `selisih` (in `satuan`) is what it lacks; below 0, more."""

    parameter: str
    judul: str
    ambang: Fraction
    selisih: Fraction
    satuan: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything behind one indicator of one reporting unit; `penegasan` where its band leaves a doubt.

    `jarak` is the way to each threshold; `ditahan` why the figure cannot be trusted yet, and what would mend that.
    """

    daerah: str
    periode: Periode
    data_per: date
    unit: UnitPelapor
    judul: str
    rumus: str
    hasil: IndikatorResult
    klausul: tuple[Klausul, ...]
    parameter: tuple[NilaiDipakai, ...]
    daftar: tuple[NilaiDipakai, ...]
    bacaan: tuple[Bacaan, ...]
    asal: tuple[AsalUkuran, ...]
    target: tuple[BarisAsal, ...]
    penegasan: AsalPenegasan | None = None
    jarak: tuple[Jarak, ...] = ()
    ditahan: tuple[str, ...] = ()

    def as_json(self) -> dict[str, object]:
        """Versioned plain data: every number but a count is text, exact or to 12 decimals, half even."""
        plain = {item.name: to_plain(getattr(self, item.name)) for item in fields(self)}
        return {"versi": VERSI, **plain}


def to_plain(value: object) -> object:
    """The value as JSON can hold it."""
    if isinstance(value, Fraction | Decimal):
        return decimal_text(Fraction(value))
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Citation | Periode):
        return str(value)
    if isinstance(value, IndikatorResult):
        return {**_fields(value), "tampil": value.tampil}
    if is_dataclass(value):
        return _fields(value)
    if isinstance(value, Mapping):
        return {str(key): to_plain(item) for key, item in value.items()}
    return [to_plain(item) for item in value] if isinstance(value, tuple | list) else value


def decimal_text(value: Fraction) -> str:
    """The number with as many decimals as it has, at most 12, half even: `79.916666666667`."""
    whole, rest = divmod(abs(round(value * 10**_DESIMAL)), 10**_DESIMAL)
    text = f"{whole}.{rest:0{_DESIMAL}}".rstrip("0").rstrip(".")
    return f"-{text}" if value < 0 and text != "0" else text


def _fields(value: object) -> dict[str, object]:
    assert is_dataclass(value)  # noqa: S101 - only called for records
    return {item.name: to_plain(getattr(value, item.name)) for item in fields(value)}
