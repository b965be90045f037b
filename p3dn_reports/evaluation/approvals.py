"""Who approved which reading here: rules.yaml for the region, table `pengesahan`, table `cara_penilaian` of the Tim.

Where two of them disagree that is a finding, and what the Tim decided otherwise counts as approved by nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from p3dn_reports.evaluation.scores import word_of
from p3dn_reports.formatting import daftar_kata, tanggal
from p3dn_reports.problems import Location, Problem, problem
from p3dn_reports.rules import Pengesahan, Scope, Tafsir
from p3dn_reports.rules.readings import written_approval
from p3dn_reports.tables import PROVENANCE, Tables

PENGESAHAN = "pengesahan"
CARA_PENILAIAN = "cara_penilaian"
TIM = "Tim P3DN"


def approvals(tables: Tables, scope: Scope) -> tuple[Mapping[str, Pengesahan], tuple[Problem, ...]]:
    """The approvals that stand, by reading, and where they are stale, unknown or at odds."""
    found = _Found(tables, scope)
    found.written()
    found.handed_in()
    found.decided()
    return found.standing, tuple(found.problems)


def in_words(approval: Pengesahan) -> str:
    """`Ketua Tim pada 16 Desember 2024 berdasarkan BA 12/2024`."""
    day = f" pada {tanggal(approval.tanggal)}" if approval.tanggal else ""
    return f"{approval.oleh}{day} berdasarkan {approval.dasar}"


@dataclass(slots=True)
class _Found:
    tables: Tables
    scope: Scope
    standing: dict[str, Pengesahan] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def written(self) -> None:
        """What rules.yaml holds for this region."""
        for name in self.scope.rulebook.tafsir:
            approval, stale = written_approval(self.scope.rulebook, self.scope.daerah, name)
            if approval is not None and stale:
                self.problems.append(stale_approval(name, self.scope.daerah.id, approval))
            elif approval is not None:
                self.standing[name] = approval

    def handed_in(self) -> None:
        """What table `pengesahan` says, beside the rulebook's own."""
        for row in self._rows(PENGESAHAN):
            name = row["tafsir"]
            approval = Pengesahan(row["oleh"] or "", row["tanggal"], row["dasar"] or "")
            other = self.standing.get(name)
            if name not in self.scope.rulebook.tafsir:
                known = ", ".join(self.scope.rulebook.tafsir)
                self._tell("pengesahan-tidak-dikenal", row, "tafsir", nilai=name, diharapkan=known)
            elif not (approval.oleh and approval.tanggal and approval.dasar):
                continue
            elif other is None:
                self.standing[name] = approval
            elif _sayings(other) != _sayings(approval):
                told = {"satu": in_words(other), "lain": in_words(approval)}
                self._tell("pengesahan-berbeda", row, "tafsir", nilai=name, **told)

    def decided(self) -> None:
        """What table `cara_penilaian` says: agreeing for every group approves, deciding otherwise undoes."""
        rows = [row for row in self._rows(CARA_PENILAIAN) if self._known_group(row)]
        for tafsir in self.scope.rulebook.tafsir.values() if rows else ():
            if not tafsir.cara_penilaian:
                continue
            verdicts = [verdict for row in rows for verdict in self._compared(tafsir, row)]
            if False in verdicts:
                self.standing.pop(tafsir.id, None)
            elif verdicts and all(verdicts) and self._groups(rows) >= self._taking_part():
                self.standing.setdefault(tafsir.id, Pengesahan(TIM, None, "tabel cara_penilaian"))

    def _compared(self, tafsir: Tafsir, row: Mapping[str, Any]) -> Iterator[bool | None]:
        """Of each column that decides the reading: as computed, otherwise, or not said."""
        for kolom, cara in tafsir.cara_penilaian.items():
            nilai = word_of(row.get(kolom))
            if nilai and nilai not in cara.opsi:
                known = daftar_kata(list(cara.opsi))
                self._tell("cara-penilaian-tidak-dikenal", row, kolom, nilai=nilai, diharapkan=known)
            elif nilai and nilai != cara.dipakai:
                told = {"tafsir": tafsir.id, "dipakai": cara.dipakai, "arti": cara.opsi[nilai]}
                self._tell("cara-penilaian-berbeda", row, kolom, nilai=nilai, kelompok=row["kelompok"], **told)
            yield nilai == cara.dipakai if nilai in cara.opsi else None

    def _known_group(self, row: Mapping[str, Any]) -> bool:
        known = self.scope.rulebook.penghargaan
        if word_of(row["kelompok"]) not in known:
            self._tell("cara-penilaian-kelompok", row, "kelompok", nilai=row["kelompok"], diharapkan=", ".join(known))
        return word_of(row["kelompok"]) in known

    def _groups(self, rows: list[dict[str, Any]]) -> set[str]:
        return {word_of(row["kelompok"]) for row in rows}

    def _taking_part(self) -> set[str]:
        """The award groups that somebody takes part in."""
        groups = {word_of(name) for name in self.tables.distinct("peserta_penghargaan", "kelompok")}
        return groups & set(self.scope.rulebook.penghargaan)

    def _rows(self, name: str) -> Iterator[dict[str, Any]]:
        return self.tables.iter_rows(name) if name in self.tables.present else iter(())

    def _tell(self, kode: str, row: Mapping[str, Any], kolom: str, **values: Any) -> None:
        berkas, lembar, baris = (row[name] for name in PROVENANCE)
        tabel = PENGESAHAN if kode.startswith(PENGESAHAN) else CARA_PENILAIAN
        sel = self.tables.cell(tabel, berkas, lembar, baris, kolom)
        place = Location(berkas, lembar, sel=sel, baris=baris, kolom=kolom)
        self.problems.append(problem(kode, place, tabel=tabel, **values))


def stale_approval(tafsir: str, daerah: str, approval: Pengesahan) -> Problem:
    """The text of the reading is another than the one that was approved."""
    return problem("pengesahan-bunyi-berubah", nilai=tafsir, daerah=daerah, oleh=in_words(approval))


def _sayings(approval: Pengesahan) -> tuple[object, ...]:
    return approval.oleh.casefold(), approval.tanggal, approval.dasar.casefold()
