"""The DKI folder holds every boundary case it promises, and nothing that would be an error."""

from __future__ import annotations

from collections import Counter
from datetime import date
from fractions import Fraction
from functools import cache
from itertools import pairwise

import pytest

from .folders import DKI, Row, codes_by_name, exact, first_sheet, parts, reporting_unit, run_tool, sheet, table

MASTER = DKI / "00-master-dinas-ppkukm.xlsx"
LISTED = ("5.1.02", "5.1.05.01.02.0001", "5.1.06.03.02.0001", "5.2.02", "5.2.03", "5.2.04", "5.2.05", "5.2.06")
DEAD = ("PAKET DIBATALKAN", "CANCELLED")
CUTOFF = date(2024, 12, 30)
CHANNELS = {
    "Tender", "Non Tender", "E-Katalog Versi 5.0", "E-Katalog Versi 6.0", "Toko Daring", "Pencatatan Non Tender",
    "Pencatatan Swakelola",
}  # fmt: skip

NOT_COMPUTABLE = "Biro Kepala Daerah"
BELOW = {
    "Dinas Kebudayaan": "55.1",
    "Dinas Pariwisata dan Ekonomi Kreatif": "68.4",
    "Dinas Sumber Daya Air": "71.25",
    "Biro Umum dan Administrasi Sekretariat Daerah": "74.8",
    "Badan Kepegawaian Daerah": "76.3",
    "Dinas Pertamanan dan Hutan Kota": "79.995",
}
ABOVE = {
    "Satuan Polisi Pamong Praja": "100.0001",
    "Biro Hukum": "101.8",
    "Kabupaten Administrasi Kepulauan Seribu": "103.5",
    "Dinas Komunikasi, Informatika dan Statistik": "104.2",
}
ON_THE_LINE = {"Dinas Perhubungan": "80", "Badan Pendapatan Daerah": "100"}


def satker() -> tuple[Row, ...]:
    return sheet(MASTER, "satker")


def payments() -> tuple[Row, ...]:
    return sheet(DKI / "bpkd-realisasi-pembayaran.xlsx", "Laporan Realisasi", header_row=3)


def packages() -> tuple[Row, ...]:
    return sheet(DKI / "bppbj-realisasi-inaproc.xlsx", "Data Realisasi")


def rup() -> tuple[Row, ...]:
    return table(DKI / "bppbj-rup.csv", ";")


def reporting() -> dict[str, Row]:
    """The reporting units by name: every perangkat daerah but the Sekretariat Daerah, and the Biro."""
    return {
        row["nama_satker"]: row
        for row in satker()
        if row["jenis"] != "unit" and row["nama_satker"] != "Sekretariat Daerah"
    }


def listed(kode: str) -> bool:
    return any(kode == listed or kode.startswith(listed + ".") for listed in LISTED)


@cache
def paid() -> dict[str, Fraction]:
    house = reporting_unit(satker())
    total: dict[str, Fraction] = dict.fromkeys(house.values(), Fraction(0))
    for row in payments():
        if listed(row["Kode Rekening"]) and row["Tanggal SP2D"].date() <= CUTOFF:
            total[house[row["Kode SKPD"]]] += exact(row["Nilai Realisasi"]) - exact(row["Nilai Setoran"])
    return total


@cache
def domestic() -> dict[str, Fraction]:
    house, codes = reporting_unit(satker()), codes_by_name(satker())
    total: dict[str, Fraction] = dict.fromkeys(house.values(), Fraction(0))
    for row in packages():
        if row["Status Paket"] not in DEAD:
            total[house[codes[row["Nama Satuan Kerja"].casefold()]]] += exact(row["Nilai PDN (Rp)"])
    return total


def capaian(name: str) -> Fraction | None:
    kode = reporting()[name]["kode_satker"]
    return domestic()[kode] / paid()[kode] * 100 if paid()[kode] else None


@cache
def import_share() -> dict[str, Fraction]:
    house, codes, total, foreign = reporting_unit(satker()), codes_by_name(satker()), Counter[str](), Counter[str]()
    for row in rup():
        kode = house[codes[row["Nama Satuan Kerja"].casefold()]]
        total[kode] += int(row["Total Nilai (Rp)"])
        foreign[kode] += int(row["Total Nilai (Rp)"]) if row["Produk Dalam Negeri"] == "Non-PDN" else 0
    return {name: Fraction(foreign[u["kode_satker"]], total[u["kode_satker"]]) * 100 for name, u in reporting().items()}


