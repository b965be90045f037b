"""Who gets in, and what every answer carries: each line of the design's list of attacks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from p3dn_reports.desk.places import Desk
from p3dn_reports.web import application, guard
from p3dn_reports.web.desk_server import DeskServer
from p3dn_reports.web.keys import LIFE, Keys
from p3dn_reports.web.screens import quarter
from tests.web.conftest import BASE, QUARTER, Visitor, bytes_of

PAGES = (
    *(
        "/triwulan",
        "/bantuan",
        "/komputer",
        "/tutup",
        f"{QUARTER}/",
        f"{QUARTER}/satuan-kerja",
        f"{QUARTER}/naskah",
        f"{QUARTER}/kotak-masuk",
    ),
    *(f"{QUARTER}/perbaikan", f"{QUARTER}/perbaikan?tingkat=catatan", f"{QUARTER}/satuan-kerja/1.01.0.00.0.00.01.0000"),
    *(
        "/aturan",
        "/aturan?bagian=kalender",
        "/aturan?cari=impor",
        "/aturan.csv",
        "/aturan/parameter.ambang_bawah_perkin",
    ),
    *("/aturan/tafsir.pds", "/aturan/tafsir.pds/pengesahan"),
    *(f"{QUARTER}/{name}.{form}" for name in ("satuan-kerja", "perbaikan", "naskah") for form in ("csv", "xlsx")),
)


def test_nobody_comes_in_without_the_cookie(stranger: Visitor) -> None:
    assert {stranger.status(path) for path in ("/", *PAGES)} == {403}
    assert "Alamat masuk ini sudah dipakai" in stranger.client.get("/", base_url=BASE).get_data(as_text=True)


def test_a_key_opens_once_and_stays_out_of_the_address(server: DeskServer, stranger: Visitor) -> None:
    address = server.address.removeprefix(BASE)
    answer = stranger.client.get(address, base_url=BASE)
    cookie = answer.headers["Set-Cookie"]
    assert (answer.status_code, answer.headers["Location"]) == (303, "/")
    assert all(word in cookie for word in ("HttpOnly", "SameSite=Strict", "Path=/"))
    assert stranger.status(address) == 403


def test_a_key_lasts_a_minute() -> None:
    now = [0.0]
    keys = Keys(clock=lambda: now[0])
    late, early = keys.issue(), keys.issue()
    now[0] = LIFE
    assert keys.redeem(early)
    now[0] = LIFE + 1.0
    assert keys.redeem(late) is None


@pytest.mark.parametrize("host", ["jahat.example", "127.0.0.1", "127.0.0.1:1", "localhost.jahat.example:8765"])
def test_another_host_is_sent_away(visitor: Visitor, host: str) -> None:
    assert visitor.client.get("/", base_url=BASE, headers={"Host": host}).status_code == 421


def test_a_form_of_another_page_is_refused(visitor: Visitor) -> None:
    form = {guard.FIELD: visitor.key()}
    refused: list[dict[str, Any]] = [
        {"headers": {"Origin": "http://jahat.example"}, "data": form},
        {"headers": {"Origin": "null"}, "data": form},
        {"headers": {"Sec-Fetch-Site": "cross-site"}, "data": form},
        {"headers": {"Sec-Fetch-Site": "same-site"}, "data": form},
        {"headers": {"Origin": "null", "Sec-Fetch-Site": "cross-site"}, "data": form},
        {"headers": {"Origin": "http://jahat.example", "Sec-Fetch-Site": "same-origin"}, "data": form},
        {"data": {}},
        {"data": {guard.FIELD: "x"}},
    ]
    assert {visitor.status("/tutup", "POST", **one) for one in refused} == {403}
    as_chromium = {"Origin": "null", "Sec-Fetch-Site": "same-origin"}
    assert visitor.status("/tutup", "POST", data=form, headers=as_chromium) == 200
    assert visitor.status("/tutup", "POST", data=form, headers={"Origin": BASE}) == 200


def test_what_is_for_reading_only_takes_no_form(server: DeskServer, visitor: Visitor) -> None:
    server.read_only = True
    assert visitor.status(f"{QUARTER}/susun", "POST", data={guard.FIELD: visitor.key()}) == 403


def test_a_new_key_is_given_for_the_secret_alone(server: DeskServer, stranger: Visitor) -> None:
    assert stranger.status("/kunci-baru", "POST", headers={"X-Rahasia": "salah"}) == 403
    assert stranger.status("/kunci-baru", "POST") == 403
    assert stranger.status("/kunci-baru", "POST", headers={"X-Rahasia": server.secret}) == 200


TRAVERSALS = (
    *("/t/../", "/t/%2e%2e/", "/t/..%2f..%2fetc/", "/t/tidak-ada/", "/t/2024-tw4%00/", "/t/%2f/", "/t/~/", "/t/C:%5C/"),
    *(f"{QUARTER}/satuan-kerja/{kode}" for kode in ("..", "%2e%2e", "..%2f..%2frules.yaml", "0", "%3Cscript%3E")),
    *(f"{QUARTER}/satuan-kerja/1.01.0.00.0.00.01.0000/{name}" for name in ("..", "tidak_ada", "__class__")),
    *(f"{QUARTER}/berkas/{place}" for place in ("0000000/0", "../0", "..%2f..%2f0/0", "0000000/-1", "0000000/99999")),
    *("/aset/../application.py", "/aset/%2e%2e/application.py", f"{QUARTER}/satuan-kerja.exe", "/pekerjaan/.."),
)


@pytest.mark.parametrize("path", TRAVERSALS)
def test_an_address_of_nothing_is_not_found(visitor: Visitor, path: str) -> None:
    assert visitor.status(path) in {404, 308}


def test_a_file_of_the_edition_leaves_by_its_number(visitor: Visitor, server: DeskServer, desk: Desk) -> None:
    edition = server.shelf.view(desk.masukan).edition
    assert edition
    names = sorted(edition.manifest["keluaran"])
    address = f"{QUARTER}/berkas/{edition.susunan}"
    answer = visitor.client.get(f"{address}/{names.index('hasil.json')}", base_url=BASE, buffered=True)
    assert answer.data == (edition.folder / "hasil.json").read_bytes()
    assert "attachment" in answer.headers["Content-Disposition"]
    assert visitor.status(f"{address}/{len(names)}") == 404


def test_every_answer_carries_the_policy(visitor: Visitor) -> None:
    for path in (*PAGES, "/aset/meja.css", "/tidak-ada", "/masuk?kunci=x"):
        headers = visitor.client.get(path, base_url=BASE, buffered=True).headers
        assert {name: headers.get(name) for name in guard.HEADERS} == guard.HEADERS, path
    outside = visitor.client.get("/", base_url=BASE, headers={"Host": "jahat.example"}).headers
    assert outside["Content-Security-Policy"] == guard.POLICY


def test_no_page_holds_script_or_style_of_its_own(visitor: Visitor) -> None:
    for path in PAGES:
        if path.endswith(("csv", "xlsx")):
            continue
        page = visitor.get(path)
        assert page.count("<script") == 1, path
        assert not any(word in page for word in (" style=", "<style", " onclick", "javascript:", "http://", "https://"))


def test_a_bug_is_told_without_its_trace(visitor: Visitor, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("rahasia dalam program")

    monkeypatch.setattr(quarter, "next_step", broken)
    answer = visitor.client.get(f"{QUARTER}/", base_url=BASE)
    text = answer.get_data(as_text=True)
    assert answer.status_code == 500
    assert not any(word in text for word in ("Traceback", "RuntimeError", "rahasia"))
    assert "rahasia dalam program" in (desk.workspace.root / "p3dn-galat.log").read_text(encoding="utf-8")


def test_reading_every_page_leaves_the_folder_as_it_is(visitor: Visitor, desk: Desk) -> None:
    before = bytes_of(desk.workspace.root)
    for path in PAGES:
        visitor.get(path)
    assert bytes_of(desk.workspace.root) == before


def test_an_upload_has_a_largest_size(visitor: Visitor) -> None:
    app = visitor.client.application
    assert app.config["MAX_CONTENT_LENGTH"] == application.LARGEST == 200 * 1024 * 1024


def test_the_folder_of_nobody_else_is_listed(visitor: Visitor, tmp_path: Path) -> None:
    assert str(tmp_path) not in "".join(visitor.get(path) for path in PAGES if "." not in path)
