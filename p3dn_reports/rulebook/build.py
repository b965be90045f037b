"""Plain text data that has passed the schema, made into the frozen rulebook."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from p3dn_reports.rulebook.convert import Converter, Node
from p3dn_reports.rulebook.formulas import Formulas
from p3dn_reports.rulebook.shapes import SHAPES
from p3dn_reports.rulebook.source import Source
from p3dn_reports.rules import Citation, Kondisi, Nama, Rulebook, Rumus
from p3dn_reports.rules.continuing import successors


def build(source: Source) -> Rulebook:
    """The rulebook of a source without problems of form. References in it may still lead nowhere."""
    data = source.data

    def conditions(nodes: Iterable[Node]) -> tuple[Kondisi, ...]:
        return tuple(convert.value(Kondisi, node) for node in nodes)

    parameter, hitungan, pilihan = (data.get(name, {}) for name in ("parameter", "hitungan", "pilihan"))
    formulas = Formulas(parameter, hitungan, pilihan, conditions)
    leaves = {Citation: Citation.of, Rumus: formulas.rumus, Nama: formulas.name}
    convert = Converter(leaves, SHAPES)
    rulebook: Rulebook = convert.value(Rulebook, {**data, "sha256": source.sha256})
    return replace(rulebook, penerus=successors(rulebook.sumber_hukum))
