"""What can only be said once all tables are loaded: duplicates, references, columns against each other, dates."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from p3dn_reports.inputs.amounts import written
from p3dn_reports.inputs.findings import how_many, touched, unit_sql
from p3dn_reports.inputs.sheet_layout import Layout
from p3dn_reports.problems import Problem, problem
from p3dn_reports.tables import Check, Column, Meta, Tables, TableSchema
from p3dn_reports.vocabulary import kode_perangkat_daerah

_MOST_KEYS = 20
_MOST_SUGGESTED = 200
_FEW = 3
"""So many rows, all zero, are no chance."""

Layouts = Mapping[tuple[str, str, str | None], Layout]
"""The layout of every sheet read, by table, file and sheet."""


@dataclass(frozen=True, slots=True)
class Context:
    """What the checks need beside a table: where its sheets stand, what `meta` says, which files there are."""

    tables: Tables
    layouts: Layouts
    meta: Meta | None
    files: frozenset[str]


class Hit(NamedTuple):
    """One row found by a check: where it stands, its unit, and two values worth naming."""

    berkas: str
    lembar: str | None
    baris: int
    unit: str | None
    nilai: object = None
    lain: object = None


def check_tables(context: Context) -> list[Problem]:
    """All problems between cells, table by table in the order of the schemas."""
    found: list[Problem] = []
    for schema in context.tables.schemas.values():
        if schema.name not in context.tables.present:
            continue
        found.extend(_references(context, schema))
        if schema.name != "meta" or _has_one_sheet(context, "meta"):
            found.extend(problem for key in schema.keys for problem in _duplicates(context, schema, key))
        found.extend(problem for check in schema.checks for problem in _run(context, schema, check))
    return found


def hits_where(
    context: Context, schema: TableSchema, where: str, values: Sequence[object], show: str = "NULL"
) -> list[Hit]:
    """The rows of a table for which the SQL condition holds, in file order; `show` gives two expressions to name."""
    sql = (
        f'SELECT _berkas, _lembar, _baris, {unit_sql(schema)}, {show} FROM "{schema.name}" WHERE {where} ORDER BY rowid'
    )
    return [Hit(*row) for row in context.tables.connection.execute(sql, list(values)).fetchall()]


def by_sheet(hits: Iterable[Hit]) -> Iterator[tuple[tuple[str, str | None], list[Hit]]]:
    """The hits of each sheet, in the order met."""
    sheets: dict[tuple[str, str | None], list[Hit]] = {}
    for hit in hits:
        sheets.setdefault((hit.berkas, hit.lembar), []).append(hit)
    yield from sheets.items()


def at_rows(
    context: Context,
    schema: TableSchema,
    column: str,
    kode: str,
    hits: Sequence[Hit],
    *,
    blames: bool = True,
    **isi: object,
) -> Iterator[Problem]:
    """One problem per sheet for the rows found, at the cells of `column`. `blames`: it withholds the rows' units."""
    known = schema.column(column)
    for (berkas, lembar), group in by_sheet(hits):
        layout = context.layouts[schema.name, berkas, lembar]
        units, unknown = touched(hit.unit for hit in group)
        rows = [hit.baris for hit in group]
        slots: dict[str, Any] = {"unit": units, "semua_unit": blames and unknown, "nilai": _shown(group[0].nilai)}
        slots |= {
            "judul": layout.captions.get(column, known.header if known else column),
            "banyak": how_many(len(rows)),
        }
        slots |= isi
        yield problem(kode, layout.location_of_rows(column, rows), tabel=schema.name, **slots)


def _shown(value: object) -> str | None:
    if isinstance(value, Decimal):
        return written(Decimal(f"{value.normalize():f}"))
    return None if value is None else str(value)


def _has_one_sheet(context: Context, table: str) -> bool:
    """Several sheets of meta are one fault; that their keys repeat is its consequence."""
    return sum(name == table for name, _, _ in context.layouts) == 1


# References


def _references(context: Context, schema: TableSchema) -> Iterator[Problem]:
    for column in schema.columns:
        if column.reference and _can_refer(context, column):
            yield from _reference(context, schema, column, column.reference)


def _can_refer(context: Context, column: Column) -> bool:
    table, target = column.reference or ("", "")
    return target in context.tables.columns_present.get(table, frozenset())


