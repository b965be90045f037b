"""Why a Word package is refused: whatever runs, fetches or calls for something outside the document.

Everything is read from the parsed tree, as Word reads it: a reference written in other letters, another encoding or
under another part's name means the same to Word, and so it does here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from p3dn_reports.documents.word.addresses import is_link, leads_out, scheme_of
from p3dn_reports.documents.word.field_codes import active_field
from p3dn_reports.documents.word.grammar import W

TYPES = "[Content_Types].xml"

_ENCODINGS = frozenset({None, "utf-8", "utf-16", "utf-16le", "utf-16be", "ascii", "us-ascii"})
"""Those that Word reads; a reader may know more, and would see what Word and our other guards do not."""

_XML_NAME = re.compile(r"\.(xml|rels|vml|svg)$", re.IGNORECASE)
_FORBIDDEN_NAME = re.compile(r"vbaProject|vbaData|activeX|oleObject", re.IGNORECASE)
_PROGRAMS = (b"MZ", b"\x7fELF", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe")
"""How programs, OLE containers (macros among them), RTF and scripts begin; no picture or font does."""

_ACTIVE_TYPE = re.compile(
    r"macro-?enabled|vbaProject|vbaData|activeX|oleObject|x-msdownload|x-dosexec|javascript|text/html|message/rfc822|"
    r"application/rtf|webextension|customUI",
    re.IGNORECASE,
)
_ACTIVE_RELATION = re.compile(
    r"aFChunk|subDocument|oleObject|control|activeX\w*|vbaProject|wordVbaData|mailMerge\w*|recipientData|extensibility|"
    r"webextension\w*|attachedToolbars|externalLink|connections|queryTable|frame",
    re.IGNORECASE,
)
_ACTIVE_ELEMENTS = {
    "altChunk": "dokumen lain yang disisipkan (altChunk)",
    "subDoc": "subdokumen dari berkas lain",
    "OLEObject": "objek tertanam (OLE)",
    "control": "kendali ActiveX",
    "mailMerge": "hubungan ke sumber data gabungan surat (mail merge)",
    "script": "skrip",
    "foreignObject": "isi asing dalam gambar SVG",
}

_ADDRESSES = etree.XPath(
    "//@*[contains(' action src href ', concat(' ', translate(local-name(), 'ACEFHINORST', 'acefhinorst'), ' '))]"
)
"""Every attribute that may name something outside, in letters of any case, asked of libxml2: a part has thousands."""


def refusal(parts: Mapping[str, bytes]) -> str | None:
    """The first reason why the package of these parts is refused, in Indonesian; None for a plain document."""
    return next(_reasons(parts), None)


def _reasons(parts: Mapping[str, bytes]) -> Iterator[str]:
    extensions = frozenset(name.rpartition(".")[2].casefold() for name in parts)
    for name, content in parts.items():
        if _FORBIDDEN_NAME.search(name) or content.startswith(_PROGRAMS):
            yield f"memuat makro, program, atau objek tertanam ({name})"
        elif _is_xml(name, content):
            yield from _xml_reasons(name, content, extensions)


def _is_xml(name: str, content: bytes) -> bool:
    """Whether Word would read a part as XML, by its name or by how it begins."""
    start = content[:64].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\x00")
    return bool(_XML_NAME.search(name)) or name == TYPES or start.startswith((b"<", b"+ADw-"))


def _xml_reasons(name: str, content: bytes, extensions: frozenset[str]) -> Iterator[str]:
    try:
        tree = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True)).getroottree()
    except (etree.XMLSyntaxError, ValueError, LookupError):
        yield f"bagian {name} rusak (XML tidak dapat dibaca)"
        return
    encoding = tree.docinfo.encoding
    if tree.docinfo.internalDTD is not None:
        yield f"bagian {name} memuat DTD"
    elif (encoding.casefold() if encoding else None) not in _ENCODINGS:
        yield f"bagian {name} ditulis dengan pengodean {encoding}"
    elif name == TYPES:
        yield from _active_types(tree.getroot(), extensions)
    elif name.endswith(".rels"):
        yield from _active_relations(name, tree.getroot())
    else:
        yield from _active_markup(name, tree.getroot())


def _active_types(root: etree._Element, extensions: frozenset[str]) -> Iterator[str]:
    """Types of what is there; Word names some for an extension that no part has."""
    for item in root.iter("{*}Default", "{*}Override"):
        kind, extension = item.get("ContentType", ""), item.get("Extension")
        if _ACTIVE_TYPE.search(kind) and (extension is None or extension.casefold() in extensions):
            yield f"memuat isi yang dapat menjalankan sesuatu ({kind})"


def _active_relations(name: str, root: etree._Element) -> Iterator[str]:
    for item in root.iter("{*}Relationship"):
        target, kind = item.get("Target", ""), item.get("Type", "").rstrip("/").rpartition("/")[2]
        external = item.get("TargetMode", "").strip().casefold() == "external"
        if external and kind.casefold() == "hyperlink" and is_link(target):
            continue
        if external or leads_out(target):
            yield f"merujuk ke luar berkas ({target})"
        elif _ACTIVE_RELATION.fullmatch(kind):
            yield f"memuat {kind}, yang menjalankan atau menyisipkan isi lain ({target})"
        elif kind == "package" and not name.startswith("word/charts/"):
            yield f"memuat berkas tertanam ({target})"


def _active_markup(name: str, root: etree._Element) -> Iterator[str]:
    for node in root.iter(*(f"{{*}}{local}" for local in _ACTIVE_ELEMENTS)):
        local = etree.QName(node).localname
        if _means(node, local):
            yield f"memuat {_ACTIVE_ELEMENTS[local]} pada {name}"
    addresses: Any = _ADDRESSES(root)  # texts that know their element and name
    for value in addresses:
        local, attribute = etree.QName(value.getparent()).localname, value.attrname.rpartition("}")[2].casefold()
        if _points_out(local, attribute, str(value)):
            yield f"merujuk ke luar berkas ({value})"
    if field := active_field(root):
        yield f"memuat field {field}, yang menjalankan atau mengambil sesuatu dari luar naskah"


def _means(node: etree._Element, local: str) -> bool:
    """`control`, `script` and `mailMerge` are words of other vocabularies too: only in their own do they act."""
    namespace = etree.QName(node).namespace or ""
    if local in {"script", "foreignObject"}:
        return "svg" in namespace
    return local == "OLEObject" or namespace == W.strip("{}") or namespace.endswith("/wordprocessingml/main")


def _points_out(element: str, attribute: str, value: str) -> bool:
    """Whether a drawing's attribute names something outside: a source never may, a link only a page or an address."""
    if attribute == "action":
        return value.casefold().startswith(("ppaction://macro", "ppaction://program", "ppaction://ole"))
    if attribute not in {"src", "href"} or scheme_of(value) == "data":
        return False
    source = attribute == "src" or element in {"image", "use", "imagedata", "fill"}
    return leads_out(value) and (source or not is_link(value))
