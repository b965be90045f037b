"""What is asked of the units: reminders, the packets that ask them to explain, and who has answered."""

from __future__ import annotations

from flask import Blueprint, abort, redirect, request, url_for
from werkzeug.wrappers import Response

from p3dn_reports.desk.people import here
from p3dn_reports.desk.requests import remind
from p3dn_reports.web.screens.opened import opened

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
