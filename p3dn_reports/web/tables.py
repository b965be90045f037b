"""The twins of a table: every table a page shows can be taken along as .csv and .xlsx, from the same rows."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, Literal

from flask import Response

from p3dn_reports.outputs.cells import Cell, Number
from p3dn_reports.outputs.sheet_writing import one_sheet
from p3dn_reports.web.words import amount

Kind = Literal["teks", "angka", "tanggal"]
FORMS = {"csv": "text/csv; charset=utf-8", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}

_FORMULA = re.compile(r"\s*[=+\-@\t\r＝＋－＠]")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the key of a row, its caption, its width in letters, and what its values are."""

    key: str
    judul: str
    lebar: int = 24
    kind: Kind = "teks"


Rows = Sequence[Mapping[str, Any]]


def twin(form: str, name: str, columns: Sequence[Column], rows: Rows) -> Response:
    """The table as a file called `name`, in one of FORMS."""
    content = as_csv(columns, rows) if form == "csv" else as_xlsx(name, columns, rows)
    answer = Response(content, mimetype=FORMS[form])
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return answer


def as_csv(columns: Sequence[Column], rows: Rows) -> bytes:
    """As Excel in Indonesia reads it: semicolons, decimal comma, UTF-8 with its mark; no cell can be a formula."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow([column.judul for column in columns])
    writer.writerows([[_text(column, row.get(column.key)) for column in columns] for row in rows])
    return stream.getvalue().encode("utf-8-sig")


def as_xlsx(name: str, columns: Sequence[Column], rows: Rows) -> bytes:
    """One sheet; texts are texts, whatever they begin with."""
    cells = [[_cell(column, row.get(column.key)) for column in columns] for row in rows]
    return one_sheet(name, [(column.judul, column.lebar) for column in columns], cells)


def _text(column: Column, value: Any) -> str:
    if value is None:
        return ""
    if column.kind == "angka":
        return amount(value).replace(".", "")
    text = str(value)
    return f"'{text}" if _FORMULA.match(text) else text


def _cell(column: Column, value: Any) -> Cell:
    if value is None:
        return None
    if column.kind == "angka":
        return Number(str(value), 0 if Fraction(value).denominator == 1 else 2)
    return date.fromisoformat(value) if column.kind == "tanggal" else str(value)
