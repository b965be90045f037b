"""File names that Windows, Word and every cloud drive accept, made from codes and names that people type."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256
from unicodedata import category, normalize

LONGEST = 120
"""Characters of one part; with the folders above it stays within what Word opens."""

_LONGEST_BYTES = 240
"""File systems count bytes or UTF-16 units, 255 at most."""

_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]')
_RESERVED = re.compile(r"(con|prn|aux|nul|clock\$|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(\..*)?", re.IGNORECASE)


def safe_path(name: str) -> str:
    """The relative path `name` (parts divided by "/") with every part made fit for a file name.

    Forbidden characters become "-"; those without a width, which can let a name read as another (from right to left),
    go. A name that Windows reserves gets a "_" before it, and no part can be empty, end in a dot or a blank, or climb
    to a folder above. A part too long keeps its beginning and its ending, and says the rest by a digest. A name already
    fit comes back as it is.
    """
    return "/".join(_short(_safe_part(part)) for part in name.split("/"))


def unique_paths(names: Iterable[str]) -> list[str]:
    """The names made fit, in their order; of those that one folder would take for one, the later get a number.

    Windows and macOS take `A.docx` and `a.docx` for one, and `é` in either of its spellings.
    """
    taken: set[str] = set()
    return [_first_free(safe_path(name), taken) for name in names]


def _first_free(name: str, taken: set[str]) -> str:
    folder, slash, last = name.rpartition("/")
    stem, dot, ending = last.rpartition(".")
    if not stem:  # `.profil` has no ending
        stem, dot, ending = last, "", ""
    number, free = 1, name
    while normalize("NFC", free).casefold() in taken:
        number += 1
        free = safe_path(f"{folder}{slash}{stem} ({number}){dot}{ending}")
    taken.add(normalize("NFC", free).casefold())
    return free


def _safe_part(part: str) -> str:
    shown = "".join(letter for letter in part if category(letter) != "Cf")
    fit = _FORBIDDEN.sub("-", shown).strip(" ").rstrip(" .")
    if not fit or _RESERVED.fullmatch(fit):
        return f"_{fit}"
    return fit


def _short(part: str) -> str:
    if len(part) <= LONGEST and len(part.encode()) <= _LONGEST_BYTES:
        return part
    stem, dot, ending = part.rpartition(".")
    if not dot or len(ending) > 8:
        stem, dot, ending = part, "", ""
    tail = f"~{sha256(part.encode()).hexdigest()[:8]}{dot}{ending}"
    kept = stem[: LONGEST - len(tail)].encode()[: _LONGEST_BYTES - len(tail.encode())].decode(errors="ignore")
    return kept.rstrip(" .") + tail


def is_scratch(name: str) -> bool:
    """Whether a file is no one's work: what Word, Windows or macOS leaves beside the files it shows."""
    return name.startswith(("~$", ".~lock.")) or name.casefold() in {".ds_store", "thumbs.db", "desktop.ini"}
