"""Law as documents cite it: the basis of each, what the region applies, what a decree considers on its day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from p3dn_reports.documents.blanks import blank
from p3dn_reports.documents.material import Material
from p3dn_reports.documents.plan import Planned
from p3dn_reports.documents.word.marks import Wanting
from p3dn_reports.formatting import daftar_kata
from p3dn_reports.rules import Citation, Scope, SumberHukum

Cited = tuple[int, date, str | Wanting]
"""A source as it is cited, with the rank and the date that put it in its place."""

PERDA, PERBUP = 60, 70
"""The ranks of a region's own regulations among the register's (`tingkat`)."""


@dataclass(frozen=True, slots=True)
class Law:
    """A source of law with the places in it that are cited, in words."""

    sumber: SumberHukum
    tempat: str


def main_law(scope: Scope, dasar: tuple[Citation, ...]) -> Law:
    """The first source of a document's basis, with all the places cited in it."""
    first = scope.cited(dasar[0])
    places = [citation.tempat for citation in dasar if citation.sumber == first.id and citation.tempat]
    return Law(first, places_in_words(places))


def cited_law(scope: Scope, dasar: Iterable[Citation]) -> Iterator[Law]:
    """Every place of a document's basis."""
    return (Law(scope.cited(one), scope.rulebook.place_in_words(one)) for one in dasar)


def applied_law(scope: Scope) -> list[Law]:
    """The instruments that the region applies here, by rank; practice is none."""
    known = map(Citation, scope.rulebook.diterapkan(scope.daerah))
    applied = [scope.cited(one) for one in known if scope.applies(one)]
    instruments = [source for source in applied if not source.praktik]
    return [Law(source, "") for source in sorted(instruments, key=lambda source: source.tingkat)]


def places_in_words(places: list[str]) -> str:
    """Several places of one instrument, what they begin with said once: `huruf a angka 5 serta huruf g angka 1 dan 2`.

    Places that differ in their last step alone stand together.
    """
    steps = list(dict.fromkeys(Citation("", place.split(".baris-")[0]).segmen for place in places))
    groups: dict[tuple[str, ...], list[str]] = {}
    for step in steps:
        groups.setdefault(step[:-1], []).append(step[-1])
    written: list[str] = []
    for parent, last in groups.items():
        common = _common(steps[0], parent) if written else 0
        written.append(" ".join((*parent[common:], daftar_kata(last))))
    together = any(len(last) > 1 for last in groups.values())
    if len(written) > 1 and together:
        return " serta ".join((", ".join(written[:-1]), written[-1]))
    return daftar_kata(written) if written else ""


def _common(first: tuple[str, ...], other: tuple[str, ...]) -> int:
    """How many steps two places share from the top."""
    pairs = zip(first, other, strict=False)
    return next((depth for depth, (one, two) in enumerate(pairs) if one != two), min(len(first), len(other)))


def places_cited(scope: Scope, dasar: Iterable[Iterable[Citation]]) -> str:
    """The places cited here, in words; empty where no instrument here has them."""
    return places_in_words([one.tempat for some in dasar for one in scope.citations(some)])


def considered(material: Material, planned: Planned) -> list[str | Wanting]:
    """What a decree considers on its date; with costs also what those rest on."""
    costs = bool(planned.dokumen.mengingat_biaya and material.meta.lain.get("perangkat_daerah_pembebanan"))
    sources = planned.dokumen.mengingat + (planned.dokumen.mengingat_biaya if costs else ())
    return law_in_force(material.scope, sources, planned.tanggal, _budget_laws(material) if costs else ())


def law_in_force(scope: Scope, sources: Iterable[str], on: date, besides: Iterable[Cited] = ()) -> list[str | Wanting]:
    """The sources in force on `on`, as they are cited then, with others `besides`: by rank, then by date.

    The order is that of UU 12/2011 Lampiran II nomor 43.
    """
    register = scope.rulebook.sumber_hukum
    valid = [register[key] for key in sources if register[key].in_force(on)]
    cited: list[Cited] = [*((one.tingkat, one.berlaku_sejak, one.bunyi(on)) for one in valid), *besides]
    return [bunyi for _, _, bunyi in sorted(cited, key=lambda one: one[:2])]


def _budget_laws(material: Material) -> Iterator[Cited]:
    """The region's own APBD regulations, which a decree that costs something cites too; `meta` gives their words."""
    for name, tingkat in (("perda_apbd", PERDA), ("perbup_penjabaran_apbd", PERBUP)):
        yield tingkat, date.max, material.meta.lain.get(name) or blank(name, "meta", "nilai", kunci=name)
