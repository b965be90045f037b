"""What people type into a form, read as they write it."""

from __future__ import annotations

from datetime import date

from p3dn_reports.errors import UsageError
from p3dn_reports.inputs.values.dates import read_date


def day(text: str, judul: str = "") -> date | None:
    """The day that is written; None for none. Raises UsageError for what is no day, in the field `judul`."""
    if not text:
        return None
    read = read_date(text)
    if read.wrong or read.value is None:
        raise UsageError(f"{judul}{': ' if judul else ''}{text} bukan tanggal; tulis misalnya {read.usul}.")
    return read.value
