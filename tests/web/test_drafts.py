"""Templat Naskah tells what is wrong with a template, at its paragraph, as soon as it is saved; and the fields."""

from __future__ import annotations

import re
import shutil
import zlib
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from html import unescape
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from docx.enum.text import WD_BREAK

from p3dn_reports.desk.places import Desk
from p3dn_reports.documents.field_list import shown
from p3dn_reports.inputs.intake.shelf import file_digest
from p3dn_reports.web import drafts, fields, guard, preview
from p3dn_reports.web.desk_server import DeskServer
from p3dn_reports.web.preview import Page, Pages, pages_of
from p3dn_reports.workspace import places
from tests.desk.quarter import SATU_UNIT
from tests.pipeline.folders import ROOT
from tests.web.conftest import BASE, PORT, QUARTER, AtOnce, Visitor, bytes_of

LETTER = "surat-penjelasan.docx"
PAGE = f"/templat/{LETTER}"
RIGHT, WRONG = "{{ kop.baris_bawah }}", "{{ kop.baris_bawha }}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Templates of the test's own: those of the repository, one open in Word, and one that no document uses."""
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    made = tmp_path / "templates" / "docx"
    Document().save(str(made / "coba.docx"))
    (made / "~$rat-penjelasan.docx").write_bytes(b"Petugas")
    return made


@pytest.fixture
def server(desk: Desk, folder: Path) -> Iterator[DeskServer]:
    made = DeskServer(replace(desk.workspace, templates=folder), PORT, worker=AtOnce())
    yield made
    made.worker.close()


