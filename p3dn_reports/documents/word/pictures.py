"""The drafter's own placeholder pictures, filled: one whose alt text is `gambar:lambang` shows the field `lambang`.

The field holds the bytes of a PNG or JPEG file, or the name of one; `gambar:denah.png` names a file itself. What a
picture asks for is a tag in its alt text, so that it knows the loop it stands in, and one not printed asks for nothing.
The picture keeps the place and frame it has in Word: the new one lies within that frame, its own proportions kept.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple
from xml.sax.saxutils import unescape

from lxml import etree

from p3dn_reports.documents.word.grammar import DOC_PR
from p3dn_reports.documents.word.marks import Wanting
from p3dn_reports.documents.word.package import (
    Parts,
    add_default_type,
    add_relationship,
    relationships,
)
from p3dn_reports.documents.word.places import Paragraph, is_file, picture_name
from p3dn_reports.problems import Location, Problem, problem

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_TYPES = {"png": "image/png", "jpeg": "image/jpeg"}
_JPEG_SIZE = frozenset({0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})

Take = Callable[[str], "bytes | Problem | None"]
"""The picture of a file's name, or what is wrong with it; None where no files are to be had."""


def no_files(_: str) -> None:
    """There are no files."""


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A picture that waits for its image: its part, the field or file it asks for, and its place in words."""

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


def ask_by_tags(root: etree._Element) -> None:
    """Have each picture of a part ask for its field by a tag, in place; its title says what that was."""
    for properties in root.iter(DOC_PR):
        name = picture_name(properties)
        if name is not None:
            properties.set("title", name)
            properties.set("descr", ASKED + (name if is_file(name) else f"{{{{ {name} }}}}"))


ASKED = "gambar:"


@dataclass(slots=True)
class Filling:
    """The filling of one document's pictures from its fields and, by `take`, from files.

    `berkas` is the template's name, `waiting` its placeholders. `wanting` names the fields of placeholders that stay,
    `remarks` say why a file could not be shown, `wrong` what no document may be made with.
    """

    berkas: str
    waiting: tuple[Placeholder, ...]
    take: Take = no_files
    wanting: list[str] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)
    wrong: list[Problem] = field(default_factory=list)
    _given: list[object] = field(default_factory=list)

    def ask(self, value: object) -> str:
        """What a picture's tag prints: a file's name as it is, else where the value is kept until it is filled in."""
        if isinstance(value, str) and value:
            return value
        self._given.append(value)
        return f"?{len(self._given) - 1}"

    def fill(self, parts: Parts) -> None:
        """Put the images into the placeholders, in place; where none is given the placeholder stays."""
        for part in dict.fromkeys(one.part for one in self.waiting):
            xml = parts[part]
            spaces, pieces, last = _spaces(xml), list[bytes](), 0
            for frame in _frames(xml):
                filled = self._filled(parts, part, spaces, xml[frame].decode("utf-8"))
                pieces += [xml[last : frame.start], filled.encode("utf-8")]
                last = frame.stop
            parts[part] = b"".join([*pieces, xml[last:]])

    def _filled(self, parts: Parts, part: str, spaces: tuple[str, ...], frame: str) -> str:
        """One frame with its image; `spaces` are the namespaces known around it."""
        found = _PROPERTIES.search(frame)
        if found is None or not (asked := _attribute(found[0], "descr")).startswith(ASKED):
            return frame
        asked = asked.removeprefix(ASKED)
        isian = _attribute(found[0], "title") or asked
        given, image = self._given_for(part, isian, asked)
        if image is None or not isinstance(given, bytes):
            return _named(frame, spaces, ASKED + isian)
        return _shown(frame, spaces, _spoken(isian), image, _relationship(parts, part, image.kind, given))

    def _given_for(self, part: str, isian: str, asked: str) -> tuple[object, Image | None]:
        """What is given to be shown; without an image where the placeholder stays, or where that is a fault."""
        given = self._given[int(asked[1:])] if asked.startswith("?") else self.take(asked)
        if isinstance(given, Problem):
            self.remarks.append(given)
            self.wanting.append(isian)
        elif isinstance(given, Wanting) or given == "":
            self.wanting.append(given.nama if isinstance(given, Wanting) else isian)
        elif (image := image_of(given)) is None:
            self.wrong.extend(self._refusals(part, isian))
        else:
            return given, image
        return given, None

    def _refusals(self, part: str, isian: str) -> Iterator[Problem]:
        for one in dict.fromkeys(self.waiting):
            if (one.part, one.isian) == (part, isian):
                place = Location(berkas=self.berkas, sel=one.tempat)
                nilai = f"{ASKED}{isian}"
                yield problem("templat-gambar-salah", place, nilai=nilai, tempat=one.tempat, isian=isian)


def _spoken(isian: str) -> str:
    """The alt text of what a field shows: its last name in words; of a file its name."""
    name = isian.rpartition("/")[2]
    return (name.rpartition(".")[0] if is_file(name) else name.rpartition(".")[2]).replace("_", " ")


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


_FRAMES = (b"<wp:inline", b"<wp:anchor")
_ASKING = f'descr="{ASKED}'.encode()
_PROPERTIES = re.compile(r"<wp:docPr\b[^>]*>")
_ROOT = re.compile(rb"<\w+:\w+\b[^>]*>")
_SPACE = re.compile(r' xmlns(?::[\w.-]+)?="[^"]*"')
_KEPT = 256


def _frames(xml: bytes) -> Iterator[slice]:
    """Where the frames of the pictures lie that ask for an image, and have no other in them."""
    at = xml.find(_ASKING)
    while at >= 0:
        start = max(xml.rfind(name, 0, at) for name in _FRAMES)
        closing = b"</%b>" % xml[start + 1 : start + len(_FRAMES[0])]
        end = xml.find(closing, at) + len(closing)
        if start >= 0 and not any(xml.find(name, at, end) >= 0 for name in _FRAMES):
            yield slice(start, end)
        at = xml.find(_ASKING, max(at + 1, end))


def _spaces(xml: bytes) -> tuple[str, ...]:
    root = _ROOT.search(xml)
    return tuple(_SPACE.findall(root[0].decode("utf-8"))) if root else ()


def _attribute(tag: str, name: str) -> str:
    found = re.search(rf'\b{name}="([^"]*)"', tag)
    return unescape(found[1], {"&quot;": '"', "&#10;": " "}) if found else ""


@lru_cache(maxsize=_KEPT)
def _shown(frame: str, spaces: tuple[str, ...], spoken: str, image: Image, rel_id: str) -> str:
    """A frame with the image of a relationship in it."""
    holder = _opened(frame, spaces)
    blip = holder.find(f".//{_A}blip")
    if blip is None:
        return frame
    blip.set(f"{_R}embed", rel_id)
    blip.attrib.pop(f"{_R}link", "")
    etree.strip_elements(holder, f"{_A}srcRect", with_tail=False)  # the placeholder's crop
    etree.strip_elements(blip, f"{_A}extLst", with_tail=False)  # and its copy as SVG, which Word would draw instead
    _fit(holder, image)
    return _closed(holder, spaces, spoken)


@lru_cache(maxsize=_KEPT)
def _named(frame: str, spaces: tuple[str, ...], name: str) -> str:
    """A frame as it is, under a name."""
    return _closed(_opened(frame, spaces), spaces, name)


def _opened(frame: str, spaces: tuple[str, ...]) -> etree._Element:
    return etree.fromstring(f"<x{''.join(spaces)}>{frame}</x>")[0]


def _closed(holder: etree._Element, spaces: tuple[str, ...], name: str) -> str:
    for properties in holder.iterfind(DOC_PR):
        properties.set("descr", name)
        properties.set("title", name)
    text = etree.tostring(holder, encoding="unicode")
    for space in spaces:
        text = text.replace(space, "", 1)
    return text


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
