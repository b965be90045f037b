"""Finds the code of a unit by its name, where a source gives only the name; once per distinct name."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from p3dn_reports.inputs.cells import squash
from p3dn_reports.inputs.checks.hits import Context, at_rows, hits_where, suggestion
from p3dn_reports.problems import Problem
from p3dn_reports.tables import TableSchema
from p3dn_reports.vocabulary import kode_perangkat_daerah

_CLOSE = 0.8
_MOST_SUGGESTED = 200
_OFFICES = frozenset(
    {"dinas", "badan", "kantor", "biro", "bagian", "sekretariat", "unit", "kerja", "dan", "kota", "provinsi", "daerah"}
)


@dataclass(frozen=True, slots=True)
class _Names:
    """Codes by squashed name, by alias and by themselves, and each squashed name as it is written."""

    codes: Mapping[str, tuple[str, ...]]
    written: Mapping[str, str]


def resolve_units(context: Context) -> list[Problem]:
    """Fill empty unit codes from unit names through `satker`; names of no unit, or of several, are problems."""
    if not {"kode_satker", "nama_satker"} <= context.tables.columns_present.get("satker", frozenset()):
        return []
    names = _names(context)
    found: list[Problem] = []
    for schema in context.tables.schemas.values():
        if schema.unit_name_column and schema.unit_column and schema.name in context.tables.present:
            found.extend(_disagreements(context, schema, schema.unit_column, schema.unit_name_column, names))
            found.extend(_resolve(context, schema, schema.unit_column, schema.unit_name_column, names))
    return found


def _disagreements(context: Context, schema: TableSchema, code: str, name: str, names: _Names) -> Iterator[Problem]:
    """Rows whose code and name are those of two units, neither of which lies under the other."""
    both = f'"{code}" IS NOT NULL AND "{name}" IS NOT NULL'
    sql = f'SELECT "{code}", "{name}" FROM "{schema.name}" WHERE {both} GROUP BY ALL ORDER BY min(rowid)'
    known = {unit for found in names.codes.values() for unit in found}
    parents = _parents(context)
    for unit, text in context.tables.connection.execute(sql).fetchall():
        named = names.codes.get(_squash(text), ())
        if not named and _is_foreign(text, unit, names):
            yield from _foreign_name(context, schema, (code, unit), (name, text))
        if unit not in known or len(named) != 1 or _related(unit, named[0], parents):
            continue
        hits = hits_where(context, schema, f'"{code}" = ? AND "{name}" = ?', [unit, text], f'"{name}"')
        slots: dict[str, Any] = {"unit": (unit, named[0]), "semua_unit": False, "lain": named[0]}
        yield from at_rows(context, schema, name, "nama-dan-kode-berbeda", hits, kode_satker=unit, **slots)


def _is_foreign(text: str, unit: str, names: _Names) -> bool:
    """Whether no word of a name that `satker` does not know is, or shortens, one of the unit its row is coded with."""
    own = [key for key, codes in names.codes.items() if unit in codes]
    return bool(own) and not any(_shortens(word, name) for word in _telling(text) for name in own)


def _telling(text: str) -> set[str]:
    """The words that tell a unit, and not what kind of office it is."""
    return {word for word in re.findall(r"[^\W\d_]{3,}", text.casefold()) if word not in _OFFICES}


def _shortens(word: str, name: str) -> bool:
    """Whether the letters of a word stand in a name in their order, as those of Disdik and PPKUKM do."""
    letters = iter(name)
    return all(letter in letters for letter in word)


def _foreign_name(
    context: Context, schema: TableSchema, unit: tuple[str, str], name: tuple[str, str]
) -> Iterator[Problem]:
    hits = hits_where(context, schema, f'"{unit[0]}" = ? AND "{name[0]}" = ?', [unit[1], name[1]], f'"{name[0]}"')
    slots: dict[str, Any] = {"lain": context.names.get(unit[1], unit[1]), "kode_satker": unit[1]}
    yield from at_rows(context, schema, name[0], "nama-lain-pada-kode", hits, blames=False, **slots)


def _parents(context: Context) -> Mapping[str, str | None]:
    sql = "SELECT kode_satker, kode_induk FROM satker WHERE kode_satker IS NOT NULL"
    rows = context.tables.connection.execute(sql).fetchall()
    return {unit: parent or kode_perangkat_daerah(unit) for unit, parent in rows}


def _related(one: str, other: str, parents: Mapping[str, str | None]) -> bool:
    return one == other or parents.get(one) == other or parents.get(other) == one


def _names(context: Context) -> _Names:
    codes: dict[str, dict[str, None]] = {}
    written: dict[str, str] = {}
    sql = "SELECT kode_satker, nama_satker, nama_alias FROM satker WHERE kode_satker IS NOT NULL ORDER BY rowid"
    for code, name, aliases in context.tables.connection.execute(sql).fetchall():
        for text in (name, code, f"{code} {name}", *(aliases or "").split(";")):
            if key := _squash(text or ""):
                codes.setdefault(key, {})[code] = None
                written.setdefault(key, text.strip())
    return _Names({key: tuple(found) for key, found in codes.items()}, written)


def _squash(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name)
    return squash("".join(letter for letter in plain if not unicodedata.combining(letter)))


def _resolve(context: Context, schema: TableSchema, code: str, name: str, names: _Names) -> Iterator[Problem]:
    wanting = f'"{code}" IS NULL AND "{name}" IS NOT NULL'
    sql = f'SELECT "{name}" FROM "{schema.name}" WHERE {wanting} GROUP BY ALL ORDER BY min(rowid)'
    distinct = [text for (text,) in context.tables.connection.execute(sql).fetchall()]
    resolved = {text: names.codes.get(_squash(text), ()) for text in distinct}
    _update(context, schema, code, name, {text: found[0] for text, found in resolved.items() if len(found) == 1})
    for number, (text, codes) in enumerate((text, found) for text, found in resolved.items() if len(found) != 1):
        hits = hits_where(context, schema, f'{wanting} AND "{name}" = ?', [text], f'"{name}"')
        if codes:
            slots: dict[str, Any] = {"unit": codes, "semua_unit": False, "lepas": True, "pilihan": ", ".join(codes)}
            yield from at_rows(context, schema, name, "nama-satker-bermakna-ganda", hits, **slots)
        else:
            near = _near(text, names) if number < _MOST_SUGGESTED else []
            units = tuple(dict.fromkeys(unit for key in near for unit in names.codes[key]))
            usul = suggestion([f"{names.written[key]} ({', '.join(names.codes[key])})" for key in near])
            slots = {"unit": units, "semua_unit": not units, "lepas": True, "usul": usul}
            yield from at_rows(context, schema, name, "nama-satker-tidak-dikenal", hits, **slots)


def _near(text: str, names: _Names) -> Sequence[str]:
    return difflib.get_close_matches(_squash(text), list(names.codes), 2, _CLOSE)


def _update(context: Context, schema: TableSchema, code: str, name: str, found: Mapping[str, str]) -> None:
    """Write the codes found for names into the rows without one."""
    if not found:
        return
    connection = context.tables.connection
    connection.execute("CREATE OR REPLACE TEMP TABLE _nama (nama VARCHAR, kode VARCHAR)")
    connection.execute("INSERT INTO _nama SELECT unnest(?), unnest(?)", [list(found), list(found.values())])
    connection.execute(
        f'UPDATE "{schema.name}" SET "{code}" = _nama.kode FROM _nama WHERE "{name}" = _nama.nama AND "{code}" IS NULL'
    )
    connection.execute("DROP TABLE _nama")
