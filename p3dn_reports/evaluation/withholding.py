"""Which figures and documents a fault forbids to trust: a unit's fault touches that unit and no other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

from p3dn_reports.evaluation.assessment import Organisasi
from p3dn_reports.evaluation.availability import measure_of, tables_of
from p3dn_reports.problems import Problem, Severity
from p3dn_reports.rules import Rulebook, Scope, Ukuran
from p3dn_reports.vocabulary import kode_perangkat_daerah

_CONSEQUENCES = frozenset({"unit-tanpa-baris", "tidak-dapat-dihitung"})


@dataclass(frozen=True, slots=True)
class Withholding:
    """The faults (`galat`) of one folder, asked by unit and table. Units are reporting units.

    A fault at a unit that reports to nobody known (its parent or kind is what is wrong) could belong to anyone, and so
    counts like a fault of the whole table; one at a unit that is not of the pemda touches no figure. `loose` are those
    about rows of nobody, which are weighed (`loose.may_move`) and withhold nothing by themselves.
    """

    faults: tuple[Problem, ...]
    pelapor_of: Mapping[str, str]
    bukan_pemda: frozenset[str] = frozenset()
    loose: tuple[Problem, ...] = ()

    @property
    def tables(self) -> frozenset[str]:
        """The tables in which something is at fault."""
        return frozenset(one.tabel for one in (*self.faults, *self.loose) if one.tabel is not None)

    def unit_reasons(self, kode_satker: str, tables: Set[str]) -> tuple[str, ...]:
        """Why nothing of the unit that rests on `tables` can be trusted: the messages of its own faults."""
        return _messages(fault for fault in self._on(tables) if kode_satker in (self._units_of(fault) or ()))

    def table_reasons(self, tables: Set[str]) -> tuple[str, ...]:
        """Why nothing at all that rests on `tables` can be trusted: faults that cannot be put down to units."""
        return _messages(fault for fault in self._on(tables) if self._units_of(fault) is None)

    def all_reasons(self, tables: Set[str]) -> tuple[str, ...]:
        """Every fault on `tables`, whoever's: for a ranking, which one wrong score makes worthless."""
        return _messages(self._on(tables)) + self.loose_reasons(tables)

    def loose_reasons(self, tables: Set[str], kode_satker: str | None = None) -> tuple[str, ...]:
        """The rows of nobody in `tables`; of `kode_satker` only those that may well be that unit's."""
        on = (fault for fault in self.loose if fault.tabel in tables)
        return _messages(fault for fault in on if kode_satker is None or kode_satker in self.likely(fault))

    def holding(self, kode_satker: str, tables: Set[str]) -> tuple[str, ...]:
        """What holds back what a unit has in `tables`, each with what would free it; of "", whatever holds anybody."""
        return tuple(dict.fromkeys(f"{_in_one_line(one)}. {one.saran}" for one in self._held(kode_satker, tables)))

    def _held(self, kode_satker: str, tables: Set[str]) -> Iterator[Problem]:
        for fault in self._on(tables):
            units = self._units_of(fault)
            if not kode_satker or units is None or kode_satker in units:
                yield fault
        for fault in self.loose:
            owners = self.owners(fault)
            if fault.tabel in tables and (not kode_satker or owners is None or kode_satker in owners):
                yield fault

    def explains(self, remark: Problem) -> bool:
        """Whether a figure that cannot be had is but the consequence of a fault in its table, which is told itself."""
        if remark.kode not in _CONSEQUENCES or remark.tabel is None:
            return False
        tables = {remark.tabel}
        return bool(self.table_reasons(tables)) or any(self.unit_reasons(kode, tables) for kode in remark.unit)

    def owners(self, fault: Problem) -> frozenset[str] | None:
        """The reporting units whose the rows of a loose fault may be; None where they could be any unit's."""
        return None if fault.semua_unit else self.likely(fault) or None

    def likely(self, fault: Problem) -> frozenset[str]:
        """The reporting units that a fault names."""
        return frozenset(found for kode in fault.unit if (found := self._pelapor(kode)) is not None)

    def units(self, tables: Set[str]) -> frozenset[str]:
        """The reporting units whose figures from `tables` cannot be trusted."""
        return frozenset(kode for fault in self._on(tables) for kode in self._units_of(fault) or ())

    def faulty(self, tables: Set[str]) -> Mapping[str, frozenset[str]]:
        """Of each table, the reporting units whose rows in it cannot be trusted; all where a fault may be anyone's."""
        everyone = frozenset(self.pelapor_of.values())
        found: dict[str, frozenset[str]] = {}
        for fault in self.faults:
            if fault.tabel is not None and fault.tabel in tables:
                units = self._units_of(fault)
                found[fault.tabel] = found.get(fault.tabel, frozenset()) | (everyone if units is None else units)
        for fault in self.loose:
            if fault.tabel is not None and fault.tabel in tables:
                found[fault.tabel] = found.get(fault.tabel, frozenset()) | self.likely(fault)
        return found

    def _on(self, tables: Set[str]) -> Iterator[Problem]:
        return (fault for fault in self.faults if fault.tabel is None or fault.tabel in tables)

    def _units_of(self, fault: Problem) -> frozenset[str] | None:
        """The reporting units a fault touches; None where it cannot be put down to any."""
        if fault.semua_unit:
            return None
        found = set()
        for kode in fault.unit:
            pelapor = self._pelapor(kode)
            if pelapor is not None:
                found.add(pelapor)
            elif kode not in self.bukan_pemda or fault.tabel == "satker":
                return None
        return frozenset(found)

    def _pelapor(self, kode: str) -> str | None:
        return self.pelapor_of.get(kode) or self.pelapor_of.get(kode_perangkat_daerah(kode) or "")


