"""The drafter's own placeholder pictures, filled: one whose alt text is `gambar:lambang` shows the field `lambang`.

The field holds the bytes of a PNG or JPEG file. The picture keeps the place and frame it has in Word: the new one lies
within that frame, its own proportions kept.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from p3dn_reports.documents.word.dialect import missing_field, values_at
from p3dn_reports.documents.word.marks import Wanting
from p3dn_reports.documents.word.package import (
    Parts,
    add_default_type,
    add_relationship,
    parse_xml,
    relationships,
    serialize,
)
from p3dn_reports.documents.word.places import Paragraph, picture_name
from p3dn_reports.documents.word.suggestions import advised
from p3dn_reports.problems import Location, Problem, problem

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_TYPES = {"png": "image/png", "jpeg": "image/jpeg"}
_JPEG_SIZE = frozenset({0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A picture that waits for its image: its part, the field it asks for, and its place in words."""

    part: str
    isian: str
    tempat: str


class Image(NamedTuple):
    """What the first bytes of an image file say: `png` or `jpeg`, and its size in pixels."""

    kind: str
    width: int
    height: int


def placeholders(part: str, lines: Iterable[Paragraph]) -> tuple[Placeholder, ...]:
    """The placeholder pictures among the paragraphs of a part, each with its place."""
    return tuple(Placeholder(part, name, line.place) for line in lines for name in line.pictures)


def choose_images(
    waiting: Iterable[Placeholder], context: Mapping[str, object], berkas: str
) -> tuple[dict[str, bytes], list[str], list[Problem]]:
    """The image of each field asked for, the fields still wanting (their placeholders stay), and what is wrong."""
    images, wanting, problems = dict[str, bytes](), list[str](), list[Problem]()
    for one in waiting:
        path = tuple(one.isian.split("."))
        (value, *_) = (*values_at(context, path), None)
        if miss := missing_field(context, path):
            problems.append(_problem("templat-isian-tidak-dikenal", one, berkas, miss[0], usul=advised(miss[1])))
        elif isinstance(value, Wanting):
            wanting.append(value.nama)
        elif image_of(value) is None:
            problems.append(_problem("templat-gambar-salah", one, berkas, one.isian))
        else:
            images[one.isian] = value
    return images, wanting, problems


def _problem(kode: str, one: Placeholder, berkas: str, isian: str, usul: str = "") -> Problem:
    place = Location(berkas=berkas, sel=one.tempat)
    return problem(kode, place, nilai=f"gambar:{one.isian}", tempat=one.tempat, isian=isian, usul=usul)


def image_of(content: object) -> Image | None:
    """What kind of image some bytes are, told by the bytes alone; None for anything but a PNG or JPEG with a size."""
    if not isinstance(content, bytes):
        return None
    found = None
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:
        found = Image("png", int.from_bytes(content[16:20]), int.from_bytes(content[20:24]))
    elif content.startswith(b"\xff\xd8\xff"):
        found = _jpeg(content)
    return found if found and found.width and found.height else None


def fill_pictures(parts: Parts, part: str, images: dict[str, bytes]) -> None:
    """Put the images into the placeholders of one part, in place; where none is given the placeholder stays."""
    root = parse_xml(parts[part])
    for properties in list(root.iter(f"{_WP}docPr")):
        name = picture_name(properties)
        if name in images:
            _show(parts, part, properties, name, images[name])
    parts[part] = serialize(root)


def _show(parts: Parts, part: str, properties: etree._Element, name: str, content: bytes) -> None:
    drawing, image = properties.getparent(), image_of(content)
    blip = drawing.find(f".//{_A}blip") if drawing is not None else None
    if drawing is None or blip is None or image is None:
        return
    blip.set(f"{_R}embed", _relationship(parts, part, image.kind, content))
    blip.attrib.pop(f"{_R}link", "")
    etree.strip_elements(drawing, f"{_A}srcRect", with_tail=False)  # the placeholder's crop
    etree.strip_elements(blip, f"{_A}extLst", with_tail=False)  # and its copy as SVG, which Word would draw instead
    _fit(drawing, image)
    for key in ("descr", "title"):
        if key in properties.attrib:
            properties.set(key, name.rpartition(".")[2].replace("_", " "))


def _relationship(parts: Parts, part: str, kind: str, content: bytes) -> str:
    """The id under which a part knows an image, the image put into the package once."""
    target = f"media/gambar_{hashlib.sha256(content).hexdigest()[:16]}.{kind}"
    known = {name: rel_id for rel_id, (_, name) in relationships(parts, part).items()}
    if f"word/{target}" in known:
        return known[f"word/{target}"]
    parts[f"word/{target}"] = content
    add_default_type(parts, kind, _TYPES[kind])
    rel_id = f"rIdGambar{len(known) + 1}"
    add_relationship(parts, part, rel_id, _IMAGE, target)
    return rel_id


def _fit(drawing: etree._Element, image: Image) -> None:
    """Shrink the frame to the proportions of the image, so that it is never stretched."""
    extent = drawing.find(f"{_WP}extent")
    if extent is None:
        return
    width, height = int(extent.get("cx", "0")), int(extent.get("cy", "0"))
    if width * image.height > height * image.width:
        width = height * image.width // image.height
    else:
        height = width * image.height // image.width
    for node in [extent, *drawing.iterfind(f".//{_PIC}spPr/{_A}xfrm/{_A}ext")]:
        node.set("cx", str(width))
        node.set("cy", str(height))


def _jpeg(content: bytes) -> Image | None:
    """Walk the segments up to the one that holds the size."""
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4])
        if marker in _JPEG_SIZE:
            return Image("jpeg", int.from_bytes(content[at + 7 : at + 9]), int.from_bytes(content[at + 5 : at + 7]))
        at += 1 if marker == 0xFF else 2 + length
    return None
