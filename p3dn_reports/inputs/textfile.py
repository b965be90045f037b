"""Reads separated text: the separator and the encoding are found out, the cells stay text as they are written."""

from __future__ import annotations

import csv
import io
from collections import Counter

from p3dn_reports.inputs.cells import Row

_SEPARATORS = (";", ",", "\t", "|")
_SAMPLE = 40
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
        return [[], *csv.reader(io.StringIO(rest, newline=""), delimiter=head.strip()[4])]
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text)))


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
