"""Which figures and documents a fault forbids to trust: a unit's fault touches that unit and no other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from p3dn_reports.evaluation.assessment import Organisasi
from p3dn_reports.problems import Problem, Severity
from p3dn_reports.rules import Scope, Ukuran


@dataclass(frozen=True, slots=True)
class Withholding:
    """The faults (`galat`) of one folder, asked by unit and table. Units are reporting units."""

    faults: tuple[Problem, ...]
    pelapor_of: Mapping[str, str]

    def unit_reasons(self, kode_satker: str, tables: Set[str]) -> tuple[str, ...]:
        """Why nothing of the unit that rests on `tables` can be trusted: the messages of its own faults."""
        return _messages(
            fault
            for fault in self.faults
            if _touches(fault, tables) and kode_satker in {self.pelapor_of.get(kode, kode) for kode in fault.unit}
        )

    def table_reasons(self, tables: Set[str]) -> tuple[str, ...]:
        """Why nothing at all that rests on `tables` can be trusted: faults that cannot be put down to a unit."""
        return _messages(fault for fault in self.faults if fault.semua_unit and _touches(fault, tables))

    def all_reasons(self, tables: Set[str]) -> tuple[str, ...]:
        """Every fault on `tables`, whoever's: for a ranking, which one wrong score makes worthless."""
        return _messages(fault for fault in self.faults if _touches(fault, tables))

    def units(self, tables: Set[str]) -> frozenset[str]:
        """The reporting units whose figures from `tables` cannot be trusted."""
        return frozenset(
            self.pelapor_of.get(kode, kode) for fault in self.faults if _touches(fault, tables) for kode in fault.unit
        )


def withholding(problems: Iterable[Problem], organisasi: Organisasi) -> Withholding:
    """Collect the faults among `problems`; warnings and notes withhold nothing."""
    faults = tuple(found for found in problems if found.tingkat is Severity.GALAT)
    return Withholding(faults, organisasi.pelapor_of)


def indicator_tables(scope: Scope, indikator_id: str) -> frozenset[str]:
    """The input tables an indicator rests on here, that of the target printed beside it included."""
    indikator = scope.rulebook.indikator[indikator_id]
    beside = {scope.rulebook.target[indikator.target].tabel} if indikator.target else set()
    return required_tables(scope, indikator_id) | beside


def required_tables(scope: Scope, indikator_id: str) -> frozenset[str]:
    """The input tables without which an indicator cannot be computed here, the unit master included."""
    rulebook = scope.rulebook
    indikator = rulebook.indikator[indikator_id]
    if indikator.menurut is not None:
        return required_tables(scope, scope.resolve(indikator.menurut))
    tables = {ukuran.tabel for ukuran in divided_ukuran(scope, indikator_id)}
    target = {rulebook.target[indikator.dibagi_target].tabel} if indikator.dibagi_target else set()
    return frozenset({"satker"} | tables | target)


def divided_ukuran(scope: Scope, indikator_id: str) -> tuple[Ukuran, ...]:
    """The sums that an indicator divides here, numerator first."""
    indikator = scope.rulebook.indikator[indikator_id]
    if indikator.menurut is not None:
        return divided_ukuran(scope, scope.resolve(indikator.menurut))
    rujukan = (indikator.pembilang, indikator.penyebut)
    return tuple(scope.rulebook.ukuran[scope.resolve(one)] for one in rujukan if one is not None)


def figure_tables(scope: Scope) -> frozenset[str]:
    """The input tables any figure of the rulebook rests on."""
    return frozenset({"satker", *(ukuran.tabel for ukuran in scope.rulebook.ukuran.values())})


def _touches(fault: Problem, tables: Set[str]) -> bool:
    return fault.tabel is None or fault.tabel in tables


def _messages(faults: Iterable[Problem]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_in_one_line(fault) for fault in faults))


def _in_one_line(fault: Problem) -> str:
    place = str(fault.lokasi)
    return f"{place}: {fault.pesan}" if place else fault.pesan
