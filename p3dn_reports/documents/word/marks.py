"""What a document says of its own state: wanting places in yellow, KONSEP or SIMULASI on every page.

While Jinja renders, a value that needs Word's help is written with control characters, which XML forbids and which are
taken out of every value: so none can come from data. `resolve` turns them into breaks, tabs and highlighted runs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from p3dn_reports.documents.word.package import Parts, add_content_type, add_relationship, relationships
from p3dn_reports.documents.word.watermark import add_watermark

BREAK, TAB, WANTING, WANTING_END, HYPHEN = "\x01", "\x02", "\x03", "\x04", "\x06"
FRAMED, FRAMED_END = "\x11", "\x12"
PARAGRAPH, PAGE = "\a", "\f"
"""A new paragraph and a new page, by the characters docxtpl gives them in a value."""

_MARK = re.compile(r"[\x01\x02\x06\a\f]|\x03([^\x04]*)\x04|\x11([^\x12]*)\x12")
_AROUND_RUN = re.compile(r"<(/?)w:(?:hyperlink|ins|del|sdtContent|smartTag|fldSimple|customXml)\b[^>]*?(/?)>")
_RUN = re.compile(r"<w:r(?: [^>]*)?>(<w:rPr>.*?</w:rPr>)?", re.DOTALL)
_PARAGRAPH = re.compile(r"<w:p(?: [^>]*)?>(<w:pPr>.*?</w:pPr>)?", re.DOTALL)
_SECTION = re.compile(r"<w:sectPr\b[^>]*/>|<w:sectPr\b.*?</w:sectPr>", re.DOTALL)
_TITLE_PAGE = re.compile(r'<w:titlePg(?:\s*/>|\s+w:val="(?:1|true|on)"\s*/>)')
_AFTER_HIGHLIGHT = re.compile(
    r"<w:(?:u|effect|bdr|shd|fitText|vertAlign|rtl|cs|em|lang|eastAsianLayout|specVanish|oMath)\b|</w:rPr>"
)
_AFTER_BORDER = re.compile(r"<w:(?:shd|fitText|vertAlign|rtl|cs|em|lang|eastAsianLayout|specVanish|oMath)\b|</w:rPr>")
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEADER_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"


Key = tuple[tuple[str, str], ...]
"""What tells a row of a table from others: columns, and what they hold."""


@dataclass(frozen=True, slots=True)
class Wanting:
    """Data only a person can give and nobody has given yet; prints as `[LENGKAPI: nama]`.

    False in a condition, unchanged by every filter; a member of it is wanting too, and a loop over it runs once, so
    that a table of it shows one row of wanting cells and not an empty table. `asal` is the table, row and column that
    would fill it, where one would.
    """

    nama: str
    asal: tuple[str, Key, str] | None = field(default=None, compare=False)

    def __bool__(self) -> bool:
        return False

    def __iter__(self) -> Iterator[Wanting]:
        yield self

    def __len__(self) -> int:
        return 1

    def member(self, nama: str) -> Wanting:
        """The wanting member `nama` of this: `penanda_tangan.nama`."""
        return Wanting(f"{self.nama}.{nama}", self.asal)

    def __str__(self) -> str:
        return f"[LENGKAPI: {self.nama}]"


class Framed(str):
    """A text printed with a line around it: where a signature comes that no program looks up."""

    __slots__ = ()


def resolve(xml: str) -> tuple[str, list[str]]:
    """One rendered part with its control characters turned into WordprocessingML, and the names found wanting."""
    if not any(mark in xml for mark in (BREAK, TAB, WANTING, HYPHEN, FRAMED, PARAGRAPH, PAGE)):
        return xml, []
    pieces, wanting, last = [], [], 0
    for mark in _MARK.finditer(xml):
        pieces += [xml[last : mark.start()], _markup(mark, xml)]
        last = mark.end()
        if mark[0][0] == WANTING:
            wanting.append(mark[1])
    return "".join([*pieces, xml[last:]]), wanting


def cut_behind_paragraphs(chunks: Iterable[str]) -> Iterator[str]:
    """A part that comes in pieces, cut where a paragraph ends: no run reaches further."""
    rest = ""
    for chunk in chunks:
        before, end, rest = (rest + chunk).rpartition("</w:p>")
        yield before + end
    yield rest


def mark_pages(parts: Parts, words: Sequence[str]) -> None:
    """Print the words in red at the top right of every page and in grey behind it, in place; nothing without words.

    The line is a frame bound to the page, so it moves no text. Every header part gets it; for every kind of page that
    has no header yet (ordinary, first, even) the first section gets one, which later sections inherit.
    """
    if not words:
        return
    related = relationships(parts, "word/document.xml").values()
    text = " · ".join(words)
    line = _mark_line(text)
    headers = list(dict.fromkeys(name for kind, name in related if kind == "header"))
    for number, name in enumerate(headers, 1):
        header = add_watermark(parts[name].decode("utf-8"), text, number)
        parts[name] = re.sub(r"<w:hdr\b[^>]*?>", lambda root: root[0] + line, header, count=1).encode("utf-8")
    document = parts["word/document.xml"].decode("utf-8")
    kinds = _pages_without_header(
        document, has_even_pages=b"<w:evenAndOddHeaders" in parts.get("word/settings.xml", b"")
    )
    for number, kind in enumerate(kinds, len(headers) + 1):
        _add_header(parts, kind, add_watermark(f'<w:hdr xmlns:w="{_W}">{line}<w:p/></w:hdr>', text, number))
    if kinds:
        parts["word/document.xml"] = _refer_to_headers(document, kinds).encode("utf-8")


def _markup(mark: re.Match[str], xml: str) -> str:
    run_properties = _run_properties(xml, mark.start())
    if run_properties is None:
        return _plain_text(mark)
    resume = f'<w:r>{run_properties}<w:t xml:space="preserve">'
    ends_paragraph = mark[0] in (PARAGRAPH, PAGE)
    if ends_paragraph and (paragraph_properties := _paragraph_properties(xml, mark.start())) is not None:
        page = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>' if mark[0] == PAGE else ""
        return f"</w:t></w:r></w:p>{page}<w:p>{paragraph_properties}{resume}"
    if mark[0] == BREAK or ends_paragraph:
        return '</w:t><w:br/><w:t xml:space="preserve">'
    if mark[0] == HYPHEN:
        return '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'
    if mark[0] == TAB:
        return f"</w:t></w:r><w:r>{run_properties}<w:tab/></w:r>{resume}"
    told = _border(run_properties) if mark[0][0] == FRAMED else _highlight(run_properties)
    return f'</w:t></w:r><w:r>{told}<w:t xml:space="preserve">{_plain_text(mark)}</w:t></w:r>{resume}'


def _plain_text(mark: re.Match[str]) -> str:
    if mark[1] is not None:
        return str(Wanting(mark[1]))
    if mark[2] is not None:
        return mark[2]
    return "-" if mark[0] == HYPHEN else " "


def _run_properties(xml: str, at: int) -> str | None:
    """The `w:rPr` of the run whose text stands at `at` ("" without one); None outside a run's text."""
    start = max(xml.rfind("<w:r>", 0, at), xml.rfind("<w:r ", 0, at))
    text = max(xml.rfind("<w:t>", 0, at), xml.rfind("<w:t ", 0, at))
    inside = start >= 0 and text > start and xml.rfind("</w:t>", 0, at) < text and xml.find(">", text, at) >= 0
    run = _RUN.match(xml, start) if inside else None
    return (run[1] or "") if run else None


