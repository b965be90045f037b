"""Characters that nobody sees and no document may hold: they stand as a blank, and that is said."""

from __future__ import annotations

import re

_ESCAPED = re.compile(r"_x(00[01][0-9A-F]|007F|00[89][0-9A-F]|FFF[EF]|D[89A-F][0-9A-F]{2})_", re.IGNORECASE)
"""How a workbook writes such a character within a text: `_x000B_` is the one Word puts in for Shift+Enter."""
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters but tab and the ends of lines
    r"\u202a-\u202e\u2066-\u2069"  # marks that turn the direction of reading
    r"\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"  # no characters at all
)
_GONE = str.maketrans({"\xa0": " ", "\u200b": "", "\ufeff": "", "\0": ""})


def visible(text: str) -> str:
    """The text with a blank for each such character, or run of them; without blanks at its ends."""
    if text.isascii() and text.isprintable() and "_x" not in text and "_X" not in text:
        return text.strip()
    plain = text.translate(_GONE)
    found = _INVISIBLE.sub("\x0b", _ESCAPED.sub("\x0b", plain))
    return re.sub(r" *\x0b[ \x0b]*", " ", found).strip() if "\x0b" in found else plain.strip()


def hides(text: str) -> bool:
    """Whether `visible` puts a blank for anything in the text."""
    found = None if text.isprintable() else _INVISIBLE.search(text.replace("\0", ""))
    return found is not None or ("_" in text and _ESCAPED.search(text) is not None)
