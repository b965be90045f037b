"""Terms that look into a cell's words, or into another table."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from p3dn_reports.evaluation.availability import measure_of, why_not
from p3dn_reports.evaluation.compile import compile_term
from p3dn_reports.evaluation.withholding import required_tables
from p3dn_reports.evaluation.wording import term_in_words
from p3dn_reports.rules import Indikator, KolomTabel, Op, Rujukan, Scope, Syarat, Term, Ukuran
from tests.evaluation.explaining import explained, sums
from tests.evaluation.explaining import rows as told
from tests.evaluation.factory import SCHEMAS, filled, recorded, rulebook, scope_of, unit
from tests.evaluation.test_sums import HOSTILE

RATED = Term("kode_paket", Op.ADA_PADA, pada=KolomTabel("penilaian", "kode_paket"))
UNRATED = replace(RATED, op=Op.TIDAK_ADA_PADA)


def met(term: Term, value: str | None, kolom: str, others: tuple[str | None, ...] = ()) -> bool | None:
    """The database's verdict on one row that holds `value`, beside a table of ratings with `others`."""
    ratings = [{"kode_satker": "lain", "kode_paket": other} for other in others]
    with filled({"satker": [], "realisasi_inaproc": [{kolom: value}], "penilaian": ratings}) as tables:
        sql = compile_term(term, scope_of(), SCHEMAS, "realisasi_inaproc").sql(dialect="duckdb")
        found = tables.connection.execute(f"SELECT {sql} FROM realisasi_inaproc").fetchone()
    assert found is not None
    verdict: bool | None = found[0]
    return verdict


@pytest.mark.parametrize(
    ("value", "holds"),
    [
        ("Pekerjaan Konstruksi", True),
        ("Barang; pekerjaan konstruksi ", True),
        (" ;PEKERJAAN KONSTRUKSI;", True),
        ("Jasa Konsultansi Pekerjaan Konstruksi", False),
        ("Pekerjaan; Konstruksi", False),
        ("Barang", False),
        ("", False),
        (None, False),
    ],
)
def test_one_of_the_words_that_semicolons_divide(value: str | None, holds: bool) -> None:
    words = ("Pekerjaan Konstruksi", "Pekerjaan Terintegrasi")
    assert bool(met(Term("jenis_pengadaan", Op.MEMUAT, isi=words), value, "jenis_pengadaan")) is holds
    assert met(Term("jenis_pengadaan", Op.TIDAK_MEMUAT, isi=words), value, "jenis_pengadaan") is not holds


@pytest.mark.parametrize(
    ("value", "holds"),
    [
        ("5.1.01; 5.2.02.05.01", True),
        ("5.2.02", True),
        ("5.2.020", False),
        ("15.2.02; 5.2", False),
        ("5.2.02 x", False),
        ("5x2x02", False),
    ],
)
def test_codes_of_a_list_with_levels_hold_what_lies_below(value: str, holds: bool) -> None:
    term = Term("jenis_pengadaan", Op.MEMUAT, daftar="rekening")
    assert met(term, value, "jenis_pengadaan") is holds


@pytest.mark.parametrize(
    ("value", "others", "stands"),
    [
        ("P1", ("P1",), True),
        ("p1 ", ("P2", " P1"), True),
        ("P1", ("P10", "P"), False),
        ("P1", (), False),
        ("P1", (None, ""), False),
        ("", ("", " ", None), False),
        (None, (None,), False),
    ],
)
def test_a_value_that_stands_in_another_table(value: str | None, others: tuple[str | None, ...], stands: bool) -> None:
    assert bool(met(RATED, value, "kode_paket", others)) is stands
    assert met(UNRATED, value, "kode_paket", others) is not stands


@pytest.mark.parametrize("hostile", [text for text in HOSTILE if "\x00" not in text])
def test_hostile_words_are_words(hostile: str) -> None:
    term = Term("jenis_pengadaan", Op.MEMUAT, isi=(hostile,))
    assert met(term, hostile, "jenis_pengadaan") is (";" not in hostile)
    assert met(RATED, hostile, "kode_paket", (hostile,)) is True


