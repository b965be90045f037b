"""Naskah: the documents of a quarter, and the files they leave in."""

from __future__ import annotations

from io import BytesIO

from flask import Blueprint, Response, abort, render_template, send_file

from p3dn_reports.desk.handing import write_zip
from p3dn_reports.desk.letters import letters
from p3dn_reports.desk.recognising import naskah_of
from p3dn_reports.desk.sending import standing
from p3dn_reports.outputs.names import safe_path
from p3dn_reports.web import papers
from p3dn_reports.web.screens.opened import opened
from p3dn_reports.web.screens.twins import table
from p3dn_reports.web.shelf import View
from p3dn_reports.web.tables import Column

screen = Blueprint("letters", __name__, url_prefix="/t/<m>")

_PAPERS = (
    *(Column("judul", "Naskah", 44), Column("untuk", "Untuk", 50), Column("status", "Keadaan", 14)),
    *(Column("menunggu", "Yang masih kosong atau menahan", 60), Column("batas", "Batas", 14, "tanggal")),
)


@screen.get("/naskah")
@screen.get("/naskah.<form>")
def naskah(m: str, form: str | None = None) -> str | Response:
    """Every document of the edition, also those withheld."""
    view = opened(m)
    if form == "zip":
        return _zip(view)
    if form:
        return table(form, f"naskah-{m}", _PAPERS, papers.flat(view.edition) if view.edition else [])
    copies = letters(view.desk, view.semua, view.log).copies
    return render_template(
        "naskah.html", kelompok=papers.grouped(view.edition, standing(view.log), copies) if view.edition else []
    )


@screen.get("/berkas/<susunan>/<int:nomor>")
def berkas(m: str, susunan: str, nomor: int) -> Response:
    """A file of the edition, by its number in the manifest."""
    view = opened(m)
    names = papers.files(view.edition) if view.edition and view.edition.susunan == susunan else ()
    if view.edition is None or nomor >= len(names) or safe_path(names[nomor]) != names[nomor]:
        abort(404)
    path = view.edition.folder / names[nomor]
    if not path.is_file():
        abort(404)
    return send_file(path, as_attachment=True, download_name=path.name)


def _zip(view: View) -> Response:
    """The complete documents in one file, each as it counts: a person's edit before what was built."""
    if view.edition is None:
        abort(404)
    edition, stream = view.edition.asal, BytesIO()
    complete = [naskah_of(one) for one in edition.dokumen if one["status"] == "lengkap"]
    write_zip(stream, edition, letters(view.desk, view.semua, view.log), complete)
    stream.seek(0)
    return send_file(stream, as_attachment=True, download_name=f"naskah-{view.name}.zip")
