"""Kotak Masuk: files dropped, what each is and would do, who still owes one, and what was ever received."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response

from p3dn_reports.desk import filling, inbox
from p3dn_reports.desk.inbox import Arrived
from p3dn_reports.desk.looking import Looked, LookedAtAll
from p3dn_reports.desk.people import here
from p3dn_reports.desk.sending import Dispatch
from p3dn_reports.desk.taking import take_as_sent, take_in
from p3dn_reports.errors import UsageError
from p3dn_reports.problems import Problem
from p3dn_reports.web import arrivals
from p3dn_reports.web.desk_server import server_of
from p3dn_reports.web.screens.opened import opened
from p3dn_reports.web.shelf import View
from p3dn_reports.web.worker import Job

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
    take_in(view.desk, here(), replace(_looked(view, id), sha_lama=request.form.get("sha_lama", "")))
    return _back(m)


@screen.post("/terima-semua")
def terima_semua(m: str) -> Response:
    """Accept the waiting inputs that the form names, each as long as what it replaces is what the page showed."""
    view = opened(m)
    named = [one.partition(":") for one in request.form.getlist("kiriman")]
    for looked in [replace(_looked(view, name), sha_lama=sha) for name, _, sha in named]:
        take_in(view.desk, here(), looked)
    return _back(m)


@screen.post("/<id>/terkirim")
def terkirim(m: str, id: str) -> Response:  # noqa: A002
    """Mark the letter sent that came back, or the one whose signed PDF came."""
    view, form = opened(m), request.form
    chosen = form.get("naskah", "").partition("/")
    naskah = (chosen[0], chosen[2]) if chosen[1] else None
    dispatch = Dispatch(form.get("jenis", "terkirim"), lewat=form.get("lewat", "").strip() or None)
    take_as_sent(view.desk, here(), _looked(view, id), dispatch, naskah)
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


@screen.post("/isian")
def isian(m: str) -> Response:
    """Of the workbook of what is typed in and its conflict copies keep one; the others go to kiriman."""
    filling.settle(opened(m).desk, here(), request.form.get("berkas", ""), request.form.get("sha") or None)
    return _back(m)


def _page(view: View, refused: Sequence[Problem] = ()) -> str:
    job = _job(view)
    found: LookedAtAll | None = job.result
    copies = filling.conflict_copies(view.desk)
    return render_template(
        "kotak-masuk.html",
        job=job,
        ditolak=[one.as_json() for one in refused],
        menunggu=[arrivals.shown(view, one, found) for one in view.menunggu],
        akibat=found.akibat if found else (),
        diharapkan=arrivals.expected(view, found) if found else None,
        diterima=arrivals.received(view),
        kembar=[path.name for path in copies],
        sha_isian=filling.opened(view.desk).sha if copies else None,
    )


def _job(view: View) -> Job:
    """What reads all that waits; one that failed is told, and tried again once the page is loaded anew."""
    waits = tuple(one.path.name for one in view.menunggu)
    return server_of(current_app).asking.ask("kiriman", view, menunggu=waits)


def _looked(view: View, id: str) -> Looked:  # noqa: A002
    """A waiting file as the page showed it. Raises UsageError while it is still being read beside newer inputs."""
    arrived: Arrived = inbox.find(view.desk, id)
    found: LookedAtAll | None = _job(view).result
    if found is None or arrived.id not in found.dilihat:
        raise UsageError(
            f"{arrived.nama} sedang dibaca bersama masukan yang terbaru. Lihat dahulu akibatnya, lalu ulangi."
        )
    return found.dilihat[arrived.id]


def _given() -> list[FileStorage]:
    return [one for one in request.files.getlist("berkas") if one.filename]


def _back(m: str) -> Response:
    return redirect(url_for("inbox.kotak_masuk", m=m), 303)
