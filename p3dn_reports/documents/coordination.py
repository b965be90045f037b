"""The context of a Biro's note on the units it coordinates (Instruksi e-0048/2024, KESATU huruf g)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from p3dn_reports.documents.context import (
    Material,
    common_context,
    copies,
    lettered,
    numbered,
    places_in_words,
    unit_context,
)
from p3dn_reports.documents.figures import TANPA_ANGKA, figures_context, to_decimal, units_by_band
from p3dn_reports.documents.offices import addressee_context, letterhead, signer_context
from p3dn_reports.documents.papers import explaining, letters_received
from p3dn_reports.documents.plan import Planned
from p3dn_reports.evaluation.assessment import IndikatorResult, UnitResult
from p3dn_reports.rules import Citation, Dokumen, Scope


def coordination_context(material: Material, planned: Planned) -> dict[str, Any]:
    """What a Biro's note sees: its own unit, and the units it coordinates, by the band of their capaian.

    A unit whose data cannot be trusted stands in `unit_ditahan` alone, one without a figure in `tidak_dapat_dihitung`;
    `belum_dinilai` lists both. `sendiri`: the Biro coordinates itself alone.
    """
    assert planned.unit is not None  # noqa: S101 - the planner gives a Biro's note its Biro
    unit = unit_context(material, planned.unit.unit.kode_satker)
    about = planned.dokumen.capaian
    members = [_member(material, one, about) for one in planned.dikoordinasikan if not one.holds(about)]
    held = [one.unit.nama for one in planned.dikoordinasikan if one.holds(about)]
    bands = {band: numbered(units) for band, units in units_by_band(material.scope, members, about).items()}
    context = {
        **common_context(material, planned),
        **figures_context(planned.unit.figures, material.scope),
        "unit": {**unit, "ditahan": planned.unit.ditahan},
        "kop": letterhead(material, planned),
        "penanda_tangan": signer_context(material, planned),
        "tujuan": addressee_context(material, planned),
        "monev": _monitoring(planned),
        "sendiri": planned.dikoordinasikan == (planned.unit,),
        "daftar_unit": numbered(members),
        "menurut_pita": bands,
        "unit_ditahan": numbered({"nama": nama} for nama in held),
        "belum_dinilai": _not_judged(bands[TANPA_ANGKA], held, about),
        "batas_penjelasan": _deadline(material, planned),
        "dasar_permintaan": _cited(material, (one.dasar for one in planned.dokumen.dasar_bila)),
        "dasar_penjelasan": _cited(material, (one.dasar for one in explaining(material, about)[:1])),
        "jumlah": _counts(material, planned, bands, held),
    }
    context["tembusan"] = copies(planned, context)
    return context


def _member(material: Material, result: UnitResult, indikator: str | None) -> dict[str, Any]:
    figures = figures_context(result.figures, material.scope)
    read = result.figures.indikator.get(indikator or "")
    wanting = _to_lowest_bound(read, figures[read.indikator], material.scope) if read else Decimal(0)
    named = {"kode_satker": result.unit.kode_satker, "nama": result.unit.nama}
    return {**named, "kekurangan_ambang": wanting, **figures}


def _to_lowest_bound(read: IndikatorResult, capaian: dict[str, Any], scope: Scope) -> Decimal:
    """Rupiah of domestic spending still wanting to the lowest threshold, to the sen; 0 where it is reached."""
    bounds, penyebut = read.ambang, capaian["penyebut"]
    if not bounds or penyebut is None:
        return Decimal(0)
    share = min(bounds) / 100
    if scope.rulebook.indikator[read.dibaca].dibagi_target is not None:
        share *= read.target.persen / 100 if read.target and read.target.persen else 0
    wanting = share * Fraction(penyebut) - Fraction(capaian["pembilang"] or 0)
    return to_decimal(max(wanting, Fraction(0)))


def _monitoring(planned: Planned) -> dict[str, str]:
    """The activity of the schedule that the note is made for; `tahap` is `akhir` after the earlier ones."""
    if planned.tahap is None:
        return {"tahap": "akhir", "sebutan": ""}
    waktu, tahun = planned.tahap.waktu, str(planned.tahap.selesai.year)
    return {"tahap": planned.tahap.id, "sebutan": waktu if tahun in waktu else f"{waktu} {tahun}"}


def _deadline(material: Material, planned: Planned) -> date | None:
    """The day by which the units owe their letters: that of the note's last activity."""
    scope, name = material.scope, planned.dokumen.jatuh_tempo or ""
    kegiatan = scope.rulebook.jadwal.get(name)
    return kegiatan.selesai if kegiatan and scope.citations(kegiatan.dasar) else None


def _cited(material: Material, dasar: Iterable[Iterable[Citation]]) -> str:
    """The places cited here, in words; empty where no instrument here has them."""
    return places_in_words([one.tempat for some in dasar for one in material.scope.citations(some)])


def _not_judged(without: list[dict[str, Any]], held: list[str], indikator: str | None) -> list[dict[str, Any]]:
    """The units without a status as a list in running text, each with its reason; none for a unit held by its data."""
    reasons = [(unit["nama"], unit[indikator or ""]["sebab"]) for unit in without]
    return lettered({"nama": nama, "sebab": sebab} for nama, sebab in (*reasons, *((nama, "") for nama in held)))


def _counts(
    material: Material, planned: Planned, bands: dict[str, list[dict[str, Any]]], held: list[str]
) -> dict[str, int]:
    sent = letters_received(material, planned.dokumen.capaian)
    asked = [unit["kode_satker"] for band in _asked(planned.dokumen) or bands for unit in bands.get(band, ())]
    return {
        "unit": len(planned.dikoordinasikan),
        "unit_ditahan": len(held),
        "penjelasan_diterima": sum(kode in sent for kode in asked),
        **{band: len(units) for band, units in bands.items()},
    }


def _asked(dokumen: Dokumen) -> tuple[str, ...]:
    """The bands for which the note cites a clause of its own: their units owe a letter."""
    return tuple(band for one in dokumen.dasar_bila for band in one.status.get(dokumen.capaian or "", ()))
