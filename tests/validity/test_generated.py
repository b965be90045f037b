"""Every generated file against our own checks of structure, ECMA-376's schemas and the Open XML SDK's validator."""

from __future__ import annotations

import pytest

from p3dn_reports.documents.word.structure import check_document
from tests.validity import sdk, xsd
from tests.validity.conftest import Made


def test_there_is_one_of_every_kind(one_of_each: Made) -> None:
    names = "\n".join(one_of_each)
    for kind in ("laporan-capaian.docx", "surat-penjelasan/", "nota-penjelasan/", "nota-pengantar", "keputusan-"):
        assert f"/{kind}" in names
    for kind in ("hasil.xlsx", "templat/", "komentar/", "katalog field", "isian", "salinan", "baris", "grafik/"):
        assert kind in names


def test_every_word_file_has_a_sound_structure(written: Made) -> None:
    words = {name: path for name, path in written.items() if path.suffix == ".docx"}
    found = {(name, item.kode) for name, path in words.items() for item in check_document(path.read_bytes(), name)}
    # What is still to be rendered holds tags on purpose.
    assert {(name, kode) for name, kode in found if kode != "naskah-sisa-tag" or "/" not in name} == {
        ("katalog field", "naskah-sisa-tag")
    }
    assert {name.partition("/")[0] for name, kode in found} == {"templat", "komentar", "katalog field"}


def test_every_part_of_every_file_is_valid(written: Made) -> None:
    assert {name: found for name, path in written.items() if (found := xsd.faults(path))} == {}


@pytest.mark.ooxml
@pytest.mark.skipif(sdk.PROGRAM is None, reason=sdk.ABSENT)
def test_the_sdk_finds_nothing(one_of_each: Made) -> None:
    found = sdk.faults(one_of_each.values())
    assert {name: found[path] for name, path in one_of_each.items() if found[path]} == {}
