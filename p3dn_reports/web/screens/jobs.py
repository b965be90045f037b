"""Long work: started from a quarter's page, watched on its own, and stopped there."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort, current_app, jsonify, redirect, render_template, url_for
from werkzeug.wrappers import Response

from p3dn_reports.web.desk_server import server_of
from p3dn_reports.web.screens.opened import opened
from p3dn_reports.web.worker import Job, State

screen = Blueprint("jobs", __name__)


@screen.post("/t/<m>/susun")
def susun(m: str) -> Response:
    """Build the quarter; where a job is at work already, that is shown."""
    server, view = server_of(current_app), opened(m)
    job = server.worker.begin("susun", m, workspace=server.workspace, masukan=view.desk.masukan)
    shown = job or server.worker.current
    return redirect(url_for("jobs.pekerjaan", id=shown.id) if shown else url_for("quarter.beranda", m=m), 303)


@screen.get("/pekerjaan/<id>")
def pekerjaan(id: str) -> str | Response:  # noqa: A002 - the name in the address
    """How a job stands; what is done leads back to its quarter."""
    job = _job(id)
    opened(job.quarter)
    if job.state is State.SELESAI:
        return redirect(url_for("quarter.beranda", m=job.quarter), 303)
    return render_template("pekerjaan.html", job=job)


@screen.get("/pekerjaan/<id>/keadaan")
def keadaan(id: str) -> Response:  # noqa: A002
    """The same for the page's own script."""
    job = _job(id)
    told: dict[str, Any] = {"keadaan": job.state, "tahap": job.stages, "selesai": job.done, "semua": job.total}
    return jsonify(told)


@screen.post("/pekerjaan/<id>/batal")
def batal(id: str) -> Response:  # noqa: A002
    """Stop a job."""
    job = _job(id)
    server_of(current_app).worker.cancel(job)
    return redirect(url_for("jobs.pekerjaan", id=job.id), 303)


def _job(name: str) -> Job:
    job = server_of(current_app).worker.jobs.get(name)
    if job is None:
        abort(404)
    return job
