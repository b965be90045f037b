"""Files as screens hand them on: opened in Word on this computer, and pages of them as pictures."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from flask import Response, abort, send_file

from p3dn_reports.web.preview import Pages


def open_in_word(paths: Iterable[Path]) -> bool:
    """Open files in Word; False where this computer has no way to, so that a person is told where they lie."""
    if sys.platform != "win32":
        return False
    for path in paths:
        os.startfile(path)  # noqa: S606 - a .docx of the templates, of the desk, or of an edition
    return True


def page(pages: Pages | None, nomor: int) -> Response:
    """A page as a picture, counted from 1; 404 where there is none."""
    if pages is None or not 0 < nomor <= len(pages.halaman):
        abort(404)
    return send_file(BytesIO(pages.halaman[nomor - 1].png), mimetype="image/png")
