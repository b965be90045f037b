"""The office's other papers, by number and date: what table `naskah` says of them."""

from __future__ import annotations

from typing import Any

from p3dn_reports.documents.blanks import blank
from p3dn_reports.documents.context import Material, unbroken
from p3dn_reports.documents.plan import due_here
from p3dn_reports.documents.word.marks import Wanting
from p3dn_reports.formatting import tanggal
from p3dn_reports.rules import Dokumen


def explaining(material: Material, indikator: str | None) -> list[Dokumen]:
    """The documents with which a unit explains an indicator of its own."""
    dokumen = material.scope.rulebook.dokumen.values()
    return [one for one in dokumen if one.untuk_setiap == "unit_pelapor" and indikator in one.bila_status]


def letters_received(material: Material, indikator: str | None) -> dict[str, str]:
    """By unit code, the letters of explanation that have gone out: `Nomor e-0123/PN.01.02 tanggal 31 Desember 2024`.

    A letter has gone out once the office has numbered it; a finished draft is no report delivered.
    """
    letters = {one.id for one in explaining(material, indikator)}
    rows = [row for row in material.tables.iter_rows("naskah") if row["dokumen"] in letters and row["nomor"]]
    return {str(row["kode_satker"]): _in_words(row) for row in rows}


def other_paper(material: Material, name: str) -> dict[str, Any]:
    """Number, date and title of another paper; what lacks is a wanting place.

    `ada`: it has a number and a date; `diminta`: it is none of the rulebook's documents, or one due here.
    """
    row = next(material.tables.iter_rows("naskah", {"dokumen": name}), {})
    return {
        "diminta": due_here(material.scope, name),
        "ada": bool(row.get("nomor") and row.get("tanggal")),
        "nomor": unbroken(row["nomor"]) if row.get("nomor") else _open(name, "nomor"),
        "tanggal": tanggal(row["tanggal"]) if row.get("tanggal") else _open(name, "tanggal"),
        "judul": row.get("judul") or _open(name, "judul"),
    }


def _open(name: str, kolom: str) -> Wanting:
    return blank(f"{kolom} {name}", "naskah", kolom, dokumen=name)


def _in_words(row: dict[str, Any]) -> str:
    nomor = f"Nomor {unbroken(row['nomor'])}"
    return f"{nomor} tanggal {tanggal(row['tanggal'])}" if row["tanggal"] else nomor
