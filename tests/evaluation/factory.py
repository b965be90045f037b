"""Small tables and a small rulebook, made by hand: no YAML of the product, no file of the product."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from p3dn_reports.rules import (
    Aspek,
    Band,
    Citation,
    Daerah,
    Daftar,
    Dated,
    DerivedColumn,
    Indikator,
    KolomTabel,
    ListItem,
    Op,
    Parameter,
    Pemantauan,
    Pemeriksaan,
    Penghargaan,
    Peringkat,
    Pilihan,
    Pita,
    Rincian,
    Rujukan,
    Rulebook,
    Scope,
    SubKriteria,
    SumberHukum,
    Syarat,
    TanggalAcuan,
    Target,
    Term,
    Ukuran,
)
from p3dn_reports.tables import Column, Kind, TableSchema
from p3dn_reports.tables.duck import DuckTables, memory_tables
from p3dn_reports.vocabulary import Periode

if TYPE_CHECKING:
    from collections.abc import Iterator

TW4 = Periode(2024, 4)
CUTOFF = date(2024, 12, 30)
INSEKDA = (Citation("insekda", "KESATU.a.6"),)
PERBUP = (Citation("perbup", "23"),)

Rows = Mapping[str, Iterable[Mapping[str, Any]]]

_COLUMNS: dict[str, str] = {
    "satker": "kode_satker nama_satker:teks jenis kode_induk",
    "perkin": "kode_satker target:angka satuan",
    "realisasi_bayar": "kode_satker kode_rekening:kode_rekening nilai_realisasi:rupiah nilai_setoran:rupiah "
    "tanggal_sp2d:tanggal cara:teks masa:bulat",
    "realisasi_inaproc": "kode_satker sumber_transaksi:teks status_paket:teks total_nilai:rupiah nilai_pdn:rupiah "
    "kode_paket jenis_pengadaan:teks",
    "rup": "kode_satker cara_pengadaan:teks tipe_paket:teks produk_dalam_negeri:teks total_nilai:rupiah "
    "kode_rup jenis_pengadaan:teks kd_rup_swakelola",
    "deklarasi": "kode_satker kode_rup",
    "penilaian": "kode_satker kode_paket sumber_transaksi:teks",
    "pantauan": "kode_satker kode_rup status:teks tanggal:tanggal",
    "peserta_penghargaan": "peserta nama:teks kelompok kategori sub_kategori:teks nominasi:ya_tidak alamat:teks "
    "produk:teks data_pemetaan:teks",
    "nilai_pengguna": "peserta tahap aspek sub_kriteria nilai:angka bukti:teks",
    "nilai_produsen": "peserta tahap aspek sub_kriteria nilai:angka bukti:teks",
}


def _schema(name: str, words: str) -> TableSchema:
    pairs = [(word.partition(":")[0], word.partition(":")[2] or "kode") for word in words.split()]
    columns = tuple(Column(column, Kind(kind), header=column, title=column) for column, kind in pairs)
    return TableSchema(name, title=name, description="", columns=columns, unit_column=columns[0].name)


SCHEMAS = {name: _schema(name, words) for name, words in _COLUMNS.items()}


@contextmanager
def filled(rows: Rows) -> Iterator[DuckTables]:
    """Tables holding `rows`; the tables named, empty or not, are present. Row numbers count from 2, as in a sheet."""
    tables = memory_tables(SCHEMAS)
    with tables:
        for name, listed in rows.items():
            columns = [column.name for column in SCHEMAS[name].columns]
            places = ", ".join("?" for _ in range(len(columns) + 3))
            for number, row in enumerate(listed, 2):
                unknown = set(row) - set(columns)
                assert not unknown, f"{name}: {unknown}"
                values = [*(row.get(column) for column in columns), f"{name}.xlsx", "Sheet1", number]
                tables.connection.execute(f'INSERT INTO "{name}" VALUES ({places})', values)
        tables.present = frozenset(rows)
        yield tables


def unit(
    kode: str, nama: str | None = None, jenis: str = "perangkat_daerah", induk: str | None = None
) -> dict[str, Any]:
    return {"kode_satker": kode, "nama_satker": nama or f"Dinas {kode}", "jenis": jenis, "kode_induk": induk}


def paid(kode: str, nilai: str, rekening: str = "5.1.02.01", setoran: str | None = None, **more: Any) -> dict[str, Any]:
    return {
        "kode_satker": kode,
        "kode_rekening": rekening,
        "nilai_realisasi": Decimal(nilai),
        "nilai_setoran": None if setoran is None else Decimal(setoran),
        "tanggal_sp2d": date(2024, 6, 1),
        **more,
    }


def recorded(kode: str, total: str | None, pdn: str | None, **more: Any) -> dict[str, Any]:
    return {
        "kode_satker": kode,
        "sumber_transaksi": "Tender",
        "status_paket": "Selesai",
        "total_nilai": None if total is None else Decimal(total),
        "nilai_pdn": None if pdn is None else Decimal(pdn),
        **more,
    }


def dated(nilai: Any, dasar: tuple[Citation, ...] = INSEKDA, sejak: date = date(2024, 11, 26)) -> Dated[Any]:
    return Dated(sejak, nilai, dasar)


def parameter(name: str, nilai: str, dasar: tuple[Citation, ...] = INSEKDA, satuan: str = "persen") -> Parameter:
    sejak = date(2023, 10, 24) if dasar == PERBUP else date(2024, 11, 26)
    return Parameter(name, name, satuan, TanggalAcuan.DATA_PER, (dated(Decimal(nilai), dasar, sejak),))


def word_list(name: str, words: Iterable[str], *, hierarki: bool = False) -> Daftar:
    items = tuple(ListItem(word, f"Nama {word}") for word in words)
    return Daftar(name, f"Daftar {name}", TanggalAcuan.DATA_PER, (dated(items),), hierarki)


def by_id(*records: Any) -> dict[str, Any]:
    return {record.id: record for record in records}


@dataclass(frozen=True)
class Law:
    insekda = SumberHukum("insekda", "Instruksi", "48", 2024, "P3DN", date(2024, 11, 26), untuk=TW4)
    perbup = SumberHukum("perbup", "Peraturan Bupati", "46", 2023, "P3DN", date(2023, 10, 24))


DKI = Daerah(
    id="dki-jakarta",
    kd_klpd="D69",
    menerapkan=("insekda",),
    nama=(Dated(date(2000, 1, 1), "Provinsi", INSEKDA),),
    nama_pemda="Pemerintah Provinsi",
    ibu_kota="Jakarta",
    kepala_daerah="Gubernur",
    pakai_biro=True,
    dinas_pembina="Dinas Pembina",
)
PANDEGLANG = replace(DKI, id="kabupaten-pandeglang", kd_klpd="D51", menerapkan=("perbup",), dinas_pembina=None)

_LIVE = (
    Term("sumber_transaksi", Op.SALAH_SATU, daftar="kanal"),
    Term("status_paket", Op.BUKAN, daftar="status_mati"),
)
_RUP = Term("tipe_paket", Op.BUKAN, isi=("PDS", "Penyedia dalam Swakelola"))


def rulebook(**changes: Any) -> Rulebook:
    """The quarter's rulebook in small: payments and records, import share, bands, target, checks, two awards."""
    base = Rulebook(
        versi_skema="1",
        sha256="0" * 64,
        sumber_hukum={"insekda": Law.insekda, "perbup": Law.perbup},
        daerah={"dki-jakarta": DKI, "kabupaten-pandeglang": PANDEGLANG},
        parameter=by_id(
            parameter("ambang_bawah", "80"),
            parameter("ambang_atas", "100"),
            parameter("batas_impor", "5"),
            parameter("target_lazim", "80"),
            *(parameter(name, nilai, PERBUP) for name, nilai in _WEIGHTS.items()),
            parameter("nominasi", "3", PERBUP, "jumlah"),
            parameter("penerima", "1", PERBUP, "jumlah"),
            parameter("pantau", "2", INSEKDA, "jumlah"),
        ),
        daftar=by_id(
            word_list("rekening", ["5.1.02", "5.2.02", "5.2.06"], hierarki=True),
            word_list("kanal", ["Tender", "Non Tender"]),
            word_list("status_mati", ["PAKET DIBATALKAN", "GAGAL"]),
        ),
        kolom_turunan={
            ("realisasi_bayar", "bersih"): DerivedColumn(
                "realisasi_bayar", "bersih", ("nilai_realisasi", "nilai_setoran"), "Realisasi bersih"
            )
        },
        syarat=_SYARAT,
        ukuran=_UKURAN,
        pilihan={
            "penyebut_perkin": Pilihan(
                "penyebut_perkin", "penyebut", "pembayaran", {"pembayaran": "pembayaran", "tercatat": "tercatat"}
            ),
            "basis": Pilihan("basis", "basis", "rasio", {"rasio": "porsi", "terhadap_target": "terhadap_target"}),
        },
        target=by_id(Target("target_perkin", "Target Perkin", "perkin", "target", "satuan", lazim="target_lazim")),
        indikator=_INDIKATOR,
        pita=_PITA,
        rincian=by_id(
            Rincian("per_rekening", "Per rekening", "realisasi_bayar", ("belanja",), "kode_rekening", "rekening",
                    ("nilai_realisasi", "bersih")),
            Rincian("per_cara", "Per cara", "realisasi_bayar", ("belanja",), "cara", None, ("bersih",)),
        ),
        pemeriksaan=by_id(
            Pemeriksaan("pdn_kosong", "realisasi_inaproc", ("pdn_kosong",), "total_nilai", "peringatan",
                        "{banyak} paket {nama_satker} senilai {jumlah} tanpa Nilai PDN.", "Isi Nilai PDN."),
        ),
        peringkat=by_id(
            Peringkat("terbesar", "Paket terbesar", "rup", ("rup",), "total_nilai", "pantau",
                      ("kode_rup", "tipe_paket"), Pemantauan("pantauan", "kode_rup", ("status", "tanggal")),
                      dasar=INSEKDA),
        ),
        jadwal={},
        penghargaan=_PENGHARGAAN,
        dokumen={},
        tafsir={},
        tak_terkodekan={},
    )  # fmt: skip
    return replace(base, **changes)


