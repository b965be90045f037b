"""Checks a schema asks for by name: columns of a row against each other, against `meta`, against the folder's files."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from p3dn_reports.inputs.checks.doubles import repeated_rows
from p3dn_reports.inputs.checks.hits import Context, Hit, at_rows, by_sheet, hits_where, shown_value, suggestion
from p3dn_reports.inputs.checks.leftover import year_sql
from p3dn_reports.inputs.checks.magnitudes import of_one_magnitude
from p3dn_reports.inputs.checks.marking import mark_hits
from p3dn_reports.inputs.checks.plausible import apart_from_others, within_budget, within_plan
from p3dn_reports.inputs.checks.sameness import one_value
from p3dn_reports.inputs.sheets.findings import unit_sql
from p3dn_reports.problems import Problem
from p3dn_reports.tables import TableSchema

_FEW = 3
"""So many rows, all zero, are no chance."""


def _paling_banyak(
    context: Context, schema: TableSchema, columns: Sequence[str], where: str = "TRUE"
) -> Iterator[Problem]:
    """The first column must not exceed the second; a blank on either side says nothing."""
    less, more = columns
    hits = hits_where(context, schema, f'{where} AND "{less}" > "{more}"', [], f'"{less}", "{more}"')
    for _, group in by_sheet(hits):
        slots: dict[str, Any] = {"judul_lain": _header(schema, more), "diharapkan": shown_value(group[0].lain)}
        yield from at_rows(context, schema, less, "melebihi-kolom-lain", group, **slots)


def _terisi_bersama(context: Context, schema: TableSchema, columns: Sequence[str]) -> Iterator[Problem]:
    """Where one of the first columns holds more than nothing, the last must not be blank: else cells have shifted."""
    *filled, wanted = columns
    if wanted not in context.tables.columns_present.get(schema.name, frozenset()):
        return  # that no file has the column is told by itself
    names = '", "'.join(filled)
    most = f'greatest("{names}")'
    found = hits_where(context, schema, f'{most} > 0 AND "{wanted}" IS NULL', [], most)
    told = context.faulty(schema.name, wanted) if found else frozenset()
    hits = [hit for hit in found if hit.place not in told]
    judul_lain = _header(schema, wanted)
    yield from at_rows(context, schema, filled[0], "isian-tanpa-pasangan", hits, judul_lain=judul_lain)


def _wajib_bila(context: Context, schema: TableSchema, columns: Sequence[str]) -> Iterator[Problem]:
    """Where the first column holds this word, the last must not be blank: the row would stand in no document."""
    name, word, wanted = columns
    hits = hits_where(context, schema, f'"{name}" = ? AND "{wanted}" IS NULL', [word], f'"{name}"')
    slots: dict[str, Any] = {"judul_lain": _header(schema, wanted)}
    yield from at_rows(context, schema, name, "wajib-bila", hits, blames=False, **slots)


def _pengembalian(context: Context, schema: TableSchema, columns: Sequence[str]) -> Iterator[Problem]:
    """What was paid back is at most what was paid; a row of its own, paid nothing, may belong to another row."""
    back, paid = columns
    yield from _paling_banyak(context, schema, columns, f'"{paid}" > 0')
    alone = hits_where(context, schema, f'"{back}" > 0 AND coalesce("{paid}", 0) = 0', [], f'"{back}"')
    slots: dict[str, Any] = {"judul_lain": _header(schema, paid)}
    yield from at_rows(context, schema, back, "setoran-tanpa-realisasi", alone, blames=False, **slots)


def _header(schema: TableSchema, name: str) -> str:
    column = schema.column(name)
    return column.header if column else name


def _tahun_anggaran(context: Context, schema: TableSchema, columns: Sequence[str]) -> Iterator[Problem]:
    """The year, or the date's year, is that of `meta`."""
    if context.meta is None:
        return
    (name,) = columns
    column = schema.column(name)
    year = year_sql(column) if column else f'"{name}"'
    tahun = context.meta.periode.tahun
    by_year: dict[object, list[Hit]] = {}
    for hit in hits_where(context, schema, f"{year} <> ?", [tahun], year):
        by_year.setdefault(hit.nilai, []).append(hit)
    dated = column is not None and column.kind.sql == "DATE"
    kode = "tahun-anggaran-lain" if dated else "tahun-anggaran-salah"
    for hits in by_year.values():
        yield from at_rows(context, schema, name, kode, hits, blames=not dated, diharapkan=str(tahun))
        if dated:
            mark_hits(context.tables, schema.name, name, hits)


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
    mark_hits(context.tables, schema.name, name, hits)


def _persen_wajar(context: Context, schema: TableSchema, columns: Sequence[str]) -> Iterator[Problem]:
    """A target in percent is at most 100, and above 1: 0,8 was meant as 80, and would be reached by anybody."""
    target, satuan = columns
    of_percent = f"\"{satuan}\" = 'persen' AND"
    above = hits_where(context, schema, f'{of_percent} "{target}" > 100', [], f'"{target}"')
    yield from at_rows(context, schema, target, "persen-tidak-wajar", above, blames=False)
    parts = hits_where(context, schema, f'{of_percent} "{target}" > 0 AND "{target}" <= 1', [], f'"{target}"')
    yield from at_rows(context, schema, target, "persen-sebagai-pecahan", parts)


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
    """The file named is in the folder, and the sheet named, if any, was read from it."""
    name, sheet = columns
    for hit in hits_where(context, schema, f'"{name}" IS NOT NULL', [], f'"{name}", "{sheet}"'):
        if str(hit.nilai) not in context.files:
            near = difflib.get_close_matches(str(hit.nilai), sorted(context.files), 1, 0.6)
            yield from at_rows(
                context, schema, name, "berkas-sumber-tidak-ada", [hit], blames=False, usul=suggestion(near)
            )
        elif hit.lain is not None:
            yield from _lembar_ada(context, schema, sheet, hit)


def _lembar_ada(context: Context, schema: TableSchema, sheet: str, hit: Hit) -> Iterator[Problem]:
    there = list(dict.fromkeys(lembar for _, berkas, lembar in context.layouts if berkas == hit.nilai and lembar))
    if str(hit.lain).casefold() not in map(str.casefold, there):
        slots: dict[str, Any] = {"nilai": str(hit.lain), "berkas": hit.nilai, "diharapkan": ", ".join(there) or "-"}
        yield from at_rows(context, schema, sheet, "lembar-sumber-tidak-ada", [hit], blames=False, **slots)


CHECKS: Mapping[str, Callable[[Context, TableSchema, Sequence[str]], Iterator[Problem]]] = {
    "paling_banyak": _paling_banyak,
    "terisi_bersama": _terisi_bersama,
    "wajib_bila": _wajib_bila,
    "pengembalian": _pengembalian,
    "tahun_anggaran": _tahun_anggaran,
    "sampai_cutoff": _sampai_cutoff,
    "persen_wajar": _persen_wajar,
    "satu_nilai": one_value,
    "satu_besaran": of_one_magnitude,
    "tidak_menyimpang": apart_from_others,
    "dalam_anggaran": within_budget,
    "dalam_pagu": within_plan,
    "tidak_berulang": repeated_rows,
    "nol_seluruhnya": _nol_seluruhnya,
    "berkas_ada": _berkas_ada,
}
"""The checks a schema may ask for under `x-checks`."""
