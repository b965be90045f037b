"""What a template may say: an allow-list over Jinja's tree, and the environment that knows nothing else.

Templates are other people's files. Only fields, conditions, loops and listed filters pass the check, so nothing else is
ever compiled; behind the check the environment has no globals, no tests, and looks fields up in plain data alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from jinja2 import StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError
from jinja2.nodes import EvalContext
from jinja2.runtime import Context, LoopContext, exported
from jinja2.sandbox import ImmutableSandboxedEnvironment

from p3dn_reports.documents.word.following import COUNTING, Followed
from p3dn_reports.documents.word.marks import Wanting
from p3dn_reports.documents.word.values import FILTERS, MARKUP_FILTERS, printable
from p3dn_reports.documents.word.walking import children, every

MOST_NESTED_LOOPS = 3
LARGEST_NUMBER = 10**30

_LOOP = frozenset({"index", "index0", "first", "last", "length", "revindex", "revindex0"})
_RESERVED = frozenset({"self", "super", "caller", "varargs", "kwargs"})

_ALLOWED = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Getitem, nodes.Const),
    *(nodes.If, nodes.For, nodes.Assign, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not),
    *(nodes.Filter, nodes.CondExpr, nodes.Add, nodes.Sub, nodes.Neg, nodes.List, nodes.Tuple),
)
_SPOKEN = {
    nodes.Call: "pemanggilan fungsi",
    nodes.Mul: "perkalian",
    nodes.Pow: "perpangkatan",
    nodes.Div: "pembagian",
    nodes.FloorDiv: "pembagian",
    nodes.Mod: "sisa bagi",
    nodes.Slice: "potongan daftar",
    nodes.Dict: "kamus",
    nodes.Concat: "penyambungan dengan ~",
    nodes.Import: "import",
    nodes.FromImport: "import",
    nodes.Include: "include",
    nodes.Extends: "extends",
    nodes.Macro: "macro",
    nodes.Test: "uji dengan is",
}


@dataclass(frozen=True, slots=True)
class Field:
    """A field a template names: its path from the top of the context, and the line it stands on.

    `is_whole`: it is handed on as it is, so that anything in it may be read.
    """

    path: tuple[str, ...]
    line: int
    is_whole: bool = False

    def __str__(self) -> str:
        return ".".join(self.path)


class Fault(NamedTuple):
    """Something the allow-list refuses: the problem's code, the line, and what to name in the message."""

    kode: str
    line: int
    nilai: str


class OnePiece(CodeGenerator):
    """Writes each stretch of text and values as one piece, where Jinja yields every one of them by itself.

    Every block notes its own number when it is taken: what a document is made of can be told by the set of them.
    """

    taken = 0

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja's name
        """The one function of a template: the allow-list has refused blocks, imports and inheritance."""
        frame = Frame(EvalContext(self.environment, self.name))
        self.writeline(f"from jinja2.runtime import {', '.join(sorted(exported))}")
        self.writeline(f"name = {self.name!r}")
        self.writeline(f"{self.func('root')}(context, missing=missing, environment=environment):", extra=1)
        self.indent()
        self.write_commons()
        frame.symbols.analyze_node(node)
        frame.toplevel = frame.rootlevel = True
        self.enter_frame(frame)
        self.pull_dependencies(node.body)
        self.blockvisit(node.body, frame)
        self.leave_frame(frame, with_python_scope=True)
        self.outdent()
        self.writeline("blocks = {}", extra=1)
        self.writeline(f"debug_info = {'&'.join(f'{line}={ours}' for line, ours in self.debug_info)!r}")

    def blockvisit(self, nodes: Iterable[nodes.Node], frame: Frame) -> None:
        """The block, its number first."""
        self.taken += 1
        self.writeline(f"context.taken.add({self.taken})")
        super().blockvisit(nodes, frame)

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """One joined piece; a line of our own source stays a line, so that a fault is still found by it."""
        if frame.buffer is not None:
            super().visit_Output(node, frame)
            return
        self.writeline("yield ''.join((", node)
        for child in node.nodes:
            if isinstance(child, nodes.TemplateData):
                self.write(f"{child.data!r}, ")
                continue
            self.newline(child)
            self.write("environment.finalize(")
            self.visit(child, frame)
            self.write("), ")
        self.write("))")


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja with nothing in it but the listed filters; fields are looked up in plain data and never on objects.

    Escaping is `printable`'s, which every value passes: Jinja's own would only go over the same text once more.
    """

    code_generator_class = OnePiece
    context_class = Followed
    intercepted_binops = frozenset({"+", "-"})

    def __init__(self) -> None:
        super().__init__(autoescape=False, undefined=StrictUndefined, finalize=printable, optimized=False)
        self.globals.clear()
        self.tests.clear()
        self.filters.clear()
        self.filters.update(FILTERS | MARKUP_FILTERS | COUNTING)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """The member of a mapping, of a wanting value or of `loop`; of nothing else."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        if isinstance(obj, Mapping):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        if isinstance(obj, Wanting):
            return obj.member(attribute)
        if isinstance(obj, LoopContext) and attribute in _LOOP:
            return getattr(obj, attribute)
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Like `getattr` for a name; for a number the item of a list."""
        if isinstance(argument, str):
            return self.getattr(obj, argument)
        if isinstance(obj, list | tuple) and -len(obj) <= argument < len(obj):
            return obj[argument]
        return obj if isinstance(obj, Wanting) else self.undefined(obj=obj, name=str(argument))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Add and subtract whole numbers only: a text or list added to itself doubles without end."""
        if type(left) is not int or type(right) is not int:
            raise SecurityError(f"{operator} hanya untuk bilangan bulat")
        return super().call_binop(context, operator, left, right)


