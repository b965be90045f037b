"""Dates in order, and one value at a time for each region."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from p3dn_reports.problems import Problem
from p3dn_reports.rulebook.checks.forms import dated_forms
from p3dn_reports.rulebook.checks.moments import Moment, applicable, breakpoints, day_after, moments
from p3dn_reports.rulebook.checks.subject import Subject
from p3dn_reports.rulebook.source import Keys
from p3dn_reports.rules import Citation, Dated


def check_dates(subject: Subject) -> Iterator[Problem]:
    """The register's, the regions', the schedule's dates, then all that is dated in parameters, lists and verdicts."""
    yield from _register(subject)
    yield from _schedule(subject)
    for key, daerah in subject.rulebook.daerah.items():
        yield from _spans(subject, ("daerah", key, "nama"), daerah.nama)
        yield from _names(subject, ("daerah", key, "nama"), daerah.nama, key)
        for name in ("lambang", "lambang_jabatan"):
            yield from _spans(subject, ("daerah", key, name), getattr(daerah, name))
    for place, forms in dated_forms(subject.rulebook):
        yield from _spans(subject, place, forms)
        yield from _names(subject, place, forms, str(place[1]) if place[0] == "daerah" else "mana pun")
    dated: Iterable[tuple[Keys, Sequence[Dated[Any]]]] = [
        *((("parameter", key, "nilai"), parameter.nilai) for key, parameter in subject.rulebook.parameter.items()),
        *((("daftar", key, "nilai"), daftar.nilai) for key, daftar in subject.rulebook.daftar.items()),
        *((("putusan", key, "versi"), putusan.versi) for key, putusan in subject.rulebook.putusan.items()),
    ]
    for keys, values in dated:
        yield from _spans(subject, keys, values)
        yield from _order(subject, keys, values)
        yield from _beside_law(subject, keys, values)
        yield from _one_at_a_time(subject, keys, values)


def _register(subject: Subject) -> Iterator[Problem]:
    for key, sumber in subject.rulebook.sumber_hukum.items():
        keys: Keys = ("sumber_hukum", key)
        yield from _reversed(subject, (*keys, "berlaku_sampai"), sumber.berlaku_sejak, sumber.berlaku_sampai)
        starts = [sumber.berlaku_sejak, *(change.sejak for change in sumber.perubahan)]
        for index, (before, after) in enumerate(pairwise(starts)):
            if after <= before:
                yield _disorder(subject, (*keys, "perubahan", index, "sejak"), after, before)


def _schedule(subject: Subject) -> Iterator[Problem]:
    for key, kegiatan in subject.rulebook.jadwal.items():
        yield from _within_law(subject, ("jadwal", key, "mulai"), kegiatan.mulai, kegiatan.dasar)
        if kegiatan.selesai < kegiatan.mulai:
            yield from _reversed(subject, ("jadwal", key, "selesai"), kegiatan.mulai, kegiatan.selesai)


def _spans(subject: Subject, keys: Keys, values: Sequence[Dated[Any]]) -> Iterator[Problem]:
    for index, dated in enumerate(values):
        yield from _reversed(subject, (*keys, index, "berlaku_sampai"), dated.berlaku_sejak, dated.berlaku_sampai)


def _reversed(subject: Subject, keys: Keys, start: date, end: date | None) -> Iterator[Problem]:
    if end is not None and end < start:
        yield subject.source.problem("aturan-tanggal-terbalik", keys, nilai=end.isoformat(), awal=start.isoformat())


def _disorder(subject: Subject, keys: Keys, later: date, earlier: date) -> Problem:
    return subject.source.problem(
        "aturan-urutan-tanggal", keys, nilai=later.isoformat(), sebelumnya=earlier.isoformat()
    )


def _names(subject: Subject, keys: Keys, names: Sequence[Dated[Any]], daerah: str) -> Iterator[Problem]:
    """A region has one name on every day since its first; a form is one too."""
    for index, (before, after) in enumerate(pairwise(names)):
        wanting = day_after(before.berlaku_sampai)
        if _contradict(before, after):
            yield _overlap(subject, keys, index, index + 1, daerah, after.berlaku_sejak)
        elif wanting is not None and wanting < after.berlaku_sejak:
            yield _gap(subject, keys, index + 1, daerah, wanting, after.berlaku_sejak)


def _contradict(before: Dated[Any], after: Dated[Any]) -> bool:
    """Whether the later value cannot supersede: both begin on one day, or the other is said to last beyond that."""
    until = before.berlaku_sampai
    return after.berlaku_sejak <= before.berlaku_sejak or (until is not None and until >= after.berlaku_sejak)


