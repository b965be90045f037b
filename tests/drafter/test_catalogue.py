"""The catalogue holds every field a template may read, and what it shows can be copied as it is."""

from __future__ import annotations

import pytest

from p3dn_reports import drafter
from p3dn_reports.documents.catalogue import catalogue, kind_of, known_fields
from p3dn_reports.documents.field_list import html, markdown, shown, word
from p3dn_reports.documents.word.outline import outline
from p3dn_reports.documents.word.sandbox import ENVIRONMENT, faults
from p3dn_reports.documents.word.structure import check_document
from p3dn_reports.documents.word.template import Template, check_template
from p3dn_reports.pipeline import open_quarter
from p3dn_reports.vocabulary import JENIS_NASKAH
from p3dn_reports.workspace import Workspace
from tests.drafter.conftest import ROOT, Fields

TEMPLATES = sorted((ROOT / "templates/docx").glob("*.docx"))
CATALOGUE = ROOT / "docs/katalog-field.md"


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_every_field_of_the_templates_is_in_the_catalogue(place: Workspace, fields: Fields, path: object) -> None:
    assert isinstance(path, type(ROOT))
    kinds = drafter.kinds_of_template(place, path.name)
    assert kinds
    for kind in kinds:
        assert sorted(Template.compile(path).fields() - set(known_fields(fields[kind]))) == []


def test_the_templates_have_no_mistakes(place: Workspace) -> None:
    found = drafter.check(place, TEMPLATES)
    assert [str(item.problem.lokasi) for items in found.values() for item in items] == []


@pytest.mark.parametrize("kind", JENIS_NASKAH)
def test_every_entry_is_whole_and_named_once(fields: Fields, kind: str) -> None:
    names = [entry.nama for entry in fields[kind]]
    assert len(names) == len(set(names)) > 100
    for entry in fields[kind]:
        assert entry.jenis
        assert entry.sumber
        assert entry.tag or entry.jenis == "kelompok", entry.nama


@pytest.mark.parametrize("kind", JENIS_NASKAH)
def test_every_tag_is_one_a_template_may_hold(fields: Fields, kind: str) -> None:
    for entry in fields[kind]:
        assert faults(ENVIRONMENT.parse(entry.tag)) == [], entry.tag


def test_entries_say_where_a_field_comes_from(fields: Fields) -> None:
    entries = {entry.nama: entry for entry in fields["naskah_unit"]}
    assert entries["capaian_perkin.tampil"].sumber == "rules.yaml, indikator capaian_perkin"
    assert entries["unit.kode_satker"].sumber == "tabel satker, kolom kode_satker"
    assert entries["kronologi.tanggal"].tag == "{{ k.tanggal|tanggal }}"
    assert entries["kronologi"].tag == "{% for k in kronologi %}{% endfor %}"
    assert entries["capaian_perkin.pembilang"].tag == "{{ capaian_perkin.pembilang|rupiah }}"
    counted = entries["penandaan_menurut_paket.pembilang"]
    assert (counted.jenis, counted.tag) == ("banyaknya", "{{ penandaan_menurut_paket.pembilang|angka }}")
    assert "rupiah" not in counted.keterangan
    assert entries["penandaan_pdn.pembilang"].jenis == "banyaknya atau bilangan"  # packages or rupiah, as it is read
    assert entries["konsep"].tag == "{% if konsep %}{% endif %}"
    assert entries["penanda_tangan.nip"].contoh


def test_the_file_in_docs_is_that_of_today(fields: Fields) -> None:
    """Written by `p3dn templates fields -o docs/katalog-field.md`."""
    assert CATALOGUE.read_text("utf-8") == markdown(fields)


def test_html_shows_every_field_escaped(fields: Fields) -> None:
    page = html(fields)
    for entries in fields.values():
        assert all(f"<code>{entry.nama}</code>" in page for entry in shown(entries))
    assert "<script" not in page
    assert page.count("<table>") == len(JENIS_NASKAH)


@pytest.mark.parametrize("kind", JENIS_NASKAH)
def test_the_word_file_of_a_kind_is_a_template_without_mistakes(fields: Fields, kind: str) -> None:
    content = word({kind: fields[kind]})
    assert check_template(content, "katalog.docx", known_fields(fields[kind])) == []
    used = Template.compile(content).fields()
    assert {entry.nama for entry in shown(fields[kind]) if entry.tag and entry.jenis != "daftar"} <= used
    assert word({kind: fields[kind]}) == content


def test_the_word_file_prints_the_data_of_a_real_letter(place: Workspace) -> None:
    folder = ROOT / "inputs/contoh-dki-2024-tw4"
    found = [(planned, context) for planned, context, _ in drafter.samples(place, folder)]
    context = next(context for planned, context in found if kind_of(planned.dokumen) == "naskah_unit")
    with open_quarter(place, folder) as quarter:
        own = catalogue([("naskah_unit", context)], quarter.scope.rulebook, quarter.tables.schemas)
    printed = Template.compile(word({"naskah_unit": own["naskah_unit"]})).render(context)
    assert check_document(printed, "katalog.docx") == []
    text = outline(printed)
    assert f"unit.nama: {context['unit']['nama']}" in text
