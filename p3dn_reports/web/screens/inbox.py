"""Kotak Masuk: files dropped, what each is and would do, who still owes one, and what was ever received."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response

from p3dn_reports.desk import inbox
from p3dn_reports.desk.looking import take_in
from p3dn_reports.desk.people import here
from p3dn_reports.problems import Problem
from p3dn_reports.web.desk_server import server_of
from p3dn_reports.web.screens.opened import opened
from p3dn_reports.web.shelf import View

screen = Blueprint("inbox", __name__, url_prefix="/t/<m>/kotak-masuk")


@screen.get("")
def kotak_masuk(m: str) -> str:
    """What waits, read as if it were accepted; what is expected; what was received."""
    return _page(opened(m))


@screen.post("")
def taruh(m: str) -> Response | tuple[str, int]:
    """Let the files of the form wait; what is refused is told on the page."""
    view = opened(m)
    problems = [
        problem for one in _given() for problem in inbox.drop(view.desk, one.filename or "", one.stream).problems
    ]
    if problems:
        return _page(opened(m), problems), 422
    return _back(m)


@screen.post("/<id>/terima")
def terima(m: str, id: str) -> Response:  # noqa: A002 - the name in the address
    """Accept a waiting file, as long as what it replaces is still what the page showed."""
    view = opened(m)
    looked = server_of(current_app).shelf.looked(view, inbox.find(view.desk, id))
    take_in(view.desk, here(), replace(looked, sha_lama=request.form.get("sha_lama", "")))
    return _back(m)


@screen.post("/<id>/tolak")
def tolak(m: str, id: str) -> Response:  # noqa: A002
    """Turn a waiting file down; it stays among those received."""
    desk = opened(m).desk
    inbox.reject(desk, here(), inbox.find(desk, id))
    return _back(m)


@screen.post("/pakai-lagi")
def pakai_lagi(m: str) -> Response:
    """Use a file received earlier again."""
    inbox.reuse(opened(m).desk, here(), request.form.get("kiriman", ""))
    return _back(m)


def _page(view: View, refused: Sequence[Problem] = ()) -> str:
    shelf = server_of(current_app).shelf
    return render_template(
        "kotak-masuk.html",
        ditolak=[one.as_json() for one in refused],
        menunggu=[
            (one, [found.as_json() for found in one.temuan])
            for one in (shelf.looked(view, arrived) for arrived in view.menunggu)
        ],
        diharapkan=shelf.expected(view),
        diterima=inbox.received(view.desk, view.log),
    )


def _given() -> list[FileStorage]:
    return [one for one in request.files.getlist("berkas") if one.filename]


def _back(m: str) -> Response:
    return redirect(url_for("inbox.kotak_masuk", m=m), 303)
