"""Write one approval into the text of rules.yaml: one line more, every other letter as it was."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Approval:
    """Who approves which reading, when, on what basis."""

    tafsir: str
    oleh: str
    tanggal: date
    dasar: str

    @property
    def line(self) -> str:
        """The node as YAML: a flow mapping of quoted texts on one line."""
        values = {"oleh": self.oleh, "tanggal": self.tanggal.isoformat(), "dasar": self.dasar}
        return f"pengesahan: {{{', '.join(f'{key}: {_quoted(value)}' for key, value in values.items())}}}"


def with_approval(text: str, approval: Approval) -> str | None:
    """The rulebook's text with `pengesahan` as the last key of the tafsir; None where the text leaves no place for it.

    The caller reads the result again and sees that nothing else changed.
    """
    node = _node(yaml.compose(text, Loader=yaml.SafeLoader), "tafsir", approval.tafsir)
    if not isinstance(node, yaml.MappingNode) or not node.value:
        return None
    if node.flow_style:
        end = text.rindex("}", 0, node.end_mark.index)
        return f"{text[:end].rstrip()}, {approval.line}{text[end:]}"
    return _after(text, node.value[-1], approval.line)


def _after(text: str, last: tuple[Any, Any], line: str) -> str:
    """Below the last key's value, above the comments and blank lines that lead over to what follows."""
    key, value = last
    indent = key.start_mark.column
    lines = text.splitlines(keepends=True)
    number = value.end_mark.line + (1 if value.end_mark.column else 0)
    number = max(number, key.start_mark.line + 1)
    while number > key.start_mark.line + 1 and _leads_over(lines[number - 1], indent):
        number -= 1
    newline = "\r\n" if lines[0].endswith("\r\n") else "\n"
    if not lines[number - 1].endswith("\n"):
        lines[number - 1] += newline
    lines.insert(number, f"{' ' * indent}{line}{newline}")
    return "".join(lines)


def _leads_over(line: str, indent: int) -> bool:
    bare = line.strip()
    return not bare or (bare.startswith("#") and len(line) - len(line.lstrip()) <= indent)


def _node(node: Any, *names: str) -> Any:
    for name in names:
        if not isinstance(node, yaml.MappingNode):
            return None
        node = next((value for key, value in node.value if getattr(key, "value", None) == name), None)
    return node


def _quoted(text: str) -> str:
    """Double quotes as YAML and JSON share them."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)