ENVIRONMENT = Sandbox()
"""The one environment, shared: it holds no data of any document."""


def faults(tree: nodes.Template) -> list[Fault]:
    """Everything in a parsed template that the allow-list refuses."""
    return [fault for node in _walk(tree) for fault in _faults(node)] + _deep_loops(tree)


def fields(tree: nodes.Template) -> list[Field]:
    """Every field the template reads, in order, members of loop variables under the list's own name."""
    return list(_fields(tree, {}))


Scope = dict[str, tuple[str, ...]]
"""The path each local name of a template stands for, () where it is no field."""


def fields_in(tree: nodes.Node, scope: Scope) -> list[Field]:
    """The fields of a single tag under the names of the loops around it; a `set` adds its own to `scope`."""
    return list(_fields(tree, scope))


def scope_in(tree: nodes.Template, scope: Scope) -> Scope:
    """The names known inside the `for` of a single tag."""
    loop = tree.find(nodes.For)
    return {**scope, "loop": (), **dict.fromkeys(_targets(loop), _path(loop.iter, scope) or ())} if loop else scope


def _walk(tree: nodes.Node) -> Iterator[nodes.Node]:
    """The node and all below it; a node Jinja gives no line takes that of what is in it, else its parent's."""
    waiting = [(tree, 1)]
    while waiting:
        node, line = waiting.pop()
        node.lineno = node.lineno or next((inner.lineno for inner in every(node, nodes.Node) if inner.lineno), line)
        yield node
        waiting += [(child, node.lineno) for child in reversed(children(node))]


def _faults(node: nodes.Node) -> Iterator[Fault]:
    line = node.lineno
    if not isinstance(node, _ALLOWED):
        yield Fault("templat-ungkapan-dilarang", line, _SPOKEN.get(type(node), type(node).__name__.lower()))
    elif isinstance(node, nodes.Const) and isinstance(node.value, int | float) and not abs(node.value) < LARGEST_NUMBER:
        yield Fault("templat-ungkapan-dilarang", line, "bilangan sebesar itu")
    elif isinstance(node, nodes.Filter) and node.name not in FILTERS:
        yield Fault("templat-filter-tidak-dikenal", line, node.name)
    elif isinstance(node, nodes.Filter) and (node.kwargs or node.dyn_args or node.dyn_kwargs or node.args):
        yield Fault("templat-ungkapan-dilarang", line, f"keterangan tambahan pada filter {node.name}")
    elif (name := _forbidden_name(node)) is not None:
        yield Fault("templat-ungkapan-dilarang", line, f"nama {name}")
    elif isinstance(node, nodes.Getitem) and not _is_plain_index(node.arg):
        yield Fault("templat-ungkapan-dilarang", line, "kurung siku yang isinya bukan nama atau angka")
    elif isinstance(node, nodes.For) and (node.recursive or not (len(_targets(node)) == 1 or _is_of_pairs(node))):
        yield Fault("templat-ungkapan-dilarang", line, "for recursive atau for dengan dua nama")
    elif isinstance(node, nodes.Assign) and not (isinstance(node.target, nodes.Name) and _is_short(node.node)):
        yield Fault("templat-ungkapan-dilarang", line, "set dengan daftar atau beberapa nama")
    elif isinstance(node, nodes.List | nodes.Tuple) and not _is_constant(node):
        yield Fault("templat-ungkapan-dilarang", line, "daftar yang isinya bukan nilai tetap")


