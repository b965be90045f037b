"""hasil.json: everything a build found, for programs and auditors. Every number is text, exact as it was computed.

Its JSON Schema is schemas/hasil.schema.json; keys may be added there and here, never renamed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from decimal import Decimal
from fractions import Fraction

from p3dn_reports.evaluation.assessment import (
    Assessment,
    Figures,
    IndikatorResult,
    KategoriPenghargaan,
    NilaiPeserta,
    Penegasan,
    PenghargaanResult,
    PeringkatBaris,
    PeringkatResult,
    TargetResult,
    UnitResult,
)
from p3dn_reports.evaluation.left_out import TidakIkut
from p3dn_reports.evaluation.lines import RincianBaris
from p3dn_reports.formatting import nilai_bersatuan
from p3dn_reports.outputs.numbers import exact_text, twelve_decimals
from p3dn_reports.outputs.objects import hitungan_record, putusan_record
from p3dn_reports.problems import Problem

VERSION = "1"


def hasil_json(
    assessment: Assessment,
    dokumen: Sequence[Mapping[str, object]],
    masalah: Sequence[Problem],
    penafsiran: Sequence[Mapping[str, object]] = (),
) -> dict[str, object]:
    """The content of hasil.json.

    `dokumen` (id, unit, berkas, status, sebab, dasar) and `penafsiran`, the open readings with what they would change,
    are plain records, as given.
    """
    return {
        "versi": VERSION,
        "daerah": assessment.daerah,
        "periode": str(assessment.periode),
        "data_per": assessment.data_per.isoformat(),
        "unit": [_unit(result) for result in assessment.unit],
        "seluruh": _figures(assessment.seluruh),
        "rincian": {name: asdict(one) for name, one in assessment.rincian.items()},
        "dikeluarkan": [
            {"kode_satker": unit.kode_satker, "nama": unit.nama, "sebab": unit.sebab}
            for unit in assessment.organisasi.dikeluarkan
        ],
        "penghargaan": [_penghargaan(result) for result in assessment.penghargaan],
        "hitungan": [hitungan_record(result) for result in assessment.objek.hitungan],
        "putusan": [putusan_record(result) for result in assessment.objek.putusan if not result.putusan.sanksi],
        "sanksi": [putusan_record(result) for result in assessment.objek.sanksi],
        "penafsiran": [dict(record) for record in penafsiran],
        "dokumen": [dict(record) for record in dokumen],
        "masalah": [found.as_json() for found in masalah],
    }


def _unit(result: UnitResult) -> dict[str, object]:
    return {
        "kode_satker": result.unit.kode_satker,
        "nama": result.unit.nama,
        "jenis": result.unit.jenis,
        "anggota": list(result.unit.anggota),
        "ditahan": result.ditahan,
        "indikator_ditahan": sorted(result.indikator_ditahan),
        **_figures(result.figures),
        "peringkat": {name: _peringkat(one) for name, one in result.peringkat.items()},
    }


def _peringkat(result: PeringkatResult) -> dict[str, object]:
    return {
        "judul": result.judul,
        "kolom": dict(result.kolom),
        "diminta": result.diminta,
        "jumlah_baris": result.jumlah_baris,
        "baris": [_peringkat_baris(row) for row in result.baris],
        "catatan": result.catatan,
        "sebab": result.sebab,
        "dasar": _texts(result.dasar),
    }


def _peringkat_baris(row: PeringkatBaris) -> dict[str, object]:
    return {
        "urutan": row.urutan,
        "nilai": _number(row.nilai),
        "isi": dict(row.isi),
        "pemantauan": dict(row.pemantauan),
        "berkas": row.berkas,
        "lembar": row.lembar,
        "baris": row.baris,
        "sel": row.sel,
    }


def _figures(figures: Figures) -> dict[str, object]:
    return {
        "indikator": {name: _indikator(result) for name, result in figures.indikator.items()},
        "ukuran": {name: _number(value) for name, value in figures.ukuran.items()},
        "rincian": {name: [_rincian(row) for row in rows] for name, rows in figures.rincian.items()},
    }


def _indikator(result: IndikatorResult) -> dict[str, object]:
    return {
        "pembilang": _exact(result.pembilang),
        "penyebut": _exact(result.penyebut),
        "nilai": _rounded(result.nilai),
        "sebab": result.sebab,
        "tampil": result.tampil,
        "pita": result.pita,
        "tampil_pita": result.tampil_pita,
        "ambang": [exact_text(value) for value in result.ambang],
        "dibaca": result.dibaca,
        "ukuran_pembilang": result.ukuran_pembilang,
        "ukuran_penyebut": result.ukuran_penyebut,
        "target": _target(result.target),
        "penegasan": _penegasan(result.penegasan),
        "tidak_ikut": _tidak_ikut(result.tidak_ikut, result.satuan),
        "dasar": _texts(result.dasar),
    }


def _penegasan(penegasan: Penegasan | None) -> dict[str, object] | None:
    if penegasan is None:
        return None
    return {
        "indikator": penegasan.indikator,
        "nilai": twelve_decimals(penegasan.nilai),
        "pita_semula": penegasan.pita_semula,
        "tampil_pita_semula": penegasan.tampil_semula,
    }


def _tidak_ikut(out: TidakIkut | None, satuan: str) -> dict[str, object] | None:
    if out is None:
        return None
    return {
        "unit": list(out.unit),
        "jumlah": exact_text(out.jumlah),
        "tampil_jumlah": nilai_bersatuan(out.jumlah, satuan),
        "nilai_bila_ikut": _rounded(out.nilai),
        "tampil_bila_ikut": out.tampil,
        "pita_bila_ikut": out.pita,
    }


def _target(target: TargetResult | None) -> dict[str, object] | None:
    if target is None:
        return None
    return {
        "nilai": _number(target.nilai),
        "satuan": target.satuan,
        "persen": _rounded(target.persen),
        "tercapai": target.tercapai,
        "selisih": _rounded(target.selisih),
    }


def _rincian(row: RincianBaris) -> dict[str, object]:
    return {
        "kode": row.kode,
        "nama": row.nama,
        "banyak": row.banyak,
        "jumlah": {column: _number(value) for column, value in row.jumlah.items()},
        "bagian": dict(row.bagian),
    }


def _penghargaan(result: PenghargaanResult) -> dict[str, object]:
    return {
        "penghargaan": result.penghargaan,
        "judul": result.judul,
        "bobot": {aspek: _number(bobot) for aspek, bobot in result.bobot.items()},
        "kategori": [_kategori(kategori) for kategori in result.kategori],
        "dasar": _texts(result.dasar),
        "penilaian_awal": [asdict(calon) for calon in result.penilaian_awal],
    }


def _kategori(result: KategoriPenghargaan) -> dict[str, object]:
    return {
        "kategori": result.kategori,
        "judul": result.judul,
        "sub_kategori": result.sub_kategori,
        "sebutan": result.sebutan,
        "calon": result.calon,
        "sebab": result.sebab,
        "kurang_calon": result.kurang_calon,
        "ada_seri": result.ada_seri,
        "peserta": [_peserta(peserta) for peserta in result.peserta],
    }


def _peserta(result: NilaiPeserta) -> dict[str, object]:
    return {
        "peserta": result.peserta,
        "nama": result.nama,
        "alamat": result.alamat,
        "produk": result.produk,
        "aspek": {aspek: _rounded(nilai) for aspek, nilai in result.aspek.items()},
        "nilai_akhir": _rounded(result.nilai_akhir),
        "sebab": result.sebab,
        "peringkat": result.peringkat,
        "seri": result.seri,
        "penerima": result.penerima,
    }


def _exact(value: Fraction | None) -> str | None:
    return None if value is None else exact_text(value)


def _rounded(value: Fraction | None) -> str | None:
    return None if value is None else twelve_decimals(value)


def _number(value: Decimal | int | None) -> str | None:
    return None if value is None else exact_text(Fraction(value))


def _texts(values: Iterable[object]) -> list[str]:
    return [str(value) for value in values]
