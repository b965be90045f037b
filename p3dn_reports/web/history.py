"""What Riwayat shows: letters that are out and what to do about them, two editions side by side, what people did."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from p3dn_reports.desk import editions, filling
from p3dn_reports.desk.comparing import Effect, FigureChange, counted, document_changes, figure_changes
from p3dn_reports.desk.recognising import DAERAH, Naskah, naskah_of, naskah_of_row
from p3dn_reports.desk.revisions import Advice, SentLetter, built_lines, sent_lines
from p3dn_reports.desk.sending import standing
from p3dn_reports.desk.sentences import Pair, pairs
from p3dn_reports.evaluation.result import plain
from p3dn_reports.inputs.schema import load_schemas
from p3dn_reports.web.figures import HELD, NONE, mark_of
from p3dn_reports.web.shelf import Edition, Record, View

Labels = Callable[[editions.Edition], Edition]
"""An edition of the desk with its hasil.json."""


@dataclass(frozen=True, slots=True)
class SentRow:
    """A letter that is out: the figure it was about, as sent and now (None: not known)."""

    surat: SentLetter
    sebelum: Record | None
    sesudah: Record | None

    @property
    def bertindak(self) -> bool:
        """Whether something is to be done about it."""
        return self.surat.anjuran is not Advice.TETAP


@dataclass(frozen=True, slots=True)
class Compared:
    """Two editions, from `lama` to `baru`; `indikator` is what the quarter is about, None where there is none."""

    lama: Edition
    baru: Edition
    indikator: str | None
    angka: Sequence[FigureChange]
    naskah: dict[Effect, list[Record]]

    @property
    def seluruh(self) -> tuple[str, str] | None:
        """The region's figure in both, as printed."""
        sides = [one.hasil["seluruh"]["indikator"].get(self.indikator) for one in (self.lama, self.baru)]
        return (sides[0]["tampil"], sides[1]["tampil"]) if all(sides) else None

    def mark(self, row: FigureChange) -> str:
        """The mark of a unit in the newer edition."""
        if row.sesudah.angka is None:
            return HELD if row.sesudah.ada else NONE
        return mark_of(row.sesudah.angka, self.baru.menjelaskan.get(self.indikator or "", {}))

    def banyak(self, effect: Effect) -> str:
        """`Surat penjelasan capaian 5, nota dinas Biro 1`."""
        return ", ".join(f"{title} {count}" for title, count in counted(self.naskah[effect]))


def sent_rows(view: View, letters: Sequence[SentLetter], taken: Labels, indikator: str | None) -> list[SentRow]:
    """The letters that are out, those for which something is to be done first."""
    known = {one.susunan: one for one in view.semua}
    rows = []
    for one in letters:
        source = known.get(one.event.data["susunan"])
        before = _figure(taken(source), one, indikator) if source else None
        after = _figure(view.edition, one, indikator) if view.edition else None
        rows.append(SentRow(one, before, after))
    return sorted(rows, key=lambda row: not row.bertindak)


def compared(older: Edition, newer: Edition, indikator: str | None) -> Compared:
    """Two editions side by side."""
    figures = figure_changes(older.hasil, newer.hasil, indikator) if indikator else ()
    return Compared(older, newer, indikator, figures, document_changes(older.asal, newer.asal))


def whole(view: View) -> list[editions.Edition]:
    """The editions of all documents, the newest first: what people compare."""
    stands = view.edition.asal if view.edition else None
    return sorted((one for one in reversed(view.semua) if not one.sebagian), key=lambda one: one is not stands)


def usual_pair(view: View) -> tuple[editions.Edition, editions.Edition] | None:
    """What is compared unless asked otherwise: the edition before the newest, one that was sent rather than a draft."""
    found = whole(view)
    if len(found) < 2:
        return None
    older = next((one for one in found[1:] if one.label != editions.DRAFT), found[1])
    return older, found[0]


