"""What a document says of its own state: wanting places in yellow, KONSEP or SIMULASI at the head of every page.

While Jinja renders, a value that needs Word's help is written with control characters, which XML forbids and which are
taken out of every value: so none can come from data. `resolve` turns them into breaks, tabs and highlighted runs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from p3dn_reports.documents.word.package import Parts, add_content_type, add_relationship, relationships

BREAK, TAB, WANTING, WANTING_END = "\x01", "\x02", "\x03", "\x04"

_MARK = re.compile(r"[\x01\x02]|\x03([^\x04]*)\x04")
_RUN = re.compile(r"<w:r(?: [^>]*)?>(<w:rPr>.*?</w:rPr>)?", re.DOTALL)
_AFTER_HIGHLIGHT = re.compile(
    r"<w:(?:u|effect|bdr|shd|fitText|vertAlign|rtl|cs|em|lang|eastAsianLayout|specVanish|oMath)\b|</w:rPr>"
)
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEADER_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"


@dataclass(frozen=True, slots=True)
class Wanting:
    """Data only a person can give and nobody has given yet; prints as `[LENGKAPI: nama]`.

    False in a condition, unchanged by every filter; a member of it is wanting too, and a loop over it runs once, so
    that a table of it shows one row of wanting cells and not an empty table.
    """

    nama: str

    def __bool__(self) -> bool:
        return False

    def __iter__(self) -> Iterator[Wanting]:
        yield self

    def __len__(self) -> int:
        return 1

    def member(self, nama: str) -> Wanting:
        """The wanting member `nama` of this: `penanda_tangan.nama`."""
        return Wanting(f"{self.nama}.{nama}")

    def __str__(self) -> str:
        return f"[LENGKAPI: {self.nama}]"


def resolve(xml: str) -> tuple[str, list[str]]:
    """One rendered part with its control characters turned into WordprocessingML, and the names found wanting."""
    if BREAK not in xml and TAB not in xml and WANTING not in xml:
        return xml, []
    pieces, wanting, last = [], [], 0
    for mark in _MARK.finditer(xml):
        pieces += [xml[last : mark.start()], _markup(mark, _run_properties(xml, mark.start()))]
        last = mark.end()
        if mark[0][0] == WANTING:
            wanting.append(mark[1])
    return "".join([*pieces, xml[last:]]), wanting


def resolve_stream(chunks: Iterable[str]) -> Iterator[str]:
    """`resolve` over a part that comes in pieces, cut where a paragraph ends: no run reaches further."""
    rest = ""
    for chunk in chunks:
        before, end, rest = (rest + chunk).rpartition("</w:p>")
        yield resolve(before + end)[0]
    yield resolve(rest)[0]


def mark_pages(parts: Parts, words: Sequence[str]) -> None:
    """Print the words in red at the top right of every page, in place; nothing when there are none.

    The line is a frame bound to the page, so it moves no text. Every header part gets it; for every kind of page that
    has no header yet (ordinary, first, even) the first section gets one, which later sections inherit.
    """
    if not words:
        return
    related = relationships(parts, "word/document.xml").values()
    line = _mark_line(" · ".join(words))
    for name in dict.fromkeys(name for kind, name in related if kind == "header"):
        text = parts[name].decode("utf-8")
        parts[name] = re.sub(r"<w:hdr\b[^>]*?>", lambda root: root[0] + line, text, count=1).encode("utf-8")
    for kind in _pages_without_header(parts):
        _add_header(parts, kind, f'<w:hdr xmlns:w="{_W}">{line}<w:p/></w:hdr>')


def _markup(mark: re.Match[str], run_properties: str | None) -> str:
    if run_properties is None:
        return _plain_text(mark)
    if mark[0] == BREAK:
        return '</w:t><w:br/><w:t xml:space="preserve">'
    resume = f'<w:r>{run_properties}<w:t xml:space="preserve">'
    if mark[0] == TAB:
        return f"</w:t></w:r><w:r>{run_properties}<w:tab/></w:r>{resume}"
    highlighted = f'<w:r>{_highlight(run_properties)}<w:t xml:space="preserve">'
    return f"</w:t></w:r>{highlighted}{_plain_text(mark)}</w:t></w:r>{resume}"


def _plain_text(mark: re.Match[str]) -> str:
    return str(Wanting(mark[1])) if mark[1] is not None else " "


def _run_properties(xml: str, at: int) -> str | None:
    """The `w:rPr` of the run whose text stands at `at` ("" without one); None outside a run's text."""
    start = max(xml.rfind("<w:r>", 0, at), xml.rfind("<w:r ", 0, at))
    text = max(xml.rfind("<w:t>", 0, at), xml.rfind("<w:t ", 0, at))
    inside = start >= 0 and text > start and xml.rfind("</w:t>", 0, at) < text and xml.find(">", text, at) >= 0
    run = _RUN.match(xml, start) if inside else None
    return (run[1] or "") if run else None


def _highlight(run_properties: str) -> str:
    """The run properties with a yellow highlight at the place the schema gives it."""
    properties = re.sub(r"<w:highlight\b[^>]*/>", "", run_properties) or "<w:rPr></w:rPr>"
    return _AFTER_HIGHLIGHT.sub(lambda found: f'<w:highlight w:val="yellow"/>{found[0]}', properties, count=1)


def _mark_line(text: str) -> str:
    return (
        '<w:p><w:pPr><w:framePr w:wrap="around" w:vAnchor="page" w:hAnchor="margin" w:xAlign="right" w:y="340"/>'
        '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:left="0" w:firstLine="0"/>'
        '<w:jc w:val="right"/></w:pPr><w:r><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:b/>'
        f'<w:color w:val="C00000"/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr><w:t>{escape(text)}</w:t></w:r></w:p>'
    )


def _pages_without_header(parts: Parts) -> list[str]:
    document = parts["word/document.xml"].decode("utf-8")
    first = re.search(r"<w:sectPr\b[^>]*/>|<w:sectPr\b.*?</w:sectPr>", document, re.DOTALL)
    own = set(re.findall(r'<w:headerReference\b[^>]*?w:type="(\w+)"', first[0])) if first else set()
    wanted = ["default"]
    if re.search(r'<w:titlePg(?:\s*/>|\s+w:val="(?:1|true|on)"\s*/>)', document):
        wanted.append("first")
    if b"<w:evenAndOddHeaders" in parts.get("word/settings.xml", b""):
        wanted.append("even")
    return [kind for kind in wanted if kind not in own]


def _add_header(parts: Parts, kind: str, xml: str) -> None:
    name, rel_id = f"header_tanda_{kind}.xml", f"rIdTanda{kind.capitalize()}"
    parts[f"word/{name}"] = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{xml}'.encode()
    add_content_type(parts, f"word/{name}", _HEADER_TYPE)
    add_relationship(parts, "word/document.xml", rel_id, f"{_R}/header", name)
    reference = f'<w:headerReference xmlns:r="{_R}" w:type="{kind}" r:id="{rel_id}"/>'
    document = parts["word/document.xml"].decode("utf-8")
    if "<w:sectPr" not in document:
        document = document.replace("</w:body>", "<w:sectPr></w:sectPr></w:body>", 1)
    document = re.sub(r"(<w:sectPr\b[^>]*?)/>", r"\1></w:sectPr>", document, count=1)
    document = re.sub(r"<w:sectPr\b[^>]*>", lambda found: found[0] + reference, document, count=1)
    parts["word/document.xml"] = document.encode("utf-8")
