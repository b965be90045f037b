"""The example quarters as built: exact figures, sound documents, the same bytes, nothing done twice."""

from __future__ import annotations

import json
import re
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import openpyxl
import pytest
from syrupy.assertion import SnapshotAssertion

from p3dn_reports import pipeline
from p3dn_reports.documents.word.fingerprint import fingerprint
from p3dn_reports.documents.word.outline import outline, part_digests
from p3dn_reports.documents.word.structure import check_document
from p3dn_reports.outputs.verify import verify
from p3dn_reports.pipeline import BuildResult
from p3dn_reports.problems import Severity, has_errors
from tests.evaluation.explaining import rows as told
from tests.evaluation.explaining import sums
from tests.pipeline.folders import EXAMPLES, ROOT, folder_of, workspace

DKI, PANDEGLANG, BANDUNG = EXAMPLES
_DIGEST = re.compile(r"\b[0-9a-f]{12}\b")
# What differs from build to build or between zlib versions, by design: digests, and workbooks inside the document.
_SCRUBBED = re.compile(r"docProps/custom\.xml|word/footer\d*\.xml|word/document\.xml|.*\.xlsx")

Builds = dict[str, BuildResult]


def hasil(builds: Builds, name: str) -> dict[str, Any]:
    content = json.loads((folder_of(builds[name]) / "hasil.json").read_text(encoding="utf-8"))
    assert isinstance(content, dict)
    return content


def capaian(builds: Builds, name: str) -> dict[str, dict[str, Any]]:
    return {unit["nama"]: unit["indikator"]["capaian_perkin"] for unit in hasil(builds, name)["unit"]}


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_has_no_faults_and_verifies(builds: Builds, name: str) -> None:
    assert not has_errors(builds[name].problems)
    assert verify(folder_of(builds[name])) == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_hasil_json_meets_its_schema_and_knows_what_each_document_says(builds: Builds, name: str) -> None:
    content = hasil(builds, name)
    schema = json.loads((ROOT / "schemas" / "hasil.schema.json").read_text(encoding="utf-8"))
    assert list(jsonschema.Draft202012Validator(schema).iter_errors(content)) == []
    for record in content["dokumen"]:
        made = folder_of(builds[name]) / record["berkas"]
        assert record["isi"] == (fingerprint(made.read_bytes()) if record["status"] != "ditahan" else None)
    keys = [found["kunci"] for found in content["masalah"]]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_document_is_sound(builds: Builds, name: str) -> None:
    for record in builds[name].dokumen:
        assert check_document((folder_of(builds[name]) / record.berkas).read_bytes(), record.berkas) == []


def test_the_dki_quarter_holds_its_boundaries(builds: Builds) -> None:
    units = capaian(builds, DKI)
    printed = {nama: (one["tampil"], one["pita"]) for nama, one in units.items()}
    assert len(printed) == 51
    assert printed["Dinas Pertamanan dan Hutan Kota"] == ("79,995%", "di_bawah")
    assert printed["Dinas Perhubungan"] == ("80,00%", "dalam_batas")
    assert printed["Badan Pendapatan Daerah"] == ("100,00%", "dalam_batas")
    assert printed["Satuan Polisi Pamong Praja"] == ("100,0001%", "melebihi")
    assert printed["Biro Kepala Daerah"] == ("tidak dapat dihitung", None)
    assert Counter(pita for _, pita in printed.values()) == {"di_bawah": 6, "dalam_batas": 40, "melebihi": 4, None: 1}


def test_the_dki_letters_go_to_those_who_owe_one(builds: Builds) -> None:
    owing = {nama for nama, one in capaian(builds, DKI).items() if one["pita"] in ("di_bawah", "melebihi")}
    letters = [record for record in builds[DKI].dokumen if record.id in ("surat_penjelasan", "nota_penjelasan")]
    assert {record.nama_unit for record in letters} == owing
    assert {record.id for record in letters if str(record.nama_unit).startswith("Biro")} == {"nota_penjelasan"}
    drafts = {record.nama_unit for record in letters if record.status == "konsep"}
    assert drafts == {"Dinas Pariwisata dan Ekonomi Kreatif", "Badan Kepegawaian Daerah"}


def test_every_biro_writes_about_those_it_coordinates_whatever_their_bands(builds: Builds) -> None:
    master = openpyxl.load_workbook(ROOT / "inputs" / DKI / "00-master-dinas-ppkukm.xlsx", read_only=True)
    header, *rows = master["satker"].iter_rows(values_only=True)
    coordinator = {row[header.index("nama_satker")]: row[header.index("biro_koordinator")] for row in rows}
    asked = {coordinator[nama] for nama in capaian(builds, DKI)}
    assert len(asked) == 10
    notes = [record for record in builds[DKI].dokumen if record.id == "nota_biro"]
    assert {record.unit for record in notes} == asked
    assert {record.status for record in notes} == {"lengkap"}


@pytest.mark.parametrize(
    ("nama", "tampil", "pita"),
    [
        ("Dinas Pertanian", "79,92%", "di_bawah"),
        ("Dinas Pekerjaan Umum dan Tata Ruang", "47,06%", "di_bawah"),
        ("Dinas Perumahan dan Kawasan Permukiman dan Pertanahan", "38,64%", "di_bawah"),
        ("Dinas Kesehatan", "55,35%", "di_bawah"),
        ("Dinas Pendidikan", "92,80%", "dalam_batas"),
        ("Badan Keuangan dan Aset Daerah", "100,00%", "dalam_batas"),
    ],
)
def test_the_real_records_of_kab_bandung_come_out(builds: Builds, nama: str, tampil: str, pita: str) -> None:
    found = capaian(builds, BANDUNG)[nama]
    assert (found["tampil"], found["pita"]) == (tampil, pita)


