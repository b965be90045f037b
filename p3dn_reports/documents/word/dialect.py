"""One part of a template, from Word's XML to compiled Jinja and back to XML.

docxtpl's own `patch_xml` gives the dialect (`{{ }}`, `{% %}`, `{%p`, `{%tr`, `{%tc`, `{%r`), so that templates written
for docxtpl carry over. One line of the Jinja source is one paragraph: a line number is a place a person can find.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from types import TracebackType
from typing import Any, NamedTuple, Self

import jinja2
from docxtpl import DocxTemplate
from jinja2 import TemplateSyntaxError, UndefinedError, nodes
from jinja2.exceptions import SecurityError
from lxml import etree

from p3dn_reports.documents.word.balance import unbalanced_line
from p3dn_reports.documents.word.carried import keep_carried, names_kept
from p3dn_reports.documents.word.columns import fix_columns
from p3dn_reports.documents.word.containers import Guarded, guard, mark_ends, mend, restore_guards
from p3dn_reports.documents.word.following import Followed, count_turns
from p3dn_reports.documents.word.lone_tags import give_prefixes
from p3dn_reports.documents.word.marks import Wanting, cut_behind_paragraphs, resolve
from p3dn_reports.documents.word.pairs import is_multiplied, number_drawings, tell_apart
from p3dn_reports.documents.word.pictures import ask_by_tags
from p3dn_reports.documents.word.places import Paragraph
from p3dn_reports.documents.word.preparing import patched, prepare, restore
from p3dn_reports.documents.word.rewriting import place_markup, spell_out, spell_out_spans
from p3dn_reports.documents.word.rich import NotRichError
from p3dn_reports.documents.word.sandbox import ENVIRONMENT, Field, faults, fields
from p3dn_reports.documents.word.suggestions import advised, nearest, suggested_filter
from p3dn_reports.documents.word.tags import CHECK_SPELLING, NOT_IN_ORDER, TOO_DEEP
from p3dn_reports.documents.word.trials import trials
from p3dn_reports.documents.word.values import UnprintableError
from p3dn_reports.documents.word.walking import every
from p3dn_reports.errors import ProblemsError
from p3dn_reports.problems import Location, Problem, problem

LARGEST_OUTPUT = 200_000_000
"""Characters one part may grow to: a guard against templates that multiply, far above any report."""

BATCH = 256
"""Pieces of text put together at a time: what streaming holds of a long table."""

_DOCXTPL = DocxTemplate("")  # only its pure functions on text are used
_NEW_COLUMNS = re.compile(r"{%-?\s*(?:tc|hm|colspan)\s|{#tc\s")
_TAG = re.compile(r"{{|{%|{#")
_RAW_OUTPUT = re.compile(r"{{(?:tr|tc)\s")
_PARAGRAPH_OR_ROW = re.compile(r"<w:(p|tr)(?=[ />])")
_ESCAPED = re.compile(r"{_{|}_}|{_%|%_}")  # docxtpl's way to print braces
_NUMBER = re.compile("\n\x05(\\d+)\x05")
_XML_TAG = re.compile(r"<[^>]*>?")


@dataclass(frozen=True, slots=True)
class _Source:
    """The Jinja source of a part; `paragraphs` gives each line its paragraph, `places` where each of them stands."""

    berkas: str
    part: str
    title: str
    text: str
    paragraphs: tuple[int, ...]
    places: tuple[str, ...]

    @classmethod
    def read(cls, berkas: str, part: str, title: str, raw: str, places: tuple[str, ...]) -> Self:
        """Patch a part's XML into Jinja, paragraphs numbered before docxtpl takes away those that hold only tags."""
        whole = patched(_numbered(raw.replace("\n", " ")), _DOCXTPL.patch_xml)
        whole = restore_guards(names_kept(restore(whole)))
        paragraphs = (0, *(int(found[1]) for found in _NUMBER.finditer(whole)))
        text = _ESCAPED.sub(lambda found: f'{{{{ "{found[0].replace("_", "")}" }}}}', _NUMBER.sub("\n", whole))
        return cls(berkas, part, title, text, paragraphs, places)

    def problem(self, kode: str, line: int, **isi: Any) -> Problem:
        """The problem `kode` at a line: with the paragraph, and the text found there."""
        lines = self.text.split("\n")
        line = max(1, min(line, len(lines)))
        number = self.paragraphs[line - 1]
        place = self.places[number - 1] if 0 < number <= len(self.places) else self.title
        near = " ".join(_XML_TAG.sub("", lines[line - 1]).split())[:120]
        return problem(kode, Location(berkas=self.berkas, sel=place), nilai=near, tempat=place, **isi)


class Printed(NamedTuple):
    """One part of a document: its XML, the wanting fields printed in it, and the branches it was printed by."""

    xml: str
    wanting: list[str]
    taken: set[int]


