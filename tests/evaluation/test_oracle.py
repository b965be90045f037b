"""The engine and the oracle agree on random rulebooks and random rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from p3dn_reports.evaluation.alternatives import evaluate
from p3dn_reports.evaluation.assessment import Assessment, Figures, IndikatorResult, UnitResult
from p3dn_reports.evaluation.explain import explain
from p3dn_reports.evaluation.organisation import organisation
from p3dn_reports.formatting import rupiah
from p3dn_reports.rules import (
    Bagian,
    Band,
    KolomTabel,
    Op,
    Pilihan,
    Pita,
    Rincian,
    Rulebook,
    Scope,
    Syarat,
    Term,
    Ukuran,
)
from p3dn_reports.vocabulary import Periode
from tests.evaluation.explaining import sums
from tests.evaluation.factory import (
    CUTOFF,
    INSEKDA,
    PERBUP,
    dated,
    filled,
    parameter,
    rulebook,
    scope_of,
    unit,
    word_list,
)
from tests.evaluation.oracle import Answer, Oracle

A, B, SETDA, BIRO = "1.02.0.00.0.00.01.0000", "B", "SETDA", "SETDA.1"
SATKER = [
    unit(A, "Dinas Pembina"),
    unit("1.02.0.00.0.00.01.0007", jenis="unit"),
    unit("A.7", jenis="unit", induk="1.02.0.00.0.00.01.0007"),
    unit(B),
    unit(SETDA),
    unit(BIRO, jenis="biro", induk=SETDA),
    unit("OUT", jenis="bukan_pemda"),
]
CODES = [row["kode_satker"] for row in SATKER] + ["asing"]

rekening = st.sampled_from(
    ["5.1.02", "5.1.02.01", "5.2.02", "5.2.020", "5.2.02.0", "5.2.0", "5.2", "5.1.01", "15.1.02", "5.2.02.05.01.0003"]
)
satker_codes = st.sampled_from(CODES)
money = st.none() | st.integers(-3, 10**17).map(lambda sen: Decimal(sen).scaleb(-2)) | st.just(Decimal(0))
days = st.none() | st.sampled_from(
    [
        *(date(2023, 12, 31), date(2024, 1, 1), date(2024, 12, 29), date(2024, 12, 30), date(2024, 12, 31)),
        *(date(2020, 2, 29), date(2023, 1, 1), date(2019, 12, 30)),
    ]
)
years = st.none() | st.sampled_from([0, 1, 4, 5, -4, 7975, 7976, -2024, 10**15])
words = st.none() | st.sampled_from(
    ["", "  ", "Tender", "tender ", " NON TENDER", "Toko", "GAGAL", "gagal", "Selesai", "o'k", "PDS", "PDN", "Non-PDN"]
)
keys = st.none() | st.sampled_from(["", " ", "P1", "p1 ", "P2", "Tender"])
kinds = st.none() | st.sampled_from(
    [
        *("", " ; ", "Barang", " barang ;Pekerjaan Konstruksi", "Pekerjaan Konstruksi; ", "Barang Tender", ";tender"),
        *("5.2.020", "5.1.02 ;5.2.02.05", "5.1;15.1.02", "5.2.02. ; x"),
    ]
)

payments = st.fixed_dictionaries(
    {
        "kode_satker": satker_codes,
        "kode_rekening": st.none() | rekening,
        "nilai_realisasi": money,
        "nilai_setoran": money,
        "tanggal_sp2d": days,
        "cara": words,
        "masa": years,
    }
)
records = st.fixed_dictionaries(
    {
        "kode_satker": satker_codes,
        "sumber_transaksi": words,
        "status_paket": words,
        "total_nilai": money,
        "nilai_pdn": money,
        "kode_paket": keys,
        "jenis_pengadaan": kinds,
    }
)
plans = st.fixed_dictionaries(
    {
        "kode_satker": satker_codes,
        "cara_pengadaan": words,
        "tipe_paket": words,
        "produk_dalam_negeri": words,
        "total_nilai": money,
        "kode_rup": keys,
        "jenis_pengadaan": kinds,
        "kd_rup_swakelola": keys,
    }
)
ratings = st.fixed_dictionaries({"kode_satker": satker_codes, "kode_paket": keys, "sumber_transaksi": words})
watchings = st.fixed_dictionaries({"kode_satker": satker_codes, "kode_rup": keys, "status": words, "tanggal": days})
declarations = st.fixed_dictionaries({"kode_satker": satker_codes, "kode_rup": keys})
promises = st.lists(
    st.fixed_dictionaries(
        {
            "kode_satker": satker_codes,
            "target": st.none() | st.sampled_from([Decimal(0), Decimal(80), Decimal("33.3"), Decimal(10**9)]),
            "satuan": st.sampled_from(["persen", "rupiah"]),
        }
    ),
    max_size=5,
    unique_by=lambda row: row["kode_satker"],
)


@st.composite
def folders(draw: st.DrawFn) -> dict[str, list[dict[str, Any]]]:
    """Rows of every table; a table other than satker may be absent."""
    rows = {"satker": draw(st.permutations(SATKER))}
    tables = {
        "realisasi_bayar": payments,
        "realisasi_inaproc": records,
        "rup": plans,
        "penilaian": ratings,
        "deklarasi": declarations,
        "pantauan": watchings,
    }
    for name, row in tables.items():
        if draw(st.integers(0, 5)):
            rows[name] = draw(st.lists(row, max_size=12))
    if draw(st.booleans()):
        rows["perkin"] = draw(promises)
    return rows


def _terms(kolom: str, daftar: st.SearchStrategy[str]) -> st.SearchStrategy[Term]:
    isi = st.lists(st.sampled_from(["Tender", "gagal", "Selesai", "o'k", "Toko "]), max_size=3).map(tuple)
    return st.one_of(
        st.builds(Term, st.just(kolom), st.just(Op.TERISI), ya=st.booleans()),
        st.builds(Term, st.just(kolom), st.sampled_from([Op.SALAH_SATU, Op.BUKAN]), daftar=daftar),
        st.builds(Term, st.just(kolom), st.sampled_from([Op.SALAH_SATU, Op.BUKAN]), isi=isi),
    )


_DATE_TERMS = st.builds(
    Term,
    st.just("tanggal_sp2d"),
    st.sampled_from([Op.PALING_LAMBAT, Op.PALING_AWAL, Op.SETELAH, Op.SEBELUM]),
    tanggal=st.sampled_from(["data_per", "awal_tahun"]),
    tahun=st.sampled_from([None, "masa"]),
)
_ACCOUNT_TERMS = st.builds(
    Term, st.just("kode_rekening"), st.sampled_from([Op.TURUNAN_DARI, Op.BUKAN]), daftar=st.just("rekening")
)


_PARTS = (st.just("jenis_pengadaan"), st.sampled_from([Op.MEMUAT, Op.TIDAK_MEMUAT]))
_PART_TERMS = st.builds(
    Term,
    *_PARTS,
    isi=st.lists(st.sampled_from(["Barang", "pekerjaan konstruksi", "Tender"]), min_size=1, max_size=2).map(tuple),
) | st.builds(Term, *_PARTS, daftar=st.sampled_from(["rekening", "kanal"]))
_LOOKUP_TERMS = st.builds(
    Term,
    st.sampled_from(["kode_paket", "sumber_transaksi"]),
    st.sampled_from([Op.ADA_PADA, Op.TIDAK_ADA_PADA]),
    pada=st.sampled_from(
        [
            KolomTabel("penilaian", "kode_paket"),
            KolomTabel("penilaian", "kode_paket", sama="sumber_transaksi"),
            KolomTabel("penilaian", "sumber_transaksi", ("bernilai",), "kode_paket"),
            KolomTabel("realisasi_inaproc", "sumber_transaksi", ("dinilai",)),
        ]
    ),
)
DINILAI = Term("kode_paket", Op.ADA_PADA, pada=KolomTabel("penilaian", "kode_paket", sama="sumber_transaksi"))
PER_KANAL = Rincian(
    "per_kanal", "Per kanal", "realisasi_inaproc", ("tercatat",), "sumber_transaksi", "kanal", ("total_nilai",),
    {"selesai": Bagian(("dinilai",), ("berpenilaian",)), "lunas": Bagian(("pdn_kosong",))},
)  # fmt: skip
"""The packages of every channel with those that are rated, where any of the channel is."""

_PDS = Term("tipe_paket", Op.BUKAN, isi=("Tender", "Selesai"))
_WITHIN = KolomTabel("rup", "kode_rup", ("swakelola",))
LOOKED_UP = (
    Syarat("bernilai", "Bernilai", "penilaian", (Term("kode_paket", Op.TERISI),)),
    Syarat("dinilai", "Dinilai", "realisasi_inaproc", (DINILAI,)),
    Syarat(
        "berpenilaian",
        "Berpenilaian",
        "realisasi_inaproc",
        (
            Term(
                "sumber_transaksi",
                Op.ADA_PADA,
                pada=KolomTabel("realisasi_inaproc", "sumber_transaksi", ("dinilai",)),
            ),
        ),
    ),
    Syarat("swakelola", "Swakelola", "rup", (Term("cara_pengadaan", Op.SALAH_SATU, isi=("Selesai", "Tender")),)),
    Syarat("di_dalam", "Di dalam", "rup", (_PDS, Term("kd_rup_swakelola", Op.ADA_PADA, pada=_WITHIN))),
    Syarat("satu_kali", "Satu kali", "rup", (Term("", Op.KECUALI, syarat=("di_dalam",)),)),
    Syarat("tanpa_pds", "Tanpa PDS", "rup", (_PDS,)),
)
HITUNG_PDS = Pilihan("rup_dihitung", "pds", "sekali", {"sekali": "satu_kali", "tanpa": "tanpa_pds"})


@st.composite
def rulebooks(draw: st.DrawFn) -> Rulebook:
    """The small rulebook with random conditions, lists, bands and laws behind them."""
    base = rulebook()
    law = st.sampled_from([INSEKDA, INSEKDA, INSEKDA, PERBUP])
    bayar = draw(st.lists(_DATE_TERMS | _ACCOUNT_TERMS | _terms("cara", st.just("kanal")), min_size=1, max_size=4))
    channel = _terms("sumber_transaksi", st.just("kanal")) | _terms("status_paket", st.just("status_mati"))
    catat = draw(st.lists(channel | _PART_TERMS | _LOOKUP_TERMS, min_size=1, max_size=3))
    syarat = {
        **base.syarat,
        "belanja": Syarat("belanja", "Belanja", "realisasi_bayar", tuple(bayar)),
        "tercatat": Syarat("tercatat", "Tercatat", "realisasi_inaproc", tuple(catat)),
        **{one.id: one for one in LOOKED_UP},
    }
    pagu = replace(base.ukuran["pagu"], memenuhi=("rup_dihitung",))
    banyak = Ukuran("banyak", "Banyak", "realisasi_bayar", None, draw(st.sampled_from([(), ("belanja",)])))
    codes = draw(st.lists(rekening, min_size=1, max_size=4, unique=True))
    daftar = {**base.daftar, "rekening": word_list("rekening", codes, hierarki=draw(st.booleans()))}
    daftar["kanal"] = replace(daftar["kanal"], nilai=(replace(daftar["kanal"].nilai[0], dasar=draw(law)),))
    low = parameter("ambang_bawah", draw(st.sampled_from(["80", "33.33335", "0"])), draw(law))
    later = dated(Decimal(7), sejak=date(2024, 12, 30))
    parameters = {**base.parameter, "ambang_bawah": replace(low, nilai=draw(st.sampled_from([low.nilai, (later,)])))}
    bands = base.pita["status_perkin"].batas
    turned = (Band("di_bawah", "", paling_banyak="ambang_bawah"), Band("melebihi", ""))
    pita = {**base.pita, "status_perkin": Pita("status_perkin", "", draw(st.sampled_from([bands, turned])))}
    return replace(
        base,
        syarat=syarat,
        ukuran={**base.ukuran, "banyak": banyak, "pagu": pagu},
        daftar=daftar,
        parameter=parameters,
        pita=pita,
        rincian={**base.rincian, "per_kanal": PER_KANAL},
        pilihan={**base.pilihan, "rup_dihitung": HITUNG_PDS},
    )


@st.composite
def scopes(draw: st.DrawFn) -> Scope:
    return scope_of(
        draw(rulebooks()),
        periode=draw(st.sampled_from([Periode(2024, 4), Periode(2024, 4), Periode(2024, 4), Periode(2024, 3)])),
        data_per=draw(st.sampled_from([CUTOFF, date(2024, 12, 29), date(2024, 12, 31)])),
        pilihan={
            "penyebut_perkin": draw(st.sampled_from(["pembayaran", "tercatat"])),
            "basis": draw(st.sampled_from(["rasio", "terhadap_target"])),
            "rup_dihitung": draw(st.sampled_from(["sekali", "tanpa"])),
        },
    )


_SETTINGS = settings(max_examples=70, suppress_health_check=[HealthCheck.too_slow])


@_SETTINGS
@given(
    scope=scopes(),
    rows=folders(),
    ditahan=st.sets(st.sampled_from([A, B, BIRO])),
    cacat=st.dictionaries(
        st.sampled_from(["penilaian", "deklarasi", "pantauan"]),
        st.frozensets(st.sampled_from([A, B, BIRO])),
        max_size=2,
    ),
)
def test_engine_and_oracle_agree(
    scope: Scope, rows: dict[str, list[dict[str, Any]]], ditahan: set[str], cacat: dict[str, frozenset[str]]
) -> None:
    oracle = Oracle(scope.rulebook, scope.daerah, scope.periode, scope.data_per, rows)
    with filled(rows) as tables:
        units, problems = organisation(tables, scope)
        assessment = evaluate(tables, scope, units, frozenset(ditahan), cacat)
    assert problems == ()
    assert [one.kode_satker for one in units.pelapor] == oracle.pelapor()
    answer = oracle.answer(ditahan, cacat)
    for result in assessment.unit:
        _same_figures(result.figures, answer, result.unit.kode_satker)
        _same_lists(result, answer)
    _same_figures(assessment.seluruh, answer, None)
    left = {name: one.tidak_ikut for name, one in assessment.seluruh.indikator.items() if one.tidak_ikut is not None}
    assert {name: (set(one.unit), one.jumlah, one.nilai) for name, one in left.items()} == answer.tidak_ikut
    _same_remarks(assessment, answer, scope)


@settings(_SETTINGS, max_examples=20)
@given(scope=scopes(), rows=folders(), name=st.sampled_from(["capaian_perkin", "porsi_impor"]))
def test_explanation_and_oracle_agree(scope: Scope, rows: dict[str, list[dict[str, Any]]], name: str) -> None:
    oracle = Oracle(scope.rulebook, scope.daerah, scope.periode, scope.data_per, rows)
    answer = oracle.answer()
    with filled(rows) as tables:
        units, _ = organisation(tables, scope)
        assessment = evaluate(tables, scope, units, otherwise=False)
        explanation = explain(tables, scope, assessment, A, name)
    assert isinstance(explanation.hasil, IndikatorResult)
    assert explanation.hasil.nilai == answer.nilai[A, name]
    assert explanation.hasil.pita == answer.pita[A, name]
    (anggota,) = (one.anggota for one in assessment.organisasi.pelapor if one.kode_satker == explanation.objek.unit)
    for step in sums(explanation):
        if (source := step.bukti) is not None:
            own = [row for row in rows.get(source.tabel, []) if row["kode_satker"] in anggota]
            assert step.nilai == answer.ukuran[A, source.ukuran]
            assert source.baris_unit == len(own)
            assert source.baris_dihitung + sum(vonis.ditolak for vonis in source.syarat) == len(own)
            assert all(vonis.memenuhi + vonis.tidak == len(own) for vonis in source.syarat)
            assert len(source.terbesar) == source.baris_dihitung


def _same_figures(figures: Figures, answer: Answer, kode: str | None) -> None:
    for name, amount in figures.ukuran.items():
        assert _fraction(amount) == answer.ukuran[kode, name], (kode, name)
    for name, result in figures.indikator.items():
        assert result.nilai == answer.nilai[kode, name], (kode, name)
        assert result.pita == answer.pita[kode, name], (kode, name)
        assert (result.nilai is None) == (result.sebab is not None)
    for name, lines in figures.rincian.items():
        found = [
            (line.kode, line.banyak, [Fraction(one) for one in line.jumlah.values()], dict(line.bagian))
            for line in lines
        ]
        assert found == answer.rincian[kode, name], (kode, name)


def _same_lists(result: UnitResult, answer: Answer) -> None:
    for name, found in result.peringkat.items():
        count, listed = answer.peringkat[result.unit.kode_satker, name]
        rows = [
            (row.urutan, Fraction(row.nilai), [*row.isi.values()], [*row.pemantauan.values()]) for row in found.baris
        ]
        assert (found.jumlah_baris, rows) == (count if listed else 0, listed)
        assert found.sebab is None or (found.catatan, rows) == (None, [])


def _same_remarks(assessment: Assessment, answer: Answer, scope: Scope) -> None:
    checks = {name.replace("_", "-"): name for name in scope.rulebook.pemeriksaan}
    found = [(checks[one.kode], one.unit[0], one.pesan) for one in assessment.problems if one.kode in checks]
    named = {row["kode_satker"]: row["nama_satker"] for row in SATKER}
    expected = [
        (name, kode, f"{banyak} paket {named[kode]} senilai {rupiah(total)} tanpa Nilai PDN.")
        for name, kode, banyak, total in answer.pemeriksaan
    ]
    assert found == expected


def _fraction(value: Decimal | None) -> Fraction | None:
    return None if value is None else Fraction(value)
