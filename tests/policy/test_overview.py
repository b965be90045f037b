"""The rulebook on one page, read as a browser would: whole, linked, self-contained, and safe whatever stands in it."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass, field, replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from p3dn_reports.formatting import nilai_bersatuan
from p3dn_reports.inputs.schema import load_schemas
from p3dn_reports.policy.overview.markup import Markup, joined, tag
from p3dn_reports.policy.overview.page import SECTIONS, overview
from p3dn_reports.policy.overview.spans import days_of
from p3dn_reports.rules import Rulebook
from tests.policy.conftest import ROOT, Run
from tests.rulebook.kasus import TABLES, load_text

VOID = {"meta", "input", "br"}
SCHEMAS = load_schemas(ROOT / "schemas")
KASUS_BENAR = ROOT / "tests" / "rulebook" / "kasus_benar"


@dataclass
class Element:
    name: str
    attributes: dict[str, str | None]
    inside: list[Element | str] = field(default_factory=list)

    def all(self, name: str, **attributes: str) -> list[Element]:
        """The elements of that name below this one, in order."""
        found = []
        for one in self.inside:
            if isinstance(one, Element):
                same = all(one.attributes.get(key.replace("_", "-")) == value for key, value in attributes.items())
                found += [one] if one.name == name and same else []
                found += one.all(name, **attributes)
        return found

    @property
    def text(self) -> str:
        return " ".join("".join(self._words()).split())

    def _words(self) -> list[str]:
        return [f"{one} " if isinstance(one, str) else f"{one.text} " for one in self.inside]


class Page(HTMLParser):
    """A page as elements. An end without its beginning, or what is left open, is a fault."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.root = Element("", {})
        self.open = [self.root]
        self.named: dict[str, Element] = {}
        self.feed(text)
        self.close()
        assert self.open == [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        one = Element(tag, dict(attrs))
        self.open[-1].inside.append(one)
        if "id" in one.attributes:
            assert self.named.setdefault(one.attributes["id"] or "", one) is one
        if tag not in VOID:
            self.open.append(one)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().name == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


@pytest.fixture(scope="module")
def text(rules: Rulebook) -> str:
    return overview(rules, SCHEMAS)


@pytest.fixture(scope="module")
def page(text: str) -> Page:
    return Page(text)


def test_every_link_leads_to_a_place_on_the_page(page: Page) -> None:
    links = {link.attributes["href"] or "" for link in page.root.all("a")}
    assert links
    assert {link.removeprefix("#") for link in links} <= set(page.named)
    assert all(link.startswith("#") for link in links)


def test_nothing_is_fetched_and_no_script_but_its_own_may_run(page: Page) -> None:
    for name in ("link", "img", "iframe", "object", "base", "form"):
        assert page.root.all(name) == []
    (script,) = page.root.all("script")
    assert script.attributes == {}
    (content,) = script.inside
    assert isinstance(content, str)
    kata = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
    policy = page.root.all("meta", http_equiv="Content-Security-Policy")[0].attributes["content"] or ""
    assert policy == f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{kata}'"
    (style,) = page.root.all("style")
    assert not any(word in str(style.inside) for word in ("url(", "@import"))


def test_every_rule_of_the_rulebook_has_its_place(page: Page, rules: Rulebook) -> None:
    names = set(page.named)
    assert set(SECTIONS) <= names
    for section in ("parameter", "daftar", "pita", "putusan", "jadwal", "dokumen", "tafsir", "ketentuan", "syarat"):
        assert {f"{section}.{name}" for name in getattr(rules, section)} <= names


def test_every_threshold_stands_with_its_values_and_the_words_of_its_clauses(page: Page, rules: Rulebook) -> None:
    applied = {sumber for daerah in rules.daerah.values() for sumber in daerah.menerapkan}
    for name, one in rules.parameter.items():
        told = page.named[f"parameter.{name}"].text
        for dated in one.nilai:
            if {cited.sumber for cited in dated.dasar} <= applied:
                assert nilai_bersatuan(dated.nilai, one.satuan) in told, name
                for cited in dated.dasar:
                    own = [clause for clause in rules.ketentuan.values() if cited in clause.dasar]
                    assert all(
                        " ".join((clause.teks or "").split()[-4:]) in told for clause in own if not clause.koreksi
                    )


def test_a_threshold_says_where_it_ends_who_approved_it_and_what_hangs_on_it(page: Page) -> None:
    one = page.named["parameter.ambang_bawah_perkin"]
    (jakarta,) = one.all("div", data_daerah="dki-jakarta")
    rows = [[cell.text for cell in row.all("td")] for row in jakarta.all("tr")][1:]
    assert [(row[0], *row[-2:]) for row in rows] == [
        ("80%", "26 November 2024", "31 Desember 2024"),
        ("tidak ada yang berlaku", "1 Januari 2025", "belum ada akhirnya"),
    ]
    (held,) = jakarta.all("tr", data_sejak="2024-11-26")
    assert held.attributes["data-sampai"] == "2024-12-31"
    assert "#dokumen.surat_penjelasan" in {link.attributes["href"] for link in one.all("a")}
    assert "tafsir batas : belum disahkan" in one.text


def test_a_list_stands_item_by_item(page: Page, rules: Rulebook) -> None:
    told = page.named["daftar.kode_rekening_p3dn"].all("div", data_daerah="dki-jakarta")[0].text
    (dated,) = [one for one in rules.daftar["kode_rekening_p3dn"].nilai if one.dasar[0].sumber == "insekda-48-2024"]
    assert len(dated.nilai) == 8
    assert all(item.kode in told for item in dated.nilai)


def test_a_verdict_is_drawn_as_a_table(page: Page, rules: Rulebook) -> None:
    for name, one in rules.putusan.items():
        drawn = page.named[f"putusan.{name}"].all("table", **{"class": "putusan"})
        numbers = [len(table.all("tr")) - 1 for table in drawn]
        assert numbers, name
        assert set(numbers) <= {len(dated.nilai) for dated in one.versi}
        assert all(choice.tampil in page.named[f"putusan.{name}"].text for choice in one.versi[0].nilai)


def test_the_law_stands_word_by_word_and_leads_to_what_carries_it(page: Page, rules: Rulebook) -> None:
    for one in rules.ketentuan.values():
        said = page.named[f"ketentuan.{one.id}"].all("blockquote")[0].text
        read = " ".join((one.teks or "").split())
        assert one.koreksi or said == read
    wrong = page.named["ketentuan.JKT-b1"]
    assert [one.text for one in wrong.all("del")] == ["reuiu"]
    assert [one.text for one in wrong.all("ins")] == ["[dibaca: reviu]"]
    links = {link.attributes["href"] for link in page.named["ketentuan.PDG-p30-6"].all("a")}
    assert {"#parameter.tarif_denda_pejabat", "#putusan.sanksi_pejabat"} <= links


def test_the_calendar_says_what_is_wanting_from_when(page: Page) -> None:
    told = page.named["kalender.dki-jakarta"].text
    assert "1 Januari 2025 Setelah 2024-TW4 tidak ada instrumen lagi, sehingga tidak ada parameter" in told
    assert "31 Desember 2024 Berakhir menurut insekda-48-2024 (hanya 2024-TW4) parameter" in told


def test_the_same_rulebook_gives_the_same_bytes(rules: Rulebook, text: str) -> None:
    assert overview(rules, SCHEMAS) == text


def test_words_of_the_rulebook_are_never_markup(rules: Rulebook) -> None:
    evil = '</article><script>alert(1)</script>"><img src=x onerror=y> & <b>'
    named = {key: replace(one, judul=f"{evil}{key}") for key, one in rules.parameter.items()}
    clauses = {key: replace(one, teks=f"{evil} {one.teks}") for key, one in rules.ketentuan.items()}
    page = Page(overview(replace(rules, parameter=named, ketentuan=clauses), SCHEMAS))
    assert len(page.root.all("script")) == 1
    assert page.root.all("img") == []
    assert evil in page.named["parameter.batas_impor"].text


def test_text_is_escaped_and_markup_is_not() -> None:
    assert tag("p", "a < b", Markup("<b>c</b>"), None, ["d & e"]) == "<p>a &lt; b<b>c</b>d &amp; e</p>"
    assert tag("a", "x", href='#"><', kelas="k", hidden=True, data_x=None) == (
        '<a href="#&quot;&gt;&lt;" class="k" hidden>x</a>'
    )
    assert joined("a", None, "b", between="; ") == "a; b"


def test_what_holds_over_time_is_what_the_rulebook_chooses(rules: Rulebook) -> None:
    days = days_of(rules, rules.daerah["kabupaten-pandeglang"])
    spans = days.spans(lambda scope: scope.parameter("batas_tkdn", scope.data_per))
    assert [(one.sejak, one.sampai, one.isi is None) for one in spans] == [(date(2023, 10, 24), None, False)]
    for one in spans:
        for day in (one.sejak, one.sampai or date(2030, 6, 30)):
            assert days.on(day).parameter("batas_tkdn", day) == one.isi


def test_the_page_is_written_among_the_outputs_and_replaces_only_its_like(p3dn: Run, kerja: Path) -> None:
    first = p3dn("rules", "overview")
    assert (first.code, first.out.strip()) == (0, f"Ikhtisar: {kerja / 'outputs' / 'ikhtisar-aturan.html'}")
    written = (kerja / "outputs" / "ikhtisar-aturan.html").read_bytes()
    assert p3dn("rules", "overview").code == 0
    assert (kerja / "outputs" / "ikhtisar-aturan.html").read_bytes() == written
    (kerja / "lain.html").write_text("<p>milik orang</p>", encoding="utf-8")
    ended = p3dn("rules", "overview", "--output", "lain.html")
    assert ended.code == 2
    assert "bukan ikhtisar buku aturan" in ended.err
    assert (kerja / "lain.html").read_text(encoding="utf-8") == "<p>milik orang</p>"


@pytest.mark.parametrize("path", sorted(KASUS_BENAR.glob("*.yaml")), ids=lambda one: one.stem)
def test_any_right_rulebook_has_a_page(path: Path, tmp_path: Path) -> None:
    rules, problems = load_text(path.read_text(encoding="utf-8"), tmp_path)
    assert rules is not None, problems
    page = Page(overview(rules, TABLES))
    links = {(link.attributes["href"] or "").removeprefix("#") for link in page.root.all("a")}
    assert links <= set(page.named)
