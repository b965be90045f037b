"""Templat Naskah: the Word templates, what is wrong with each and where, and the fields that may be written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from flask import (
    Blueprint,
    Response,
    abort,
    current_app,
    jsonify,
    redirect,
    render_template,
    request,
    send_file,
    url_for,
)
from werkzeug.wrappers import Response as AnyResponse

from p3dn_reports.documents.field_list import word
from p3dn_reports.documents.fields.document import kind_of
from p3dn_reports.rules import Dokumen
from p3dn_reports.vocabulary import JENIS_NASKAH
from p3dn_reports.web import drafts, fields
from p3dn_reports.web.desk_server import server_of
from p3dn_reports.web.drafts import Draft, Keadaan
from p3dn_reports.web.previews import Filled, Look
from p3dn_reports.web.screens.files import open_in_word, page
from p3dn_reports.web.screens.opened import last_opened
from p3dn_reports.web.screens.twins import table
from p3dn_reports.web.shelf import View
from p3dn_reports.web.tables import Column
from p3dn_reports.web.worker import Job

screen = Blueprint("drafts", __name__)

_COLUMNS = (
    *(Column("nama", "Templat", 34), Column("untuk", "Dipakai untuk", 60), Column("keadaan", "Keadaan", 16)),
    Column("temuan", "Temuan", 80),
)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@screen.get("/templat")
@screen.get("/templat.<form>")
def templat(form: str | None = None) -> str | Response:
    """Every template with its state and what it is used for."""
    server = server_of(current_app)
    last_opened()
    rules = server.shelf.rules()
    found, job = server.drafts.look(server.workspace.word_templates)
    if form:
        return table(form, "templat", _COLUMNS, drafts.flat(found, rules))
    wrong_first = sorted(found, key=lambda one: -one.salah)
    return render_template("templat.html", daftar=wrong_first, job=job, untuk=drafts.users(rules), tempat=drafts.place)


@screen.get("/templat/<nama>")
def satu(nama: str) -> str:
    """One template: its mistakes, each at its paragraph, and how it looks with data.

    `?triwulan=` and `?unit=` say whose data; `?letak=` asks where the file lies.
    """
    draft, job = _looked(nama)
    last_opened()
    users = drafts.users(server_of(current_app).shelf.rules()).get(nama, [])
    view, units = _data(users)
    unit = _unit(units)
    look = _preview(draft, view, unit)
    return render_template(
        "templat-satu.html",
        templat=draft,
        pemeriksaan=job,
        job=job or look.job,
        pratinjau=look,
        tanda=_tag(draft, look),
        triwulan=[folder.name for folder in server_of(current_app).workspace.inputs_folders()],
        dari=view.name if view else "",
        unit=unit,
        calon=units,
        untuk=users,
        jenis=kind_of(users[0]) if users else None,
        tempat=drafts.place,
        pesan=drafts.told,
        potong=drafts.apart,
        letak=request.args.get("letak"),
    )


@screen.get("/templat/<nama>/keadaan")
def keadaan(nama: str) -> AnyResponse:
    """Whether the page still says what is so, for its own script: 304 where it does."""
    draft, _ = _looked(nama)
    view, units = _data(drafts.users(server_of(current_app).shelf.rules()).get(nama, []))
    answer = jsonify({"keadaan": draft.keadaan})
    answer.set_etag(_tag(draft, _preview(draft, view, _unit(units))))
    return answer.make_conditional(request)


@screen.get("/templat/<nama>/pratinjau/<kunci>/<int:nomor>.png")
def halaman(nama: str, kunci: str, nomor: int) -> Response:
    """A page of a preview, counted from 1."""
    return page(_filled(kunci).gambar, nomor)


@screen.get("/templat/<nama>/pratinjau/<kunci>/unduh")
def unduh_pratinjau(nama: str, kunci: str) -> Response:
    """The Word file of a preview."""
    return _word(_filled(kunci).isi, f"{_path(nama).stem}-pratinjau.docx")


@screen.get("/templat/<nama>/unduh")
def unduh(nama: str) -> Response:
    """The template itself."""
    return send_file(_path(nama), as_attachment=True, download_name=nama)


@screen.get("/templat/<nama>/komentar")
def komentar(nama: str) -> AnyResponse:
    """A copy with what was found as Word comments; back to the page where that is not known yet."""
    from p3dn_reports.documents.word.comments import with_comments  # noqa: PLC0415 - with python-docx

    draft, _ = _looked(nama)
    content = draft.path.read_bytes()
    if draft.keadaan not in {Keadaan.BAIK, Keadaan.SALAH}:
        return redirect(url_for("drafts.satu", nama=nama), 303)
    return _word(with_comments(content, draft.temuan), f"{draft.path.stem}-komentar.docx")


@screen.post("/templat/<nama>/buka")
def buka(nama: str) -> AnyResponse:
    """Open the template in Word; where this computer has no way to, say where it lies."""
    shown = open_in_word([_path(nama)])
    return redirect(url_for("drafts.satu", nama=nama, letak=None if shown else "ya"), 303)


@screen.get("/templat/katalog")
def katalog() -> str:
    """The fields of one `?jenis=`: those with the words of `?cari=`, else those directly in `?di=`."""
    last_opened()
    kinds = _kinds()
    kind, inside, words = _kind(kinds), request.args.get("di", ""), request.args.get("cari", "").strip()
    entries = server_of(current_app).shelf.fields(kind)
    groups = {one.nama for one in entries if one.jenis in {"kelompok", "daftar"}}
    if inside and inside not in groups:
        abort(404)
    return render_template(
        "templat-katalog.html",
        jenis=kind,
        pilihan=kinds,
        isi=fields.chosen(entries, words, inside),
        di=inside,
        cari=words,
        kelompok=groups,
    )


@screen.get("/templat/katalog/unduh")
def katalog_word() -> Response:
    """All fields of one `?jenis=` as a Word file, each tag ready to copy."""
    kind = _kind(_kinds())
    plain = kind.partition(":")[0]
    return _word(word({plain: server_of(current_app).shelf.fields(kind)}), f"katalog-field-{plain}.docx")


def _data(users: Sequence[Dokumen]) -> tuple[View | None, dict[str, str]]:
    """The quarter whose data fills the template, and the units it makes such documents for, by code."""
    server = server_of(current_app)
    folder = server.inputs(request.args.get("triwulan", "")) or server.last_used()
    view = server.shelf.view(folder) if folder else None
    ids = {one.id for one in users}
    papers = view.edition.hasil["dokumen"] if view and view.edition else ()
    return view, {one["unit"]: one["nama_unit"] for one in papers if one["id"] in ids and one["unit"]}


def _unit(units: Mapping[str, str]) -> str:
    asked = request.args.get("unit", "")
    return asked if asked in units else next(iter(units), "")


def _preview(draft: Draft, view: View | None, unit: str) -> Look:
    if view is None:
        return Look()
    sound = draft.keadaan is Keadaan.BAIK
    return server_of(current_app).previews.look(view, draft.nama, unit, sound=sound)


def _tag(draft: Draft, look: Look) -> str:
    """A digest of what the page says."""
    return sha256(f"{draft.tanda} {look.tanda}".encode()).hexdigest()[:16]


def _filled(kunci: str) -> Filled:
    filled = server_of(current_app).previews.find(kunci)
    if filled is None:
        abort(404)
    return filled


def _looked(nama: str) -> tuple[Draft, Job | None]:
    found, job = server_of(current_app).drafts.look([_path(nama)])
    return found[0], job


def _path(nama: str) -> Path:
    path = server_of(current_app).drafts.one(nama)
    if path is None:
        abort(404)
    return path


def _kinds() -> dict[str, str]:
    """The kinds of documents with a title: the general ones, and those of one document's own."""
    rules = server_of(current_app).shelf.rules()
    own = {kind_of(one): one.judul for one in (rules.dokumen.values() if rules else ())}
    return {**JENIS_NASKAH, **{kind: title for kind, title in own.items() if kind not in JENIS_NASKAH}}


def _kind(kinds: Mapping[str, str]) -> str:
    kind = request.args.get("jenis") or next(iter(kinds))
    if kind not in kinds:
        abort(404)
    return kind


def _word(content: bytes, name: str) -> Response:
    return send_file(BytesIO(content), mimetype=_WORD, as_attachment=True, download_name=name)
