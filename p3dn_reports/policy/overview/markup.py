"""HTML that cannot be broken by what stands in it: text is escaped, only what was made here is markup."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

from p3dn_reports.formatting import printable


class Markup(str):
    """Text that is HTML already; a template engine takes it for that too."""

    __slots__ = ()

    def __html__(self) -> str:
        """As it stands."""
        return self


Part = str | None | Iterable[Any]
"""Text, markup, nothing, or several of these."""


def tag(name: str, *parts: Part, **attributes: str | bool | None) -> Markup:
    """`<name ...>parts</name>`; `_` in an attribute is a hyphen, `kelas` is class; None and False leave it out."""
    written = "".join(map(_attribute, attributes.items()))
    return Markup(f"<{name}{written}>{joined(*parts)}</{name}>")


def joined(*parts: Part, between: str = "") -> Markup:
    """The parts one after the other, text escaped."""
    return Markup(between.join(filter(None, map(_part, parts))))


def _part(part: Part) -> str:
    if part is None or isinstance(part, Markup):
        return part or ""
    return escape(printable(part), quote=False) if isinstance(part, str) else joined(*part)


def _attribute(item: tuple[str, str | bool | None]) -> str:
    name, value = item
    if value is None or value is False:
        return ""
    named = {"kelas": "class"}.get(name, name.rstrip("_").replace("_", "-"))
    return f" {named}" if value is True else f' {named}="{escape(printable(str(value)))}"'


def table(heads: Iterable[Part], rows: Iterable[Markup], kelas: str | None = None) -> Markup:
    """A table with a row of captions; it can be scrolled where it is wider than the page."""
    captions = tag("tr", [tag("th", head, scope="col") for head in heads])
    whole = tag("table", tag("thead", captions), tag("tbody", list(rows)), kelas=kelas)
    return tag("div", whole, kelas="tabel")


def row(*cells: Part, **attributes: str | bool | None) -> Markup:
    """A row of a table."""
    return tag("tr", [tag("td", cell) for cell in cells], **attributes)


def items(parts: Iterable[Part]) -> Markup | None:
    """A list, or nothing where there is no item."""
    found = [tag("li", part) for part in parts]
    return tag("ul", found) if found else None
