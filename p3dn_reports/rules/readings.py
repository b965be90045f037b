"""Open readings: which of them a figure or document rests on, and whether the text that was approved still stands."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Set

from p3dn_reports.rules.awards import Penghargaan
from p3dn_reports.rules.book import Rulebook, Scope
from p3dn_reports.rules.figures import Indikator, Pita, Rujukan, Target
from p3dn_reports.rules.formulas import Jenis, Kondisi, Nama, names_in, names_of
from p3dn_reports.rules.objects import Hitungan, Putusan, conditions_of
from p3dn_reports.rules.papers import Daerah, Dokumen, Pengesahan
from p3dn_reports.rules.rankings import Peringkat
from p3dn_reports.rules.rows import Rincian, Syarat, Ukuran

Place = tuple[str, str]
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


def readings_under(scope: Scope, roots: Iterable[Place]) -> tuple[str, ...]:
    """The readings that `roots` rest on, through everything they name as it is read here; in the rulebook's order."""
    found: set[str] = set()
    for _, record in _walk(scope, roots):
        tafsir = getattr(record, "tafsir", None) or ()
        found.update((tafsir,) if isinstance(tafsir, str) else tafsir)
    return tuple(name for name in scope.rulebook.tafsir if name in found)


def choices_under(scope: Scope, roots: Iterable[Place]) -> frozenset[str]:
    """The choices among readings that `roots` rest on."""
    return frozenset(name for (section, name), _ in _walk(scope, roots) if section == "pilihan")


def _walk(scope: Scope, roots: Iterable[Place]) -> Iterator[tuple[Place, object]]:
    """Every rule below `roots`, itself included, once each."""
    waiting, seen = list(roots), set[Place]()
    while waiting:
        place = waiting.pop()
        record = getattr(scope.rulebook, place[0]).get(place[1])
        if place in seen or record is None:
            continue
        seen.add(place)
        yield place, record
        waiting += _named(scope, record)


def readings_of(scope: Scope, dokumen: Dokumen, words: Set[str] = frozenset()) -> tuple[str, ...]:
    """The readings a document rests on: of its figures, of those its template prints (`words`), and its own."""
    figures = readings_under(scope, roots_of(scope.rulebook, dokumen, words))
    own = {*figures, *dokumen.tafsir, *scope.daerah.tafsir}
    return tuple(name for name in scope.rulebook.tafsir if name in own)


def roots_of(rulebook: Rulebook, dokumen: Dokumen, words: Set[str] = frozenset()) -> list[Place]:
    """The rules that a document names itself: in its conditions, its figures, its awards, its template."""
    named = [("indikator", name) for name in (*dokumen.bila_status, *dokumen.indikator)]
    named += [("penghargaan", name) for name in dokumen.penghargaan]
    printed = [(section, name) for section in PRINTED for name in getattr(rulebook, section) if name in words]
    return list(dict.fromkeys([*named, *printed]))


def _named(scope: Scope, record: object) -> Iterator[Place]:
    """What a record of the rulebook names, by its kind."""
    if isinstance(record, Indikator):
        yield from _of_indicator(scope, record)
    elif isinstance(record, Pita):
        yield from _of_bands(record)
    elif isinstance(record, Ukuran | Rincian | Peringkat):
        yield from _of_conditions(scope, record.memenuhi)
        yield from _of_rows(scope.rulebook, record)
    elif isinstance(record, Syarat):
        yield from (("daftar", term.daftar) for term in record.semua if term.daftar)
        yield from _of_conditions(scope, (name for term in record.semua if term.pada for name in term.pada.yang))
    elif isinstance(record, Target):
        yield from [("parameter", record.lazim)] if record.lazim else []
    elif isinstance(record, Hitungan):
        yield from _of_names(scope, names_in(record.nilai))
    elif isinstance(record, Putusan):
        yield from _of_verdict(scope, record)
    elif isinstance(record, Penghargaan):
        yield from _of_conditions(scope, record.pemetaan)
        numbers = (record.nominasi_paling_sedikit, record.jumlah_penerima, *(aspek.bobot for aspek in record.aspek))
        yield from (("parameter", name) for name in numbers)


def _of_indicator(scope: Scope, one: Indikator) -> Iterator[Place]:
    for rujukan in (one.menurut, one.pembilang, one.penyebut):
        yield from _of_reference(scope, rujukan, "indikator" if rujukan is one.menurut else "ukuran")
    yield from (("target", name) for name in (one.target, one.dibagi_target) if name)
    yield from [("pita", one.pita)] if one.pita else []


def _of_reference(scope: Scope, rujukan: Rujukan | None, section: str) -> Iterator[Place]:
    if rujukan is None:
        return
    if rujukan.pilihan is not None:
        yield "pilihan", rujukan.pilihan
    yield section, scope.resolve(rujukan)


def _of_bands(pita: Pita) -> Iterator[Place]:
    for band in pita.batas:
        yield from (("parameter", name) for name in (band.kurang_dari, band.paling_banyak) if name)
        yield from [("indikator", band.ditegaskan_oleh)] if band.ditegaskan_oleh else []


def _of_conditions(scope: Scope, memenuhi: Iterable[str]) -> Iterator[Place]:
    """Conditions by their names, or by the choice that leads to one."""
    for name in memenuhi:
        yield "pilihan", name
        yield "syarat", scope.syarat(name).id


def _of_rows(rules: Rulebook, record: Ukuran | Rincian | Peringkat) -> Iterator[Place]:
    """The remarks on the table's rows that a reading turns into its sums; a breakdown's list, a ranking's number."""
    if isinstance(record, Ukuran):
        yield from (("pemeriksaan", one.id) for one in rules.pemeriksaan.values() if one.tabel == record.tabel)
    elif isinstance(record, Rincian):
        yield from [("daftar", record.daftar)] if record.daftar else []
    else:
        yield "parameter", record.banyak


def _of_verdict(scope: Scope, one: Putusan) -> Iterator[Place]:
    yield from _of_names(scope, names_of(conditions_of(one)))
    yield from _of_lists(conditions_of(one))
    amounts = (row.nilai for dated in one.versi for row in dated.nilai if row.nilai)
    yield from (("hitungan", name) for name in (*one.disertai, *amounts))


def _of_lists(bila: tuple[Kondisi, ...]) -> Iterator[Place]:
    return (("daftar", one.daftar) for one in bila if one.daftar)


_SECTIONS = {Jenis.PARAMETER: "parameter", Jenis.HITUNGAN: "hitungan", Jenis.PILIHAN: "pilihan"}


def _of_names(scope: Scope, names: Iterable[Nama]) -> Iterator[Place]:
    for name in names:
        if name.jenis not in _SECTIONS:
            continue
        yield _SECTIONS[name.jenis], name.id
        if name.jenis is Jenis.PILIHAN:
            yield "hitungan", scope.resolve(Rujukan(pilihan=name.id))
