"""The form that the rules say for a document, in Word's measures."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from p3dn_reports.documents.word.form import Form
from p3dn_reports.documents.word.pages import Margins, Pages
from p3dn_reports.documents.word.typeface import Typeface
from p3dn_reports.rules import Bentuk

_SIDES = {"atas": "top", "bawah": "bottom", "kiri": "left", "kanan": "right"}
_TWIPS_PER_INCH, _MM_PER_INCH = 1440, Decimal("25.4")


def form_of(one: Bentuk) -> Form:
    """Paper, margins and typeface for the template."""
    paper = one.ukuran_kertas
    pages = Pages(
        paper=(_twips(paper[0]), _twips(paper[1])) if paper else None,
        margins=_margins(one.margin),
        lying=_margins(one.margin_mendatar),
    )
    size = int(2 * one.ukuran_huruf) if one.ukuran_huruf else None
    return Form(pages, Typeface(one.huruf, size))


def _margins(sides: Mapping[str, Decimal]) -> Margins:
    return tuple((_SIDES[side], _twips(length)) for side, length in sides.items())


@lru_cache(maxsize=64)
def _twips(millimetres: Decimal) -> int:
    return int((millimetres * _TWIPS_PER_INCH / _MM_PER_INCH).to_integral_value())
