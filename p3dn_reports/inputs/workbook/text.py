"""Words as XML can hold them, and the words every report of findings shares."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

from p3dn_reports.formatting import printable
from p3dn_reports.problems import Problem, Severity

_LOOKS_ENCODED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def escaped(text: str) -> str:
    """`text` for an element or attribute of a spreadsheet part; `_x0041_` stays what it is."""
    return escape(_LOOKS_ENCODED.sub("_x005F_", printable(text)), {'"': "&quot;"})


def counted(problems: list[Problem]) -> str:
    """How many there are of each weight, as a sentence."""
    kinds = [one.tingkat for one in problems]
    told = [f"{kinds.count(tingkat)} {tingkat}" for tingkat in Severity if tingkat in kinds]
    return f"{', '.join(told) or 'Tidak ada temuan'}."
