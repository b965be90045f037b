"""Plain text data into frozen records, by the records' own type hints: a record mirrors what is written.

A new field of a record is one line there and one in the schema. Where the written form differs from the record (a
shorthand, a word with its parts), a `shape` brings it into the record's form, or a `leaf` makes the value itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache, partial, reduce
from operator import or_
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

Node = Mapping[str, Any]
Make = Callable[[Any], Any]
_EMPTY: Mapping[Any, Callable[[], object]] = {tuple: tuple, Mapping: dict}


class Converter:
    """Makes values of a type from text that has passed the schema.

    `leaves` make values of some types whole; `shapes` bring what is written for a record into its own form.
    """

    def __init__(self, leaves: Mapping[Any, Make], shapes: Mapping[type, Callable[[Any], Node]]) -> None:
        self._leaves = {**_PLAIN, **leaves}
        self._shapes = shapes
        self._made: dict[Any, Make] = {}

    def value(self, kind: Any, node: Any) -> Any:
        """`node` as a value of `kind`: a type, a record, or one of these in tuple, Mapping or with None."""
        return self._maker(kind)(node)

    def _maker(self, kind: Any) -> Make:
        if kind not in self._made:
            # A record may hold records of its own kind: those inside ask again when they are met.
            self._made[kind] = partial(self.value, kind)
            self._made[kind] = self._new(kind)
        return self._made[kind]

    def _new(self, kind: Any) -> Make:
        origin, args = get_origin(kind), get_args(kind)
        if kind in self._leaves:
            return self._leaves[kind]
        if origin in (Union, UnionType):
            return self._maker(reduce(or_, (one for one in args if one is not NoneType)))
        if origin is tuple:
            return self._sequence(args[0])
        if origin is not None and issubclass(origin, Mapping):
            return self._mapping(args[1])
        return self._record(origin or kind, args) if is_dataclass(origin or kind) else kind

    def _sequence(self, item: Any) -> Make:
        make, by_id = self._maker(item), self._mapping(item)
        return lambda node: tuple(by_id(node).values() if isinstance(node, Mapping) else map(make, node))

    def _mapping(self, item: Any) -> Make:
        make = self._maker(item)
        if is_dataclass(item) and any(one.name == "id" for one in fields(item)):
            return lambda node: {key: make({"id": key, **one}) for key, one in node.items()}
        return lambda node: {key: make(one) for key, one in node.items()}

    def _record(self, kind: type, args: tuple[Any, ...]) -> Make:
        hints, chosen = _hints(kind), dict(zip(getattr(kind, "__parameters__", ()), args, strict=True))
        makers = {name: self._maker(chosen.get(hint, hint)) for name, hint in hints.items()}
        shape, empty = self._shapes.get(kind), _empty_fields(kind)

        def record(node: Any) -> Any:
            written = shape(node) if shape else node
            try:
                given = {name: makers[name](value) for name, value in written.items()}
            except KeyError as unknown:
                raise TypeError(f"{kind.__name__}: {unknown}") from unknown
            return kind(**{**empty, **given})

        return record


@cache
def _hints(kind: type) -> Mapping[str, Any]:
    return get_type_hints(kind)


@cache
def _empty_fields(kind: type) -> Mapping[str, object]:
    """What stands for nothing written in the fields that have no default: no items, or None."""
    wanting = (one.name for one in fields(kind) if one.default is one.default_factory is MISSING)
    return {name: _EMPTY.get(get_origin(_hints(kind)[name]), NoneType)() for name in wanting}


_PLAIN: Mapping[Any, Make] = {
    str: lambda node: str(node).strip(),
    int: int,
    bool: lambda node: bool(node == "ya"),
    Decimal: Decimal,
    date: date.fromisoformat,
}
