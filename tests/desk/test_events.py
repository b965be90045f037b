from __future__ import annotations

import json
import shutil
from pathlib import Path

import jsonschema
import pytest

from p3dn_reports.desk import events
from p3dn_reports.desk.people import Petugas
from tests.pipeline.folders import ROOT

from .rooms import DUA, SATU, at, desk_in, sent

SCHEMA = json.loads((ROOT / "schemas/catatan.schema.json").read_text(encoding="utf-8"))
NAMA = "20241230T060000_PC-CONTOH-01_0123abcd.json"
BATAL = {
    "versi": "1",
    "waktu": "2024-12-30T13:00:00+07:00",
    "oleh": "A",
    "komputer": "B",
    "jenis": "batal",
    "batal": NAMA,
}


def test_an_event_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    made = events.write(desk, SATU, "pengingat", at(0), unit="1.01", catatan='"Segera" <b>')
    (found,) = events.read(desk).events
    assert found == made
    assert (found.oleh, found.komputer, found.text("unit")) == ("Petugas Contoh 1", "PC-CONTOH-01", "1.01")
    assert [path.name for path in desk.catatan.iterdir()] == [made.nama]


def test_two_computers_are_merged_by_copying_and_say_the_same_in_any_order(tmp_path: Path) -> None:
    first, second = desk_in(tmp_path / "a"), desk_in(tmp_path / "b")
    events.write(first, SATU, "pengingat", at(2), unit="1.01")
    events.write(second, DUA, "pengingat", at(1), unit="1.02")
    for one, other in ((first, second), (second, first)):
        shutil.copytree(one.catatan, other.catatan, dirs_exist_ok=True)
    assert events.read(first) == events.read(second)
    assert [one.text("unit") for one in events.read(first).events] == ["1.02", "1.01"]


def test_an_undone_event_stays_and_counts_for_nothing(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    nama = sent(desk, SATU, "0" * 12, "Edisi 1", 0)
    events.undo(desk, DUA, events.read(desk), nama)
    log = events.read(desk)
    assert [one.jenis for one in log.events] == ["terkirim", "batal"]
    assert list(log.of("terkirim")) == []
    with pytest.raises(ValueError, match="no such event"):
        events.undo(desk, DUA, log, nama)


@pytest.mark.parametrize(
    ("nama", "isi", "kode"),
    [
        (NAMA, "{", "catatan-rusak"),
        (NAMA, json.dumps(BATAL)[:-20], "catatan-rusak"),
        (NAMA, "[" * 30_000, "catatan-rusak"),
        (NAMA, json.dumps({**BATAL, "waktu": "2024-12-30T13:00:00"}), "catatan-rusak"),
        (NAMA, json.dumps({**BATAL, "jenis": "lain"}), "catatan-rusak"),
        (NAMA, json.dumps({**BATAL, "batal": "../../rules.yaml"}), "catatan-rusak"),
        (NAMA, json.dumps({**BATAL, "edisi": "Edisi <script>"}), "catatan-rusak"),
        (NAMA, json.dumps({**BATAL, "versi": "2"}), "catatan-versi-lain"),
        (NAMA, json.dumps(BATAL) + " " * 70_000, "catatan-rusak"),
        (NAMA.replace(".json", " (1).json"), json.dumps(BATAL), "catatan-asing"),
        ("catatan saya.txt", "halo", "catatan-asing"),
    ],
)
def test_a_file_that_is_no_event_is_told_by_name_and_left(tmp_path: Path, nama: str, isi: str, kode: str) -> None:
    desk = desk_in(tmp_path)
    events.write(desk, SATU, "pengingat", at(0), unit="1.01")
    (desk.catatan / nama).write_text(isi, encoding="utf-8")
    log = events.read(desk)
    assert len(log.events) == 1
    assert [(one.kode, one.lokasi.berkas) for one in log.problems] == [(kode, nama)]
    assert (desk.catatan / nama).read_text(encoding="utf-8") == isi


@pytest.mark.parametrize(
    "data",
    [
        {"jenis": "dicabut", "naskah": ["surat"], "atas": NAMA},
        {"jenis": "diterima", "berkas": "a.xlsx", "kiriman": "b", "sha256": "kurang"},
        {"jenis": "batal", "batal": "bukan nama"},
        {"jenis": "pengingat"},
    ],
)
def test_nothing_is_written_that_could_not_be_read_again(tmp_path: Path, data: dict[str, object]) -> None:
    desk = desk_in(tmp_path)
    with pytest.raises(ValueError, match="not an event"):
        events.write(desk, SATU, **data)  # type: ignore[arg-type]
    assert not desk.catatan.exists()


def test_the_schema_knows_what_the_program_writes(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    sent(desk, SATU, "0" * 12, "Perbaikan 12", 0)
    events.write(desk, SATU, "susunan", at(1), susunan="0" * 12)
    events.undo(desk, DUA, events.read(desk), events.read(desk).events[0].nama)
    for path in desk.catatan.iterdir():
        jsonschema.validate(json.loads(path.read_text(encoding="utf-8")), SCHEMA)
    assert set(SCHEMA["properties"]["jenis"]["enum"]) == set(events.KINDS)
    for jenis, wanted in events.KINDS.items():
        bare = {**BATAL, "jenis": jenis}
        missing = {error.message.split("'")[1] for error in jsonschema.Draft202012Validator(SCHEMA).iter_errors(bare)}
        assert missing == set(wanted) - {"batal"}


def test_the_name_of_a_computer_is_fit_for_a_file_name(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    made = events.write(desk, Petugas("A", "PC: kantor\\1/é" * 9), "pengingat", at(0), unit="1")
    assert events.read(desk).events == (made,)
    assert made.nama.isascii()
    assert len(made.nama) <= 70
