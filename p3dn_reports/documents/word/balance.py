"""Proof that every branch of a template leaves Word's elements as it found them, whatever the data.

A branch may close some elements if it opens the same again; the branches of an `if` must do the same, and a loop what
can be done any number of times. So a file with half a link or half a row comes of no combination of conditions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from jinja2 import nodes

from p3dn_reports.documents.word.walking import every

_TOKEN = re.compile(r"\x00(\d+)\x00|<(/?)([\w:.-]+)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*?)(/?)>|[<>]")
_Effect = tuple[tuple[str, ...], tuple[str, ...]]
_NOTHING: _Effect = ((), ())


class UnbalancedError(Exception):
    """A branch that opens or closes more than it closes or opens; `line` is where its block stands."""

    def __init__(self, line: int) -> None:
        super().__init__(f"unbalanced block on line {line}")
        self.line = line


def unbalanced_line(tree: nodes.Template) -> int | None:
    """The line of the first block that leaves elements open or closes those of others; None where all is in balance."""
    try:
        return None if _effect(tree.body, 1) == _NOTHING else 1
    except UnbalancedError as error:
        return error.line


def _effect(body: Sequence[nodes.Node], line: int) -> _Effect:
    """Which elements a body closes beyond its own, and which it leaves open, outermost first."""
    text, blocks = list[str](), list[tuple[_Effect, int]]()
    for node in body:
        if isinstance(node, nodes.Output):
            text += [part.data if isinstance(part, nodes.TemplateData) else "x" for part in node.nodes]
        elif isinstance(node, nodes.If | nodes.For) and not _is_text(node):
            text.append(f"\x00{len(blocks)}\x00")
            blocks.append((_of_block(node), node.lineno))
    return _applied("".join(text), blocks, line)


def _of_block(node: nodes.If | nodes.For) -> _Effect:
    if isinstance(node, nodes.For):
        ways = [_effect(node.body, node.lineno), _effect(node.else_, node.lineno)]
    else:
        bodies = [node.body, *(other.body for other in node.elif_), node.else_]
        ways = [_effect(body, node.lineno) for body in bodies]
    if len(set(ways)) > 1:
        raise UnbalancedError(node.lineno)
    return ways[0]


def _applied(text: str, blocks: Sequence[tuple[_Effect, int]], line: int) -> _Effect:
    closed, opened = list[str](), list[str]()

    def close(name: str, at: int) -> None:
        if opened and opened.pop() != name:
            raise UnbalancedError(at)

    for token in _TOKEN.finditer(text):
        if token[1]:
            (needs, leaves), at = blocks[int(token[1])]
            for name in needs:
                closed += [] if opened else [name]
                close(name, at)
            opened += leaves
        elif token[3] is None:
            raise UnbalancedError(line)
        elif token[2]:
            closed += [] if opened else [token[3]]
            close(token[3], line)
        elif not token[5]:
            opened.append(token[3])
    return _shortest(closed, opened)


def _shortest(closed: list[str], opened: list[str]) -> _Effect:
    """Closing an element and opening one like it is nothing."""
    while closed and opened and closed[-1] == opened[0]:
        closed, opened = closed[:-1], opened[1:]
    return tuple(closed), tuple(opened)


def _is_text(node: nodes.Node) -> bool:
    """Whether a block holds no tag at all: it may stand within one, as the value of an attribute."""
    return not any("<" in data.data or ">" in data.data for data in every(node, nodes.TemplateData))


def alternatives(node: nodes.If | nodes.For) -> list[Iterable[nodes.Node]]:
    """What a block may come to: each branch of an `if`, two turns of a loop or none."""
    if isinstance(node, nodes.For):
        return [[*node.body, *node.body], node.else_]
    return [node.body, *(other.body for other in node.elif_), node.else_]
