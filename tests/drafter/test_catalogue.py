"""The catalogue holds every field a template may read, and what it shows can be copied as it is."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from p3dn_reports import drafter
from p3dn_reports.documents.catalogue import known_fields
from p3dn_reports.documents.field_list import html, markdown, sections, shown, word
from p3dn_reports.documents.fields.document import kind_of
from p3dn_reports.documents.fields.field import ALL
from p3dn_reports.documents.word.outline import outline
from p3dn_reports.documents.word.sandbox import ENVIRONMENT, Fault, faults
from p3dn_reports.documents.word.structure import check_document
from p3dn_reports.documents.word.template import Template, check_template
from p3dn_reports.vocabulary import JENIS_NASKAH
from p3dn_reports.workspace import Workspace
from tests.drafter.conftest import ROOT, Fields

TEMPLATES = sorted((ROOT / "templates/docx").glob("*.docx"))
CATALOGUE = ROOT / "docs/katalog-field.md"


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_every_field_of_the_templates_is_known(place: Workspace, path: Path) -> None:
    under = drafter.fields_under(place)
    kinds = drafter.kinds_of_template(under.rulebook, path.name)
    known = known_fields(under, kinds)
    assert kinds
    for kind in kinds:
        assert [name for name in Template.compile(path).fields() if name not in known[kind]] == []


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
        assert entry.keterangan, entry.nama
        assert entry.tag or entry.jenis == "kelompok", entry.nama


@pytest.mark.parametrize("kind", JENIS_NASKAH)
def test_every_tag_is_one_a_template_may_hold(fields: Fields, kind: str) -> None:
    assert {entry.tag: found for entry in fields[kind] if (found := _refused(entry.tag))} == {}


@cache
def _refused(tag: str) -> list[Fault]:
    """Remembered, since most kinds of document have most fields."""
    return faults(ENVIRONMENT.parse(tag))


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
    for _, entries in sections(fields):
        assert all(f"<code>{entry.nama}</code>" in page for entry in entries)
    assert page.count("<script>") == 1  # the search box, which fetches nothing
    assert "src=" not in page
    assert "http" not in page.split("</script>")[0]
    assert page.count("<table>") == len(JENIS_NASKAH) + 1


@pytest.mark.parametrize("kind", JENIS_NASKAH)
def test_the_word_file_of_a_kind_is_a_template_without_mistakes(place: Workspace, fields: Fields, kind: str) -> None:
    content = word({kind: fields[kind]})
    assert check_template(content, "katalog.docx", known_fields(drafter.fields_under(place))[kind]) == []
    used = Template.compile(content, "katalog.docx").fields()
    printed = (entry for entry in shown(fields[kind]) if entry.tag and entry.jenis not in ("daftar", "gambar"))
    assert {entry.nama for entry in printed} <= used
    assert word({kind: fields[kind]}) == content


def test_the_word_file_prints_the_data_of_a_real_letter(place: Workspace, fields: Fields) -> None:
    found = drafter.samples(place, ROOT / "inputs/contoh-dki-2024-tw4")
    context = next(
        own.of("naskah_unit").value(at, ALL) for at, own in found if kind_of(at.planned.dokumen) == "naskah_unit"
    )
    dated = {"parameter", "parameter_kata", "daftar"}  # those of law that is not applied here are not there
    here = {top: context[top] for top in dated}
    entries = [one for one in fields["naskah_unit"] if _is_here(one.nama, here)]
    printed = Template.compile(word({"naskah_unit": entries})).render(context)
    assert check_document(printed, "katalog.docx") == []
    unit = context["unit"]
    assert isinstance(unit, dict)
    assert f"unit.nama: {unit['nama']}" in outline(printed)


def _is_here(name: str, dated: dict[str, object]) -> bool:
    top, _, rest = name.partition(".")
    found = dated.get(top)
    return not rest or not isinstance(found, dict) or rest.partition(".")[0] in found


def test_a_field_that_holds_the_same_as_another_is_explained_once(fields: Fields) -> None:
    entries = {entry.nama: entry for entry in fields["laporan_daerah"]}
    assert (
        entries["menurut_pita.di_bawah"].seperti == "kelompok.capaian_perkin.di_bawah"
        or entries["menurut_pita.di_bawah"].seperti == "daftar_unit"
    )
    assert sum(len(own) for _, own in sections(fields)) < 3_500 < 5_000 < len(entries)
