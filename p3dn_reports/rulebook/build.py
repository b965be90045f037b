"""Plain text data that has passed the schema, made into the frozen rulebook."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from p3dn_reports.rulebook.convert import Converter, Node
from p3dn_reports.rulebook.formulas import Formulas
from p3dn_reports.rulebook.shapes import SHAPES
from p3dn_reports.rulebook.source import Source
from p3dn_reports.rules import Aspek, Citation, Kondisi, Nama, Penghargaan, Rulebook, Rumus, SubKriteria
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
    return replace(rulebook, penerus=successors(rulebook.sumber_hukum), penghargaan=_in_the_law_s_words(rulebook))


def _in_the_law_s_words(rulebook: Rulebook) -> dict[str, Penghargaan]:
    """The awards, each sub-criterion without words of its own in those of the clause that it cites."""
    words = {place: one.butir for one in rulebook.ketentuan.values() for place in one.dasar}

    def worded(sub: SubKriteria) -> SubKriteria:
        return sub if sub.bunyi else replace(sub, bunyi=next((words.get(place, "") for place in sub.dasar), ""))

    def aspect(one: Aspek) -> Aspek:
        return replace(one, sub_kriteria={name: worded(sub) for name, sub in one.sub_kriteria.items()})

    return {name: replace(one, aspek=tuple(map(aspect, one.aspek))) for name, one in rulebook.penghargaan.items()}
