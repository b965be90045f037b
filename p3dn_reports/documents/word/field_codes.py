"""What Word's fields are told to do, put together from the runs over which Word may have spread the instruction."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from p3dn_reports.documents.word.addresses import is_link, leads_out

_ACTIVE = frozenset({
    "CONTROL", "DATABASE", "DDE", "DDEAUTO", "EMBED", "HTMLACTIVEX", "HTMLCONTROL", "IMPORT", "INCLUDE",
    "INCLUDEPICTURE", "INCLUDETEXT", "LINK", "MACRO", "MACROBUTTON", "PRINT", "RD", "SUBSCRIBER",
})  # fmt: skip
"""Fields that start a program, fetch a file or an address, or send codes to the printer."""

_NAME = re.compile(r"\s*([^\s\"\\]+)")
_LINK = re.compile(r"\s*HYPERLINK\s+(?:\"([^\"]*)\"?|([^\s\\\"]\S*))", re.IGNORECASE)


def active_field(root: etree._Element) -> str | None:
    """The name of the first field in a part that runs or fetches something, or leads to more than a page; else None."""
    return next((name for code in instructions(root) if (name := _active_name(code))), None)


def instructions(root: etree._Element) -> Iterator[str]:
    """The instruction of every field of a part, simple and complex; a field inside another leaves a blank there."""
    for node in root.iter("{*}fldSimple"):
        yield _value(node, "instr")
    opened: list[list[str]] = []
    for node in root.iter("{*}fldChar", "{*}instrText", "{*}delInstrText"):
        if etree.QName(node).localname != "fldChar":
            if opened:
                opened[-1].append(node.text or "")
            else:
                yield node.text or ""
            continue
        kind = _value(node, "fldCharType")
        if kind == "begin":
            opened.append([])
        elif kind == "separate" and opened:
            yield "".join(opened[-1])
        elif kind == "end" and opened:
            yield "".join(opened.pop())
    for left in opened:
        yield "".join(left)


def _value(node: etree._Element, name: str) -> str:
    """The attribute of this name, in the transitional or the strict namespace."""
    return next((str(value) for key, value in node.items() if str(key).endswith(f"}}{name}")), "")


def _active_name(code: str) -> str | None:
    found = _NAME.match(code)
    name = found[1].upper() if found else ""
    if name in _ACTIVE:
        return name
    link = _LINK.match(code)
    target = (link[1] or link[2] or "") if link else ""
    return "HYPERLINK" if leads_out(target) and not is_link(target) else None
