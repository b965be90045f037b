"""What stands in a region from when to when, and what then has nothing in force: its calendar and its gaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, NamedTuple

from p3dn_reports.rules.book import Rulebook, Scope
from p3dn_reports.rules.formulas import Operasi, Rumus
from p3dn_reports.rules.law import Dated, SumberHukum
from p3dn_reports.rules.papers import Daerah
from p3dn_reports.rules.references import Rule
from p3dn_reports.rules.words import Kata
from p3dn_reports.vocabulary import Periode

VALUED = ("parameter", "daftar", "putusan")
_ANY = Periode(1)
_A_DAY = timedelta(days=1)


class Sebab(StrEnum):
    """Why something has nothing in force."""

    INSTRUMEN_MENYISAKAN = "instrumen_menyisakan"
    INSTRUMEN_BERAKHIR = "instrumen_berakhir"
    HUKUM_BERAKHIR = "hukum_berakhir"
    LIBUR_BELUM_DIDAFTAR = "libur_belum_didaftar"


class Gap(NamedTuple):
    """From `sejak` on nothing is in force in a region for these rules; `sumber` is the law it has to do with.

    `periode` is the one an instrument speaks of. A table of days off rests on no law of the region: `sumber` is "".
    """

    daerah: str
    sebab: Sebab
    sejak: date
    aturan: tuple[Rule, ...]
    sumber: str = ""
    periode: Periode | None = None
    sebelumnya: str = ""


class Event(NamedTuple):
    """What begins (`mulai`), or holds for the last time, on one day in a region, by one law."""

    tanggal: date
    mulai: bool
    sumber: str
    periode: Periode | None
    aturan: tuple[Rule, ...]


def standing(scope: Scope) -> frozenset[Rule]:
    """The parameters, lists, verdicts, activities and documents that law in force gives here.

    Documents only where due.
    """
    book = scope.rulebook
    found = {(section, name) for section, name, values in _valued(book) if any(_holds(scope, one) for one in values)}
    found |= {("jadwal", one.id) for one in book.jadwal.values() if scope.citations(one.dasar)}
    return frozenset(found | {("dokumen", one.id) for one in scope.dokumen})


def gaps(book: Rulebook, daerah: Daerah) -> tuple[Gap, ...]:
    """What has nothing in force in the region, one gap for each cause."""
    return (
        *_left_behind(book, daerah),
        *_after_last(book, daerah),
        *_after_law(book, daerah),
        *_days_off(book, daerah),
    )


def events(book: Rulebook, daerah: Daerah) -> tuple[Event, ...]:
    """What begins and what ends in the region, by day; what begins with one law on one day is one event."""
    found: dict[tuple[date, bool, str, Periode | None], dict[Rule, None]] = {}
    for rule, sumber, first, last in _spans(book, daerah):
        untuk = book.sumber_hukum[sumber].untuk if sumber else None
        until = min((day for day in (last, untuk.akhir if untuk else None) if day is not None), default=None)
        found.setdefault((first, True, sumber, untuk), {})[rule] = None
        if until is not None:
            found.setdefault((max(until, first), False, sumber, untuk), {})[rule] = None
    ordered = sorted(found, key=lambda key: (key[0], not key[1], key[2]))
    return tuple(Event(*key, tuple(found[key])) for key in ordered)


def _spans(book: Rulebook, daerah: Daerah) -> Iterator[tuple[Rule, str, date, date | None]]:
    """Every rule of the region by law, with its first day and its last."""
    for dated in daerah.nama:
        yield ("daerah", daerah.id), "", dated.berlaku_sejak, dated.berlaku_sampai
    for section, name, values in _valued(book):
        for one in values:
            for sumber in _applied(book, daerah, (cited.sumber for cited in one.dasar)):
                ends = [day for day in (one.berlaku_sampai, sumber.berlaku_sampai) if day is not None]
                yield (section, name), sumber.id, max(one.berlaku_sejak, sumber.berlaku_sejak), min(ends, default=None)
    for paper in book.dokumen.values():
        for sumber in _applied(book, daerah, (cited.sumber for cited in paper.dasar)):
            yield ("dokumen", paper.id), sumber.id, sumber.berlaku_sejak, sumber.berlaku_sampai
    if _counting_days(book, daerah):
        for table in book.hari_libur.values():
            yield ("hari_libur", table.id), "", date(table.tahun, 1, 1), date(table.tahun, 12, 31)


def _valued(book: Rulebook) -> Iterator[tuple[str, str, tuple[Dated[Any], ...]]]:
    yield from (("parameter", one.id, one.nilai) for one in book.parameter.values())
    yield from (("daftar", one.id, one.nilai) for one in book.daftar.values())
    yield from (("putusan", one.id, one.versi) for one in book.putusan.values())


def _holds(scope: Scope, dated: Dated[Any]) -> bool:
    return dated.in_force(scope.data_per) and bool(scope.citations(dated.dasar))


def _applied(book: Rulebook, daerah: Daerah, names: Iterable[str]) -> tuple[SumberHukum, ...]:
    applied = book.diterapkan(daerah)
    return tuple(book.sumber_hukum[name] for name in dict.fromkeys(names) if name in applied)


def _bound(book: Rulebook, daerah: Daerah) -> list[tuple[Periode, tuple[SumberHukum, ...]]]:
    """The periods that instruments of the region speak of, in order, each with those instruments."""
    found: dict[Periode, list[SumberHukum]] = {}
    for source in _applied(book, daerah, book.diterapkan(daerah)):
        if source.untuk is not None:
            found.setdefault(source.untuk, []).append(source)
    return [
        (periode, tuple(found[periode])) for periode in sorted(found, key=lambda one: (one.akhir, one.triwulan or 0))
    ]


def _stood(book: Rulebook, daerah: Daerah, periode: Periode, sources: Iterable[SumberHukum] = ()) -> frozenset[Rule]:
    """What stands at the end of a period, or on the first day that its instruments are in force where that is later.

    Of a year that is also what is due in its quarters.
    """
    day = max([periode.akhir, *(one.berlaku_sejak for one in sources)])
    parts = (periode,) if periode.triwulan else (periode, Periode(periode.tahun, 4))
    return frozenset().union(*(standing(book.scope(daerah, part, day)) for part in parts))


def _in_order(book: Rulebook, rules: Iterable[Rule]) -> tuple[Rule, ...]:
    wanted = frozenset(rules)
    sections = (*VALUED, "dokumen", "jadwal")
    return tuple((name, key) for name in sections for key in getattr(book, name) if (name, key) in wanted)


def _left_behind(book: Rulebook, daerah: Daerah) -> Iterator[Gap]:
    """An instrument for a later period under which something that stood before has nothing in force."""
    seen: dict[Rule, str] = {}
    for periode, sources in _bound(book, daerah):
        here = _stood(book, daerah, periode, sources)
        left = [rule for rule in seen if rule not in here and _asked(book, rule, periode, here)]
        if left:
            first = min(one.berlaku_sejak for one in sources)
            before = seen[left[0]]
            yield Gap(
                daerah.id, Sebab.INSTRUMEN_MENYISAKAN, first, _in_order(book, left), sources[0].id, periode, before
            )
        seen |= dict.fromkeys(here, sources[0].id)


def _asked(book: Rulebook, rule: Rule, periode: Periode, here: frozenset[Rule]) -> bool:
    """Whether the rule is wanting where it does not stand.

    A document of a quarter is not wanting in a year; an activity is where a document that stands here is due by it.
    """
    section, name = rule
    if section == "jadwal":
        papers = (one for one in book.dokumen.values() if ("dokumen", one.id) in here)
        return any(name in (one.jatuh_tempo, *one.tahap) for one in papers)
    return section != "dokumen" or periode.triwulan is None or book.dokumen[name].due_in(periode)


def _after_last(book: Rulebook, daerah: Daerah) -> Iterator[Gap]:
    """What nothing gives once the last period that an instrument speaks of is over."""
    bound = _bound(book, daerah)
    if not bound:
        return
    periode, sources = bound[-1]
    ended = _stood(book, daerah, periode, sources) - _stood(book, daerah, _next(periode))
    left = _in_order(book, (rule for rule in ended if rule[0] != "jadwal"))
    if left:
        since = periode.akhir + _A_DAY
        yield Gap(daerah.id, Sebab.INSTRUMEN_BERAKHIR, since, left, sources[0].id, periode)


def _next(periode: Periode) -> Periode:
    if periode.triwulan is None or periode.triwulan == 4:
        return Periode(periode.tahun + 1, None if periode.triwulan is None else 1)
    return Periode(periode.tahun, periode.triwulan + 1)


def _after_law(book: Rulebook, daerah: Daerah) -> Iterator[Gap]:
    """What nothing gives once a law, or a value itself, has ended, where no instrument binds it to a period."""
    ends: dict[date, str] = {}
    for _, sumber, _, last in _spans(book, daerah):
        if last is not None and sumber and last < date.max:
            ends.setdefault(last, sumber)
    for last, sumber in sorted(ends.items()):
        for due in (Periode.quarter_of(last), Periode(last.year)):
            before, after = (standing(book.scope(daerah, due, day)) for day in (last, last + _A_DAY))
            free = standing(book.scope(daerah, _ANY, last)) | {rule for rule in before if rule[0] == "dokumen"}
            if left := _in_order(book, (rule for rule in (before - after) & free if rule[0] != "jadwal")):
                yield Gap(daerah.id, Sebab.HUKUM_BERAKHIR, last + _A_DAY, left, sumber)
                break


def _days_off(book: Rulebook, daerah: Daerah) -> Iterator[Gap]:
    """Working days that no table of days off is there to count: after the last year, and in years between."""
    counting, years = _counting_days(book, daerah), {table.tahun for table in book.hari_libur.values()}
    bound = {periode.tahun for periode, _ in _bound(book, daerah)}
    wanting = {year + 1 for year in years} | bound
    for year in sorted(wanting - years) if counting else ():
        yield Gap(daerah.id, Sebab.LIBUR_BELUM_DIDAFTAR, date(year, 1, 1), counting)


def _counting_days(book: Rulebook, daerah: Daerah) -> tuple[Rule, ...]:
    """The figures of the region that count working days."""
    figures = (one for one in book.hitungan.values() if _counts_days(one.nilai))
    return tuple(("hitungan", one.id) for one in figures if _applied(book, daerah, (c.sumber for c in one.dasar)))


def _counts_days(rumus: Rumus) -> bool:
    return isinstance(rumus, Operasi) and (rumus.kata is Kata.HARI_KERJA_SETELAH or any(map(_counts_days, rumus.isi)))
