"""hasil.json: everything a build found, for programs and auditors. Every number is text, exact as it was computed.

Its JSON Schema is schemas/hasil.schema.json; keys may be added there and here, never renamed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from p3dn_reports.evaluation.assessment import (
    Assessment,
    Figures,
    IndikatorResult,
    KategoriPenghargaan,
    NilaiPeserta,
    PenghargaanResult,
    RincianBaris,
    TargetResult,
    UnitResult,
)
from p3dn_reports.problems import Problem

VERSION = "1"
_PLACES = 12


def hasil_json(
    assessment: Assessment, dokumen: Sequence[Mapping[str, object]], masalah: Sequence[Problem]
) -> dict[str, object]:
    """The content of hasil.json. `dokumen` are plain records (id, unit, berkas, status, sebab, dasar), as given."""
    return {
        "versi": VERSION,
        "daerah": assessment.daerah,
        "periode": str(assessment.periode),
        "data_per": assessment.data_per.isoformat(),
        "unit": [_unit(result) for result in assessment.unit],
        "seluruh": _figures(assessment.seluruh),
        "dikeluarkan": [
            {"kode_satker": unit.kode_satker, "nama": unit.nama, "sebab": unit.sebab}
            for unit in assessment.organisasi.dikeluarkan
        ],
        "penghargaan": [_penghargaan(result) for result in assessment.penghargaan],
        "sanksi": [],
        "dokumen": [dict(record) for record in dokumen],
        "masalah": [found.as_json() for found in masalah],
    }


def exact_text(value: Fraction) -> str:
    """`1234.5`, all its decimals; `1/3` where no decimal number is exact."""
    for places in range(_PLACES + 1):
        if 10**places % value.denominator == 0:
            return _decimal_text(int(value * 10**places), places)
    return f"{value.numerator}/{value.denominator}"


def twelve_decimals(value: Fraction) -> str:
    """`79.916666666667`: twelve decimals, half even."""
    return _decimal_text(round(value * 10**_PLACES), _PLACES)


def _decimal_text(scaled: int, places: int) -> str:
    digits = str(abs(scaled)).rjust(places + 1, "0")
    sign = "-" if scaled < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else f"{sign}{digits}"


def _unit(result: UnitResult) -> dict[str, object]:
    return {
        "kode_satker": result.unit.kode_satker,
        "nama": result.unit.nama,
        "jenis": result.unit.jenis,
        "anggota": list(result.unit.anggota),
        "ditahan": result.ditahan,
        **_figures(result.figures),
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
        "dasar": _texts(result.dasar),
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
    }


def _penghargaan(result: PenghargaanResult) -> dict[str, object]:
    return {
        "penghargaan": result.penghargaan,
        "judul": result.judul,
        "bobot": {aspek: _number(bobot) for aspek, bobot in result.bobot.items()},
        "kategori": [_kategori(kategori) for kategori in result.kategori],
        "dasar": _texts(result.dasar),
    }


def _kategori(result: KategoriPenghargaan) -> dict[str, object]:
    return {
        "kategori": result.kategori,
        "judul": result.judul,
        "sub_kategori": result.sub_kategori,
        "sebab": result.sebab,
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
