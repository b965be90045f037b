"""Raw sheets: rows of cells with the row numbers Excel shows, whatever file they come from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from p3dn_reports.inputs.cells import Origin, Row, address
from p3dn_reports.inputs.files import paging, textfile
from p3dn_reports.problems import Location, Problem, problem


@dataclass(frozen=True, slots=True)
class RawSheet:
    """One sheet of a file, or a whole text file (`lembar` None). Row i of `rows` is row i + 1 of the sheet.

    `first_column` (from 0) is the sheet's column of a row's first cell. Rows may be of unequal length. `rows` is a
    list, or `StreamedRows` for a long sheet: look at its head by index or slice, use it up once by `row_blocks`.
    `origin` is set once `arrange` has brought the cells into our columns. `from_1904`: the workbook counts its days
    from 1904. `marked_totals` are the rows (from 1) that the workbook itself calls rows of totals.
    """

    berkas: str
    lembar: str | None
    rows: Sequence[Row]
    first_column: int = 0
    hidden: bool = False
    origin: Origin | None = None
    from_1904: bool = False
    marked_totals: frozenset[int] = frozenset()


Read = Iterator[RawSheet | Problem]
"""What a format makes of one file: its sheets in their order, one at a time, and the problems met on the way."""


def of_text(sheet: RawSheet, quotes: Sequence[textfile.Quote] = ()) -> Read:
    """The sheet, after what its text says of itself: quotation marks gone wrong, and that it is a page of several."""
    for quote in quotes:
        place = Location(sheet.berkas, None, address(quote.row + 1, quote.column), quote.row + 1)
        kode = "kutip-tidak-ditutup" if quote.is_open else "kutip-menelan-baris"
        nilai = " ".join(quote.text.split())[:80]
        yield problem(kode, place, semua_unit=True, nilai=nilai, baris=quote.row + 1, banyak=quote.rows)
    page, rows = paging.page_in_words(sheet.rows)
    if page:
        yield paging.told(page, sheet.berkas)
    yield replace(sheet, rows=rows)


def unmarked(items: Read) -> Read:
    """A text's cells without the marks by which a program keeps a spreadsheet from reading codes as numbers."""
    for item in items:
        if not isinstance(item, RawSheet):
            yield item
            continue
        rows, marked = textfile.without_marks(item.rows)
        if marked:
            place = Location(berkas=item.berkas)
            yield problem("penanda-teks-dilepas", place, banyak=len(marked), nilai=marked[0][:60])
        yield replace(item, rows=rows)
