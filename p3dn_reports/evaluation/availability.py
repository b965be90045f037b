"""Why a figure cannot be had here: its table was not handed in, a column is wanting, a list is not in force."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from p3dn_reports.evaluation.compile import terms_of
from p3dn_reports.formatting import tanggal
from p3dn_reports.rules import Op, Scope, Ukuran
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
    if measure.tabel not in tables.present:
        schema = tables.schemas.get(measure.tabel)
        return f"tabel {schema.title if schema else measure.tabel} tidak ada"
    wanting = lists_wanting(scope, measure.memenuhi)
    if wanting:
        judul = scope.rulebook.daftar[wanting[0]].judul
        return f"daftar {judul} tidak berlaku pada {tanggal(scope.data_per)}"
    column = column_wanting(tables, scope, measure)
    return f"kolom {column} tidak ada" if column else None


def lists_wanting(scope: Scope, memenuhi: Iterable[str]) -> tuple[str, ...]:
    """The lists that the named syarat need and that no law in force gives here."""
    needed = (term.daftar for term in terms_of(memenuhi, scope) if term.daftar is not None)
    return tuple(dict.fromkeys(daftar for daftar in needed if scope.daftar(daftar) is None))


def column_wanting(tables: Tables, scope: Scope, measure: Measure) -> str | None:
    """The caption of a column that no file of the table holds and without which no row could count; None if all do."""
    held = tables.columns_present.get(measure.tabel)
    if held is None:
        return None
    for name in _needed_columns(scope, measure):
        if name not in held:
            column = tables.schemas[measure.tabel].column(name)
            return column.header if column else name
    return None


def _needed_columns(scope: Scope, measure: Measure) -> list[str]:
    wanted = [term.kolom for term in terms_of(measure.memenuhi, scope) if term.op is not Op.BUKAN and term.ya]
    wanted += [measure.jumlah] if measure.jumlah else []
    derived = scope.rulebook.kolom_turunan
    # A derived column stands on its first part; a blank of the others counts as nothing.
    return [derived[measure.tabel, name].kurangi[0] if (measure.tabel, name) in derived else name for name in wanted]
