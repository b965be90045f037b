"""Doubt is weighed: rows of nobody could be any unit's, and shake only the status that they could change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import product

from p3dn_reports.evaluation.assessment import UnitResult
from p3dn_reports.evaluation.availability import Measure, measure_of
from p3dn_reports.evaluation.indicators import Reading, Sums, unit_result
from p3dn_reports.evaluation.loose import Loose, Reach
from p3dn_reports.evaluation.targets import Promise
from p3dn_reports.evaluation.totals import exact_sum
from p3dn_reports.evaluation.withholding import divided_ukuran
from p3dn_reports.formatting import daftar_kata, rupiah
from p3dn_reports.messages import LEPAS_GOYAH, LEPAS_NILAI, LEPAS_TANPA_NILAI, LEPAS_TETAP
from p3dn_reports.problems import Problem
from p3dn_reports.rules import Scope


def may_move(
    read: Reading, sums: Sums, promises: Mapping[str, Promise], reach: Callable[[str], Reach], *, pita: str | None
) -> bool:
    """Whether some choice among the loose rows would take the unit's indicator out of the band `pita`.

    `reach` says by ukuran what they could add. The ratio is monotone in both of its sums while the denominator is above
    0, and has no band where it is not: so its four corners show every band that can be had.
    """
    if read.penilaian is None or read.sebab is not None:
        return False
    above, below = reach(read.pembilang), reach(read.penyebut)
    corners = product((above.paling_sedikit, above.paling_banyak), (below.paling_sedikit, below.paling_banyak))
    return any(
        unit_result(read, _with(sums, {read.pembilang: more, read.penyebut: under}), promises).pita != pita
        for more, under in dict.fromkeys(corners)
    )


def _with(sums: Sums, added: Mapping[str, Decimal]) -> dict[str, Decimal | None]:
    return {**sums, **{name: exact_sum((sums[name] or Decimal(0), value)) for name, value in added.items()}}


def weighed(problems: Iterable[Problem], loose: Loose, scope: Scope, units: Iterable[UnitResult]) -> Iterator[Problem]:
    """The problems, those about rows of nobody with what these amount to and how many units' status is in doubt."""
    judged = _judged(scope)
    moved = sum(not one.indikator_ditahan.isdisjoint(judged) for one in units)
    for found in problems:
        told = _told(found, loose, scope, moved) if found.lepas else ""
        yield replace(found, pesan=f"{found.pesan} {told}") if told else found


def _judged(scope: Scope) -> list[str]:
    indikator = scope.rulebook.indikator.values()
    return [one.id for one in indikator if one.pita is not None and one.id not in scope.rulebook.penegas]


def _told(fault: Problem, loose: Loose, scope: Scope, moved: int) -> str:
    """What the rows of a fault do to the units, with their amounts where the fault is not about the rows themselves."""
    reaches = loose.menurut_temuan.get(fault, {})
    amounts = _amounts(reaches, scope)
    if not amounts:
        return LEPAS_TANPA_NILAI if reaches else ""
    akibat = LEPAS_GOYAH.format(banyak=moved) if moved else LEPAS_TETAP
    return LEPAS_NILAI.format(jumlah=daftar_kata(amounts) if fault.tabel == "satker" else "Nilai itu", akibat=akibat)


def _amounts(reach: Mapping[Measure, Reach], scope: Scope) -> list[str]:
    """`Rp5.000.000,00 (Realisasi belanja produk dalam negeri)`: what a status rests on, else the first sum there is."""
    telling = [one for name in _judged(scope) for one in divided_ukuran(scope, name)]
    others = [one for one in scope.rulebook.ukuran.values() if one.jumlah is not None]
    found = {
        f"{rupiah(reach[measure_of(one)].jumlah)} ({one.judul})": one
        for one in dict.fromkeys((*telling, *others))
        if one.jumlah is not None and measure_of(one) in reach and reach[measure_of(one)].jumlah
    }
    return [text for text, one in found.items() if one in telling] or list(found)[:1]