def _paragraph_properties(xml: str, at: int) -> str | None:
    """The `w:pPr` of the paragraph around `at` ("" without one); None where its run lies in a link or the like."""
    start = max(xml.rfind("<w:p>", 0, at), xml.rfind("<w:p ", 0, at))
    around = sum(-1 if tag[1] else not tag[2] for tag in _AROUND_RUN.finditer(xml, start, at))
    properties = _PARAGRAPH.match(xml, start)
    return None if around else (properties[1] or "") if properties else ""


def _highlight(run_properties: str) -> str:
    """The run properties with a yellow highlight at the place the schema gives it."""
    properties = re.sub(r"<w:highlight\b[^>]*/>", "", run_properties) or "<w:rPr></w:rPr>"
    return _AFTER_HIGHLIGHT.sub(lambda found: f'<w:highlight w:val="yellow"/>{found[0]}', properties, count=1)


def _border(run_properties: str) -> str:
    """The run properties with a line around the text at the place the schema gives it."""
    line = '<w:bdr w:val="single" w:sz="6" w:space="4" w:color="808080"/>'
    properties = re.sub(r"<w:bdr\b[^>]*/>", "", run_properties) or "<w:rPr></w:rPr>"
    return _AFTER_BORDER.sub(lambda found: f"{line}{found[0]}", properties, count=1)


def _mark_line(text: str) -> str:
    return (
        '<w:p><w:pPr><w:framePr w:wrap="around" w:vAnchor="page" w:hAnchor="margin" w:xAlign="right" w:y="340"/>'
        '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:left="0" w:firstLine="0"/>'
        '<w:jc w:val="right"/></w:pPr><w:r><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:b/>'
        f'<w:color w:val="C00000"/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr><w:t>{escape(text)}</w:t></w:r></w:p>'
    )


def _pages_without_header(document: str, *, has_even_pages: bool) -> list[str]:
    first = _SECTION.match(document, at) if (at := document.find("<w:sectPr")) >= 0 else None
    own = set(re.findall(r'<w:headerReference\b[^>]*?w:type="(\w+)"', first[0])) if first else set()
    has_title_page = "<w:titlePg" in document and _TITLE_PAGE.search(document)
    wanted = ["default", *(["first"] if has_title_page else []), *(["even"] if has_even_pages else [])]
    return [kind for kind in wanted if kind not in own]


def _add_header(parts: Parts, kind: str, xml: str) -> None:
    name = f"header_tanda_{kind}.xml"
    parts[f"word/{name}"] = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{xml}'.encode()
    add_content_type(parts, f"word/{name}", _HEADER_TYPE)
    add_relationship(parts, "word/document.xml", _rel_id(kind), f"{_R}/header", name)


def _rel_id(kind: str) -> str:
    return f"rIdTanda{kind.capitalize()}"


def _refer_to_headers(document: str, kinds: Sequence[str]) -> str:
    """The document with its first section naming the headers of these pages, the last of them first."""
    references = "".join(
        f'<w:headerReference xmlns:r="{_R}" w:type="{kind}" r:id="{_rel_id(kind)}"/>' for kind in reversed(kinds)
    )
    at = document.find("<w:sectPr")
    if at < 0:
        return document.replace("</w:body>", f"<w:sectPr>{references}</w:sectPr></w:body>", 1)
    end = document.index(">", at)
    if document[end - 1] == "/":
        return f"{document[: end - 1]}>{references}</w:sectPr>{document[end + 1 :]}"
    return f"{document[: end + 1]}{references}{document[end + 1 :]}"
