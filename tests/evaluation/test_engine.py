"""The evaluation asks its tables through the Engine alone, so any engine that answers gives the same figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from p3dn_reports.evaluation.alternatives import evaluate
from p3dn_reports.evaluation.organisation import organisation
from p3dn_reports.tables import Answer, Engine, Row, Tables
from tests.evaluation.explaining import explained
from tests.evaluation.factory import filled, paid, recorded, scope_of, unit

ROWS = {
    "satker": [unit("A"), unit("B")],
    "realisasi_bayar": [paid("A", "100"), paid("B", "50"), paid("B", "7", rekening="5.2.02.01")],
    "realisasi_inaproc": [recorded("A", "80", "60"), recorded("B", "40", "40")],
}


@dataclass
class Relay:
    """An engine that only passes questions on, and counts how often each was asked."""

    engine: Engine
    asked: list[object] = field(default_factory=list)

    def ask(self, sql: str) -> Answer:
        self.asked.append(sql)
        return self.engine.ask(sql)

    def iter_rows(
        self, name: str, where: Mapping[str, object] | None = None, *, kept: str | None = None
    ) -> Iterator[Row]:
        self.asked += [(name, tuple(where.items()))] if where else []
        return self.engine.iter_rows(name, where, kept=kept)

    def distinct(self, name: str, kolom: str) -> tuple[Any, ...]:
        self.asked.append((name, kolom))
        return self.engine.distinct(name, kolom)


def test_another_engine_gives_the_same_figures_and_explanation() -> None:
    with filled(ROWS) as tables:
        relay = Relay(tables.engine)
        through = Tables(relay, tables.schemas, tables.present, letters=tables.letters)
        units, _ = organisation(tables, scope_of())
        assert evaluate(through, scope_of(), units) == evaluate(tables, scope_of(), units)
        ours, theirs = (explained(one, scope_of(), "A", "capaian_perkin") for one in (through, tables))
        assert ours == theirs
        assert relay.asked


def test_remembering_tables_ask_every_question_once() -> None:
    with filled(ROWS) as tables:
        relay = Relay(tables.engine)
        remembering = Tables(relay, tables.schemas, tables.present).remembering()
        units, _ = organisation(remembering, scope_of())
        first = evaluate(remembering, scope_of(), units)
        asked = len(relay.asked)
        assert evaluate(remembering, scope_of(), units) == first
        assert len(relay.asked) == asked == len(set(relay.asked))
        own = {"kode_satker": "A"}
        rows = remembering.rows("realisasi_bayar", own)
        asked = len(relay.asked)
        assert remembering.rows("realisasi_bayar", own) == rows == tables.rows("realisasi_bayar", own)
        assert len(relay.asked) == asked
