"""Reads the tables' JSON Schemas: one flat file per table, whose `x-` keywords drive everything in this room."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from p3dn_reports.errors import UsageError
from p3dn_reports.inputs.layouts import with_layouts
from p3dn_reports.tables import Check, Column, Kind, TableSchema


def load_schemas(folder: Path) -> dict[str, TableSchema]:
    """All tables described by `<table>.schema.json` in `folder`, by name, in alphabetical order.

    A schema without `x-sheet` describes something else and is left out. Layouts of other systems (`*.layout.json`) are
    put with the table they feed. Raises UsageError for a folder without any,
    and for a file that is not a table's schema.
    """
    schemas: dict[str, TableSchema] = {}
    for path in sorted(folder.glob("*.schema.json")):
        if found := _load(path):
            schemas[found.name] = found
    if not schemas:
        raise UsageError(f"Tidak ada skema tabel (*.schema.json) di {folder}.")
    return with_layouts(schemas, folder)


def _load(path: Path) -> TableSchema | None:
    try:
        raw = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
        return table_schema(raw) if "x-sheet" in raw else None
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(f"Skema {path.name} tidak dapat dibaca: {error}.") from error


def table_schema(raw: Mapping[str, Any]) -> TableSchema:
    """The table that one parsed schema describes. Raises KeyError or ValueError where a keyword is missing or wrong."""
    required = frozenset(raw.get("required", ()))
    return TableSchema(
        name=raw["x-sheet"],
        title=raw["title"],
        description=raw["description"],
        columns=tuple(_column(name, item, name in required) for name, item in raw["properties"].items()),
        unit_column=raw.get("x-unit-column"),
        keys=tuple(tuple(key) for key in raw.get("x-keys", ())),
        unit_name_column=raw.get("x-unit-name-column"),
        checks=tuple(Check(name, tuple(columns)) for item in raw.get("x-checks", ()) for name, columns in item.items()),
        ignore_headers=tuple(raw.get("x-ignore-headers", ())),
        unit_prefix=raw.get("x-unit-prefix", ""),
        years_column=raw.get("x-years-column"),
        name_column=raw.get("x-name-column"),
    )


def _column(name: str, item: Mapping[str, Any], required: bool) -> Column:
    reference = item.get("x-reference")
    return Column(
        name=name,
        kind=Kind(item["x-kind"]),
        header=item["x-header"],
        title=item["title"],
        description=item["description"],
        example=_example(item["examples"][0]),
        required=required,
        aliases=tuple(item.get("x-aliases", ())),
        choices=tuple(choice for choice in item.get("enum", ()) if choice is not None),
        known_values=tuple(item.get("x-known-values", ())),
        spellings=tuple((value, text) for value, texts in item.get("x-spellings", {}).items() for text in texts),
        several=bool(item.get("x-several", False)),
        if_unknown=item.get("x-if-unknown", ""),
        feeds=item.get("x-feeds", ""),
        minimum=_bound(item.get("minimum")),
        maximum=_bound(item.get("maximum")),
        pattern=item.get("pattern"),
        allow_number=bool(item.get("x-allow-number", False)),
        reference=_reference(reference) if reference else None,
    )


def _example(value: object) -> str:
    return {True: "ya", False: "tidak"}[value] if isinstance(value, bool) else str(value)


def _bound(value: int | Decimal | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def _reference(text: str) -> tuple[str, str]:
    table, _, column = text.partition(".")
    return table, column
