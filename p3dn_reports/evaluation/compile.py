"""Rulebook terms as sqlglot trees: identifiers come from the table's schema alone, every word is a typed literal.

Where a column is blank a comparison is NULL, never true; `CASE WHEN` and `WHERE` read that as not met.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from sqlglot import exp

from p3dn_reports.rules import KolomTabel, Op, Rincian, Scope, Term
from p3dn_reports.rules.comparing import OPS
from p3dn_reports.tables import PROVENANCE, Kind, TableSchema

DIALECT = "duckdb"

Schemas = Mapping[str, TableSchema]

TEXT = frozenset({Kind.TEKS, Kind.KODE, Kind.KODE_REKENING})
_COMPARE: dict[Op, Callable[[exp.Expr, exp.Expr], exp.Expr]] = {
    Op.PALING_LAMBAT: lambda column, day: exp.LTE(this=column, expression=day),
    Op.PALING_AWAL: lambda column, day: exp.GTE(this=column, expression=day),
    Op.SETELAH: lambda column, day: exp.not_(exp.LTE(this=column, expression=day), copy=False),
    Op.SEBELUM: lambda column, day: exp.not_(exp.GTE(this=column, expression=day), copy=False),
}


def terms_of(memenuhi: Iterable[str], scope: Scope) -> tuple[Term, ...]:
    """The terms of the named syarat, in order, each once."""
    return tuple(dict.fromkeys(term for syarat in memenuhi for term in scope.syarat(syarat).semua))


def atoms_of(memenuhi: Iterable[str], scope: Scope) -> tuple[Term, ...]:
    """All terms that are on a column: those of the named syarat, and those by which KECUALI refuses."""
    found: dict[Term, None] = {}
    for term in terms_of(memenuhi, scope):
        found |= dict.fromkeys(atoms_of(term.syarat, scope) if term.op is Op.KECUALI else (term,))
    return tuple(found)


def condition(memenuhi: Iterable[str], scope: Scope, schemas: Schemas, tabel: str) -> exp.Expr:
    """What a row of the table must meet to count: all terms of all named syarat."""
    terms = [compile_term(term, scope, schemas, tabel) for term in terms_of(memenuhi, scope)]
    return exp.and_(*terms, copy=False) if terms else exp.true()


def compile_term(term: Term, scope: Scope, schemas: Schemas, tabel: str) -> exp.Expr:
    """One term as a condition on a row of the table. Raises LookupError for a column or date name that does not exist.

    The term's list must be in force (`availability.lists_wanting` says which are not).
    """
    if term.op is Op.KECUALI:
        met = condition(term.syarat, scope, schemas, tabel)
        return exp.not_(exp.Coalesce(this=met, expressions=[exp.false()]), copy=False)
    column, kind = _operand(term.kolom, scope, schemas[tabel])
    if term.op is Op.TERISI:
        return exp.not_(_blank(column, kind), copy=False) if term.ya else _blank(column, kind)
    if term.op in _COMPARE:
        return _COMPARE[term.op](_later(column, term, schemas[tabel]), _day(term, kind, scope))
    if term.pada is not None:
        among = _stands_in(column, term.pada, scope, schemas)
    else:
        among = _among(term, column, kind, scope)
    refusing = OPS[term.op].menolak
    return exp.or_(_blank(column, kind), exp.not_(among, copy=False), copy=False) if refusing else among


def amount(kolom: str, scope: Scope, schema: TableSchema) -> exp.Expr:
    """A column's value, plain or derived. Raises LookupError for one that does not exist."""
    return _operand(kolom, scope, schema)[0]


def column(schema: TableSchema, name: str) -> exp.Expr:
    """A column of the table, quoted. Raises LookupError for one the schema does not know."""
    if schema.column(name) is None and name not in PROVENANCE:
        raise LookupError(f"tabel {schema.name} tidak mempunyai kolom {name}")
    return exp.column(name, quoted=True)


def line(rincian: Rincian, scope: Scope, schema: TableSchema) -> exp.Expr:
    """The row's line: the first item of the list that the column falls under, NULL for none; else the trimmed value."""
    operand, kind = _operand(rincian.menurut, scope, schema)
    if rincian.daftar is None:
        text = exp.Trim(this=exp.cast(operand, "TEXT"))
        return exp.Coalesce(this=text, expressions=[exp.Literal.string("")])
    dated, chosen = scope.daftar(rincian.daftar), exp.Case()
    for item in dated.nilai if dated is not None else ():
        hierarki = scope.rulebook.daftar[rincian.daftar].hierarki
        met = _below(operand, [item.kode]) if hierarki else _equals(operand, kind, [item.kode])
        chosen.when(met, exp.Literal.string(item.kode), copy=False)
    return chosen if chosen.args.get("ifs") else exp.null()


