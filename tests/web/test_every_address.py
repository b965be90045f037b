"""Every address of the application, whichever screen brings it: reading writes nothing and shows no fault.

New screens are held without being listed: the addresses are those of `url_map`, with a value for each of their parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from flask import Flask
from werkzeug.routing import Rule

from p3dn_reports.desk.places import Desk
from p3dn_reports.web import guard
from p3dn_reports.web.desk_server import DeskServer
from tests.desk.quarter import SURAT, rebuild, set_value
from tests.web.conftest import BASE, Visitor, bytes_of

OPEN = {"static", "guard.masuk", "guard.kunci_baru"}
VALUES = {
    "m": "2024-tw4",
    "kode": SURAT[1],
    "indikator": "capaian_perkin",
    "form": "csv",
    "berkas": "realisasi_bayar.csv",
    "sel": "E2",
    "nomor": "0",
    "dokumen": SURAT[0],
    "jenis": SURAT[0],
    "untuk": SURAT[1],
    "nama": "surat-penjelasan.docx",
}
HOSTILE = (
    "..",
    "%2e%2e",
    "..%2f..%2frules.yaml",
    "%00",
    "C:%5Crules.yaml",
    "%3Cscript%3E",
    "-1",
    "~",
    "con",
    "a" * 2000,
)
NAME = "<script>alert(1)</script>"
CACHE = ".p3dn-cache/"
"""What the program may keep of what it read, and anybody may throw away."""


def rules(app: Flask, method: str) -> list[Rule]:
    """The addresses that take a method, without those anybody may ask for."""
    return [one for one in app.url_map.iter_rules() if method in (one.methods or ()) and one.endpoint not in OPEN]


def address(rule: Rule, value: str | None = None) -> str:
    """An address of the rule, `value` in the place of every part beside the quarter."""

    def part(found: re.Match[str]) -> str:
        name = found[1].rpartition(":")[2]
        return VALUES["m"] if name == "m" else value or VALUES.get(name, "x")

    return re.sub(r"<([^>]+)>", part, rule.rule)


def every(app: Flask) -> Iterator[str]:
    """Every address that is read, with values that are there and such as nobody should send."""
    for rule in rules(app, "GET"):
        yield address(rule)
        if any(name != "m" for name in rule.arguments):
            yield from (address(rule, value) for value in HOSTILE)


@pytest.fixture
def app(visitor: Visitor) -> Flask:
    return visitor.client.application


def test_reading_any_address_writes_nothing_tells_no_trace_and_carries_the_policy(
    visitor: Visitor, app: Flask, desk: Desk
) -> None:
    desk.menunggu.mkdir(parents=True)
    (desk.menunggu / "kiriman.csv").write_bytes(b"a;b\n1;2\n")
    before = bytes_of(desk.workspace.root)
    for path in every(app):
        answer = visitor.client.get(path, base_url=BASE, buffered=True)
        assert answer.status_code in {200, 303, 308, 302, 404}, path
        headers = {name: answer.headers.get(name) for name in guard.HEADERS if name != "Content-Security-Policy"}
        assert headers == {name: guard.HEADERS[name] for name in headers}, path
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"], path
        assert b"Traceback" not in answer.data
    after = bytes_of(desk.workspace.root)
    changed = {name for name in {*before, *after} if before.get(name) != after.get(name)}
    assert {name for name in changed if not name.startswith(CACHE)} == set()


def test_no_address_is_open_to_strangers(stranger: Visitor, app: Flask, server: DeskServer) -> None:
    strange = app.test_client()
    for method in ("GET", "POST"):
        for rule in rules(app, method):
            assert strange.open(address(rule), method=method, base_url=BASE).status_code == 403, rule
            other = strange.open(address(rule), method=method, base_url=BASE, headers={"Host": "jahat.example"})
            assert other.status_code == 421, rule


def test_no_form_is_taken_without_its_key_nor_by_a_desk_that_only_reads(
    visitor: Visitor, app: Flask, server: DeskServer, desk: Desk
) -> None:
    before, key = bytes_of(desk.workspace.root), visitor.key()
    for rule in rules(app, "POST"):
        assert visitor.status(address(rule), "POST", data={"berkas": "x"}) == 403, rule
    server.read_only = True
    for rule in rules(app, "POST"):
        if rule.endpoint != "desk.tutup":
            assert visitor.status(address(rule), "POST", data={guard.FIELD: key}) == 403, rule
    assert bytes_of(desk.workspace.root) == before


def test_a_form_of_nothing_is_told_in_words(visitor: Visitor, app: Flask) -> None:
    key = visitor.key()
    for rule in rules(app, "POST"):
        if rule.endpoint in {"desk.tutup", "jobs.susun"}:
            continue
        for value in (None, "..%2f..%2frules.yaml"):
            answer = visitor.client.post(address(rule, value), base_url=BASE, data={guard.FIELD: key})
            assert answer.status_code < 500, rule
            assert "Traceback" not in answer.get_data(as_text=True)


def test_a_bug_of_any_screen_shows_no_trace(visitor: Visitor, app: Flask) -> None:
    def broken(**_: object) -> str:
        raise RuntimeError("rahasia dalam program")

    for rule in rules(app, "GET"):
        kept, app.view_functions[rule.endpoint] = app.view_functions[rule.endpoint], broken
        answer = visitor.client.get(address(rule), base_url=BASE)
        app.view_functions[rule.endpoint] = kept
        text = answer.get_data(as_text=True)
        assert answer.status_code == 500, rule
        assert not any(word in text for word in ("Traceback", "RuntimeError", "rahasia", "web/screens"))


def test_a_unit_called_as_markup_is_text_on_every_screen(visitor: Visitor, app: Flask, desk: Desk) -> None:
    set_value(desk, "satker.csv", "Dinas Satu", NAME)
    rebuild(desk)
    shown = 0
    for rule in rules(app, "GET"):
        path = address(rule)
        answer = visitor.client.get(path, base_url=BASE, buffered=True)
        if answer.mimetype == "text/html":
            assert NAME.encode() not in answer.data, path
            shown += b"&lt;script&gt;alert(1)" in answer.data
    assert shown > 3