@pytest.fixture(autouse=True)
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The templates whose pages were drawn; LibreOffice is not asked."""
    names: list[str] = []

    def pages_of(content: bytes, name: str, most: int) -> Pages:
        names.append(name)
        return Pages((Page(b"PNG of " + sha256(content).hexdigest().encode(), 893, 1263),), most + 3)

    monkeypatch.setattr(preview, "pages_of", pages_of)
    return names


def words(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def write(path: Path, old: str, new: str) -> None:
    """Change the first paragraph that says `old`, as a drafter does in Word."""
    paper = Document(str(path))
    next(one for one in paper.paragraphs if one.text == old).text = new
    paper.save(str(path))


def test_the_list_says_what_each_is_for_and_how_it_stands(visitor: Visitor, folder: Path) -> None:
    write(folder / LETTER, RIGHT, WRONG)
    rows = {
        row.partition(" ")[0]: row for row in map(words, re.findall(r"<tr>.*?</tr>", visitor.get("/templat"), re.S))
    }
    assert "Surat penjelasan capaian" in rows[LETTER]
    assert "1 kesalahan" in rows[LETTER]
    assert "Baik" in rows["nota-biro.docx"]
    assert "belum dipakai naskah mana pun" in rows["coba.docx"]
    assert not any(name.startswith("~$") for name in rows)
    assert "Templat Naskah 1 salah" in words(visitor.get("/bantuan"))


def test_a_mistake_is_told_with_its_paragraph_a_suggestion_and_its_sentence(visitor: Visitor, folder: Path) -> None:
    write(folder / LETTER, RIGHT, WRONG)
    page = visitor.get(PAGE)
    assert "Galat Isi, paragraf 3 Field kop.baris_bawha" in words(page)
    assert "mungkin maksud Anda kop.baris_bawah" in words(page)
    assert "{{ <mark>kop.baris_bawha</mark> }}" in page
    assert "Sedang dibuka di Word" in page


def test_the_state_changes_with_the_file_and_only_with_it(visitor: Visitor, folder: Path) -> None:
    def asked(tag: str) -> tuple[int, str]:
        answer = visitor.client.get(f"{PAGE}/keadaan", base_url=BASE, headers={"If-None-Match": tag})
        return answer.status_code, answer.headers["ETag"]

    _, good = asked('""')
    assert f'data-tag="{good.strip(chr(34))}"' in visitor.get(PAGE)
    assert asked(good) == (304, good)
    whole = (folder / LETTER).read_bytes()
    write(folder / LETTER, RIGHT, WRONG)
    status, wrong = asked(good)
    assert (status, wrong != good) == (200, True)
    (folder / LETTER).write_bytes(whole)
    assert asked(wrong) == (200, good)


def test_a_file_that_word_locks_is_asked_again(visitor: Visitor, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder / LETTER, RIGHT, WRONG)
    visitor.get(PAGE)

    def locked(_: Path) -> str:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(drafts, "file_digest", locked)
        page = words(visitor.get(PAGE))
        assert "Terkunci" in page
        assert "Temuan di bawah ini dari pemeriksaan sebelumnya. Galat Isi, paragraf 3" in page
    assert "1 kesalahan" in words(visitor.get(PAGE))


def test_a_lock_that_keeps_a_whole_page_from_being_read_is_no_fault_of_the_program(
    visitor: Visitor, server: DeskServer, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(path: Path) -> str:
        if path.name == LETTER:
            raise PermissionError(13, "Permission denied", str(path))
        return file_digest(path)

    monkeypatch.setattr(places, "file_digest", locked)
    answer = visitor.client.get(f"{QUARTER}/", base_url=BASE)
    assert answer.status_code == 503
    assert f"{LETTER} sedang dikunci program lain" in words(answer.get_data(as_text=True))
    assert str(folder) not in answer.get_data(as_text=True)
    assert not (server.workspace.root / "p3dn-galat.log").exists()


def test_what_is_saved_while_it_is_checked_is_checked_again(
    visitor: Visitor, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from p3dn_reports import drafter

    check, sound = drafter.check, (folder / LETTER).read_bytes()
    write(folder / LETTER, RIGHT, WRONG)

    def saved_meanwhile(*given: object) -> object:
        found = check(*given)  # type: ignore[arg-type]
        (folder / LETTER).write_bytes(sound)
        return found

    monkeypatch.setattr(drafter, "check", saved_meanwhile)
    assert "Belum diperiksa" in words(visitor.get(PAGE))
    assert "Baik" in words(visitor.get(PAGE))


def test_the_commented_copy_has_the_mistake_and_the_template_is_as_it_was(visitor: Visitor, folder: Path) -> None:
    write(folder / LETTER, RIGHT, WRONG)
    before = bytes_of(folder)
    visitor.get(PAGE)
    answer = visitor.client.get(f"{PAGE}/komentar", base_url=BASE)
    assert "surat-penjelasan-komentar.docx" in answer.headers["Content-Disposition"]
    with ZipFile(BytesIO(answer.data)) as package:
        assert b"kop.baris_bawha" in package.read("word/comments.xml")
    assert visitor.client.get(f"{PAGE}/unduh", base_url=BASE, buffered=True).data == before[LETTER]
    assert bytes_of(folder) == before


def test_where_word_cannot_be_opened_the_place_is_told(visitor: Visitor, folder: Path) -> None:
    answer = visitor.client.post(f"{PAGE}/buka", base_url=BASE, data={guard.FIELD: visitor.key()})
    assert str(folder / LETTER) in words(visitor.get(answer.headers["Location"]))
    assert str(folder) not in visitor.get(PAGE)


@pytest.mark.parametrize("name", ["~$rat-penjelasan.docx", "..%2fdocx%2fsurat-penjelasan.docx", "rules.yaml", "x.docx"])
def test_nothing_but_a_template_is_opened(visitor: Visitor, name: str) -> None:
    form = {guard.FIELD: visitor.key()}
    assert visitor.client.post(f"/templat/{name}/buka", base_url=BASE, data=form).status_code == 404
    assert visitor.status(f"/templat/{name}/unduh") == 404


def test_a_rulebook_that_does_not_load_is_told(visitor: Visitor, server: DeskServer, tmp_path: Path) -> None:
    rules = tmp_path / "rules.yaml"
    rules.write_text("versi: [\n", encoding="utf-8")
    server.drafts.workspace = replace(server.drafts.workspace, rules=rules)
    assert "Belum berhasil" in words(visitor.get(PAGE))


def test_fields_are_found_by_their_words_and_level_by_level(visitor: Visitor, server: DeskServer) -> None:
    page = words(visitor.get("/templat/katalog?cari=pangkat+penanda"))
    assert "penanda_tangan.pangkat" in page
    assert "{{ penanda_tangan.pangkat" in page
    assert "capaian_perkin" not in page
    level = visitor.get("/templat/katalog?jenis=naskah_unit")
    assert "di=unit" in level
    assert "unit.nama" not in level
    assert "{{ unit.nama }}" in visitor.get("/templat/katalog?jenis=naskah_unit&di=unit")
    assert visitor.status("/templat/katalog?di=tidak_ada") == 404
    assert visitor.status("/templat/katalog?jenis=tidak_ada") == 404


def test_every_field_is_within_reach_of_the_catalogue(server: DeskServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fields, "MOST", 10_000)
    entries = server.shelf.fields("naskah_unit")
    levels = ["", *(one.nama for one in entries if one.jenis in {"kelompok", "daftar"} and not one.seperti)]
    reached = {one.nama for level in levels for one in fields.chosen(entries, "", level).field}
    assert reached == {one.nama for one in shown(entries)}
    assert len(reached) > 1000


def test_the_catalogue_of_a_kind_leaves_as_a_template(visitor: Visitor) -> None:
    answer = visitor.client.get("/templat/katalog/unduh?jenis=naskah_jadwal", base_url=BASE)
    text = "\n".join(one.text for one in Document(BytesIO(answer.data)).paragraphs)
    assert "{{ daerah.nama }}" in text


def test_a_sound_template_is_shown_with_the_data_of_a_unit(visitor: Visitor, drawn: list[str]) -> None:
    page = visitor.get(PAGE)
    units = re.findall(r'<option value="([^"]+)"', page.partition('id="unit"')[2].partition("</select>")[0])
    assert SATU_UNIT in units
    assert "Halaman 1 dari 15" in page
    assert "14 halaman lagi ada pada pratinjau Word" in words(page)
    (picture,) = re.findall(r'<img src="([^"]+)"', page)
    assert visitor.client.get(picture, base_url=BASE).data.startswith(b"PNG of ")
    assert visitor.status(picture.replace("1.png", "2.png")) == 404
    asked = visitor.get(f"{PAGE}?unit={SATU_UNIT}")
    content = visitor.client.get(re.findall(r'href="([^"]+/pratinjau/[^"]+)"', asked)[0], base_url=BASE).data
    with ZipFile(BytesIO(content)) as package:
        assert "Dinas Satu" in package.read("word/document.xml").decode()
    visitor.get(f"{PAGE}?unit={SATU_UNIT}")
    assert drawn == [LETTER] * len({SATU_UNIT, units[0]})


def test_the_last_good_preview_stays_while_the_template_is_wrong(visitor: Visitor, folder: Path) -> None:
    (good,) = re.findall(r'<img src="([^"]+)"', visitor.get(PAGE))
    whole = (folder / LETTER).read_bytes()
    write(folder / LETTER, RIGHT, WRONG)
    page = visitor.get(PAGE)
    assert re.findall(r'<img src="([^"]+)"', page) == [good]
    assert "Dari simpanan terakhir yang benar" in words(page)
    (folder / LETTER).write_bytes(whole)
    page = visitor.get(PAGE)
    assert re.findall(r'<img src="([^"]+)"', page) == [good]
    assert "simpanan terakhir" not in words(page)
    write(folder / LETTER, RIGHT, "{{ kop.baris_atas }}")
    assert re.findall(r'<img src="([^"]+)"', visitor.get(PAGE)) != [good]


def test_what_no_inputs_call_for_is_told_once(visitor: Visitor, drawn: list[str]) -> None:
    path = "/templat/berita-acara-penilaian-akhir.docx"
    assert "Tidak ada masukan yang meminta naskah dari templat ini" in words(visitor.get(path))
    tag = visitor.client.get(f"{path}/keadaan", base_url=BASE).headers["ETag"]
    answer = visitor.client.get(f"{path}/keadaan", base_url=BASE, headers={"If-None-Match": tag})
    assert (answer.status_code, drawn) == (304, [])


@pytest.mark.soffice
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not on the PATH")
def test_a_word_file_becomes_pictures_of_its_pages(folder: Path) -> None:
    made = Document()
    made.add_paragraph("Satu")
    made.paragraphs[0].add_run().add_break(WD_BREAK.PAGE)
    made.add_paragraph("Dua")
    stream = BytesIO()
    made.save(stream)
    found = pages_of(stream.getvalue(), "dua.docx", 1)
    assert found
    (page,) = found.halaman
    assert found.banyak == 2
    assert page.png.startswith(b"\x89PNG")
    assert int.from_bytes(page.png[16:20]) == page.lebar
    inflated = zlib.decompress(page.png[41 : 41 + int.from_bytes(page.png[33:37])])
    assert len(inflated) == page.tinggi * (1 + page.lebar * 3)
    assert min(inflated) < 40
