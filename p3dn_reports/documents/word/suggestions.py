"""What to advise where a name is not known: the nearest one that is, else where to look."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from p3dn_reports.documents.word.shapes import Known
from p3dn_reports.documents.word.values import FILTERS

_OF_JINJA = {
    **dict.fromkeys(("default", "d"), 'tulis default("-"), dengan satu pengganti di dalam kurung'),
    "join": "untuk daftar pakai daftar_kata",
    **dict.fromkeys(("upper", "lower", "title", "capitalize"), "pakai kapital_awal, atau All caps pada Font di Word"),
    **dict.fromkeys(("round", "int", "float", "format"), "pakai angka, rupiah, atau persen"),
    **dict.fromkeys(("safe", "string", "trim"), "hapus saja, isian sudah dicetak dengan benar"),
}
"""Filters people know from Jinja, and what does their work here."""
_SEE_LIST = "lihat daftarnya dengan p3dn templates fields"


def advised(name: str | None) -> str:
    """The advice that goes with a name that is not there: the nearest one, else where to look."""
    return f"mungkin maksud Anda {name}" if name else _SEE_LIST


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name nearest to a misspelt one."""
    return next(iter(get_close_matches(name, list(known), n=1, cutoff=0.6)), None)


def suggested_filter(name: str) -> str:
    """What to say of a filter that does not exist."""
    near = nearest(name, FILTERS)
    others = f"filter yang ada: {', '.join(sorted(FILTERS))}"
    return _OF_JINJA.get(name) or (advised(near) if near else others)


def unknown_part(path: tuple[str, ...], known: Known) -> str:
    """A field's name up to where it stops being known."""
    return next(name for depth in range(1, len(path) + 1) if (name := ".".join(path[:depth])) not in known)


def suggested_field(path: tuple[str, ...], known: Iterable[str]) -> str:
    """What to say of a field that does not exist: the nearest one beside it, else the nearest anywhere."""
    names = list(known)
    same = {name.casefold(): name for name in names}.get(".".join(path).casefold())
    if same:
        return advised(same)
    for depth in range(len(path), 0, -1):
        parent = ".".join(path[: depth - 1])
        if depth > 1 and parent not in names:
            continue
        beside = [name for name in names if name.rpartition(".")[0] == parent]
        near = get_close_matches(path[depth - 1], [name.rpartition(".")[2] for name in beside], n=1, cutoff=0.6)
        if near:
            return advised(".".join((*path[: depth - 1], near[0])))
    last = get_close_matches(path[-1], {name.rpartition(".")[2] for name in names}, n=1, cutoff=0.75)
    whole = [name for name in names if last and name.rpartition(".")[2] == last[0]]
    return advised(min(whole, key=len) if whole else None)
