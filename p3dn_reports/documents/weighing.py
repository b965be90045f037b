"""What the open readings do here: which documents an unapproved one leaves a draft, and what each would change.

A document is a draft where another way to read, one at a time, would move its own subject to another band, or the
document would not be asked for. What only changes a total is told, and drafts nothing. A way that cannot be computed
leaves a draft where the reading has to be approved (`wajib_disahkan`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from p3dn_reports.documents.plan import Planned, Planner, Status
from p3dn_reports.evaluation.assessment import Alternatif, Assessment, Figures, IndikatorResult
from p3dn_reports.evaluation.changes import Changes, changes
from p3dn_reports.evaluation.wording import filled
from p3dn_reports.formatting import daftar_kata
from p3dn_reports.rules import Pengesahan, Tafsir
from p3dn_reports.rules.readings import Reach, roots_of

_NAMED = 3


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """One document that appears (`sebelum` None), vanishes (`sesudah` None) or changes its standing."""

    id: str
    judul: str
    kode_satker: str | None
    nama: str | None
    sebelum: str | None
    sesudah: str | None


@dataclass(frozen=True, slots=True)
class Akibat:
    """What another way to read would change here, and the documents that come or go by it."""

    alternatif: Alternatif
    hasil: Changes = field(default=Changes())
    dokumen: tuple[DocumentChange, ...] = ()

    @property
    def berubah(self) -> bool:
        """Whether anything at all comes out otherwise."""
        return bool(self.hasil.ada or self.dokumen)

    @property
    def menentukan(self) -> bool:
        """Whether it moves a unit's band or a nominee, or a document comes or goes."""
        return bool(self.hasil.pindah or self.hasil.penghargaan or self.dokumen)


@dataclass(frozen=True, slots=True)
class Penafsiran:
    """One open reading that matters here: what it says, who approved it, and what the other ways would change.

    `dokumen` are the documents that rest on it.
    """

    tafsir: Tafsir
    pengesahan: Pengesahan | None
    akibat: tuple[Akibat, ...]
    dokumen: frozenset[str]

    @property
    def menentukan(self) -> bool:
        """Whether another way would change something here."""
        return any(one.berubah for one in self.akibat)


@dataclass(frozen=True, slots=True)
class Weighed:
    """The documents, with the drafts that unapproved readings leave, and every reading with its weight."""

    planned: tuple[Planned, ...]
    penafsiran: tuple[Penafsiran, ...]


def weigh(planner: Planner) -> Weighed:
    """Plan, and weigh every open reading on the folder at hand."""
    planned = tuple(planner.plan())
    consequences = tuple(_consequence(planner, planned, way) for way in planner.assessment.alternatif)
    scales = _Scales(planner, consequences)
    return Weighed(tuple(map(scales.put, planned)), tuple(scales.readings(planned)))


def documents_changed(before: Iterable[Planned], after: Iterable[Planned]) -> Iterator[DocumentChange]:
    """Every document that is due on one side alone, or stands otherwise."""
    old, new = ({_document(item): str(item.status) for item in side} for side in (before, after))
    for key in dict.fromkeys([*old, *new]):
        if old.get(key) != new.get(key):
            yield DocumentChange(*key, old.get(key), new.get(key))


def _document(item: Planned) -> tuple[str, str, str | None, str | None]:
    dokumen, unit = item.dokumen, item.unit
    return dokumen.id, dokumen.judul, item.subject.kunci or None, unit.unit.nama if unit else item.subject.kunci or None


def _consequence(planner: Planner, planned: Iterable[Planned], way: Alternatif) -> Akibat:
    before, after = planner.assessment, way.hasil
    titles = {name: one.judul for name, one in planner.scope.rulebook.indikator.items()}
    found = Akibat(way, changes(before, after, titles))
    if not found.menentukan:
        return found
    comes_or_goes = (one for one in documents_changed(planned, planner.under(way).plan()))
    return replace(found, dokumen=tuple(one for one in comes_or_goes if None in (one.sebelum, one.sesudah)))


