"""A quotation mark that swallowed rows is one fault: that the rest of its row makes no sense is its consequence."""

from __future__ import annotations

from collections.abc import Iterable

from p3dn_reports.problems import Location, Problem

_SWALLOWING = frozenset({"kutip-menelan-baris", "kutip-tidak-ditutup"})


def without_swallowed(problems: Iterable[Problem]) -> list[Problem]:
    """The problems without those about nothing but a row whose quotation mark is told of."""
    found = list(problems)
    rows = {_row(one.lokasi) for one in found if one.kode in _SWALLOWING}
    return [
        one for one in found if one.kode in _SWALLOWING or not _is_one_row(one.lokasi) or _row(one.lokasi) not in rows
    ]


def _row(place: Location) -> tuple[str | None, int | None]:
    return place.berkas, place.baris


def _is_one_row(place: Location) -> bool:
    """Whether the problem is about a single cell; several are told with more than its letters and number."""
    return bool(place.sel) and str(place.sel).isalnum()
