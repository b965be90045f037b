"""What a template may come to, tried without data: renderings that together go through every branch and every loop."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jinja2 import nodes

from p3dn_reports.documents.word.balance import alternatives

MOST_TRIALS = 64
_STANDS_FOR = {"_runs": "<w:r></w:r>", "_blocks": "<w:p></w:p>", "_warna": "FFFFFF"}
_VALUE = "1"
"""Stands for every value: it is text, and a width where a cell's is wanted."""

_Covered = set[tuple[int, int]]


def trials(tree: nodes.Template) -> Iterator[str]:
    """Renderings of a compiled part's tree, each through a branch that none before it has taken."""
    covered: _Covered = set()
    for number in range(MOST_TRIALS):
        if number and not _is_new(tree.body, covered):
            return
        yield "".join(_text(tree.body, covered))


def _text(body: Iterable[nodes.Node], covered: _Covered) -> Iterator[str]:
    for node in body:
        if isinstance(node, nodes.Output):
            yield from map(_printed, node.nodes)
        elif isinstance(node, nodes.If | nodes.For):
            ways = alternatives(node)
            fresh = (at for at, way in enumerate(ways) if (id(node), at) not in covered or _is_new(way, covered))
            chosen = next(fresh, 0)
            covered.add((id(node), chosen))
            yield from _text(ways[chosen], covered)


def _is_new(body: Iterable[nodes.Node], covered: _Covered) -> bool:
    """Whether any branch in here has not been taken yet."""
    blocks = (node for node in body if isinstance(node, nodes.If | nodes.For))
    return any(
        (id(node), at) not in covered or _is_new(way, covered)
        for node in blocks
        for at, way in enumerate(alternatives(node))
    )


def _printed(node: nodes.Node) -> str:
    if isinstance(node, nodes.TemplateData):
        return node.data
    return _STANDS_FOR.get(node.name, _VALUE) if isinstance(node, nodes.Filter) else _VALUE