_WEIGHTS = {
    "bobot_perencanaan": "10",
    "bobot_realisasi": "70",
    "bobot_evaluasi": "10",
    "bobot_kampanye": "10",
    "bobot_tkdn": "50",
    "bobot_penerimaan": "30",
    "bobot_kampanye_produsen": "20",
}

_SYARAT = by_id(
    Syarat("belanja", "Belanja", "realisasi_bayar", (
        Term("kode_rekening", Op.TURUNAN_DARI, daftar="rekening"),
        Term("tanggal_sp2d", Op.PALING_AWAL, tanggal="awal_tahun"),
        Term("tanggal_sp2d", Op.PALING_LAMBAT, tanggal="data_per"),
    )),
    Syarat("tercatat", "Tercatat", "realisasi_inaproc", (*_LIVE, Term("total_nilai", Op.TERISI))),
    Syarat("pdn_kosong", "PDN kosong", "realisasi_inaproc", (
        *_LIVE, Term("total_nilai", Op.TERISI), Term("nilai_pdn", Op.TERISI, ya=False),
    )),
    Syarat("rup", "RUP", "rup", (_RUP,)),
    Syarat("rup_impor", "RUP impor", "rup", (
        _RUP, Term("produk_dalam_negeri", Op.SALAH_SATU, isi=("Non-PDN", "Tidak")),
    )),
    Syarat("rup_dinyatakan", "RUP dinyatakan impor", "rup", (
        _RUP, Term("kode_rup", Op.ADA_PADA, pada=KolomTabel("deklarasi", "kode_rup")),
    )),
)  # fmt: skip

