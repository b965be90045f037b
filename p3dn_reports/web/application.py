"""The application: its screens, what guards them, and what a person sees when something is not there."""

from __future__ import annotations

from pathlib import Path

from flask import Flask, Response, current_app, g, make_response, render_template, request
from werkzeug.exceptions import HTTPException

from p3dn_reports.buglog import write_log
from p3dn_reports.desk.turns import at_work
from p3dn_reports.errors import P3dnError
from p3dn_reports.web import guard, words
from p3dn_reports.web.desk_server import DeskServer, server_of
from p3dn_reports.web.screens import (
    brief,
    cells,
    desk,
    drafts,
    history,
    inbox,
    jobs,
    letter,
    letters,
    numbers,
    quarter,
    requests,
    returns,
    rules,
    supposing,
)
from p3dn_reports.web.screens.menu import menu
from p3dn_reports.web.tasks import TASKS

LARGEST = 200 * 1024 * 1024
"""Bytes of one upload."""

_FORBIDDEN = 403
_SCREENS = (
    *(brief, cells, desk, drafts, history, inbox, jobs, letter, letters),
    *(numbers, quarter, requests, returns, rules, supposing),
)

_REFUSED = {
    "masuk": (
        "Belum masuk",
        "Alamat masuk ini sudah dipakai atau sudah lewat. Buka meja kerja sekali lagi dari Meja Kerja P3DN, atau "
        "jalankan lagi p3dn web.",
    ),
    "hanya-baca": ("Hanya untuk dibaca", "Meja kerja ini dibuka hanya untuk dibaca; tidak ada yang diubah."),
    "asal": ("Ditolak", "Isian ini tidak berasal dari halaman meja kerja; tidak ada yang diubah."),
    "isian": (
        "Isian sudah lama",
        "Halaman ini dibuka dari meja kerja yang lain atau yang terdahulu. Kembali, muat ulang halamannya, lalu kirim "
        "lagi; tidak ada yang diubah.",
    ),
}
"""What is said where the guard refuses, by its reason."""

_WORDS = {
    404: ("Tidak ada", "Halaman atau berkas itu tidak ada pada folder kerja ini."),
    405: ("Tidak dapat", "Halaman ini tidak menerima isian."),
    413: ("Terlalu besar", "Kiriman paling besar 200 MB. Kirim berkasnya satu per satu."),
    500: (
        "Ada kesalahan program",
        "Naskah lama tidak berubah. Kirim berkas p3dn-galat.log di folder kerja kepada pengembang.",
    ),
}


def create_app(server: DeskServer) -> Flask:
    """The application of one server. Nothing is read yet, and nothing written."""
    app = Flask("p3dn_reports.web", static_url_path="/aset")
    app.config["MAX_CONTENT_LENGTH"] = LARGEST
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    app.jinja_env.autoescape = True
    server.attach(app)
    words.teach(app)
    guard.protect(app)
    for module in _SCREENS:
        app.register_blueprint(module.screen)
    app.context_processor(_shared)
    app.before_request(_reach_folder)
    app.register_error_handler(HTTPException, _told)
    app.register_error_handler(P3dnError, _refused)
    app.register_error_handler(PermissionError, _locked)
    app.register_error_handler(Exception, _bug)
    return app


def _shared() -> dict[str, object]:
    """What every page has at hand."""
    server = server_of(current_app)
    view = g.get("view")
    return {
        "kunci": g.get("form_key"),
        "bidang_kunci": guard.FIELD,
        "hanya_baca": server.read_only,
        "hari_ini": server.today(),
        "view": view,
        "menu": menu(view, request.path, server.drafts.wrong) if g.get("form_key") else (),
        "pekerjaan": (job := server.worker.current),
        "tugas_berjalan": TASKS[job.kind].judul if job else None,
        "penyusun": at_work(view.desk) if view and not job else None,
    }


def _reach_folder() -> Response | None:
    """Say that the folder of work is gone, where it is: a share that was disconnected comes back."""
    workspace = server_of(current_app).workspace
    if request.endpoint == "static" or g.get("form_key") is None or workspace.rules.is_file():
        return None
    told = f"Folder kerja tidak dapat dibaca: {workspace.root}. Periksa sambungan folder bersama, lalu coba lagi."
    return _page(503, "Folder kerja tidak dapat dibaca", told)


def _told(error: HTTPException) -> Response:
    code = error.code or 500
    reason = _REFUSED.get(str(error.description), _REFUSED["masuk"])
    return _page(code, *(reason if code == _FORBIDDEN else _WORDS.get(code, _WORDS[404])))


def _refused(error: P3dnError) -> Response:
    return _page(409, "Tidak dapat dikerjakan", str(error))


def _locked(error: PermissionError) -> Response:
    """A file that Word or Excel lets nobody read while it saves: the next try finds it."""
    name = Path(error.filename).name if isinstance(error.filename, str) else "Sebuah berkas"
    told = f"{name} sedang dikunci program lain, atau tidak boleh dibaca. Tunggu sebentar, lalu muat ulang halaman ini."
    return _page(503, "Berkas sedang dipakai", told)


def _bug(error: Exception) -> Response:
    write_log(server_of(current_app).workspace.root, f"web {request.method} {request.path}")
    return _page(500, *_WORDS[500])


def _page(code: int, title: str, text: str) -> Response:
    return make_response(render_template("galat.html", judul=title, teks=text), code)
