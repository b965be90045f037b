"""One document: its pages, what is open in it beside them, its number, the copy edited in Word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from flask import Blueprint, Response, abort, current_app, redirect, render_template, request, send_file, url_for
from werkzeug.wrappers import Response as AnyResponse

from p3dn_reports.desk import filling
from p3dn_reports.desk.letters import WorkingCopy, choose, letters, made_record, take_out
from p3dn_reports.desk.people import here
from p3dn_reports.desk.recognising import Naskah, record_of
from p3dn_reports.desk.sending import standing
from p3dn_reports.desk.sentences import Pair, pairs
from p3dn_reports.documents.word.outline import outline
from p3dn_reports.errors import P3dnError, UsageError
from p3dn_reports.inputs.intake.shelf import file_digest
from p3dn_reports.inputs.schema import load_schemas
from p3dn_reports.web import open_places
from p3dn_reports.web.desk_server import server_of
from p3dn_reports.web.preview import Pages
from p3dn_reports.web.screens.files import open_in_word, page
from p3dn_reports.web.screens.jobs import begun
from p3dn_reports.web.screens.opened import opened
from p3dn_reports.web.shelf import Edition, View
from p3dn_reports.web.worker import Job

screen = Blueprint("letter", __name__, url_prefix="/t/<m>")

_ADDRESS = "/naskah/<dokumen>/<path:untuk>"


@screen.get(_ADDRESS)
def satu(m: str, dokumen: str, untuk: str) -> str:
    """A document as it is now; `?letak=` where the copy to edit lies."""
    view, edition = _opened(m)
    return _page(view, edition, (dokumen, untuk), {})


@screen.post(f"/isi{_ADDRESS}")
def isi(m: str, dokumen: str, untuk: str) -> AnyResponse | tuple[str, int]:
    """Lay what was typed in into isian-meja-kerja.xlsx, and build; what cannot be is told, and stays typed in."""
    view, edition = _opened(m)
    record = made_record(edition.asal, (dokumen, untuk))
    schemas = load_schemas(view.desk.workspace.schemas)
    try:
        if request.form.get("susunan") != edition.susunan:
            raise UsageError(
                "Naskah ini sudah disusun ulang sejak halaman ini dibuka. Periksa isiannya, lalu simpan lagi."
            )
        now = filling.opened(view.desk)
        laid = open_places.changes(record.get("kosong", ()), schemas, now, request.form)
        if not laid:
            raise UsageError("Belum ada yang diisi.")
        filling.save(view.desk, here(), request.form.get("sha") or None, laid)
    except P3dnError as error:
        return _page(view, edition, (dokumen, untuk), request.form, str(error)), 409
    return begun("susun_naskah", view, naskah=(dokumen, untuk))


@screen.get("/halaman/<int:nomor>/<dokumen>/<path:untuk>.png")
def halaman(m: str, nomor: int, dokumen: str, untuk: str) -> Response:
    """A page of a document as a picture, counted from 1; 404 while it is not drawn yet."""
    view, edition = _opened(m)
    path, _ = _counts(view, edition, (dokumen, untuk))
    drawn = _drawn(view, path).result if path else None
    return page(drawn if isinstance(drawn, Pages) else None, nomor)


@screen.get(f"/unduh{_ADDRESS}")
def unduh(m: str, dokumen: str, untuk: str) -> Response:
    """The file that counts: the copy that was edited, else what was built."""
    view, edition = _opened(m)
    path, _ = _counts(view, edition, (dokumen, untuk))
    if path is None or not path.is_file():
        abort(404)
    return send_file(path, as_attachment=True, download_name=path.name)


@screen.post(f"/sunting{_ADDRESS}")
def sunting(m: str, dokumen: str, untuk: str) -> AnyResponse:
    """Open the copy to edit in Word, made where there is none; where this computer cannot, say where it lies."""
    view, edition = _opened(m)
    path = take_out(view.desk, edition.asal, (dokumen, untuk), letters(view.desk, view.semua, view.log))
    return _shown_in_word([path], view, (dokumen, untuk))


@screen.post(f"/pilih{_ADDRESS}")
def pilih(m: str, dokumen: str, untuk: str) -> AnyResponse:
    """Settle an edited copy that a newer edition has passed: what the edition says, the copy, or look at both first."""
    view, edition = _opened(m)
    naskah = (dokumen, untuk)
    _, copy = _counts(view, edition, naskah)
    if copy is None:
        abort(404)
    asked = request.form.get("pilihan", "")
    if asked == "keduanya":
        record = made_record(edition.asal, naskah)
        return _shown_in_word([copy.path, edition.folder / record["berkas"]], view, naskah)
    choose(view.desk, here(), copy, edition.asal, asked)
    return _back(view, naskah)


def _page(view: View, edition: Edition, naskah: Naskah, typed: Mapping[str, str], refused: str = "") -> str:
    record, schemas = _record(edition, naskah), load_schemas(view.desk.workspace.schemas)
    path, copy = _counts(view, edition, naskah)
    wanted, isian = record.get("kosong", ()), filling.opened(view.desk)
    asked = tuple(key for one in wanted if (key := open_places.key_of(one, schemas))[1])
    where = server_of(current_app).asking.ask("baris_isian", view, baris=asked) if asked else None
    known = where is None or where.result is not None
    there = where.result or {} if where else {}
    return render_template(
        "naskah-satu.html",
        alamat={"m": view.name, "dokumen": naskah[0], "untuk": naskah[1]},
        surat=record,
        salinan=copy,
        beda=_differences(copy, edition, record) if copy and copy.perlu_dipilih else None,
        gambar=_drawn(view, path) if path else None,
        tercatat=where,
        kosong=open_places.open_rows(wanted, schemas, there, isian, typed) if known else [],
        sha=isian.sha or "",
        terkirim=standing(view.log).get(naskah),
        ditolak=refused,
        letak=_places(edition, record, copy) if copy and "letak" in request.args else (),
    )


def _opened(m: str) -> tuple[View, Edition]:
    view = opened(m)
    if view.edition is None:
        abort(404)
    return view, view.edition


def _record(edition: Edition, naskah: Naskah) -> Mapping[str, Any]:
    record = record_of(edition.asal, naskah)
    if record is None:
        abort(404)
    return record


def _counts(view: View, edition: Edition, naskah: Naskah) -> tuple[Path | None, WorkingCopy | None]:
    """The file that counts (None: not made), and the copy that somebody works on (None: there is none)."""
    record = _record(edition, naskah)
    copy = letters(view.desk, view.semua, view.log).copies.get(naskah)
    built = edition.folder / record["berkas"] if record["status"] != "ditahan" else None
    return copy.path if copy and copy.dipilih else built, copy


def _drawn(view: View, path: Path) -> Job:
    """The pages of a file as it is now, by the worker."""
    return server_of(current_app).asking.ask("halaman", view, berkas=path, sha=file_digest(path))


def _differences(copy: WorkingCopy, edition: Edition, record: Mapping[str, Any]) -> list[Pair]:
    """What the newer edition says otherwise than the copy that somebody has edited."""
    sides = (outline(path.read_bytes()).splitlines() for path in (copy.path, edition.folder / record["berkas"]))
    return pairs(*sides)


def _places(edition: Edition, record: Mapping[str, Any], copy: WorkingCopy) -> list[Path]:
    """The files that a person was to open: the copy, with `?letak=2` the edition's document beside it."""
    return [copy.path, edition.folder / record["berkas"]][: 2 if request.args["letak"] == "2" else 1]


def _shown_in_word(paths: Sequence[Path], view: View, naskah: Naskah) -> AnyResponse:
    """Back to the page, with the files open in Word, or with where they lie."""
    return _back(view, naskah, letak=None if open_in_word(paths) else str(len(paths)))


def _back(view: View, naskah: Naskah, letak: str | None = None) -> AnyResponse:
    return redirect(url_for("letter.satu", m=view.name, dokumen=naskah[0], untuk=naskah[1], letak=letak), 303)
