"""Rulebook terms as sqlglot trees: identifiers come from the table's schema alone, every word is a typed literal.

Where a column is blank a comparison is NULL, never true; `CASE WHEN` and `WHERE` read that as not met.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal, InvalidOperation

from sqlglot import exp

from p3dn_reports.rules import KolomTabel, Op, Rincian, Scope, Term
from p3dn_reports.tables import PROVENANCE, Kind, TableSchema

DIALECT = "duckdb"

TEXT = frozenset({Kind.TEKS, Kind.KODE, Kind.KODE_REKENING})
_COMPARE: dict[Op, Callable[[exp.Expr, exp.Expr], exp.Expr]] = {
    Op.PALING_LAMBAT: lambda column, day: exp.LTE(this=column, expression=day),
    Op.PALING_AWAL: lambda column, day: exp.GTE(this=column, expression=day),
    Op.SETELAH: lambda column, day: exp.not_(exp.LTE(this=column, expression=day), copy=False),
    Op.SEBELUM: lambda column, day: exp.not_(exp.GTE(this=column, expression=day), copy=False),
}
_REFUSING = frozenset({Op.BUKAN, Op.TIDAK_MEMUAT, Op.TIDAK_ADA_PADA})


def terms_of(memenuhi: Iterable[str], scope: Scope) -> tuple[Term, ...]:
    """The terms of the named syarat, in order, each once."""
    return tuple(dict.fromkeys(term for syarat in memenuhi for term in scope.rulebook.syarat[syarat].semua))


def condition(memenuhi: Iterable[str], scope: Scope, schema: TableSchema) -> exp.Expr:
    """What a row must meet to count: all terms of all named syarat."""
    terms = [compile_term(term, scope, schema) for term in terms_of(memenuhi, scope)]
    return exp.and_(*terms, copy=False) if terms else exp.true()


def compile_term(term: Term, scope: Scope, schema: TableSchema) -> exp.Expr:
    """One term as a condition on a row. Raises LookupError for a column or date name that does not exist.

    The term's list must be in force (`availability.lists_wanting` says which are not).
    """
    column, kind = _operand(term.kolom, scope, schema)
    if term.op is Op.TERISI:
        return exp.not_(_blank(column, kind), copy=False) if term.ya else _blank(column, kind)
    if term.op in _COMPARE:
        return _COMPARE[term.op](column, _day(term, kind, scope))
    among = _among(term, column, kind, scope)
    return exp.or_(_blank(column, kind), exp.not_(among, copy=False), copy=False) if term.op in _REFUSING else among


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
    return select.from_(exp.to_identifier(schema.name, quoted=True))


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
    if term.pada is not None:
        return _stands_in(operand, term.pada)
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
        folded = [_folded(exp.Literal.string(word)) for word in words]
        return exp.In(this=_folded(operand.copy()), expressions=folded) if folded else exp.false()
    typed = [literal for word in words if (literal := _typed(word, kind)) is not None]
    return exp.In(this=operand.copy(), expressions=typed) if typed else exp.false()


def _stands_in(operand: exp.Expr, pada: KolomTabel) -> exp.Expr:
    """Whether the other table has the value in any row; its blanks are out, for a blank stands nowhere.

    The other column alone is qualified, by which `groups` tells it from the row's own.
    """
    other = exp.column(pada.kolom, table=exp.to_identifier(pada.tabel, quoted=True), quoted=True)
    filled = exp.NEQ(this=exp.Trim(this=other.copy()), expression=exp.Literal.string(""))
    found = exp.select(_folded(other)).from_(exp.to_identifier(pada.tabel, quoted=True)).where(filled)
    return exp.In(this=_folded(operand.copy()), query=found.subquery(copy=False))


def _holds(operand: exp.Expr, words: Iterable[str], *, hierarki: bool) -> exp.Expr:
    """Whether one of the words that `;` divides is among `words`, or below one; a word with a `;` itself never is."""
    escaped = [re.escape(word.strip(" ").lower()) for word in words if ";" not in word]
    if not escaped:
        return exp.false()
    below = r"(\.[^;]*)?" if hierarki else ""
    pattern = exp.Literal.string(f"(^|;) *({'|'.join(escaped)}){below} *(;|$)")
    return exp.RegexpLike(this=exp.Lower(this=operand.copy()), expression=pattern)


def _folded(text: exp.Expr) -> exp.Expr:
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
