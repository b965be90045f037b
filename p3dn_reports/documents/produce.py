"""From plan to bytes: each planned document with its template, its fields and marks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from p3dn_reports.documents.at import At, Shared
from p3dn_reports.documents.blanks import Blank, blank_problems, blanks
from p3dn_reports.documents.charts import charts
from p3dn_reports.documents.fields.common import JANGKAR, place_to_sign
from p3dn_reports.documents.fields.document import Fields, kind_of
from p3dn_reports.documents.fields.field import Reads, reads
from p3dn_reports.documents.forms import form_of
from p3dn_reports.documents.material import Material
from p3dn_reports.documents.papers import letter_of
from p3dn_reports.documents.pictures import Shelf
from p3dn_reports.documents.plan import Planned, Status
from p3dn_reports.documents.word.form import Form
from p3dn_reports.documents.word.inspection import Inspector
from p3dn_reports.documents.word.template import Rendered, Stamp, Template
from p3dn_reports.problems import Problem
from p3dn_reports.verdicts import NO_VERDICTS, Verdicts


@dataclass(frozen=True, slots=True)
class Produced:
    """One document as it came out. `content` is None where it is withheld.

    `wanting` names the places left open, `isian` the rows of tables that would fill them.
    """

    planned: Planned
    status: Status
    wanting: tuple[str, ...] = ()
    content: bytes | None = None
    problems: tuple[Problem, ...] = ()
    isian: tuple[Blank, ...] = ()


@dataclass(frozen=True, slots=True)
class Stock:
    """What documents are made from besides data: the folder of their templates, pictures, what was found sound."""

    templates: Path
    shelf: Shelf
    verdicts: Verdicts = NO_VERDICTS


def produce(
    material: Material, planned: Sequence[Planned], chosen: Sequence[Planned], stock: Stock
) -> Iterator[Produced]:
    """Render the `chosen` of the `planned` documents that are not withheld, units' before the region's.

    The region's report says how every unit's letter came out, and so all of those are rendered, chosen or not. Raises
    ProblemsError where a template does not fit its context: a template's fault is everybody's.
    """
    shared = Shared(material)

    @cache
    def compiled(name: str, form: Form) -> tuple[Template, Reads]:
        template = Template.compile(stock.templates / name, verdicts=stock.verdicts, form=form)
        return template, _read_by(template)

    making = _Making(Fields(material.scope.rulebook, material.tables.schemas), compiled, Inspector(), stock.shelf)
    for item in sorted(planned, key=lambda one: one.unit is None):
        owed = letter_of(item)
        if owed is None and item not in chosen:
            continue
        produced = making.produced(At(item, shared))
        if owed is not None:
            shared.surat.setdefault(item.dokumen.capaian, {})[owed] = produced.status
        if item in chosen:
            yield produced


def found_in(produced: Iterable[Produced]) -> tuple[Problem, ...]:
    """What the documents themselves brought to light: faults, then every row that they wait for, once."""
    made = list(produced)
    waiting = ((one.planned.dokumen.judul, _unit_of(one.planned), one.isian) for one in made)
    return (*(found for one in made for found in one.problems), *blank_problems(waiting))


def _unit_of(planned: Planned) -> str | None:
    return planned.unit.unit.kode_satker if planned.unit else None


def context_of(fields: Fields, at: At, template: Template) -> dict[str, object]:
    """What a template reads of a planned document, and nothing else."""
    return fields.of(kind_of(at.planned.dokumen)).value(at, _read_by(template))


def _read_by(template: Template) -> Reads:
    return reads(template.fields(), template.whole())


@dataclass(frozen=True, slots=True)
class _Making:
    """What the documents of a build are made with."""

    fields: Fields
    compiled: Callable[[str, Form], tuple[Template, Reads]]
    inspector: Inspector
    shelf: Shelf

    def produced(self, at: At) -> Produced:
        """Render once; where open places or faults turn up in a document held to be whole, once more, marked a draft.

        A document that no word processor could open is withheld, with what is broken in it.
        """
        planned = at.planned
        if planned.status is Status.DITAHAN:
            return Produced(planned, Status.DITAHAN)
        template, read = self.compiled(planned.dokumen.templat, form_of(at.bentuk))
        context = self.fields.of(kind_of(planned.dokumen)).value(at, read)
        rendered = self._as(at, template, context, konsep=bool(planned.konsep))
        konsep = bool(planned.konsep or rendered.wanting or rendered.problems) and not planned.dokumen.internal
        if konsep and not planned.konsep:
            rendered = self._as(at, template, context, konsep=True)
        if broken := self.inspector.faults(template, rendered):
            return Produced(planned, Status.DITAHAN, problems=(*rendered.problems, *broken))
        status = Status.KONSEP if konsep else Status.LENGKAP
        isian = blanks(context, rendered.wanting)
        return Produced(planned, status, rendered.wanting, rendered.content, rendered.problems, isian)

    def _as(self, at: At, template: Template, context: Mapping[str, object], *, konsep: bool) -> Rendered:
        material, planned = at.material, at.planned
        jangkar = place_to_sign(at) if planned.dokumen.jangkar and not planned.dokumen.internal else None
        if konsep and jangkar not in (None, JANGKAR):
            context, jangkar = {**context, "jangkar": ""}, None
        tanda = [word for word, wanted in (("KONSEP", konsep), ("SIMULASI", material.scope.simulasi)) if wanted]
        stamp = Stamp(
            tanggal=planned.tanggal,
            tanda=tanda,
            asal={
                "p3dn_daerah": material.scope.daerah.id,
                "p3dn_periode": str(material.scope.periode),
                "p3dn_naskah": "/".join((planned.dokumen.id, *planned.key.values())),
                **_digests(material),
            },
            grafik=charts(material, planned, template),
            jangkar=jangkar,
            gambar=self.shelf.take,
        )
        return template.render_document({**context, "konsep": konsep}, stamp)


def _digests(material: Material) -> dict[str, str]:
    return {f"p3dn_{name}": value for name, value in material.jejak.items()}
