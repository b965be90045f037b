"""Rows of a unit that answer every question alike, counted and added up in one scan of their table.

Comparing text costs far more than adding. So the database first groups rows by unit, by the text columns that some
question compares with words, and by the answers to all other questions; then it judges each such group once, by the
same conditions that judge a row. Sums stand in for the columns they add up: a derived column is a difference, and the
difference of sums is the sum of differences, provided that its first part is blank in all rows of a group or in none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from sqlglot import exp

from p3dn_reports.evaluation.assessment import Organisasi
from p3dn_reports.evaluation.availability import Measure
from p3dn_reports.evaluation.compile import (
    DIALECT,
    TEXT,
    Schemas,
    amount,
    atoms_of,
    column,
    condition,
    from_table,
    line,
)
from p3dn_reports.rules import Op, Rincian, Scope
from p3dn_reports.tables import Tables, TableSchema


@dataclass(frozen=True, slots=True)
class Group:
    """Rows alike of one reporting unit: how many, the conditions they meet, their line in each rincian, their sums."""

    unit: str
    banyak: int
    memenuhi: frozenset[tuple[str, ...]]
    baris: Mapping[str, str]
    jumlah: Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class Asked:
    """All that is asked of one table, all of which must be available."""

    memenuhi: tuple[tuple[str, ...], ...]
    rincian: tuple[Rincian, ...]
    jumlah: tuple[str, ...]


Groups = Mapping[str, tuple[Group, ...]]
"""By table."""

NO_GROUPS: Groups = MappingProxyType({})


def take_groups(
    tables: Tables,
    scope: Scope,
    organisasi: Organisasi,
    measures: Iterable[Measure],
    rincian: Iterable[Rincian],
    known: Groups = NO_GROUPS,
) -> Groups:
    """The groups of every table that a measure or rincian looks at. Rows of unknown units are in none.

    `known` are those of tables of which nothing else is asked than before.
    """
    measures, rincian = list(measures), list(rincian)
    looked_at = dict.fromkeys([*(one.tabel for one in measures), *(one.tabel for one in rincian)])
    wanted = {tabel: _asked(tabel, measures, rincian) for tabel in looked_at if tabel not in known}
    return {**known, **{tabel: _take(tables, scope, organisasi, tabel, asked) for tabel, asked in wanted.items()}}


def groups_query(scope: Scope, schemas: Schemas, tabel: str, asked: Asked) -> exp.Select:
    """Per unit code and set of answers: the number of rows, every verdict, every line, every sum."""
    schema = schemas[tabel]
    words = _compared_with_words(scope, schema, asked)
    keys = _Keys(frozenset(words))
    met = [keys.on_groups(condition(memenuhi, scope, schemas, tabel)) for memenuhi in asked.memenuhi]
    lines = [keys.on_groups(line(one, scope, schema)) for one in asked.rincian]
    parts = _parts(scope, schema, keys, asked.jumlah)
    unit = schema.unit_column or ""
    rows = [
        *(column(schema, name) for name in dict.fromkeys([unit, *words])),
        *(answer.as_(name, quoted=True, copy=False) for answer, name in keys.names.items()),
        exp.Count(this=exp.Star()).as_("_banyak", copy=False),
        *(exp.Sum(this=column(schema, name)).as_(name, quoted=True, copy=False) for name in parts),
    ]
    grouped = _by_all_else(from_table(exp.select(*rows, copy=False), schema)).subquery("golongan", copy=False)
    sums = [exp.Sum(this=amount(kolom, scope, schema)) for kolom in asked.jumlah]
    counted = exp.Sum(this=exp.column("_banyak"))
    judged = exp.select(column(schema, unit), counted, *met, *lines, *sums, copy=False)
    return _by_all_else(judged.from_(grouped, copy=False))


class _Keys:
    """The questions to each row whose answers keep groups apart, and the names those answers go by.

    A question is put to the row unless it reads nothing but `words`, the text columns that the groups know themselves.
    """

    def __init__(self, words: Set[str]) -> None:
        self._words = words
        self.names: dict[exp.Expr, str] = {}

    def on_groups(self, tree: exp.Expr) -> exp.Expr:
        """The tree as it reads on groups: the questions put to rows replaced by their answers."""
        return tree.transform(self._answered, copy=False)

    def _answered(self, node: exp.Expr) -> exp.Expr:
        if not isinstance(node, exp.Predicate | exp.StartsWith | exp.Trim):
            return node
        columns = {one.name for one in node.find_all(exp.Column) if not one.table}
        if columns <= self._words:
            return node
        return exp.column(self.names.setdefault(node.copy(), f"_{len(self.names)}"), quoted=True)


def _asked(tabel: str, measures: list[Measure], rincian: list[Rincian]) -> Asked:
    measures = [one for one in measures if one.tabel == tabel]
    rincian = [one for one in rincian if one.tabel == tabel]
    summed = [one.jumlah for one in measures if one.jumlah] + [kolom for one in rincian for kolom in one.jumlah]
    return Asked(
        memenuhi=tuple(dict.fromkeys([*(one.memenuhi for one in measures), *_of_lines(rincian)])),
        rincian=tuple(rincian),
        jumlah=tuple(dict.fromkeys(summed)),
    )


def _of_lines(rincian: Iterable[Rincian]) -> Iterator[tuple[str, ...]]:
    """What the rows of each breakdown meet, and those of its parts."""
    for one in rincian:
        yield one.memenuhi
        for part in one.bagian.values():
            yield from (part_of(one, part.memenuhi), part_of(one, part.diketahui))


def part_of(rincian: Rincian, syarat: tuple[str, ...]) -> tuple[str, ...]:
    """What a row of the breakdown meets that meets `syarat` too."""
    return (*rincian.memenuhi, *syarat)


def _compared_with_words(scope: Scope, schema: TableSchema, asked: Asked) -> tuple[str, ...]:
    """The text columns that words are held against, whose own values keep rows apart."""
    terms = [term for memenuhi in asked.memenuhi for term in atoms_of(memenuhi, scope)]
    with_words = {term.kolom for term in terms if term.op is not Op.TERISI and term.pada is None}
    names = with_words | {one.menurut for one in asked.rincian}
    return tuple(one.name for one in schema.columns if one.name in names and one.kind in TEXT)


def _parts(scope: Scope, schema: TableSchema, keys: _Keys, jumlah: Iterable[str]) -> list[str]:
    """The columns to add up; the blanks of a derived column's first part keep rows apart."""
    parts: list[str] = []
    for kolom in jumlah:
        derived = scope.rulebook.kolom_turunan.get((schema.name, kolom))
        parts += derived.kurangi if derived else [kolom]
        if derived:
            keys.on_groups(column(schema, derived.kurangi[0]).is_(exp.null()))
    return list(dict.fromkeys(parts))


