"""Riwayat: what is out and must be withdrawn or replaced, editions side by side, marking what leaves, what was done."""

from __future__ import annotations

import re
from typing import Any

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from p3dn_reports.desk import editions, sending
from p3dn_reports.desk.people import here
from p3dn_reports.desk.telling import Told, told
from p3dn_reports.errors import P3dnError, UsageError
from p3dn_reports.outputs.verify import verify
from p3dn_reports.web import figures, history
from p3dn_reports.web.screens.opened import opened
from p3dn_reports.web.screens.twins import table
from p3dn_reports.web.shelf import Edition, View, hasil_of
from p3dn_reports.web.tables import Column
from p3dn_reports.web.typed import day

screen = Blueprint("history", __name__, url_prefix="/t/<m>")

_PAIR = re.compile(r"([0-9a-f]{7,12})\.\.([0-9a-f]{7,12})(?:\.(\w+))?")
_SHOWN = 40
_SENT = (
    *(Column("judul", "Naskah terkirim", 44), Column("untuk", "Untuk", 50), Column("edisi", "Dikirim dari", 16)),
    *(Column("nomor", "Nomor", 24), Column("tanggal", "Tanggal", 14, "tanggal"), Column("lewat", "Lewat", 16)),
    *(Column("sebelum", "Capaian ketika dikirim", 20), Column("sesudah", "Capaian sekarang", 20)),
    *(Column("anjuran", "Yang perlu dilakukan", 20), Column("sebab", "Sebabnya", 60)),
)
_FIGURES = (
    *(Column("kode", "Kode satuan kerja", 26), Column("nama", "Satuan kerja", 60), Column("sebelum", "Sebelum", 20)),
    *(Column("sesudah", "Sesudah", 20), Column("berubah", "Pembilang berubah", 24, "angka")),
    Column("status", "Status", 30),
)
_DOCUMENTS = (
    *(Column("akibat", "Akibat", 24), Column("judul", "Naskah", 44), Column("untuk", "Untuk", 50)),
    Column("status", "Keadaan", 14),
)
_LOG = (
    *(Column("waktu", "Waktu", 20), Column("oleh", "Oleh", 28), Column("komputer", "Komputer", 24)),
    *(Column("kalimat", "Yang dilakukan", 90), Column("batal", "Dibatalkan", 12)),
)


@screen.get("/riwayat")
def riwayat(m: str) -> str:
    """What is out, the two editions people compare, the log; `?naskah=` what a letter that is out says otherwise."""
    view = opened(m)
    return _page(view, history.usual_pair(view), sent_text=True)


@screen.get("/riwayat.<form>")
def terkirim(m: str, form: str) -> Response:
    """The letters that are out, as a file."""
    view = opened(m)
    return table(form, f"terkirim-{m}", _SENT, list(history.flat_sent(_sent(view))))


@screen.get("/riwayat/catatan.<form>")
def catatan(m: str, form: str) -> Response:
    """Everything that was done, as a file."""
    rows = [
        {
            "waktu": one.event.waktu.astimezone().strftime("%d-%m-%Y %H.%M"),
            "oleh": one.event.oleh,
            "komputer": one.event.komputer,
            "kalimat": one.kalimat,
            "batal": "ya" if one.batal else None,
        }
        for one in _log(opened(m))
    ]
    return table(form, f"catatan-{m}", _LOG, rows)


@screen.get("/riwayat/bandingkan")
def bandingkan(m: str) -> AnyResponse:
    """From the two that a form names to their own address."""
    older, newer = request.args.get("dari", ""), request.args.get("ke", "")
    return redirect(url_for("history.antara", m=m, pair=f"{older}..{newer}"), 303)


@screen.get("/riwayat/<pair>")
def antara(m: str, pair: str) -> str | Response:
    """Two editions side by side; `.csv` and `.xlsx` of the figures, or with `?tabel=naskah` of the documents."""
    view, found = opened(m), _PAIR.fullmatch(pair)
    if found is None:
        abort(404)
    both = _edition(view, found[1]), _edition(view, found[2])
    if not found[3]:
        return _page(view, both)
    result = _compared(view, both)
    if request.args.get("tabel") == "naskah":
        return table(found[3], f"naskah-berubah-{m}", _DOCUMENTS, list(history.flat_documents(result)))
    return table(found[3], f"angka-berubah-{m}", _FIGURES, list(history.flat_figures(result)))


