"""What begins, ends or is wanting when, region by region: the changes that lie ahead and the gaps."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial

from p3dn_reports.formatting import tanggal
from p3dn_reports.policy.overview.blocks import KOSONG
from p3dn_reports.policy.overview.desk import Desk
from p3dn_reports.policy.overview.markup import Markup, items, row, table, tag
from p3dn_reports.policy.overview.spans import Span
from p3dn_reports.rules import Scope
from p3dn_reports.rules.references import Rule


def changes(desk: Desk) -> Iterator[Markup]:
    """A table for each region, by day; what holds on without an end is not in it."""
    for name, days in desk.days.items():
        found: dict[tuple[date, str], list[Rule]] = {}
        for rule, asked in _asked(desk):
            for day, what in _of(days.spans(asked)):
                found.setdefault((day, what), []).append(rule)
        rows = [row(tanggal(day), what, items(map(desk.titled, rules))) for (day, what), rules in sorted(found.items())]
        head = tag("h3", desk.rules.daerah[name].nama_pemda)
        told = (
            table(("Tanggal", "Yang terjadi", "Aturan"), rows) if rows else tag("p", "Tidak ada aturan yang berlaku.")
        )
        yield tag("article", tag("div", head, told, data_daerah=name), id=f"kalender.{name}", kelas="panjang")


def _of(spans: Sequence[Span[object]]) -> Iterator[tuple[date, str]]:
    for span in spans:
        if span is spans[0]:
            yield span.sejak, "mulai berlaku"
        else:
            yield span.sejak, "berubah atau berlaku lagi" if span.isi is not None else f"{KOSONG} sejak hari ini"


def _asked(desk: Desk) -> Iterator[tuple[Rule, Callable[[Scope], object | None]]]:
    """Everything that may hold or not: thresholds, lists, verdicts, documents."""
    for section, ask in _ASKED.items():
        yield from (((section, name), partial(ask, name)) for name in getattr(desk.rules, section))


def _number(name: str, scope: Scope) -> object | None:
    return scope.parameter(name, scope.data_per)


def _list(name: str, scope: Scope) -> object | None:
    return None if scope.tanpa_instrumen else scope.daftar(name, scope.data_per)


def _verdict(name: str, scope: Scope) -> object | None:
    return scope.versi(name, scope.data_per)


def _paper(name: str, scope: Scope) -> object | None:
    return scope.citations(scope.rulebook.dokumen[name].dasar) or None


_ASKED: Mapping[str, Callable[[str, Scope], object | None]] = {
    "parameter": _number,
    "daftar": _list,
    "putusan": _verdict,
    "dokumen": _paper,
}
