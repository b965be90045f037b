"""Open readings: which of them a figure or document rests on, and whether the text that was approved still stands."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field

from p3dn_reports.rules.book import Rulebook, Scope
from p3dn_reports.rules.papers import Daerah, Dokumen, Pengesahan
from p3dn_reports.rules.references import Rule, references_in, targets
from p3dn_reports.rules.rows import Ukuran

Place = Rule
"""A section of the rulebook and a name in it."""

PRINTED = ("indikator", "ukuran", "rincian", "parameter", "daftar", "peringkat", "penghargaan")
"""The sections whose names a template may write."""


def digest(rulebook: Rulebook, daerah: Daerah, tafsir_id: str) -> str:
    """Of what an approval approves: the question, the reading used, and the ways the region reads it."""
    tafsir = rulebook.tafsir[tafsir_id]
    choices = (one for one in rulebook.pilihan.values() if one.tafsir == tafsir_id)
    ways = sorted(f"{one.id}={daerah.pilihan.get(one.id, one.dipakai)}" for one in choices)
    texts = (" ".join(text.split()) for text in (tafsir.pertanyaan, tafsir.dipakai, *ways))
    return hashlib.sha256("\n".join(texts).encode("utf-8")).hexdigest()[:12]


def written_approval(rulebook: Rulebook, daerah: Daerah, tafsir_id: str) -> tuple[Pengesahan | None, bool]:
    """The approval that rules.yaml holds for the region, and whether it is of another text than stands there now."""
    tafsir = rulebook.tafsir[tafsir_id]
    found = tafsir.pengesahan_daerah.get(daerah.id, tafsir.pengesahan)
    if found is None or found.sidik is None:
        return found, False
    return found, found.sidik != digest(rulebook, daerah, tafsir_id)


@dataclass(frozen=True, slots=True)
class Reach:
    """What the rules rest on as they are read in one scope; what each of them names is looked for once."""

    scope: Scope
    _named: dict[Place, tuple[Place, ...]] = field(default_factory=dict)

    def readings_of(self, dokumen: Dokumen, words: Set[str] = frozenset()) -> tuple[str, ...]:
        """The readings a document rests on: of its figures, of those its template prints (`words`), and its own."""
        found = {*dokumen.tafsir, *self.scope.daerah.tafsir}
        for _, record in self._under(roots_of(self.scope.rulebook, dokumen, words)):
            tafsir = getattr(record, "tafsir", None) or ()
            found.update((tafsir,) if isinstance(tafsir, str) else tafsir)
        return tuple(name for name in self.scope.rulebook.tafsir if name in found)

    def choices_under(self, roots: Iterable[Place]) -> frozenset[str]:
        """The choices among readings that `roots` rest on."""
        return frozenset(name for (section, name), _ in self._under(roots) if section == "pilihan")

    def _under(self, roots: Iterable[Place]) -> Iterator[tuple[Place, object]]:
        """Every rule below `roots`, itself included, once each."""
        waiting, seen = list(roots), set[Place]()
        while waiting:
            place = waiting.pop()
            record = getattr(self.scope.rulebook, place[0]).get(place[1])
            if place in seen or record is None:
                continue
            seen.add(place)
            yield place, record
            if place not in self._named:
                self._named[place] = tuple(_named(self.scope, place, record))
            waiting += self._named[place]


def roots_of(rulebook: Rulebook, dokumen: Dokumen, words: Set[str] = frozenset()) -> list[Place]:
    """The rules that a document names itself: in its conditions, its figures, its awards, its template."""
    named = [("indikator", name) for name in (*dokumen.bila_status, *dokumen.indikator)]
    named += [("penghargaan", name) for name in dokumen.penghargaan]
    named += [("putusan", name) for name in _judged(dokumen)]
    printed = [(section, name) for section in PRINTED for name in getattr(rulebook, section) if name in words]
    return list(dict.fromkeys([*named, *printed]))


def _judged(dokumen: Dokumen) -> Iterator[str]:
    """The verdicts that decide whether there is such a document, and who signs it."""
    yield from dokumen.subjek if dokumen.untuk_setiap == "putusan" else ()
    yield from dokumen.bila_putusan
    yield from (one.putusan for one in dokumen.pihak if one.putusan)


def _named(scope: Scope, place: Place, record: object) -> Iterator[Place]:
    """What a rule names, each open reading as it is read here; a sum also has the remarks on the rows it reads."""
    for one in references_in(place, record) if place[0] not in ("pilihan", "tafsir") else ():
        for section, name in targets(scope.rulebook, one):
            yield section, name
            if section == "pilihan":
                ways = scope.rulebook.pilihan[name].opsi
                yield from ((kind, ways[scope.pilihan(name)]) for kind in _READ)
    if isinstance(record, Ukuran):
        remarks = scope.rulebook.pemeriksaan.values()
        yield from (("pemeriksaan", one.id) for one in remarks if one.tabel == record.tabel)


_READ = ("ukuran", "indikator", "hitungan", "syarat")
"""Where the ways of an open reading lead."""
