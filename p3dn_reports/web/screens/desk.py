"""What belongs to no quarter: the choice of one, help, and the end."""

from __future__ import annotations

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from p3dn_reports.web.desk_server import server_of

screen = Blueprint("desk", __name__)


@screen.get("/")
def awal() -> Response:
    """To the quarter used last, else to the only one, else to the choice."""
    last = server_of(current_app).last_used()
    return redirect(url_for("quarter.beranda", m=last.name) if last else url_for("desk.triwulan"), 303)


@screen.get("/triwulan")
def triwulan() -> str:
    """The inputs folders, each a quarter or a year of one region."""
    server = server_of(current_app)
    views = [server.shelf.view(folder) for folder in server.workspace.inputs_folders()]
    return render_template("triwulan.html", daftar=views)


@screen.get("/bantuan")
def bantuan() -> str:
    """What each screen is for."""
    return render_template("bantuan.html")


@screen.route("/tutup", methods=["GET", "POST"])
def tutup() -> str:
    """Ask, then stop the program once the answer is on its way; never during a build."""
    server = server_of(current_app)
    closed = request.method == "POST" and server.worker.current is None
    if closed:
        server.stop()
    return render_template("tutup.html", selesai=closed)
