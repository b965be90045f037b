"""One rule as sentences, and the list of all rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from p3dn_reports.rulebook.prose import duties, law, measures, objects, outcomes
from p3dn_reports.rulebook.prose.words import clause, told
from p3dn_reports.rules import Citation, Rulebook
from p3dn_reports.rules.references import Rule, Uses, name_of, users_above, uses
from p3dn_reports.tables import TableSchema

Sentences = Callable[[Rulebook, Mapping[str, TableSchema], Any], Iterator[str]]

SECTIONS: Mapping[str, Sentences] = {
    "sumber_hukum": law.sumber,
    "daerah": law.daerah,
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
    "dokumen": outcomes.dokumen,
    "tafsir": outcomes.tafsir,
    "tak_terkodekan": duties.tak_terkodekan,
    "ketentuan": duties.ketentuan,
}
"""The sections of rules.yaml in its order, with what tells a record of each."""


@dataclass(frozen=True, slots=True)
class Description:
    """A rule told: its section, id and title, its sentences, and its clauses as cited and in words."""

    bagian: str
    id: str
    judul: str
    kalimat: tuple[str, ...]
    dasar: tuple[tuple[str, str], ...]

    def as_json(self) -> dict[str, object]:
        """Plain data."""
        dasar = [{"rujukan": cited, "bunyi": words} for cited, words in self.dasar]
        return {
            "bagian": self.bagian,
            "id": self.id,
            "judul": self.judul,
            "kalimat": list(self.kalimat),
            "dasar": dasar,
        }


def listing(rulebook: Rulebook) -> tuple[tuple[str, str, str], ...]:
    """Every rule as (section, id, title), in the order of the file."""
    return tuple(
        (section, name_of(key), _title(rulebook, record))
        for section in SECTIONS
        for key, record in getattr(rulebook, section).items()
    )


def matches(rulebook: Rulebook, wanted: str) -> tuple[tuple[str, str], ...]:
    """The (section, id) that `wanted` names: an id, or section and id with a point between them."""
    bagian, _, name = wanted.partition(".")
    found = [(section, key) for section, key, _ in listing(rulebook) if key == wanted]
    if bagian in SECTIONS and name:
        found += [(section, key) for section, key, _ in listing(rulebook) if (section, key) == (bagian, name)]
    return tuple(dict.fromkeys(found))


def describe(
    rulebook: Rulebook, schemas: Mapping[str, TableSchema], bagian: str, name: str, used: Uses | None = None
) -> Description:
    """The rule in sentences; `used` is what `uses` says of the rulebook. Raises KeyError for one that is not there."""
    record = next(item for key, item in getattr(rulebook, bagian).items() if name_of(key) == name)
    dasar = getattr(record, "dasar", ())
    cited = (dasar,) if isinstance(dasar, Citation) else dasar
    return Description(
        bagian=bagian,
        id=name,
        judul=_title(rulebook, record),
        kalimat=(*SECTIONS[bagian](rulebook, schemas, record), *_used(used or uses(rulebook), (bagian, name))),
        dasar=tuple((str(citation), clause(rulebook, citation)) for citation in cited),
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


def _title(rulebook: Rulebook, record: Any) -> str:
    for name in ("judul", "pertanyaan", "aktivitas", "nama_pemda", "pesan", "alasan", "isi", "tafsir"):
        if isinstance(text := getattr(record, name, None), str):
            return told(rulebook, text)
    return ""
