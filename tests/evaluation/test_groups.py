"""Groups of rows: one scan a table, and every figure as if each row had been judged by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from sqlglot import exp

from p3dn_reports.evaluation.alternatives import evaluate
from p3dn_reports.evaluation.assessment import Figures
from p3dn_reports.evaluation.availability import Measure
from p3dn_reports.evaluation.groups import Asked, Group, groups_query
from p3dn_reports.evaluation.organisation import organisation
from p3dn_reports.evaluation.totals import totals
from p3dn_reports.rules import Op, Rincian, Scope, Syarat, Term, Ukuran
from tests.evaluation.factory import SCHEMAS, filled, paid, rulebook, scope_of, unit

BAYAR = "realisasi_bayar"
Row = dict[str, Any]


def asking(terms: tuple[Term, ...], menurut: str | None = None, jumlah: str | None = "bersih") -> Scope:
    """A rulebook with one sum over `terms`, and one breakdown of the same rows."""
    base = rulebook()
    rincian = Rincian("coba", "Coba", BAYAR, ("coba",), menurut or "cara", None, ("nilai_realisasi", "bersih"))
    return scope_of(
        replace(
            base,
            syarat={**base.syarat, "coba": Syarat("coba", "", BAYAR, terms)},
            ukuran={**base.ukuran, "coba": Ukuran("coba", "", BAYAR, jumlah, ("coba",))},
            rincian={"coba": rincian} if menurut else {},
        )
    )


def figures(scope: Scope, *rows: Row) -> Figures:
    with filled({"satker": [unit("A")], BAYAR: rows}) as tables:
        units, _ = organisation(tables, scope)
        return evaluate(tables, scope, units).unit[0].figures


def lines(found: Figures) -> list[tuple[Any, ...]]:
    return [(line.kode, line.banyak, line.jumlah) for line in found.rincian["coba"]]


def test_a_table_is_read_once_whatever_is_asked_of_it() -> None:
    scope = scope_of()
    asked = Asked((("belanja",), ()), tuple(scope.rulebook.rincian.values()), ("bersih", "nilai_realisasi"))
    assert groups_query(scope, SCHEMAS, BAYAR, asked).sql(dialect="duckdb").count(f'FROM "{BAYAR}"') == 1


def test_only_text_compared_with_words_keeps_its_values_apart() -> None:
    terms = (
        Term("kode_rekening", Op.TURUNAN_DARI, daftar="rekening"),
        Term("cara", Op.TERISI),
        Term("tanggal_sp2d", Op.SEBELUM, tanggal="awal_tahun"),
        Term("tanggal_sp2d", Op.PALING_AWAL, tanggal="awal_tahun"),
    )
    query = groups_query(asking(terms), SCHEMAS, BAYAR, Asked((("coba",),), (), ("bersih",)))
    inner = query.find(exp.Subquery)
    assert inner is not None
    kept = [one.sql(dialect="duckdb") for one in inner.this.expressions if not one.find(exp.AggFunc)]
    assert kept == [
        '"kode_satker"',
        '"kode_rekening"',
        '"cara" IS NULL AS "_0"',
        'TRIM("cara") = \'\' AS "_1"',
        '"tanggal_sp2d" >= CAST(\'2024-01-01\' AS DATE) AS "_2"',
        '"nilai_realisasi" IS NULL AS "_3"',
    ]


def test_words_of_the_rulebook_ask_nothing_of_a_row() -> None:
    terms = (Term("cara", Op.SALAH_SATU, isi=("LS", "UP")), Term("cara", Op.BUKAN, isi=("TU",)))
    query = groups_query(asking(terms), SCHEMAS, BAYAR, Asked((("coba",),), (), ("nilai_realisasi",)))
    inner = query.find(exp.Subquery)
    assert inner is not None
    assert [one.alias_or_name for one in inner.this.expressions] == [
        "kode_satker",
        "cara",
        "_banyak",
        "nilai_realisasi",
    ]


def test_text_of_rows_in_one_group_differs_only_where_nobody_asks() -> None:
    terms = (Term("cara", Op.SALAH_SATU, isi=("LS",)),)
    rows = [paid("A", "1", cara=" ls "), paid("A", "2", cara="LS"), paid("A", "4", cara="UP"), paid("A", "8")]
    assert figures(asking(terms), *rows).ukuran["coba"] == Decimal(3)


@pytest.mark.parametrize(
    ("op", "tanggal", "jumlah"),
    [
        (Op.SEBELUM, "awal_tahun", 1),
        (Op.PALING_AWAL, "awal_tahun", 2 + 4 + 8 + 16),
        (Op.PALING_LAMBAT, "data_per", 1 + 2 + 4 + 8),
        (Op.SETELAH, "data_per", 16),
        (Op.SETELAH, "awal_tahun", 4 + 8 + 16),
        (Op.SEBELUM, "data_per", 1 + 2 + 4),
    ],
)
def test_days_on_either_side_of_a_limit_and_a_missing_day(op: Op, tanggal: str, jumlah: int) -> None:
    days = [date(2023, 12, 31), date(2024, 1, 1), date(2024, 6, 1), date(2024, 12, 30), date(2024, 12, 31), None]
    rows = [paid("A", str(2**number), tanggal_sp2d=day) for number, day in enumerate(days)]
    assert figures(asking((Term("tanggal_sp2d", op, tanggal=tanggal),)), *rows).ukuran["coba"] == jumlah


@pytest.mark.parametrize("ya", [True, False])
def test_blank_first_part_takes_only_its_own_row_along(ya: bool) -> None:
    blank = {**paid("A", "0", setoran="5"), "nilai_realisasi": None}
    rows = [blank, paid("A", "7"), paid("A", "9", setoran="2")]
    found = figures(asking((Term("bersih", Op.TERISI, ya=ya),), "cara"), *rows)
    assert found.ukuran["coba"] == (14 if ya else 0)
    assert lines(found) == [("", 2 if ya else 1, {"nilai_realisasi": 16 if ya else 0, "bersih": 14 if ya else 0})]


def test_all_rows_and_no_condition() -> None:
    assert figures(asking((), jumlah=None), paid("A", "1"), paid("A", "1", cara="x")).ukuran["coba"] == 2


def test_breakdown_by_an_amount_that_is_also_summed_and_compared() -> None:
    terms = (Term("nilai_realisasi", Op.BUKAN, isi=("4",)),)
    rows = [paid("A", "2", setoran="1"), paid("A", "2"), paid("A", "3"), paid("A", "4")]
    assert lines(figures(asking(terms, "nilai_realisasi"), *rows)) == [
        ("2.00", 2, {"nilai_realisasi": 4, "bersih": 3}),
        ("3.00", 1, {"nilai_realisasi": 3, "bersih": 3}),
    ]


def test_breakdown_by_a_derived_amount_by_day_and_by_unit() -> None:
    rows = [paid("A", "2", setoran="1"), paid("A", "1"), paid("A", "5", tanggal_sp2d=None)]
    assert [one[:2] for one in lines(figures(asking((), "bersih"), *rows))] == [("1.00", 2), ("5.00", 1)]
    assert [one[:2] for one in lines(figures(asking((), "tanggal_sp2d"), *rows))] == [("", 1), ("2024-06-01", 2)]
    assert [one[:2] for one in lines(figures(asking((), "kode_satker"), *rows))] == [("A", 3)]


def test_line_belongs_to_the_rows_that_meet_the_conditions_alone() -> None:
    terms = (Term("tanggal_sp2d", Op.TERISI),)
    rows = [paid("A", "1", cara="x", tanggal_sp2d=None), paid("A", "2", cara=" x "), paid("A", "4", cara="x")]
    assert lines(figures(asking(terms, "cara"), *rows)) == [("x", 2, {"nilai_realisasi": 6, "bersih": 6})]


def test_rows_of_members_add_up_in_their_unit() -> None:
    scope = asking((), "cara")
    rows = {"satker": [unit("A"), unit("A1", jenis="unit", induk="A")], BAYAR: [paid("A", "1"), paid("A1", "2")]}
    with filled(rows) as tables:
        units, _ = organisation(tables, scope)
        found = evaluate(tables, scope, units).unit[0].figures
    assert found.ukuran["coba"] == 3
    assert lines(found) == [("", 2, {"nilai_realisasi": 3, "bersih": 3})]


def test_column_of_a_breakdown_and_every_sum_stand_once() -> None:
    rincian = Rincian("coba", "Coba", BAYAR, (), "cara", None, ("nilai_realisasi", "bersih"))
    by_unit = replace(rincian, menurut="kode_satker")
    query = groups_query(asking(()), SCHEMAS, BAYAR, Asked(((),), (rincian, by_unit), ("nilai_realisasi", "bersih")))
    inner = query.find(exp.Subquery)
    assert inner is not None
    names = [one.alias_or_name for one in inner.this.expressions]
    assert names == ["kode_satker", "cara", "_0", "_banyak", "nilai_realisasi", "nilai_setoran"]


def test_lines_are_sorted_and_the_blank_one_has_a_name() -> None:
    found = figures(asking((), "cara"), *(paid("A", "1", cara=cara) for cara in [*"hgfedcba", " ", None]))
    named = [(line.kode, line.nama, line.banyak) for line in found.rincian["coba"]]
    assert named == [("", "(kosong)", 2), *((kode, kode, 1) for kode in "abcdefgh")]


def test_breakdown_of_rows_that_no_sum_asks_for() -> None:
    scope = asking((Term("cara", Op.TERISI),), "cara")
    rules = replace(scope.rulebook, ukuran={}, indikator={}, pemeriksaan={})
    assert lines(figures(scope_of(rules), paid("A", "1", cara="x"), paid("A", "2"))) == [
        ("x", 1, {"nilai_realisasi": 1, "bersih": 1})
    ]


def test_breakdown_by_a_list_that_is_not_in_force_has_no_lines() -> None:
    rules = asking((), "cara").rulebook
    rincian = {"coba": replace(rules.rincian["coba"], daftar="kanal")}
    rows = [paid("A", "1", cara="Tender")]
    assert len(figures(scope_of(replace(rules, rincian=rincian)), *rows).rincian["coba"]) == 2
    scope = scope_of(replace(rules, rincian=rincian), daerah="kabupaten-pandeglang")
    assert figures(scope, *rows).rincian["coba"] == ()


def test_column_that_no_file_holds_leaves_the_lines_standing() -> None:
    scope = asking((), "cara")
    with filled({"satker": [unit("A")], BAYAR: [paid("A", "1", cara="x")]}) as tables:
        tables.columns_present = {BAYAR: frozenset({"kode_satker", "cara", "nilai_setoran"})}
        units, _ = organisation(tables, scope)
        found = evaluate(tables, scope, units).unit[0].figures
    assert found.ukuran["coba"] is None
    assert [one[:2] for one in lines(found)] == [("x", 1)]


def test_a_list_with_levels_holds_what_lies_below_its_codes() -> None:
    rows = [paid("A", "1", rekening="5.1.02.01"), paid("A", "2", rekening="5.1.020"), paid("A", "4", rekening="5.1.02")]
    terms = (Term("kode_rekening", Op.SALAH_SATU, daftar="rekening"),)
    assert figures(asking(terms), *rows).ukuran["coba"] == 5


def test_rows_without_a_unit_column_are_nobodys() -> None:
    scope = asking((), "cara")
    with filled({"satker": [unit("A")], BAYAR: [paid("A", "1")]}) as tables:
        tables.schemas = {**tables.schemas, BAYAR: replace(SCHEMAS[BAYAR], unit_column=None)}
        units, _ = organisation(tables, scope)
        found = evaluate(tables, scope, units).unit[0].figures
    assert (found.ukuran["coba"], found.rincian["coba"]) == (Decimal(0), ())


def test_totals_count_all_rows_of_a_unit_and_add_up_those_that_meet() -> None:
    measure, counted = Measure(BAYAR, ("coba",), "bersih"), Measure(BAYAR, ("coba",), None)
    groups = [
        Group("A", 2, frozenset({("coba",)}), {}, {"bersih": Decimal(3)}),
        Group("A", 1, frozenset({("coba",)}), {}, {"bersih": Decimal(4)}),
        Group("A", 5, frozenset(), {}, {"bersih": Decimal(8)}),
    ]
    found = totals({BAYAR: groups}, [measure, counted, Measure("rup", (), None)])
    assert found.baris == {(BAYAR, "A"): 8}
    assert found.nilai == {(measure, "A"): (3, Decimal(7)), (counted, "A"): (3, Decimal(0))}
