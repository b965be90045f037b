"""File names that Windows, Word and every cloud drive accept, made from codes that people type."""

from __future__ import annotations

import re
import unicodedata

_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f-\x9f\u2028\u2029]')
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)


def safe_path(name: str) -> str:
    """The relative path `name` (parts divided by "/") with every part made fit for a file name.

    Forbidden characters become "-"; those without a width, which can let a name read as another (from right to left),
    go. A name that Windows reserves gets a "_" before it, and no part can be empty, end in a dot or a blank, or climb
    to a folder above. A name already fit comes back as it is.
    """
    return "/".join(_safe_part(part) for part in name.split("/"))


def _safe_part(part: str) -> str:
    shown = "".join(letter for letter in part if unicodedata.category(letter) != "Cf")
    fit = _FORBIDDEN.sub("-", shown).lstrip(" ").rstrip(" .")
    if not fit or _RESERVED.fullmatch(fit):
        return f"_{fit}"
    return fit


def is_scratch(name: str) -> bool:
    """Whether a file is no one's work: what Word, Windows or macOS leaves beside the files it shows."""
    return name.startswith(("~$", ".~lock.")) or name.casefold() in {".ds_store", "thumbs.db", "desktop.ini"}
