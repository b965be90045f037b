"""The steps from a rulebook's files to the frozen rulebook."""

from __future__ import annotations

import json
from collections.abc import Mapping, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from p3dn_reports.problems import Problem, has_errors
from p3dn_reports.rulebook.build import build
from p3dn_reports.rulebook.checks.gaps import check_endings
from p3dn_reports.rulebook.checks.subject import Subject
from p3dn_reports.rulebook.compose import read_files
from p3dn_reports.rulebook.crosscheck import crosscheck, in_reading_order
from p3dn_reports.rulebook.files import RuleFile, digest_of_files, gather
from p3dn_reports.rulebook.source import Keys, Source, set_value
from p3dn_reports.rules import Rulebook
from p3dn_reports.tables import TableSchema
from p3dn_reports.verdicts import NO_VERDICTS, Verdicts, sources_of

__all__ = ["load"]


Loaded = tuple[Rulebook | None, tuple[Problem, ...]]
_ROOM = Path(__file__).parent
_BESIDE = (_ROOM.parent / "rules", _ROOM.parent / "tables", _ROOM.parent / "evaluation")
"""Rooms that the checks ask; a verdict is of their version too."""
MOST_LOADED = 4
_VERSION = "versi_skema"
_LOADED: dict[tuple[object, ...], Loaded] = {}
"""What was loaded of the same texts: the rulebook is frozen, and one run may ask for it several times."""


def load(
    path: Path,
    schemas: Mapping[str, TableSchema],
    rules_schema: Path,
    templates: Path | None = None,
    ubah: Mapping[Keys, str] | None = None,
    verdicts: Verdicts = NO_VERDICTS,
    *,
    ending: bool = False,
) -> Loaded:
    """Read, check and build the rulebook at `path` with the files it includes; None where any problem is a `galat`.

    `schemas` are the input tables, `rules_schema` is rules.schema.json, `templates` the folder under which the .docx
    templates stand (None: they are not looked for). `ubah` sets single values, by the way to them, before anything is
    checked: a supposition is held to the same rules as the text. Problems come in three steps, each step all at once:
    what is not strict YAML, what is not of the schema's form, what does not fit together. `verdicts` remember the texts
    of the right form, and those in which nothing is at fault. `ending`: what merely ends, and has nothing in force
    after, is noted too.
    """
    files, problems = gather(path)
    if problems:
        return None, read_files(files, problems)[1]
    names = None if templates is None else frozenset(found.name for found in templates.rglob("*.docx"))
    form = _Form(rules_schema.read_bytes(), verdicts)
    texts = tuple((one.nama, one.content) for one in files)
    key = (texts, form.schema, repr(schemas), names, tuple((ubah or {}).items()), ending)
    if key not in _LOADED:
        rests_on = (form.schema, repr((schemas, names and sorted(names))).encode())
        sound = _Sound(files, rests_on, verdicts if not ubah else NO_VERDICTS)
        _LOADED[key] = _load(files, schemas, form, sound, names, ubah or {}, ending=ending)
        for oldest in list(_LOADED)[:-MOST_LOADED]:
            _LOADED.pop(oldest, None)
    return _LOADED[key]


def _load(
    files: tuple[RuleFile, ...],
    schemas: Mapping[str, TableSchema],
    form: _Form,
    sound: _Sound,
    templates: frozenset[str] | None,
    ubah: Mapping[Keys, str],
    *,
    ending: bool,
) -> Loaded:
    known = sound.read()
    if known is not None and not ending:
        return build(known), ()
    source, problems = read_files(files)
    if source is None:
        return None, problems
    for keys, value in ubah.items():
        set_value(source, keys, value)
    if wrong := form.faults(source):
        return None, in_reading_order(wrong, source)
    rulebook = build(source)
    if known is None:
        problems = _checked(Subject(rulebook, source, schemas, templates), sound)
    if ending and not has_errors(problems):
        problems = in_reading_order((*problems, *check_endings(rulebook, source)), source)
    return None if has_errors(problems) else rulebook, problems


def _checked(subject: Subject, sound: _Sound) -> tuple[Problem, ...]:
    problems = crosscheck(subject)
    if not problems:
        sound.keep(subject.source)
    return problems


@dataclass(frozen=True, slots=True)
class _Sound:
    """The verdict on texts in which nothing at all is at fault, with the data read of them."""

    files: tuple[RuleFile, ...]
    beside: tuple[bytes, ...]
    verdicts: Verdicts

    def read(self) -> Source | None:
        """The data of the texts, without the places that nobody will ask for; None where they must be looked at."""
        text = self.verdicts.text("aturan", self._rests_on())
        if text is None:
            return None
        names = tuple(one.nama for one in self.files)
        return Source(names[0], digest_of_files(self.files), json.loads(text), {}, {}, names[1:])

    def keep(self, source: Source) -> None:
        """Note that the texts are sound."""
        self.verdicts.keep("aturan", self._rests_on(), json.dumps(source.data, ensure_ascii=False))

    def _rests_on(self) -> tuple[bytes, ...]:
        texts = (part for one in self.files for part in (one.nama.encode(), one.content))
        return (*texts, *self.beside, *map(sources_of, (_ROOM, *_BESIDE)))


@dataclass(frozen=True, slots=True)
class _Form:
    """The form a rulebook must have: its JSON Schema as text, and the verdicts on sections that had it."""

    schema: bytes
    verdicts: Verdicts

    def faults(self, source: Source) -> tuple[Problem, ...]:
        """How the source is not of this form; a section once found to be of it is not held against it again."""
        parts = source.data if isinstance(source.data, dict) else {}
        unsure = {name: one for name, one in parts.items() if not self.verdicts.stands("bentuk", self._of(name, one))}
        if parts and not unsure and self.verdicts.stands("bentuk", self._of("", sorted(parts))):
            return ()
        # The validator is a large library, which a text once found sound does not need.
        from p3dn_reports.rulebook.conformity import check_form  # noqa: PLC0415

        found = check_form(source, _trusting(json.loads(self.schema), parts.keys() - unsure.keys()))
        if parts and not found:
            for name, one in (*unsure.items(), ("", sorted(parts))):
                self.verdicts.keep("bentuk", self._of(name, one))
        return found

    def _of(self, name: str, node: Any) -> tuple[bytes, ...]:
        """What the verdict on a section rests on; that on the sections there are has no name."""
        return name.encode(), json.dumps(node).encode(), self.schema, sources_of(_ROOM)


def _trusting(schema: dict[str, Any], names: Set[str]) -> dict[str, Any]:
    """The schema that asks nothing of the sections of these names, but that they are known."""
    properties = schema.get("properties", {})
    asking = {name: one for name, one in properties.items() if name not in names or name == _VERSION}
    told = {name: {"description": one.get("description", "")} for name, one in properties.items()}
    return {**schema, "properties": {**told, **asking}}
