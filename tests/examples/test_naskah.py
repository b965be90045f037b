"""Every paper that the two regulations ask for comes of an example."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import cast

import pytest

from p3dn_reports import pipeline
from p3dn_reports.inputs.schema import load_schemas
from p3dn_reports.rulebook.carriers import carried
from p3dn_reports.rules import Rulebook, Sifat
from tests.pipeline.folders import workspace

from .folders import DKI, PANDEGLANG, ROOT, SANKSI

PICTURES = ROOT / "docs/gambar/dokumen"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Rulebook, set[str]]:
    """The rulebook, and the documents that come of an example."""
    places = workspace(tmp_path_factory.mktemp("naskah"))
    rules, problems = pipeline.load_rules(places, load_schemas(places.schemas))
    assert rules is not None, problems
    results = [pipeline.evaluate(places, folder).hasil for folder in (DKI, PANDEGLANG, SANKSI)]
    papers = [one for hasil in results for one in cast("list[dict[str, str]]", hasil["dokumen"])]
    return rules, {one["id"] for one in papers if one["status"] != "ditahan"}


def test_every_clause_that_asks_for_a_paper_is_printed_by_one_of_an_example(made: tuple[Rulebook, set[str]]) -> None:
    """Or `tak_terkodekan` says why no engine writes it."""
    rules, papers = made
    asking = [one for one in carried(rules) if Sifat.NASKAH in one.ketentuan.sifat and not one.alasan]
    printed = {("dokumen", name) for name in papers}
    assert not [one.ketentuan.id for one in asking if not printed & {*one.pemuat}]


def test_every_document_of_an_example_has_its_picture_of_today(made: tuple[Rulebook, set[str]]) -> None:
    """Drawn from the template as it stands; where one is stale: python tools/gambar_dokumen.py."""
    rules, papers = made
    drawn = json.loads((PICTURES / "sidik.json").read_text(encoding="utf-8"))
    of_today = {
        name: sha256((ROOT / "templates/docx" / rules.dokumen[name].templat).read_bytes()).hexdigest()[:16]
        for name in papers
    }
    assert drawn == of_today
    assert {path.stem for path in PICTURES.glob("*.png")} == papers
    assert max(path.stat().st_size for path in PICTURES.glob("*.png")) < 25_000