def _reference(context: Context, schema: TableSchema, column: Column, reference: tuple[str, str]) -> Iterator[Problem]:
    known = _distinct(context, *reference)
    of_satker = reference == ("satker", "kode_satker")
    rolls_up = of_satker and column.name == schema.unit_column and schema.name != "satker"
    unknown = [value for value in _distinct(context, schema.name, column.name) if not _is_known(value, known, rolls_up)]
    kode = "kode-satker-tidak-dikenal" if of_satker else "rujukan-baris-tidak-ada"
    for number, value in enumerate(unknown):
        near = difflib.get_close_matches(value, known, 2, 0.9) if number < _MOST_SUGGESTED else []
        slots: dict[str, Any] = {"usul": suggestion(near), "rujukan": reference[0]}
        if column.name == schema.unit_column:
            slots |= {"unit": near, "semua_unit": not near}
        hits = hits_where(context, schema, f'"{column.name}" = ?', [value], f'"{column.name}"')
        yield from at_rows(context, schema, column.name, kode, hits, **slots)


def _is_known(value: str, known: Sequence[str], rolls_up: bool) -> bool:
    """Where rows roll up, a unit below a perangkat daerah counts as known where that one is."""
    return value in known or (rolls_up and kode_perangkat_daerah(value) in known)


def _distinct(context: Context, table: str, column: str) -> list[str]:
    sql = f'SELECT "{column}" FROM "{table}" WHERE "{column}" IS NOT NULL GROUP BY ALL ORDER BY min(rowid)'
    return [str(value) for (value,) in context.tables.connection.execute(sql).fetchall()]


def suggestion(names: Sequence[str]) -> str:
    """` Mungkin maksud Anda A atau B.`, or nothing."""
    return f" Mungkin maksud Anda {' atau '.join(names)}." if names else ""


# Duplicates


def _duplicates(context: Context, schema: TableSchema, key: Sequence[str]) -> Iterator[Problem]:
    if not set(key) & context.tables.columns_present.get(schema.name, frozenset()):
        return
    groups = _duplicate_groups(context, schema, key)
    judul = " + ".join(column.title for name in key if (column := schema.column(name)))
    if len(groups) > _MOST_KEYS:
        every = [hit for _, hits in groups for hit in hits]
        yield from at_rows(
            context, schema, key[-1], "baris-kembar-banyak", every, nilai=groups[0][0], kunci=judul, jumlah=len(groups)
        )
        return
    for nilai, hits in groups:
        yield from at_rows(context, schema, key[-1], "baris-kembar", hits, nilai=nilai, kunci=judul, jumlah=len(hits))


def _duplicate_groups(context: Context, schema: TableSchema, key: Sequence[str]) -> list[tuple[str, list[Hit]]]:
    """The values of a key that occur more than once, with all their rows. A blank in a required column is no value."""
    required = [column.name for column in schema.columns if column.required and column.name in key]
    filled = " AND ".join(f'"{name}" IS NOT NULL' for name in required) or "TRUE"
    names = ", ".join(f'"{name}"' for name in key)
    shown = f"concat_ws(' / ', {names})"
    where = f"{filled} QUALIFY count(*) OVER (PARTITION BY {names}) > 1"
    groups: dict[object, list[Hit]] = {}
    for hit in hits_where(context, schema, where, [], shown):
        groups.setdefault(hit.nilai, []).append(hit)
    return [(str(nilai), hits) for nilai, hits in groups.items()]


# Columns against each other, and against meta


def _run(context: Context, schema: TableSchema, check: Check) -> Iterator[Problem]:
    there = context.tables.columns_present.get(schema.name, frozenset())
    if set(check.columns) <= there:
        yield from CHECKS[check.name](context, schema, check.columns)


def _paling_banyak(context: Context, schema: TableSchema, columns: Sequence[str]) -> Iterator[Problem]:
    """The first column must not exceed the second; a blank on either side says nothing."""
    less, more = columns
    hits = hits_where(context, schema, f'"{less}" > "{more}"', [], f'"{less}", "{more}"')
    other = schema.column(more)
    for _, group in by_sheet(hits):
        slots: dict[str, Any] = {"judul_lain": other.header if other else more, "diharapkan": _shown(group[0].lain)}
        yield from at_rows(context, schema, less, "melebihi-kolom-lain", group, **slots)


def _tahun_anggaran(context: Context, schema: TableSchema, columns: Sequence[str]) -> Iterator[Problem]:
    """The year, or the date's year, is that of `meta`."""
    if context.meta is None:
        return
    (name,) = columns
    column = schema.column(name)
    year = f'year("{name}")' if column and column.kind.sql == "DATE" else f'"{name}"'
    tahun = context.meta.periode.tahun
    by_year: dict[object, list[Hit]] = {}
    for hit in hits_where(context, schema, f"{year} <> ?", [tahun], year):
        by_year.setdefault(hit.nilai, []).append(hit)
    dated = column is not None and column.kind.sql == "DATE"
    kode = "tahun-anggaran-lain" if dated else "tahun-anggaran-salah"
    for hits in by_year.values():
        yield from at_rows(context, schema, name, kode, hits, blames=not dated, diharapkan=str(tahun))