@pytest.mark.parametrize(
    ("term", "words"),
    [
        (RATED, "kode_paket ada pada kode_paket tabel penilaian"),
        (UNRATED, "kode_paket tidak ada pada kode_paket tabel penilaian"),
        (Term("jenis_pengadaan", Op.MEMUAT, isi=("a", "b")), "jenis_pengadaan memuat salah satu dari a, b"),
        (Term("jenis_pengadaan", Op.TIDAK_MEMUAT, isi=("a",)), "jenis_pengadaan tidak memuat a"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_in_words(term: Term, words: str) -> None:
    assert term_in_words(term, scope_of(), SCHEMAS, "realisasi_inaproc") == words


def completion() -> Scope:
    """The rated packages among all recorded ones."""
    base = rulebook()
    rated = Ukuran("dinilai", "Paket dinilai", "realisasi_inaproc", None, ("dinilai",))
    every = Ukuran("semua", "Paket", "realisasi_inaproc", None, ("semua",))
    share = Indikator("penyelesaian", "Penyelesaian", Rujukan("dinilai"), Rujukan("semua"))
    conditions = {
        "dinilai": Syarat("dinilai", "Dinilai", "realisasi_inaproc", (RATED,)),
        "semua": Syarat("semua", "Semua", "realisasi_inaproc", (Term("kode_paket", Op.TERISI),)),
    }
    return scope_of(
        replace(
            base,
            syarat={**base.syarat, **conditions},
            ukuran={**base.ukuran, "dinilai": rated, "semua": every},
            indikator={**base.indikator, "penyelesaian": share},
        )
    )


def test_the_other_table_must_be_handed_in_with_its_column() -> None:
    scope = completion()
    measure = measure_of(scope.rulebook.ukuran["dinilai"])
    with filled({"satker": [], "realisasi_inaproc": []}) as tables:
        assert why_not(tables, scope, measure) == "tabel penilaian tidak ada"
    with filled({"satker": [], "realisasi_inaproc": [], "penilaian": []}) as tables:
        assert why_not(tables, scope, measure) is None
        tables.columns_present = {"penilaian": frozenset({"kode_satker"})}
        assert why_not(tables, scope, measure) == "kolom kode_paket tidak ada"


def test_a_column_nobody_handed_in_does_not_make_every_row_unmatched() -> None:
    base = completion().rulebook
    unrated = replace(base.syarat["dinilai"], semua=(UNRATED,))
    scope = scope_of(replace(base, syarat={**base.syarat, "dinilai": unrated}))
    with filled({"satker": [], "realisasi_inaproc": [], "penilaian": []}) as tables:
        tables.columns_present = {"realisasi_inaproc": frozenset({"kode_satker"})}
        assert why_not(tables, scope, measure_of(scope.rulebook.ukuran["dinilai"])) == "kolom kode_paket tidak ada"


def test_faults_of_the_other_table_touch_what_rests_on_it() -> None:
    assert required_tables(completion(), "penyelesaian") == {"satker", "realisasi_inaproc", "penilaian"}
    assert "penilaian" not in required_tables(completion(), "porsi")


def test_the_explanation_tells_which_packages_were_refused() -> None:
    rows: dict[str, list[dict[str, Any]]] = {
        "satker": [unit("A")],
        "realisasi_inaproc": [recorded("A", "1", "1", kode_paket=kode) for kode in ("P1", "P2", "p3")],
        "penilaian": [{"kode_satker": None, "kode_paket": kode} for kode in ("P1", "P3", "P3")],
    }
    scope = completion()
    with filled(rows) as tables:
        found = explained(tables, scope, "A", "penyelesaian")
    assert found.tampil == "66,67%"
    (refused,) = told(sums(found)[0]).ditolak_terbesar
    assert refused.tempat.baris == 3
    assert refused.penolak == "kode_paket ada pada kode_paket tabel penilaian"
