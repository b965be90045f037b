"""Andaikan: what a supposed threshold does at once, and all that follows, as `p3dn whatif` says; nothing is written."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import time
from pathlib import Path

import pytest

from p3dn_reports.desk.places import Desk
from p3dn_reports.errors import UsageError
from p3dn_reports.policy.whatif import Supposition, what_if
from p3dn_reports.web import guard
from p3dn_reports.web.desk_server import DeskServer
from p3dn_reports.web.supposing import number
from tests.desk.quarter import SATU_UNIT
from tests.web.conftest import BASE, QUARTER, Visitor, bytes_of

PAGE = f"{QUARTER}/andaikan"


def without_cache(root: Path) -> dict[str, bytes]:
    return {name: content for name, content in bytes_of(root).items() if not name.startswith(".p3dn-cache")}


def test_who_crosses_a_supposed_threshold_is_shown_at_once(visitor: Visitor) -> None:
    page = visitor.get(f"{PAGE}?ambang_bawah_perkin=50")
    assert "berubah status; yang wajib menjelaskan menjadi" in page
    raw = visitor.client.get(f"{PAGE}.csv?ambang_bawah_perkin=50", base_url=BASE).data
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig")), delimiter=";"))[1:]
    assert SATU_UNIT in {row[0] for row in rows}
    assert {row[-1] for row in rows} == {"tidak lagi diperlukan"}
    assert "Tidak ada satuan kerja yang berubah status" in visitor.get(PAGE)


def test_all_that_follows_is_what_the_command_says_and_writes_nothing(
    visitor: Visitor, server: DeskServer, desk: Desk
) -> None:
    before = without_cache(desk.workspace.root)
    data = {guard.FIELD: visitor.key(), "ambang_bawah_perkin": "50"}
    answer = visitor.client.post(PAGE, base_url=BASE, data=data)
    while server.worker.current:
        time.sleep(0.1)
    done = visitor.client.get(answer.headers["Location"], base_url=BASE)
    assert done.headers["Location"] == f"{PAGE}?ambang_bawah_perkin=50"
    page = html.unescape(re.sub(r"<[^>]+>", "\n", visitor.get(done.headers["Location"])))
    told = what_if(desk.workspace, desk.masukan, Supposition(nilai={"ambang_bawah_perkin": "50"})).as_json()
    assert [text for text in told["kalimat"] if text[1:] not in page] == []  # type: ignore[attr-defined]
    assert [one["judul"] for one in told["dokumen"] if one["judul"] not in page] == []  # type: ignore[attr-defined]
    assert "Akibat lengkap" not in visitor.get(f"{PAGE}?ambang_bawah_perkin=51")
    assert without_cache(desk.workspace.root) == before


def test_what_is_no_number_is_told_in_the_page(visitor: Visitor) -> None:
    assert "delapan bukan bilangan untuk ambang_bawah_perkin" in visitor.get(f"{PAGE}?ambang_bawah_perkin=delapan")
    assert "&lt;script&gt; bukan bilangan" in visitor.get(f"{PAGE}?ambang_bawah_perkin=<script>")


@pytest.mark.parametrize(("text", "value"), [("79,5", "79.5"), ("80%", "80"), (" 80.25 ", "80.25")])
def test_numbers_are_read_as_people_write_them(text: str, value: str) -> None:
    assert number("ambang", text) == number("ambang", value)


@pytest.mark.parametrize("text", ["1e999999999", "1E5", "9" * 40, "Infinity", "NaN", "1_000", "", "٣", "8 0"])
def test_what_no_threshold_can_be_is_refused_at_once(text: str) -> None:
    with pytest.raises(UsageError, match="bukan bilangan"):
        number("ambang", text)


def test_the_script_has_the_bands_and_every_figure_exactly(visitor: Visitor, server: DeskServer, desk: Desk) -> None:
    edition = server.shelf.view(desk.masukan).edition
    assert edition
    page = visitor.get(PAGE)
    told = json.loads(html.unescape(re.search(r'data-suppose="([^"]+)"', page)[1]))  # type: ignore[index]
    assert [one["kurang"] for one in told["pita"]] == [True, False, False]
    assert told["batas"] == {"ambang_bawah_perkin": "80", "ambang_atas_perkin": "100"}
    figures = [one["indikator"]["capaian_perkin"] for one in edition.hasil["unit"] if not one["ditahan"]]
    assert sorted(re.findall(r'data-value="([^"]+)"', page)) == sorted(
        one["nilai_pasti"] for one in figures if one["nilai_pasti"]
    )
