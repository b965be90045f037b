"""What each unit promised: the rows of the target tables, and how a share stands to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from p3dn_reports.evaluation.assessment import Organisasi, TargetResult
from p3dn_reports.rules import Scope, Target
from p3dn_reports.tables import Tables

PERSEN = "persen"
RUPIAH = "rupiah"


@dataclass(frozen=True, slots=True)
class Promise:
    """One row's target: the figure as written and its unit, persen (0-100) or rupiah."""

    nilai: Decimal
    satuan: str

    def persen(self, penyebut: Fraction | None) -> Fraction | None:
        """The target as a share of the denominator (0-100); None for rupiah over nothing."""
        if self.satuan == PERSEN:
            return Fraction(self.nilai)
        return Fraction(self.nilai) / penyebut * 100 if penyebut is not None and penyebut > 0 else None


Promises = Mapping[tuple[str, str], Promise]
"""By target id and unit code."""


def read_promises(tables: Tables, scope: Scope) -> Promises:
    """Every target of every unit that has one; a row without figure or unit promises nothing."""
    found: dict[tuple[str, str], Promise] = {}
    for target in scope.rulebook.target.values():
        schema = tables.schemas.get(target.tabel)
        if target.tabel not in tables.present or schema is None or schema.unit_column is None:
            continue
        for row in tables.iter_rows(target.tabel):
            promise = _promise(target, row)
            if promise is not None:
                found.setdefault((target.id, row[schema.unit_column]), promise)
    return found


def dinas_pembina(scope: Scope, organisasi: Organisasi) -> str | None:
    """The code of the office whose target stands beside the region's figures, by its name in the profile."""
    name = (scope.daerah.dinas_pembina or "").strip().casefold()
    return next((unit.kode_satker for unit in organisasi.pelapor if unit.nama.strip().casefold() == name), None)


def stand(promise: Promise, share: Fraction | None, penyebut: Fraction | None) -> TargetResult:
    """How `share` (percent of `penyebut`, unrounded) stands to the promise; a promise of nothing is not reached."""
    persen = promise.persen(penyebut)
    known = share is not None and persen is not None and persen > 0
    return TargetResult(
        nilai=promise.nilai,
        satuan=promise.satuan,
        persen=persen,
        tercapai=share >= persen if known else None,  # type: ignore[operator]
        selisih=share - persen if known else None,  # type: ignore[operator]
    )


def _promise(target: Target, row: Mapping[str, Any]) -> Promise | None:
    nilai, satuan = row[target.kolom_nilai], (row[target.kolom_satuan] or "").strip().lower()
    return Promise(nilai, satuan) if nilai is not None and satuan in (PERSEN, RUPIAH) else None
