"""The context of the region's report: totals, every unit, schedule, sources, readings, findings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from p3dn_reports.documents.context import (
    Material,
    common_context,
    copies,
    lettered,
    numbered,
)
from p3dn_reports.documents.figures import TANPA_ANGKA, figures_context, units_by_band
from p3dn_reports.documents.offices import addressee_context, letterhead, signer_context
from p3dn_reports.documents.papers import letters_received, other_paper
from p3dn_reports.documents.plan import Planned, Status
from p3dn_reports.documents.readings import readings_context
from p3dn_reports.documents.schedule import activities
from p3dn_reports.evaluation.assessment import TIDAK_DAPAT_DIHITUNG
from p3dn_reports.evaluation.bands import Judgement, judgement
from p3dn_reports.evaluation.withholding import figure_tables, withholding
from p3dn_reports.formatting import tanggal
from p3dn_reports.problems import Severity
from p3dn_reports.tables import Source

CARA_PEMBAYARAN = "cara"
"""The column of payments that says which way they went."""

LetterStatus = Mapping[str, Status]
"""By unit code, the status of the explanation letter it owes; a unit that owes none is absent."""


def report_context(material: Material, planned: Planned, region: Mapping[str, Any]) -> dict[str, Any]:
    """What the templates of the region's documents see: the shared `region_context`, and their own."""
    context = {
        **region,
        **common_context(material, planned),
        "kop": letterhead(material, planned),
        "penanda_tangan": signer_context(material, planned),
        "tujuan": addressee_context(material, planned),
        "jadwal": activities(material, planned),
        "naskah_lain": {name: other_paper(material, name) for name in planned.dokumen.naskah_lain},
        **readings_context(material, planned),
    }
    context["tembusan"] = copies(planned, context)
    return context


def region_context(material: Material, letters: LetterStatus, indikator: str | None) -> dict[str, Any]:
    """The figures and findings of the whole region, by the bands of the indicator that a document is about.

    `letters` says how the letters of the same build that explain it came out.
    """
    units = _units(material, letters, indikator)
    complete = [unit for unit in units if not unit["ditahan"]]
    by_band = {
        name: _by_band(material, _trusted(material, units, name), name)
        for name, one in material.scope.rulebook.indikator.items()
        if one.pita
    }
    bands = by_band.get(indikator or "") or _by_band(material, complete, indikator)
    held = _held(material, indikator)
    context = {
        "seluruh": figures_context(material.assessment.seluruh, material.scope),
        "daftar_unit": numbered(units),
        "menurut_pita": bands,
        "kelompok": by_band,
        **_summary(material, complete, bands, indikator),
        "cara_pembayaran": _ways_of_payment(material),
        "unit_ditahan": held,
        "belum_divalidasi": _not_validated(bands[TANPA_ANGKA], held, indikator),
        "unit_dikeluarkan": numbered(
            {"kode_satker": out.kode_satker, "nama": out.nama, "sebab": out.sebab}
            for out in material.assessment.organisasi.dikeluarkan
        ),
        "beda_basis": _other_reading(material, indikator),
        "sumber_data": _sources(material),
        "temuan": _findings(material),
    }
    return {**context, "jumlah": _counts(material, context, letters)}


def _units(material: Material, letters: LetterStatus, indikator: str | None) -> list[dict[str, Any]]:
    reasons, sent = _short_reasons(material), letters_received(material, indikator)
    return [
        {
            "kode_satker": result.unit.kode_satker,
            "nama": result.unit.nama,
            "jenis": result.unit.jenis,
            "ditahan": result.holds(indikator),
            "alasan_ringkas": reasons.get(result.unit.kode_satker, ""),
            "penjelasan": str(letters.get(result.unit.kode_satker, "-")),
            "penjelasan_diterima": sent.get(result.unit.kode_satker, ""),
            **_coordination(material, result.unit.kode_satker),
            **figures_context(result.figures, material.scope),
        }
        for result in material.assessment.unit
    ]


def _coordination(material: Material, kode: str) -> dict[str, str]:
    row = material.satker(kode)
    biro = material.satker(row.get("biro_koordinator"))
    return {"biro_koordinator": biro.get("nama_satker", ""), "asisten": row.get("asisten") or ""}


