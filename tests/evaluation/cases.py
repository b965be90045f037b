"""Cases as text: tables drawn with bars, what is expected beside them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from p3dn_reports.evaluation.alternatives import evaluate
from p3dn_reports.evaluation.assessment import Assessment
from p3dn_reports.evaluation.organisation import organisation
from p3dn_reports.problems import Problem
from p3dn_reports.tables import Kind
from p3dn_reports.vocabulary import Periode
from tests.evaluation.factory import SCHEMAS, filled, scope_of

FOLDER = Path(__file__).parent / "kasus"
CASES = sorted(FOLDER.glob("*.yaml"))


def read_case(path: Path) -> dict[str, Any]:
    """Every scalar is text."""
    case: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - text only
    return case


def assess(case: dict[str, Any]) -> tuple[Assessment, tuple[Problem, ...]]:
    """The assessment of a case, and the problems of its organisation."""
    year, _, quarter = case.get("periode", "2024-TW4").partition("-TW")
    scope = scope_of(
        daerah=case.get("daerah", "dki-jakarta"),
        periode=Periode(int(year), int(quarter) if quarter else None),
        data_per=date.fromisoformat(case.get("data_per", "2024-12-30")),
        **({"pilihan": case["pilihan"]} if "pilihan" in case else {}),
    )
    rows = {name: table_rows(name, text) for name, text in case["tabel"].items()}
    with filled(rows) as tables:
        units, problems = organisation(tables, scope)
        return evaluate(tables, scope, units, frozenset(case.get("ditahan", []))), problems


def table_rows(name: str, text: str) -> list[dict[str, Any]]:
    lines = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    header = lines[0]
    return [
        {column: _typed(name, column, cell) for column, cell in zip(header, line, strict=True)} for line in lines[1:]
    ]


def _typed(table: str, name: str, cell: str) -> Any:
    column = SCHEMAS[table].column(name)
    assert column is not None, f"{table}.{name}"
    if cell == "":
        return None
    if column.kind in (Kind.RUPIAH, Kind.ANGKA):
        return Decimal(cell)
    if column.kind is Kind.TANGGAL:
        return date.fromisoformat(cell)
    return cell == "ya" if column.kind is Kind.YA_TIDAK else cell
