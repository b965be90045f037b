"""Reads separated text: the separator and the encoding are found out, the cells stay text as they are written."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from p3dn_reports.inputs.cells import Cell, Row

_SEPARATORS = (";", ",", "\t", "|")
_SAMPLE = 40
_MOST_KNOWN = 100_000
_MARKED = re.compile(r"""=\s*"(.*)"|'(\d.*)""", re.DOTALL)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def decode(data: bytes) -> str | None:
    """UTF-8 with or without its mark, UTF-16 with its mark, else Windows-1252; None for what is no text at all."""
    encodings = ("utf-16",) if data.startswith(_UTF16) else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if "\0" in text else text
    return None


def parse(text: str) -> list[Row]:
    """The rows of separated text. Raises csv.Error where a field outgrows the limit."""
    head, _, rest = text.partition("\n")
    if head.strip().casefold().startswith("sep=") and len(head.strip()) == 5:
        return [[], *_rows(rest, head.strip()[4])]
    return [*_rows(text, _separator(text))]


def _rows(text: str, separator: str) -> Iterator[Row]:
    """The rows one after another; a cell that repeats is held once, or a long file would fill the memory."""
    known: dict[str, str] = {}
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
        yield [known.setdefault(cell, cell) for cell in row]
        if len(known) > _MOST_KNOWN:
            known.clear()


def without_marks(rows: Sequence[Row]) -> tuple[Sequence[Row], Sequence[str]]:
    """The rows with `="0012"` and `'0012` as 0012, and the cells so marked: a spreadsheet is to keep them as text."""
    marked: list[str] = []
    return [[_unmarked(cell, marked) for cell in row] if _may_be_marked(row) else row for row in rows], marked


def _may_be_marked(row: Row) -> bool:
    return not {cell[:1] for cell in row if isinstance(cell, str)}.isdisjoint(("=", "'"))


def _unmarked(cell: Cell, marked: list[str]) -> Cell:
    if not isinstance(cell, str) or cell[:1] not in {"=", "'"} or not (found := _MARKED.fullmatch(cell)):
        return cell
    marked.append(cell)
    return found[1] if found[1] is not None else found[2]


def _separator(text: str) -> str:
    """The separator by which most lines of the sample fall into the same number of fields, and into more than one."""
    return max(_SEPARATORS, key=lambda separator: _evenness(text, separator))


def _evenness(text: str, separator: str) -> tuple[int, int]:
    widths: Counter[int] = Counter()
    for number, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator)):
        if number >= _SAMPLE:
            break
        if len(row) > 1:
            widths[len(row)] += 1
    return max(((count * width, width) for width, count in widths.items()), default=(0, 0))
