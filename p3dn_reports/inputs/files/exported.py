"""What web systems hand out under the name of a workbook: a web page, a web archive, XML, or separated text.

Excel opens such files after a question, so offices take them for workbooks and send them as they are.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from p3dn_reports.inputs.cells import Row
from p3dn_reports.inputs.files import textfile, webpage, xmlsheet
from p3dn_reports.inputs.files.disguise import disguised_workbook
from p3dn_reports.inputs.files.preflight import Limits

_ARCHIVE = b"mime-version:"
_TEXT, _MARKUP = "teks biasa", "halaman web (HTML) atau XML"
_PAGE = re.compile(
    rb"^<(?:!doctype html|html|table|meta|head|body|style|center|h\d|div|p|b)\b|^<\?xml.{,400}?<html", re.DOTALL
)
_HEAD = 1024
_BLANKS = b"\xef\xbb\xbf \t\r\n"


class Page(NamedTuple):
    """A sheet of such a file; web pages and text have one without a name."""

    lembar: str | None
    rows: list[Row]
    hidden: bool = False
    quotes: Sequence[textfile.Quote] = ()
    from_1904: bool = False


class Exported(NamedTuple):
    """What such a file holds, and in words what it really is."""

    isi: str
    pages: list[Page]


def read_exported(path: Path) -> Exported | None:
    """The sheets of a file that is only named like a workbook; None for everything else, and for what is no text."""
    if not 0 < path.stat().st_size <= Limits().file_size:
        return None
    try:
        return _read(path)
    except (csv.Error, LookupError, ValueError):
        return None


def _read(path: Path) -> Exported | None:
    with path.open("rb") as stream:
        head = stream.read(_HEAD).lstrip(_BLANKS).lower()
    if head.startswith(_ARCHIVE):
        return _single("arsip halaman web (MHTML)", webpage.parse(webpage.unpacked(path.read_bytes())))
    if head.startswith(b"<?xml") and xmlsheet.MARK in head:
        sheets = xmlsheet.parse(path.read_bytes())
        pages = [Page(sheet.name, sheet.rows, sheet.hidden, from_1904=sheet.from_1904) for sheet in sheets]
        return Exported("XML Excel 2003", pages)
    text = textfile.decode(path.read_bytes()) if disguised_workbook(path) in {_TEXT, _MARKUP} else None
    if text is None:
        return None
    if _PAGE.search(head):
        return _single("halaman web (HTML)", webpage.parse(text))
    is_text = path.suffix.casefold() == ".xls" and not head.startswith(b"<")
    return _single(_TEXT, *textfile.read(text)) if is_text else None


def _single(isi: str, rows: list[Row], quotes: Sequence[textfile.Quote] = ()) -> Exported:
    return Exported(isi, [Page(None, rows, quotes=quotes)])