def _short_reasons(material: Material) -> dict[str, str]:
    reasons: dict[str, list[str]] = {}
    for row in material.tables.iter_rows("alasan"):
        reasons.setdefault(str(row["kode_satker"]), []).append(str(row["alasan"]).rstrip(".;"))
    return {kode: "; ".join(texts) for kode, texts in reasons.items()}


def _trusted(material: Material, units: Sequence[dict[str, Any]], indikator: str) -> list[dict[str, Any]]:
    """The units whose indicator can be trusted."""
    held = {one.unit.kode_satker for one in material.assessment.unit if one.holds(indikator)}
    return [unit for unit in units if unit["kode_satker"] not in held]


def _by_band(
    material: Material, units: Sequence[dict[str, Any]], indikator: str | None
) -> dict[str, list[dict[str, Any]]]:
    """The units in each band of an indicator, and those where it cannot be computed; `nomor_kelompok` counts them."""
    return {
        band: [{**unit, "nomor_kelompok": number} for number, unit in enumerate(members, 1)]
        for band, members in units_by_band(material.scope, units, indikator).items()
    }


def _summary(
    material: Material,
    units: Sequence[dict[str, Any]],
    bands: Mapping[str, list[dict[str, Any]]],
    indikator: str | None,
) -> dict[str, Any]:
    judged = _judgement(material, indikator)
    words = {band.id: judged.tampil(band) for band in judged.pita.batas} if judged else {}
    words[TANPA_ANGKA] = TIDAK_DAPAT_DIHITUNG
    rows = [{"pita": band, "tampil": words.get(band, band), **_kinds(members)} for band, members in bands.items()]
    return {"ringkasan_status": rows, "ringkasan_jumlah": _kinds(units)}


def _judgement(material: Material, indikator: str | None) -> Judgement | None:
    pita = material.scope.rulebook.indikator[indikator].pita if indikator else None
    return judgement(material.scope, pita) if pita else None


