"""The guides as pages: Markdown into markup, where what is markup in the text stays text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape

Address = Callable[[str], str | None]
"""Where a link or a picture of a guide is in the page; None for what the page does not lead to."""

_ANCHOR = re.compile(r'<a id="[\w-]+">|</a>')
_TOP = {"h1": "h2"}
"""The page has its own heading above the guide's."""
_DRESS = {"th_open": ("scope", "col"), "fence": ("class", "source")}
_LINK = {"link_open", "link_close"}


def page(text: str, address: Address) -> Markup:
    """A whole guide; of its own tags only the places that links lead to are tags."""
    reader = MarkdownIt("commonmark").enable("table")
    tokens = reader.parse(text)
    for token, after in zip(tokens, [*tokens[1:], None], strict=True):
        token.tag = _TOP.get(token.tag, token.tag)
        if token.type == "heading_open" and after:
            token.attrSet("id", slug(after.content))
        if token.type in _DRESS:
            token.attrSet(*_DRESS[token.type])
        if token.type == "html_block":
            token.content = str(escape(token.content))
        if token.children:
            token.children = list(_leading(token.children, address))
    return Markup(reader.renderer.render(tokens, reader.options, {}))  # noqa: S704 - all text in it was escaped


def slug(heading: str) -> str:
    """The name by which links reach a heading: `1. Menyiapkan folder` as `1-menyiapkan-folder`."""
    return re.sub(r"[^\w\- ]", "", heading.casefold()).strip().replace(" ", "-")


def _leading(pieces: Iterable[Token], address: Address) -> Iterator[Token]:
    """The pieces of a line, whose links and pictures lead where the page has them; those it has not are words."""
    leads = True
    for piece in pieces:
        if piece.type == "html_inline" and not _ANCHOR.fullmatch(piece.content):
            piece.type = "text"
        if piece.type == "link_open":
            leads = _led(piece, "href", address)
        if piece.type == "image" and not _led(piece, "src", address):
            yield from _leading(piece.children or (), address)
        elif leads or piece.type not in _LINK:
            yield piece


def _led(piece: Token, attribute: str, address: Address) -> bool:
    """Whether the page leads there; if so, the piece does from now on."""
    place = address(str(piece.attrGet(attribute)))
    if place is not None:
        piece.attrSet(attribute, place)
    return place is not None
