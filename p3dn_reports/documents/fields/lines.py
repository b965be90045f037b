"""Units on a list as fields, each with its own figures; and the lists of a region or a Biro by their bands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeVar

from p3dn_reports.documents.fields.breakdowns import Figured
from p3dn_reports.documents.fields.field import (
    BULAT,
    P3DN,
    RUPIAH,
    YA_TIDAK,
    Field,
    Group,
    Items,
    Node,
    Part,
    seen_from,
)
from p3dn_reports.documents.units import TANPA_ANGKA, Line, Units, to_lowest_bound
from p3dn_reports.rules import Rulebook

T = TypeVar("T")
Bands = Mapping[str, tuple[Line, ...]]


def line(figures: Mapping[str, Node[Figured]], more: Mapping[str, Node[Line]] = MappingProxyType({})) -> Group[Line]:
    """One unit on a list, with its figures and `more` of it."""
    return Group({**_LINE, **more, **seen_from(_figured, figures)})


def _figured(at: Line) -> Figured:
    return Figured(at.result.figures, at.units.material.scope)


_LINE: dict[str, Node[Line]] = {
    "nomor": Field("Nomor urut", lambda at: at.nomor, BULAT, P3DN, "1"),
    "nomor_kelompok": Field("Nomor urut di dalam kelompoknya", lambda at: at.nomor_kelompok, BULAT, P3DN, "1"),
    "kode_satker": Field(
        "Kode satuan kerja",
        lambda at: at.kode,
        source="tabel satker, kolom kode_satker",
        example="1.02.0.00.0.00.01.0000",
    ),
    "nama": Field("Nama satuan kerja", lambda at: at.result.unit.nama, example="Dinas Kesehatan"),
    "jenis": Field("Jenis satuan kerja", lambda at: at.result.unit.jenis, example="perangkat_daerah"),
    "biro_koordinator": Field(
        "Nama Biro koordinator",
        lambda at: at.units.material.satker(at.row.get("biro_koordinator")).get("nama_satker", ""),
        source="tabel satker, kolom biro_koordinator",
        example="Biro Hukum",
    ),
    "asisten": Field(
        "Asisten yang membawahi",
        lambda at: at.row.get("asisten") or "",
        source="tabel satker, kolom asisten",
        example="Kesejahteraan Rakyat",
    ),
    "ditahan": Field(
        "Apakah angka unit ditahan karena datanya", lambda at: at.result.holds(at.units.indikator), YA_TIDAK, P3DN
    ),
    "alasan_ringkas": Field(
        "Semua alasan unit dalam satu baris",
        lambda at: at.units.alasan.get(at.kode, ""),
        source="tabel alasan, kolom alasan",
        example="Pembayaran belum selesai",
    ),
    "penjelasan": Field(
        "Keadaan surat penjelasan unit: lengkap, konsep, ditahan, atau -",
        lambda at: str(at.units.surat.get(at.kode, "-")),
        source=P3DN,
        example="lengkap",
    ),
    "penjelasan_diterima": Field(
        "Nomor dan tanggal surat penjelasan yang sudah diterima",
        lambda at: at.units.diterima.get(at.kode, ""),
        source="tabel naskah, kolom nomor",
        example="Nomor e-0123/2024 tanggal 31 Desember 2024",
    ),
    "kekurangan_ambang": Field(
        "Rupiah yang masih kurang sampai ambang terbawah", to_lowest_bound, RUPIAH, P3DN, "51045000000.00"
    ),
}


def banded(rulebook: Rulebook, lines: Group[Line]) -> Group[Units]:
    """The units by each band that any indicator may end in; none in those of another indicator."""
    return Group({band: _band(band, lines, lambda at: at.menurut_pita) for band in bands_of(rulebook)})


def by_indicator(rulebook: Rulebook, lines: Group[Line]) -> Group[Units]:
    """By every indicator with bands, the units by those."""
    return Group({name: _by(rulebook, name, lines) for name, one in rulebook.indikator.items() if one.pita})


def _by(rulebook: Rulebook, name: str, lines: Group[Line]) -> Part[Units, Bands]:
    bands = bands_of(rulebook, name)
    group: Group[Bands] = Group({band: _band(band, lines, lambda found: found) for band in bands})
    return Part(rulebook.indikator[name].judul, group, lambda at: at.kelompok(name), f"rules.yaml, indikator {name}")


def _band(band: str, lines: Group[Line], of: Callable[[T], Bands]) -> Items[T, Line]:
    return Items(f"Unit pada kelompok {band}", lines, lambda at: of(at).get(band, ()))


def in_bands(rulebook: Rulebook) -> dict[str, Node[Units]]:
    """How many units each band has."""
    return {band: _count(band) for band in bands_of(rulebook)}


def _count(band: str) -> Field[Units]:
    title = f"Banyaknya unit pada kelompok {band}"
    return Field(title, lambda at: len(at.menurut_pita.get(band, ())), BULAT, example="3")


def bands_of(rulebook: Rulebook, indikator: str | None = None) -> tuple[str, ...]:
    """The bands of an indicator, or of all, and that of the units without a figure."""
    judged = (rulebook.indikator[indikator].pita,) if indikator else rulebook.pita
    names = (band.id for pita in judged for band in rulebook.bands_of(pita or ""))
    return tuple(dict.fromkeys((*names, TANPA_ANGKA)))


REASON: Group[tuple[str, str]] = Group(
    {
        "nama": Field("Nama satuan kerja", lambda at: at[0], example="Dinas Kesehatan"),
        "sebab": Field("Sebabnya", lambda at: at[1], example="penyebut nol"),
    }
)
"""A unit's name, and why it is not judged."""
