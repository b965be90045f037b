"""The units of an edition as a table shows them, grouped by band; every figure is the engine's, none is made here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from p3dn_reports.formatting import kapital_awal
from p3dn_reports.vocabulary import BAWAH, LEBIH
from p3dn_reports.web.shelf import Edition, Record

BELOW, ABOVE, WITHIN, HELD, NONE = BAWAH, LEBIH, "dalam", "tahan", "kosong"
"""The marks of a unit. A withheld unit has no figure on any page."""

_ORDER = (BELOW, ABOVE, HELD, NONE, WITHIN)


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One unit under one indicator. `angka` is the indicator of hasil.json, None where it is withheld."""

    kode: str
    nama: str
    mark: str
    angka: Record | None
    sebab: str | None
    dokumen: tuple[Record, ...] = ()

    @property
    def selisih(self) -> str | None:
        """How far it is to the threshold, as the engine says; None where it is not judged."""
        if self.angka is None or self.mark in {HELD, NONE}:
            return None
        found: str | None = self.angka["kekurangan_ambang" if self.mark == BELOW else "kelebihan_ambang"]
        return found if self.mark in {BELOW, ABOVE} else None

    @property
    def menunggu(self) -> str:
        """What its documents still wait for."""
        return "; ".join(dict.fromkeys(reason for one in self.surat for reason in one["sebab"]))

    @property
    def surat(self) -> tuple[Record, ...]:
        """Its documents of the last day on which one falls due: what came before was asked for on the way there."""
        last = max((one["jatuh_tempo"] for one in self.dokumen if one["jatuh_tempo"]), default=None)
        return tuple(one for one in self.dokumen if last and one["jatuh_tempo"] == last)


@dataclass(frozen=True, slots=True)
class Group:
    """The units of one band, and the words of the band."""

    mark: str
    judul: str
    baris: list[UnitRow] = field(default_factory=list)


def judged(edition: Edition) -> list[str]:
    """The indicators that are judged, those to be explained first; where there is none, those that have a value.

    The first of them is the one a quarter is about.
    """
    whole = edition.hasil["seluruh"]["indikator"]
    found = sorted((name for name in whole if whole[name]["batas"]), key=lambda name: name not in edition.menjelaskan)
    return found or [name for name in whole if whole[name]["nilai"] is not None]


def units(edition: Edition, indikator: str) -> list[UnitRow]:
    """Every unit under one indicator, in the order of the organisation."""
    papers: dict[str, list[Record]] = {}
    for one in edition.hasil["dokumen"]:
        papers.setdefault(one["unit"] or "", []).append(one)
    sides = edition.menjelaskan.get(indikator, {})
    return [_row(unit, indikator, sides, tuple(papers.get(unit["kode_satker"], ()))) for unit in edition.hasil["unit"]]


def grouped(rows: list[UnitRow]) -> list[Group]:
    """The rows by band: what asks for something first."""
    groups: dict[tuple[int, str], Group] = {}
    for row in rows:
        title = title_of(row)
        key = (_ORDER.index(row.mark), title)
        groups.setdefault(key, Group(row.mark, title)).baris.append(row)
    for group in groups.values():
        group.baris.sort(key=_by_value)
    return [groups[key] for key in sorted(groups)]


def out_of_band(rows: list[UnitRow]) -> list[UnitRow]:
    """Those that must explain."""
    return [row for row in rows if row.mark in {BELOW, ABOVE}]


def title_of(row: UnitRow) -> str:
    """The words of its band."""
    if row.mark == HELD:
        return "Ditahan"
    if row.mark == NONE or row.angka is None:
        return "Tidak dapat dihitung"
    told = row.angka["tampil_pita"]
    return kapital_awal(told) if told else "Tidak dinilai"


def answers(edition: Edition) -> dict[str, str | None]:
    """By the code of each unit that must explain what its answer lacks or is; None where there is none."""
    asked = edition.hasil.get("ringkasan", {}).get("wajib_menjelaskan", ())
    return {one["kode_satker"]: one["jawaban"] for one in asked}


def flat(rows: list[UnitRow], answered: Mapping[str, str | None]) -> Iterator[dict[str, Any]]:
    """The rows for a file."""
    for row in rows:
        yield {
            "kode": row.kode,
            "nama": row.nama,
            "pembilang": row.angka["pembilang"] if row.angka else None,
            "penyebut": row.angka["penyebut"] if row.angka else None,
            "capaian": row.angka["tampil"] if row.angka else None,
            "status": title_of(row),
            "selisih": row.selisih,
            "sebab": row.sebab,
            "jawaban": answered[row.kode] or "belum ada" if row.kode in answered else None,
        }


def mark_of(result: Record, sides: Mapping[str, str]) -> str:
    """The mark of a result; `sides` are the bands that must be explained."""
    return NONE if result["nilai"] is None else sides.get(result["pita"], WITHIN)


def _row(unit: Record, indikator: str, sides: Mapping[str, str], papers: tuple[Record, ...]) -> UnitRow:
    kode, nama = unit["kode_satker"], unit["nama"]
    if unit["ditahan"] or indikator in unit["indikator_ditahan"]:
        return UnitRow(kode, nama, HELD, None, "angkanya belum dapat dipercaya", papers)
    result = unit["indikator"][indikator]
    return UnitRow(kode, nama, mark_of(result, sides), result, result["sebab"], papers)


def _by_value(row: UnitRow) -> Fraction:
    return Fraction(row.angka["nilai_pasti"]) if row.angka and row.angka["nilai_pasti"] else Fraction(0)
