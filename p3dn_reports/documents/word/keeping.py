"""What no page may part, put into a template when it is compiled so that no drafter has to think of it.

No row of a table goes over two pages, and the rows above a loop head every page. Where a document is signed, the last
paragraph before, the whole block and the copies below stay on one page: none of these ever stands there alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from p3dn_reports.documents.word.places import W

_SIGNED = re.compile(r"{{-?\s*jangkar\b|\bpara_penanda_tangan\b")
_COPIES = re.compile(r"{%-?(?:p\s)?\s*for\s[^%]*\btembusan\b")
_LOOP = re.compile(r"\s*{%-?(?:tr\s)?\s*for\s[^{}]*%}\s*")
_OPENS, _CLOSES = re.compile(r"{%-?(?:\w+\s)?\s*(?:if|for)\s"), re.compile(r"{%-?(?:\w+\s)?\s*end(?:if|for)\b")
_MIDDLE = re.compile(r"{%-?(?:\w+\s)?\s*el(?:se|if)\b")
_TAG = re.compile(r"{{.*?}}|{%.*?%}")
_LOW_ROW = (
    '<w:tr xmlns:w="{W}"><w:trPr><w:trHeight w:val="1" w:hRule="exact"/></w:trPr><w:tc><w:tcPr>'
    '<w:tcW w:w="{width}" w:type="dxa"/><w:gridSpan w:val="{columns}"/></w:tcPr><w:p/></w:tc></w:tr>'
)
_SENTENCE_ENDS = (".", ";", ":")


def keep_together(root: etree._Element) -> None:
    """Keep what belongs together in a document, in place."""
    for table in root.iter(f"{W}tbl"):
        _keep_rows(table)
    body = list(root.iterfind(f"{W}body/*"))
    for at, node in enumerate(body):
        if _SIGNED.search(_text(node)):
            block = _block(body, at)
            if node in block and node.tag == f"{W}tbl":
                _end_openly(node)
            _bind(_before(body, at), is_whole=True)
            _bind(block, is_whole=False)


def _keep_rows(table: etree._Element) -> None:
    rows = table.findall(f"{W}tr")
    for row in rows:
        _give(row, "cantSplit")
    loop = next((at for at, row in enumerate(rows) if _LOOP.fullmatch(_text(row))), 0)
    if all(map(_is_heading, rows[:loop])):
        for row in rows[:loop]:
            _give(row, "tblHeader")


def _end_openly(table: etree._Element) -> None:
    """A row without height that may be parted: LibreOffice keeps no other table with the paragraph below."""
    columns = [int(column.get(f"{W}w", 0)) for column in table.iterfind(f"{W}tblGrid/{W}gridCol")]
    table.append(etree.fromstring(_LOW_ROW.format(W=W[1:-1], width=sum(columns), columns=len(columns) or 1)))


def _is_heading(row: etree._Element) -> bool:
    """Whether a row above a loop says what its columns are: words in two cells at least, no tag and no lone colon."""
    texts = [_text(cell).strip() for cell in row.findall(f"{W}tc")]
    return sum(map(bool, texts)) > 1 and ":" not in texts and not any("{%" in text for text in texts)


def _give(row: etree._Element, name: str) -> None:
    properties = row.find(f"{W}trPr")
    if properties is None:
        properties = etree.Element(f"{W}trPr")
        row.insert(sum(node.tag == f"{W}tblPrEx" for node in row), properties)
    if properties.find(f"{W}{name}") is None:
        etree.SubElement(properties, f"{W}{name}")


def _before(body: Sequence[etree._Element], at: int) -> Iterator[etree._Element]:
    """From the last sentence printed in any case to the signature; within a block of tags the last of each branch."""
    depth, told = 0, None
    for node in reversed(body[:at]):
        text = _text(node)
        if _ends_page(node):
            return
        if node.tag == f"{W}p" and _is_tag(text):
            branch = bool(_MIDDLE.search(text)) or bool(_OPENS.search(text))
            told = None if branch and told == depth else told
            depth += len(_CLOSES.findall(text)) - len(_OPENS.findall(text))
        elif told is None:
            yield from node.findall(f"{W}tr")[-1:] if node.tag == f"{W}tbl" else (node,)
            if node.tag == f"{W}tbl" or _TAG.sub("", text).rstrip().endswith(_SENTENCE_ENDS):
                told = depth
        if told is not None and depth <= 0:
            return


def _is_tag(text: str) -> bool:
    return bool(_TAG.search(text)) and "{{" not in text and not _TAG.sub("", text).strip()


def _block(body: Sequence[etree._Element], at: int) -> list[etree._Element]:
    """The signature with what follows on its page down to the copies; without copies down to where it ends."""
    page: list[etree._Element] = []
    for node in body[at:]:
        if page and (_ends_page(node) or node.tag == f"{W}sectPr"):
            break
        page.append(node)
    copies = next((index for index, node in enumerate(page) if _COPIES.search(_text(node))), None)
    if copies is not None:
        return page[: copies + 2]
    return page[0].findall(f"{W}tr")[:-1] if page[0].tag == f"{W}tbl" else page[:-1]


def _ends_page(node: etree._Element) -> bool:
    breaks = (one for one in node.iter(f"{W}br") if one.get(f"{W}type") == "page")
    return any(True for _ in node.iter(f"{W}sectPr", f"{W}pageBreakBefore")) or any(breaks)


def _bind(nodes: Iterable[etree._Element], *, is_whole: bool) -> None:
    """Keep every paragraph with what follows it; with `is_whole` none of them goes over two pages either."""
    for paragraph in (one for node in nodes for one in node.iter(f"{W}p")):
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            properties = etree.Element(f"{W}pPr")
            paragraph.insert(0, properties)
        _insert(properties, "keepNext", after=("pStyle",))
        if is_whole:
            _insert(properties, "keepLines", after=("pStyle", "keepNext"))


def _insert(properties: etree._Element, name: str, after: tuple[str, ...]) -> None:
    """A property of a paragraph in its place, unless it is there."""
    if properties.find(f"{W}{name}") is None:
        before = {f"{W}{one}" for one in after}
        properties.insert(sum(one.tag in before for one in properties), etree.Element(f"{W}{name}"))


def _text(node: etree._Element) -> str:
    return "".join(text.text or "" for text in node.iter(f"{W}t"))
