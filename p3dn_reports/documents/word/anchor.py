"""The place of the electronic signature: `{{ jangkar }}`, which must be printed exactly once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from jinja2 import nodes

from p3dn_reports.documents.word.dialect import PartSource
from p3dn_reports.documents.word.package import Parts
from p3dn_reports.documents.word.text_parts import text_parts
from p3dn_reports.problems import Problem, problem

ANCHOR = "jangkar"
_MANY = 2


class _Times(NamedTuple):
    """How often something is printed at least and at most; two stands for more."""

    least: int
    most: int

    def __add__(self, other: object) -> _Times:
        assert isinstance(other, _Times)  # noqa: S101 - nothing else is added
        return _Times(min(_MANY, self.least + other.least), min(_MANY, self.most + other.most))


def misplaced_anchors(sources: Sequence[PartSource]) -> list[Problem]:
    """What is wrong with the anchor in some branch of a template: none, several, or one in a loop."""
    printed = [source for source in sources if source.part.startswith("word/")]
    looped = [source.problem("templat-jangkar-berulang", line) for source in printed for line in _looped(source.tree)]
    if looped:
        return looped
    times = sum((_times(source.tree.body) for source in printed), _Times(0, 0))
    if times.most == 0 or times.least > 1:
        return [problem("naskah-jangkar-tidak-tunggal", nilai="{{ jangkar }}", jumlah=times.least)]
    if times != (1, 1):
        return [problem("templat-jangkar-bersyarat", paling_sedikit=times.least, paling_banyak=times.most)]
    return []


def _times(body: Iterable[nodes.Node]) -> _Times:
    return sum((_of(node) for node in body), _Times(0, 0))


def _of(node: nodes.Node) -> _Times:
    if isinstance(node, nodes.If):
        ways = [_times(way) for way in (node.body, *(other.body for other in node.elif_), node.else_)]
        return _Times(min(way.least for way in ways), max(way.most for way in ways))
    if isinstance(node, nodes.Output):
        count = min(_MANY, sum(isinstance(part, nodes.Name) and part.name == ANCHOR for part in node.nodes))
        return _Times(count, count)
    return _Times(0, 0)


def _looped(tree: nodes.Template) -> list[int]:
    """The lines of anchors within a loop."""
    inside = (name for loop in tree.find_all(nodes.For) for name in loop.find_all(nodes.Name))
    return list(dict.fromkeys(name.lineno for name in inside if name.name == ANCHOR))


def _printed(xml: bytes, mark: bytes) -> int:
    """How often a mark stands in the text of a part: neither within a tag nor in the name of a letter (`&#35;`)."""
    times, at = 0, xml.find(mark)
    while at >= 0:
        in_text = xml.rfind(b">", 0, at) > xml.rfind(b"<", 0, at)
        times += in_text and xml.rfind(b"&", at - 8 if at > 8 else 0, at) <= xml.rfind(
            b";", at - 8 if at > 8 else 0, at
        )
        at = xml.find(mark, at + len(mark))
    return times


def anchor_problems(parts: Parts, jangkar: str | None) -> list[Problem]:
    """What is wrong with the anchor in a rendered document; None is not asked for."""
    if jangkar is None:
        return []
    times = sum(
        _printed(parts[name], jangkar.encode("utf-8")) for name, kind in text_parts(parts).items() if kind != "comments"
    )
    return [] if times == 1 else [problem("naskah-jangkar-tidak-tunggal", nilai=jangkar, jumlah=times)]
