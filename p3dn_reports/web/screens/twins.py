"""The twin of a table in the form that an address asks for."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Response, abort

from p3dn_reports.web.tables import FORMS, Column, Rows, twin


def table(form: str, name: str, columns: Sequence[Column], rows: Rows) -> Response:
    """The table as a file called `name`; 404 for a form there is none of."""
    if form not in FORMS:
        abort(404)
    return twin(form, name, columns, rows)
