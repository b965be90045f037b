"""One rule as sentences, and the list of all rules."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from p3dn_reports.rulebook.prose import duties, forms, law, measures, objects, outcomes, papers
from p3dn_reports.rulebook.prose.words import clause, title
from p3dn_reports.rulebook.wording import Quoted, words_of_law
from p3dn_reports.rules import Citation, Rulebook
from p3dn_reports.rules.references import Rule, Uses, name_of, references_in, users_above, uses
from p3dn_reports.tables import TableSchema

Sentences = Callable[[Rulebook, Mapping[str, TableSchema], Any], Iterator[str]]

SECTIONS: Mapping[str, Sentences] = {
    "sumber_hukum": law.sumber,
    "daerah": law.daerah,
    "bentuk": forms.bentuk,
    "parameter": law.parameter,
    "daftar": law.daftar,
    "kolom_turunan": measures.kolom_turunan,
    "syarat": measures.syarat,
    "ukuran": measures.ukuran,
    "target": measures.target,
    "pilihan": measures.pilihan,
    "indikator": measures.indikator,
    "pita": measures.pita,
    "rincian": measures.rincian,
    "pemeriksaan": measures.pemeriksaan,
    "peringkat": measures.peringkat,
    "hari_libur": objects.hari_libur,
    "hitungan": objects.hitungan,
    "putusan": objects.putusan,
    "jadwal": outcomes.kegiatan,
    "kewajiban": duties.kewajiban,
    "penghargaan": outcomes.penghargaan,
    "dokumen": papers.dokumen,
    "tafsir": outcomes.tafsir,
    "tak_terkodekan": duties.tak_terkodekan,
    "ketentuan": duties.ketentuan,
}
"""The sections of rules.yaml in its order, with what tells a record of each."""


@dataclass(frozen=True, slots=True)
class Description:
    """A rule told: its section, id and title, its sentences, and its clauses with the words of the law."""

    bagian: str
    id: str
    judul: str
    kalimat: tuple[str, ...]
    dasar: tuple[Quoted, ...]

    def as_json(self) -> dict[str, object]:
        """Plain data."""
        return {
            "bagian": self.bagian,
            "id": self.id,
            "judul": self.judul,
            "kalimat": list(self.kalimat),
            "dasar": [one.as_json() for one in self.dasar],
        }


def listing(rulebook: Rulebook) -> tuple[tuple[str, str, str], ...]:
    """Every rule as (section, id, title), in the order of the file."""
    return tuple(
        (section, name_of(key), title(rulebook, record))
        for section in SECTIONS
        for key, record in getattr(rulebook, section).items()
    )


def matches(rulebook: Rulebook, wanted: str) -> tuple[tuple[str, str], ...]:
    """The (section, id) that `wanted` names.

    It is an id, one a clause once had, section and id with a point between them, or a clause's citation.
    """
    bagian, _, name = wanted.partition(".")
    found = [(section, key) for section, key, _ in listing(rulebook) if key == wanted]
    if bagian in SECTIONS and name:
        found += [(section, key) for section, key, _ in listing(rulebook) if (section, key) == (bagian, name)]
    place = Citation.of(wanted)
    clauses = (one for one in rulebook.ketentuan.values() if wanted in one.dahulu or place in one.dasar)
    return tuple(dict.fromkeys([*found, *(("ketentuan", one.id) for one in clauses)]))


def describe(
    rulebook: Rulebook, schemas: Mapping[str, TableSchema], bagian: str, name: str, used: Uses | None = None
) -> Description:
    """The rule in sentences; `used` is what `uses` says of the rulebook. Raises KeyError for one that is not there."""
    record = next(item for key, item in getattr(rulebook, bagian).items() if name_of(key) == name)
    return Description(
        bagian=bagian,
        id=name,
        judul=title(rulebook, record),
        kalimat=(*SECTIONS[bagian](rulebook, schemas, record), *_used(used or uses(rulebook), (bagian, name))),
        dasar=quoted(rulebook, _places((bagian, name), record)),
    )


def _used(found: Uses, rule: Rule) -> Iterator[str]:
    """Who names the rule, and the documents that rest on it in the end. Law is cited everywhere and clauses by all."""
    if rule[0] in _NOT_ASKED:
        return
    names: dict[str, list[str]] = {}
    for section, name in found.get(rule, ()):
        names.setdefault(section.replace("_", " "), []).append(name)
    users = "; ".join(f"{section} {', '.join(those)}" for section, those in names.items())
    if users or rule[0] in _ASKED:
        yield f"Dipakai oleh {users or 'tidak satu aturan pun'}."
    papers = [name for section, name in users_above(found, rule) if section == "dokumen"]
    if papers and rule[0] != "tafsir":
        yield f"Naskah yang bertumpu padanya: {', '.join(papers)}."


_NOT_ASKED = frozenset({"sumber_hukum", "ketentuan", "tak_terkodekan"})
_ASKED = frozenset({"parameter", "daftar", "syarat", "ukuran", "hitungan", "pita", "target", "pilihan"})


def _places(rule: Rule, record: Any) -> tuple[Citation, ...]:
    """What the record rests on, then what its parts rest on beyond that."""
    own: tuple[Citation, ...] = getattr(record, "dasar", ())
    every = dict.fromkeys((*own, *(one.kutipan for one in references_in(rule, record) if one.kutipan)))
    return tuple(one for one in every if one in own or not _within(one, every))


def quoted(rulebook: Rulebook, dasar: Collection[Citation]) -> tuple[Quoted, ...]:
    """The citations with their places in words and the words of the law at them, each word once."""
    words = words_of_law(rulebook)
    return tuple(
        Quoted(one, clause(rulebook, one), () if _within(one, dasar) else tuple(dict.fromkeys(words.get(one, ()))))
        for one in dasar
    )


def _within(one: Citation, others: Collection[Citation]) -> bool:
    """Whether a place above this one is cited too, whose words hold those of this one."""
    return any(Citation(one.sumber, tempat) in others for tempat in one.lineage[1:])
