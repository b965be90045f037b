"""The order of children and the values WordprocessingML knows, and what must come in pairs, each as a line of XML."""

from __future__ import annotations

import pytest
from lxml import etree

from p3dn_reports.documents.word.grammar import W, misplaced, wrong_values
from p3dn_reports.documents.word.pairs import half_pairs, lost_notes

RIGHT = [
    "<p><pPr><pStyle/><keepNext/><jc/><rPr/></pPr><r><rPr/><t/></r><r/></p>",
    "<p><bookmarkStart/><pPr/><r/></p>",
    "<p/>",
    "<body><p/><tbl/><sectPr/></body>",
    "<tbl><bookmarkStart/><tblPr><tblStyle/><tblW/><tblBorders><top/><left/><bottom/><right/></tblBorders><tblLook/>"
    "</tblPr><tblGrid/><tr><trPr/><tc><tcPr><tcW/><gridSpan/><vMerge/><vAlign/></tcPr><p/><tbl/><p/></tc></tr></tbl>",
    "<tblBorders><top/><start/><bottom/><end/></tblBorders>",
    "<sectPr><headerReference/><footerReference/><headerReference/><type/><pgSz/><pgMar/><cols/><titlePg/></sectPr>",
    "<sdt><sdtPr/><sdtContent><p/></sdtContent></sdt>",
    "<p><pPr><numPr><ilvl/><numId/></numPr><!-- x --></pPr></p>",
]
WRONG = {
    "<p><r/><pPr/></p>": ["letak pPr di p"],
    "<p><pPr/><pPr/></p>": ["letak pPr di p"],
    "<r><t/><rPr/></r>": ["letak rPr di r"],
    "<pPr><jc/><keepNext/></pPr>": ["letak keepNext di pPr"],
    "<pPr><spacing/><pStyle/><jc/></pPr>": ["letak pStyle di pPr"],
    "<pPr><tcW/></pPr>": ["letak tcW di pPr"],
    "<pPr><r/></pPr>": ["letak r di pPr"],
    "<tcPr><vAlign/><tcW/></tcPr>": ["letak tcW di tcPr"],
    "<tbl><tblGrid/><tblPr/><tr/></tbl>": ["letak tblPr di tbl"],
    "<tbl><tblPr/><tr/><tblGrid/></tbl>": ["letak tblGrid di tbl"],
    "<tr><tc/><trPr/></tr>": ["letak trPr di tr"],
    "<body><sectPr/><p/></body>": ["letak p di body"],
    "<sectPr><pgMar/><pgSz/></sectPr>": ["letak pgSz di sectPr"],
    "<sdt><sdtContent/><sdtPr/></sdt>": ["letak sdtPr di sdt"],
    "<tblBorders><left/><top/></tblBorders>": ["letak top di tblBorders"],
}
VALUES = {
    '<jc w:val="both"/>': [],
    '<jc w:val="tengah"/>': ["jc val=tengah"],
    '<br w:type="page"/>': [],
    '<br w:type="halaman"/>': ["br type=halaman"],
    "<br/>": [],
    '<vMerge w:val="restart"/>': [],
    "<vMerge/>": [],
    '<vMerge w:val="ya"/>': ["vMerge val=ya"],
    '<gridSpan w:val="2"/>': [],
    '<gridSpan w:val=""/>': ["gridSpan val="],
    '<gridCol w:w="12,5"/>': ["gridCol w=12,5"],
    '<numId w:val="³"/>': ["numId val=³"],
}


def tree(xml: str) -> etree._Element:
    """The elements in Word's namespace."""
    space = f'xmlns="{W[1:-1]}" xmlns:w="{W[1:-1]}"'
    return etree.fromstring(f"<document {space}>{xml}</document>")


@pytest.mark.parametrize("xml", RIGHT)
def test_what_stands_right_is_left_alone(xml: str) -> None:
    assert list(misplaced(tree(xml))) == []


@pytest.mark.parametrize("xml", WRONG)
def test_what_stands_wrong_is_named(xml: str) -> None:
    assert [apa for _, apa in misplaced(tree(xml))] == WRONG[xml]


@pytest.mark.parametrize("xml", VALUES)
def test_values(xml: str) -> None:
    assert [apa for _, apa in wrong_values(tree(xml))] == VALUES[xml]


def test_elements_of_others_may_stand_anywhere() -> None:
    other = '<p><mc:Choice xmlns:mc="urn:mc"/><pPr><x:z xmlns:x="urn:x"/><jc/></pPr></p>'
    assert list(misplaced(tree(other))) == []


def test_bookmarks_and_fields_open_and_close() -> None:
    start, end = '<bookmarkStart w:id="{0}" w:name="n{0}"/>', '<bookmarkEnd w:id="{0}"/>'
    begin, close = '<fldChar w:fldCharType="begin"/>', '<fldChar w:fldCharType="end"/>'
    sound = start.format(1) + start.format(2) + end.format(1) + end.format(2) + begin * 2 + close * 2
    cases = {
        sound: [],
        start.format(1): ["naskah-rujukan-putus"],
        end.format(1): ["naskah-rujukan-putus"],
        (start.format(1) + end.format(1)) * 2: ["naskah-id-ganda"] * 2,
        begin + begin + close: ["naskah-rujukan-putus"],
        close + begin: ["naskah-rujukan-putus"],
    }
    for xml, kode in cases.items():
        assert [found.kode for found in half_pairs("word/document.xml", tree(xml))] == kode


def test_notes_and_comments_have_their_text() -> None:
    body = tree('<footnoteReference w:id="2"/><footnoteReference w:id="3"/><commentReference w:id="0"/>')
    notes = etree.tostring(tree('<footnote w:id="2"/>'))
    lost = [found.pesan for found in lost_notes({"word/footnotes.xml": notes}, "word/document.xml", body)]
    assert [name in pesan for name, pesan in zip(("footnote 3", "comment 0"), lost, strict=True)] == [True, True]
