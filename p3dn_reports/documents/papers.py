"""The office's other papers, by number and date: what table `naskah` says of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import cast

from p3dn_reports.documents.blanks import blank
from p3dn_reports.documents.issued import is_issued
from p3dn_reports.documents.material import Material, Row
from p3dn_reports.documents.plan import Planned, due_here
from p3dn_reports.documents.word.marks import Wanting
from p3dn_reports.formatting import tanggal
from p3dn_reports.rules import Dokumen


@dataclass(frozen=True, slots=True)
class Paper:
    """Another paper by its row of `naskah`, empty where there is none.

    `diminta`: it is none of the rulebook's documents, or one due here.
    """

    nama: str
    row: Row
    diminta: bool

    @property
    def ada(self) -> bool:
        """Whether it has gone out."""
        return is_issued(self.row)

    def text(self, kolom: str) -> str | Wanting:
        """A column in words; what lacks is a wanting place."""
        value = self.row.get(kolom)
        if not value:
            return blank(f"{kolom} {self.nama}", "naskah", kolom, dokumen=self.nama)
        return tanggal(value) if isinstance(value, date) else unbroken(str(value)) if kolom == "nomor" else str(value)


def other_paper(material: Material, name: str) -> Paper:
    """The first row of `naskah` of another paper."""
    row = next(material.tables.iter_rows("naskah", {"dokumen": name}), {})
    return Paper(name, row, due_here(material.scope, name))


def own_row(material: Material, planned: Planned) -> Row:
    """The row of `naskah` about a document itself; empty where there is none."""
    rows = material.tables.iter_rows("naskah", {"dokumen": planned.dokumen.id})
    return next((row for row in rows if (row["kunci"] or row["kode_satker"] or "") == planned.subject.kunci), {})


def letter_of(planned: Planned) -> str | None:
    """The unit that explains an indicator of its own by a document; None for any other document."""
    return planned.unit.unit.kode_satker if planned.unit is not None and planned.dokumen.menjelaskan else None


def explaining(material: Material, indikator: str | None) -> list[Dokumen]:
    """The documents with which a unit explains an indicator of its own."""
    dokumen = material.scope.rulebook.dokumen.values()
    return [one for one in dokumen if indikator in one.menjelaskan]


def letters_received(material: Material, indikator: str | None) -> dict[str, str]:
    """By unit code, the letters of explanation that have gone out: `Nomor e-0123/PN.01.02 tanggal 31 Desember 2024`."""
    letters = {one.id for one in explaining(material, indikator)}
    rows = (row for row in material.tables.iter_rows("naskah") if row["dokumen"] in letters and is_issued(row))
    return {str(row["kode_satker"]): _in_words(row) for row in rows}


def numbered(material: Material, name: str, kode: str) -> list[str]:
    """The numbers and days of a unit's own papers of one document that have gone out, or of the region's, in words."""
    rows = material.tables.iter_rows("naskah", {"dokumen": name})
    return [_in_words(row) for row in rows if is_issued(row) and row["kode_satker"] in (None, kode)]


def unbroken(nomor: str) -> str:
    """A paper's number that no line breaks at its hyphens: `500/BA.001-Ek/2025` stays whole."""
    return nomor.replace("-", "\u2011")


def _in_words(row: Row) -> str:
    return f"Nomor {unbroken(str(row['nomor']))} tanggal {tanggal(cast('date', row['tanggal']))}"
