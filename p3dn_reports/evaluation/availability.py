"""Why a figure cannot be had here: its table was not handed in, a column is wanting, a list is not in force."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from p3dn_reports.evaluation.compile import atoms_of, terms_of
from p3dn_reports.formatting import tanggal
from p3dn_reports.rules import Op, Scope, Term, Ukuran
from p3dn_reports.tables import Tables


class Measure(NamedTuple):
    """What is added up: the rows of `tabel` that meet `memenuhi`, counted, and summed over `jumlah` if given."""

    tabel: str
    memenuhi: tuple[str, ...]
    jumlah: str | None


def measure_of(ukuran: Ukuran) -> Measure:
    """The sum or count behind a ukuran."""
    return Measure(ukuran.tabel, ukuran.memenuhi, ukuran.jumlah)


def why_not(tables: Tables, scope: Scope, measure: Measure) -> str | None:
    """One phrase that says why `measure` cannot be taken from these tables under this scope; None if it can."""
    for tabel in tables_of(scope, measure):
        if tabel not in tables.present:
            schema = tables.schemas.get(tabel)
            return f"tabel {schema.title if schema else tabel} tidak ada"
    wanting = lists_wanting(scope, measure.memenuhi)
    if wanting:
        judul = scope.rulebook.daftar[wanting[0]].judul
        return f"daftar {judul} tidak berlaku pada {tanggal(scope.data_per)}"
    column = column_wanting(tables, scope, measure)
    return f"kolom {column} tidak ada" if column else None


def tables_of(scope: Scope, measure: Measure) -> tuple[str, ...]:
    """The tables that `measure` looks at: its own first, then those its terms look values up in."""
    looked_up = (asked.tabel for asked in asked_of(scope, measure.memenuhi))
    return tuple(dict.fromkeys((measure.tabel, *looked_up)))


class Lookup(NamedTuple):
    """What a term asks of another table: a column of it, and what its rows must meet."""

    tabel: str
    kolom: str
    memenuhi: tuple[str, ...]


def asked_of(scope: Scope, memenuhi: Iterable[str]) -> Iterator[Lookup]:
    """All that the named syarat look up in other tables, and what those rows' own syarat look up in turn."""
    return _asked_by(scope, atoms_of(memenuhi, scope))


def _asked_by(scope: Scope, terms: Iterable[Term]) -> Iterator[Lookup]:
    for term in terms:
        if term.pada is not None:
            yield Lookup(term.pada.tabel, term.pada.kolom, term.pada.yang)
            yield from asked_of(scope, term.pada.yang)


def lists_wanting(scope: Scope, memenuhi: Iterable[str]) -> tuple[str, ...]:
    """The lists that the named syarat need and that no law in force gives here."""
    memenuhi = tuple(memenuhi)
    asked = (*memenuhi, *(name for one in asked_of(scope, memenuhi) for name in one.memenuhi))
    needed = (term.daftar for term in atoms_of(asked, scope) if term.daftar is not None)
    return tuple(dict.fromkeys(daftar for daftar in needed if scope.daftar(daftar) is None))


def column_wanting(tables: Tables, scope: Scope, measure: Measure) -> str | None:
    """The caption of a column that no file of its table holds and without which no row could be judged, or None."""
    for tabel, name in _needed_columns(scope, measure):
        held = columns_held(tables, tabel)
        if held is not None and name not in held:
            column = tables.schemas[tabel].column(name)
            return column.header if column else name
    return None


def columns_held(tables: Tables, tabel: str) -> frozenset[str] | None:
    """The columns that some file of the table holds, and the unit's code where its name stands for it; None: all."""
    held = tables.columns_present.get(tabel)
    schema = tables.schemas.get(tabel)
    if held is None or schema is None or schema.unit_column is None or schema.unit_name_column not in held:
        return held
    return held | {schema.unit_column}


def columns_never_held(tables: Tables, scope: Scope, measure: Measure) -> set[str]:
    """The columns in which the measure looks for blanks and that no file of its table holds: every row has one."""
    held = columns_held(tables, measure.tabel)
    return set() if held is None else {kolom for kolom in blanks_sought(scope, measure) if kolom not in held}


def blanks_sought(scope: Scope, measure: Measure) -> tuple[str, ...]:
    """The columns in which the measure looks for blanks."""
    return tuple(term.kolom for term in terms_of(measure.memenuhi, scope) if term.op is Op.TERISI and not term.ya)


def days_sought(scope: Scope, measure: Measure) -> tuple[str, ...]:
    """The columns whose days the measure holds against a date."""
    return tuple(term.kolom for term in terms_of(measure.memenuhi, scope) if term.tanggal is not None)


def _needed_columns(scope: Scope, measure: Measure) -> Iterator[tuple[str, str]]:
    for name in (*_judged_by(scope, measure.memenuhi), *([measure.jumlah] if measure.jumlah else [])):
        derived = scope.rulebook.kolom_turunan.get((measure.tabel, name))
        # A derived column stands on its first part; a blank of the others counts as nothing.
        yield measure.tabel, derived.kurangi[0] if derived else name
    # By what is absent no row can be refused, so what KECUALI looks up is not needed.
    for one in _asked_by(scope, terms_of(measure.memenuhi, scope)):
        yield one.tabel, one.kolom
        yield from ((one.tabel, name) for name in _judged_by(scope, one.memenuhi))


def _judged_by(scope: Scope, memenuhi: Iterable[str]) -> list[str]:
    """The columns without which these syarat say nothing of a row; an absent one may only fail to leave a row out."""
    terms = terms_of(memenuhi, scope)
    return [term.kolom for term in terms if term.op not in (Op.BUKAN, Op.KECUALI) and term.ya]