def test_kab_bandung_is_exact_leaves_out_the_bumd_and_is_marked(builds: Builds) -> None:
    pertanian = capaian(builds, BANDUNG)["Dinas Pertanian"]
    assert (pertanian["pembilang"], pertanian["penyebut"]) == ("10152508212", "12703858893.01")
    assert pertanian["nilai"].startswith("79.9167")
    assert [out["kode_satker"] for out in hasil(builds, BANDUNG)["dikeluarkan"]] == ["01"]
    blank = [found for found in builds[BANDUNG].problems if found.kode == "pdn-kosong"]
    assert {found.unit: found.pesan.split(" ")[0] for found in blank} == {
        ("1.02.0.00.0.00.02.0000",): "4",
        ("1.03.2.15.1.04.03.0000",): "24",
        ("3.27.0.00.0.00.22.0000",): "2",
    }
    for record in builds[BANDUNG].dokumen:
        assert "SIMULASI" in outline((folder_of(builds[BANDUNG]) / record.berkas).read_bytes()), record.berkas


def test_the_award_scores_are_those_of_the_hand_calculation(builds: Builds) -> None:
    scores = {
        peserta["nama"]: peserta["nilai_akhir"]
        for group in hasil(builds, PANDEGLANG)["penghargaan"]
        for kategori in group["kategori"]
        for peserta in kategori["peserta"]
    }
    assert Decimal(scores["Dinas Kesehatan"]) == 84  # 8 + 63 + 7 + 6
    assert Decimal(scores["Produsen Contoh D"]) == 71  # 40 + 21 + 10


@pytest.mark.parametrize("name", EXAMPLES)
def test_documents_read_as_before(builds: Builds, name: str, snapshot: SnapshotAssertion) -> None:
    """One document of each template, as text; digests are scrubbed."""
    shown: dict[tuple[str, str], str] = {}
    for record in builds[name].dokumen:
        text = outline((folder_of(builds[name]) / record.berkas).read_bytes())
        shown.setdefault((record.id, record.status), _DIGEST.sub("<digest>", text))
    for (kind, status), text in shown.items():
        assert text == snapshot(name=f"{kind} {status}")


def test_parts_a_document_does_not_change_stay_the_template_s(builds: Builds, snapshot: SnapshotAssertion) -> None:
    digests = {
        record.id: {
            part: digest
            for part, digest in part_digests((folder_of(builds[name]) / record.berkas).read_bytes()).items()
            if not _SCRUBBED.fullmatch(part)
        }
        for name in EXAMPLES
        for record in builds[name].dokumen
        if record.unit is None
    }
    assert digests == snapshot


@pytest.mark.parametrize("name", EXAMPLES)
def test_two_builds_are_byte_identical(builds: Builds, name: str, tmp_path: Path) -> None:
    again = folder_of(pipeline.build(workspace(tmp_path), ROOT / "inputs" / name))
    first = folder_of(builds[name])
    assert again.name == first.name
    files = {path.relative_to(first) for path in first.rglob("*") if path.is_file()}
    assert files == {path.relative_to(again) for path in again.rglob("*") if path.is_file()}
    for file in files:
        assert (first / file).read_bytes() == (again / file).read_bytes(), file


def test_an_unchanged_quarter_is_not_built_again(builds: Builds) -> None:
    first = builds[PANDEGLANG]
    root = folder_of(first).parents[1]
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*") if path.is_file()}
    second = pipeline.build(workspace(root), ROOT / "inputs" / PANDEGLANG)
    assert not second.baru
    assert (second.folder, second.dokumen) == (first.folder, first.dokumen)
    assert [found.kode for found in second.problems] == [found.kode for found in first.problems]
    assert {path: path.stat().st_mtime_ns for path in root.rglob("*") if path.is_file()} == before


def test_explain_leads_to_the_cells(builds: Builds) -> None:
    folder = ROOT / "inputs" / DKI
    found = pipeline.explain(
        workspace(folder_of(builds[DKI])), folder, "Dinas Pertamanan dan Hutan Kota", "capaian_perkin"
    )
    (rows,) = (told(step).terbesar for step in sums(found) if told(step).ukuran == "realisasi_pdn")
    assert len(rows) >= 10
    place = rows[0].tempat
    sheet = openpyxl.load_workbook(folder / str(place.berkas), read_only=False)[str(place.lembar)]
    for row in rows:
        assert Decimal(str(sheet[str(row.tempat.sel)].value)) == row.nilai


def test_notes_and_warnings_are_told_apart(builds: Builds) -> None:
    tally = Counter(found.tingkat for found in builds[DKI].problems)
    assert tally[Severity.GALAT] == 0
    assert tally[Severity.PERINGATAN] == 9
    assert tally[Severity.CATATAN] > 50


def test_no_share_is_printed_on_the_other_side_of_its_band(builds: Builds) -> None:
    """The report prints the share beside the status: 100,0001% beside "lebih dari 100%", never 100,00%."""
    printed = {unit["nama"]: unit["indikator"]["porsi_perkin"]["tampil"] for unit in hasil(builds, DKI)["unit"]}
    assert printed["Satuan Polisi Pamong Praja"] == "100,0001%"
    assert printed["Dinas Pertamanan dan Hutan Kota"] == "79,995%"
    report = outline((folder_of(builds[DKI]) / "laporan-capaian.docx").read_bytes())
    rows = [line for line in report.splitlines() if "Satuan Polisi Pamong Praja" in line]
    assert rows
    assert not [line for line in rows if "100,00%" in line]
