"""Figures of the assessment as templates see them: plain data, ready for the filters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from p3dn_reports.evaluation.assessment import Figures, IndikatorResult, TargetResult
from p3dn_reports.evaluation.lines import RincianBaris
from p3dn_reports.formatting import angka, desimal, nilai_bersatuan, persen, round_half_up
from p3dn_reports.rules import Scope

TIDAK_ADA_DATA = "tidak ada data"
TANPA_ANGKA = "tidak_dapat_dihitung"
"""The band of the units where an indicator has no figure."""


def figures_context(figures: Figures, scope: Scope) -> dict[str, Any]:
    """Indicators by their id, `ukuran`, `rincian` and `rincian_jumlah`.

    A line of a rincian without any row is left out; `rincian_kosong` counts those.
    """
    filled = {key: tuple(row for row in rows if row.banyak) for key, rows in figures.rincian.items()}
    return {
        **{key: indicator_context(result, figures, scope) for key, result in figures.indikator.items()},
        "ukuran": dict(figures.ukuran),
        "rincian": {key: _lines(rows, scope, key) for key, rows in filled.items()},
        "rincian_kosong": {key: len(rows) - len(filled[key]) for key, rows in figures.rincian.items()},
        "rincian_jumlah": {key: _line_sum(rows, scope, key) for key, rows in filled.items()},
    }


def units_by_band(
    scope: Scope, units: Sequence[dict[str, Any]], indikator: str | None
) -> dict[str, list[dict[str, Any]]]:
    """The units, each with its `figures_context`, by the band of an indicator; last those where it has no figure."""
    if indikator is None:
        return {TANPA_ANGKA: []}
    pita = scope.rulebook.indikator[indikator].pita
    bands = [band.id for band in scope.rulebook.bands_of(pita)] if pita else []
    chosen = {band: [unit for unit in units if unit[indikator]["pita"] == band] for band in bands}
    chosen[TANPA_ANGKA] = [unit for unit in units if not unit[indikator]["dapat_dihitung"]]
    return chosen


def indicator_context(result: IndikatorResult, figures: Figures, scope: Scope) -> dict[str, Any]:
    """One indicator: what to print, its band, its sums in rupiah, and how it stands to the target.

    `diminta`: an instrument here asks for it; `dibaca` the indicator that it is read as.
    """
    pembilang = _amount(result.pembilang, figures.ukuran.get(result.ukuran_pembilang))
    penyebut = _amount(result.penyebut, figures.ukuran.get(result.ukuran_penyebut))
    return {
        "tampil": result.tampil,
        "dapat_dihitung": result.nilai is not None,
        "pita": result.pita or "",
        "tampil_pita": result.tampil_pita or "",
        "pembilang": pembilang,
        "penyebut": penyebut,
        "judul_pembilang": _title(scope, result.ukuran_pembilang),
        "judul_penyebut": _title(scope, result.ukuran_penyebut),
        "sebab": result.sebab or "",
        "dibaca": result.dibaca,
        "diminta": bool(scope.citations(scope.rulebook.indikator[result.indikator].dasar)),
        "kelebihan": max(pembilang - penyebut, Decimal(0)) if pembilang and penyebut else Decimal(0),
        "kekurangan": max((penyebut or Decimal(0)) - (pembilang or Decimal(0)), Decimal(0)),
        "target": _target_context(result, pembilang, penyebut),
    }


def _amount(divided: Fraction | None, measured: Decimal | None) -> Decimal | None:
    """What was divided, in rupiah; where nothing was, the sum itself."""
    return to_decimal(divided) if divided is not None else measured


def _target_context(result: IndikatorResult, pembilang: Decimal | None, penyebut: Decimal | None) -> dict[str, Any]:
    target = result.target
    if target is None or target.nilai <= 0:
        return {"ada": False, "tampil": "", "tercapai": False, "selisih": "", "kekurangan": Decimal(0)}
    return {
        "ada": True,
        "tampil": nilai_bersatuan(target.nilai, target.satuan),
        "tercapai": bool(target.tercapai),
        "selisih": _points(target.selisih, result.tampil) if target.selisih is not None else "",
        "kekurangan": _shortfall(target, pembilang, penyebut),
    }


def _points(difference: Fraction, shown: str) -> str:
    """Percentage points without sign, with as many decimals as the percentage `shown` that they explain."""
    places = len(shown.removesuffix("%").partition(",")[2])
    return desimal(abs(difference), max(places, 2))


def _shortfall(target: TargetResult, pembilang: Decimal | None, penyebut: Decimal | None) -> Decimal:
    """Rupiah still wanting to the target, to the sen; 0 where it is reached or cannot be computed."""
    if target.persen is None or pembilang is None or penyebut is None:
        return Decimal(0)
    wanting = target.persen / 100 * Fraction(penyebut) - Fraction(pembilang)
    return to_decimal(max(wanting, Fraction(0)))


def to_decimal(value: Fraction) -> Decimal:
    """The value rounded half up to two decimals."""
    cents = round_half_up(value, 2) * 100
    return Decimal(cents.numerator).scaleb(-2)


def _title(scope: Scope, ukuran: str) -> str:
    found = scope.rulebook.ukuran.get(ukuran)
    return found.judul if found else ""


def _lines(rows: tuple[RincianBaris, ...], scope: Scope, key: str) -> list[dict[str, Any]]:
    """The lines of a rincian; `nama_dalam_dokumen` is the instrument's own name where it differs."""
    daftar = scope.rulebook.rincian[key].daftar
    dated = scope.daftar(daftar) if daftar is not None else None
    other_names = {item.kode: item.nama_dalam_dokumen or "" for item in (dated.nilai if dated else ())}
    return [
        {
            "nomor": number,
            "kode": row.kode,
            "nama": row.nama,
            "nama_dalam_dokumen": other_names.get(row.kode, ""),
            "banyak": row.banyak,
            **row.jumlah,
            **{name: _part(met, row.banyak) for name, met in row.bagian.items()},
        }
        for number, row in enumerate(rows, 1)
    ]


def _part(met: int | None, of: int) -> dict[str, Any]:
    """A part of a line, ready to print: how many rows are in it, how many are not, its share; or that nothing tells."""
    if met is None:
        return {"ada": False, **dict.fromkeys(("banyak", "sisanya", "tampil"), TIDAK_ADA_DATA)}
    share = persen(Fraction(met, of) * 100) if of else "-"
    return {"ada": True, "banyak": angka(met), "sisanya": angka(of - met), "tampil": share}


def _line_sum(rows: tuple[RincianBaris, ...], scope: Scope, key: str) -> Mapping[str, Any]:
    rincian = scope.rulebook.rincian[key]
    totals = {column: sum((row.jumlah[column] for row in rows), Decimal(0)) for column in rincian.jumlah}
    parts = {name: _part_sum(rows, name) for name in rincian.bagian}
    return {"banyak": sum(row.banyak for row in rows), **totals, **parts}


def _part_sum(rows: tuple[RincianBaris, ...], name: str) -> dict[str, Any]:
    """The part of all lines of which it is known; `tanpa_data` names the others."""
    known = [(met, row.banyak) for row in rows if (met := row.bagian[name]) is not None]
    met = sum(one for one, _ in known) if known else None
    return {
        **_part(met, sum(of for _, of in known)),
        "tanpa_data": [row.nama for row in rows if row.bagian[name] is None],
    }
