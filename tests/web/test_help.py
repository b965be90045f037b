"""Bantuan and Komputer: the guides are whole, their links lead somewhere, and nothing says where the disk lies."""

from __future__ import annotations

import re
import shutil
from html import unescape
from pathlib import Path

import pytest

from p3dn_reports.desk import computer
from p3dn_reports.policy import desk as owner
from p3dn_reports.web import helping, markdown
from p3dn_reports.web.desk_server import DeskServer
from p3dn_reports.workspace import Workspace
from tests.aturan import ROOT
from tests.web.conftest import Visitor

DOCS = ROOT / "docs"


def words(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


@pytest.fixture
def guided(visitor: Visitor, server: DeskServer) -> Visitor:
    """With the guides in the folder of work."""
    shutil.copytree(DOCS, server.workspace.root / "docs", ignore=shutil.ignore_patterns("katalog*", "galat*"))
    return visitor


@pytest.mark.parametrize("name", helping.GUIDES)
def test_a_guide_is_there_to_its_last_word(guided: Visitor, name: str) -> None:
    text = (DOCS / f"{name}.md").read_text(encoding="utf-8")
    page = guided.get(f"/bantuan/{name}")
    plain = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    plain = re.sub(r"^```.*$|^\s*\|[-|: ]+\|$|^#+ |^\s*([-*]|\d+\.) ", " ", plain, flags=re.MULTILINE)
    wanted = re.findall(r"\w{4,}", plain)
    assert set(wanted) <= set(re.findall(r"\w{4,}", unescape(page)))
    assert page.count("<pre") == text.count("```") // 2
    assert page.count("<table") == len(re.findall(r"^\|(?:\s*:?-+:?\s*\|)+$", text, re.MULTILINE))


def test_every_link_of_a_guide_leads_somewhere(guided: Visitor) -> None:
    for name in helping.GUIDES:
        page = guided.get(f"/bantuan/{name}")
        main = page[page.index("<main") :]
        for address in re.findall(r'(?:href|src)="([^"]+)"', main):
            place, _, heading = address.partition("#")
            assert not place or guided.status(place, buffered=True) == 200, address
            assert not heading or f'id="{heading}"' in (guided.get(place) if place else page), address


def test_no_guide_can_break_a_page(visitor: Visitor) -> None:
    table = "| <td> | b |\n|---|---|\n| <p> | 1 |\n"
    blocks = "# <script>x</script>\n\n<script>\ny\n</script>"
    text = f"{blocks}\n\n[a](javascript:x) `<b>` **<i>** ![<u>](gambar/x.png)\n\n{table}"
    page = str(markdown.page(text, lambda link: None))
    assert not any(one in page for one in ("<script", "<b>", "<i>", "<u>", '="javascript:', "<td> |"))
    assert visitor.status("/bantuan/panduan-sekretariat") == 404
    assert {visitor.status(f"/bantuan/{name}") for name in ("..%2frules", "galat", "gambar/../../rules.yaml")} == {404}


def test_the_words_of_the_regulation_stand_in_the_glossary(visitor: Visitor) -> None:
    page = words(visitor.get("/bantuan"))
    assert "Tingkat Komponen Dalam Negeri (TKDN) besarnya komponen dalam negeri pada" in page
    assert "Capaian Perjanjian Kinerja P3DN" in page
    assert "p3dn-galat.log" in page


def test_the_computer_is_told_without_its_paths(visitor: Visitor, server: DeskServer, tmp_path: Path) -> None:
    page = visitor.get("/komputer")
    found = computer.examine(server.workspace, ["Arial"])
    assert all(one.hal in page for one in found)
    assert str(tmp_path) not in page
    assert not any(one.letak and one.letak in page for one in found)


def test_what_the_computer_lacks_comes_first_with_what_to_do(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(computer, "find_program", lambda: None)
    monkeypatch.setattr("p3dn_reports.desk.ground.may_write", lambda _folder: False)
    page = words(visitor.get("/komputer"))
    assert "tanpa itu pekerjaan tidak dapat berjalan" in page
    assert page.index("Hak atas folder") < page.index("LibreOffice tidak ada") < page.index("duckdb")
    assert "Pasang LibreOffice" in page


def test_the_typefaces_are_those_of_the_forms() -> None:
    rules = owner.load(Workspace.at(ROOT))
    assert set(computer.typefaces(rules)) == {"Arial", "Bookman Old Style"}
