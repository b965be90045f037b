"""How a value of the context becomes text in a document: the filters, and what is printed without one."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any

from jinja2 import StrictUndefined, pass_context
from jinja2.runtime import Context

from p3dn_reports import formatting
from p3dn_reports.documents.word import amounts
from p3dn_reports.documents.word.marks import (
    BREAK,
    FRAMED,
    FRAMED_END,
    HYPHEN,
    TAB,
    WANTING,
    WANTING_END,
    Framed,
    Wanting,
)
from p3dn_reports.documents.word.rich import Markup, block_markup, is_rich, run_markup, text_markup

AMBANG = "_ambang"
"""The context's own name for the thresholds `persen` must not print across; no template can read it."""
GAMBAR = "_gambar"
"""And for the filling of its pictures."""

_SPECIAL = re.compile(r"""[^ !#-%'-;=?-~\xa0-\u2010\u2012-\ud7ff]""")  # "&<>, U+2011 and what Word cannot hold
_CONTROL = re.compile("[\x00-\x06\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")
_HASHABLE = frozenset({int, Decimal, Fraction, date, str})
_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": BREAK, "\t": TAB, "\u2011": HYPHEN}
)


class UnprintableError(Exception):
    """A value that cannot be printed as it is: None, a yes or no, a number or date without a filter."""


def _guarded(function: Callable[..., object], *, keep: bool = True) -> Callable[..., object]:
    """A filter that lets a wanting value through unchanged, and says of an unknown field that it is unknown.

    With `keep` what it makes of a value is kept: a letter prints the same dates and words again and again.
    """
    kept = lru_cache(maxsize=8192, typed=True)(function) if keep else function

    def filtered(value: object) -> object:
        if type(value) in _HASHABLE:
            return kept(value)
        if isinstance(value, StrictUndefined):
            str(value)  # raises
        return value if isinstance(value, Wanting) else function(value)

    filtered.__name__ = function.__name__
    return filtered


_kept_persen = lru_cache(maxsize=8192, typed=True)(formatting.persen)


@pass_context
def _persen(context: Context, value: Any) -> object:
    ambang = context.parent.get(AMBANG, ())
    if type(value) in _HASHABLE:
        return _kept_persen(value, ambang)
    return _guarded(lambda known: formatting.persen(known, ambang))(value)


@pass_context
def _gambar(context: Context, value: object) -> str:
    """What a picture's alt text says of the picture that it shows."""
    if isinstance(value, StrictUndefined):
        str(value)  # raises
    return str(context.parent[GAMBAR].ask(value))


def _pairs(value: object) -> list[tuple[object, object]]:
    """The names and values of a group. Raises ValueError for anything else."""
    if isinstance(value, Wanting):
        return [(value, value)]
    if isinstance(value, StrictUndefined):
        str(value)  # raises
    if not isinstance(value, Mapping):
        raise ValueError("items hanya untuk kelompok field")
    return list(value.items())


FILTERS: dict[str, Callable[..., object]] = {
    "persen": _persen,
    **dict.fromkeys(("length", "count"), _guarded(len)),
    "items": _pairs,
    "rupiah": _guarded(amounts.rupiah, keep=False),
    "e": lambda value: value,  # written for docxtpl, which does not escape by itself
    **{
        function.__name__: _guarded(function)
        for function in (
            *(formatting.angka, formatting.tanggal, formatting.hari, formatting.terbilang),
            *(formatting.romawi, formatting.triwulan, formatting.diktum, formatting.huruf),
            *(formatting.kapital_awal, formatting.kecil_awal, formatting.daftar_kata),
            *(formatting.urutan_kata, formatting.pasal),
        )
    },
    "n": _guarded(formatting.angka_terbilang),
    "rpn": _guarded(formatting.rupiah_terbilang),
    "kata": _guarded(formatting.kata),
}


def _colour(value: object) -> str:
    """A colour as Word writes it. Raises ValueError for anything else, which no Word could open."""
    text = str(value).removeprefix("#")
    if text != "auto" and not _COLOUR.fullmatch(text):
        raise ValueError(f"“{value}” bukan warna; tulis enam angka heksadesimal, misalnya FFF2CC")
    return text


def _width(value: object) -> str:
    """Over how many columns a cell goes. Raises ValueError for anything else, which no Word could open."""
    if type(value) is not int or value < 1:
        raise ValueError(f"“{value}” bukan banyaknya kolom; isi dengan bilangan bulat mulai dari 1")
    return str(value)


def _attribute(function: Callable[[Any], str], wanting: str) -> Callable[[object], object]:
    """A filter for what stands in an attribute, where nothing can be marked as wanting."""
    filtered = _guarded(function)
    return lambda value: wanting if isinstance(value, Wanting) else filtered(value)


def _markup_filter(function: Callable[[object], Markup], around: str) -> Callable[[object], object]:
    """A filter for what stands between runs or paragraphs; what is wanting there comes with a run of its own."""

    def filtered(value: object) -> object:
        if isinstance(value, StrictUndefined):
            str(value)  # raises
        if isinstance(value, Wanting):
            return Markup(around.format(printable(value)))
        return function(value)

    return filtered


_RUN = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
MARKUP_FILTERS = {
    "_runs": _markup_filter(run_markup, _RUN),
    "_blocks": _markup_filter(block_markup, f"<w:p>{_RUN}</w:p>"),
    "_warna": _attribute(_colour, "auto"),
    "_lebar": _attribute(_width, "1"),
    "_gambar": _gambar,
}
"""What `{{r x }}`, `{{p x }}`, `{% cellbg x %}`, `{% colspan x %}` and a placeholder picture are compiled into.

No template can write them.
"""


def printable(value: object) -> str:
    r"""A value as escaped XML text; line breaks, tabs and wanting values as the control characters of `marks`.

    As in docxtpl `\a` begins a paragraph and `\f` a page; other control characters mean nothing in print and are left
    out. What brings its own markup is `rich`'s. Raises UnprintableError for None, bool, and numbers or dates that no
    filter has put into Indonesian form; an undefined field raises its own error.
    """
    if type(value) is str:
        return _escaped(value) if _SPECIAL.search(value) else value
    if type(value) is int:
        return str(value)
    if type(value) is Markup:
        return value
    if isinstance(value, Wanting):
        return f"{WANTING}{value.nama.translate(_ESCAPES)}{WANTING_END}"
    if isinstance(value, Framed):
        return f"{FRAMED}{_escaped(value)}{FRAMED_END}"
    if isinstance(value, StrictUndefined):
        str(value)  # raises
    if is_rich(value):
        return text_markup(value)
    if isinstance(value, bytes):
        raise ValueError("gambar dipasang lewat teks alternatif gambar:nama")
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise UnprintableError(type(value).__name__)
    return _escaped(str(value))


def _escaped(text: str) -> str:
    if text.isprintable() and "\u2011" not in text:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).translate(_ESCAPES)
