"""One walk over everything the rulebook names: rules, tables, columns and clauses, each with who names it and where.

What is unknown, unused, used by whom, and which clause is carried by what all follow from it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, NamedTuple, TypeVar, Union, get_args, get_origin, get_type_hints

from p3dn_reports.rules.book import Rulebook
from p3dn_reports.rules.figures import Rujukan
from p3dn_reports.rules.formulas import Jenis, Nama
from p3dn_reports.rules.law import Citation
from p3dn_reports.rules.marks import IN_FORMULA, IN_TEXT, Isian, Ke, Kolom, Menurut, Sendiri, ke

Rule = tuple[str, str]
"""Section and id; the id of a derived column is `tabel.kolom`."""

Uses = Mapping[Rule, tuple[Rule, ...]]
"""Under every rule that something names, who names it."""

Keys = tuple[str | int, ...]
Written = Callable[[Any, str, int | str | None], Keys]
Mark = Ke | Kolom | Menurut | Isian | Sendiri

_CITED = ke("sumber_hukum")
_LEADING: Mapping[Jenis, Ke | Kolom] = {
    Jenis.KOLOM: IN_FORMULA,
    **{one: ke(str(one)) for one in (Jenis.PARAMETER, Jenis.HITUNGAN, Jenis.PILIHAN)},
}
_FIELD = re.compile(r"\{(\w+)\}")


class Reference(NamedTuple):
    """`by` names `id`; `keys` lead to where it does. `tabel` is the table that the record is on, "" for none.

    `kutipan` is the clause where the name is a citation.
    """

    by: Rule
    keys: Keys
    ke: Ke | Kolom
    id: str
    tabel: str
    kutipan: Citation | None = None


def plainly(record: object, name: str, at: int | str | None) -> Keys:
    """Where a field, or an item of it, is written: under its own name."""
    return (name,) if at is None else (name, at)


def references(book: Rulebook, written: Written = plainly) -> Iterator[Reference]:
    """Everything that any rule names, in the order of the file's sections. `written` says where fields are written."""
    for section, key, record in _records(book):
        at = _Walk((section, name_of(key)), written, getattr(record, "tabel", ""))
        yield from at.record(record, written(book, section, key))


def references_in(rule: Rule, record: object) -> Iterator[Reference]:
    """Everything that one rule names."""
    return _Walk(rule, plainly, getattr(record, "tabel", "")).record(record, rule)


def targets(book: Rulebook, one: Reference) -> tuple[Rule, ...]:
    """The rule that a reference leads to; none where there is no such rule, and for tables and plain columns."""
    if isinstance(one.ke, Kolom):
        return (("kolom_turunan", f"{one.tabel}.{one.id}"),) if (one.tabel, one.id) in book.kolom_turunan else ()
    named = (name for name in (*one.ke.bagian, *one.ke.lain) if one.id in getattr(book, name, ()))
    found = next(named, "pilihan" if one.ke.pilihan and _chooses(book, one.ke, one.id) else None)
    return () if found is None else ((found, one.id),)


def _chooses(book: Rulebook, mark: Ke, name: str) -> bool:
    """Whether the name is that of an open reading that chooses among what is wanted."""
    ways = book.pilihan[name].opsi.values() if name in book.pilihan else ()
    return any(way in getattr(book, section) for way in ways for section in mark.bagian)


def uses(book: Rulebook) -> Uses:
    """Under every rule that something names, who names it, in order."""
    found: dict[Rule, dict[Rule, None]] = {}
    for one in references(book):
        for target in targets(book, one):
            found.setdefault(target, {})[one.by] = None
    return {target: tuple(by) for target, by in found.items()}


def users_above(found: Uses, rule: Rule) -> tuple[Rule, ...]:
    """Who names the rule, who names those, and so on, nearest first; a reading says a rule, and moves nothing."""
    above: dict[Rule, None] = {}
    waiting = [rule]
    while waiting:
        for by in found.get(waiting.pop(0), ()):
            if by not in above:
                above[by] = None
                waiting += [by] if by[0] != "tafsir" else []
    return tuple(above)


def name_of(key: object) -> str:
    """The key of a record as a text: a pair is joined by a dot."""
    return ".".join(key) if isinstance(key, tuple) else str(key)