def _order(subject: Subject, keys: Keys, values: Sequence[Dated[Any]]) -> Iterator[Problem]:
    """Values that some region applies both of stand in the order of their dates."""
    for index, dated in enumerate(values):
        earlier = [other for other in values[:index] if _share_region(subject, dated, other)]
        latest = max((other.berlaku_sejak for other in earlier), default=date.min)
        if dated.berlaku_sejak < latest:
            yield _disorder(subject, (*keys, index, "berlaku_sejak"), dated.berlaku_sejak, latest)


def _beside_law(subject: Subject, keys: Keys, values: Sequence[Dated[Any]]) -> Iterator[Problem]:
    """A value is not older than every law it rests on, nor does it begin when the last of them has ended."""
    for index, dated in enumerate(values):
        yield from _within_law(subject, (*keys, index, "berlaku_sejak"), dated.berlaku_sejak, dated.dasar)


def _within_law(subject: Subject, keys: Keys, day: date, dasar: Iterable[Citation]) -> Iterator[Problem]:
    known = subject.rulebook.sumber_hukum
    laws = [known[item.sumber] for item in dasar if item.sumber in known]
    laws = [law for law in laws if law.berlaku_sejak <= (law.berlaku_sampai or date.max)]
    first = min(laws, key=lambda law: law.berlaku_sejak, default=None)
    last = max(laws, key=lambda law: law.berlaku_sampai or date.max, default=None)
    if first is not None and day < first.berlaku_sejak:
        awal = first.berlaku_sejak.isoformat()
        yield subject.source.problem("aturan-mendahului-hukum", keys, nilai=day.isoformat(), sumber=first.id, awal=awal)
    elif last is not None and last.berlaku_sampai is not None and day > last.berlaku_sampai:
        akhir = last.berlaku_sampai.isoformat()
        yield subject.source.problem("aturan-melewati-hukum", keys, nilai=day.isoformat(), sumber=last.id, akhir=akhir)


def _share_region(subject: Subject, one: Dated[Any], other: Dated[Any]) -> bool:
    def applied(dated: Dated[Any], menerapkan: tuple[str, ...]) -> bool:
        return any(citation.sumber in menerapkan for citation in dated.dasar)

    regions = subject.rulebook.daerah.values()
    return any(applied(one, known) and applied(other, known) for known in map(subject.rulebook.diterapkan, regions))


def _one_at_a_time(subject: Subject, keys: Keys, values: Sequence[Dated[Any]]) -> Iterator[Problem]:
    """For a region the newest value alone holds on a day, and none is wanting between two that hold."""
    if len(values) < 2:
        return
    overlaps: set[tuple[int, int]] = set()
    gaps: set[int] = set()
    for line in moments(subject.rulebook, breakpoints(subject.rulebook, values)):
        last: Moment | None = None
        wanting: date | None = None
        for moment in line:
            found = applicable(moment, values)
            for other in found[1:]:
                pair = (min(other, found[0]), max(other, found[0]))
                if pair not in overlaps and _contradict(values[other], values[found[0]]):
                    overlaps.add(pair)
                    yield _overlap(subject, keys, *pair, moment.daerah.id, moment.data_per)
            if found and wanting and found[0] not in gaps:
                gaps.add(found[0])
                yield _gap(subject, keys, found[0], moment.daerah.id, wanting, moment.data_per)
            if found:
                last, wanting = moment, None
            elif last and wanting is None:
                wanting = moment.data_per


def _overlap(subject: Subject, keys: Keys, first: int, second: int, daerah: str, on: date) -> Problem:
    return subject.source.problem(
        "aturan-nilai-tumpang-tindih",
        (*keys, second),
        nilai=on.isoformat(),
        apa=_what(keys),
        daerah=daerah,
        lain=subject.source.place((*keys, first), seen_from=(*keys, second)),
    )


def _gap(subject: Subject, keys: Keys, index: int, daerah: str, start: date, end: date) -> Problem:
    return subject.source.problem(
        "aturan-nilai-bercelah",
        (*keys, index),
        nilai=start.isoformat(),
        apa=_what(keys),
        daerah=daerah,
        sampai=end.isoformat(),
    )


def _what(keys: Keys) -> str:
    """What is dated there: a number or list by its name, a region's name or form by what it is."""
    return " ".join(map(str, keys[2:])) if keys[0] == "daerah" else str(keys[1])
