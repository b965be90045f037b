"""The Laporan and the page for the Sekda of quarters of any size: one unit, 200, none behind, long names."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from p3dn_reports import pipeline
from p3dn_reports.documents.word.outline import outline
from p3dn_reports.documents.word.structure import check_document
from tests.pipeline.folders import BASE, folder_of, workspace

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
LONG = ("Badan Penyelenggaraan Urusan <Contoh> & Penunjang" + " Bersama" * 9)[:120]
KEPT = ("meta", "pejabat", "pengesahan", "naskah", "sumber_data")


class Unit(NamedTuple):
    """A unit with its PDN and its payments, in rupiah."""

    nama: str
    pdn: int
    bayar: int


def quarter(folder: Path, units: Sequence[Unit]) -> Path:
    """The base quarter with these units and no others: one payment and one package of each."""
    folder.mkdir()
    for name in KEPT:
        shutil.copy(BASE / f"{name}.csv", folder)
    master, paid, recorded = [], [], []
    for number, unit in enumerate(units, 1):
        kode = f"2.{number // 100:02}.0.00.0.00.{number % 100:02}.0000"
        master.append(f"{kode};{unit.nama};Kepala {unit.nama};perangkat_daerah;;;Perekonomian")
        paid.append(f"{kode};{unit.nama};5.1.02;Belanja;{unit.bayar};0;SP-{number};10-06-2024;penyedia")
        recorded.append(
            f"{number};Provinsi DKI Jakarta;{unit.nama};P-{number};;2024;Tender;APBD;Penyedia Contoh;;Tender;Barang;"
            f"Paket {number};SELESAI;;{max(unit.pdn, unit.bayar)};{unit.pdn};0"
        )
    _write(folder / "satker.csv", "satker", master, columns=7)
    _write(folder / "realisasi_bayar.csv", "realisasi_bayar", paid)
    _write(folder / "realisasi_inaproc.csv", "realisasi_inaproc", recorded)
    return folder


def _write(path: Path, name: str, rows: list[str], columns: int | None = None) -> None:
    header = (BASE / f"{name}.csv").read_text(encoding="utf-8").split("\n")[0].split(";")[:columns]
    path.write_text("\n".join([";".join(header), *rows]) + "\n", encoding="utf-8")


def built(tmp_path: Path, units: Sequence[Unit]) -> dict[str, bytes]:
    """The report and the page for the Sekda of these units."""
    folder = quarter(tmp_path / "masukan", units)
    result = pipeline.build(workspace(tmp_path / "keluaran"), folder, only=frozenset({"laporan_capaian", "ringkasan"}))
    return {path.name: path.read_bytes() for path in folder_of(result).glob("*.docx")}


def charts(document: bytes) -> list[etree._Element]:
    """The charts of a document, in the order of their names."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        names = [name for name in archive.namelist() if re.fullmatch(r"word/charts/chart\d+\.xml", name)]
        return [etree.fromstring(archive.read(name)) for name in sorted(names)]


def names_of(chart: etree._Element) -> list[str]:
    """The names along a chart's axis."""
    cache = next(chart.iter(f"{C}cat"))
    return [str(point.findtext(f"{C}v")) for point in cache.iter(f"{C}pt")]


def values_of(chart: etree._Element) -> list[list[str | None]]:
    """The values of each series."""
    found = []
    for cache in (node for series in chart.iter(f"{C}ser") for node in series if node.tag in (f"{C}val", f"{C}yVal")):
        points = {int(point.get("idx", "0")): point.findtext(f"{C}v") for point in cache.iter(f"{C}pt")}
        found.append([points.get(at) for at in range(int(next(cache.iter(f"{C}ptCount")).get("val", "0")))])
    return found


def test_two_hundred_units_stand_in_charts_that_can_be_read_lowest_first(tmp_path: Path) -> None:
    units = [Unit(f"Dinas Contoh {number:03}", 50_000 + number * 300, 100_000) for number in range(1, 201)]
    documents = built(tmp_path, units)
    drawn = charts(documents["laporan-capaian.docx"])
    assert [len(names_of(chart)) for chart in drawn] == [25] * 8
    names = [name for chart in drawn for name in names_of(chart)]
    assert (names[0], names[99], names[-1]) == ("▼ Dinas Contoh 001", "● Dinas Contoh 100", "▲ Dinas Contoh 200")
    assert {node.get("val") for chart in drawn for node in chart.iter(f"{C}max")} == {"140"}
    below, within, above, lower, upper = values_of(drawn[0])
    assert (below[0], within[0], above[0], {*lower}, {*upper}) == ("50.3", None, None, {"80"}, {"100"})
    text = outline(documents["laporan-capaian.docx"])
    assert "200. | [TabelRapat] Dinas Contoh 200" in text
    for name, content in documents.items():
        assert check_document(content, name) == []
    marks = values_of(charts(documents["ringkasan.docx"])[0])
    assert [sum(value is not None for value in series) for series in marks] == [99, 67, 34, 2, 2]


def test_one_unit_with_a_long_name_of_letters_that_xml_escapes(tmp_path: Path) -> None:
    documents = built(tmp_path, [Unit(LONG, 90_000, 100_000)])
    (chart,) = charts(documents["laporan-capaian.docx"])
    assert names_of(chart) == ["● Badan Penyelenggaraan Urusan <Contoh> & Penun…"]
    assert values_of(chart) == [[None], ["90"], [None], ["80"], ["100"]]
    text = outline(documents["laporan-capaian.docx"])
    assert len(LONG) == 120
    assert f"[TabelRapat] {LONG}" in text
    assert "Tidak terdapat unit dengan capaian di bawah 80% atau lebih dari 100%." in text
    assert all(check_document(content, name) == [] for name, content in documents.items())


def test_a_figure_far_beyond_the_limits_keeps_its_number_and_does_not_squeeze_the_others(tmp_path: Path) -> None:
    documents = built(tmp_path, [Unit("Dinas Biasa", 79_000, 100_000), Unit("Dinas Luar Biasa", 5_000_000, 100_000)])
    (chart,) = charts(documents["laporan-capaian.docx"])
    assert values_of(chart)[2] == [None, "5000"]
    assert {node.get("val") for node in chart.iter(f"{C}max")} == {"180"}
    (marks,) = charts(documents["ringkasan.docx"])
    places = [point.findtext(f"{C}v") for point in next(marks.iter(f"{C}xVal")).iter(f"{C}pt")]
    assert places == ["79", "180", "80", "80", "100", "100"]


def test_without_a_figure_of_any_unit_there_is_no_chart(tmp_path: Path) -> None:
    documents = built(tmp_path, [Unit("Dinas Tanpa Pembayaran", 50_000, 0)])
    for name, content in documents.items():
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            assert b"<c:chart " not in archive.read("word/document.xml"), name
        assert check_document(content, name) == []