_UKURAN = by_id(
    Ukuran("pdn", "Realisasi PDN", "realisasi_inaproc", "nilai_pdn", ("tercatat",), INSEKDA),
    Ukuran("tercatat", "Nilai tercatat", "realisasi_inaproc", "total_nilai", ("tercatat",), INSEKDA),
    Ukuran("banyak_paket", "Banyaknya paket", "realisasi_inaproc", None, ("tercatat",)),
    Ukuran("pembayaran", "Realisasi pembayaran", "realisasi_bayar", "bersih", ("belanja",), INSEKDA),
    Ukuran("pagu", "Pagu RUP", "rup", "total_nilai", ("rup",), INSEKDA),
    Ukuran("pagu_impor", "Pagu bukan PDN", "rup", "total_nilai", ("rup_impor",), INSEKDA),
    Ukuran("pagu_dinyatakan", "Pagu dinyatakan impor", "rup", "total_nilai", ("rup_dinyatakan",), INSEKDA),
)

_INDIKATOR = by_id(
    Indikator("porsi", "Porsi PDN", Rujukan("pdn"), Rujukan(pilihan="penyebut_perkin"), target="target_perkin"),
    Indikator("terhadap_target", "Porsi terhadap target", Rujukan("pdn"), Rujukan(pilihan="penyebut_perkin"),
              dibagi_target="target_perkin"),
    Indikator("capaian_perkin", "Capaian Perkin", None, None, menurut=Rujukan(pilihan="basis"),
              target="target_perkin", pita="status_perkin", dasar=INSEKDA),
    Indikator("porsi_pdn", "Porsi PDN tercatat", Rujukan("pdn"), Rujukan("tercatat")),
    Indikator("porsi_impor", "Porsi impor", Rujukan("pagu_impor"), Rujukan("pagu"), pita="status_impor",
              dasar=INSEKDA),
    Indikator("impor_dinyatakan", "Impor dinyatakan", Rujukan("pagu_dinyatakan"), Rujukan("pagu"),
              pita="status_dinyatakan", dasar=INSEKDA),
)  # fmt: skip

