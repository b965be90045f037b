"""What belongs to no quarter: the choice of one, help, and the end."""

from __future__ import annotations

from flask import Blueprint, abort, current_app, redirect, render_template, request, send_file, url_for
from werkzeug.wrappers import Response

from p3dn_reports.desk import computer
from p3dn_reports.web import helping, markdown
from p3dn_reports.web.desk_server import server_of
from p3dn_reports.web.screens.opened import last_opened

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
    """What each screen is for, the words of the work, where files lie, and the guides."""
    server = server_of(current_app)
    last_opened()
    docs = server.workspace.root / "docs"
    return render_template(
        "bantuan.html",
        layar=helping.SCREENS,
        folder=helping.FOLDERS,
        panduan={name: title for name, title in helping.GUIDES.items() if helping.guide(docs, name) is not None},
        istilah=server.shelf.glossary(),
    )


@screen.get("/bantuan/<nama>")
def panduan(nama: str) -> str:
    """A guide that lies in the folder of work."""
    last_opened()
    text = helping.guide(server_of(current_app).workspace.root / "docs", nama)
    if text is None:
        abort(404)
    return render_template("panduan.html", judul=helping.GUIDES[nama], isi=markdown.page(text, _address))


@screen.get("/bantuan/gambar/<path:nama>")
def gambar(nama: str) -> Response:
    """A picture of a guide."""
    found = helping.picture(server_of(current_app).workspace.root / "docs", f"gambar/{nama}")
    if found is None:
        abort(404)
    return send_file(found)


def _address(link: str) -> str | None:
    """Where a link of a guide leads to: another guide, a picture, a heading; nothing outside."""
    name, _, place = link.partition("#")
    guide = name.removesuffix(".md")
    if guide in helping.GUIDES:
        return url_for("desk.panduan", nama=guide, _anchor=place or None)
    if name.startswith("gambar/"):
        return url_for("desk.gambar", nama=name.removeprefix("gambar/"))
    return f"#{place}" if place and not name else None


@screen.get("/komputer")
def komputer() -> str:
    """What this computer has and lacks."""
    server = server_of(current_app)
    last_opened()
    desk = server.shelf.rulebook().desk
    found = computer.examine(server.workspace, computer.typefaces(desk.rules) if desk else ())
    return render_template("komputer.html", hal=sorted(found, key=lambda one: (one.baik, not one.wajib)))


@screen.route("/tutup", methods=["GET", "POST"])
def tutup() -> str:
    """Ask, then stop the program once the answer is on its way; never during a build."""
    server = server_of(current_app)
    closed = request.method == "POST" and server.worker.current is None
    if closed:
        server.stop()
    return render_template("tutup.html", selesai=closed)
