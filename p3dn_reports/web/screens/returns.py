"""Perbaikan: what is wrong by whoever sent it, their file marked and sent back, and what the corrected one mends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, abort, current_app, render_template, request, send_file
from werkzeug.wrappers import Response

from p3dn_reports.desk.editions import previous
from p3dn_reports.desk.places import files_in
from p3dn_reports.desk.returning import Compared, answered, between, covering_text, weighty
from p3dn_reports.web import findings
from p3dn_reports.web.desk_server import server_of
from p3dn_reports.web.findings import FileFindings
from p3dn_reports.web.screens.jobs import begun
from p3dn_reports.web.screens.opened import opened
from p3dn_reports.web.screens.twins import table
from p3dn_reports.web.shelf import Record, View
from p3dn_reports.web.tables import Column

if TYPE_CHECKING:
    from p3dn_reports.pipeline.records import Pengembalian

screen = Blueprint("returns", __name__, url_prefix="/t/<m>")

_COLUMNS = (
    *(Column("tingkat", "Tingkat", 12), Column("berkas", "Berkas", 36), Column("lembar", "Lembar", 20)),
    *(Column("sel", "Sel", 20), Column("nilai", "Nilai", 24), Column("pesan", "Temuan", 70)),
    Column("saran", "Yang perlu dilakukan", 60),
)


@screen.get("/perbaikan")
@screen.get("/perbaikan.<form>")
def perbaikan(m: str, form: str | None = None) -> str | Response:
    """The findings of the edition by sender and file; `?tingkat=` for what is mended, warnings and remarks."""
    view = opened(m)
    level = request.args.get("tingkat", "galat")
    if level not in findings.LEVELS:
        abort(404)
    problems = view.edition.problems if view.edition else []
    if form:
        return table(form, f"perbaikan-{m}", _COLUMNS, problems)
    compared = _compared(view)
    mended = list(compared.benar) if compared else []
    shown = mended if level == "benar" else [one for one in problems if one["tingkat"] == level]
    drawn = () if level in {"benar", "catatan"} else findings.drawn(shown, view.berubah)
    job = server_of(current_app).asking.ask("temuan", view, sel=drawn)
    kembali, cells = job.result or (None, {})
    groups = findings.by_sender(shown, kembali)
    return render_template(
        "perbaikan.html",
        job=job,
        tingkat=level,
        tab=findings.LEVELS,
        banyak=findings.counts(problems, compared),
        banding=compared,
        keadaan=findings.states(compared),
        sebelum=previous(view.semua),
        kelompok=groups,
        terbanyak=findings.most_of_each(groups),
        baris=findings.in_rows(shown, cells),
        balasan={one.berkas: _reply(view, one, kembali) for one in findings.by_file(problems)},
        nama_unit={one["kode_satker"]: one["nama"] for one in view.edition.hasil["unit"]} if view.edition else {},
    )


@screen.post("/perbaikan/balasan")
def balasan(m: str) -> Response:
    """Mark a file of the inputs for its sender."""
    view, berkas = opened(m), request.form.get("berkas", "")
    if berkas not in view.berkas:
        abort(404)
    return begun("balasan", view, berkas=berkas)


@screen.get("/perbaikan/balasan/<nama>")
def unduh(m: str, nama: str) -> Response:
    """A marked workbook, as it lies there."""
    path = next((one for one in files_in(opened(m).desk.pemeriksaan) if one.name == nama), None)
    if path is None:
        abort(404)
    return send_file(path, as_attachment=True, download_name=path.name)


def _compared(view: View) -> Compared | None:
    """What became of the findings of the build before; None where there is none."""
    before = previous(view.semua)
    return between(before, view.edition.asal) if before and view.edition else None


def _reply(view: View, group: FileFindings, kembali: Pengembalian | None) -> Record:
    """What goes back with a file: the message, and the marked workbook there is."""
    faults, berkas = weighty(group.temuan), group.berkas
    if berkas is None or berkas not in view.sha or not faults:
        return {}
    return {
        "pesan": covering_text(view.log, berkas, faults, kembali),
        "buku": answered(view.desk, view.log, berkas, view.sha[berkas]),
    }
