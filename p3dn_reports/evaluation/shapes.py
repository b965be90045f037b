"""How a record is told in a result, where its fields under their own names do not say it all.

A record declares it beside its fields, as `SHAPE`. What is told may grow there and in schemas/hasil.schema.json; no key
of hasil.json is ever renamed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any, NamedTuple

from p3dn_reports.evaluation.numbers import twelve_decimals

Form = Callable[[Any], object]


class Shape(NamedTuple):
    """`also`: properties that are told beside the fields; `without`: fields that are not.

    `inline`: records whose own facts stand in their place. `named`: keys that are not the field's own name.
    `forms`: how a value is written.
    """

    also: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    inline: tuple[str, ...] = ()
    named: Mapping[str, str] = {}
    forms: Mapping[str, Form] = {}


def rounded(*names: str) -> dict[str, Form]:
    """These shares (percent), alone or by name, to twelve decimals."""
    return dict.fromkeys(names, _rounded)


def _rounded(share: Fraction | Mapping[str, Fraction | None]) -> object:
    if isinstance(share, Mapping):
        return {name: None if one is None else twelve_decimals(one) for name, one in share.items()}
    return twelve_decimals(share)
