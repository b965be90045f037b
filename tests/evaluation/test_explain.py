"""The whole way of one number."""

from __future__ import annotations

import json
from collections.abc import Iterator, Set
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from p3dn_reports.errors import UsageError
from p3dn_reports.evaluation.account import Penjelasan
from p3dn_reports.evaluation.alternatives import evaluate
from p3dn_reports.evaluation.assessment import IndikatorResult
from p3dn_reports.evaluation.explain import explain
from p3dn_reports.evaluation.organisation import organisation
from p3dn_reports.evaluation.result import plain
from p3dn_reports.evaluation.wording import term_in_words
from p3dn_reports.rules import Op, Term
from p3dn_reports.tables import Tables
from tests.evaluation.explaining import explained, parts, sums
from tests.evaluation.explaining import rows as told
from tests.evaluation.factory import SCHEMAS, filled, paid, recorded, scope_of, unit

ROWS = {
    "satker": [unit("A", "Dinas Satu"), unit("A1", jenis="unit", induk="A"), unit("01", "PDAM", jenis="bukan_pemda")],
    "perkin": [{"kode_satker": "A", "target": Decimal(85), "satuan": "persen"}],
    "realisasi_bayar": [
        paid("A", "100"),
        paid("A1", "300", setoran="50"),
        paid("A", "5000", rekening="5.2.020"),
        paid("A", "40", tanggal_sp2d=date(2024, 12, 31)),
        paid("A", "60", rekening="5.9", tanggal_sp2d=date(2025, 1, 1)),
        paid("01", "9999"),
    ],
    "realisasi_inaproc": [recorded("A", "80", "70"), recorded("A", "90", "90", status_paket="gagal")],
}


@pytest.fixture
def quarter() -> Iterator[Tables]:
    with filled(ROWS) as tables:
        yield tables


def of(quarter: Tables, kode: str = "A", indikator: str = "capaian_perkin", baris: int = 20) -> Penjelasan:
    return explained(quarter, scope_of(), kode, indikator, baris=baris)


def test_sums_rows_and_places(quarter: Tables) -> None:
    pembilang, penyebut = sums(of(quarter))
    assert [(one.uraian, one.tampil) for one in (pembilang, penyebut)] == [
        ("Pembilang: Realisasi PDN", "Rp70,00"),
        ("Penyebut: Realisasi pembayaran", "Rp350,00"),
    ]
    assert [(told(one).baris_unit, told(one).baris_dihitung) for one in (pembilang, penyebut)] == [(2, 1), (5, 2)]
    assert [(str(row.tempat), row.nilai) for row in told(penyebut).terbesar] == [
        ("realisasi_bayar.xlsx, Sheet1, baris 3", Decimal(250)),
        ("realisasi_bayar.xlsx, Sheet1, baris 2", Decimal(100)),
    ]
    assert told(penyebut).terbesar[0].kolom == "nilai_realisasi - nilai_setoran"


def test_every_row_that_did_not_count_has_its_term(quarter: Tables) -> None:
    penyebut = told(sums(of(quarter))[1])
    assert [(one.memenuhi, one.tidak, one.ditolak, one.nilai_ditolak) for one in penyebut.syarat] == [
        (3, 2, 2, Decimal(5060)),
        (5, 0, 0, Decimal(0)),
        (3, 2, 1, Decimal(40)),
    ]
    assert [(row.tempat.baris, row.penolak) for row in penyebut.ditolak_terbesar] == [
        (4, "kode_rekening termasuk Daftar rekening: 5.1.02, 5.2.02, 5.2.06"),
        (6, "kode_rekening termasuk Daftar rekening: 5.1.02, 5.2.02, 5.2.06"),
        (5, "tanggal_sp2d paling lambat 30 Desember 2024"),
    ]


def test_rows_shown_are_limited_and_counts_are_not(quarter: Tables) -> None:
    penyebut = told(sums(of(quarter, baris=1))[1])
    assert [row.tempat.baris for row in penyebut.terbesar] == [3]
    assert [row.tempat.baris for row in penyebut.ditolak_terbesar] == [4]
    assert penyebut.baris_dihitung == 2


def test_law_values_formula_and_readings(quarter: Tables) -> None:
    found = of(quarter)
    assert formula(found) == "Realisasi PDN / Realisasi pembayaran x 100%"
    assert found.langkah is not None
    assert [str(one) for one in found.langkah.dasar] == ["insekda/KESATU.a.6"]
    assert ("Instruksi Nomor 48 Tahun 2024", "diktum KESATU huruf a angka 6 (tempat belum dicocokkan)") in [
        (one.sumber, one.tempat) for one in found.klausul
    ]
    assert [(one.jenis, one.id, one.nilai, one.berlaku_sejak) for one in found.dipakai] == [
        ("parameter", "ambang_bawah", "80%", date(2024, 11, 26)),
        ("parameter", "ambang_atas", "100%", date(2024, 11, 26)),
        ("daftar", "kanal", "Tender, Non Tender", date(2024, 11, 26)),
        ("daftar", "status_mati", "PAKET DIBATALKAN, GAGAL", date(2024, 11, 26)),
        ("daftar", "rekening", "5.1.02, 5.2.02, 5.2.06", date(2024, 11, 26)),
    ]
    assert [(one.tafsir, one.pilihan) for one in found.bacaan] == [("basis", "rasio"), ("penyebut", "pembayaran")]
    assert [(str(one.sel), one.tampil) for one in parts(found, "Target")] == [("perkin.xlsx, Sheet1, baris 2", "85%")]