def sentences(view: View, naskah: Naskah, pair: tuple[editions.Edition, editions.Edition] | None) -> list[Pair]:
    """What a document says differently in two editions; without a pair, what was sent against the newest edition.

    Raises ProblemsError where the frozen copy is gone; LookupError for a document that is not out.
    """
    if pair:
        return pairs(*(built_lines(one, naskah) for one in pair))
    event, known = standing(view.log)[naskah], {one.susunan: one for one in view.semua}
    newest = built_lines(view.edition.asal, naskah) if view.edition else ()
    return pairs(sent_lines(view.desk, event, known.get(event.data["susunan"])), newest)


def to_mark(view: View) -> list[tuple[str, list[Record]]]:
    """The documents of the newest edition that can still be marked as sent, by title."""
    out, groups = standing(view.log), dict[str, list[Record]]()
    for one in view.edition.asal.dokumen if view.edition else ():
        before = out.get(naskah_of(one))
        if one["status"] != "ditahan" and (before is None or before.data["isi"] != one.get("isi")):
            groups.setdefault(one["judul"], []).append({**one, "naskah": "/".join(naskah_of(one))})
    return list(groups.items())


def replaced(view: View, naskah: Naskah) -> dict[str, Any] | None:
    """What is known of a letter that takes the place of one that is out; None where none is.

    `lama` is the sending it replaces; `nomor` and `tanggal` are its own where they are typed in already.
    """
    event = standing(view.log).get(naskah)
    if event is None:
        return None
    typed = filling.opened(view.desk).rows(load_schemas(view.desk.workspace.schemas)["naskah"])
    own = [one.nilai for one in typed if one.nilai.get("dokumen") and naskah_of_row(one.nilai) == naskah]
    new = [one for one in own if one.get("nomor") and one["nomor"] != event.text("nomor")]
    return {"lama": event, "lewat": event.text("lewat"), **({"nomor": new[-1]["nomor"]} if new else {})}


def named(text: str) -> Naskah:
    """The document that a form or an address names: its id, `/`, and its unit or key."""
    dokumen, _, kunci = text.partition("/")
    return dokumen, kunci or DAERAH


def flat_sent(rows: Sequence[SentRow]) -> Iterator[dict[str, Any]]:
    """The letters for a file."""
    for row in rows:
        one, event = row.surat, row.surat.event
        yield {
            "judul": one.judul,
            "untuk": one.nama_unit or "Seluruh daerah",
            "edisi": one.edisi,
            "nomor": event.text("nomor"),
            "tanggal": event.text("tanggal"),
            "lewat": event.text("lewat"),
            "sebelum": row.sebelum["tampil"] if row.sebelum else None,
            "sesudah": row.sesudah["tampil"] if row.sesudah else None,
            "anjuran": one.anjuran.value,
            "sebab": one.sebab,
        }


def flat_figures(found: Compared) -> Iterator[dict[str, Any]]:
    """The figures for a file."""
    for row in found.angka:
        yield {
            "kode": row.kode,
            "nama": row.nama,
            "sebelum": row.sebelum.tampil,
            "sesudah": row.sesudah.tampil,
            "berubah": plain(row.pembilang_berubah),
            "status": row.sesudah.angka["tampil_pita"] if row.sesudah.angka else row.sesudah.tampil,
        }


def flat_documents(found: Compared) -> Iterator[dict[str, Any]]:
    """The documents for a file."""
    for effect, records in found.naskah.items():
        for one in records:
            yield {"akibat": effect.value, "judul": one["judul"], "untuk": one["nama_unit"], "status": one["status"]}


def _figure(edition: Edition | None, letter: SentLetter, indikator: str | None) -> Record | None:
    """The unit's figure in an edition, or the region's; None where there is none to show."""
    if edition is None or indikator is None:
        return None
    units = {one["kode_satker"]: one for one in edition.hasil["unit"]}
    unit = units.get(letter.naskah[1], edition.hasil["seluruh"] if letter.naskah[1] == DAERAH else None)
    if unit is None or unit.get("ditahan") or indikator in unit.get("indikator_ditahan", ()):
        return None
    found: Record | None = unit["indikator"].get(indikator)
    return found
