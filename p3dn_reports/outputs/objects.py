"""Figures and verdicts of objects as plain records for hasil.json, and as sheets of hasil.xlsx."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from p3dn_reports.evaluation.objects.results import HitunganResult, Pengenal, PutusanResult
from p3dn_reports.evaluation.objects.steps import Langkah
from p3dn_reports.outputs.numbers import exact_text


def hitungan_record(result: HitunganResult) -> dict[str, object]:
    """One figure of one object."""
    return {"hitungan": result.hitungan.id, "objek": _objek(result.objek), **_step(result.langkah)}


def putusan_record(result: PutusanResult) -> dict[str, object]:
    """One verdict, with the figures that go with it and what is wanting."""
    return {
        "putusan": result.putusan.id,
        "judul": result.putusan.judul,
        "objek": _objek(result.objek),
        "tanggal": result.tanggal.isoformat() if result.tanggal else None,
        "pilihan": result.pilihan,
        "tampil": result.tampil,
        "tindakan": list(result.tindakan),
        "nilai": _step(result.nilai) if result.nilai else None,
        "disertai": {name: _step(step) for name, step in result.disertai},
        "sebab": result.sebab,
        "dapat_dijatuhkan": result.dapat_dijatuhkan,
        "kurang": list(result.kurang),
        "ditahan": list(result.ditahan),
        "dasar": _texts(result.dasar),
    }


def _objek(objek: Pengenal) -> dict[str, object]:
    return {
        "tabel": objek.tabel,
        "sebutan": objek.sebutan,
        "kunci": dict(objek.kunci),
        "unit": objek.unit,
        "berkas": objek.berkas,
        "lembar": objek.lembar,
        "baris": objek.baris,
    }


def _step(step: Langkah) -> dict[str, object]:
    return {
        "judul": step.uraian,
        "satuan": step.satuan,
        "nilai": _plain(step.nilai),
        "tampil": step.tampil,
        "sebab": step.sebab,
        "dasar": _texts(step.dasar),
    }


def _plain(nilai: Fraction | date | str | None) -> str | None:
    if isinstance(nilai, Fraction):
        return exact_text(nilai)
    return nilai.isoformat() if isinstance(nilai, date) else nilai


def _texts(values: Iterable[object]) -> list[str]:
    return [str(value) for value in values]
