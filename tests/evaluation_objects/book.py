"""The repository's own rulebook and small tables as text, for objects."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path

from p3dn_reports import rulebook
from p3dn_reports.evaluation.objects.calculator import Calculator
from p3dn_reports.evaluation.objects.sheets import Sheets
from p3dn_reports.inputs.schema import load_schemas
from p3dn_reports.rules import Rulebook, Scope
from p3dn_reports.tables import TableSchema
from p3dn_reports.tables.duck import DuckTables, memory_tables
from p3dn_reports.vocabulary import Periode

ROOT = Path(__file__).resolve().parents[2]


@cache
def schemas() -> dict[str, TableSchema]:
    return load_schemas(ROOT / "schemas")


@cache
def rules() -> Rulebook:
    loaded, problems = rulebook.load(ROOT / "rules.yaml", schemas(), ROOT / "schemas" / "rules.schema.json")
    assert loaded is not None, problems
    return loaded


def scope(data_per: date = date(2024, 12, 31), daerah: str = "kabupaten-pandeglang") -> Scope:
    return rules().scope(rules().daerah[daerah], Periode(data_per.year), data_per)


@contextmanager
def tables(**texts: str) -> Iterator[DuckTables]:
    """Tables by name, each as lines of cells parted by bars, the first line the columns; row numbers from 2."""
    made = memory_tables(schemas())
    with made:
        for name, text in texts.items():
            lines = [[cell.strip() or None for cell in line.split("|")] for line in text.strip().splitlines()]
            head = [str(column) for column in lines[0]]
            names = ", ".join(f'"{column}"' for column in head)
            places = ", ".join("?" for _ in range(len(head) + 2))
            for number, cells in enumerate(lines[1:], start=2):
                sql = f'INSERT INTO "{name}" ({names}, _berkas, _baris) VALUES ({places})'
                made.connection.execute(sql, [*cells, f"{name}.csv", number])
            made.letters = {
                **made.letters,
                (name, f"{name}.csv", None): dict(zip(head, "ABCDEFGHIJKLMN", strict=False)),
            }
            made.columns_present = {**made.columns_present, name: frozenset(head)}
        made.present = frozenset(texts)
        yield made


def calculator(made: DuckTables, at: Scope) -> Calculator:
    return Calculator(Sheets(made), at)
