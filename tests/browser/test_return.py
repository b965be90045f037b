"""Journeys 3 and 9 of the design: files that go back and come again, and a correction after letters have left."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser

from p3dn_reports.desk.places import Desk
from p3dn_reports.documents.word.outline import outline
from p3dn_reports.web.worker import Worker
from tests.browser.person import Person, coming_in
from tests.browser.served import serving
from tests.desk.quarter import desk_of, look, rebuild, set_value

pytestmark = pytest.mark.peramban
BAYAR = "realisasi_bayar.csv"
WRONG = {
    b";60000000;": b";enam puluh juta;",
    b";45000000;": b";45 juta;",
    b";900000000;": b";sembilan;",
    b";50000000;": b";lima;",
    b";77000000;": b";tujuh;",
}
WITHIN = ";100000000;", ";110000000;"
"""A payment more, by which a unit over the upper threshold lies within."""
STILL, NEW = b";77000000;", (b";20000000;", b";dua puluh;")


def test_a_file_goes_back_and_comes_again_corrected(
    browser: Browser, worker: Worker, desk: Desk, tmp_path: Path
) -> None:
    right = (desk.masukan / BAYAR).read_bytes()
    with serving(desk.workspace, worker) as server, coming_in(browser, server) as person:
        _send(person, tmp_path / BAYAR, _with(right, WRONG))
        assert "Perlu diperbaiki (5)" in person.text
        person.click("Buat berkas balasan")
        person.page.get_by_text("Berkas balasan dibuat").wait_for()
        (reply,) = desk.pemeriksaan.glob("*.xlsx")
        told = [str(cell.value) for sheet in load_workbook(reply) for row in sheet.iter_rows() for cell in row]
        assert all(any(wrong.decode().strip(";") in text for text in told) for wrong in WRONG.values())
        _send(person, tmp_path / BAYAR, _with(right, {STILL: WRONG[STILL], NEW[0]: NEW[1]}))
        assert "Perlu diperbaiki (2)" in person.text
        states = [mark.inner_text() for mark in person.page.locator(".finding .mark").all()]
        assert sorted(states) == ["Baru", "Masih salah"]
        person.click("Sudah benar")
        mended = [wrong.decode().strip(";") for old, wrong in WRONG.items() if old != STILL]
        assert all(f"“{one}”" in person.text for one in mended)


def _due(desk: Desk, elsewhere: Path) -> Counter[str]:
    """What is to be done about the complete letters, by a correction where none was sent: gone, reworded, the same."""
    shutil.copytree(desk.workspace.root, elsewhere)
    there = desk_of(elsewhere)
    (old,) = look(there)
    set_value(there, BAYAR, *WITHIN)
    new = rebuild(there)
    now = {_of(one): new.folder / one["berkas"] for one in new.dokumen if one["berkas"]}
    due: Counter[str] = Counter()
    for one in old.dokumen:
        if one["status"] == "lengkap" and _of(one) not in now:
            due["Cabut"] += 1
        elif one["status"] == "lengkap":
            before, after = (outline(path.read_bytes()) for path in (old.folder / one["berkas"], now[_of(one)]))
            due["Tetap" if before == after else "Kirim pengganti"] += 1
    return due


def _of(document: Mapping[str, Any]) -> tuple[str, str]:
    return document["id"], document.get("kunci") or document["unit"] or ""


def _with(content: bytes, changes: dict[bytes, bytes]) -> bytes:
    for old, new in changes.items():
        assert old in content
        content = content.replace(old, new)
    return content


def _send(person: Person, file: Path, content: bytes) -> None:
    """Drop a file, accept it, build, and look at what is to be mended."""
    file.write_bytes(content)
    person.click("Kotak Masuk")
    with person.page.expect_navigation():
        person.page.locator("input[type=file]").set_input_files(file)
    person.click("Terima")
    person.click("Beranda")
    person.click("Susun ulang")
    person.page.wait_for_url("**/t/2024-tw4/")
    person.click("Perbaikan")


def test_a_correction_says_what_to_do_about_what_is_out(
    browser: Browser, worker: Worker, desk: Desk, tmp_path: Path
) -> None:
    due = _due(desk, tmp_path / "seandainya")
    with serving(desk.workspace, worker) as server, coming_in(browser, server) as person:
        person.click("Riwayat")
        for label in person.page.locator("label.pick", has_not_text="(konsep)").all():
            label.locator("input").check()
        person.click("Bekukan dan tandai")
        sent = {path.name: sha256(path.read_bytes()).hexdigest() for path in desk.terkirim.iterdir()}
        assert len(sent) == due.total()
        _send(person, tmp_path / BAYAR, (desk.masukan / BAYAR).read_text("utf-8").replace(*WITHIN).encode())
        person.click("Riwayat")
        advised = Counter(person.page.locator("td[data-label=Tindakan] .mark").all_text_contents())
        assert advised == due
        assert min(due["Cabut"], due["Kirim pengganti"], due["Tetap"]) > 0
        assert {path.name: sha256(path.read_bytes()).hexdigest() for path in desk.terkirim.iterdir()} == sent
