"""Lines put into a rulebook's text at a place of it, every other letter as it was."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import yaml


def below(text: str, last: tuple[Any, Any], lines: Sequence[str]) -> str:
    """Below a key's value, in its column, above the comments and blank lines that lead over to what follows.

    `last` are the key's node and the value's, as yaml composes them.
    """
    key, value = last
    indent = key.start_mark.column
    written = text.splitlines(keepends=True)
    block = isinstance(value, yaml.CollectionNode) and not value.flow_style  # ends where the next token begins
    number = value.end_mark.line + (1 if value.end_mark.column and not block else 0)
    number = max(number, key.start_mark.line + 1)
    while number > key.start_mark.line + 1 and _leads_over(written[number - 1], indent):
        number -= 1
    newline = "\r\n" if written[0].endswith("\r\n") else "\n"
    if not written[number - 1].endswith("\n"):
        written[number - 1] += newline
    written[number:number] = [f"{' ' * indent}{line}".rstrip() + newline for line in lines]
    return "".join(written)


def node_at(node: Any, *names: str) -> Any:
    """The node that a way of keys leads to; None where it leads nowhere."""
    for name in names:
        if not isinstance(node, yaml.MappingNode):
            return None
        node = next((value for key, value in node.value if getattr(key, "value", None) == name), None)
    return node


def _leads_over(line: str, indent: int) -> bool:
    bare = line.strip()
    return not bare or (bare.startswith("#") and len(line) - len(line.lstrip()) <= indent)