def withholding(problems: Iterable[Problem], organisasi: Organisasi) -> Withholding:
    """Collect the faults among `problems`; warnings and notes withhold nothing."""
    faults = [found for found in problems if found.tingkat is Severity.GALAT]
    out = frozenset(unit.kode_satker for unit in organisasi.dikeluarkan)
    hard, loose = (tuple(one for one in faults if one.lepas is lepas) for lepas in (False, True))
    return Withholding(hard, organisasi.pelapor_of, out, loose)


def required_tables(scope: Scope, indikator_id: str) -> frozenset[str]:
    """The input tables without which an indicator cannot be computed here, the unit master included."""
    rulebook = scope.rulebook
    indikator = rulebook.indikator[indikator_id]
    if indikator.menurut is not None:
        return required_tables(scope, scope.resolve(indikator.menurut))
    tables = {name for ukuran in divided_ukuran(scope, indikator_id) for name in tables_of(scope, measure_of(ukuran))}
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
    """The input tables that what has a status or a target rests on, however it is read, the unit master included.

    A fault in one of them makes nothing of the unit be trusted; one in another table only what rests on that table.
    """
    sums = judged_ukuran(scope)
    return frozenset({"satker", *(tabel for ukuran in sums for tabel in tables_of(scope, measure_of(ukuran)))})


def judged_ukuran(scope: Scope) -> tuple[Ukuran, ...]:
    """The sums that a figure with a status or a target may divide, whatever reading is chosen."""
    rulebook = scope.rulebook
    telling = {name for name, one in rulebook.indikator.items() if one.pita or one.target} - rulebook.penegas
    names = (name for indikator in rulebook.indikator if indikator in telling for name in _sums_of(rulebook, indikator))
    return tuple(rulebook.ukuran[name] for name in dict.fromkeys(names))


def side_tables(scope: Scope) -> frozenset[str]:
    """The input tables that other sums and counts, and the watching of ranked rows, rest on."""
    sums = scope.rulebook.ukuran.values()
    summed = {tabel for one in sums for tabel in tables_of(scope, measure_of(one))}
    watching = {one.pemantauan.tabel for one in scope.rulebook.peringkat.values() if one.pemantauan is not None}
    return frozenset(summed | watching) - figure_tables(scope)


def _sums_of(rulebook: Rulebook, indikator_id: str) -> Iterator[str]:
    """The ukuran an indicator may divide, whatever reading is chosen."""
    indikator = rulebook.indikator[indikator_id]
    for other in rulebook.ways(indikator.menurut):
        yield from _sums_of(rulebook, other)
    yield from (*rulebook.ways(indikator.pembilang), *rulebook.ways(indikator.penyebut))


def target_tables(scope: Scope) -> frozenset[str]:
    """The input tables that hold what units promised: printed beside the figures, and divided by in one reading."""
    return frozenset(target.tabel for target in scope.rulebook.target.values())


def _messages(faults: Iterable[Problem]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_in_one_line(fault) for fault in faults))


def _in_one_line(fault: Problem) -> str:
    place = str(fault.lokasi)
    said = fault.pesan.removesuffix(".")
    return f"{place}: {said}" if place else said
