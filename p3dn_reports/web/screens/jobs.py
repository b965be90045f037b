"""Long work: started from a quarter's page, watched on its own, and stopped there."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort, current_app, jsonify, redirect, render_template, url_for
from werkzeug.wrappers import Response

from p3dn_reports.web.desk_server import server_of
from p3dn_reports.web.screens.opened import opened
from p3dn_reports.web.shelf import View
from p3dn_reports.web.tasks import TASKS
from p3dn_reports.web.worker import Job, State

screen = Blueprint("jobs", __name__)


@screen.post("/t/<m>/susun")
def susun(m: str) -> Response:
    """Build the quarter; where that waits or is at work already, it is shown."""
    return begun("susun", opened(m))


def begun(kind: str, view: View, **arguments: Any) -> Response:
    """To the page of a job that a person asks for, begun unless it runs already."""
    server = server_of(current_app)
    more = {"workspace": server.workspace, "masukan": view.desk.masukan, **arguments}
    job = server.worker.running(kind, view.name, more) or server.worker.begin(kind, view.name, **more)
    return redirect(url_for("jobs.pekerjaan", id=job.id), 303)


@screen.get("/pekerjaan/<id>")
def pekerjaan(id: str) -> str | Response:  # noqa: A002 - the name in the address
    """How a job stands; what is done leads on to what came of it, once a person has seen what it told."""
    job, task = _job(id), TASKS[_job(id).kind]
    view = opened(job.quarter)
    if task.judul is None:
        abort(404)
    onward = url_for(task.tujuan, m=job.quarter, **task.alamat(job.arguments))
    if job.state is State.SELESAI and (task.hasil or not job.result):
        return redirect(onward, 303)
    return render_template("pekerjaan.html", job=job, tugas=task, edisi=view.edition, lanjut=onward)


@screen.get("/pekerjaan/<id>/keadaan")
def keadaan(id: str) -> Response:  # noqa: A002
    """The same for the page's own script."""
    job = _job(id)
    told: dict[str, Any] = {
        "keadaan": job.state,
        "jalan": job.open,
        "tahap": job.told,
        "selesai": job.done,
        "semua": job.total,
    }
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