def from_table(select: exp.Select, schema: TableSchema) -> exp.Select:
    """The query on the table."""
    return select.from_(exp.to_identifier(schema.name, quoted=True), copy=False)


def _operand(kolom: str, scope: Scope, schema: TableSchema) -> tuple[exp.Expr, Kind]:
    derived = scope.rulebook.kolom_turunan.get((schema.name, kolom))
    if derived is None:
        found = schema.column(kolom)
        return column(schema, kolom), found.kind if found else Kind.TEKS
    first, *others = (column(schema, name) for name in derived.kurangi)
    for other in others:
        zero = exp.cast(exp.Literal.number(0), Kind.RUPIAH.sql)
        first = exp.Sub(this=first, expression=exp.Coalesce(this=other, expressions=[zero]))
    return exp.paren(first, copy=False), Kind.RUPIAH


def _later(day: exp.Expr, term: Term, schema: TableSchema) -> exp.Expr:
    """The day as many years later as the term's other column says; unknown where the calendar has no such year.

    Counted from the month's first day, so that of 29 February comes 1 March, as `tahun_setelah` of a formula has it.
    """
    if term.tahun is None:
        return day
    year = exp.Add(this=_call("year", day), expression=column(schema, term.tahun))
    first = _call("make_date", year, _call("month", day), exp.Literal.number(1))
    passed = exp.cast(exp.Sub(this=_call("day", day), expression=exp.Literal.number(1)), "INT")
    known = exp.Between(this=year.copy(), low=exp.Literal.number(date.min.year), high=exp.Literal.number(date.max.year))
    return exp.Case().when(known, exp.Add(this=first, expression=passed), copy=False)


def _call(name: str, *arguments: exp.Expr) -> exp.Expr:
    return exp.Anonymous(this=name, expressions=[one.copy() for one in arguments])


def _day(term: Term, kind: Kind, scope: Scope) -> exp.Expr:
    if kind is not Kind.TANGGAL:
        raise LookupError(f"kolom {term.kolom} bukan tanggal")
    return exp.cast(exp.Literal.string(scope.day(str(term.tanggal)).isoformat()), Kind.TANGGAL.sql)


def _blank(operand: exp.Expr, kind: Kind) -> exp.Expr:
    missing = operand.is_(exp.null())
    if kind not in TEXT:
        return missing
    empty = exp.EQ(this=exp.Trim(this=operand.copy()), expression=exp.Literal.string(""))
    return exp.paren(exp.or_(missing, empty, copy=False), copy=False)


def _among(term: Term, operand: exp.Expr, kind: Kind, scope: Scope) -> exp.Expr:
    hierarki = term.op is Op.TURUNAN_DARI or (term.daftar is not None and scope.rulebook.daftar[term.daftar].hierarki)
    words = words_of(term, scope)
    if term.op in (Op.MEMUAT, Op.TIDAK_MEMUAT):
        return _holds(operand, words, hierarki=hierarki)
    return _below(operand, words) if hierarki else _equals(operand, kind, words)


def words_of(term: Term, scope: Scope) -> tuple[str, ...]:
    """The words a term compares with: those written, or the codes of its list in force here."""
    if term.daftar is None:
        return term.isi
    dated = scope.daftar(term.daftar)
    if dated is None:
        raise LookupError(f"daftar {term.daftar} tidak berlaku di sini")
    return tuple(item.kode for item in dated.nilai)


def _below(operand: exp.Expr, codes: Iterable[str]) -> exp.Expr:
    """Segment by segment: 5.2.020 is not below 5.2.02."""
    either = [
        one
        for code in codes
        for one in (
            exp.EQ(this=operand.copy(), expression=exp.Literal.string(code)),
            exp.StartsWith(this=operand.copy(), expression=exp.Literal.string(code + ".")),
        )
    ]
    return exp.paren(exp.or_(*either, copy=False), copy=False) if either else exp.false()


