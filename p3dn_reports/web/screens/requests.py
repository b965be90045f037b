"""What is asked of the units: reminders, the packets that ask them to explain, and who has answered."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from flask import Blueprint, abort, current_app, redirect, render_template, request, send_file, url_for
from werkzeug.wrappers import Response

from p3dn_reports.desk.packets import CALENDAR, due_dates
from p3dn_reports.desk.people import here
from p3dn_reports.desk.places import files_in
from p3dn_reports.desk.requests import Requests, remind
from p3dn_reports.web.desk_server import server_of
from p3dn_reports.web.requesting import columns, flat, rows
from p3dn_reports.web.screens.jobs import begun
from p3dn_reports.web.screens.opened import opened
from p3dn_reports.web.screens.twins import table
from p3dn_reports.web.shelf import View
from p3dn_reports.web.worker import Job

screen = Blueprint("requests", __name__, url_prefix="/t/<m>")

_LONGEST = 200


@screen.post("/satuan-kerja/<kode>/pengingat")
def ingatkan(m: str, kode: str) -> Response:
    """Keep that a unit was reminded."""
    view = opened(m)
    units = view.edition.hasil["unit"] if view.edition else ()
    if kode not in {one["kode_satker"] for one in units}:
        abort(404)
    remind(view.desk, here(), kode, " ".join(request.form.get("catatan", "").split())[:_LONGEST])
    return redirect(url_for("quarter.jejak", m=m, kode=kode), 303)


@screen.get("/permintaan")
@screen.get("/permintaan.<form>")
def permintaan(m: str, form: str | None = None) -> str | Response:
    """Who must explain, who has answered, and what went out to those that have not."""
    view = opened(m)
    job = _job(view)
    found = rows(view, job.result, server_of(current_app).today()) if job.result else []
    if form:
        return table(form, f"permintaan-{m}", columns, flat(found)) if job.result else _back(m)
    return render_template("permintaan.html", job=job, baris=found, ada=bool(files_in(view.desk.permintaan)))


@screen.post("/permintaan")
def buat(m: str) -> Response:
    """Make the packets of the units chosen."""
    chosen = tuple(sorted(set(request.form.getlist("unit"))))
    return begun("permintaan", opened(m), unit=chosen) if chosen else _back(m)


@screen.get("/permintaan/jatuh-tempo.ics")
def kalender(m: str) -> Response:
    """The days on which answers are due, for a calendar."""
    found: Requests | None = _job(opened(m)).result
    if found is None:
        return _back(m)
    stream = BytesIO(due_dates(found))
    return send_file(stream, mimetype="text/calendar", as_attachment=True, download_name=CALENDAR)


@screen.get("/permintaan/paket.zip")
def paket(m: str) -> Response:
    """All that was made for the units, as it lies there."""
    view, stream = opened(m), BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        for path in files_in(view.desk.permintaan):
            package.write(path, path.name)
    stream.seek(0)
    return send_file(stream, as_attachment=True, download_name=f"permintaan-{m}.zip")


@screen.get("/permintaan/berkas/<nama>")
def berkas(m: str, nama: str) -> Response:
    """One file of a packet, as it lies there."""
    path = next((one for one in files_in(opened(m).desk.permintaan) if one.name == nama), None)
    if path is None:
        abort(404)
    return send_file(path, as_attachment=True, download_name=path.name)


def _job(view: View) -> Job:
    return server_of(current_app).asking.ask("diminta", view)


def _back(m: str) -> Response:
    return redirect(url_for("requests.permintaan", m=m), 303)
