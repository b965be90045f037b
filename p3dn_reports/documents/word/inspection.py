"""Proof in a build that no document leaves broken: one of each template for every set of branches taken in it.

To look at a document costs many times its rendering; two that were printed by the same branches are whole or broken
alike.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from p3dn_reports.documents.word.proof import kind_of
from p3dn_reports.documents.word.structure import check_parts
from p3dn_reports.documents.word.template import Rendered, Template
from p3dn_reports.problems import Location, Problem


@dataclass(slots=True)
class Inspector:
    """Looks at documents, and remembers what it found in each kind."""

    _own: dict[str, frozenset[str]] = field(default_factory=dict)
    _found: dict[tuple[str, frozenset[tuple[str, int]], int], tuple[Problem, ...]] = field(default_factory=dict)

    def faults(self, template: Template, rendered: Rendered) -> tuple[Problem, ...]:
        """What is broken in a document, or in one like it that has been looked at."""
        key = template.sha256, rendered.cabang, len(rendered.wanting) > 0
        if key not in self._found:
            found = check_parts(rendered.parts, template.parts())
            own = self._own_faults(template) if found else ()
            new = {kind_of(item): item for item in found if kind_of(item) not in own}
            self._found[key] = tuple(item.at(Location(berkas=template.nama)) for item in new.values())
        return self._found[key]

    def _own_faults(self, template: Template) -> frozenset[str]:
        if template.sha256 not in self._own:
            self._own[template.sha256] = frozenset(map(kind_of, check_parts(dict(template.parts()))))
        return self._own[template.sha256]
