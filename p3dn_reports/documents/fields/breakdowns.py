"""Breakdowns as fields, derived from the rulebook: their lines, the parts of these, their sums."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from p3dn_reports.documents.fields.field import (
    BULAT,
    DAFTAR_TEKS,
    RUPIAH,
    YA_TIDAK,
    Field,
    Group,
    Items,
    Node,
    Part,
)
from p3dn_reports.evaluation.assessment import Figures
from p3dn_reports.evaluation.lines import RincianBaris
from p3dn_reports.formatting import angka, persen
from p3dn_reports.rules import Rincian, Scope

TIDAK_ADA_DATA = "tidak ada data"


@dataclass(frozen=True, slots=True)
class Figured:
    """The figures of one unit, or of the whole region, beside the rules they follow."""

    figures: Figures
    scope: Scope


def of_breakdown(name: str) -> str:
    """Where a breakdown comes from."""
    return f"rules.yaml, rincian {name}"


@dataclass(frozen=True, slots=True)
class _Line:
    row: RincianBaris
    other_name: str


def _filled(at: Figured, name: str) -> tuple[RincianBaris, ...]:
    return tuple(row for row in at.figures.rincian.get(name, ()) if row.banyak)


def empty(name: str) -> Callable[[Figured], object]:
    """How many lines of a breakdown have no row."""
    return lambda at: len(at.figures.rincian.get(name, ())) - len(_filled(at, name))


def codes(name: str) -> Callable[[Figured], object]:
    """The codes of a breakdown's lines."""
    return lambda at: [row.kode for row in at.figures.rincian.get(name, ()) if row.kode]


def _lines(one: Rincian) -> Callable[[Figured], Iterator[_Line]]:
    """The lines of a breakdown, each with the instrument's own name where that differs."""

    def rows(at: Figured) -> Iterator[_Line]:
        dated = at.scope.daftar(one.daftar) if one.daftar is not None else None
        other_names = {item.kode: item.nama_dalam_dokumen or "" for item in (dated.nilai if dated else ())}
        return (_Line(row, other_names.get(row.kode, "")) for row in _filled(at, one.id))

    return rows


def breakdown(one: Rincian) -> Items[Figured, _Line]:
    """A breakdown line by line."""
    group: Group[_Line] = Group(
        {
            "kode": Field("Kode barisnya", lambda at: at.row.kode, example="5.2.04"),
            "nama": Field(
                "Nama barisnya", lambda at: at.row.nama, example="Belanja Modal Jalan, Jaringan, dan Irigasi"
            ),
            "nama_dalam_dokumen": Field("Namanya menurut peraturan, bila berbeda", lambda at: at.other_name),
            "banyak": Field("Banyaknya baris data", lambda at: at.row.banyak, BULAT, example="12"),
            **{kolom: _column(kolom) for kolom in one.jumlah},
            **{name: Part(_of_part(name), _PART, _part_of(name)) for name in one.bagian},
        }
    )
    return Items(one.judul, group, _lines(one), of_breakdown(one.id))


def _of_part(name: str) -> str:
    return f"Bagian yang {name.replace('_', ' ')}"


def _column(kolom: str) -> Field[_Line]:
    title = f"Jumlah {kolom.replace('_', ' ')}"
    return Field(title, lambda at: at.row.jumlah[kolom], RUPIAH, example="1078162578000.00")


_Met = tuple[int | None, int, tuple[str, ...]]
"""How many rows are in a part (None: nothing tells), of how many, and the names of the lines of which nothing tells."""


def _part_of(name: str) -> Callable[[_Line], _Met]:
    return lambda at: (at.row.bagian[name], at.row.banyak, ())


def _share(at: _Met) -> str:
    met, of, _ = at
    return TIDAK_ADA_DATA if met is None else persen(Fraction(met, of) * 100) if of else "-"


_PART_FIELDS: Mapping[str, Node[_Met]] = {
    "ada": Field("Apakah datanya diserahkan", lambda at: at[0] is not None, YA_TIDAK, example="ya"),
    "banyak": Field(
        "Banyaknya, siap cetak", lambda at: TIDAK_ADA_DATA if at[0] is None else angka(at[0]), example="12"
    ),
    "sisanya": Field(
        "Banyaknya yang tidak, siap cetak",
        lambda at: TIDAK_ADA_DATA if at[0] is None else angka(at[1] - at[0]),
        example="3",
    ),
    "tampil": Field("Persentasenya, siap cetak", _share, example="80,00%"),
}
_PART: Group[_Met] = Group(_PART_FIELDS)
_PART_SUM: Group[_Met] = Group(
    {
        **_PART_FIELDS,
        "tanpa_data": Field("Nama baris yang datanya tidak diserahkan", lambda at: list(at[2]), DAFTAR_TEKS),
    }
)


def sums(one: Rincian) -> Part[Figured, tuple[RincianBaris, ...]]:
    """What the lines of a breakdown come to."""
    group: Group[tuple[RincianBaris, ...]] = Group(
        {
            "banyak": Field("Banyaknya baris data", lambda rows: sum(row.banyak for row in rows), BULAT, example="59"),
            **{kolom: _column_sum(kolom) for kolom in one.jumlah},
            **{name: Part(_of_part(name), _PART_SUM, _part_sum(name)) for name in one.bagian},
        }
    )
    return Part(one.judul, group, lambda at: _filled(at, one.id), of_breakdown(one.id))


def _column_sum(kolom: str) -> Field[tuple[RincianBaris, ...]]:
    title = f"Jumlah {kolom.replace('_', ' ')}"
    return Field(
        title, lambda rows: sum((row.jumlah[kolom] for row in rows), Decimal(0)), RUPIAH, example="29491000000000.00"
    )


def _part_sum(name: str) -> Callable[[tuple[RincianBaris, ...]], _Met]:
    """The part of all lines of which it is known, and the names of the others."""

    def met(rows: tuple[RincianBaris, ...]) -> _Met:
        known = [(met, row.banyak) for row in rows if (met := row.bagian[name]) is not None]
        unknown = tuple(row.nama for row in rows if row.bagian[name] is None)
        return sum(one for one, _ in known) if known else None, sum(of for _, of in known), unknown

    return met
