"""Buku Aturan: what holds where and when with its clauses, the open readings, and the approval of one."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, Response, abort, current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from p3dn_reports.desk import filling
from p3dn_reports.desk.people import here
from p3dn_reports.errors import P3dnError, UsageError
from p3dn_reports.inputs.values.dates import read_date
from p3dn_reports.policy import desk as owner
from p3dn_reports.policy.overview.page import SECTIONS
from p3dn_reports.web import readings, rulebook
from p3dn_reports.web.desk_server import server_of
from p3dn_reports.web.readings import Reading
from p3dn_reports.web.rulebook import Place, Row
from p3dn_reports.web.screens import twins
from p3dn_reports.web.screens.opened import last_opened
from p3dn_reports.web.shelf import View
from p3dn_reports.web.tables import Column

screen = Blueprint("rules", __name__)

_ROWS = (
    *(Column("bagian", "Bagian", 24), Column("id", "Id", 34), Column("judul", "Aturan", 60)),
    *(Column("isi", "Isinya", 60), Column("sejak", "Berlaku sejak", 14, "tanggal")),
    Column("ketentuan", "Ketentuan", 60),
)


@screen.get("/aturan")
def aturan() -> str:
    """What holds in `?daerah=` on `?tanggal=`: readings and thresholds, else one `?bagian=`, else what has `?cari=`."""
    place, views, wrong = _seen()
    if place is None:
        return _broken()
    part, words = request.args.get("bagian", ""), request.args.get("cari", "").casefold().split()
    if part not in ("", rulebook.CALENDAR, *rulebook.PARTS):
        abort(404)
    return render_template(
        "aturan.html",
        tempat=place,
        tanggal_salah=wrong,
        bagian=part,
        pilihan={name: SECTIONS[name][0] for name in (*rulebook.PARTS, rulebook.CALENDAR)},
        kalender=place.calendar if part == rulebook.CALENDAR else None,
        tafsir=[] if part or words else readings.readings(place, views),
        kelompok=_groups(place, part, words),
        terbanyak=rulebook.MOST_FOUND,
    )


@screen.get("/aturan.<form>")
def tabel(form: str) -> Response:
    """Everything that holds there, as a file."""
    place, _, _ = _seen()
    if place is None:
        abort(404)
    parts = ((SECTIONS[name][0], place.part(name)) for name in rulebook.PARTS)
    return twins.table(
        form, f"aturan-{place.daerah.id}", _ROWS, [_flat(title, row) for title, rows in parts for row in rows]
    )


@screen.get("/aturan/<id>")
def satu(id: str) -> str:  # noqa: A002 - the name in the address
    """One rule: what it says, the words of the law, since when, who uses it; a reading with what hangs by it."""
    place, views, _ = _seen()
    if place is None:
        return _broken()
    rule = place.book.rules.get(id)
    if rule is None:
        abort(404)
    row = place.row(rule)
    told = readings.reading(place, row, views) if row and rule[0] == "tafsir" else None
    return render_template(
        "aturan-satu.html",
        tempat=place,
        id=id,
        baris=row,
        isi=place.article(rule),
        bagian=rulebook.title_of(rule),
        tafsir=told,
    )


@screen.get("/aturan/<id>/pengesahan")
def pengesahan(id: str) -> str:  # noqa: A002
    """What is approved and what hangs by it, and the form that records who approved."""
    return _approval(*_reading(id))


@screen.post("/aturan/<id>/pengesahan")
def catat(id: str) -> AnyResponse | tuple[str, int]:  # noqa: A002
    """Record an approval: for the region in the rulebook, or for one quarter among what is typed in."""
    place, one, views = _reading(id)
    if request.form.get("sidik") != one.sidik:
        return _approval(
            place, one, views, "Bunyi tafsir ini berubah sejak halaman dibuka. Baca lagi, lalu catat."
        ), 409
    try:
        _record(place, id.partition(".")[2], views)
    except P3dnError as error:
        return _approval(place, one, views, str(error)), 422
    return redirect(url_for("rules.satu", id=id, daerah=place.daerah.id, tanggal=str(place.hari)), 303)


def _record(place: Place, name: str, views: list[View]) -> None:
    """Raises UsageError for a field that says nothing, and as the two ways to record do."""
    server, form = server_of(current_app), request.form
    day = read_date(form.get("tanggal", "").strip()).value
    oleh, dasar = form.get("oleh", "").strip(), form.get("dasar", "").strip()
    if not (oleh and dasar):
        raise UsageError("Isi siapa yang mengesahkan dan apa dasarnya.")
    if day is None or day > server.today():
        raise UsageError("Isi tanggal pengesahannya, misalnya 16 Desember 2024; tanggal yang belum tiba tidak dicatat.")
    quarter = next((view for view in views if view.name == form.get("untuk")), None)
    if quarter is None:
        owner.approve(server.workspace, name, place.daerah.id, oleh, day, dasar)
    else:
        sha = form.get(f"isian-{quarter.name}") or None
        filling.approve(quarter.desk, here(), sha, tafsir=name, oleh=oleh, tanggal=day, dasar=dasar)


def _reading(name: str) -> tuple[Place, Reading, list[View]]:
    """The reading of an address; 404 for one that is not there or of no law of the region."""
    place, views, _ = _seen()
    rule = place.book.rules.get(name) if place else None
    row = place.row(rule) if place and rule and rule[0] == "tafsir" else None
    if place is None or row is None:
        abort(404)
    return place, readings.reading(place, row, views), views


def _approval(place: Place, one: Reading, views: list[View], refused: str = "") -> str:
    name = one.row.id.partition(".")[2]
    return render_template(
        "pengesahan.html",
        tempat=place,
        tafsir=one,
        alasan=place.reason(name),
        akibat=readings.effects(name, views),
        triwulan=[(view, filling.opened(view.desk).sha or "") for view in views],
        ditolak=refused,
        isian=request.form,
    )


def _groups(place: Place, part: str, words: list[str]) -> list[tuple[str, list[Row]]]:
    if words:
        return list(place.found(words))
    if part == rulebook.CALENDAR:
        return []
    name = part or "ambang"
    return [(SECTIONS[name][0], list(place.part(name)))]


def _seen() -> tuple[Place | None, list[View], str]:
    """The rulebook from the region and day asked for, that region's quarters, and a day that could not be read.

    Without being asked: the region and the day of the data of the quarter used last, else the first region, today.
    """
    server, last = server_of(current_app), last_opened()
    book = server.shelf.rulebook()
    if book.desk is None:
        return None, [], ""
    hasil = last.edition.hasil if last and last.edition else {}
    daerah = request.args.get("daerah") or hasil.get("daerah") or next(iter(book.desk.rules.daerah))
    if daerah not in book.desk.rules.daerah:
        abort(404)
    written = request.args.get("tanggal", "").strip()
    usual = date.fromisoformat(hasil["data_per"]) if daerah == hasil.get("daerah") else server.today()
    day = read_date(written).value if written else usual
    place = Place.of(
        book,
        book.desk,
        daerah,
        day or usual,
        lambda name: url_for("rules.satu", id=name, daerah=daerah, tanggal=str(day or usual)),
    )
    return place, _quarters(daerah), "" if day else written


def _quarters(daerah: str) -> list[View]:
    """The quarters of a region that have been built."""
    server = server_of(current_app)
    views = map(server.shelf.view, server.workspace.inputs_folders())
    return [view for view in views if view.edition and view.edition.hasil["daerah"] == daerah]


def _broken() -> str:
    """The page of a rulebook that does not load."""
    return render_template("aturan-salah.html", temuan=server_of(current_app).shelf.rulebook().faults)


def _flat(title: str, row: Row) -> dict[str, object]:
    return {
        "bagian": title,
        "id": row.id,
        "judul": row.judul,
        "isi": row.isi,
        "sejak": str(row.sejak) if row.sejak else None,
        "ketentuan": "; ".join(", ".join(filter(None, one)) for one in row.ketentuan),
    }
