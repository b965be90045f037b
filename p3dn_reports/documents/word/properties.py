"""The properties of a document file: its dates and where its figures come from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from lxml import etree

from p3dn_reports.documents.word.package import CORE, Parts, add_content_type, add_relationship, parse_xml, serialize

CUSTOM = "docProps/custom.xml"

_DCTERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_EMPTY_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    f' xmlns:dcterms="{_DCTERMS}" xmlns:xsi="{_XSI}"/>'
)


def stamp_dates(parts: Parts, tanggal: date) -> None:
    """Set created and modified to midnight of the document's date, in place; never the clock."""
    if CORE not in parts:
        add_content_type(parts, CORE, "application/vnd.openxmlformats-package.core-properties+xml")
        kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
        add_relationship(parts, "", "rIdInti", kind, CORE)
    parts[CORE] = _dated(parts.get(CORE, _EMPTY_CORE.encode()), tanggal)


def stamp_provenance(parts: Parts, provenance: Mapping[str, str]) -> None:
    """Add custom properties (region, period, digests) in place; a property of the same name is replaced."""
    if not provenance:
        return
    if CUSTOM not in parts:
        add_content_type(parts, CUSTOM, "application/vnd.openxmlformats-officedocument.custom-properties+xml")
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
        add_relationship(parts, "", "rIdAsal", kind, CUSTOM)
        parts[CUSTOM] = f'<Properties xmlns="{_CUSTOM}" xmlns:vt="{_VT}"/>'.encode()
    parts[CUSTOM] = _with_provenance(parts[CUSTOM], tuple(provenance.items()))


def provenance(parts: Parts) -> dict[str, str]:
    """What `stamp_provenance` wrote into a document, whoever saved it since; nothing for a document of others."""
    try:
        root = parse_xml(parts[CUSTOM])
    except (KeyError, etree.XMLSyntaxError):
        return {}
    named = ((node.get("name", ""), "".join(map(str, node.itertext()))) for node in root)
    return {name: text for name, text in named if name.startswith("p3dn_")}


@lru_cache(maxsize=64)
def _dated(core: bytes, tanggal: date) -> bytes:
    root = parse_xml(core)
    for name in ("created", "modified"):
        node = root.find(f"{{{_DCTERMS}}}{name}")
        if node is None:
            node = etree.SubElement(root, f"{{{_DCTERMS}}}{name}", {f"{{{_XSI}}}type": "dcterms:W3CDTF"})
        node.text = f"{tanggal.isoformat()}T00:00:00Z"
    return serialize(root)


@lru_cache(maxsize=64)
def _with_provenance(custom: bytes, provenance: tuple[tuple[str, str], ...]) -> bytes:
    root = parse_xml(custom)
    for old in [node for node in root if node.get("name") in dict(provenance)]:
        root.remove(old)
    highest = max((int(node.get("pid", "1")) for node in root), default=1)
    for pid, (name, text) in enumerate(provenance, start=highest + 1):
        attributes = {"fmtid": _USER_DEFINED, "pid": str(pid), "name": name}
        node = etree.SubElement(root, f"{{{_CUSTOM}}}property", attributes)
        etree.SubElement(node, f"{{{_VT}}}lpwstr").text = text
    return serialize(root)
