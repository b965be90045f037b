"""Breakdowns: sums of several columns, one line per item of a list or per value of a column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from p3dn_reports.evaluation.availability import Measure, why_not
from p3dn_reports.evaluation.groups import Group, part_of
from p3dn_reports.evaluation.lines import JudulRincian, RincianBaris
from p3dn_reports.evaluation.totals import exact_sum
from p3dn_reports.evaluation.wording import column_title
from p3dn_reports.rules import Bagian, ListItem, Rincian, Scope
from p3dn_reports.tables import Tables, TableSchema

TANPA_NILAI = "(kosong)"


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A rincian of all units; `items` are None where the column's own values make the lines.

    The rincian holds the parts that can be counted here, `tak_terhitung` names the others.
    """

    rincian: Rincian
    items: tuple[ListItem, ...] | None
    groups: Mapping[str, tuple[Group, ...]]
    tak_terhitung: tuple[str, ...] = ()

    def lines(self, units: Iterable[str]) -> tuple[RincianBaris, ...]:
        """The lines of these units together: the list's items in its order, all of them, or the values, sorted."""
        found: dict[str, list[Group]] = {}
        for group in (one for unit in units for one in self.groups.get(unit, ())):
            found.setdefault(group.baris[self.rincian.id], []).append(group)
        if self.items is None:
            return tuple(self._line(kode, kode or TANPA_NILAI, found[kode]) for kode in sorted(found))
        return tuple(self._line(item.kode, item.nama, found.get(item.kode, [])) for item in self.items)

    def _line(self, kode: str, nama: str, groups: list[Group]) -> RincianBaris:
        jumlah = {kolom: exact_sum(one.jumlah[kolom] for one in groups) for kolom in self.rincian.jumlah}
        return RincianBaris(kode, nama, sum(one.banyak for one in groups), jumlah, dict(self._parts(groups)))

    def _parts(self, groups: list[Group]) -> Iterator[tuple[str, int | None]]:
        """How many rows are in each part; None where no row of the line can be told apart."""
        yield from ((name, None if groups else 0) for name in self.tak_terhitung)
        for name, part in self.rincian.bagian.items():
            met, known = (
                sum(one.banyak for one in groups if part_of(self.rincian, syarat) in one.memenuhi)
                for syarat in (part.memenuhi, part.diketahui)
            )
            yield name, met if known or not groups else None


def breakdowns_here(tables: Tables, scope: Scope) -> tuple[Rincian, ...]:
    """The rincian of the rulebook whose table, columns and list are not wanting here, with the parts that are not."""
    here = (one for one in scope.rulebook.rincian.values() if _available(tables, scope, one))
    return tuple(replace(one, bagian=dict(_parts_here(tables, scope, one))) for one in here)


def _parts_here(tables: Tables, scope: Scope, rincian: Rincian) -> Iterator[tuple[str, Bagian]]:
    for name, part in rincian.bagian.items():
        asked = (*part.memenuhi, *part.diketahui)
        if why_not(tables, scope, Measure(rincian.tabel, asked, None)) is None:
            yield name, part


def breakdown(groups: Iterable[Group], rincian: Rincian, scope: Scope) -> Breakdown:
    """The rincian, which must be available, from the groups of its table."""
    dated = scope.daftar(rincian.daftar) if rincian.daftar is not None else None
    by_unit: dict[str, tuple[Group, ...]] = {}
    for group in groups:
        if rincian.id in group.baris:
            by_unit[group.unit] = (*by_unit.get(group.unit, ()), group)
    wanting = tuple(name for name in scope.rulebook.rincian[rincian.id].bagian if name not in rincian.bagian)
    return Breakdown(rincian, dated.nilai if dated is not None else None, by_unit, wanting)


def titles(rincian: Iterable[Rincian], scope: Scope, schemas: Mapping[str, TableSchema]) -> dict[str, JudulRincian]:
    """What each breakdown, its columns and its parts are called."""
    return {
        one.id: JudulRincian(
            one.judul,
            {kolom: column_title(scope, schemas[one.tabel], kolom) for kolom in one.jumlah},
            {name: _part_title(part, scope) for name, part in one.bagian.items()},
        )
        for one in rincian
    }


def _part_title(part: Bagian, scope: Scope) -> str:
    return "; ".join(scope.syarat(name).judul for name in part.memenuhi)


def _available(tables: Tables, scope: Scope, rincian: Rincian) -> bool:
    if rincian.daftar is not None and scope.daftar(rincian.daftar) is None:
        return False
    # A column no file holds sums to nothing in its own place; it does not take the other columns with it.
    return why_not(tables, scope, Measure(rincian.tabel, rincian.memenuhi, None)) is None
