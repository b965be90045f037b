"""A document that would leave broken is withheld with the reason, and with it every one like it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from p3dn_reports import pipeline
from p3dn_reports.documents.word.inspection import Inspector
from p3dn_reports.documents.word.template import Rendered, Template
from p3dn_reports.problems import Problem, problem
from p3dn_reports.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]
LETTER = "surat-penjelasan.docx"


class Severe(Inspector):
    """Finds a broken cell in every letter."""

    def faults(self, template: Template, rendered: Rendered) -> tuple[Problem, ...]:
        found = problem("naskah-sel-tanpa-paragraf", nilai="Alasan")
        return (found,) if template.nama == LETTER else super().faults(template, rendered)


def test_a_broken_document_is_withheld_and_the_others_stand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["p3dn_reports.documents.produce"], "Inspector", Severe)
    result = pipeline.build(Workspace.at(ROOT), ROOT / "inputs" / "kab-bandung-2025", dry_run=True)
    letters = [record for record in result.dokumen if record.id == "surat_penjelasan"]
    assert letters
    assert {record.status for record in letters} == {"ditahan"}
    assert all("sel tabel" in " ".join(record.sebab) for record in letters)
    assert {record.status for record in result.dokumen if record not in letters} - {"ditahan"}
    assert "naskah-sel-tanpa-paragraf" in {found.kode for found in result.problems}
