"""What every check looks at, and the faults they share: a name that leads nowhere, a column that does not fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from p3dn_reports.problems import Problem
from p3dn_reports.rulebook.source import Keys, Source, suggestion
from p3dn_reports.rulebook.written import written_in
from p3dn_reports.rules import Rulebook
from p3dn_reports.rules.references import Reference, references
from p3dn_reports.tables import Kind, TableSchema


@dataclass(frozen=True, slots=True)
class Subject:
    """The built rulebook, its text's places, the tables it speaks of; `templates` None: templates are not looked at.

    `references` are all names in it.
    """

    rulebook: Rulebook
    source: Source
    schemas: Mapping[str, TableSchema]
    templates: frozenset[str] | None = None
    references: tuple[Reference, ...] = field(init=False)
    _columns: dict[str, Mapping[str, Kind]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        found = tuple(references(self.rulebook, written_in(self.source)))
        object.__setattr__(self, "references", found)

    def unknown(self, jenis: str, keys: Keys, word: str | None, known: Iterable[str]) -> Iterator[Problem]:
        """A problem where `word` at `keys` is not one of the `known` names of its kind."""
        names = tuple(known)
        if word is not None and word not in names:
            dugaan = suggestion(word, names)
            yield self.source.problem("aturan-rujukan-tidak-ada", keys, nilai=word, jenis=jenis, dugaan=dugaan)

    def unknown_words(self, jenis: str, keys: Keys, words: Iterable[str], known: Iterable[str]) -> Iterator[Problem]:
        """The same for each word of a list at `keys`."""
        names = tuple(known)
        for index, word in enumerate(words):
            yield from self.unknown(jenis, (*keys, index), word, names)

    def unknown_table(self, keys: Keys, tabel: str) -> Iterator[Problem]:
        """A problem where there is no input table of that name."""
        if tabel not in self.schemas:
            dugaan = suggestion(tabel, self.schemas)
            yield self.source.problem("aturan-tabel-tidak-ada", keys, nilai=tabel, dugaan=dugaan)

    def columns(self, tabel: str) -> Mapping[str, Kind]:
        """The columns a rule may name on a table, derived ones included; empty for an unknown table."""
        if tabel not in self.schemas:
            return {}
        if tabel not in self._columns:
            own = {column.name: column.kind for column in self.schemas[tabel].columns}
            derived = {kolom: Kind.RUPIAH for of, kolom in self.rulebook.kolom_turunan if of == tabel}
            self._columns[tabel] = own | derived
        return self._columns[tabel]

    def wrong_column(self, keys: Keys, tabel: str, kolom: str, *kinds: Kind) -> Iterator[Problem]:
        """A problem where `kolom` is not on the table, or holds none of `kinds` (none given: any will do)."""
        columns = self.columns(tabel)
        if not columns:
            return
        if kolom not in columns:
            dugaan = suggestion(kolom, columns)
            yield self.source.problem("aturan-kolom-tidak-ada", keys, nilai=kolom, tabel_nama=tabel, dugaan=dugaan)
        elif kinds and columns[kolom] not in kinds:
            perlu = " atau ".join(kinds)
            yield self.source.problem(
                "aturan-kolom-salah-jenis", keys, nilai=kolom, ada=str(columns[kolom]), perlu=perlu
            )
