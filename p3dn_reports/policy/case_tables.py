"""A case's small tables, typed as an inputs folder's are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from p3dn_reports.inputs.values.coerce import coerce
from p3dn_reports.problems import Location, Problem, problem
from p3dn_reports.rulebook.cases import Kasus, TableText
from p3dn_reports.rulebook.source import suggestion
from p3dn_reports.tables import Tables, TableSchema
from p3dn_reports.tables.duck import DuckTables, duck_tables


@contextmanager
def filled(case: Kasus, empty: DuckTables) -> Iterator[tuple[Tables, tuple[Problem, ...]]]:
    """The tables of the case, on the connection of `empty` ones, which are so again afterwards.

    Cells at fault are NULL.
    """
    tables, problems = duck_tables(empty.connection, empty.schemas), list[Problem]()
    present: dict[str, frozenset[str]] = {}
    for name, written in case.tabel.items():
        found = list(_wrong_names(case, tables.schemas, name, written))
        if not found:
            found = list(_insert(case, tables, tables.schemas[name], written))
            present[name] = frozenset(written.kolom)
        problems += found
    tables.present = frozenset(present)
    tables.columns_present = present
    try:
        yield tables.remembering(), tuple(problems)
    finally:
        for name in present:
            tables.connection.execute(f'DELETE FROM "{name}"')


def _wrong_names(case: Kasus, schemas: Mapping[str, TableSchema], name: str, written: TableText) -> Iterator[Problem]:
    keys = ("tabel", name)
    if name not in schemas:
        dugaan = suggestion(name, schemas)
        yield case.source.problem("aturan-tabel-tidak-ada", keys, key=True, nilai=name, dugaan=dugaan)
        return
    known = [column.name for column in schemas[name].columns]
    for index, kolom in enumerate(written.kolom):
        if kolom in written.kolom[:index]:
            yield case.source.problem("aturan-butir-ganda", keys, key=True, nilai=kolom)
        elif kolom not in known:
            dugaan = suggestion(kolom, known)
            yield case.source.problem(
                "aturan-kolom-tidak-ada", keys, key=True, nilai=kolom, tabel_nama=name, dugaan=dugaan
            )


def _insert(case: Kasus, tables: DuckTables, schema: TableSchema, written: TableText) -> Iterator[Problem]:
    columns = [column for name in written.kolom if (column := schema.column(name)) is not None]
    names = ", ".join(f'"{column.name}"' for column in columns)
    places = ", ".join([*(f"CAST(? AS {column.kind.sql})" for column in columns), "?", "?"])
    rows: list[list[object]] = []
    for line, cells in written.baris:
        if len(cells) != len(columns):
            yield problem(
                "kasus-baris-tidak-sejajar", Location(case.berkas, baris=line), ada=len(cells), perlu=len(columns)
            )
            continue
        values: list[object] = []
        for column, cell in zip(columns, cells, strict=True):
            read = coerce(column, cell)
            values.append(read.text)
            if cell and read.text is None:
                place = Location(case.berkas, baris=line, kolom=column.name)
                yield problem("kasus-sel-salah", place, nilai=cell, judul=column.title, jenis=str(column.kind))
        rows.append([*values, case.berkas, line])
    if rows:
        sql = f'INSERT INTO "{schema.name}" ({names}, _berkas, _baris) VALUES {", ".join([f"({places})"] * len(rows))}'
        tables.connection.execute(sql, [value for row in rows for value in row])