def rows_of(name: str, sheet_name: str) -> list[Row]:
    kode = reporting()[name]["kode_satker"]
    return [r for r in sheet(DKI / "alasan-dan-kronologi.xlsx", sheet_name) if r["kode_satker"] == kode]


def test_the_first_sheet_says_that_the_figures_are_invented() -> None:
    name, text = first_sheet(MASTER)
    assert name == "Baca dahulu"
    assert "DIKARANG" in text
    assert "bukan data resmi" in text


def test_meta_names_one_region_period_and_cut_off() -> None:
    meta = {row["kunci"]: row["nilai"] for row in sheet(MASTER, "meta")}
    assert (meta["kd_klpd"], meta["tahun_anggaran"], meta["triwulan"]) == ("D69", "2024", "4")
    assert meta["tanggal_cutoff"].date() == CUTOFF
    assert meta["tahapan_apbd"] == "APBD Perubahan"


def test_every_file_has_a_source() -> None:
    assert {row["berkas"] for row in sheet(MASTER, "sumber_data")} == {path.name for path in DKI.iterdir()}


def test_41_perangkat_daerah_and_10_biro_report() -> None:
    jenis = Counter(row["jenis"] for row in satker())
    assert (jenis["perangkat_daerah"], jenis["biro"]) == (42, 10)
    assert jenis["unit"] >= 5
    assert len(reporting()) == 51


def test_every_unit_hangs_where_it_should() -> None:
    codes = {row["kode_satker"] for row in satker()}
    assert len(codes) == len(satker())
    biro = {row["kode_satker"] for row in satker() if row["jenis"] == "biro"}
    for row in satker():
        assert row["biro_koordinator"] in biro
        assert row["asisten"]
        assert row["jabatan_pimpinan"]
        assert (row["kode_induk"] in codes) == (row["jenis"] in ("biro", "unit"))
        assert row["kode_satker"].endswith(".0000") == (row["jenis"] == "perangkat_daerah")


@pytest.mark.parametrize(
    ("nama", "jabatan"),
    [
        ("Inspektorat", "Inspektur"),
        ("Sekretariat Dewan Perwakilan Rakyat Daerah", "Sekretaris Dewan Perwakilan Rakyat Daerah"),
        ("Kota Administrasi Jakarta Pusat", "Wali Kota Administrasi Jakarta Pusat"),
        ("Kabupaten Administrasi Kepulauan Seribu", "Bupati Administrasi Kepulauan Seribu"),
        ("Satuan Polisi Pamong Praja", "Kepala Satuan Polisi Pamong Praja"),
        ("Badan Penanggulangan Bencana Daerah", "Kepala Pelaksana Badan Penanggulangan Bencana Daerah"),
        ("Biro Hukum", "Kepala Biro Hukum"),
    ],
)
def test_heads_bear_their_own_titles(nama: str, jabatan: str) -> None:
    assert reporting()[nama]["jabatan_pimpinan"] == jabatan


def test_the_sekretariat_daerah_books_nothing_itself() -> None:
    (setda,) = [row for row in satker() if row["nama_satker"] == "Sekretariat Daerah"]
    assert setda["kode_satker"] not in {row["Kode SKPD"] for row in payments()}
    assert "sekretariat daerah" not in {row["Nama Satuan Kerja"].casefold() for row in packages()}


@pytest.mark.parametrize(("nama", "persen"), [*BELOW.items(), *ABOVE.items(), *ON_THE_LINE.items()])
def test_chosen_units_stand_exactly_where_they_should(nama: str, persen: str) -> None:
    assert capaian(nama) == Fraction(persen)


def test_all_other_units_lie_between_82_and_98_percent() -> None:
    others = reporting().keys() - BELOW.keys() - ABOVE.keys() - ON_THE_LINE.keys() - {NOT_COMPUTABLE}
    assert len(others) == 38
    for nama in others:
        value = capaian(nama)
        assert value is not None
        assert 82 < value < 98, nama


def test_one_unit_has_records_and_a_target_but_no_payment_that_counts() -> None:
    kode = reporting()[NOT_COMPUTABLE]["kode_satker"]
    assert capaian(NOT_COMPUTABLE) is None
    assert domestic()[kode] > 0
    assert any(row["Kode SKPD"] == kode for row in payments()), "payments after the cut-off or off the list"
    assert any(row["kode_satker"] == kode for row in sheet(MASTER, "perkin"))


