"""The menu at the side, with the counts that say where work waits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import url_for

from p3dn_reports.desk.revisions import touched
from p3dn_reports.web.shelf import View


@dataclass(frozen=True, slots=True)
class Item:
    """One line: where it leads, the count beside it, and whether that asks for somebody.

    `di` is where the pages lie that belong to it beside those below `href`.
    """

    judul: str
    href: str
    hitung: str = ""
    mendesak: bool = False
    di: str = ""

    def holds(self, path: str) -> int:
        """How many letters of a page's path lead to it; none where the page belongs to another line."""
        return max(len(one) if one and path.startswith(one) else 0 for one in (self.href, self.di))


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the menu."""

    judul: str
    baris: Sequence[Item]


def menu(view: View | None, path: str, wrong: int) -> list[tuple[str, list[tuple[Item, bool]]]]:
    """The parts of the menu; of each line whether the page shown, `path`, belongs to it.

    `wrong` is how many templates have mistakes.
    """
    parts = [*(_of_quarter(view) if view else ()), _of_rules(wrong), _others()]
    lines = [one for part in parts for one in part.baris]
    here = max(lines, key=lambda one: one.holds(path))
    return [(part.judul, [(one, one is here and one.holds(path) > 0) for one in part.baris]) for part in parts]


def _of_quarter(view: View) -> list[Part]:
    hasil = view.edition.hasil if view.edition else {"masalah": (), "unit": (), "dokumen": ()}
    faults = sum(one["tingkat"] == "galat" for one in hasil["masalah"])
    waits, acts = len(view.menunggu), len(touched(view.terkirim))
    work = [
        _item(view, "Beranda", "quarter.beranda"),
        _item(view, "Kotak Masuk", "inbox.kotak_masuk", f"{waits} baru" if waits else ""),
        _item(
            view, "Perbaikan", "returns.perbaikan", f"{faults} galat" if faults else "", urgent=faults > 0, di="sel/"
        ),
        _item(view, "Satuan Kerja", "quarter.satuan_kerja", str(len(hasil["unit"]) or ""), di="permintaan"),
        _item(view, "Naskah", "letters.naskah", str(len(hasil["dokumen"]) or "")),
        _item(view, "Riwayat", "history.riwayat", f"{acts} tindakan" if acts else "", urgent=acts > 0),
    ]
    head = [_item(view, "Ringkasan Sekda", "brief.ringkasan"), _item(view, "Andaikan", "supposing.andaikan")]
    return [Part("Pekerjaan triwulan", work), Part("Pimpinan", head)]


def _item(view: View, title: str, endpoint: str, count: str = "", *, urgent: bool = False, di: str = "") -> Item:
    return Item(
        title, url_for(endpoint, m=view.name), count, urgent, di and url_for("quarter.beranda", m=view.name) + di
    )


def _of_rules(wrong: int) -> Part:
    templates = Item("Templat Naskah", url_for("drafts.templat"), f"{wrong} salah" if wrong else "", wrong > 0)
    return Part("Aturan dan templat", [templates, Item("Buku Aturan", url_for("rules.aturan"))])


def _others() -> Part:
    lines = [
        Item("Ganti triwulan", url_for("desk.triwulan")),
        Item("Komputer", url_for("desk.komputer")),
        Item("Bantuan", url_for("desk.bantuan")),
        Item("Tutup meja kerja", url_for("desk.tutup")),
    ]
    return Part("Lainnya", lines)