@dataclass(frozen=True, slots=True)
class PartSource:
    """One compiled part: its Jinja source and program, and the fields it reads.

    `has_new_columns`: cells are multiplied in it; `is_multiplied`: so are drawings or bookmarks.
    """

    source: _Source
    program: jinja2.Template
    tree: nodes.Template
    fields: tuple[Field, ...]
    has_new_columns: bool
    is_multiplied: bool
    guarded: Guarded

    @property
    def part(self) -> str:
        """The part's name in the package."""
        return self.source.part

    @property
    def title(self) -> str:
        """How a person calls the part."""
        return self.source.title

    def render(self, context: Mapping[str, object]) -> Printed:
        """The part as XML, the names found wanting and the branches taken. Raises ProblemsError, placed and named."""
        taken: set[int] = set()
        xml, wanting = resolve(mend("".join(self._pieces(context, taken)), self.guarded))
        return Printed(fix_columns(xml) if self.has_new_columns else xml, wanting, taken)

    def problem(self, kode: str, line: int, **isi: Any) -> Problem:
        """The problem `kode` at a line of the part's source, with its place."""
        return self.source.problem(kode, line, **isi)

    def trials(self) -> Iterator[str]:
        """What the part may come to, without data: together these go through every branch."""
        for raw in trials(self.tree):
            xml = tell_apart(mend(raw, self.guarded))
            yield fix_columns(xml) if self.has_new_columns else xml

    def stream(self, context: Mapping[str, object]) -> Iterator[str]:
        """The part as XML, some thousand values at a time, columns not repaired. Raises ProblemsError."""
        for piece in cut_behind_paragraphs(self._pieces(context, set())):
            yield resolve(mend(piece, self.guarded))[0]

    def _pieces(self, context: Mapping[str, object], taken: set[int]) -> Iterator[str]:
        followed = self.program.new_context(dict(context))
        assert isinstance(followed, Followed)  # noqa: S101 - the sandbox makes no other
        followed.taken = taken
        pieces, size = self.program.root_render_func(followed), 0
        try:
            while batch := list(islice(pieces, BATCH)):
                chunk = "".join(batch)
                size += len(chunk)
                if size > LARGEST_OUTPUT:
                    raise OverflowError
                yield chunk
        except _RUNTIME_ERRORS as error:
            raise ProblemsError(self._explain(error, context)) from error

    def _explain(self, error: Exception, context: Mapping[str, object]) -> list[Problem]:
        """What went wrong, as problems: every unknown or empty field of the part, else the line that failed."""
        if isinstance(error, UndefinedError) and (unknown := self._unknown(context)):
            return unknown
        line = _failing_line(self.program, error.__traceback__)
        here = [found for found in self.fields if found.line == line]
        empty = [str(found) for found in here if None in values_at(context, found.path)]
        names = ", ".join(empty or dict.fromkeys(map(str, here))) or "?"
        kode = _RUNTIME_CODES.get(type(error), "templat-nilai-tidak-cocok")
        return [self.source.problem("templat-isian-kosong" if empty else kode, line, isian=names, sebab=str(error))]

    def _unknown(self, context: Mapping[str, object]) -> list[Problem]:
        found = {}
        for item in self.fields:
            if (miss := missing_field(context, item.path)) and miss[0] not in found:
                name, near = miss
                found[name] = self.source.problem(
                    "templat-isian-tidak-dikenal", item.line, isian=name, usul=advised(near)
                )
        return list(found.values())


_RUNTIME_CODES: dict[type[Exception], str] = {
    UndefinedError: "templat-isian-tidak-terbaca",
    UnprintableError: "templat-isian-tanpa-filter",
    NotRichError: "templat-keluaran-berawalan",
    OverflowError: "templat-terlalu-besar",
}
_RUNTIME_ERRORS: tuple[type[Exception], ...] = (*_RUNTIME_CODES, SecurityError, TypeError, ValueError)