_PITA = by_id(
    Pita("status_perkin", "Status", (
        Band("di_bawah", "di bawah {ambang_bawah}", kurang_dari="ambang_bawah"),
        Band("dalam_batas", "{ambang_bawah} sampai dengan {ambang_atas}", paling_banyak="ambang_atas"),
        Band("melebihi", "lebih dari {ambang_atas}"),
    )),
    Pita("status_impor", "Status impor", (
        Band("memenuhi", "paling banyak {batas_impor}", paling_banyak="batas_impor"),
        Band("perlu_penegasan", "lebih dari {batas_impor}", ditegaskan_oleh="impor_dinyatakan"),
    )),
    Pita("status_dinyatakan", "Status dinyatakan", (
        Band("memenuhi", "paling banyak {batas_impor} menurut deklarasi", paling_banyak="batas_impor"),
        Band("melampaui", "lebih dari {batas_impor} menurut deklarasi"),
    )),
)  # fmt: skip


def _aspek(name: str, bobot: str, *sub: str) -> Aspek:
    return Aspek(name, name.capitalize(), bobot, {one: SubKriteria(one, f"Sub {one}") for one in sub}, PERBUP)


_PENGHARGAAN = by_id(
    Penghargaan("pengguna", "Pengguna", "nilai_pengguna", "akhir", {}, "nominasi", "penerima", (
        _aspek("perencanaan", "bobot_perencanaan", "program", "rencana"),
        _aspek("realisasi", "bobot_realisasi", "pilihan"),
        _aspek("evaluasi", "bobot_evaluasi", "rekap"),
        _aspek("kampanye", "bobot_kampanye", "sosialisasi"),
    ), PERBUP),
    Penghargaan("produsen", "Produsen", "nilai_produsen", "akhir",
                {"menengah": "Industri Menengah", "kecil": "Industri Kecil"}, "nominasi", "penerima", (
        _aspek("nilai_tkdn", "bobot_tkdn", "sertifikat"),
        _aspek("penerimaan", "bobot_penerimaan", "penggunaan"),
        _aspek("kampanye", "bobot_kampanye_produsen", "sosialisasi"),
    ), PERBUP),
)  # fmt: skip


def scope_of(
    rules: Rulebook | None = None,
    daerah: str = "dki-jakarta",
    periode: Periode = TW4,
    data_per: date = CUTOFF,
    **profile: Any,
) -> Scope:
    """The rulebook seen from a region and date; `profile` changes the region's profile."""
    rules = rules or rulebook()
    return rules.scope(replace(rules.daerah[daerah], **profile), periode, data_per)
