"""All checks across the rulebook, in the order in which a person reads the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from p3dn_reports.problems import Problem, has_errors
from p3dn_reports.rulebook.checks.awards import check_awards
from p3dn_reports.rulebook.checks.clauses import check_carried, check_places, check_quoted
from p3dn_reports.rulebook.checks.dates import check_dates
from p3dn_reports.rulebook.checks.documents import check_documents
from p3dn_reports.rulebook.checks.duties import check_duties
from p3dn_reports.rulebook.checks.figures import check_figures
from p3dn_reports.rulebook.checks.forms import check_forms
from p3dn_reports.rulebook.checks.gaps import check_gaps
from p3dn_reports.rulebook.checks.law import check_law
from p3dn_reports.rulebook.checks.lists import check_lists
from p3dn_reports.rulebook.checks.objects import check_objects
from p3dn_reports.rulebook.checks.offices import check_offices
from p3dn_reports.rulebook.checks.rankings import check_rankings
from p3dn_reports.rulebook.checks.readings import check_readings
from p3dn_reports.rulebook.checks.references import check_references
from p3dn_reports.rulebook.checks.rows import check_rows
from p3dn_reports.rulebook.checks.subject import Subject
from p3dn_reports.rulebook.checks.use import check_use
from p3dn_reports.rulebook.checks.words import check_words
from p3dn_reports.rulebook.source import Source

CHECKS: tuple[Callable[[Subject], Iterator[Problem]], ...] = (
    check_law,
    check_references,
    check_places,
    check_quoted,
    check_dates,
    check_lists,
    check_rows,
    check_readings,
    check_figures,
    check_awards,
    check_rankings,
    check_objects,
    check_duties,
    check_documents,
    check_forms,
    check_words,
    check_offices,
)


def crosscheck(subject: Subject) -> tuple[Problem, ...]:
    """Every problem that shows only when parts of the rulebook are seen together.

    What nobody uses, and what nothing carries, is asked only once every name leads somewhere: a slip in a reference
    would be blamed twice.
    """
    problems = [problem for check in CHECKS for problem in check(subject)]
    asked = not has_errors(problems)
    remarks = (*check_use(subject), *check_carried(subject), *check_gaps(subject)) if asked else ()
    return in_reading_order((*problems, *remarks), subject.source)


def in_reading_order(problems: Iterable[Problem], source: Source) -> tuple[Problem, ...]:
    """By file, line and letter, each place blamed once: text repeated by an alias is one text."""
    once = {(problem.kode, problem.pesan): problem for problem in problems}
    order = {name: number for number, name in enumerate(source.berkas, 1)}
    places = {key: problem.lokasi for key, problem in once.items()}
    ranks = {key: (order.get(at.berkas or "", 0), at.baris or 0, at.huruf or 0) for key, at in places.items()}
    return tuple(once[key] for key in sorted(once, key=ranks.__getitem__))
