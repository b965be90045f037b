"""Sums: exact at any size, deaf to hostile text, honest about what is wanting."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

import duckdb
import pytest

from p3dn_reports.evaluation.alternatives import evaluate
from p3dn_reports.evaluation.assessment import Assessment
from p3dn_reports.evaluation.compile import compile_term, condition
from p3dn_reports.evaluation.explain import explain
from p3dn_reports.evaluation.organisation import organisation
from p3dn_reports.evaluation.totals import exact_sum
from p3dn_reports.rules import Indikator, Op, Rujukan, Scope, Syarat, Term, Ukuran
from tests.evaluation.factory import SCHEMAS, filled, paid, recorded, rulebook, scope_of, unit, word_list

HOSTILE = [
    "'; DROP TABLE satker; --",
    '"; DROP TABLE satker; --',
    "x' OR '1'='1",
    "\\",
    "\\'",
    "$1 ? :a {x} {{ x }} %s",
    "/* */ -- ",
    "baris\nbaru\ttab",
    "nol\x00nol",
    "𝔘ñí\u202e",
    "{banyak}",
]


def assess(scope: Scope | None = None, **rows: list[dict[str, Any]]) -> Assessment:
    scope = scope or scope_of()
    with filled({"satker": [unit("A")], **rows}) as tables:
        units, _ = organisation(tables, scope)
        return evaluate(tables, scope, units)


def test_sums_of_large_amounts_keep_every_sen() -> None:
    rows = [paid("A", "999999999999999.99") for _ in range(7)] + [paid("A", "0.01")]
    assessment = assess(realisasi_bayar=rows)
    assert assessment.unit[0].figures.ukuran["pembayaran"] == Decimal("6999999999999999.94")
    assert assessment.seluruh.ukuran["pembayaran"] == Decimal("6999999999999999.94")


def test_adding_units_ignores_the_precision_of_the_thread() -> None:
    with localcontext(prec=3):
        assert exact_sum([Decimal("10") ** 30, Decimal("0.01")]) == Decimal("1000000000000000000000000000000.01")


def test_ratio_is_the_exact_fraction() -> None:
    assessment = assess(realisasi_bayar=[paid("A", "3")], realisasi_inaproc=[recorded("A", "1", "1")])
    assert assessment.unit[0].figures.indikator["capaian_perkin"].nilai == Fraction(100, 3)


def test_negative_denominator_cannot_be_computed() -> None:
    result = assess(realisasi_bayar=[paid("A", "3", setoran="5")], realisasi_inaproc=[recorded("A", "1", "1")]).unit[0]
    assert result.figures.indikator["capaian_perkin"].sebab == "penyebut negatif"
    assert result.figures.indikator["capaian_perkin"].pita is None


@pytest.mark.parametrize("text", HOSTILE, ids=repr)
def test_hostile_text_in_rows_is_data(text: str) -> None:
    satker = [unit(text, text), unit("U", text, jenis="unit", induk=text)]
    rows = {
        "satker": satker,
        "realisasi_bayar": [paid(text, "10"), paid("U", "5"), paid("U", "5", rekening=text, cara=text)],
        "realisasi_inaproc": [recorded(text, "8", "8", status_paket=text), recorded("U", "8", None)],
    }
    scope = scope_of()
    with filled(rows) as tables:
        units, _ = organisation(tables, scope)
        assessment = evaluate(tables, scope, units)
        explanation = explain(tables, scope, assessment, text, "capaian_perkin")
        assert len(tables.rows("satker")) == 2
    figures = assessment.unit[0].figures
    assert (figures.ukuran["pembayaran"], figures.ukuran["pdn"]) == (Decimal(15), Decimal(8))
    assert explanation.hasil == figures.indikator["capaian_perkin"]
    assert any(text in found.pesan for found in assessment.problems if found.kode == "pdn-kosong")


@pytest.mark.parametrize("text", HOSTILE, ids=repr)
def test_hostile_text_in_the_rulebook_is_a_word(text: str) -> None:
    base = rulebook()
    daftar = {**base.daftar, "kanal": word_list("kanal", [text]), "rekening": word_list("rekening", [text])}
    syarat = {
        **base.syarat,
        "tercatat": Syarat("tercatat", "", "realisasi_inaproc", (
            Term("sumber_transaksi", Op.SALAH_SATU, daftar="kanal"), Term("status_paket", Op.BUKAN, isi=(text,)),
        )),
    }  # fmt: skip
    rows = [recorded("A", "1", "1"), recorded("A", "2", "2", sumber_transaksi=text)]
    dead = recorded("A", "4", "4", sumber_transaksi=text, status_paket=text)
    assessment = assess(
        scope_of(replace(base, daftar=daftar, syarat=syarat)),
        realisasi_inaproc=[*rows, dead],
        realisasi_bayar=[paid("A", "1"), paid("A", "2", rekening=text), paid("A", "4", rekening=f"{text}.1")],
    )
    figures = assessment.unit[0].figures
    assert (figures.ukuran["pdn"], figures.ukuran["pembayaran"]) == (Decimal(2), Decimal(6))
    assert [line.kode for line in figures.rincian["per_rekening"]] == [text]


@pytest.mark.parametrize(
    "term",
    [
        Term("tidak_ada", Op.TERISI),
        Term('kode_satker" OR 1=1 --', Op.TERISI),
        Term("cara", Op.PALING_LAMBAT, tanggal="data_per"),
        Term("tanggal_sp2d", Op.SETELAH, tanggal="hari_ini"),
        Term("cara", Op.SALAH_SATU, daftar="impian"),
    ],
    ids=["column", "injection", "no date column", "no date", "no list"],
)
def test_names_that_do_not_exist_never_reach_sql(term: Term) -> None:
    with pytest.raises(LookupError):
        compile_term(term, scope_of(), SCHEMAS, "realisasi_bayar")


def test_list_not_in_force_never_reaches_sql() -> None:
    scope = scope_of(daerah="kabupaten-pandeglang")
    with pytest.raises(LookupError, match="rekening"):
        condition(("belanja",), scope, SCHEMAS, "realisasi_bayar")


@pytest.mark.parametrize(
    ("term", "count"),
    [
        (Term("nilai_realisasi", Op.SALAH_SATU, isi=("10", "abc")), 1),
        (Term("nilai_realisasi", Op.BUKAN, isi=("10.00", "abc")), 3),
        (Term("nilai_realisasi", Op.SALAH_SATU, isi=("abc",)), 0),
        (Term("tanggal_sp2d", Op.SALAH_SATU, isi=("2024-06-01",)), 4),
        (Term("bersih", Op.TERISI), 3),
        (Term("nilai_setoran", Op.TERISI, ya=False), 3),
        (Term("cara", Op.SALAH_SATU, isi=()), 0),
        (Term("cara", Op.BUKAN, isi=()), 4),
    ],
    ids=str,
)
def test_words_take_the_type_of_their_column(term: Term, count: int) -> None:
    base = rulebook()
    syarat = {**base.syarat, "coba": Syarat("coba", "", "realisasi_bayar", (term,))}
    ukuran = {**base.ukuran, "coba": Ukuran("coba", "", "realisasi_bayar", None, ("coba",))}
    rows = [paid("A", "10"), paid("A", "20", setoran="1"), paid("A", "30"), {**paid("A", "0"), "nilai_realisasi": None}]
    assessment = assess(scope_of(replace(base, syarat=syarat, ukuran=ukuran)), realisasi_bayar=rows)
    assert assessment.unit[0].figures.ukuran["coba"] == count


def test_blank_of_the_first_part_blanks_a_derived_column() -> None:
    rows = [{**paid("A", "0", setoran="5"), "nilai_realisasi": None}, paid("A", "7")]
    assert assess(realisasi_bayar=rows).unit[0].figures.ukuran["pembayaran"] == Decimal(7)


def test_absent_table_is_none_and_empty_table_is_zero() -> None:
    assert assess().unit[0].figures.ukuran["pembayaran"] is None
    assert assess(realisasi_bayar=[]).unit[0].figures.ukuran["pembayaran"] == Decimal(0)
    absent = assess(realisasi_inaproc=[recorded("A", "1", "1")])
    assert absent.unit[0].figures.indikator["capaian_perkin"].sebab == "tabel realisasi_bayar tidak ada"
    assert absent.seluruh.indikator["capaian_perkin"].pembilang is None
    assert absent.seluruh.ukuran["pembayaran"] is None
    assert absent.seluruh.rincian["per_rekening"] == ()


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        ({"kode_satker", "total_nilai", "sumber_transaksi"}, "kolom nilai_pdn tidak ada"),
        ({"kode_satker", "total_nilai", "nilai_pdn"}, "kolom sumber_transaksi tidak ada"),
        ({"kode_satker", "total_nilai", "nilai_pdn", "sumber_transaksi"}, None),
    ],
)
def test_column_without_which_no_row_counts_makes_the_figure_none(held: set[str], expected: str | None) -> None:
    scope = scope_of(pilihan={"penyebut_perkin": "tercatat"})
    with filled({"satker": [unit("A")], "realisasi_inaproc": [recorded("A", "1", "1")]}) as tables:
        tables.columns_present = {"realisasi_inaproc": frozenset(held)}
        units, _ = organisation(tables, scope)
        result = evaluate(tables, scope, units).unit[0].figures
    assert result.indikator["capaian_perkin"].sebab == expected
    assert (result.ukuran["pdn"] is None) == (expected is not None)


def test_indicator_read_through_two_others() -> None:
    base = rulebook()
    more = Indikator("atas", "Atas", None, None, menurut=Rujukan("capaian_perkin"))
    scope = scope_of(replace(base, indikator={**base.indikator, "atas": more}))
    rows = {"realisasi_bayar": [paid("A", "4")], "realisasi_inaproc": [recorded("A", "1", "1")]}
    result = assess(scope, **rows).unit[0].figures.indikator["atas"]
    assert (result.nilai, result.dibaca, result.pita) == (Fraction(25), "porsi", None)
    assert (result.ukuran_pembilang, result.ukuran_penyebut) == ("pdn", "pembayaran")


def test_evaluation_leaves_the_tables_as_they_are() -> None:
    scope = scope_of()
    with filled({"satker": [unit("A")], "realisasi_bayar": [paid("A", "1")]}) as tables:
        before = _database(tables.connection)
        units, _ = organisation(tables, scope)
        explain(tables, scope, evaluate(tables, scope, units), "A", "capaian_perkin")
        assert _database(tables.connection) == before


def _database(connection: duckdb.DuckDBPyConnection) -> list[Any]:
    return connection.execute("SELECT table_name, estimated_size FROM duckdb_tables() ORDER BY ALL").fetchall()