def _equals(operand: exp.Expr, kind: Kind, words: Iterable[str]) -> exp.Expr:
    if kind in TEXT:
        wanted = [folded(exp.Literal.string(word)) for word in words]
        return exp.In(this=folded(operand.copy()), expressions=wanted) if wanted else exp.false()
    typed = [literal for word in words if (literal := _typed(word, kind)) is not None]
    return exp.In(this=operand.copy(), expressions=typed) if typed else exp.false()


def _stands_in(operand: exp.Expr, pada: KolomTabel, scope: Scope, schemas: Schemas) -> exp.Expr:
    """Whether a row of the other table has the value; its blanks are out, for a blank stands nowhere.

    The other table's columns alone are qualified, by which `groups` tells them from the row's own.
    """
    other = _of(pada.tabel, exp.column(pada.kolom, quoted=True))
    rows = [_filled(other), *_such(pada, scope, schemas)]
    if pada.sama is None:
        return _in_rows(folded(operand.copy()), folded(other), pada.tabel, rows)
    own = exp.column(pada.sama, quoted=True)
    same = _of(pada.tabel, own)
    blank = exp.paren(_blank(same, Kind.TEKS), copy=False)
    return exp.or_(
        _in_rows(folded(operand.copy()), folded(other), pada.tabel, [*rows, blank]),
        _in_rows(_pair(operand, own), _pair(other, same), pada.tabel, [*rows, _filled(same)]),
        copy=False,
    )


def _such(pada: KolomTabel, scope: Scope, schemas: Schemas) -> list[exp.Expr]:
    """What the rows of the other table must meet, if anything."""
    return [_of(pada.tabel, condition(pada.yang, scope, schemas, pada.tabel))] if pada.yang else []


def _of(tabel: str, tree: exp.Expr) -> exp.Expr:
    """The tree with every column that has no table yet as one of this table."""

    def qualified(node: exp.Expr) -> exp.Expr:
        if not isinstance(node, exp.Column) or node.table:
            return node
        return exp.column(node.name, table=exp.to_identifier(tabel, quoted=True), quoted=True)

    return tree.transform(qualified)


def _in_rows(operand: exp.Expr, wanted: exp.Expr, tabel: str, rows: Iterable[exp.Expr]) -> exp.Expr:
    found = exp.select(wanted.copy()).from_(exp.to_identifier(tabel, quoted=True))
    return exp.In(this=operand, query=found.where(*(row.copy() for row in rows)).subquery(copy=False))


def _pair(first: exp.Expr, second: exp.Expr) -> exp.Expr:
    """Two texts as one, a blank second as nothing; between them a character that no cell holds."""
    between = exp.DPipe(this=folded(first.copy()), expression=exp.Literal.string("\x1f"))
    last = exp.Coalesce(this=folded(second.copy()), expressions=[exp.Literal.string("")])
    return exp.DPipe(this=between, expression=last)


def _filled(operand: exp.Expr) -> exp.Expr:
    return exp.NEQ(this=exp.Trim(this=operand.copy()), expression=exp.Literal.string(""))


def _holds(operand: exp.Expr, words: Iterable[str], *, hierarki: bool) -> exp.Expr:
    """Whether one of the words that `;` divides is among `words`, or below one; a word with a `;` itself never is."""
    escaped = [re.escape(word.strip(" ").lower()) for word in words if ";" not in word]
    if not escaped:
        return exp.false()
    below = r"(\.[^;]*)?" if hierarki else ""
    pattern = exp.Literal.string(f"(^|;) *({'|'.join(escaped)}){below} *(;|$)")
    return exp.RegexpLike(this=exp.Lower(this=operand.copy()), expression=pattern)


def folded(text: exp.Expr) -> exp.Expr:
    """A text as it is compared: without outer blanks and capitals."""
    return exp.Lower(this=exp.Trim(this=text))


def _typed(word: str, kind: Kind) -> exp.Expr | None:
    """The word as a value of the column's type; None for one that cannot be, which no row equals."""
    if kind is Kind.YA_TIDAK:
        return {"ya": exp.true(), "tidak": exp.false()}.get(word.strip().lower())
    if kind is Kind.TANGGAL:
        return exp.cast(exp.Literal.string(word), kind.sql)
    try:
        return exp.cast(exp.Literal.string(format(Decimal(word), "f")), kind.sql)
    except InvalidOperation:
        return None
