"""Reads separated text: the separator and the encoding are found out, the cells stay text as they are written."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import nullcontext, suppress
from itertools import chain, islice
from typing import NamedTuple

from p3dn_reports.inputs.cells import Cell, Row

_SEPARATORS = (";", ",", "\t", "|")
_SAMPLE = 40
_MOST_KNOWN = 100_000
_MARKED = re.compile(r"""=\s*"(.*)"|'(\d.*)""", re.DOTALL)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


BROKEN = "\ufffd"
"""Stands for a letter that cannot be read."""
_END = "\0"
"""Stands in no text, and as a line of its own behind the last one: a quotation mark left open takes it in."""
_NUMBER = re.compile(r"\s*(?:Rp\.?\s*)?[\d.,/-]*\d[\d.,/-]*\s*", re.IGNORECASE)


class Quote(NamedTuple):
    """A quotation mark that took whole rows into its cell: where it opens (from 0), how many rows, the cell's text.

    One that `is_open` to the end of the file has taken all of them, and its own row is not read.
    """

    row: int
    column: int
    rows: int
    text: str
    is_open: bool


class TextTable(NamedTuple):
    """The rows, and the quotation marks gone wrong."""

    rows: list[Row]
    quotes: Sequence[Quote] = ()


def decode(data: bytes) -> str | None:
    """UTF-8 with or without its mark, UTF-16 with its mark, else Windows-1252; None for what is no text at all.

    Where a file in Unicode is broken in places, `BROKEN` stands for what cannot be read.
    """
    text = data.decode("utf-16", "replace") if data.startswith(_UTF16) else _decoded(data)
    return None if text is None or "\0" in text else text


def _decoded(data: bytes) -> str | None:
    with suppress(UnicodeDecodeError):
        return data.decode("utf-8-sig")
    text = data.decode("utf-8-sig", "replace")
    broken = text.count(BROKEN)
    good = len(text) - len(text.encode("ascii", "ignore")) - broken
    if 0 < broken <= good:  # else the letters that fit Unicode did so by chance
        return text
    with suppress(UnicodeDecodeError):
        return data.decode("cp1252")
    return None


def parse(text: str) -> list[Row]:
    """The rows alone of what `read` gives."""
    return read(text).rows


def read(text: str) -> TextTable:
    """The rows of separated text. Raises csv.Error where a field outgrows the limit."""
    head, _, rest = text.partition("\n")
    quotes: list[Quote] = []
    if head.strip().casefold().startswith("sep=") and len(head.strip()) == 5:
        separator = head.strip()[4]
        width = _evenness(rest, separator)[1]
        return TextTable([[], *_rows(rest, separator, width, 1, quotes)], quotes)
    separator, width = _separator(text)
    return TextTable([*_rows(text, separator, width, 0, quotes)], quotes)


def _rows(text: str, separator: str, width: int, first: int, quotes: list[Quote]) -> Iterator[Row]:
    """The rows one after another; a cell that repeats is held once, or a long file would fill the memory."""
    known: dict[str, str] = {}
    reader = csv.reader(chain(io.StringIO(text, newline=""), (_END,)), delimiter=separator)
    number, line = first, 0
    try:
        for row in reader:
            if reader.line_num > line + 1:
                quotes.extend(_swallowed(row, number, separator, width, reader.line_num - line))
            if row and row[-1].endswith(_END):
                return
            number, line = number + 1, reader.line_num
            yield [known.setdefault(cell, cell) for cell in row]
            if len(known) > _MOST_KNOWN:
                known.clear()
    except csv.Error:
        if reader.line_num < line + 2:
            raise
        quotes.append(Quote(number, 0, max(1, text.count("\n") - line), "", is_open=True))


def _swallowed(row: list[str], number: int, separator: str, width: int, lines: int) -> Iterator[Quote]:
    """The cell of several lines that is open to the end, or in which whole rows stand: as many separators as they need.

    A text of several lines with commas in it lacks those, or any number between two of them.
    """
    at = next((place for place, cell in enumerate(row) if "\n" in cell or "\r" in cell), len(row) - 1)
    text = row[at]
    if row[-1].endswith(_END):
        yield Quote(number, at, lines - 1, text.removesuffix(_END), is_open=True)
        return
    within = [line for line in re.split(r"[\r\n]+", text) if line.strip()]
    pieces = [piece for line in within for piece in line.split(separator)]
    separators = len(row) - 1 + len(pieces) - len(within)
    if separators >= max(1, (width - 1) * len(within)) and len(within) > 1 and any(map(_NUMBER.fullmatch, pieces)):
        yield Quote(number, at, len(within), text, is_open=False)


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


def _separator(text: str) -> tuple[str, int]:
    """The separator by which most lines of the sample fall into the same number of fields, and into more than one.

    The number of fields stands beside it.
    """
    separator = max(_SEPARATORS, key=lambda separator: _evenness(text, separator))
    return separator, _evenness(text, separator)[1]


def _evenness(text: str, separator: str) -> tuple[int, int]:
    widths: Counter[int] = Counter()
    with suppress(csv.Error) if '"' in text else nullcontext():  # a quotation mark left open takes in the whole file
        for row in islice(csv.reader(io.StringIO(text, newline=""), delimiter=separator), _SAMPLE):
            if len(row) > 1:
                widths[len(row)] += 1
    return max(((count * width, width) for width, count in widths.items()), default=(0, 0))
