"""rules.yaml into the frozen rulebook: the only place that knows YAML."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from p3dn_reports.problems import Problem, has_errors
from p3dn_reports.rulebook.build import build
from p3dn_reports.rulebook.checks.subject import Subject
from p3dn_reports.rulebook.conformity import check_form
from p3dn_reports.rulebook.crosscheck import crosscheck, in_reading_order
from p3dn_reports.rulebook.loader import read, read_bytes
from p3dn_reports.rulebook.source import Keys, set_value
from p3dn_reports.rules import Rulebook
from p3dn_reports.tables import TableSchema

__all__ = ["load"]


def load(
    path: Path,
    schemas: Mapping[str, TableSchema],
    rules_schema: Path,
    templates: Path | None = None,
    ubah: Mapping[Keys, str] | None = None,
) -> tuple[Rulebook | None, tuple[Problem, ...]]:
    """Read, check and build the rulebook at `path`; None where any problem is a `galat`.

    `schemas` are the input tables, `rules_schema` is rules.schema.json, `templates` the folder under which the .docx
    templates stand (None: they are not looked for). `ubah` sets single values, by the way to them, before anything is
    checked: a supposition is held to the same rules as the text. Problems come in three steps, each step all at once:
    what is not strict YAML, what is not of the schema's form, what does not fit together.
    """
    try:
        content = path.read_bytes()
    except OSError:
        return None, read(path)[1]
    names = None if templates is None else frozenset(found.name for found in templates.rglob("*.docx"))
    key = (path.name, content, rules_schema.read_bytes(), repr(schemas), names, tuple((ubah or {}).items()))
    if key not in _LOADED:
        _LOADED[key] = _load(content, path.name, schemas, json.loads(key[2]), names, ubah or {})
        for oldest in list(_LOADED)[:-MOST_LOADED]:
            _LOADED.pop(oldest, None)
    return _LOADED[key]


MOST_LOADED = 4
Loaded = tuple[Rulebook | None, tuple[Problem, ...]]
_LOADED: dict[tuple[object, ...], Loaded] = {}
"""What was loaded of the same texts: the rulebook is frozen, and one run may ask for it several times."""


def _load(
    content: bytes,
    nama: str,
    schemas: Mapping[str, TableSchema],
    schema: Mapping[str, Any],
    templates: frozenset[str] | None,
    ubah: Mapping[Keys, str],
) -> Loaded:
    source, problems = read_bytes(content, nama)
    if source is None:
        return None, problems
    for keys, value in ubah.items():
        set_value(source, keys, value)
    if form := check_form(source, schema):
        return None, in_reading_order(form)
    rulebook = build(source)
    problems = crosscheck(Subject(rulebook, source, schemas, templates))
    return None if has_errors(problems) else rulebook, problems
