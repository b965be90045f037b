"""The schemas and the reading before them: right parts pass, each wrong one is told."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from lxml import etree

from tests.validity import xsd

SPACES = """
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
    xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"
    xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"
    xmlns:s="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    xmlns:rel="http://schemas.openxmlformats.org/package/2006/relationships"
    xmlns:ct="http://schemas.openxmlformats.org/package/2006/content-types"
    xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
"""
RIGHT = [
    "<w:document><w:body><w:p><w:r><w:t xml:space='preserve'>a </w:t></w:r></w:p></w:body></w:document>",
    "<w:document mc:Ignorable='w14'><w:body><w:p w14:paraId='1'><w14:x/></w:p></w:body></w:document>",
    "<w:settings><w:zoom/><w:compat><w:compatSetting w:name='a' w:uri='b' w:val='15'/></w:compat></w:settings>",
    "<s:worksheet><s:sheetData><s:row r='1'><s:c r='A1' t='inlineStr'/></s:row></s:sheetData></s:worksheet>",
    "<rel:Relationships><rel:Relationship Id='a' Type='urn:b' Target='c'/></rel:Relationships>",
    "<ct:Types><ct:Default Extension='xml' ContentType='application/xml'/></ct:Types>",
    "<cp:coreProperties><dc:title>a</dc:title>"
    "<dcterms:created xsi:type='dcterms:W3CDTF'>2024-12-30T00:00:00Z</dcterms:created></cp:coreProperties>",
]
WRONG = [
    "<w:document><w:body><w:r/></w:body></w:document>",
    "<w:document><w:body><w:p w14:paraId='1'/></w:body></w:document>",
    "<w:document mc:Ignorable='w14'><w:body><w:p><w:w14/></w:p></w:body></w:document>",
    "<w:settings><w:zoom w:percent='seratus'/></w:settings>",
    "<c:chartSpace><c:chart/></c:chartSpace>",
    "<s:worksheet><s:row/></s:worksheet>",
    "<rel:Relationships><rel:Relationship Id='a'/></rel:Relationships>",
    "<ct:Types><ct:Default Extension='xml'/></ct:Types>",
    "<cp:coreProperties><dc:judul/></cp:coreProperties>",
    "<cp:coreProperties><dcterms:created xsi:type='dcterms:W3CDTF'>kemarin</dcterms:created></cp:coreProperties>",
    "<w:lain/>",
    "<w:document>",
]


def part(xml: str) -> str:
    """The element with the namespaces it needs."""
    name, sign, rest = xml.partition(">")
    return f"{name} {SPACES}{sign}{rest}" if not name.endswith("/") else f"{name[:-1]} {SPACES}/>"


def packed(folder: Path, xml: str) -> Path:
    """A package of one part."""
    path = folder / "berkas.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("bagian.xml", part(xml))
        archive.writestr("gambar.png", b"\x89PNG")
    return path


@pytest.mark.parametrize("xml", RIGHT)
def test_right_parts_pass(xml: str, tmp_path: Path) -> None:
    assert xsd.faults(packed(tmp_path, xml)) == []


@pytest.mark.parametrize("xml", WRONG)
def test_wrong_parts_are_told_with_their_name(xml: str, tmp_path: Path) -> None:
    found = xsd.faults(packed(tmp_path, xml))
    assert found
    assert all(fault.startswith("bagian.xml: ") for fault in found)


def test_of_alternatives_the_fallback_is_read() -> None:
    root = etree.fromstring(
        part(
            "<w:r><mc:AlternateContent><mc:Choice Requires='w14'><w14:baru/></mc:Choice>"
            "<mc:Fallback><w:t>lama</w:t><w:tab/></mc:Fallback></mc:AlternateContent>"
            "<mc:AlternateContent><mc:Choice Requires='w14'/></mc:AlternateContent><w:br/></w:r>"
        )
    )
    assert [etree.QName(node).localname for node in xsd.as_read(root)] == ["t", "tab", "br"]
