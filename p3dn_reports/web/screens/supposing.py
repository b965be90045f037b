"""Andaikan: who is affected if a threshold or a reading were another. Nothing is written."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, abort, current_app, redirect, render_template, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response as AnyResponse

from p3dn_reports.errors import UsageError
from p3dn_reports.rules import Scope
from p3dn_reports.web import figures, picture, supposing
from p3dn_reports.web.desk_server import server_of
from p3dn_reports.web.screens.jobs import begun
from p3dn_reports.web.screens.opened import opened
from p3dn_reports.web.screens.twins import table
from p3dn_reports.web.shelf import Edition, View
from p3dn_reports.web.tables import Column

screen = Blueprint("supposing", __name__, url_prefix="/t/<m>")

_MOVERS = (
    *(Column("kode", "Kode satuan kerja", 26), Column("nama", "Satuan kerja", 60), Column("capaian", "Capaian", 14)),
    *(Column("sekarang", "Sekarang", 30), Column("diandaikan", "Diandaikan", 30), Column("surat", "Penjelasan", 24)),
)


@screen.get("/andaikan")
@screen.get("/andaikan.<form>")
def andaikan(m: str, form: str | None = None) -> str | Response:
    """What the address supposes, held against the figures of the edition; all that follows, where it was worked out."""
    view = opened(m)
    if view.edition is None or view.titles.rules is None:
        return render_template("andaikan.html", andaian=None)
    scope = supposing.scope_of(view.titles.rules, view.edition)
    if scope is None:
        abort(404)
    asked = _asked(view, request.args)
    rows, limits, refused = _held_against(view.edition, scope, asked)
    movers = limits.movers(rows) if limits else []
    if form:
        return table(form, f"andaikan-{m}", _MOVERS, supposing.flat(movers))
    job = server_of(current_app).worker.finished("andaikan", m, andaian=asked, bahan=view.bahan)
    return render_template(
        "andaikan.html",
        andaian=asked,
        ditolak=refused,
        ambang=limits,
        geser=list(limits.sekarang.batas) if limits else [],
        parameter=list(supposing.parameters(scope)),
        bacaan=supposing.readings(view.edition.hasil),
        pindah=movers,
        wajib=limits.asked(rows) if limits else None,
        gambar=picture.units(rows) if limits else None,
        lain=[one.name for one in server_of(current_app).workspace.inputs_folders() if one.name != m],
        akibat=job.result if job else None,
    )


@screen.post("/andaikan")
def hitung(m: str) -> AnyResponse:
    """Work out all that follows, in the process beside; without anything supposed there is nothing to work out."""
    view = opened(m)
    asked = _asked(view, request.form)
    if asked.empty:
        return redirect(url_for("supposing.andaikan", m=m), 303)
    return begun("andaikan", view, andaian=asked, bahan=view.bahan)


def _asked(view: View, given: MultiDict[str, str]) -> supposing.Supposed:
    assert view.titles.rules is not None or not given  # noqa: S101
    if view.titles.rules is None:
        return supposing.Supposed({}, {})
    along = [one for one in given.getlist(supposing.TOGETHER) if server_of(current_app).inputs(one) is not None]
    return supposing.supposed(given, along, view.titles.rules)


def _held_against(edition: Edition, scope: Scope, asked: supposing.Supposed) -> tuple[Any, Any, str]:
    """The units, the thresholds as they are and as supposed, and what is no number among what is supposed."""
    name = next(iter(figures.judged(edition)), None)
    if name is None:
        return [], None, ""
    rows, sides = figures.units(edition, name), edition.menjelaskan.get(name, {})
    try:
        return rows, supposing.thresholds(scope, name, sides, asked.nilai), ""
    except UsageError as error:
        return rows, supposing.thresholds(scope, name, sides, {}), str(error)