@dataclass(frozen=True)
class _Scales:
    planner: Planner
    akibat: tuple[Akibat, ...]

    @property
    def _approved(self) -> Mapping[str, Pengesahan]:
        return self.planner.assessment.pengesahan

    def put(self, item: Planned) -> Planned:
        """The document with what leaves it a draft for the sake of a reading, first of its reasons."""
        if item.status is Status.DITAHAN or item.dokumen.internal:
            return item
        reasons = (*self._moved(item), *self._undecided(item))
        return replace(item, konsep=tuple(dict.fromkeys((*reasons, *item.konsep)))) if reasons else item

    def readings(self, planned: Iterable[Planned]) -> Iterator[Penafsiran]:
        """The readings of the law applied here, and those that what is due or changed here rests on."""
        scope, rests = self.planner.scope, dict[str, set[str]]()
        for dokumen in dict.fromkeys(item.dokumen.id for item in planned):
            for name in self._rests[dokumen]:
                rests.setdefault(name, set()).add(dokumen)
        for name, tafsir in scope.rulebook.tafsir.items():
            own = tuple(one for one in self.akibat if one.alternatif.tafsir == name)
            matters = name in rests or any(one.berubah for one in own) or scope.citations(tafsir.dasar)
            if matters:
                yield Penafsiran(tafsir, self._approved.get(name), own, frozenset(rests.get(name, ())))

    def _moved(self, item: Planned) -> Iterator[str]:
        """What an unapproved other way would do to the document's own subject or to its being asked for."""
        for one in self.akibat:
            if one.alternatif.tafsir in self._approved:
                continue
            parts = [*self._bands(item, one), *self._recipients(item, one)]
            parts += ["naskah ini tidak diminta"] if _vanishes(item, one) else []
            if parts:
                way = one.alternatif
                yield f"tafsir {way.tafsir} belum disahkan; bila dibaca {way.opsi} ({way.judul}): {'; '.join(parts)}"

    def _bands(self, item: Planned, one: Akibat) -> list[str]:
        used = self._indicators(item)
        told = [
            f"{name or self._title(indikator)} dari {_standing(before)} menjadi {_standing(after)}"
            for name, was, will in _subjects(item, self.planner.assessment, one.alternatif.hasil)
            for indikator in used
            if (before := was.indikator[indikator]).pita != (after := will.indikator[indikator]).pita
        ]
        rest = [f"dan {len(told) - _NAMED} lainnya"] if len(told) > _NAMED else []
        return [*told[:_NAMED], *rest]

    def _title(self, indikator: str) -> str:
        return self.planner.scope.rulebook.indikator[indikator].judul

    def _recipients(self, item: Planned, one: Akibat) -> list[str]:
        groups = item.dokumen.penghargaan
        named = [change.nama for change in one.hasil.penghargaan if change.penghargaan in groups]
        return [f"nilai atau penerimanya berubah: {daftar_kata(named)}"] if named else []

    def _undecided(self, item: Planned) -> Iterator[str]:
        """The readings that must be approved, where the other ways cannot be computed for the subject."""
        rules = self.planner.scope.rulebook
        for name in self._rests[item.dokumen.id]:
            tafsir = rules.tafsir[name]
            if tafsir.wajib_disahkan and name not in self._approved and not self._computed(item, name):
                others = " ".join(tafsir.pilihan_lain)
                told = f"; bacaan lain: {filled(others, self.planner.scope).rstrip('.')}" if others else ""
                yield f"tafsir {name} belum disahkan{told}"

    def _computed(self, item: Planned, tafsir: str) -> bool:
        """Whether every other way of the reading gives the subject's figures."""
        ways = [one.alternatif for one in self.akibat if one.alternatif.tafsir == tafsir]
        units = [one.unit.kode_satker for one in item.dikoordinasikan or ((item.unit,) if item.unit else ())]
        asked: set[tuple[str | None, str]] = {
            (unit, indikator) for unit in (units or (None,)) for indikator in self._indicators(item)
        }
        return bool(ways) and not any(way.sebab or asked & set(way.tak_terhitung) for way in ways)

    def _indicators(self, item: Planned) -> tuple[str, ...]:
        """The indicators the document hangs on or prints."""
        return self._roots[item.dokumen.id]

    @cached_property
    def _roots(self) -> Mapping[str, tuple[str, ...]]:
        rules, words = self.planner.scope.rulebook, self.planner.trust.words
        roots = {name: roots_of(rules, one, words(one.templat)) for name, one in rules.dokumen.items()}
        return {name: tuple(id_ for section, id_ in own if section == "indikator") for name, own in roots.items()}

    @cached_property
    def _rests(self) -> Mapping[str, tuple[str, ...]]:
        """By document the readings it rests on."""
        reach = Reach(self.planner.scope)
        documents = reach.scope.rulebook.dokumen.items()
        return {name: reach.readings_of(one, self.planner.trust.words(one.templat)) for name, one in documents}


def _subjects(item: Planned, before: Assessment, after: Assessment) -> Iterator[tuple[str, Figures, Figures]]:
    """Whom the document is about, each with the figures used and those of the other way; unnamed where it is one."""
    own = item.dikoordinasikan or ((item.unit,) if item.unit else ())
    if not own:
        yield "", before.seluruh, after.seluruh
    others = {one.unit.kode_satker: one.figures for one in after.unit} if own else {}
    for one in own:
        yield one.unit.nama if item.dikoordinasikan else "", one.figures, others[one.unit.kode_satker]


def _standing(result: IndikatorResult) -> str:
    return f"{result.tampil} ({result.tampil_pita})" if result.tampil_pita else result.tampil


def _vanishes(item: Planned, one: Akibat) -> bool:
    key = _document(item)
    return any((gone.id, gone.judul, gone.kode_satker, gone.nama) == key for gone in one.dokumen if not gone.sesudah)
