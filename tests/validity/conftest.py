"""The files the program writes, of every kind, each made as a person would have it made."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from p3dn_reports import drafter, pipeline
from p3dn_reports.documents.word.template import find_mistakes
from p3dn_reports.inputs.workbook.annotate import annotate
from p3dn_reports.pipeline import BuildResult
from p3dn_reports.problems import Location, problem
from tests.documents_engine.drafts import draft
from tests.pipeline.folders import ROOT, folder_of, workspace

TEMPLATES = ROOT / "templates/docx"
INPUTS = ROOT / "inputs/contoh-dki-2024-tw4"
SENT = INPUTS / "alasan-dan-kronologi.xlsx"

Made = dict[str, Path]


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory, builds: dict[str, BuildResult]) -> Made:
    """Every generated file by what it is, the workbooks inside the documents too."""
    folder = tmp_path_factory.mktemp("hasil")
    found = [*_built(builds), *_templates(folder), *_workbooks(folder)]
    found += [pair for name, path in found if path.suffix == ".docx" for pair in _embedded(folder, name, path)]
    return dict(found)


@pytest.fixture(scope="session")
def one_of_each(written: Made) -> Made:
    """The first file of every kind."""
    kinds: dict[str, tuple[str, Path]] = {}
    for name, path in written.items():
        kinds.setdefault("/".join(name.split("/")[:2]), (name, path))
    return dict(kinds.values())


def _built(builds: dict[str, BuildResult]) -> Iterator[tuple[str, Path]]:
    for example, result in builds.items():
        build = folder_of(result)
        for path in sorted(path for path in build.rglob("*") if path.suffix in (".docx", ".xlsx")):
            yield f"{example}/{path.relative_to(build).as_posix()}", path


def _templates(folder: Path) -> Iterator[tuple[str, Path]]:
    place = workspace(folder / "outputs")
    for path in sorted(TEMPLATES.glob("*.docx")):
        yield f"templat/docx/{path.name}", path
    wrong = folder / "surat-penjelasan.docx"
    wrong.write_bytes(draft("{{ unit.nmaa }}", [["a", "{{ tanggal|tangal }}"]], header="{% if konsep %}"))
    found = find_mistakes(wrong)
    for source in (wrong, TEMPLATES / "laporan-capaian.docx"):
        commented = folder / f"komentar-{source.name}"
        drafter.comment(source, found, commented)
        yield f"komentar/docx/{source.name}", commented
    fields = folder / "field.docx"
    fields.write_bytes(drafter.fields_page(place, "docx"))
    yield "katalog field", fields


def _workbooks(folder: Path) -> Iterator[tuple[str, Path]]:
    fill_in = folder / "isian.xlsx"
    pipeline.new_workbook(workspace(folder / "outputs"), fill_in, masukan=INPUTS)
    yield "isian", fill_in
    at_cells = [
        problem("sel-galat-excel", Location(SENT.name, sheet, cell, int(cell[1:])), nilai="#REF!", banyak="")
        for sheet, cell in (("alasan", "C2"), ("alasan", "D2"), ("kronologi", "B3"))
    ]
    yield "salinan bertanda", annotate(SENT, at_cells, folder, "bertanda").path
    refused = problem("naskah-bukan-docx", Location(SENT.name), berkas=SENT.name)
    rows = annotate(SENT, [refused, *at_cells], folder, "baris")
    assert not rows.utuh
    yield "baris bermasalah", rows.path


def _embedded(folder: Path, name: str, path: Path) -> Iterator[tuple[str, Path]]:
    """The workbooks behind a document's charts."""
    with zipfile.ZipFile(path) as archive:
        for part in archive.namelist():
            if part.endswith(".xlsx"):
                target = folder / f"{len(list(folder.iterdir()))}.xlsx"
                target.write_bytes(archive.read(part))
                yield f"grafik/xlsx/{name}", target
