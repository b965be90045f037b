"""Nomor dan tanggal: what the office gives its documents, in one table that takes a paste from Excel."""

from __future__ import annotations

from flask import Blueprint, abort, current_app, render_template, request, url_for
from werkzeug.utils import redirect
from werkzeug.wrappers import Response

from p3dn_reports.desk.numbering import lay_numbers
from p3dn_reports.desk.people import here
from p3dn_reports.errors import P3dnError, UsageError
from p3dn_reports.web import numbering
from p3dn_reports.web.desk_server import server_of
from p3dn_reports.web.screens.jobs import begun
from p3dn_reports.web.screens.opened import opened
from p3dn_reports.web.shelf import View

screen = Blueprint("numbers", __name__, url_prefix="/t/<m>")


@screen.get("/naskah/nomor")
def nomor(m: str) -> str:
    """Every document that was made, with its number and date."""
    return _page(opened(m), {})


@screen.post("/naskah/nomor")
def simpan(m: str) -> Response | tuple[str, int]:
    """Lay what changed into isian-meja-kerja.xlsx, and build; what cannot be is told, and stays typed in."""
    view = opened(m)
    try:
        if request.form.get("bahan") != view.bahan:
            raise UsageError("Masukan berubah sejak halaman ini dibuka. Periksa isiannya, lalu simpan lagi.")
        changed = numbering.changed(view, _given(view), request.form)
        if not changed:
            return redirect(url_for("numbers.nomor", m=m), 303)
        lay_numbers(view.desk, here(), changed)
    except P3dnError as error:
        return _page(view, request.form, str(error)), 409
    return begun("susun", view)


def _page(view: View, typed: numbering.Form, refused: str = "") -> str:
    if view.edition is None:
        abort(404)
    job = server_of(current_app).asking.ask("nomor", view)
    rows = numbering.rows(view, job.result, typed) if job.result is not None else []
    return render_template("nomor.html", job=job, kelompok=rows, ditolak=refused)


def _given(view: View) -> list[numbering.Row]:
    job = server_of(current_app).asking.ask("nomor", view)
    if job.result is None:
        raise UsageError("Nomor yang sudah ada masih dibaca. Tunggu sebentar, lalu simpan lagi.")
    found: list[numbering.Row] = job.result
    return found
