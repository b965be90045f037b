"""Nothing that runs, fetches or embeds something else gets through, however it is written or named."""

from __future__ import annotations

import io
import zipfile

import pytest

from p3dn_reports.documents.word.package import read_package, write_package
from p3dn_reports.documents.word.template import check_template
from tests.documents_engine.drafts import draft, with_part

RELS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _related(kind: str, target: str, mode: str = "") -> bytes:
    """A document with one relationship more; `kind` is the last word of its type."""
    item = f'<Relationship Id="rIdX" {mode} Target="{target}" Type="{OFFICE}/{kind}"/></Relationships>'
    return with_part(draft("isi"), RELS, lambda xml: xml.replace("</Relationships>", item))


def _external_picture(mode: str = "External") -> bytes:
    return _related("image", "http://x.example/a.png", f'TargetMode="{mode}"')


def _encoded(content: bytes, name: str, encoding: str) -> bytes:
    text = _part(content, name).decode("utf-8").replace("utf-8", encoding).replace("UTF-8", encoding)
    return _with(content, name, text.encode(encoding))


def _in_body(xml: str) -> bytes:
    return with_part(draft("isi"), "word/document.xml", lambda text: text.replace("<w:sectPr", f"{xml}<w:sectPr", 1))


def _field(code: str) -> bytes:
    return _in_body(f'<w:p><w:fldSimple w:instr="{code}"><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>')


def _runs(*pieces: str) -> bytes:
    """A field whose instruction Word has spread over runs."""
    inner = "".join(f'<w:r><w:instrText xml:space="preserve">{piece}</w:instrText></w:r>' for piece in pieces)
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    return _in_body(f"<w:p>{begin}{inner}{end}</w:p>")


def _added(name: str, content: bytes, kind: str = "application/xml") -> bytes:
    override = f'<Override PartName="/{name}" ContentType="{kind}"/></Types>'
    return _with(with_part(draft("isi"), TYPES, lambda xml: xml.replace("</Types>", override)), name, content)


def _part(content: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name)


