"""Word's XML as short as it can be read: elements without prefix, a text in a paragraph without its run.

`<p>isi</p>` is a paragraph, `<p><r><br type="page"/></r>isi</p>` one with a page break before its text; `tbl` gets the
properties and the grid it must have, `r:id` and the like keep their prefix.
"""

from __future__ import annotations

from lxml import etree

from p3dn_reports.documents.word.package import write_package

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def expanded(short: str, root: str = "body") -> etree._Element:
    """The element `root` with these children as Word writes them."""
    tree = etree.fromstring(f'<{root} xmlns:r="{_R}">{short}</{root}>', etree.XMLParser(remove_blank_text=True))
    for node in tree.iter():
        node.text, node.tail = ((text if (text or "").strip() else None) for text in (node.text, node.tail))
    _give_texts(tree)
    _give_properties(tree)
    return _named(tree)


def package(*, body: str, **others: str) -> bytes:
    """The .docx of a body; `header1="..."`, `footnotes="..."` and `numbering="..."` are further parts of it."""
    kinds = {name: name.rstrip("0123456789") for name in others}
    rels = "".join(
        f'<Relationship Id="{name}" Type="{_R}/{kind}" Target="{name}.xml"/>' for name, kind in kinds.items()
    )
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>' for name, kind in kinds.items()
    )
    roots = {"header": "hdr", "footer": "ftr"}
    return write_package(
        {
            "[Content_Types].xml": (
                '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>{overrides}</Types>'
            ).encode(),
            "_rels/.rels": _relationships(
                f'<Relationship Id="a" Type="{_R}/officeDocument" Target="word/document.xml"/>'
            ),
            "word/document.xml": _document(body),
            "word/_rels/document.xml.rels": _relationships(rels),
            **{
                f"word/{name}.xml": etree.tostring(expanded(short, roots.get(kinds[name], kinds[name])))
                for name, short in others.items()
            },
        }
    )


def _document(body: str) -> bytes:
    document = etree.Element(f"{{{_W}}}document", nsmap={"w": _W, "r": _R})
    document.append(expanded(body))
    return etree.tostring(document)


def _named(node: etree._Element) -> etree._Element:
    """A copy of the tree with the names Word gives its elements and attributes."""
    name = str(node.tag)
    named = etree.Element(f"{{{_W}}}{name}", nsmap={"w": _W, "r": _R})
    for key, value in node.attrib.items():
        named.set(str(key) if str(key).startswith("{") else f"{{{_W}}}{key!s}", value)
    named.text = node.text
    named.extend(_named(child) for child in node)
    return named


def _relationships(inner: str) -> bytes:
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'
    ).encode()


def _give_texts(tree: etree._Element) -> None:
    """Every loose text of a paragraph, in the order it stands, a run of its own; in a run a text of its own."""
    for node in list(tree.iter("p", "hyperlink")):
        first, node.text = _run(node.text), None
        for child in list(node):
            after, child.tail = _run(child.tail), None
            if after is not None:
                child.addnext(after)
        if first is not None:
            properties = node.find("pPr")
            node.insert(0 if properties is None else 1, first)
    for run in tree.iter("r"):
        if (run.text or "").strip():
            run.insert(0, _text(run.text or ""))
            run.text = None


def _run(text: str | None) -> etree._Element | None:
    if not (text or "").strip():
        return None
    run = etree.Element("r")
    run.append(_text(text or ""))
    return run


def _text(text: str) -> etree._Element:
    node = etree.Element("t", {_SPACE: "preserve"})
    node.text = text
    return node


def _give_properties(tree: etree._Element) -> None:
    for table in tree.iter("tbl"):
        if table.find("tblPr") is None:
            properties = etree.Element("tblPr")
            etree.SubElement(properties, "tblW", {"w": "0", "type": "auto"})
            grid = etree.Element("tblGrid")
            for _ in range(max((len(row.findall("tc")) for row in table.iter("tr")), default=1)):
                etree.SubElement(grid, "gridCol", {"w": "2000"})
            table[:0] = [properties, grid]
