"""One rendering followed: which branches it takes, and how many turns its loops have had."""

from __future__ import annotations

from typing import Any

from jinja2 import nodes, pass_context
from jinja2.runtime import Context

from p3dn_reports.documents.word.walking import every

MOST_TURNS = 2_000_000
_COUNTED = "_putaran"


class Followed(Context):
    """The data of one rendering, with the branches taken in it and the turns of its loops so far."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.taken: set[int] = set()
        self.turns = 0


@pass_context
def _counted(context: Followed, value: Any) -> Any:
    """What a loop goes through. Raises OverflowError once the loops of a part have had more turns than any report."""
    context.turns += len(value) if hasattr(value, "__len__") else 1
    if context.turns > MOST_TURNS:
        raise OverflowError
    return value


def count_turns(tree: nodes.Template) -> None:
    """Let every loop of a tree count what it goes through, in place: one that prints nothing must end too."""
    for loop in list(every(tree, nodes.For)):
        loop.iter = nodes.Filter(loop.iter, _COUNTED, [], [], None, None, lineno=loop.lineno)


COUNTING = {_COUNTED: _counted}
"""The filter every loop goes through; no template can write it."""
