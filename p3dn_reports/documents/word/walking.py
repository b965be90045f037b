"""Going through a template's tree: Jinja's own walk asks every node for its fields through four generators."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from jinja2 import nodes

N = TypeVar("N", bound=nodes.Node)


def every(tree: nodes.Node, kind: type[N]) -> Iterator[N]:
    """All nodes of a kind below and at a node, in reading order."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, kind):
            yield node
        waiting += reversed(children(node))


def children(node: nodes.Node) -> list[nodes.Node]:
    """The nodes right below one, in reading order."""
    found: list[nodes.Node] = []
    for name in node.fields:
        value = getattr(node, name, None)
        if value.__class__ is list:
            found += [item for item in value if isinstance(item, nodes.Node)]
        elif isinstance(value, nodes.Node):
            found.append(value)
    return found
