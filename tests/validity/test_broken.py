"""The broken files: every one is found by our own check, and what the schemas say is on record."""

from __future__ import annotations

from pathlib import Path

import pytest

from p3dn_reports.documents.word.structure import check_document
from tests.documents_engine.drafts import with_part
from tests.pipeline.folders import ROOT
from tests.validity import sdk, xsd
from tests.validity.broken import PAIRS, TWELVE, WHOLE

BROKEN = {**TWELVE, **PAIRS}


def test_they_are_twelve() -> None:
    assert len(TWELVE) == 12
    assert check_document(WHOLE, "utuh.docx") == []


@pytest.mark.parametrize("name", BROKEN)
def test_our_own_check_finds_it(name: str) -> None:
    found = check_document(BROKEN[name].content, "rusak.docx")
    assert BROKEN[name].kode in {item.kode for item in found}
    assert len(found) <= 2


def test_a_chart_that_lost_its_workbook_is_found() -> None:
    report = (ROOT / "templates/docx/laporan-capaian.docx").read_bytes()
    broken = with_part(report, "word/charts/chart1.xml", lambda xml: xml.replace('r:id="rId1"', 'r:id="rId9"'))
    found = [item for item in check_document(broken, "laporan.docx") if item.kode != "naskah-sisa-tag"]
    assert [(item.kode, "word/charts/chart1.xml" in item.pesan) for item in found] == [("naskah-rujukan-putus", True)]


@pytest.mark.parametrize("name", BROKEN)
def test_the_schemas_find_those_they_are_said_to(name: str, tmp_path: Path) -> None:
    path = tmp_path / "rusak.docx"
    path.write_bytes(BROKEN[name].content)
    assert bool(xsd.faults(path)) == BROKEN[name].xsd


@pytest.mark.ooxml
@pytest.mark.skipif(sdk.PROGRAM is None, reason=sdk.ABSENT)
def test_the_sdk_finds_faults_where_there_are_some(tmp_path: Path) -> None:
    path = tmp_path / "rusak.docx"
    path.write_bytes(TWELVE["properties out of their order"].content)
    (fault,) = sdk.faults([path])[path]
    assert fault.startswith("/word/document.xml /w:document[1]/w:body[1]/w:p[1]/w:pPr[1]: ")
