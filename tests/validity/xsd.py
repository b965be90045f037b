"""Every part of a Word or Excel file against the XML schemas of ECMA-376, as `schemas/README.md` tells of them."""

from __future__ import annotations

import tempfile
import zipfile
from collections import defaultdict
from functools import cache
from pathlib import Path

from lxml import etree

_HERE = Path(__file__).parent / "schemas"
_XS = "{http://www.w3.org/2001/XMLSchema}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_SHEET_TEXT = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}t"
_OURS = {
    "http://www.w3.org/XML/1998/namespace": "xml.xsd",
    "http://purl.org/dc/elements/1.1/": "dc.xsd",
    "http://purl.org/dc/terms/": "dcterms.xsd",
}

# What ISO/IEC 29500-4 has added since 2006, as far as our files use it: file, what holds it, and the addition.
_LATER = (
    ("wml.xsd", "CT_TblPrBase", '<xsd:element name="tblCaption" type="CT_String" minOccurs="0"/>'),
    ("wml.xsd", "CT_TblPrBase", '<xsd:element name="tblDescription" type="CT_String" minOccurs="0"/>'),
    *(
        ("wml.xsd", "CT_ShortHexNumber", f'<xsd:attribute name="{name}" type="ST_OnOff"/>')
        for name in ("firstRow", "lastRow", "firstColumn", "lastColumn", "noHBand", "noVBand")
    ),
    (
        "wml.xsd",
        "CT_Compat",
        '<xsd:element name="compatSetting" minOccurs="0" maxOccurs="unbounded"><xsd:complexType>'
        '<xsd:attribute name="name" type="ST_String"/><xsd:attribute name="uri" type="ST_String"/>'
        '<xsd:attribute name="val" type="ST_String"/></xsd:complexType></xsd:element>',
    ),
    ("dml-documentProperties.xsd", "CT_NonVisualDrawingProps", '<xsd:attribute name="title" type="xsd:string"/>'),
    ("shared-math.xsd", "ST_OnOff", '<xsd:enumeration value="0"/>'),
    ("shared-math.xsd", "ST_OnOff", '<xsd:enumeration value="1"/>'),
)


def faults(path: Path) -> list[str]:
    """What is invalid in a .docx or .xlsx, as `part: what`; parts that are no XML are passed over."""
    found = []
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                found += [f"{name}: {what}" for what in _faults(archive.read(name))]
    return found


def _faults(part: bytes) -> list[str]:
    try:
        root = etree.fromstring(part)
    except etree.XMLSyntaxError as error:
        return [str(error)]
    schema = _schema()
    return [] if schema.validate(as_read(root)) else str(schema.error_log).splitlines()


def as_read(root: etree._Element) -> etree._Element:
    """The part as a program of 2006 reads it: what may be ignored is gone, of alternatives the fallback is left.

    Excel keeps the spaces of a text by xml:space, which no edition's schema has there: it is taken off as well.
    """
    for node in root.iter(_SHEET_TEXT):
        node.attrib.pop(f"{_XML}space", "")
    ignored = {
        node.nsmap[prefix] for node in root.iter(etree.Element) for prefix in node.get(f"{_MC}Ignorable", "").split()
    }
    for node in list(root.iter(f"{_MC}AlternateContent")):
        fallback = node.find(f"{_MC}Fallback")
        for child in list(fallback) if fallback is not None else ():
            node.addprevious(child)
        _remove(node)
    for node in list(root.iter(etree.Element)):
        if etree.QName(node).namespace in ignored:
            _remove(node)
        for key in list(node.attrib):
            if etree.QName(key).namespace in {*ignored, _MC[1:-1]}:
                del node.attrib[key]
    return root


def _remove(node: etree._Element) -> None:
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


@cache
def _schema() -> etree.XMLSchema:
    """One schema for all namespaces.

    The standard spreads a namespace over many files that import one another; libxml2 takes the first import of a
    namespace and skips the others. So each namespace gets one file that includes all of its files, and every import
    points to that.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with zipfile.ZipFile(_HERE / "ecma-376.zip") as archive:
            trees = {item: etree.fromstring(archive.read(item)) for item in archive.namelist()}
        files: dict[str, list[str]] = defaultdict(list)
        for item, root in trees.items():
            files[root.get("targetNamespace", "")].append(item)
        homes = {space: f"semua{number}.xsd" for number, space in enumerate(files)}
        for space, item in _OURS.items():
            homes[space] = item
            (folder / item).write_bytes((_HERE / item).read_bytes())
        _add_what_came_later(trees)
        for item, root in trees.items():
            _point_imports(root, homes)
            (folder / item).write_bytes(etree.tostring(root))
        for space, items in files.items():
            _write(folder / homes[space], [f'<xs:include schemaLocation="{item}"/>' for item in items], space)
        imports = [f'<xs:import namespace="{space}" schemaLocation="{home}"/>' for space, home in homes.items()]
        _write(folder / "semua.xsd", imports)
        return etree.XMLSchema(file=str(folder / "semua.xsd"))


def _point_imports(root: etree._Element, homes: dict[str, str]) -> None:
    for node in list(root.iter(f"{_XS}include")):
        _remove(node)
    for node in root.iter(f"{_XS}import"):
        node.set("schemaLocation", homes[node.get("namespace", "")])


def _write(path: Path, lines: list[str], space: str = "") -> None:
    target = f' targetNamespace="{space}"' if space else ""
    path.write_text(f'<xs:schema xmlns:xs="{_XS[1:-1]}"{target}>{"".join(lines)}</xs:schema>', encoding="utf-8")


def _add_what_came_later(trees: dict[str, etree._Element]) -> None:
    for item, name, addition in _LATER:
        holder = _named(trees[item], name)
        new = etree.fromstring(f'<new xmlns:xsd="{_XS[1:-1]}">{addition}</new>')[0]
        inner = next(child for child in holder if child.tag in (f"{_XS}sequence", f"{_XS}restriction", new.tag))
        (holder if new.tag == f"{_XS}attribute" else inner).append(new)
    _named(_named(trees["wml.xsd"], "CT_Zoom"), "percent").set("use", "optional")


def _named(holder: etree._Element, name: str) -> etree._Element:
    return next(node for node in holder if node.get("name") == name)
