"""Indicators: exact ratios in Fraction, judged unrounded. No database here: sums in, results out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from p3dn_reports.evaluation.assessment import Figures, IndikatorResult
from p3dn_reports.evaluation.bands import Judgement, judgement
from p3dn_reports.evaluation.left_out import TidakIkut
from p3dn_reports.evaluation.targets import Promise, stand
from p3dn_reports.evaluation.totals import exact_sum
from p3dn_reports.rules import Citation, Indikator, Scope

PENYEBUT_NOL = "penyebut nol"
PENYEBUT_NEGATIF = "penyebut negatif"
TARGET_TIDAK_ADA = "target tidak ada"
TARGET_NOL = "target nol"
TIDAK_ADA_UNIT = "tidak ada unit yang dapat dihitung"

Sums = Mapping[str, Decimal | None]


@dataclass(frozen=True, slots=True)
class Reading:
    """An indicator as it is read here: what divides what, what judges it, or `sebab`: why it cannot be had at all.

    `ambang` are the thresholds (percent) no printed value may cross: its own, else those of an indicator that reads it.
    """

    indikator: Indikator
    dibaca: Indikator
    pembilang: str
    penyebut: str
    penilaian: Judgement | None
    ambang: tuple[Fraction, ...]
    dasar: tuple[Citation, ...]
    sebab: str | None
    satuan: str


def reading(scope: Scope, indikator_id: str, sebab: Mapping[str, str | None]) -> Reading:
    """Resolve the open readings of an indicator. `sebab` says of every ukuran why it cannot be had, if so."""
    indikator = scope.rulebook.indikator[indikator_id]
    dibaca = indikator
    while dibaca.menurut is not None:
        dibaca = scope.rulebook.indikator[scope.resolve(dibaca.menurut)]
    if dibaca.pembilang is None or dibaca.penyebut is None:
        raise LookupError(f"indikator {dibaca.id} tidak mempunyai pembilang atau penyebut")
    pembilang, penyebut = scope.resolve(dibaca.pembilang), scope.resolve(dibaca.penyebut)
    return Reading(
        indikator=indikator,
        dibaca=dibaca,
        pembilang=pembilang,
        penyebut=penyebut,
        penilaian=judgement(scope, indikator.pita) if indikator.pita else None,
        ambang=_thresholds(scope, indikator_id),
        dasar=scope.citations(indikator.dasar),
        sebab=sebab[penyebut] or sebab[pembilang],
        satuan=scope.rulebook.ukuran[penyebut].satuan,
    )


def _thresholds(scope: Scope, indikator_id: str) -> tuple[Fraction, ...]:
    """So that a share printed beside the achievement it may be read as never stands on the other side of a band."""
    rulebook = scope.rulebook
    for one in rulebook.indikator.values():
        if one.pita is None or indikator_id not in (one.id, *rulebook.ways(one.menurut)):
            continue
        judged = judgement(scope, one.pita)
        if judged is not None:
            return judged.ambang
    return ()


def unit_result(read: Reading, sums: Sums, promises: Mapping[str, Promise]) -> IndikatorResult:
    """The indicator of one unit; `promises` are its targets by id."""
    pembilang, penyebut = _exact(sums[read.pembilang]), _exact(sums[read.penyebut])
    return _result(read, pembilang, penyebut, promises, read.sebab)


def region_result(read: Reading, units: Mapping[str, Figures], promises: Mapping[str, Promise]) -> IndikatorResult:
    """Sum of numerators over sum of denominators of the units (by code) where the indicator can be computed.

    What that leaves out of the numerators is said beside it.
    """
    counted = {kode: one for kode, one in units.items() if one.indikator[read.indikator.id].nilai is not None}
    sebab = read.sebab or (None if counted else TIDAK_ADA_UNIT)
    if sebab:
        return _result(read, None, None, promises, sebab)
    result = _result(read, *_added_up(read, counted.values()), promises, None)
    left = {kode: one.ukuran[read.pembilang] for kode, one in units.items() if kode not in counted}
    return replace(result, tidak_ikut=_left_out(read, left, units.values(), promises)) if any(left.values()) else result


def _left_out(read: Reading, left: Sums, units: Iterable[Figures], promises: Mapping[str, Promise]) -> TidakIkut:
    """The units that are `left` out with their numerators, and the figure of all `units`."""
    whole = _result(read, *_added_up(read, units), promises, None)
    return TidakIkut(
        unit=tuple(kode for kode, amount in left.items() if amount),
        jumlah=Fraction(exact_sum(amount for amount in left.values() if amount)),
        nilai=whole.nilai,
        pita=whole.pita,
        tampil_pita=whole.tampil_pita,
        ambang=whole.ambang,
        satuan=read.satuan,
    )


def _added_up(read: Reading, units: Iterable[Figures]) -> tuple[Fraction, Fraction]:
    """The units' numerators together, and their denominators."""
    sums = [one.ukuran for one in units]
    pembilang, penyebut = (
        exact_sum(one[name] or Decimal(0) for one in sums) for name in (read.pembilang, read.penyebut)
    )
    return Fraction(pembilang), Fraction(penyebut)


def _result(
    read: Reading,
    pembilang: Fraction | None,
    penyebut: Fraction | None,
    promises: Mapping[str, Promise],
    sebab: str | None,
) -> IndikatorResult:
    sebab = sebab or _sebab_penyebut(penyebut)
    share = _ratio(pembilang, penyebut) if sebab is None else None
    promise = promises.get(read.indikator.target or "")
    target = stand(promise, share, penyebut) if promise is not None else None
    nilai = share
    if read.dibaca.dibagi_target is not None and sebab is None:
        penyebut, sebab = _promised_rupiah(penyebut, promises.get(read.dibaca.dibagi_target))
        nilai = _ratio(pembilang, penyebut) if sebab is None else None
    penilaian = read.penilaian
    band = penilaian.band(nilai) if penilaian is not None and nilai is not None else None
    return IndikatorResult(
        indikator=read.indikator.id,
        dibaca=read.dibaca.id,
        pembilang=pembilang,
        penyebut=penyebut,
        nilai=nilai,
        sebab=sebab,
        pita=band.id if band else None,
        tampil_pita=penilaian.tampil(band) if penilaian is not None and band else None,
        ambang=read.ambang,
        ukuran_pembilang=read.pembilang,
        ukuran_penyebut=read.penyebut,
        target=target,
        dasar=read.dasar,
        satuan=read.satuan,
        batas=tuple(penilaian.batas.items()) if penilaian is not None else (),
    )


def _promised_rupiah(penyebut: Fraction | None, promise: Promise | None) -> tuple[Fraction | None, str | None]:
    """The denominator of a ratio to the target: the target's share of what was divided by, in rupiah."""
    if promise is None:
        return penyebut, TARGET_TIDAK_ADA
    persen = promise.persen(penyebut)
    if penyebut is None or persen is None or persen <= 0:
        return penyebut, TARGET_NOL
    return penyebut * persen / 100, None


def _sebab_penyebut(penyebut: Fraction | None) -> str | None:
    if penyebut is None or penyebut > 0:
        return None
    return PENYEBUT_NOL if penyebut == 0 else PENYEBUT_NEGATIF


def _ratio(pembilang: Fraction | None, penyebut: Fraction | None) -> Fraction | None:
    return pembilang / penyebut * 100 if pembilang is not None and penyebut is not None else None


def _exact(value: Decimal | None) -> Fraction | None:
    return None if value is None else Fraction(value)