def formula(found: Penjelasan) -> str:
    (rumus,) = parts(found, "Rumus")
    return rumus.tampil


def gaps(found: Penjelasan) -> list[tuple[str, str]]:
    return [(one.uraian, one.tampil) for one in parts(found, "Di bawah", "Di atas", "Jarak")]


def test_the_way_to_each_threshold_is_told(quarter: Tables) -> None:
    """80% of 350 is 280, and 350 itself: of the 70 recorded 210 and 280 are wanting."""
    assert gaps(of(quarter)) == [
        ("Di bawah 80% (ambang_bawah)", "Rp210,00"),
        ("Di bawah 100% (ambang_atas)", "Rp280,00"),
    ]


def test_the_way_to_a_threshold_is_that_of_the_ratio_judged() -> None:
    """Against the target: 85% of 350 is 297,5; 80% of that is 238, so 168 are wanting."""
    with filled(ROWS) as tables:
        found = explained(tables, scope_of(pilihan={"basis": "terhadap_target"}), "A", "capaian_perkin")
    assert [words for _, words in gaps(found)] == ["Rp168,00", "Rp227,50"]
    assert plain(found.hasil)["kekurangan_ambang"] == "168"


def test_a_gap_of_less_than_a_sen_is_rounded_to_the_side_it_is_on() -> None:
    """80% of 333.33 is 266.664, which 266.66 does not reach and 266.67 passes by less than a sen."""
    scope = scope_of(pilihan={"penyebut_perkin": "tercatat"})
    for pdn, gap in (("266.66", "Rp0,01"), ("266.67", "Rp0,00")):
        with filled({"satker": [unit("A")], "realisasi_inaproc": [recorded("A", "333.33", pdn)]}) as tables:
            assert gaps(explained(tables, scope, "A", "capaian_perkin"))[0][1] == gap


def test_rows_that_add_up_to_another_sum_than_was_assessed_are_a_bug(quarter: Tables) -> None:
    assessment = evaluate(quarter, scope_of(), organisation(quarter, scope_of())[0], otherwise=False)
    quarter.ask("UPDATE realisasi_bayar SET nilai_realisasi = nilai_realisasi + 1")
    with pytest.raises(ArithmeticError, match="pembayaran"):
        explain(quarter, scope_of(), assessment, "A", "capaian_perkin")


def test_why_it_cannot_be_trusted_is_asked_of_the_tables_it_rests_on(quarter: Tables) -> None:
    asked: list[tuple[str, frozenset[str]]] = []

    def faults(kode: str, tables: Set[str]) -> tuple[str, ...]:
        asked.append((kode, frozenset(tables)))
        return ("bayar.csv, C5: rusak. Perbaiki.",)

    found = explained(quarter, scope_of(), "A", "capaian_perkin", faults=faults)
    assert found.ditahan == ("bayar.csv, C5: rusak. Perbaiki.",)
    assert asked == [("A", frozenset({"satker", "realisasi_bayar", "realisasi_inaproc"}))]


def test_formula_with_target() -> None:
    with filled(ROWS) as tables:
        found = explained(tables, scope_of(pilihan={"basis": "terhadap_target"}), "A", "capaian_perkin")
    assert formula(found) == "(Realisasi PDN / Realisasi pembayaran x 100%) / Target Perkin x 100%"
    assert found.langkah is not None
    assert found.langkah.nilai == Fraction(70 * 100 * 100, 350 * 85)
    assert len(parts(found, "Target")) == 1


def test_figure_that_cannot_be_had_says_why(quarter: Tables) -> None:
    found = of(quarter, indikator="porsi_impor")
    assert [(one.nilai, one.sebab, one.bukti) for one in sums(found)] == [(None, "tabel rup tidak ada", None)] * 2
    assert found.tampil == "tidak dapat dihitung"


@pytest.mark.parametrize("kode", ["A", "A1", "dinas satu"])
def test_unit_by_code_member_or_name(quarter: Tables, kode: str) -> None:
    assert of(quarter, kode).objek.unit == "A"


