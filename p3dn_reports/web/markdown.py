"""The guides as pages: as much of Markdown as they use, into markup that nothing in them can break."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from textwrap import dedent

from p3dn_reports.policy.overview.markup import Markup, joined, row, table, tag

Address = Callable[[str], str | None]
"""Where a link or a picture of a guide is in the page; None for what the page does not lead to."""

_INLINE = re.compile(r"`([^`]+)`|\*\*(.+?)\*\*|(!?)\[([^\]]*)\]\(([^)\s]+)\)|\*([^*\s][^*]*)\*")
_ITEM = re.compile(r"(\s*)([-*]|\d+\.)\s+(.*)")
_HEADING = re.compile(r"(#{1,4})\s+(.*)")


def page(text: str, address: Address) -> Markup:
    """A whole guide."""
    return joined(*(_block(block, address) for block in _blocks(text.splitlines())))


def slug(heading: str) -> str:
    """The name by which links reach a heading: `1. Menyiapkan folder` as `1-menyiapkan-folder`."""
    return re.sub(r"[^\w\- ]", "", heading.replace("`", "").casefold()).strip().replace(" ", "-")


def _blocks(lines: Sequence[str]) -> Iterator[list[str]]:
    """Lines that belong together: a fence with what it holds, a heading, else what stands between empty lines."""
    block: list[str] = []
    for line in lines:
        if block and _fence(block[0]):
            block.append(line)
            if _fence(line):
                yield block
                block = []
        elif _fence(line) or _HEADING.match(line) or not line.strip():
            yield block
            block = [line] if line.strip() else []
        elif block and _HEADING.match(block[0]):
            yield block
            block = [line]
        else:
            block.append(line)
    yield block


def _fence(line: str) -> bool:
    return line.lstrip().startswith("```")


def _block(block: list[str], address: Address) -> Markup:
    if not block:
        return joined()
    if _fence(block[0]):
        return tag("pre", tag("code", dedent("\n".join(block[1:-1]))), kelas="source")
    if heading := _HEADING.match(block[0]):
        return tag(f"h{max(2, len(heading[1]))}", _inline(heading[2], address), id=slug(heading[2]))
    if block[0].startswith("|"):
        return _table(block, address)
    if _ITEM.match(block[0]):
        return _list(block, address)
    return tag("p", _inline(" ".join(map(str.strip, block)), address))


def _table(block: list[str], address: Address) -> Markup:
    heads, *rows = (one for one in map(_cells, block) if not all(re.fullmatch(r":?-+:?", cell) for cell in one))
    told = [row(*(_inline(cell, address) for cell in one)) for one in rows]
    return table([_inline(cell, address) for cell in heads], told)


def _cells(line: str) -> list[str]:
    return [cell.replace("\\|", "|").strip() for cell in re.split(r"(?<!\\)\|", line.strip()[1:-1])]


def _list(block: list[str], address: Address) -> Markup:
    """One level of items; a deeper one is part of the item above it."""
    items: list[str] = []
    for line in block:
        found = _ITEM.match(line)
        if found and not found[1]:
            items.append(found[3])
        else:
            items[-1] += f" {line.strip()}"
    told = [tag("li", _inline(one, address)) for one in items]
    number = block[0].lstrip().partition(".")[0]
    return tag("ol", told, start=number) if number.isdigit() else tag("ul", told)


def _inline(text: str, address: Address) -> Markup:
    parts: list[str | Markup | None] = []
    at = 0
    for found in _INLINE.finditer(text):
        parts += [text[at : found.start()], _marked(found, address)]
        at = found.end()
    return joined(*parts, text[at:])


def _marked(found: re.Match[str], address: Address) -> Markup:
    code, strong, picture, words, link, stressed = found.groups()
    if code is not None:
        return tag("code", code)
    if strong or stressed:
        return tag("strong" if strong else "em", _inline(strong or stressed, address))
    place = address(link)
    if picture:
        return Markup(tag("img", src=place, alt=words).removesuffix("</img>")) if place else joined(words)
    return tag("a", _inline(words, address), href=place) if place else joined(_inline(words, address))