def compile_part(
    berkas: str, part: str, title: str, root: etree._Element, lines: Sequence[Paragraph], first: int
) -> tuple[PartSource | None, list[Problem]]:
    """Compile one part, its tree no longer of use afterwards; a person calls it `title`, `lines` are its paragraphs.

    Its drawings get ids from `first` on.
    (None, []) for a part without any tag, (None, problems) for one that may not be used.
    """
    give_prefixes(root, lines)
    prepare(root)
    keep_carried(root)
    ask_by_tags(root)
    number_drawings(root, first)
    guarded = guard(root)
    raw = etree.tostring(root, encoding="unicode")
    source = _Source.read(berkas, part, title, raw, tuple(line.place for line in lines))
    if not _TAG.search(source.text):
        return None, []
    if found := _raw_outputs(source, raw):
        return None, found
    try:
        tree = spell_out_spans(spell_out(_parsed(source.text)))
        if found := [_refused(source, *fault) for fault in faults(tree)]:
            return None, found
        for data in every(tree, nodes.TemplateData):
            data.data = data.data.replace("\n", "")  # the ends of our lines; those of values are control characters
        if part.startswith("word/"):
            place_markup(tree)
        if (line := unbalanced_line(tree)) is not None:
            return None, [source.problem("templat-blok-memutus", line)]
        for data in every(tree, nodes.TemplateData) if guarded.tables else ():
            data.data = mark_ends(data.data)
        read = tuple(fields(tree))
        count_turns(tree)
        program = ENVIRONMENT.from_string(tree)
    except TemplateSyntaxError as error:
        return None, [_syntax_problem(source, error)]
    except RecursionError:
        return None, [source.problem("templat-tag-salah", 1, sebab=TOO_DEEP)]
    columns = bool(_NEW_COLUMNS.search("".join(_paragraph_texts(raw))))
    return PartSource(source, program, tree, read, columns, is_multiplied(tree), guarded), []


_MARKUP = re.compile(r"</?w:[^{}\n\x0f]{30,}>")
_SHORT = re.compile("\x0f(\\d+)\x0f")


def _parsed(text: str) -> nodes.Template:
    """The tree of a source; markup stands behind short marks meanwhile, for Jinja goes through it letter by letter."""
    kept: list[str] = []

    def shorten(found: re.Match[str]) -> str:
        kept.append(found[0])
        return f"\x0f{len(kept) - 1}\x0f"

    tree = ENVIRONMENT.parse(_MARKUP.sub(shorten, text))
    for data in every(tree, nodes.TemplateData):
        data.data = _SHORT.sub(lambda mark: kept[int(mark[1])], data.data)
    return tree


def _numbered(raw: str) -> str:
    """The XML with each paragraph and row on a line of its own that begins with the paragraph's number."""
    count = 0

    def mark(found: re.Match[str]) -> str:
        nonlocal count
        count += found[1] == "p"
        return f"\n\x05{count + (found[1] == 'tr')}\x05{found[0]}"

    return _PARAGRAPH_OR_ROW.sub(mark, raw)


def _refused(source: _Source, kode: str, line: int, what: str) -> Problem:
    return source.problem(kode, line, apa=what, usul=suggested_filter(what))


def _syntax_problem(source: _Source, error: TemplateSyntaxError) -> Problem:
    message = error.message or ""
    if "Unexpected end of template" in message or "Missing end of" in message:
        return source.problem("templat-blok-terbuka", error.lineno, tag="endif atau endfor")
    if unknown := re.search(r"unknown tag '(\w+)'", message):
        return source.problem("templat-tag-tidak-dikenal", error.lineno, tag=unknown[1], usul=CHECK_SPELLING)
    return source.problem("templat-tag-salah", error.lineno, sebab=NOT_IN_ORDER)


def _raw_outputs(source: _Source, raw: str) -> list[Problem]:
    """`{{tr x }}` and `{{tc x }}`: nothing that is printed makes a whole row or cell."""
    numbers = [at for at, text in enumerate(_paragraph_texts(raw), start=1) if _RAW_OUTPUT.search(text)]
    lines = (source.paragraphs.index(at) + 1 if at in source.paragraphs else 1 for at in numbers)
    return [source.problem("templat-keluaran-berawalan", line) for line in lines]


def _paragraph_texts(raw: str) -> list[str]:
    return [
        "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", paragraph))
        for paragraph in re.split(r"(?=<w:p[ >])", raw)[1:]
    ]


def _failing_line(program: jinja2.Template, trace: TracebackType | None) -> int:
    line = 1
    while trace:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = program.get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    return line


def values_at(context: Mapping[str, object], path: tuple[str, ...]) -> list[Any]:
    """All values a path leads to, through every item of every list."""
    values: list[Any] = [context]
    for name in path:
        values = [value[name] for value in _flat(values) if isinstance(value, Mapping) and name in value]
    return values


def missing_field(context: Mapping[str, object], path: tuple[str, ...]) -> tuple[str, str | None] | None:
    """The first name on a path that some mapping lacks, in full, with the nearest name that is there."""
    values: list[Any] = [context]
    for depth, name in enumerate(path):
        for value in values:
            if isinstance(value, Mapping) and name not in value:
                near = nearest(name, [key for key in value if not key.startswith("_")])
                return ".".join(path[: depth + 1]), near and ".".join((*path[:depth], near))
            if not isinstance(value, Mapping | Wanting | None):
                return ".".join(path[: depth + 1]), None
        values = _flat([value[name] for value in values if isinstance(value, Mapping)])
    return None


def _flat(values: list[Any]) -> list[Any]:
    flat = []
    for value in values:
        flat += _flat(list(value)) if isinstance(value, list | tuple) else [value]
    return flat
