"""The schedule of the example quarter, and its calendar file."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.aturan import change
from tests.policy.conftest import ROOT, Run

DKI = "contoh-dki-2024-tw4"
SMALL = str(ROOT / "tests" / "pipeline" / "dasar")

pytestmark = pytest.mark.usefixtures("assessed_once")


def seen(p3dn: Run, hari: str, inputs: str = DKI) -> dict[str, Any]:
    ended = p3dn("schedule", inputs, "--hari", hari, "--format", "json")
    assert ended.code == 0, ended.err
    content: dict[str, Any] = json.loads(ended.out)
    return content


@pytest.mark.parametrize(
    ("hari", "keadaan", "selisih", "terlambat"),
    [
        ("2024-12-30", "akan datang", 1, False),
        ("2024-12-31", "hari ini", 0, False),
        ("2025-01-01", "terlambat", -1, True),
    ],
)
def test_the_letters_before_on_and_after_their_day(
    kerja: Path, p3dn: Run, hari: str, keadaan: str, selisih: int, terlambat: bool
) -> None:
    content = seen(p3dn, hari)
    (activity,) = (one for one in content["kegiatan"] if one["id"] == "penjelasan_unit")
    assert (activity["keadaan"], activity["selisih_hari"]) == (keadaan, selisih)
    (verified,) = (one for one in content["kegiatan"] if one["id"] == "verifikasi")
    not_issued = [one for one in activity["dokumen"] if one["keadaan"] != "terbit"]
    assert {one["keadaan"] for one in not_issued} == {keadaan}
    assert len(activity["dokumen"]) - len(not_issued) == 3  # numbered and dated in `naskah`
    due_by_the_31st = len(not_issued) + len([one for one in verified["dokumen"] if one["keadaan"] != "terbit"])
    asked = 0 if keadaan == "akan datang" else 3  # letters that ask for a report, due on the 30th and not numbered
    assert content["terlambat"] == (due_by_the_31st if terlambat else 0) + asked


def test_the_seven_rows_of_the_instruction_in_order(kerja: Path, p3dn: Run) -> None:
    activities = seen(p3dn, "2024-12-30", SMALL)["kegiatan"]
    assert [one["waktu"] for one in activities] == [
        "Akhir November",
        "20 Desember 2024",
        "30 Desember 2024",
        "30–31 Desember 2024",
        "31 Desember 2024",
        "2 Januari 2025",
        "3 Januari 2025",
    ]
    assert [one["keadaan"] for one in activities[:4]] == ["lewat", "lewat", "hari ini", "berlangsung"]


def test_the_documents_are_those_of_the_plan(kerja: Path, p3dn: Run) -> None:
    planned = json.loads(p3dn("evaluate", DKI, "--format", "json").out)["dokumen"]
    due = {(one["id"], one["unit"]) for one in planned if one["jatuh_tempo"]}
    content = seen(p3dn, "2024-12-30")
    listed = {(one["id"], one["kode_satker"]) for activity in content["kegiatan"] for one in activity["dokumen"]}
    assert listed == due


def test_a_document_numbered_and_dated_is_out(kerja: Path, p3dn: Run) -> None:
    content = seen(p3dn, "2025-01-05")
    letters = next(one for one in content["kegiatan"] if one["id"] == "penjelasan_unit")["dokumen"]
    letters = [document for document in letters if document["keadaan"] == "terlambat"]  # the others have their rows
    first, second, third = (document["kode_satker"] for document in letters[:3])
    assert all(document["id"] == "surat_penjelasan" for document in letters[:3])
    folder = kerja / "triwulan"
    shutil.copytree(ROOT / "inputs" / DKI, folder)
    rows = [f"surat_penjelasan,{first},1/X,2024-12-31", f"surat_penjelasan,{second},2/X,2025-01-02"]
    rows.append(f"surat_penjelasan,{third},,")
    (folder / "naskah.csv").write_text("\n".join(["dokumen,kode_satker,nomor,tanggal", *rows]) + "\n")
    after = next(one for one in seen(p3dn, "2025-01-05", str(folder))["kegiatan"] if one["id"] == "penjelasan_unit")
    standing = {document["kode_satker"]: document["keadaan"] for document in after["dokumen"]}
    assert (standing[first], standing[second], standing[third]) == ("terbit", "terbit terlambat", "terlambat")


def test_a_period_without_activities(kerja: Path, p3dn: Run) -> None:
    ended = p3dn("schedule", "kab-bandung-2025", "--hari", "2025-09-30")
    assert "Tidak ada kegiatan bertanggal yang berlaku" in ended.out


def test_for_people(kerja: Path, p3dn: Run) -> None:
    out = p3dn("schedule", DKI, "--hari", "2025-01-01").out
    assert "dilihat dari Rabu, 1 Januari 2025" in out
    assert "31 Desember 2024 (Selasa): terlambat 1 hari" in out
    assert "2 Januari 2025 (Kamis): 1 hari lagi" in out
    assert out.rstrip().endswith("naskah terlambat.")


def test_today_is_asked_where_no_day_is_given(kerja: Path, p3dn: Run) -> None:
    assert json.loads(p3dn("schedule", SMALL, "--format", "json").out)["hari"] > "2025-01-01"


def test_the_calendar_file(kerja: Path, p3dn: Run) -> None:
    assert p3dn("schedule", SMALL, "--hari", "2024-12-01", "--ics", "jadwal.ics").code == 0
    content = Path("jadwal.ics").read_bytes()
    lines = content.split(b"\r\n")
    assert content.count(b"\n") == content.count(b"\r\n")
    assert max(map(len, lines)) <= 75
    text = content.decode("utf-8").replace("\r\n ", "")
    entries = text.split("\r\n")
    assert entries.count("BEGIN:VEVENT") == entries.count("END:VEVENT") == 7
    assert len({entry for entry in entries if entry.startswith("UID:")}) == 7
    start = entries.index("UID:verifikasi.2024-TW4.dki-jakarta@p3dn-reports")
    assert entries[start + 1 : start + 4] == [
        "DTSTAMP:20241201T000000Z",
        "DTSTART;VALUE=DATE:20241230",
        "DTEND;VALUE=DATE:20250101",
    ]
    assert "SUMMARY:Batas waktu (cut off) capaian LKPP Bigbox\\, realisasi pembayaran\\, dan" in text
    p3dn("schedule", SMALL, "--hari", "2024-12-01", "--ics", "lagi.ics")
    assert Path("lagi.ics").read_bytes() == content


def test_a_calendar_that_cannot_be_written(kerja: Path, p3dn: Run) -> None:
    ended = p3dn("schedule", SMALL, "--ics", "tidak/ada/jadwal.ics")
    assert ended.code == 1
    assert "jadwal.ics" in ended.err


def test_duties_without_a_day_follow_the_activities(kerja: Path, p3dn: Run) -> None:
    duties = seen(p3dn, "2024-12-30", SMALL)["kewajiban"]
    assert {"id": "pemantauan_bigbox", "pelaksana": "Kepala Perangkat Daerah", "waktu": "secara berkala"}.items() <= (
        next(one for one in duties if one["id"] == "pemantauan_bigbox").items()
    )
    assert all(cited.startswith("insekda-48-2024/") for one in duties for cited in one["dasar"])
    out = p3dn("schedule", SMALL, "--hari", "2024-12-30").out
    assert f"Kewajiban tanpa tanggal ({len(duties)}):" in out
    assert "    - Memantau capaian pada laman LKPP Bigbox (secara berkala)" in out


def test_no_duty_where_its_instrument_does_not_speak(kerja: Path, p3dn: Run) -> None:
    assert seen(p3dn, "2025-09-30", "kab-bandung-2025")["kewajiban"] == []


def test_a_changed_threshold_shows_in_the_words_of_the_schedule(kerja: Path, p3dn: Run) -> None:
    newer = '{berlaku_sejak: "2024-11-27", nilai: "77.5", dasar: [insekda-48-2024/KESATU.a.6]}'
    block = f"  praktik-lain:\n    parameter:\n      ambang_bawah_perkin: {newer}\n"
    change(kerja / "rules.yaml", "instrumen:\n", f"instrumen:\n{block}")
    out = " ".join(p3dn("schedule", SMALL, "--hari", "2024-12-30").out.split())
    assert "capaian di bawah 77,5% atau lebih dari 100%" in out
