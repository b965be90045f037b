"""A .docx as parts: opened under guard, written byte for byte the same every time.

Parts are a plain `dict` from part name to bytes, in the order of the zip. A `Member` is a part already deflated, so
that a part that never changes is deflated once and a document is put together from members by `write_zip`.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from p3dn_reports.documents.word.refusals import refusal
from p3dn_reports.problems import Location, Problem, problem

LARGEST_FILE = 100 * 1024 * 1024
MOST_PARTS = 2_000
LARGEST_TOTAL = 300 * 1024 * 1024
LARGEST_RATIO = 100
RATIO_FROM = 10 * 1024 * 1024

FAST = 3
"""The level of parts written anew for every document: a quarter of level 6's time for a file some 15% larger."""

_WORKBOOK = re.compile(r"word/embeddings/[^/]+\.xlsx", re.IGNORECASE)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_ZIP_DATE = (1 << 5) | 1  # 1 January 1980, the first day a zip can name

Parts = dict[str, bytes]

DOCUMENT, CORE = "word/document.xml", "docProps/core.xml"
_TYPES = "[Content_Types].xml"
_BROKEN_ZIP = (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error)
_KEPT = 128
"""What is made of a small part is remembered, for the documents of one build share nearly all of them."""
_SMALL = 32_768


class Member(NamedTuple):
    """One part as it stands in the zip: header and deflated bytes, and its entry in the directory but for the offset.

    `header` and `entry` depend on nothing else, so a part that never changes is put into every document as it is.
    """

    header: bytes
    deflated: bytes
    entry: bytes
    name: bytes


def pack(name: str, content: bytes) -> Member:
    """Deflate one part at level 6: for parts deflated once and used in many documents."""
    return deflate(name, (content,), 6)


def deflate_small(name: str, content: bytes) -> Member:
    """Deflate a part that many documents share, like the properties of one build; the small ones are kept.

    So are the last few pictures: every letter shows the same emblem.
    """
    if name.startswith("word/media/"):
        return _deflated_picture(name, content)
    return _deflated(name, content) if len(content) <= _SMALL else deflate(name, (content,))


@lru_cache(maxsize=8)
def _deflated_picture(name: str, content: bytes) -> Member:
    return deflate(name, (content,))


@lru_cache(maxsize=_KEPT)
def _deflated(name: str, content: bytes) -> Member:
    return deflate(name, (content,))


def deflate(name: str, chunks: Iterable[bytes], level: int = FAST) -> Member:
    """Deflate one part as it comes, without ever holding the whole of it."""
    deflater, crc, size, deflated = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS), 0, 0, []
    for chunk in chunks:
        crc, size = zlib.crc32(chunk, crc), size + len(chunk)
        deflated.append(deflater.compress(chunk))
    deflated.append(deflater.flush())
    return _member(name, crc, size, b"".join(deflated))


def write_zip(members: Iterable[Member]) -> bytes:
    """A zip of the members in the order given, dated 1980-01-01, without any further attribute."""
    body: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for header, deflated, entry, name in members:
        body += (header, deflated)
        directory += (entry, offset.to_bytes(4, "little"), name)
        offset += len(header) + len(deflated)
    count, size = len(directory) // 3, sum(map(len, directory))
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, size, offset, 0)
    return b"".join([*body, *directory, end])


def _member(name: str, crc: int, size: int, deflated: bytes) -> Member:
    title, flags = name.encode("utf-8"), 0 if name.isascii() else 0x800
    shared = struct.pack("<5H3L2H", 20, flags, 8, 0, _ZIP_DATE, crc, len(deflated), size, len(title), 0)
    entry = struct.pack("<4sH", b"PK\x01\x02", 20) + shared + struct.pack("<3HL", 0, 0, 0, 0)
    return Member(b"PK\x03\x04" + shared + title, deflated, entry, title)


def write_package(parts: Mapping[str, bytes]) -> bytes:
    """The .docx of these parts."""
    return write_zip(pack(name, content) for name, content in parts.items())


def read_package(content: bytes, berkas: str) -> tuple[Parts, list[Problem]]:
    """The parts of a .docx (or .xlsx), unzipped under guard; no part is returned when anything is refused.

    Refused: what is no zip, zip bombs, doubled, absolute or climbing names, and whatever `refusals` finds: what runs,
    fetches or embeds something else, a DTD, malformed XML. The workbook of a chart is held to the same. `berkas` names
    the file. Parts in UTF-16 come back in UTF-8.
    """
    try:
        parts, reason = _unzip(content)
    except _BROKEN_ZIP:
        return {}, [problem("naskah-bukan-docx", Location(berkas=berkas), berkas=berkas)]
    reason = reason or refusal(parts) or next(_embedded(parts), None)
    if reason:
        return {}, [problem("naskah-paket-ditolak", Location(berkas=berkas), berkas=berkas, sebab=reason)]
    return {name: _in_utf8(part) for name, part in parts.items()}, []


def parse_xml(content: bytes) -> etree._Element:
    """Parse one part as python-docx does: blank text between tags dropped, no entity, no network."""
    parser = etree.XMLParser(remove_blank_text=True, resolve_entities=False, no_network=True)
    return etree.fromstring(content, parser)


def serialize(root: etree._Element) -> bytes:
    """One part as bytes, with the standalone declaration Word writes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def rels_name(part: str) -> str:
    """Where the relationships of a part stand: `word/_rels/document.xml.rels`."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"


def relationships(parts: Mapping[str, bytes], part: str) -> dict[str, tuple[str, str]]:
    """The internal relationships of a part: id -> (type's last word, part name). External ones are left out."""
    rels = parts.get(rels_name(part))
    return {} if rels is None else dict(_related(rels, part))


