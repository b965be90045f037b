"""Ringkasan Sekda: the quarter on one page, to be printed."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from flask import Blueprint, abort, current_app, redirect, render_template, send_file, url_for
from werkzeug.wrappers import Response

from p3dn_reports.outputs.names import safe_path
from p3dn_reports.web import figures, picture
from p3dn_reports.web.brief import brief
from p3dn_reports.web.desk_server import server_of
from p3dn_reports.web.screens.jobs import begun
from p3dn_reports.web.screens.opened import opened
from p3dn_reports.web.shelf import View
from p3dn_reports.web.worker import Job

screen = Blueprint("brief", __name__, url_prefix="/t/<m>")


@screen.get("/ringkasan")
def ringkasan(m: str) -> str:
    """The page of the edition that stands."""
    view = opened(m)
    if view.edition is None:
        return render_template("ringkasan.html", isi=None)
    page = brief(view, view.edition, server_of(current_app).today())
    groups = figures.grouped(list(page.baris))
    return render_template(
        "ringkasan.html",
        isi=page,
        kelompok=groups,
        gambar=picture.units(list(page.baris)),
        hasil=view.edition.hasil,
        ada_naskah=_paper(view) is not None,
        siap=_made(view) is not None,
    )


@screen.post("/ringkasan/pdf")
def buat_pdf(m: str) -> Response:
    """Make the PDF of the edition's own summary, in the process beside."""
    view = opened(m)
    paper = _paper(view)
    if paper is None:
        abort(404)
    return begun("pdf_ringkasan", view, naskah=paper)


@screen.get("/ringkasan.pdf")
def pdf(m: str) -> Response:
    """The PDF that was made of this edition; back to the page where there is none yet."""
    view = opened(m)
    job = _made(view)
    if job is None or view.edition is None:
        return redirect(url_for("brief.ringkasan", m=m), 303)
    name = f"ringkasan-{m}-{view.edition.susunan}.pdf"
    return send_file(BytesIO(job.result), mimetype="application/pdf", as_attachment=True, download_name=name)


def _made(view: View) -> Job | None:
    """The work that has made the PDF of this edition; None where it is not made yet."""
    return server_of(current_app).worker.finished("pdf_ringkasan", view.name, naskah=_paper(view))


def _paper(view: View) -> Path | None:
    """The document of the edition that heads its period (`angka_utama`); None where it has none."""
    papers, rules = view.edition.hasil["dokumen"] if view.edition else (), view.titles.rules
    heads = {name for name, one in rules.dokumen.items() if one.angka_utama} if rules else set()
    names = [one["berkas"] for one in papers if one["id"] in heads and one["status"] != "ditahan"]
    if view.edition is None or not names or safe_path(names[0]) != names[0]:
        return None
    path = view.edition.folder / names[0]
    return path if path.is_file() else None
