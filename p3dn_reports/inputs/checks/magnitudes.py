"""A part beside its whole in one row: one that is no thousandth of the whole was hardly meant, whichever is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from p3dn_reports.formatting import angka, rupiah
from p3dn_reports.inputs.checks.hits import Context, Hit, at_rows, by_sheet, hits_where, shown_value
from p3dn_reports.problems import Problem
from p3dn_reports.tables import TableSchema

_ZEROS = 1000
_NEARLY = 990
"""So many times a part the whole may not be; rounded amounts fall a little short of a thousand."""
_PERCENT = 100
"""A part up to this is told as a percentage: real records hold 80, 95 and 100 where rupiah belong."""


def of_one_magnitude(context: Context, schema: TableSchema, columns: Sequence[str]) -> Iterator[Problem]:
    """A part above 0 is more than a thousandth of its whole: else zeros are wrong somewhere, or it is a percentage."""
    part, whole = columns
    where = f'"{part}" > 0 AND "{whole}" >= {_NEARLY} * "{part}"'
    hits = hits_where(context, schema, where, [], f'"{part}", "{whole}"')
    percent = [hit for hit in hits if _pair(hit)[0] <= _PERCENT]
    zeros = [hit for hit in hits if _pair(hit)[0] > _PERCENT]
    for kode, at, found in (("persen-sebagai-rupiah", part, percent), ("besaran-berbeda", whole, zeros)):
        for _, group in by_sheet(context.untold(schema.name, at, found)):
            yield from at_rows(context, schema, at, kode, group, blames=False, **_slots(schema, columns, group))


def _slots(schema: TableSchema, columns: Sequence[str], hits: Sequence[Hit]) -> dict[str, Any]:
    """Both columns by caption and use, the first row's amounts, and what sums are wrong by if either of them is."""
    part, whole = (column for name in columns if (column := schema.column(name)) is not None)
    pairs = [_pair(hit) for hit in hits]
    own, other = pairs[0]
    return {
        "bagian": part.header,
        "keseluruhan": whole.header,
        "makna": part.feeds or part.title,
        "makna_lain": whole.feeds or whole.title,
        "nilai": shown_value(own),
        "diharapkan": shown_value(other),
        "kali": angka(round(other / own)),
        "bila_persen": _sum(other * own / 100 - own for own, other in pairs),
        "bertambah": _sum(own * _scale(own, other) - own for own, other in pairs),
        "berkurang": _sum(other - other / _scale(own, other) for own, other in pairs),
    }


def _pair(hit: Hit) -> tuple[Decimal, Decimal]:
    return Decimal(str(hit.nilai)), Decimal(str(hit.lain))


def _scale(part: Decimal, whole: Decimal) -> int:
    """The power of a thousand that stands between them: with so many zeros the part comes up to the whole."""
    scale = _ZEROS
    while whole >= _NEARLY * scale * part:
        scale *= _ZEROS
    return scale


def _sum(amounts: Iterable[Decimal]) -> str:
    return rupiah(sum(amounts, Decimal(0)))