@pytest.mark.parametrize(
    ("kode", "indikator", "text"),
    [
        ("Dinas Sat", "capaian_perkin", "Tidak ada unit pelapor dengan kode atau nama Dinas Sat. "
                                        "Mungkin maksud Anda: Dinas Satu."),
        ("zzzz", "capaian_perkin", "Tidak ada unit pelapor dengan kode atau nama zzzz. Yang ada: A, Dinas Satu."),
        ("01", "capaian_perkin", "PDAM (01) tidak melapor: bukan unit pemerintah daerah. "
                                 "Pilih unit lain; daftarnya ada pada hasil p3dn evaluate."),
        ("A", "capaian_perkn", "Tidak ada indikator, hitungan, putusan, peringkat, atau penghargaan bernama "
                                     "capaian_perkn. "
                                    "Mungkin maksud Anda: capaian_perkin."),
    ],
    ids=["name", "nothing like it", "out", "indicator"],
)  # fmt: skip
def test_what_is_not_there_is_a_usage_error(quarter: Tables, kode: str, indikator: str, text: str) -> None:
    with pytest.raises(UsageError) as caught:
        of(quarter, kode, indikator)
    assert str(caught.value) == text


def test_json_is_plain_and_exact(quarter: Tables) -> None:
    plain = of(quarter).as_json()
    again = json.loads(json.dumps(plain))
    assert again == plain
    assert again["versi"] == "2"
    assert again["periode"] == "2024-TW4"
    assert again["hasil"]["tampil"] == "20,00%"
    assert again["hasil"]["nilai"] == "20.000000000000"
    assert again["langkah"]["nilai"] == again["hasil"]["nilai_pasti"] == "20"
    (penyebut,) = (one for one in again["langkah"]["bagian"] if one["judul"].startswith("Penyebut"))
    assert penyebut["nilai"] == again["hasil"]["penyebut"]
    assert penyebut["bukti"]["terbesar"][0] == {
        "berkas": "realisasi_bayar.xlsx",
        "lembar": "Sheet1",
        "baris": 3,
        "sel": None,
        "kolom": "nilai_realisasi - nilai_setoran",
        "nilai": "250",
        "penolak": None,
    }
    assert again["klausul"][0]["rujukan"] == "insekda/KESATU.a.6"


def test_largest_rows_go_by_size_whatever_the_sign() -> None:
    rows = {"satker": [unit("A")], "realisasi_bayar": [paid("A", "5"), paid("A", "1", setoran="10"), paid("A", "7")]}
    with filled(rows) as tables:
        found = explained(tables, scope_of(), "A", "capaian_perkin", baris=2)
    assert [row.nilai for row in told(sums(found)[1]).terbesar] == [Decimal(-9), Decimal(7)]


@pytest.mark.parametrize(
    ("term", "words"),
    [
        (Term("cara", Op.TERISI), "cara terisi"),
        (Term("bersih", Op.TERISI, ya=False), "Realisasi bersih kosong"),
        (Term("cara", Op.BUKAN, isi=("PDS", "x")), "cara bukan PDS, x"),
        (Term("cara", Op.SALAH_SATU, daftar="kanal"), "cara salah satu dari Daftar kanal: Tender, Non Tender"),
        (Term("tanggal_sp2d", Op.PALING_AWAL, tanggal="awal_tahun"), "tanggal_sp2d paling awal 1 Januari 2024"),
        (Term("tanggal_sp2d", Op.SETELAH, tanggal="data_per"), "tanggal_sp2d setelah 30 Desember 2024"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_terms_in_words(term: Term, words: str) -> None:
    assert term_in_words(term, scope_of(), SCHEMAS, "realisasi_bayar") == words


def test_row_with_a_blank_is_refused_by_the_term_that_reads_it() -> None:
    rows = {
        "satker": [unit("A")],
        "realisasi_bayar": [paid("A", "1", rekening=None), paid("A", "2", tanggal_sp2d=None), paid("A", "4")],  # type: ignore[arg-type]
    }
    with filled(rows) as tables:
        source = sums(explained(tables, scope_of(), "A", "capaian_perkin"))[1]
    assert (source.tampil, told(source).baris_dihitung) == ("Rp4,00", 1)
    assert [(one.memenuhi, one.tidak, one.ditolak, one.nilai_ditolak) for one in told(source).syarat] == [
        (2, 1, 1, Decimal(1)),
        (2, 1, 1, Decimal(2)),
        (2, 1, 0, Decimal(0)),
    ]


def test_target_is_the_units_own() -> None:
    perkin = [{"kode_satker": kode, "target": target, "satuan": "persen"} for kode, target in (("A", 85), ("B", 60))]
    rows = {"satker": [unit("A"), unit("B")], "perkin": perkin, "realisasi_bayar": [paid("A", "1")]}
    scope = scope_of(pilihan={"penyebut_perkin": "tercatat"})
    with filled({**rows, "realisasi_inaproc": [recorded("A", "100", "70")]}) as tables:
        found = explained(tables, scope, "A", "capaian_perkin")
    assert isinstance(found.hasil, IndikatorResult)
    assert found.hasil.target is not None
    assert [found.hasil.target.persen, found.hasil.target.selisih] == [Fraction(85), Fraction(-15)]
