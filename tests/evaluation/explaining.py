"""An indicator explained over small tables, and the parts of its calculation."""

from __future__ import annotations

from typing import Any

from p3dn_reports.evaluation.account import Penjelasan
from p3dn_reports.evaluation.alternatives import evaluate
from p3dn_reports.evaluation.explain import explain
from p3dn_reports.evaluation.objects.steps import Bukti, Langkah
from p3dn_reports.evaluation.organisation import organisation
from p3dn_reports.rules import Scope
from p3dn_reports.tables import Tables


def explained(tables: Tables, scope: Scope, kode: str, indikator: str, **more: Any) -> Penjelasan:
    """The indicator as it is assessed, explained."""
    assessment = evaluate(tables, scope, organisation(tables, scope)[0], otherwise=False)
    return explain(tables, scope, assessment, kode, indikator, **more)


def parts(found: Penjelasan, *words: str) -> list[Langkah]:
    """The steps right below the result whose titles begin so."""
    assert found.langkah is not None
    return [part for part in found.langkah.bagian if part.uraian.startswith(words)]


def sums(found: Penjelasan) -> list[Langkah]:
    """Pembilang and penyebut."""
    return parts(found, "Pembilang: ", "Penyebut: ")


def rows(step: Langkah) -> Bukti:
    """The rows behind a sum."""
    assert step.bukti is not None
    return step.bukti
