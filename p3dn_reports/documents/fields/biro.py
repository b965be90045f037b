"""What a Biro's note can print of the units it coordinates (Instruksi e-0048/2024, KESATU huruf g)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from p3dn_reports.documents.at import At
from p3dn_reports.documents.fields import figures
from p3dn_reports.documents.fields.field import (
    BULAT,
    P3DN,
    TANGGAL,
    YA_TIDAK,
    Field,
    Group,
    Items,
    Node,
    Part,
    seen_from,
)
from p3dn_reports.documents.fields.lines import REASON, banded, in_bands, line
from p3dn_reports.documents.law import places_cited
from p3dn_reports.documents.papers import explaining
from p3dn_reports.documents.units import Units
from p3dn_reports.rules import Rulebook


def of(rulebook: Rulebook) -> dict[str, Node[At]]:
    """A unit whose data cannot be trusted stands in `unit_ditahan` alone, one without a figure in the last band.

    `belum_dinilai` lists both. `sendiri`: the Biro coordinates itself alone.
    """
    lines = line(figures.of(rulebook))
    units: dict[str, Node[Units]] = {
        "daftar_unit": Items(
            "Unit yang dikoordinasikan dan dapat dinilai", lines, lambda at: at.daftar, "tabel satker"
        ),
        "menurut_pita": Part("Unit itu menurut kelompok capaiannya", banded(rulebook, lines), lambda at: at, P3DN),
        "unit_ditahan": Items("Unit yang datanya masih harus diperbaiki", REASON, _held, P3DN),
        "belum_dinilai": Items("Unit yang belum dapat dinilai", REASON, _not_judged, P3DN, lettered=True),
    }
    counts = {**seen_from(_coordinated, {**_COUNTS, **in_bands(rulebook)}), "penjelasan_diterima": _RECEIVED}
    counted = Part("Banyaknya unit", Group[At](counts), lambda at: at, P3DN)
    return {**_FIELDS, "jumlah": counted, **seen_from(_coordinated, units)}


def _coordinated(at: At) -> Units:
    return at.coordinated


def _received(at: At) -> int:
    """How many of the units in the bands for which the note cites a clause of its own have sent their letter."""
    dokumen, units = at.planned.dokumen, at.coordinated
    asked = [band for one in dokumen.dasar_bila for band in one.status.get(dokumen.capaian or "", ())]
    lines = (line for band in asked or units.menurut_pita for line in units.menurut_pita.get(band, ()))
    return sum(line.kode in units.diterima for line in lines)


_RECEIVED: Field[At] = Field("Banyaknya surat penjelasan yang sudah diterima", _received, BULAT, example="2")


def _held(at: Units) -> Iterator[tuple[str, str]]:
    return ((one.unit.nama, "") for one in at.ditahan)


def _not_judged(at: Units) -> Iterator[tuple[str, str]]:
    """Each with its reason; none for a unit held by its data."""
    yield from at.tanpa_angka
    yield from _held(at)


_COUNTS: dict[str, Node[Units]] = {
    "unit": Field("Banyaknya unit yang dikoordinasikan", lambda at: len(at.semua), BULAT, example="4"),
    "unit_ditahan": Field("Banyaknya unit yang ditahan", lambda at: len(at.ditahan), BULAT, example="0"),
}


def _monitoring(at: At) -> tuple[str, str]:
    """The activity of the schedule that the note is made for, by id and in words; `akhir` after the earlier ones."""
    tahap = at.planned.tahap
    if tahap is None:
        return "akhir", ""
    tahun = str(tahap.selesai.year)
    return tahap.id, tahap.waktu if tahun in tahap.waktu else f"{tahap.waktu} {tahun}"


_MONEV: Group[tuple[str, str]] = Group(
    {
        "tahap": Field("Kegiatan pada jadwal, atau akhir", lambda at: at[0], example="akhir"),
        "sebutan": Field("Waktu kegiatannya", lambda at: at[1], example="20 Desember 2024"),
    }
)


def _deadline(at: At) -> date | None:
    """The day by which the units owe their letters: that of the note's last activity."""
    scope, name = at.material.scope, at.planned.dokumen.jatuh_tempo or ""
    kegiatan = scope.jadwal.get(name)
    return kegiatan.selesai if kegiatan and scope.citations(kegiatan.dasar) else None


def _asking(at: At) -> str:
    return places_cited(at.material.scope, (one.dasar for one in at.planned.dokumen.dasar_bila))


def _explaining(at: At) -> str:
    letters = explaining(at.material, at.planned.dokumen.capaian)
    return places_cited(at.material.scope, (one.dasar for one in letters[:1]))


_FIELDS: dict[str, Node[At]] = {
    "monev": Part("Pemantauan yang dilaporkan", _MONEV, _monitoring, "rules.yaml, jadwal"),
    "sendiri": Field(
        "Apakah Biro hanya mengoordinasikan dirinya",
        lambda at: at.planned.dikoordinasikan == (at.planned.unit,),
        YA_TIDAK,
        P3DN,
    ),
    "batas_penjelasan": Field(
        "Batas waktu surat penjelasan unit", _deadline, TANGGAL, "rules.yaml, jadwal", "2024-12-31"
    ),
    "dasar_permintaan": Field(
        "Tempat peraturan yang meminta surat penjelasan",
        _asking,
        source="rules.yaml, dokumen",
        example="huruf g angka 2",
    ),
    "dasar_penjelasan": Field(
        "Tempat peraturan yang mewajibkan surat penjelasan",
        _explaining,
        source="rules.yaml, dokumen",
        example="huruf a angka 5 dan angka 6",
    ),
}
