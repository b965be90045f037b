"""A rulebook's records as trees of texts, so that two can be compared by meaning and not by how they are written.

Whatever has a name of its own is found by it and not by its place: dated values by day and source, list items by code,
bands and aspects by id, the words of a list by themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from p3dn_reports.formatting import tanggal
from p3dn_reports.rules import (
    Aspek,
    Band,
    Citation,
    Dated,
    Kondisi,
    Libur,
    ListItem,
    Nama,
    Operasi,
    Perubahan,
    PilihanPutusan,
    Prasyarat,
    Term,
    Tetapan,
    Urutan,
)
from p3dn_reports.vocabulary import Periode


def to_tree(value: Any) -> Any:
    """A record, list or value as texts."""
    if is_dataclass(value) and not isinstance(value, _TEXTS | type):
        named = {item.name: getattr(value, item.name) for item in fields(value) if item.name != "id"}
        return {name: to_tree(item) for name, item in named.items() if _given(item)}
    if isinstance(value, Mapping):
        return {str(key): to_tree(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return _named_items(value)
    return _text(value)


def _given(value: Any) -> bool:
    """Whether something stands there; nought does."""
    return value is not None and value is not False and not (isinstance(value, str | tuple | Mapping) and not value)


def _named_items(items: Iterable[Any]) -> dict[str, Any]:
    """Items under their own names; a name met twice is numbered."""
    found: dict[str, Any] = {}
    for item in items:
        name, rest = _named(item)
        number = sum(1 for other in found if other == name or other.startswith(f"{name} ke-"))
        found[f"{name} ke-{number + 1}" if number else name] = rest
    return found


def _named(item: Any) -> tuple[str, Any]:
    for kind, name in _NAMES.items():
        if isinstance(item, kind):
            return name(item), "" if isinstance(item, Term | Kondisi) else to_tree(item)
    return _text(item), ""


def _dated(one: Dated[Any]) -> str:
    return f"sejak {tanggal(one.berlaku_sejak)} ({', '.join(dict.fromkeys(cited.sumber for cited in one.dasar))})"


def _term(one: Term) -> str:
    pada = str(one.pada) if one.pada is not None else None
    words = ", ".join(one.isi or one.syarat)
    operand = one.daftar or one.tanggal or pada or words or ("ya" if one.ya else "tidak")
    more = (*(one.pada.yang if one.pada else ()), (one.pada.sama or "") if one.pada else "", one.tahun or "")
    return " ".join(filter(None, (one.kolom, str(one.op), operand, *more)))


_TEXTS = Citation | Periode | Tetapan | Nama | Urutan | Operasi
"""Records that are one text."""

_NAMES: Mapping[type, Callable[[Any], str]] = {
    Dated: _dated,
    Term: _term,
    ListItem: lambda item: item.kode,
    Perubahan: lambda item: f"sejak {tanggal(item.sejak)}",
    Aspek: lambda item: item.id,
    Band: lambda item: item.id,
    Kondisi: str,
    PilihanPutusan: lambda item: item.id,
    Prasyarat: lambda item: ", ".join(item.terisi),
    Libur: lambda item: item.tanggal.isoformat(),
}


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, date):
        return value.isoformat()
    return str(value)
