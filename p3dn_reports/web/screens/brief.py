"""Ringkasan Sekda: the quarter on one page, to be printed."""

from __future__ import annotations

from flask import Blueprint, current_app, render_template

from p3dn_reports.web import figures, picture
from p3dn_reports.web.brief import brief
from p3dn_reports.web.desk_server import server_of
from p3dn_reports.web.screens.opened import opened

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
        "ringkasan.html", isi=page, kelompok=groups, gambar=picture.units(list(page.baris)), hasil=view.edition.hasil
    )
