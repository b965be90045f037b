"""What the documents of one build are made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from p3dn_reports.documents.weighing import Penafsiran
from p3dn_reports.evaluation.assessment import Assessment
from p3dn_reports.problems import Problem
from p3dn_reports.rules import Scope
from p3dn_reports.tables import Meta, Tables

Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Material:
    """Everything the documents of one build are made from.

    `jejak` holds the digests a report prints, `master` the rows of table satker by code, the first of each,
    `penafsiran` the open readings with their weight here.
    """

    assessment: Assessment
    scope: Scope
    tables: Tables
    meta: Meta
    problems: tuple[Problem, ...]
    jejak: Mapping[str, str]
    master: Mapping[str, Row]
    penafsiran: tuple[Penafsiran, ...] = ()

    def satker(self, kode_satker: object) -> Row:
        """The master row of a unit; empty where there is none."""
        return self.master.get(str(kode_satker or ""), {})

    def satker_named(self, nama: str | None) -> Row:
        """The first master row of that name; empty where there is none."""
        wanted = (nama or "").casefold()
        return next((row for row in self.master.values() if str(row["nama_satker"]).casefold() == wanted), {})

    def headed_by(self, jabatan: object) -> Row:
        """The first master row whose head bears that title; empty where there is none."""
        rows = self.master.values() if jabatan else ()
        return next((row for row in rows if row.get("jabatan_pimpinan") == jabatan), {})

    @property
    def dinas_pembina(self) -> Row:
        """The master row of the office that leads P3DN in the region, empty where none does."""
        return self.satker_named(self.scope.daerah.dinas_pembina) if self.scope.daerah.dinas_pembina else {}