@screen.post("/riwayat/tandai")
def tandai(m: str) -> AnyResponse | tuple[str, int]:
    """Freeze the documents chosen and keep that they were sent or signed; what cannot be is told beside the form."""
    view = opened(m)
    chosen = [history.named(one) for one in request.form.getlist("naskah")]
    try:
        if not chosen:
            raise UsageError("Pilih dahulu naskah yang akan ditandai.")
        sending.mark_all(view.desk, here(), dict.fromkeys(chosen, _dispatch(len(chosen))), request.form.get("susunan"))
    except P3dnError as error:
        return _page(view, history.usual_pair(view), refused=str(error)), 422
    return _back(m)


@screen.post("/riwayat/cabut")
def cabut(m: str) -> AnyResponse:
    """Keep that a letter that is out was withdrawn."""
    view = opened(m)
    sending.withdraw(view.desk, here(), view.log, history.named(request.form.get("naskah", "")))
    return _back(m)


@screen.post("/riwayat/batal")
def batal(m: str) -> AnyResponse:
    """Undo a mark that was made in error."""
    view = opened(m)
    sending.take_back(view.desk, here(), view.log, request.form.get("catatan", ""))
    return _back(m)


def _page(
    view: View,
    pair: tuple[editions.Edition, editions.Edition] | None,
    *,
    sent_text: bool = False,
    refused: str = "",
) -> str:
    log, asked = _log(view), request.args.get("naskah")
    return render_template(
        "riwayat.html",
        terkirim=_sent(view),
        banding=_compared(view, pair) if pair else None,
        teks=_sentences(view, asked, None if sent_text else pair) if asked else None,
        diminta=view.names.naskah.get(history.named(asked)) if asked else None,
        edisi=history.whole(view),
        utuh=_looked_at(view),
        ditandai=_offered(view),
        pengganti=history.replaced(view, history.named(request.args["tandai"])) if "tandai" in request.args else None,
        ditolak=refused,
        catatan=log[:_SHOWN],
        selebihnya=len(log) - _SHOWN,
    )


def _offered(view: View) -> list[tuple[str, list[Any]]]:
    """The documents that can be marked; of a replacement that `?tandai=` names, that one."""
    wanted, groups = request.args.get("tandai"), history.to_mark(view)
    only = [(title, [one for one in rows if one["naskah"] == wanted]) for title, rows in groups]
    return [group for group in only if group[1]] or groups


def _sentences(view: View, asked: str, pair: tuple[editions.Edition, editions.Edition] | None) -> Any:
    naskah = history.named(asked)
    if naskah not in view.names.naskah:
        abort(404)
    try:
        return history.sentences(view, naskah, pair)
    except LookupError:
        abort(404)


def _looked_at(view: View) -> tuple[str, list[Any]] | None:
    """What is wrong with the files of the edition that `?periksa=` names; None where none is."""
    asked = request.args.get("periksa")
    if not asked:
        return None
    edition = _edition(view, asked)
    return edition.nama, [one.as_json() for one in verify(edition.folder)]


def _sent(view: View) -> list[history.SentRow]:
    return history.sent_rows(view, view.terkirim, _taken, _indicator(view))


def _compared(view: View, pair: tuple[editions.Edition, editions.Edition]) -> history.Compared:
    return history.compared(_taken(pair[0]), _taken(pair[1]), _indicator(view))


def _log(view: View) -> list[Told]:
    return told(view.log, view.names)


def _taken(edition: editions.Edition) -> Edition:
    return Edition(edition, hasil_of(edition.folder))


def _indicator(view: View) -> str | None:
    return next(iter(figures.judged(view.edition)), None) if view.edition else None


def _edition(view: View, susunan: str) -> editions.Edition:
    """The edition of an address; 404 where there is none of just that."""
    found = [one for one in view.semua if one.susunan.startswith(susunan) and len(susunan) >= 7]
    if len(found) != 1:
        abort(404)
    return found[0]


def _dispatch(many: int) -> sending.Dispatch:
    """How the documents left, as the form says; a number and a signed file are one document's own."""
    nomor, pdf = request.form.get("nomor", "").strip(), request.files.get("pdf")
    signed = pdf.stream.read() if pdf and pdf.filename else None
    if many > 1 and (nomor or signed):
        raise UsageError("Nomor dan berkas bertanda tangan hanya untuk satu naskah; tandai satu per satu.")
    return sending.Dispatch(
        jenis=request.form.get("jenis", "terkirim"),
        lewat=request.form.get("lewat", "").strip() or None,
        nomor=nomor or None,
        tanggal=day(request.form.get("tanggal", "").strip()),
        pdf=signed,
    )


def _back(m: str) -> AnyResponse:
    return redirect(url_for("history.riwayat", m=m), 303)