def _is_of_pairs(loop: nodes.For) -> bool:
    """Whether a loop goes through names and values of a group: `for k, v in group.items()`."""
    return isinstance(loop.iter, nodes.Filter) and loop.iter.name == "items" and len(_targets(loop)) == 2


def _is_constant(node: nodes.List | nodes.Tuple) -> bool:
    """Whether a list holds fixed values alone, or is none but the names a loop gives its items."""
    is_target = isinstance(node, nodes.Tuple) and node.ctx == "store"
    return is_target or all(isinstance(item, nodes.Const) for item in node.items)


def _forbidden_name(node: nodes.Node) -> str | None:
    if isinstance(node, nodes.Name):
        return node.name if node.name.startswith("_") or node.name in _RESERVED else None
    if isinstance(node, nodes.Getattr):
        return node.attr if node.attr.startswith("_") else None
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        return str(node.arg.value) if str(node.arg.value).startswith("_") else None
    return None


def _is_plain_index(node: nodes.Expr) -> bool:
    return isinstance(node, nodes.Const) and type(node.value) in (int, str)


def _is_short(node: nodes.Node) -> bool:
    """Whether a `set` names or chooses a value and builds none."""
    return not any(isinstance(part, nodes.List | nodes.Tuple) for part in every(node, nodes.Node))


def _deep_loops(tree: nodes.Node) -> list[Fault]:
    waiting, found = [(tree, 0)], list[Fault]()
    while waiting:
        node, around = waiting.pop()
        depth = around + isinstance(node, nodes.For)
        if depth > MOST_NESTED_LOOPS:
            found.append(Fault("templat-ungkapan-dilarang", node.lineno, f"for di dalam {MOST_NESTED_LOOPS} for"))
        elif not isinstance(node, nodes.Expr):
            waiting += [(child, depth) for child in reversed(children(node))]
    return found


def _fields(node: nodes.Node, scope: Scope) -> Iterator[Field]:
    """The fields under a node; `scope` holds the path each local name stands for, () where it is no field."""
    path = _path(node, scope)
    if path:
        yield Field(path, node.lineno)
    elif isinstance(node, nodes.For):
        yield from _handed_on(node.iter, scope)
        inner: Scope = {**scope, "loop": (), **dict.fromkeys(_targets(node), _path(node.iter, scope) or ())}
        for child in [*([node.test] if node.test else []), *node.body]:
            yield from _fields(child, inner)
        for child in node.else_:
            yield from _fields(child, scope)
    elif isinstance(node, nodes.Assign):
        yield from _handed_on(node.node, scope)
        scope.update(dict.fromkeys(_targets(node), _path(node.node, scope) or ()))
    elif path is None:
        handed_on = isinstance(node, nodes.CondExpr) or (isinstance(node, nodes.Filter) and node.name == "items")
        for child in node.iter_child_nodes():
            found = _fields(child, scope)
            yield from (replace(one, is_whole=True) for one in found) if handed_on else found


def _handed_on(node: nodes.Node, scope: Scope) -> Iterator[Field]:
    """The fields of what a name is given: whole where it is more than one field, for its members are then unknown."""
    found = _fields(node, scope)
    return found if _path(node, scope) is not None else (replace(one, is_whole=True) for one in found)


def _targets(node: nodes.For | nodes.Assign) -> list[str]:
    """The names a loop or a `set` gives; none where they are nested."""
    found = node.target.items if isinstance(node.target, nodes.Tuple) else [node.target]
    return [item.name for item in found if isinstance(item, nodes.Name)]


def _path(node: nodes.Node, scope: Scope) -> tuple[str, ...] | None:
    """The path of names a node spells; () where it spells none of the context, None where it is something else."""
    if isinstance(node, nodes.Name):
        return scope.get(node.name, (node.name,))
    if isinstance(node, nodes.Getattr | nodes.Getitem):
        parent = _path(node.node, scope)
        name = node.attr if isinstance(node, nodes.Getattr) else getattr(node.arg, "value", 0)
        return (*parent, name) if parent and isinstance(name, str) else parent
    return None
