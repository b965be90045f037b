"""The twelve ways a template or a renderer breaks a .docx, one file each, and five more that break a pair.

LibreOffice opens nearly all of them without a word. Beside each stands the code under which our own check must find it,
and whether the schemas of ECMA-376 see it too: they alone are not enough.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from p3dn_reports.documents.word.package import write_package
from tests.documents_engine.drafts import draft, parts_of, with_part

TABLE = [["a", "b"], ["c", "d"]]
WHOLE = draft("isi", TABLE, "akhir")
_DRAWING = (
    '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:extent cx="9" cy="9"/><wp:docPr id="7" name="x"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawing'
    'ml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/></a:graphic>'
    "</wp:inline></w:drawing></w:r>"
)


@dataclass(frozen=True)
class Broken:
    """A broken file, the code our check gives it, and whether the schemas find it."""

    content: bytes
    kode: str
    xsd: bool = False


def _body(change: Callable[[str], str]) -> bytes:
    return with_part(WHOLE, "word/document.xml", change)


def _instead(old: str, new: str) -> bytes:
    def change(xml: str) -> str:
        assert old in xml
        return xml.replace(old, new, 1)

    return _body(change)


def _without(part: str) -> bytes:
    return write_package({name: content for name, content in parts_of(WHOLE).items() if name != part})


def _rows_gone(xml: str) -> str:
    return xml[: xml.index("<w:tr>")] + xml[xml.rindex("</w:tr>") + len("</w:tr>") :]


def _row_outside(xml: str) -> str:
    row = xml[xml.index("<w:tr>") : xml.index("</w:tr>") + len("</w:tr>")]
    return xml.replace("</w:tbl>", f"</w:tbl>{row}")


TWELVE = {
    "a value with & that nobody escaped": Broken(_instead("isi", "Dinas A & B"), "naskah-paket-ditolak", xsd=True),
    "a part that a relationship names is gone": Broken(_without("word/styles.xml"), "naskah-rujukan-putus"),
    "a header no relationship knows": Broken(
        _instead("<w:pgSz", '<w:headerReference w:type="default" r:id="rId99"/><w:pgSz'), "naskah-rujukan-putus"
    ),
    "a part without content type": Broken(
        write_package({**parts_of(WHOLE), "word/data.aneh": b"x"}), "naskah-jenis-isi-hilang"
    ),
    "a cell without a paragraph": Broken(
        _instead("<w:p><w:r><w:t>a</w:t></w:r></w:p>", ""), "naskah-sel-tanpa-paragraf"
    ),
    "a table without rows": Broken(_body(_rows_gone), "naskah-tabel-kosong"),
    "a row outside its table": Broken(_body(_row_outside), "naskah-susunan-salah", xsd=True),
    "a paragraph in a paragraph": Broken(_instead("<w:r>", "<w:p/><w:r>"), "naskah-susunan-salah", xsd=True),
    "text between paragraphs": Broken(_instead("<w:tbl>", "lepas<w:tbl>"), "naskah-susunan-salah", xsd=True),
    "two drawings with one number": Broken(_instead("<w:r>", f"{_DRAWING}{_DRAWING}<w:r>"), "naskah-id-ganda"),
    "properties out of their order": Broken(
        _instead("<w:r>", '<w:pPr><w:jc w:val="center"/><w:keepNext/></w:pPr><w:r>'), "naskah-susunan-salah", xsd=True
    ),
    "a value the standard does not know": Broken(
        _instead("<w:r>", '<w:pPr><w:jc w:val="tengah"/></w:pPr><w:r>'), "naskah-susunan-salah", xsd=True
    ),
}
PAIRS = {
    "a bookmark a loop has doubled": Broken(
        _instead("<w:r>", '<w:bookmarkStart w:id="1" w:name="x"/><w:bookmarkEnd w:id="1"/>' * 2 + "<w:r>"),
        "naskah-id-ganda",
    ),
    "a bookmark that never ends": Broken(
        _instead("<w:r>", '<w:bookmarkStart w:id="1" w:name="x"/><w:r>'), "naskah-rujukan-putus"
    ),
    "a field that never ends": Broken(
        _instead("<w:r>", '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>'), "naskah-rujukan-putus"
    ),
    "a footnote without its text": Broken(
        _instead("<w:r>", '<w:r><w:footnoteReference w:id="5"/></w:r><w:r>'), "naskah-rujukan-putus"
    ),
    "a package that names no document": Broken(_without("_rels/.rels"), "naskah-rujukan-putus"),
}