def test_units_below_a_perangkat_daerah_change_its_figure() -> None:
    units = {row["kode_satker"]: row["kode_induk"] for row in satker() if row["jenis"] == "unit"}
    assert {row["Kode SKPD"] for row in payments()} >= units.keys()
    for kode, induk in units.items():
        below = [r for r in payments() if r["Kode SKPD"] == kode and listed(r["Kode Rekening"])]
        assert 0 < sum(exact(row["Nilai Realisasi"]) for row in below) < paid()[induk]


def test_enough_rows_in_every_channel() -> None:
    assert len(packages()) >= 5000
    assert len(payments()) >= 5000
    channels = Counter(row["Sumber Transaksi"] for row in packages())
    assert channels.keys() == CHANNELS
    assert min(channels.values()) > 100


def test_the_folder_is_small() -> None:
    assert sum(path.stat().st_size for path in DKI.iterdir()) < 2_500_000


def test_no_package_twice_in_a_channel_and_no_sp2d_twice() -> None:
    assert max(Counter((row["Sumber Transaksi"], row["Kode Paket"]) for row in packages()).values()) == 1
    assert max(Counter(row["Nomor SP2D"] for row in payments()).values()) == 1
    assert max(Counter(row["Kode RUP"] for row in rup()).values()) == 1


def test_parts_of_a_package_do_not_exceed_it() -> None:
    for row in packages():
        if row["Total Nilai (Rp)"] is not None:
            assert exact(row["Nilai PDN (Rp)"]) <= exact(row["Total Nilai (Rp)"])
            assert exact(row["Nilai UMK (Rp)"]) <= exact(row["Total Nilai (Rp)"])
        else:
            assert row["Nilai PDN (Rp)"] is None


def test_cancelled_packages_would_change_the_figures_if_they_counted() -> None:
    dead = [row for row in packages() if row["Status Paket"] in DEAD]
    assert {row["Status Paket"] for row in dead} == set(DEAD)
    assert len(dead) > 100
    assert all(row["Nilai PDN (Rp)"] for row in dead)


def test_payments_that_must_not_count_are_there() -> None:
    late = [row for row in payments() if row["Tanggal SP2D"].date() > CUTOFF]
    assert {row["Tanggal SP2D"].date() for row in late} == {date(2024, 12, 31)}
    assert all(listed(row["Kode Rekening"]) for row in late)
    off = {row["Kode Rekening"] for row in payments() if not listed(row["Kode Rekening"])}
    assert any(kode.startswith("5.2.01") for kode in off)
    assert any(kode.startswith("5.1.05.05") for kode in off)
    assert any(row["Tanggal SP2D"].date() == CUTOFF for row in payments()), "the cut-off day itself counts"
    assert any(exact(row["Nilai Setoran"]) for row in payments())


def test_all_eight_accounts_are_paid_from() -> None:
    used = {row["Kode Rekening"] for row in payments()}
    for kode in LISTED:
        assert any(one == kode or one.startswith(kode + ".") for one in used), kode


def test_amounts_down_to_the_sen_add_up() -> None:
    assert any(exact(row["Nilai PDN (Rp)"]).denominator > 1 for row in packages())


def test_blank_pdn_values_stand_in_two_units_only() -> None:
    blank = [r for r in packages() if r["Total Nilai (Rp)"] is not None and r["Nilai PDN (Rp)"] is None]
    house, codes = reporting_unit(satker()), codes_by_name(satker())
    assert len({house[codes[row["Nama Satuan Kerja"].casefold()]] for row in blank}) == 2


def test_every_row_names_a_known_unit() -> None:
    codes, names = {row["kode_satker"] for row in satker()}, codes_by_name(satker())
    assert {row["Kode SKPD"] for row in payments()} <= codes
    assert {row["Nama Satuan Kerja"].casefold() for row in (*packages(), *rup())} <= names.keys()
    assert {row["kode_satker"] for row in table(DKI / "bpkd-anggaran.csv")} <= codes


def test_names_are_spelt_in_more_than_one_way() -> None:
    spelt = {row["Nama Satuan Kerja"] for row in packages()}
    assert {"Dinas PPKUKM", "DINAS KESEHATAN", "Dinas Kesehatan"} <= spelt


def test_payments_name_packages_of_their_own_unit() -> None:
    codes = codes_by_name(satker())
    home = {row["Kode Paket"]: codes[row["Nama Satuan Kerja"].casefold()] for row in packages()}
    named = [row for row in payments() if row["kode_paket"]]
    assert len(named) > 3000
    assert all(home[row["kode_paket"]] == row["Kode SKPD"] for row in named)