def _kinds(units: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    biro = sum(unit["jenis"] == "biro" for unit in units)
    return {"perangkat_daerah": len(units) - biro, "biro": biro, "jumlah": len(units)}


def _held(material: Material, indikator: str | None) -> list[dict[str, Any]]:
    faults = withholding(material.problems, material.assessment.organisasi)
    tables = figure_tables(material.scope)
    loose = faults.loose_reasons(tables)
    return numbered(
        {"nama": result.unit.nama, "sebab": "; ".join(faults.unit_reasons(result.unit.kode_satker, tables) or loose)}
        for result in material.assessment.unit
        if result.holds(indikator)
    )


def _ways_of_payment(material: Material) -> list[str]:
    """`penyedia`, `swakelola`: the ways that counted payments name; empty where no payment names one."""
    lines = material.assessment.seluruh.rincian
    by_way = (name for name, one in material.scope.rulebook.rincian.items() if one.menurut == CARA_PEMBAYARAN)
    return [line.kode for name in by_way for line in lines.get(name, ()) if line.kode]


def _not_validated(
    without: Sequence[Mapping[str, Any]], held: Sequence[Mapping[str, Any]], indikator: str | None
) -> list[dict[str, Any]]:
    """The units whose achievement cannot be confirmed as a list in running text, each with its reason."""
    reasons = [(one["nama"], one["sebab"].rstrip(".")) for one in held]
    reasons += [(unit["nama"], f"tidak dapat dihitung ({unit[indikator or '']['sebab']})") for unit in without]
    return lettered({"nama": nama, "sebab": sebab} for nama, sebab in reasons)


def _other_reading(material: Material, indikator: str | None) -> list[dict[str, Any]]:
    """The units whose band would differ under another way to read the achievement."""
    judged, others = _judgement(material, indikator), _readings_of(material, indikator)
    rows = []
    for result in material.assessment.unit if judged and indikator else ():
        used = result.figures.indikator[indikator or ""]
        read = {name: result.figures.indikator[name] for name in others}
        for name in others:
            other = read[name].nilai
            band = judged.band(other) if judged and other is not None and name != used.dibaca else None
            if judged and band and used.pita and band.id != used.pita:
                rows.append(
                    {
                        "nama": result.unit.nama,
                        "porsi": read[others[0]].tampil,
                        "terhadap_target": read[others[-1]].tampil,
                        "status_dipakai": used.tampil_pita,
                        "status_lain": judged.tampil(band),
                    }
                )
    return numbered(rows)


def _readings_of(material: Material, indikator: str | None) -> list[str]:
    """The indicators that the achievement may be read as, in the rulebook's order."""
    menurut = material.scope.rulebook.indikator[indikator].menurut if indikator else None
    if menurut is None or menurut.pilihan is None:
        return []
    return list(material.scope.rulebook.pilihan[menurut.pilihan].opsi.values())


def _sources(material: Material) -> list[dict[str, Any]]:
    """Each file, one line for every source that `sumber_data` names for it or for its sheets."""
    files: dict[tuple[str, str], dict[str, Any]] = {}
    for source in material.tables.sources:
        for row in _named_sources(material, source):
            entry = files.setdefault(
                (source.berkas, str(row.get("sumber"))),
                {
                    "sumber": row.get("sumber") or "-",
                    "pemilik": row.get("pemilik") or "-",
                    "berkas": source.berkas,
                    "data_per": tanggal(row["data_per"]) if row.get("data_per") else "-",
                    "jumlah_baris": 0,
                    "sha256": source.sha256[:12],
                },
            )
            entry["jumlah_baris"] += source.jumlah_baris
    return numbered(files.values())


def _named_sources(material: Material, source: Source) -> list[dict[str, Any]]:
    """The rows of `sumber_data` about a sheet: those that name it, else those about the file, else an empty one."""
    rows = [
        row
        for row in material.tables.iter_rows("sumber_data")
        if str(row["berkas"]).casefold() == source.berkas.casefold()
    ]
    own = [row for row in rows if row["lembar"] and row["lembar"].casefold() == (source.lembar or "").casefold()]
    return own or [row for row in rows if not row["lembar"]] or [{}]


def _findings(material: Material) -> list[dict[str, Any]]:
    """Faults and warnings; notes stand in masalah.json alone."""
    return numbered(
        {
            "tingkat": "harus diperbaiki" if found.tingkat is Severity.GALAT else "perlu diperiksa",
            "tempat": str(found.lokasi) or _table(material, found.tabel),
            "nilai": found.nilai or "-",
            "pesan": found.pesan,
            "saran": found.saran,
        }
        for found in material.problems
        if found.tingkat is not Severity.CATATAN
    )


def _table(material: Material, name: str | None) -> str:
    """A table by its title, as the person who fills it knows it."""
    schema = material.tables.schemas.get(name or "")
    return schema.title if schema else name or "-"


def _counts(material: Material, context: Mapping[str, Any], letters: LetterStatus) -> dict[str, int]:
    """The report's tallies. A withheld letter is not yet owed: whether the unit must write is not known."""
    units, bands = context["daftar_unit"], context["menurut_pita"]
    standing = list(letters.values())
    owed = {kode for kode, status in letters.items() if status is not Status.DITAHAN}
    sent = sum(bool(unit["penjelasan_diterima"]) for unit in units if unit["kode_satker"] in owed)
    complete, held = standing.count(Status.LENGKAP), standing.count(Status.DITAHAN)
    tally = [found.tingkat for found in material.problems]
    return {
        "unit": len(units),
        "perangkat_daerah": sum(unit["jenis"] != "biro" for unit in units),
        "biro": sum(unit["jenis"] == "biro" for unit in units),
        **{band: len(members) for band, members in bands.items()},
        "penjelasan_wajib": len(standing) - held,
        "penjelasan_ditahan": held,
        "penjelasan_lengkap": complete,
        "penjelasan_belum": len(standing) - held - complete,
        "penjelasan_diterima": sent,
        "penjelasan_belum_diterima": len(owed) - sent,
        "galat": tally.count(Severity.GALAT),
        "peringatan": tally.count(Severity.PERINGATAN),
        "temuan": len(context["temuan"]),
        "unit_ditahan": len(context["unit_ditahan"]),
        "beda_basis": len(context["beda_basis"]),
    }
