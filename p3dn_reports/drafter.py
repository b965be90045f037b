"""The drafter's tools on whole workspaces: which fields exist, what is wrong with a template, how it will look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path

from p3dn_reports import pdf, pipeline
from p3dn_reports.documents import catalogue, field_list
from p3dn_reports.documents.at import At, Shared
from p3dn_reports.documents.charts import charts
from p3dn_reports.documents.checks import missing_pictures
from p3dn_reports.documents.fields.document import Fields, kind_of
from p3dn_reports.documents.forms import form_of
from p3dn_reports.documents.pictures import Shelf
from p3dn_reports.documents.produce import context_of
from p3dn_reports.documents.word.checker import Found
from p3dn_reports.documents.word.comments import with_comments
from p3dn_reports.documents.word.outline import outline
from p3dn_reports.documents.word.package import DOCUMENT
from p3dn_reports.documents.word.shapes import Elsewhere
from p3dn_reports.documents.word.template import Rendered, Stamp, Template, find_mistakes
from p3dn_reports.errors import ProblemsError, UsageError
from p3dn_reports.inputs.schema import load_schemas
from p3dn_reports.rules import Rulebook
from p3dn_reports.vocabulary import JENIS_NASKAH
from p3dn_reports.workspace import Workspace

_TRAIL = dict.fromkeys(("digest", "versi", "masukan", "aturan", "templat"), "contoh")


def fields_under(place: Workspace) -> Fields:
    """The fields that documents have under the workspace's own rules."""
    schemas = load_schemas(place.schemas)
    rules, problems = pipeline.load_rules(place, schemas)
    if rules is None:
        raise ProblemsError(problems)
    return Fields(rules, schemas)


def field_catalogue(place: Workspace, kind: str | None = None) -> Mapping[str, tuple[catalogue.Entry, ...]]:
    """By kind of document every field there is; of one `kind` where one is named."""
    return catalogue.catalogue(fields_under(place), (kind,) if kind else JENIS_NASKAH)


def samples(place: Workspace, folder: Path) -> Iterator[tuple[At, Fields]]:
    """Every document an inputs folder calls for; none where the rules know nothing of the region."""
    try:
        with pipeline.open_quarter(place, folder) as quarter:
            assessed = pipeline.assess(quarter)
            shared = Shared(pipeline.material_of(quarter, assessed, _TRAIL))
            fields = Fields(quarter.scope.rulebook, quarter.tables.schemas)
            for planned in assessed.planned:
                if not planned.ditahan:
                    yield At(planned, shared), fields
    except ProblemsError:
        return


def fields_of(place: Workspace, kind: str | None = None) -> dict[str, list[dict[str, object]]]:
    """The catalogue as plain data, every field of it."""
    return {name: [asdict(entry) for entry in entries] for name, entries in field_catalogue(place, kind).items()}


def fields_page(place: Workspace, form: str, kind: str | None = None) -> bytes:
    """The catalogue as `markdown`, `html` or `docx`, of one kind of document or of all."""
    fields = field_catalogue(place, kind)
    if form == "docx":
        return field_list.word(fields)
    return (field_list.html(fields) if form == "html" else field_list.markdown(fields)).encode("utf-8")


def kinds_of_template(rules: Rulebook, name: str) -> tuple[str, ...]:
    """The kinds of document a template of this name makes; none where no document of the rulebook uses it."""
    kinds = (kind_of(dokumen) for dokumen in rules.dokumen.values() if dokumen.templat == name)
    return tuple(dict.fromkeys(kinds))


def check(place: Workspace, paths: Iterable[Path], kind: str | None = None) -> dict[Path, list[Found]]:
    """Everything wrong with templates, unknown fields included, for each kind of document a template makes.

    Fields of any kind pass where its kind is unknown.
    """
    under = fields_under(place)
    own_kinds = (kind_of(dokumen) for dokumen in under.rulebook.dokumen.values())
    fields = catalogue.known_fields(under, dict.fromkeys([*JENIS_NASKAH, *own_kinds]))
    anything = catalogue.Known(*map(under.of, fields))
    checked, shelf = {}, Shelf(place.pictures)
    for path in paths:
        kinds = (kind,) if kind else kinds_of_template(under.rulebook, path.name)
        others = {own: Elsewhere(own, catalogue.Others(fields, own)) for own in kinds}
        ways = [find_mistakes(path, known=fields[own], elsewhere=others[own]) for own in kinds]
        ways = ways or [find_mistakes(path, known=anything)]
        found = [*ways, [Found(item, DOCUMENT, 0) for item in missing_pictures(path, shelf)]]
        checked[path] = list(dict.fromkeys(item for way in found for item in way))
    return checked


def comment(path: Path, found: Iterable[Found], target: Path) -> None:
    """Write a copy of the template with what was found as Word comments."""
    target.write_bytes(with_comments(path.read_bytes(), found))


def text(path: Path) -> str:
    """A Word file as text, for git and for the eye."""
    return outline(path.read_bytes())


def preview(
    place: Workspace, path: Path, folder: Path, unit: str | None = None, kind: str | None = None, *, own: bool = False
) -> Rendered:
    """The template with the data of a real document of its kind: that of `unit`, else the first one there is.

    With `own` of a document made from this very template, where the rulebook has one.

    Raises UsageError where the inputs call for no such document, ProblemsError where the template is at fault.
    """
    for at, fields in samples(place, folder):
        kinds = (kind,) if kind else kinds_of_template(fields.rulebook, path.name)
        if (kinds and kind_of(at.planned.dokumen) not in kinds) or unit not in (None, at.kode):
            continue
        if own and kinds and at.planned.dokumen.templat != path.name:
            continue
        template = Template.compile(path, form=form_of(at.bentuk))
        drawn = charts(at.material, at.planned, template)
        stamp = Stamp(tanda=("PRATINJAU",), grafik=drawn, gambar=Shelf(place.pictures).take)
        return template.render_document(context_of(fields, at, template), stamp)
    whose = f"unit {unit}" if unit else "jenis itu"
    raise UsageError(f"Masukan {folder.name} tidak meminta naskah untuk {whose}. Sebutkan masukan atau unit yang lain.")


def to_pdf(path: Path) -> pdf.Converted | None:
    """The document as PDF, by LibreOffice, or what went wrong; None where that is not installed."""
    program = pdf.find_program()
    return next(pdf.convert(program, [path])) if program else None
