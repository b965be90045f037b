"""Open and print the templates with plain docxtpl, the oracle of the engine."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined
from lxml import etree

from p3dn_reports.documents.word.values import FILTERS
from p3dn_reports.formatting import persen
from tests.templates.contoh_konteks import NASKAH, Konteks

FOLDER = Path(__file__).parents[2] / "templates" / "docx"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

SAMPLES: list[tuple[str, str, Callable[[], Konteks]]] = [
    (name, sample, make) for name, samples in NASKAH.items() for sample, make in samples.items()
]


def part(name: str, inside: str = "word/document.xml") -> etree._Element:
    """One part of a template, parsed."""
    with zipfile.ZipFile(FOLDER / name) as archive:
        return etree.fromstring(archive.read(inside))


def parts_with_text(name: str) -> list[str]:
    """The parts a drafter writes in: the body, headers and footers."""
    with zipfile.ZipFile(FOLDER / name) as archive:
        return [item for item in archive.namelist() if re.fullmatch(r"word/(document|header\d+|footer\d+)\.xml", item)]


def render(name: str, konteks: Konteks) -> bytes:
    """The document docxtpl makes of a template; any unknown field raises."""
    environment = Environment(undefined=StrictUndefined, autoescape=True)
    environment.filters.update({**FILTERS, "persen": persen})
    template: Any = DocxTemplate(FOLDER / name)
    template.render(konteks, environment, autoescape=True)
    content = io.BytesIO()
    template.save(content)
    return content.getvalue()


def lines(document: bytes) -> list[str]:
    """The text of a rendered document, one line per paragraph of the body, tables included; tabs as blanks."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return [text for text in (paragraph_text(node) for node in root.iter(f"{W}p")) if text.strip()]


def text(name: str, konteks: Konteks) -> str:
    """All the text of a rendered document, non-breaking spaces as blanks."""
    return "\n".join(lines(render(name, konteks))).replace("\u00a0", " ")


@cache
def sample_text(name: str, make: Callable[[], Konteks]) -> str:
    """The text of a sample, printed once for all tests that read it."""
    return text(name, make())


def paragraph_text(paragraph: etree._Element) -> str:
    """The text of one paragraph as it stands in its runs."""
    found = (node.text or "" if node.tag == f"{W}t" else " " for node in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br"))
    return "".join(found)


def attribute(node: etree._Element | None, name: str) -> str:
    """A w: attribute; empty where the node or the attribute is missing."""
    return (node.get(f"{W}{name}") or "") if node is not None else ""


def style_of(paragraph: etree._Element) -> str:
    """The id of a paragraph's style."""
    return attribute(paragraph.find(f"{W}pPr/{W}pStyle"), "val")


def cells(row: etree._Element) -> Iterator[tuple[int, int]]:
    """Each cell of a row as (grid columns it spans, its width in twips)."""
    for cell in row.findall(f"{W}tc"):
        span = attribute(cell.find(f"{W}tcPr/{W}gridSpan"), "val") or "1"
        yield int(span), int(attribute(cell.find(f"{W}tcPr/{W}tcW"), "w"))
