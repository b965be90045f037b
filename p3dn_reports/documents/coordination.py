"""The context of a Biro's note on the units it coordinates (Instruksi e-0048/2024, KESATU huruf g)."""

from __future__ import annotations

from typing import Any

from p3dn_reports.documents.context import (
    CAPAIAN,
    Material,
    common_context,
    copies,
    head_title,
    letterhead,
    numbered,
    signer_context,
    unit_context,
)
from p3dn_reports.documents.figures import figures_context, units_by_band
from p3dn_reports.documents.plan import Planned
from p3dn_reports.evaluation.assessment import UnitResult


def coordination_context(material: Material, planned: Planned) -> dict[str, Any]:
    """What a Biro's note sees: its own unit, and the units it coordinates, by the band of their capaian.

    A unit whose data cannot be trusted stands in `unit_ditahan` alone, one without a figure in `tidak_dapat_dihitung`.
    """
    assert planned.unit is not None  # noqa: S101 - the planner gives a Biro's note its Biro
    unit = unit_context(material, planned.unit.unit.kode_satker)
    members = [_member(material, one) for one in planned.dikoordinasikan if not one.ditahan]
    held = [one.unit.nama for one in planned.dikoordinasikan if one.ditahan]
    bands = {band: numbered(units) for band, units in units_by_band(material.scope, members, CAPAIAN).items()}
    context = {
        **common_context(material, planned),
        "unit": unit,
        "kop": letterhead(material, unit["kode_satker"]),
        "penanda_tangan": signer_context(material, planned, head_title(unit)),
        "daftar_unit": numbered(members),
        "menurut_pita": bands,
        "unit_ditahan": numbered({"nama": nama} for nama in held),
        "batas_penjelasan": planned.jatuh_tempo,
        "jumlah": {
            "unit": len(planned.dikoordinasikan),
            "unit_ditahan": len(held),
            **{band: len(units) for band, units in bands.items()},
        },
    }
    context["tembusan"] = copies(planned, context)
    return context


def _member(material: Material, result: UnitResult) -> dict[str, Any]:
    figures = figures_context(result.figures, material.scope)
    return {"kode_satker": result.unit.kode_satker, "nama": result.unit.nama, **figures}