def _with(content: bytes, name: str, part: bytes) -> bytes:
    """The package with one part put in, whatever it is."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {entry: archive.read(entry) for entry in archive.namelist()}
    return write_package({**parts, name: part})


VML = 'xmlns:v="urn:schemas-microsoft-com:vml"'
REFUSED = {
    "an external picture, the mode as an entity": _external_picture("&#69;xternal"),
    "an external picture, the mode in small letters": _external_picture("external"),
    "an external picture, its relationships in UTF-16": _encoded(_external_picture(), RELS, "utf-16"),
    "an address in a relationship said to be internal": _related("image", "file:///C:/rahasia.png"),
    "another computer in a relationship": _related("image", "\\\\komputer\\bagi\\a.png"),
    "a link that runs a script": _related("hyperlink", "javascript:alert(1)", 'TargetMode="External"'),
    "a link to a file": _related("hyperlink", "file:///C:/a.exe", 'TargetMode="External"'),
    "a chunk of another document": _related("aFChunk", "lain.html"),
    "a subdocument": _related("subDocument", "bab.docx"),
    "an OLE object under a plain name": _related("oleObject", "data1.bin"),
    "a file embedded in the text": _related("package", "embeddings/a.xlsx"),
    "an add-in": _related("webextension", "webextensions/a.xml"),
    "a data source": _related("mailMergeSource", "data.xlsx"),
    "a program among the pictures": _added("word/media/image9.png", b"MZ\x90\x00program"),
    "macros under another name": _added("word/pengaturan.bin", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    "a document that carries macros": with_part(
        draft("isi"),
        TYPES,
        lambda xml: xml.replace(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            "application/vnd.ms-word.document.macroEnabled.main+xml",
        ),
    ),
    "a document inside the document": _added("word/embeddings/a.xlsx", draft("dalam")),
    "a document under a chart's name": _added("word/media/a.png", draft("dalam")),
    "a DTD far down": with_part(
        draft("isi"),
        "word/styles.xml",
        lambda xml: xml.replace("<w:styles", f"<!--{'x' * 5000}--><!DOCTYPE a><w:styles", 1),
    ),
    "a part in UTF-7": _encoded(draft("isi"), "word/settings.xml", "utf-7"),
    "altChunk": _in_body('<w:altChunk r:id="rId1"/>'),
    "an OLE object in the text": _in_body(
        '<w:p><w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office"/></w:object></w:r></w:p>'
    ),
    "an ActiveX control": _in_body('<w:p><w:r><w:object><w:control r:id="rId1"/></w:object></w:r></w:p>'),
    "a picture of old Word from the web": _in_body(
        f'<w:p><w:r><w:pict><v:shape {VML}><v:imagedata src="http://x.example/a.png"/></v:shape></w:pict></w:r></w:p>'
    ),
    "a shape that runs a script": _in_body(
        f'<w:p><w:r><w:pict><v:rect {VML} href="javascript:x()"/></w:pict></w:r></w:p>'
    ),
    "a picture with a script": _added(
        "word/media/a.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', "image/svg+xml"
    ),
    "a picture that fetches another": _added(
        "word/media/a.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><image href="http://x.example/a"/></svg>'
    ),
    "mail merge": with_part(
        draft("isi"), "word/settings.xml", lambda xml: xml.replace("</w:settings>", "<w:mailMerge/></w:settings>")
    ),
    **{
        f"field {code}": _field(code)
        for code in (
            "DDE excel a b",
            " ddeauto c:\\\\a b",
            "INCLUDETEXT C:\\\\a.docx",
            "INCLUDEPICTURE &quot;http://x.example/a.png&quot; \\d",
            "LINK Excel.Sheet a",
            "IMPORT a.png",
            "DATABASE \\d a",
            "RD a.docx",
            "MACROBUTTON Jalan Klik",
            "HYPERLINK &quot;javascript:x()&quot;",
            "HYPERLINK file:///C:/a.exe",
            "HYPERLINK &quot;\\\\komputer\\a&quot;",
            "HYPERLINK C:\\\\a.exe",
        )
    },
    "a field spread over runs": _runs("DDE", "AU", "TO c:\\\\windows\\\\calc"),
    "a field never ended": _in_body(
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDE a b</w:instrText></w:r></w:p>'
    ),
    "an instruction without its field": _in_body("<w:p><w:r><w:instrText>DDE a b</w:instrText></w:r></w:p>"),
}
ACCEPTED = {
    "a link": _related("hyperlink", "https://contoh.go.id/a?b=c", 'TargetMode="External"'),
    "an address to write to": _related("hyperlink", "mailto:a@contoh.go.id", 'TargetMode="external"'),
    "a type for an extension that no part has": with_part(
        draft("isi"),
        TYPES,
        lambda xml: xml.replace(
            "</Types>",
            '<Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.oleObject"/></Types>',
        ),
    ),
    "relationships in UTF-16": _encoded(draft("isi"), RELS, "utf-16"),
    "the text in UTF-16": _encoded(draft("isi"), "word/document.xml", "utf-16"),
    **{
        f"field {code}": _field(code)
        for code in ("PAGE", "NUMPAGES", "REF _Ref1 \\h", "TOC \\o", "HYPERLINK \\l bab", "HYPERLINK https://a.go.id")
    },
    "a link spread over runs": _runs("HYPER", "LINK &quot;https://", "contoh.go.id&quot;"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_acts_or_reaches_out_is_refused(name: str) -> None:
    assert [found.kode for found in check_template(REFUSED[name], "jahat.docx")] == ["naskah-paket-ditolak"]
    assert read_package(REFUSED[name], "jahat.docx")[0] == {}


@pytest.mark.parametrize("name", ACCEPTED)
def test_an_ordinary_document_is_accepted(name: str) -> None:
    assert read_package(ACCEPTED[name], "biasa.docx")[1] == []
    assert all(found.kode != "naskah-paket-ditolak" for found in check_template(ACCEPTED[name], "biasa.docx"))
