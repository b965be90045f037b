"""Layouts of other systems, as data: `<name>.layout.json` beside the schemas.

It says which captions make a layout known and where each of our columns comes from. A renamed field, a new channel or
a dead status is a line there and none here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from p3dn_reports.errors import UsageError
from p3dn_reports.tables import Kind, Override, SourceLayout, TableSchema

_KEYS = frozenset(
    {
        "$schema", "nama", "judul", "keterangan", "tabel", "tanda", "kolom", "tetap", "padanan", "pola", "daftar",
        "mak", "pakai_bila", "timpa", "jumlahkan", "satu_per", "baris_judul", "abaikan", "minta", "tanpa",
    }
)  # fmt: skip


def with_layouts(schemas: Mapping[str, TableSchema], folder: Path) -> dict[str, TableSchema]:
    """The schemas, each with the layouts of `folder` that feed its table. Raises UsageError for one that is wrong."""
    found: dict[str, list[SourceLayout]] = {}
    for path in sorted(folder.glob("*.layout.json")):
        layout = _load(path, schemas)
        if layout.table in schemas:
            found.setdefault(layout.table, []).append(layout)
    return {name: replace(schema, layouts=tuple(found.get(name, ()))) for name, schema in schemas.items()}


def _load(path: Path, schemas: Mapping[str, TableSchema]) -> SourceLayout:
    try:
        layout = source_layout(json.loads(path.read_text(encoding="utf-8")))
        if layout.table in schemas:
            _check(layout, schemas[layout.table])
    except (ValueError, KeyError, TypeError, AttributeError, re.error) as error:
        raise UsageError(f"Tata letak {path.name} tidak dapat dibaca: {error}.") from error
    return layout


def source_layout(raw: Mapping[str, Any]) -> SourceLayout:
    """The layout that one parsed file describes. Raises KeyError or ValueError where a key is missing or unknown."""
    if unknown := sorted(set(raw) - _KEYS):
        raise ValueError(f"kunci tidak dikenal {', '.join(unknown)}")
    total = raw.get("jumlahkan", {})
    return SourceLayout(
        name=raw["nama"],
        title=raw["judul"],
        description=raw["keterangan"],
        table=raw["tabel"],
        marks=tuple(raw["tanda"]),
        columns={name: tuple(fields) for name, fields in raw.get("kolom", {}).items()},
        constants=dict(raw.get("tetap", {})),
        words={name: dict(words) for name, words in raw.get("padanan", {}).items()},
        patterns={name: tuple(map(_pattern, items)) for name, items in raw.get("pola", {}).items()},
        lists=dict(raw.get("daftar", {})),
        mak=tuple(raw.get("mak", ())),
        keep={field: tuple(words) for field, words in raw.get("pakai_bila", {}).items()},
        overrides=tuple(map(_override, raw.get("timpa", ()))),
        sum_by=tuple(total.get("per", ())),
        sums=tuple(total.get("kolom", ())),
        once_by=tuple(raw.get("satu_per", ())),
        caption_rows=raw.get("baris_judul", 1),
        without=tuple(raw.get("tanpa", ())),
        ignored=raw.get("abaikan"),
        wanted=raw.get("minta"),
    )


def _pattern(item: Mapping[str, str]) -> tuple[str, str]:
    return re.compile(item["pola"]).pattern, item["menjadi"]


def _override(item: Mapping[str, Any]) -> Override:
    return Override(_words(item["bila"]), item["kolom"], item["menjadi"])


def _words(item: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {field: tuple(words) for field, words in item.items()}


def _check(layout: SourceLayout, schema: TableSchema) -> None:
    """Every column named exists in the table, every one the table requires is fed, and sums are of numbers."""
    named = [*layout.columns, *layout.constants, *layout.words, *layout.patterns, *layout.lists, *layout.mak]
    named += [*(item.column for item in layout.overrides), *layout.sum_by, *layout.sums, *layout.once_by]
    if wrong := sorted({name for name in named if schema.column(name) is None}):
        raise ValueError(f"tabel {schema.name} tidak mempunyai kolom {', '.join(wrong)}")
    lacking = schema.lacking({*layout.columns, *layout.constants})
    if layout.ignored is None and (wanting := [c.header for c in schema.columns if c.name in lacking]):
        raise ValueError(f"kolom wajib {', '.join(wanting)} tidak mendapat isi")
    if any(column.kind is not Kind.RUPIAH for column in schema.columns if column.name in layout.sums):
        raise ValueError("hanya kolom rupiah yang dapat dijumlahkan")