@lru_cache(maxsize=_KEPT)
def _related(rels: bytes, part: str) -> tuple[tuple[str, tuple[str, str]], ...]:
    return tuple(
        (item.get("Id", ""), (item.get("Type", "").rpartition("/")[2], resolve_target(part, item.get("Target", ""))))
        for item in parse_xml(rels).iter(_RELATIONSHIPS)
        if item.get("TargetMode") != "External"
    )


def resolve_target(part: str, target: str) -> str:
    """The part name a relationship's target means, seen from `part`."""
    if target.startswith("/"):
        return target[1:]
    steps = part.split("/")[:-1]
    for step in target.split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step != ".":
            steps.append(step)
    return "/".join(steps)


def settle(parts: Parts) -> Parts:
    """The parts with document and properties where this engine looks for them, and as a document where a template.

    Word for the web calls the document `document2.xml`; a .dotx tells its kind in the content types alone.
    """
    for kind, wanted in (("officeDocument", DOCUMENT), ("core-properties", CORE)):
        now = next((name for found, name in relationships(parts, "").values() if found == kind), wanted)
        if now != wanted and now in parts and wanted not in parts:
            parts = {
                _moved(name, now, wanted): _renamed(content, now, wanted) if _names(name) else content
                for name, content in parts.items()
            }
    types = parts.get(_TYPES, b"")
    return {**parts, _TYPES: types.replace(b".template.main+xml", b".document.main+xml")} if types else parts


def _names(name: str) -> bool:
    """Whether a part names others by their path in the package."""
    return name in {_TYPES, "_rels/.rels"}


def _moved(name: str, now: str, wanted: str) -> str:
    return {now: wanted, rels_name(now): rels_name(wanted)}.get(name, name)


def _renamed(content: bytes, now: str, wanted: str) -> bytes:
    return content.replace(f'{now}"'.encode(), f'{wanted}"'.encode())


def add_relationship(parts: Parts, part: str, rel_id: str, kind: str, target: str) -> None:
    """Add one relationship to a part; `kind` is the full type URI, `target` as it is to be written."""
    name = rels_name(part)
    entry = f'<Relationship Id="{rel_id}" Type="{kind}" Target="{target}"/>'
    empty = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    parts[name] = _append_child(parts.get(name, empty), entry)


def add_content_type(parts: Parts, part: str, content_type: str) -> None:
    """Name the content type of a new part in [Content_Types].xml."""
    entry = f'<Override PartName="/{part}" ContentType="{content_type}"/>'
    parts["[Content_Types].xml"] = _append_child(parts["[Content_Types].xml"], entry)


def add_default_type(parts: Parts, extension: str, content_type: str) -> None:
    """Name the content type of an extension, unless it is named already."""
    if f'Extension="{extension}"'.encode() not in parts["[Content_Types].xml"]:
        entry = f'<Default Extension="{extension}" ContentType="{content_type}"/>'
        parts["[Content_Types].xml"] = _append_child(parts["[Content_Types].xml"], entry)


@lru_cache(maxsize=_KEPT)
def _append_child(content: bytes, entry: str) -> bytes:
    root = parse_xml(content)
    namespace = etree.QName(root).namespace
    root.append(etree.fromstring(entry.replace(" ", f' xmlns="{namespace}" ', 1)))
    etree.cleanup_namespaces(root)
    return serialize(root)


def _unzip(content: bytes) -> tuple[Parts, str | None]:
    if len(content) > LARGEST_FILE:
        return {}, "berkas lebih besar dari 100 MB"
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        reason = _bomb(entries) or _bad_names([entry.filename for entry in entries])
        return ({}, reason) if reason else ({entry.filename: archive.read(entry) for entry in entries}, None)


def _bomb(entries: list[zipfile.ZipInfo]) -> str | None:
    if len(entries) > MOST_PARTS:
        return f"isinya lebih dari {MOST_PARTS} bagian"
    if sum(entry.file_size for entry in entries) > LARGEST_TOTAL:
        return "isinya mengembang lebih dari 300 MB"
    for entry in entries:
        if entry.file_size > RATIO_FROM and entry.file_size > LARGEST_RATIO * entry.compress_size:
            return f"bagian {entry.filename} mengembang lebih dari {LARGEST_RATIO} kali"
    return None


def _bad_names(names: list[str]) -> str | None:
    if len({name.casefold() for name in names}) != len(names):
        return "ada dua bagian dengan nama yang sama"
    for name in names:
        if name.startswith("/") or "\\" in name or ".." in name.split("/"):
            return f"nama bagian {name} tidak sah"
    return None


def _embedded(parts: Parts) -> Iterator[str]:
    """Why a file inside the package is refused: only the plain workbook of a chart may lie there."""
    for name, content in parts.items():
        if not content.startswith(b"PK"):
            continue
        inner, reason = unzipped(content) if _WORKBOOK.fullmatch(name) else ({}, "bukan buku kerja grafik")
        if reason is None and b"spreadsheetml.sheet.main+xml" not in inner.get(_TYPES, b""):
            reason = "bukan buku kerja grafik"
        if reason := reason or refusal(inner):
            yield f"memuat berkas tertanam {name}: {reason}"


def unzipped(content: bytes) -> tuple[Parts, str | None]:
    """The parts of a zip, unpacked under guard but not looked into, or why it is refused."""
    try:
        return _unzip(content)
    except _BROKEN_ZIP:
        return {}, "isinya rusak"


def _in_utf8(content: bytes) -> bytes:
    """XML in UTF-16 written anew, since the engine reads parts as UTF-8."""
    return serialize(parse_xml(content)) if content.startswith(_UTF16) else content