def _by_all_else(query: exp.Select) -> exp.Select:
    query.set("group", exp.Group(all=True))
    return query


def _take(tables: Tables, scope: Scope, organisasi: Organisasi, tabel: str, asked: Asked) -> tuple[Group, ...]:
    if tables.schemas[tabel].unit_column is None:
        return ()
    rows = tables.ask(groups_query(scope, tables.schemas, tabel, asked).sql(dialect=DIALECT, copy=False)).rows
    known = organisasi.pelapor_of
    return tuple(_group(asked, known[unit], banyak, rest) for unit, banyak, *rest in rows if unit in known)


def _group(asked: Asked, unit: str, banyak: int, values: list[Any]) -> Group:
    met, lines = len(asked.memenuhi), len(asked.rincian)
    memenuhi = {one for one, verdict in zip(asked.memenuhi, values[:met], strict=True) if verdict}
    baris = zip(asked.rincian, values[met : met + lines], strict=True)
    jumlah = zip(asked.jumlah, values[met + lines :], strict=True)
    return Group(
        unit=unit,
        banyak=banyak,
        memenuhi=frozenset(memenuhi),
        baris={one.id: kode for one, kode in baris if one.memenuhi in memenuhi and kode is not None},
        jumlah={kolom: Decimal(total or 0) for kolom, total in jumlah},
    )