def _sampai_cutoff(context: Context, schema: TableSchema, columns: Sequence[str]) -> Iterator[Problem]:
    """Dates after the cut-off are on record; another year's are told by `tahun_anggaran`."""
    if context.meta is None:
        return
    (name,) = columns
    cutoff, tahun = context.meta.tanggal_cutoff, context.meta.periode.tahun
    hits = hits_where(context, schema, f'"{name}" > ? AND year("{name}") = ?', [cutoff, tahun], f'"{name}"')
    yield from at_rows(
        context, schema, name, "lewat-tanggal-data", hits, blames=False, diharapkan=cutoff.strftime("%d-%m-%Y")
    )


def _persen_wajar(context: Context, schema: TableSchema, columns: Sequence[str]) -> Iterator[Problem]:
    """A target in percent is at most 100, and above 1: 0,8 was meant as 80, and would be reached by anybody."""
    target, satuan = columns
    of_percent = f"\"{satuan}\" = 'persen' AND"
    above = hits_where(context, schema, f'{of_percent} "{target}" > 100', [], f'"{target}"')
    yield from at_rows(context, schema, target, "persen-tidak-wajar", above, blames=False)
    parts = hits_where(context, schema, f'{of_percent} "{target}" > 0 AND "{target}" <= 1', [], f'"{target}"')
    yield from at_rows(context, schema, target, "persen-sebagai-pecahan", parts)


def _tidak_berulang(context: Context, schema: TableSchema, columns: Sequence[str]) -> Iterator[Problem]:
    """Rows equal in all the columns, all of them filled, were probably handed in twice: each but the first is told."""
    names = ", ".join(f'"{name}"' for name in columns)
    filled = " AND ".join(f'"{name}" IS NOT NULL' for name in columns)
    where = f"{filled} QUALIFY row_number() OVER (PARTITION BY {names} ORDER BY rowid) > 1"
    hits = hits_where(context, schema, where, [])
    kunci = " + ".join(column.title for name in columns if (column := schema.column(name)))
    yield from at_rows(context, schema, columns[-1], "baris-berulang", hits, blames=False, kunci=kunci)


def _nol_seluruhnya(context: Context, schema: TableSchema, columns: Sequence[str]) -> Iterator[Problem]:
    """The first column is 0 in all rows of a unit and channel, the second never: probably nobody filled it in."""
    value, total, channel = columns
    unit = unit_sql(schema)
    group = f'PARTITION BY {unit}, "{channel}"'
    where = f"""coalesce("{total}" > 0 AND "{value}" >= 0, FALSE) AND {unit} IS NOT NULL
                QUALIFY count(*) OVER ({group}) >= {_FEW} AND max("{value}") OVER ({group}) = 0"""
    by_channel: dict[object, list[Hit]] = {}
    for hit in hits_where(context, schema, where, [], f'"{channel}"'):
        by_channel.setdefault(hit.nilai, []).append(hit)
    for saluran, hits in by_channel.items():
        slots: dict[str, Any] = {"saluran": saluran, "baris": len(hits), "satuan": len({hit.unit for hit in hits})}
        yield from at_rows(context, schema, value, "nol-seluruhnya", hits, blames=False, **slots)


def _berkas_ada(context: Context, schema: TableSchema, columns: Sequence[str]) -> Iterator[Problem]:
    """The file named is in the folder."""
    (name,) = columns
    for hit in hits_where(context, schema, f'"{name}" IS NOT NULL', [], f'"{name}"'):
        if str(hit.nilai) not in context.files:
            near = difflib.get_close_matches(str(hit.nilai), sorted(context.files), 1, 0.6)
            yield from at_rows(
                context, schema, name, "berkas-sumber-tidak-ada", [hit], blames=False, usul=suggestion(near)
            )


CHECKS: Mapping[str, Callable[[Context, TableSchema, Sequence[str]], Iterator[Problem]]] = {
    "paling_banyak": _paling_banyak,
    "tahun_anggaran": _tahun_anggaran,
    "sampai_cutoff": _sampai_cutoff,
    "persen_wajar": _persen_wajar,
    "tidak_berulang": _tidak_berulang,
    "nol_seluruhnya": _nol_seluruhnya,
    "berkas_ada": _berkas_ada,
}
"""The checks a schema may ask for under `x-checks`."""
