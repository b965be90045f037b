"""A copy of a template with what was found in it as Word comments, each at its place."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.text.paragraph import Paragraph

from p3dn_reports.documents.word.checker import Found
from p3dn_reports.documents.word.package import read_package, write_package
from p3dn_reports.documents.word.places import W
from p3dn_reports.errors import UsageError

AUTHOR, INITIALS = "p3dn", "p3"


def with_comments(content: bytes, found: Iterable[Found]) -> bytes:
    """The template with one comment for each mistake; the same mistakes give the same bytes.

    Word has no comments in headers, footers and notes: those stand at the first paragraph and name their place. Nor has
    it any in text boxes: those stand at the paragraph the box hangs on. Raises UsageError for a file that cannot be
    opened as a document.
    """
    try:
        document: Any = Document(io.BytesIO(content))
    except (PackageNotFoundError, KeyError, ValueError) as error:
        raise UsageError("Komentar tidak dapat dituliskan karena berkas itu bukan berkas Word (.docx).") from error
    nodes = list(document.element.body.iter(f"{W}p"))
    for item in found:
        in_body = item.part == "word/document.xml" and item.paragraph < len(nodes)
        node = _outside_boxes(nodes[item.paragraph]) if in_body else _first(document, nodes)
        _comment(document, Paragraph(node, document._body), item)
    stream = io.BytesIO()
    document.save(stream)
    return write_package(read_package(stream.getvalue(), "komentar")[0])


def _outside_boxes(node: Any) -> Any:
    outer = next(node.iterancestors(f"{W}p"), None)
    return node if outer is None else _outside_boxes(outer)


def _first(document: Any, nodes: list[Any]) -> Any:
    if not nodes:
        nodes.append(document.add_paragraph()._p)
    return nodes[0]


def _comment(document: Any, paragraph: Any, item: Found) -> None:
    runs = paragraph.runs or [paragraph.add_run("")]
    found = item.problem
    text = f"{found.pesan}\n{found.saran}"
    comment = document.add_comment(runs=runs, text=text, author=AUTHOR, initials=INITIALS)
    comment._comment_elm.attrib.pop(f"{W}date", None)
