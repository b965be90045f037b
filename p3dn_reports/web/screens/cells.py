"""One cell of an input file in its rows: where every trace ends."""

from __future__ import annotations

from flask import Blueprint, abort, current_app, render_template, request

from p3dn_reports.web.desk_server import server_of
from p3dn_reports.web.screens.opened import opened

screen = Blueprint("cells", __name__, url_prefix="/t/<m>")

_LONGEST = 300


@screen.get("/sel/<berkas>/<sel>")
def sel(m: str, berkas: str, sel: str) -> str:
    """The rows around a cell of the inputs as they are now; `?lembar=` and `?kolom=` say more of where it stands."""
    view = opened(m)
    if berkas not in view.berkas or len(sel) > _LONGEST:
        abort(404)
    cell = (berkas, request.args.get("lembar"), sel, request.args.get("kolom"))
    job = server_of(current_app).asking.ask("sel", view, sel=(cell,))
    if job.result == {}:
        abort(404)
    return render_template("sel.html", job=job, sel=cell, baris=job.result[cell] if job.result else None)
