"""The screens of one quarter that read what the engine wrote: Beranda, Satuan Kerja."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from flask import Blueprint, Response, abort, current_app, render_template, request

from p3dn_reports.desk.requests import reminders
from p3dn_reports.web import figures, papers, picture, traces
from p3dn_reports.web.desk_server import server_of
from p3dn_reports.web.next_step import next_step
from p3dn_reports.web.screens.opened import opened
from p3dn_reports.web.screens.twins import table
from p3dn_reports.web.shelf import Edition, Record, View
from p3dn_reports.web.tables import Column
from p3dn_reports.web.waiting import due_days, rests_on_files, waited_for
from p3dn_reports.web.worker import Job

screen = Blueprint("quarter", __name__, url_prefix="/t/<m>")

_UNITS = (
    Column("kode", "Kode satuan kerja", 26),
    Column("nama", "Satuan kerja", 60),
    Column("pembilang", "Pembilang", 24, "angka"),
    Column("penyebut", "Penyebut", 24, "angka"),
    Column("capaian", "Capaian", 14),
    Column("status", "Status", 30),
    Column("selisih", "Selisih ke batas", 24, "angka"),
    Column("sebab", "Sebab", 40),
    Column("jawaban", "Jawaban", 60),
)


@screen.get("/")
def beranda(m: str) -> str:
    """How the quarter stands, and the next step."""
    view = opened(m)
    server = server_of(current_app)
    if view.edition is None:
        return render_template("beranda.html", langkah=next_step(view, server.today()))
    name = _indicator(view.edition)
    rows = figures.units(view.edition, name) if name else []
    job = server.asking.ask("temuan", view, sel=()) if rests_on_files(view.edition) else None
    kembali = job.result[0] if job and job.result else None
    return render_template(
        "beranda.html",
        job=job,
        langkah=next_step(view, server.today()),
        tenggat=due_days(view, view.edition, server.today()),
        ditunggu=waited_for(view.edition, kembali),
        baris=rows,
        keluar=figures.out_of_band(rows),
        kelompok=figures.grouped(rows),
        naskah=papers.counts(view.edition),
        jawaban=list(figures.answers(view.edition).values()),
        terkirim=Counter(str(one.anjuran) for one in view.terkirim),
        seluruh=view.edition.hasil["seluruh"]["indikator"].get(name),
        gambar=picture.units(rows),
    )


@screen.get("/satuan-kerja")
@screen.get("/satuan-kerja.<form>")
def satuan_kerja(m: str, form: str | None = None) -> str | Response:
    """Every unit by band; `?indikator=` for another indicator, `?status=`, `?biro=` and `?cari=` for some units."""
    view = opened(m)
    if view.edition is None:
        return render_template("satuan-kerja.html", edisi=None)
    names = figures.judged(view.edition)
    name = request.args.get("indikator") or _indicator(view.edition)
    if name not in names:
        abort(404)
    every, answered = figures.units(view.edition, name), figures.answers(view.edition)
    job = server_of(current_app).asking.ask("biro", view)
    biro: Mapping[str, str] = job.result or {}
    rows = _matching(every, biro)
    if form:
        return table(form, f"satuan-kerja-{m}", _UNITS, list(figures.flat(rows, answered)))
    return render_template(
        "satuan-kerja.html",
        edisi=view.edition,
        indikator=name,
        pilihan=names,
        job=job,
        jawaban=answered if name == _indicator(view.edition) else {},
        status=[group.judul for group in figures.grouped(every)],
        biro=sorted({biro[row.kode] for row in every if row.kode in biro}),
        tersaring={key: request.args[key] for key in ("status", "biro", "cari") if request.args.get(key)},
        jumlah=len(rows),
        kelompok=figures.grouped(rows),
        seluruh=view.edition.hasil["seluruh"]["indikator"][name],
        mark=figures.mark_of(view.edition.hasil["seluruh"]["indikator"][name], view.edition.menjelaskan.get(name, {})),
    )


@screen.get("/satuan-kerja/<kode>")
@screen.get("/satuan-kerja/<kode>/<indikator>")
def jejak(m: str, kode: str, indikator: str | None = None) -> str:
    """The trace of one figure of one unit, from the clause to the cell."""
    view = opened(m)
    if view.edition is None:
        abort(404)
    names = figures.judged(view.edition)
    name = indikator or next(iter(names), "")
    if name not in view.edition.hasil["seluruh"]["indikator"]:
        abort(404)
    unit, row = _unit(view.edition, kode, name)
    job = _trace(view, view.edition, row, name)
    trace = job.result[kode] if job and job.result else None
    return render_template(
        "jejak.html",
        unit=unit,
        baris=row,
        indikator=name,
        job=job,
        jejak=trace,
        batas=traces.threshold(row),
        sebab=list(traces.reasons(row, trace)) if trace else (),
        lain=[one for one in names if one != name],
        pengingat=reminders(view.log, kode),
    )


def _indicator(edition: Edition) -> str | None:
    """The indicator the quarter is about."""
    return next(iter(figures.judged(edition)), None)


def _unit(edition: Edition, kode: str, name: str) -> tuple[Record, figures.UnitRow]:
    """The unit as hasil.json has it, and its row; 404 where there is none of just that code."""
    rows = zip(edition.hasil["unit"], figures.units(edition, name), strict=True)
    found = next(((unit, row) for unit, row in rows if row.kode == kode), None)
    if found is None:
        abort(404)
    return found


def _trace(view: View, edition: Edition, row: figures.UnitRow, name: str) -> Job | None:
    """What works the trace of a figure out, with those of all units out of band where it is one of them.

    None where it is withheld, or where the inputs are no longer those of the edition.
    """
    if row.mark == figures.HELD or not view.current:
        return None
    together = tuple(one.kode for one in figures.out_of_band(figures.units(edition, name)))
    asked = together if row.kode in together else (row.kode,)
    return server_of(current_app).asking.ask("jejak", view, unit=asked, indikator=name)


def _matching(rows: list[figures.UnitRow], biro: Mapping[str, str]) -> list[figures.UnitRow]:
    """Those that the address asks for."""
    words, status, under = (request.args.get(key, "").strip() for key in ("cari", "status", "biro"))
    return [
        row
        for row in rows
        if words.casefold() in f"{row.nama} {row.kode}".casefold()
        and status in ("", figures.title_of(row))
        and under in ("", biro.get(row.kode))
    ]
