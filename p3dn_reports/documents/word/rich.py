"""Values that bring their own markup: docxtpl's RichText, RichTextParagraph, Listing, InlineImage and Subdoc.

Only code can make them, never a file of data. `{{r x }}` prints runs and `{{p x }}` paragraphs or tables; a picture and
a listing stand in a text as any value does. Pictures, subdocuments and links add parts to the package: those are made
for a DocxTemplate (`Template.as_docxtpl`), and printed while `open_part` holds it open.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from copy import copy
from itertools import count
from typing import Any

from docxtpl import DocxTemplate, InlineImage, Listing, RichText, RichTextParagraph
from lxml import etree

from p3dn_reports.documents.word.marks import BREAK, PAGE, PARAGRAPH, TAB
from p3dn_reports.documents.word.package import Parts, read_package

_MARKS = str.maketrans({"\n": BREAK, "\t": TAB})
_NO_MARKS = str.maketrans(dict.fromkeys((PARAGRAPH, PAGE)))
_NAMESPACES = " ".join(
    f'xmlns:{prefix}="http://schemas.openxmlformats.org/{path}"'
    for prefix, path in (
        ("w", "wordprocessingml/2006/main"),
        ("r", "officeDocument/2006/relationships"),
    )
)
_OPEN: ContextVar[DocxTemplate | None] = ContextVar("open", default=None)
_LINK = re.compile(r'r:id="([^"]*)"')
_NUMBERING = "word/numbering.xml"
_LIST_ID = re.compile(rb'w:nsid w:val="[0-9A-Fa-f]+')
_UNOPENED = "gambar, subdokumen, dan tautan hanya dapat dicetak lewat dokumen docxtpl yang memuatnya"


class Markup(str):
    """XML that is printed as it is."""

    __slots__ = ()


class NotRichError(Exception):
    """A plain value where only markup can stand: `{{r nama }}`."""


class UnopenedError(Exception):
    """A picture, subdocument or link while no DocxTemplate is held open; the renderer opens one and begins anew."""


def docxtpl_of(context: object, own: DocxTemplate) -> DocxTemplate | None:
    """The DocxTemplate that values of a context were made with, where it is one of the same file as `own`."""
    found = {id(tpl): tpl for value in _values(context) if (tpl := getattr(value, "tpl", None)) is not None}
    if len(found) != 1:
        return None
    (tpl,) = found.values()
    if not isinstance(tpl, DocxTemplate):
        return None
    same, mine = (one.get_docx().part.element.xml for one in (tpl, own))
    return tpl if same == mine else None


def _values(value: object) -> Iterator[object]:
    if isinstance(value, Mapping):
        for inner in value.values():
            yield from _values(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _values(inner)
    elif is_rich(value):
        yield value


def text_markup(value: object) -> str:
    """What stands in the midst of a text: a Listing's lines, a picture. Raises ValueError for what cannot."""
    if isinstance(value, Listing):
        return str(value.xml).translate(_MARKS)
    if isinstance(value, InlineImage):
        return _bound(value)
    if is_rich(value):
        raise ValueError("teks berformat ditaruh dengan {{r ...}} dan subdokumen dengan {{p ...}}")
    raise NotRichError(type(value).__name__)


def run_markup(value: object) -> Markup:
    """The runs of `{{r x }}`. Raises NotRichError for a plain value, ValueError for what cannot be printed."""
    if isinstance(value, RichText):
        return _checked(value)
    if isinstance(value, InlineImage):
        return Markup(f'<w:r><w:t xml:space="preserve">{_bound(value)}</w:t></w:r>')
    raise NotRichError(type(value).__name__)


def block_markup(value: object) -> Markup:
    """The paragraphs and tables of `{{p x }}`; raises as `run_markup` does."""
    if isinstance(value, RichTextParagraph):
        return _checked(value)
    if isinstance(value, RichText):
        return Markup(f"<w:p>{_checked(value)}</w:p>")
    if _is_subdocument(value):
        return Markup(_bound(value))
    raise NotRichError(type(value).__name__)


def is_rich(value: object) -> bool:
    """Whether a value brings its own markup."""
    return isinstance(value, RichText | RichTextParagraph | Listing | InlineImage) or _is_subdocument(value)


@contextmanager
def open_part(through: DocxTemplate | None, part: str) -> Iterator[None]:
    """While this lasts, what is bound to `through` is printed for the part of that name."""
    if through is None:
        yield
        return
    known = {str(found.partname): found for found in through.get_docx().part.package.iter_parts()}
    through.current_rendering_part = known[f"/{part}"]
    token = _OPEN.set(through)
    try:
        yield
    finally:
        _OPEN.reset(token)


def package_parts(through: DocxTemplate, original: Mapping[str, bytes]) -> Parts:
    """The parts of a DocxTemplate as it is: those of its file, and all that its pictures and subdocuments have added.

    A subdocument's lists get ids drawn by lot: they are counted instead, so that the same document is the same bytes.
    """
    content = io.BytesIO()
    through.get_docx().save(content)
    parts = read_package(content.getvalue(), "docxtpl")[0]
    kept, numbers = set(_LIST_ID.findall(original.get(_NUMBERING, b""))), count(1)
    if _NUMBERING in parts:
        parts[_NUMBERING] = _LIST_ID.sub(
            lambda found: found[0] if found[0] in kept else b'w:nsid w:val="%08X' % next(numbers), parts[_NUMBERING]
        )
    return parts


def _is_subdocument(value: object) -> bool:
    return type(value).__module__ == "docxtpl.subdoc"  # not imported: it takes 0.2 s and few templates need it


def _bound(value: Any) -> str:
    opened = _OPEN.get()
    if opened is None:
        raise UnopenedError
    if value.tpl is None:
        value = copy(value)
        value.tpl = opened
    if value.tpl is not opened:
        raise ValueError(_UNOPENED)
    return str(value)


def _checked(value: Any) -> Markup:
    """Colours and styles are written as they come: what would break the document is not let in."""
    if links := _LINK.findall(value.xml):
        opened = _OPEN.get()
        if opened is None:
            raise UnopenedError
        if not set(links) <= set(opened.get_docx().part.rels):
            raise ValueError(_UNOPENED)
    try:
        etree.fromstring(f"<x {_NAMESPACES}>{value.xml.translate(_NO_MARKS)}</x>")
    except etree.XMLSyntaxError as error:
        raise ValueError("teks berformat itu bukan XML yang utuh") from error
    return Markup(value.xml.translate(_MARKS))