def _records(book: Rulebook) -> Iterator[tuple[str, Any, object]]:
    for section in fields(book):
        records = getattr(book, section.name)
        for key, record in records.items() if isinstance(records, Mapping) else ():
            yield section.name, key, record


@dataclass(frozen=True, slots=True)
class _Walk:
    """One record of the rulebook, or a record inside it on another table."""

    by: Rule
    written: Written
    tabel: str
    luar: str = ""

    def record(self, record: Any, keys: Keys) -> Iterator[Reference]:
        """What the record names in its fields."""
        own = getattr(record, "tabel", None)
        here = _Walk(self.by, self.written, own, self.tabel) if isinstance(own, str) and own != self.tabel else self
        for name, of_key, of_value in _marked(record.__class__):
            value = getattr(record, name)
            if isinstance(value, tuple):
                for index, item in enumerate(value):
                    yield from here.value(item, of_value, record, (*keys, *self.written(record, name, index)))
            elif isinstance(value, Mapping):
                for key, item in value.items():
                    at = (*keys, *self.written(record, name, key))
                    yield from here.value(key, of_key, record, at) if of_key else ()
                    yield from here.value(item, of_value, record, at)
            elif value is not None:
                yield from here.value(value, of_value, record, (*keys, *self.written(record, name, None)))

    def value(self, value: Any, mark: Mark | None, record: Any, keys: Keys) -> Iterator[Reference]:
        """What one value names, by its mark or by what it is."""
        if not value:
            return
        if isinstance(mark, Menurut):
            mark = mark.ke.get(getattr(record, mark.kolom))
        if isinstance(value, str):
            yield from self._name(value, mark, keys)
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                yield from self.value(item, mark, record, (*keys, index))
        elif isinstance(value, Citation):
            yield Reference(self.by, keys, _CITED, value.sumber, self.tabel, value)
        elif isinstance(value, Nama):
            yield from self._in_formula(value, keys)
        elif isinstance(value, Rujukan) and isinstance(mark, Ke) and value.langsung is not None:
            yield Reference(self.by, keys, mark, value.langsung, self.tabel)
        elif is_dataclass(value):
            yield from self.record(value, keys)

    def _name(self, word: str, mark: Mark | None, keys: Keys) -> Iterator[Reference]:
        if isinstance(mark, Isian):
            for name in _FIELD.findall(word):
                yield Reference(self.by, keys, IN_TEXT, name, self.tabel)
        elif isinstance(mark, Kolom):
            for tabel in (self.luar, self.tabel) if mark.keduanya else (self.tabel,):
                yield Reference(self.by, keys, mark, word, tabel)
        elif isinstance(mark, Ke) and word not in mark.bebas:
            yield Reference(self.by, keys, mark, word, self.tabel)

    def _in_formula(self, name: Nama, keys: Keys) -> Iterator[Reference]:
        if name.jenis is not Jenis.HARI:
            yield Reference(self.by, keys, _LEADING[name.jenis], name.id, self.tabel)


@cache
def _marked(kind: type) -> tuple[tuple[str, Mark | None, Mark | None], ...]:
    """The fields of a record that may name something, with the marks of a mapping's keys and of the values."""
    hints = get_type_hints(kind, include_extras=True)
    return tuple((name, *_marks(hint)) for name, hint in hints.items() if _may_name(hint))


def _may_name(hint: Any) -> bool:
    """Whether a value of this type can name anything: it is marked, a record, or of any type."""
    origin = get_origin(hint)
    if origin is Annotated:
        return not isinstance(hint.__metadata__[0], Sendiri)
    return isinstance(hint, TypeVar) or is_dataclass(origin or hint) or any(map(_may_name, get_args(hint)))


def _marks(hint: Any) -> tuple[Mark | None, Mark | None]:
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return None, hint.__metadata__[0]
    if origin in (Union, UnionType):
        return next((found for part in parts if any(found := _marks(part))), (None, None))
    if origin is tuple:
        return _marks(parts[0])
    return (_marks(parts[0])[1], _marks(parts[1])[1]) if origin is Mapping else (None, None)
