"""rules.yaml into the frozen rulebook: the only place that knows YAML."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from p3dn_reports.problems import Problem, has_errors
from p3dn_reports.rulebook.build import build
from p3dn_reports.rulebook.checks.subject import Subject
from p3dn_reports.rulebook.conformity import check_form
from p3dn_reports.rulebook.crosscheck import crosscheck, in_reading_order
from p3dn_reports.rulebook.loader import read
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
    source, problems = read(path)
    if source is None:
        return None, problems
    for keys, value in (ubah or {}).items():
        set_value(source, keys, value)
    schema = json.loads(rules_schema.read_text(encoding="utf-8"))
    if form := check_form(source, schema):
        return None, in_reading_order(form)
    rulebook = build(source)
    problems = crosscheck(Subject(rulebook, source, schemas, _templates(templates)))
    return None if has_errors(problems) else rulebook, problems


def _templates(folder: Path | None) -> frozenset[str] | None:
    return None if folder is None else frozenset(path.name for path in folder.rglob("*.docx"))
