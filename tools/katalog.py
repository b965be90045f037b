"""Compile the Indonesian catalogue of click's own words: `python tools/katalog.py` after editing the .po file."""

from __future__ import annotations

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

PO = Path(__file__).resolve().parent.parent / "p3dn_reports/locale/id/LC_MESSAGES/p3dn.po"

if __name__ == "__main__":
    with PO.open("rb") as source:
        catalog = read_po(source, locale="id")
    with PO.with_suffix(".mo").open("wb") as target:
        write_mo(target, catalog)
