"""What docxtpl's dialect writes, put into the few words the sandbox knows, on Jinja's own tree.

`for i in range(5)` becomes a loop over five numbers, `x|default("-")` a choice, the span of `{% hm %}` a sum; what is
printed between runs and paragraphs goes through the filter that lets only markup pass.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from p3dn_reports.documents.word.walking import every

LONGEST_RANGE = 100
"""Rows to fill in by hand are few, and three loops within each other must stay quick."""
WIDEST_SPAN = 63
"""The most columns Word gives a table."""

_DEFAULT = {"default", "d"}
_ATTRIBUTES = {'w:fill="': "_warna", 'w:gridSpan w:val="': "_lebar", 'descr="gambar:': "_gambar"}
_PARAGRAPH = re.compile(r"<(/?)w:p(?=[ />])[^>]*?(/?)>")
_TEXT = re.compile(r"<(?:w:t|w:instrText|w:delText|a:t|m:t)(?: [^>]*)?>")


class _Defaults(NodeTransformer):
    """`x|default("-")` as the choice it is: what is empty is replaced, what nobody has given yet or knows is not."""

    def visit_Filter(self, node: nodes.Filter) -> nodes.Node:  # noqa: N802 - Jinja's name
        """A chain of filters with a `default` in it. Those behind it do not touch a default that is text."""
        behind, at = list[nodes.Filter](), node
        while at.name not in _DEFAULT and isinstance(at.node, nodes.Filter):
            behind, at = [*behind, at], at.node
        if at.name not in _DEFAULT or at.node is None or at.kwargs or not _are_plain(at.args):
            return self.generic_visit(node)
        base, value = _base(at.node), at.args[0] if at.args else nodes.Const("", lineno=node.lineno)
        given: nodes.Expr = nodes.Compare(base, [nodes.Operand("ne", nodes.Const(None))], lineno=node.lineno)
        if at.args[1:]:
            filled = nodes.Compare(base, [nodes.Operand("ne", nodes.Const(""))], lineno=node.lineno)
            given = nodes.And(given, filled, lineno=node.lineno)
        is_text = isinstance(value, nodes.Const) and isinstance(value.value, str)
        ways = (_filtered(at.node, behind), value if is_text else _filtered(value, behind))
        return nodes.CondExpr(given, *ways, lineno=node.lineno)


def _are_plain(args: list[nodes.Expr]) -> bool:
    """Whether `default` has been given one value, and at most the word that empty texts are meant too."""
    return len(args) < 2 or (len(args) == 2 and isinstance(args[1], nodes.Const) and args[1].value is True)


def _base(node: nodes.Expr) -> nodes.Expr:
    while isinstance(node, nodes.Filter) and node.node is not None:
        node = node.node
    return node


def _filtered(node: nodes.Expr, filters: list[nodes.Filter]) -> nodes.Expr:
    """The node through these filters, the last of them first."""
    for one in reversed(filters):
        node = nodes.Filter(node, one.name, one.args, one.kwargs, one.dyn_args, one.dyn_kwargs, lineno=one.lineno)
    return node


def spell_out(tree: nodes.Template) -> nodes.Template:
    """Ranges as lists, the items of a group as pairs, defaults as choices; any other call stays one and is refused."""
    if any(one.name in _DEFAULT for one in every(tree, nodes.Filter)):
        _Defaults().visit(tree)
    for loop in every(tree, nodes.For):
        if (group := _group_of_items(loop.iter)) is not None:
            loop.iter = nodes.Filter(group, "items", [], [], None, None, lineno=loop.lineno)
        numbers = _range(loop.iter)
        if numbers is not None and len(numbers) <= LONGEST_RANGE:
            loop.iter = nodes.List([nodes.Const(number) for number in numbers], lineno=loop.lineno)
    return tree


def spell_out_spans(tree: nodes.Template) -> nodes.Template:
    """`2 * loop.length`, which docxtpl makes of `{% hm %}` in a merged cell, as `loop.length + loop.length`."""
    for output in every(tree, nodes.Output):
        output.nodes = [_sum(node) or node for node in output.nodes]
    return tree


def place_markup(tree: nodes.Template) -> None:
    """Give what is printed outside any text its filter, in place.

    That is `_runs` within a paragraph, `_blocks` around it, and one each for what `{% cellbg %}` and `{% colspan %}`
    fill in.
    """
    here, before = _Place(), ""
    for output in every(tree, nodes.Output):
        for at, node in enumerate(output.nodes):
            if isinstance(node, nodes.TemplateData):
                here.pass_over(node.data)
                before = node.data
            elif name := here.filter_after(before):
                output.nodes[at] = nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)


@dataclass(slots=True)
class _Place:
    """Where reading has come to: how many paragraphs are open, whether within a text or within a tag."""

    paragraphs: int = 0
    in_text: bool = False
    in_tag: bool = False

    def filter_after(self, before: str) -> str | None:
        """The filter for what is printed here, after `before`; None where it is plain text or an attribute."""
        if self.in_tag:
            return next((name for start, name in _ATTRIBUTES.items() if before.endswith(start)), None)
        return None if self.in_text else "_runs" if self.paragraphs else "_blocks"

    def pass_over(self, xml: str) -> None:
        """Read on."""
        for tag in _PARAGRAPH.finditer(xml):
            self.paragraphs += 0 if tag[2] else -1 if tag[1] else 1
        opens, closes = xml.rfind("<"), xml.rfind(">")
        if opens > closes:
            self.in_tag = True
        elif closes >= 0:
            self.in_tag = False
            self.in_text = opens >= 0 and _TEXT.match(xml, opens) is not None and xml[closes - 1] != "/"


def _range(node: nodes.Node) -> range | None:
    """The numbers of `range(...)` written with whole numbers alone; None for anything else."""
    if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name) or node.node.name != "range":
        return None
    numbers = [arg.value for arg in node.args if isinstance(arg, nodes.Const) and type(arg.value) is int]
    if node.kwargs or node.dyn_args or node.dyn_kwargs or len(numbers) != len(node.args) or 0 in numbers[2:]:
        return None
    return range(*numbers) if 1 <= len(numbers) <= 3 else None


def _group_of_items(node: nodes.Node) -> nodes.Expr | None:
    """The group of `group.items()`; None for anything else."""
    if not isinstance(node, nodes.Call) or node.args or node.kwargs or node.dyn_args or node.dyn_kwargs:
        return None
    return node.node.node if isinstance(node.node, nodes.Getattr) and node.node.attr == "items" else None


def _sum(node: nodes.Expr) -> nodes.Expr | None:
    if not isinstance(node, nodes.Mul) or not isinstance(node.left, nodes.Const):
        return None
    count, length = node.left.value, node.right
    is_length = isinstance(length, nodes.Getattr) and isinstance(length.node, nodes.Name) and length.node.name == "loop"
    if type(count) is not int or not 1 <= count <= WIDEST_SPAN or not is_length:
        return None
    total: nodes.Expr = length
    for _ in range(count - 1):
        total = nodes.Add(total, length, lineno=node.lineno)
    return total
