"""Every paper that the two regulations ask for comes of an example."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from p3dn_reports import pipeline
from p3dn_reports.inputs.schema import load_schemas
from p3dn_reports.rulebook.carriers import carried
from p3dn_reports.rules import Sifat
from tests.pipeline.folders import workspace

from .folders import DKI, PANDEGLANG, SANKSI

STILL_TO_COME = {
    *("JKT-a2d", "PDG-p7-2", "PDG-p16-1", "PDG-p16-2", "PDG-p16-3", "PDG-p16-4"),
    *("PDG-p26-1", "PDG-p26-1a", "PDG-p26-1b", "PDG-p26-2", "PDG-p26-3"),
}


def test_every_clause_that_asks_for_a_paper_is_printed_by_one_of_an_example(tmp_path: Path) -> None:
    """Or `tak_terkodekan` says why no engine writes it."""
    places = workspace(tmp_path)
    rules, problems = pipeline.load_rules(places, load_schemas(places.schemas))
    assert rules is not None, problems
    results = [pipeline.evaluate(places, folder).hasil for folder in (DKI, PANDEGLANG, SANKSI)]
    papers = [one for hasil in results for one in cast("list[dict[str, str]]", hasil["dokumen"])]
    made = {("dokumen", one["id"]) for one in papers if one["status"] != "ditahan"}
    asking = [one for one in carried(rules) if Sifat.NASKAH in one.ketentuan.sifat and not one.alasan]
    assert {one.ketentuan.id for one in asking if not made & {*one.pemuat}} <= STILL_TO_COME
