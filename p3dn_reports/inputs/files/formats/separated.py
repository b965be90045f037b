"""Separated text: .csv, .tsv, .txt."""

from __future__ import annotations

from pathlib import Path

from p3dn_reports.inputs.files import textfile
from p3dn_reports.inputs.files.formats.texts import read_text
from p3dn_reports.inputs.files.raw import RawSheet, Read, of_text
from p3dn_reports.problems import Location, problem


def read(path: Path) -> Read:
    """Its one sheet."""
    return read_text(path, _separated, "teks-tidak-terbaca")


def _separated(berkas: str, text: str) -> Read:
    table = textfile.read(text)
    if textfile.BROKEN in text:
        yield problem("huruf-rusak", Location(berkas), banyak=text.count(textfile.BROKEN))
    yield from of_text(RawSheet(berkas, None, table.rows), table.quotes)