def test_import_shares() -> None:
    share = import_share()
    assert share["Dinas Bina Marga"] == 5
    assert {name: value for name, value in share.items() if value > 5} == {
        "Dinas Kesehatan": Fraction("7.2"),
        "Dinas Komunikasi, Informatika dan Statistik": Fraction("6.31"),
    }
    assert share["Inspektorat"] == 0


def test_rup_has_both_ways_and_some_packages_without_a_mark() -> None:
    kinds = Counter((row["Cara Pengadaan"], row["Produk Dalam Negeri"]) for row in rup())
    assert kinds.keys() == {("Penyedia", "PDN"), ("Penyedia", "Non-PDN"), ("Penyedia", ""), ("Swakelola", "")}


def test_targets() -> None:
    target = {row["kode_satker"]: (row["target"], row["satuan"]) for row in sheet(MASTER, "perkin")}
    missing = [name for name, row in reporting().items() if row["kode_satker"] not in target]
    other = {value for value in target.values() if value != (80, "persen")}
    assert missing == ["Badan Penanggulangan Bencana Daerah"]
    assert other == {(85, "persen"), (1480000000000, "rupiah")}
    pembina = "Dinas Perindustrian, Perdagangan, Koperasi, Usaha Kecil dan Menengah"
    assert target[reporting()[pembina]["kode_satker"]] == (80, "persen")


def test_budget_covers_payments() -> None:
    budget = {
        (r["kode_satker"], r["kode_rekening"]): int(r["anggaran_perubahan"]) for r in table(DKI / "bpkd-anggaran.csv")
    }
    spent: Counter[tuple[str, str]] = Counter()
    for row in payments():
        net = exact(row["Nilai Realisasi"]) - exact(row["Nilai Setoran"])
        spent[row["Kode SKPD"], row["Kode Rekening"]] += int(net)
    assert budget.keys() == spent.keys()
    assert all(budget[key] >= spent[key] for key in spent)


@pytest.mark.parametrize("nama", [*BELOW, *ABOVE])
def test_reasons_and_chronologies(nama: str) -> None:
    alasan, kronologi = rows_of(nama, "alasan"), rows_of(nama, "kronologi")
    if nama == "Dinas Pariwisata dan Ekonomi Kreatif":
        assert (alasan, kronologi) == ([], [])
        return
    kategori = "di_bawah" if nama in BELOW else "melebihi"
    assert {row["kategori"] for row in alasan} == {kategori}
    assert all(row["tindak_lanjut"] and row["batas_waktu"] and row["penanggung_jawab"] for row in alasan)
    if nama == "Badan Kepegawaian Daerah":
        assert kronologi == []
        return
    assert 3 <= len(kronologi) <= 5
    assert all(row["bukti"] and row["tanggal"].date() <= CUTOFF for row in kronologi)
    assert all(before["tanggal"] < after["tanggal"] for before, after in pairwise(kronologi))


def test_nobody_else_gives_reasons() -> None:
    flagged = {reporting()[name]["kode_satker"] for name in [*BELOW, *ABOVE]}
    for name in ("alasan", "kronologi"):
        assert {row["kode_satker"] for row in sheet(DKI / "alasan-dan-kronologi.xlsx", name)} <= flagged


def test_officials_are_invented_and_complete() -> None:
    officials = {row["jabatan"]: row for row in sheet(MASTER, "pejabat")}
    heads = {f"kepala_{row['kode_satker']}" for row in reporting().values()}
    asisten = {f"asisten_{row['asisten'].lower().replace(' ', '_')}" for row in reporting().values() if row["asisten"]}
    assert officials.keys() == heads | asisten | {"ketua_tim", "ketua_harian"}
    assert all(row["nama"].startswith("Nama Pejabat ") for row in officials.values())
    assert all(row["nip"].startswith("00000000 000000 0 ") for row in officials.values())
    acting = {row["sebutan_jabatan"] for row in officials.values() if row["status"] == "plt"}
    assert acting == {"Kepala Dinas Kebudayaan", "Kepala Biro Hukum"}


def test_nobody_is_named_in_the_export() -> None:
    assert all(row["Nama PPK"] is None for row in packages())
    assert all((row["Nama Penyedia"] or "Penyedia 0000").startswith("Penyedia ") for row in packages())


def test_the_generator_writes_the_committed_folder(tmp_path_factory: pytest.TempPathFactory) -> None:
    target = tmp_path_factory.mktemp("dki")
    run_tool("contoh_dki.py", target)
    assert {path.name for path in target.iterdir()} == {path.name for path in DKI.iterdir()}
    for path in DKI.iterdir():
        assert parts(target / path.name) == parts(path), path.name
