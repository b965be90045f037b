"""The context of a unit's letter: its figures, reasons, chronology, addressee."""

from __future__ import annotations

from typing import Any

from p3dn_reports.documents.blanks import blank
from p3dn_reports.documents.context import (
    Material,
    common_context,
    copies,
    lettered,
    numbered,
    unit_context,
    unit_figures,
)
from p3dn_reports.documents.offices import addressee_context, letterhead, signer_context
from p3dn_reports.documents.plan import Planned
from p3dn_reports.documents.word.marks import Wanting
from p3dn_reports.evaluation.withholding import required_tables
from p3dn_reports.problems import Severity


def letter_context(material: Material, planned: Planned) -> dict[str, Any]:
    """What the templates of unit documents see. What is missing from `alasan` and `kronologi` is a wanting place."""
    assert planned.unit is not None  # noqa: S101 - the planner gives unit documents their unit
    kode = planned.unit.unit.kode_satker
    unit = unit_context(material, kode)
    context = {
        **common_context(material, planned),
        **unit_figures(material, planned),
        "unit": unit,
        "kop": letterhead(material, planned),
        "penanda_tangan": signer_context(material, planned),
        "tujuan": addressee_context(material, planned),
        **_reasons(material, planned, kode),
        "kronologi": _chronology(material, kode),
        **_data_state(material, planned, kode),
    }
    context["tembusan"] = copies(planned, context)
    return context


def _data_state(material: Material, planned: Planned, kode: str) -> dict[str, Any]:
    """The remarks on the unit's data, as sentences and as items of a list."""
    warnings = data_warnings(material, planned.dokumen.capaian, kode)
    items = lettered({"pesan": text.rstrip(".")} for text in warnings)
    return {"peringatan_data": warnings, "keadaan_data": items}


def data_warnings(material: Material, indikator: str | None, kode_satker: str) -> list[str]:
    """The remarks on the unit's own rows that an open reading turns into its figure: the letter must name them."""
    scope = material.scope
    tables = required_tables(scope, indikator) if indikator else frozenset()
    moving = {
        check.id.replace("_", "-")
        for check in scope.rulebook.pemeriksaan.values()
        if check.tafsir and check.tabel in tables
    }
    return [
        found.pesan
        for found in material.assessment.problems
        if found.kode in moving and found.tingkat is Severity.PERINGATAN and kode_satker in found.unit
    ]


def _reasons(material: Material, planned: Planned, kode: str) -> dict[str, Any]:
    """The unit's rows of `alasan`, but for those about a band it does not lie in, or one row of wanting places."""
    assert planned.unit is not None  # noqa: S101
    bands = {result.pita for result in planned.unit.figures.indikator.values()}
    others = {band.id for pita in material.scope.rulebook.pita.values() for band in pita.batas} - bands
    rows = [row for row in material.tables.iter_rows("alasan", {"kode_satker": kode}) if row["kategori"] not in others]
    if not rows:
        names = ("alasan", "tindak_lanjut", "penanggung_jawab", "batas_waktu")
        return {
            "alasan": lettered([{name: blank(name, "alasan", name, kode_satker=kode) for name in names}]),
            "alasan_tunggal": True,
        }
    reasons = lettered(
        {
            "alasan": str(row["alasan"]).rstrip(".;"),
            "tindak_lanjut": row["tindak_lanjut"] or _open("alasan", "tindak_lanjut", kode),
            "penanggung_jawab": row["penanggung_jawab"] or _open("alasan", "penanggung_jawab", kode),
            "batas_waktu": row["batas_waktu"] or _open("alasan", "batas_waktu", kode),
        }
        for row in rows
    )
    return {"alasan": reasons, "alasan_tunggal": len(reasons) == 1}


def _chronology(material: Material, kode: str) -> list[dict[str, Any]]:
    rows = sorted(material.tables.iter_rows("kronologi", {"kode_satker": kode}), key=lambda row: str(row["tanggal"]))
    if not rows:
        return [{"nomor": 1, **{name: _open("kronologi", name, kode) for name in ("tanggal", "peristiwa", "bukti")}}]
    return numbered(
        {
            "tanggal": row["tanggal"],
            "peristiwa": row["peristiwa"],
            "bukti": row["bukti"] or _open("kronologi", "bukti", kode),
        }
        for row in rows
    )


def _open(tabel: str, kolom: str, kode: str) -> Wanting:
    return blank(kolom, tabel, kolom, kode_satker=kode)
