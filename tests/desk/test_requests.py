from __future__ import annotations

import email
import email.policy
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from p3dn_reports import pipeline
from p3dn_reports.desk import events
from p3dn_reports.desk.inbox import drop
from p3dn_reports.desk.looking import look as look_at
from p3dn_reports.desk.packets import Written, addresses, write
from p3dn_reports.desk.places import Desk
from p3dn_reports.desk.requests import Asked, Keadaan, asked
from p3dn_reports.desk.taking import take_in

from .quarter import BIRO, SATU_UNIT, look, set_value
from .rooms import SATU


def unit(desk: Desk, kode: str = SATU_UNIT) -> Asked:
    return next(one for one in asked(desk).unit if one.kode == kode)


def request(desk: Desk) -> Written:
    return write(desk, SATU, asked(desk))


def unanswered(desk: Desk, *tables: str) -> None:
    """Take the unit's rows out of tables."""
    for table in tables:
        path = desk.masukan / f"{table}.csv"
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        path.write_text("".join(line for line in lines if not line.startswith(SATU_UNIT)), encoding="utf-8")


def filled(book: Path) -> bytes:
    """The packet's workbook as the unit sends it back."""
    workbook = load_workbook(book)
    rows: dict[str, dict[str, str | date]] = {
        "alasan": {"B2": "di_bawah", "C2": "Suku cadang belum dibuat di dalam negeri."},
        "kronologi": {"B2": date(2024, 7, 1), "C2": "Paket diumumkan.", "D2": "Tangkapan layar."},
    }
    for table, cells in rows.items():
        for cell, value in cells.items() if table in workbook.sheetnames else ():
            workbook[table][cell] = value
    stream = BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def reply(desk: Desk, name: str, content: bytes) -> None:
    (arrived,) = drop(desk, name, BytesIO(content)).arrived
    take_in(desk, SATU, look_at(desk, arrived, look(desk)))


def test_who_has_answered_gets_no_packet(desk: Desk) -> None:
    assert {one.kode: one.keadaan for one in asked(desk).unit} == {SATU_UNIT: Keadaan.SUDAH, BIRO: Keadaan.SUDAH}
    assert request(desk) == Written({}, None, ())
    assert not desk.permintaan.exists()


def test_the_packet_says_what_the_engine_found_and_a_second_run_changes_nothing(desk: Desk) -> None:
    unanswered(desk, "alasan", "kronologi")
    with pipeline.open_quarter(desk.workspace, desk.masukan) as quarter:
        results = {one.unit.kode_satker: one for one in pipeline.assess(quarter).assessment.unit}
    found, figure = unit(desk), results[SATU_UNIT].figures.indikator["capaian_perkin"]
    assert (found.keadaan, found.kurang, found.jatuh_tempo) == (
        Keadaan.BELUM, ("alasan", "kronologi"), date(2024, 12, 31),
    )  # fmt: skip
    assert [(one.tampil, one.kekurangan) for one in found.angka] == [(figure.tampil, figure.kekurangan_ambang)]
    book, text, mail = request(desk).berkas[SATU_UNIT]
    sheets = load_workbook(book)
    assert [sheets[name]["A2"].value for name in ("alasan", "kronologi")] == [SATU_UNIT, SATU_UNIT]
    assert [row[1].value for row in sheets["alasan"].iter_rows(min_row=2, max_row=3)] == [None, None]
    guide = "\n".join(str(row[0].value) for row in sheets["Petunjuk"].iter_rows(max_row=12))
    for told in (f"Dinas Satu (kode {SATU_UNIT})", figure.tampil, "Kekurangan sampai batas", "31 Desember 2024"):
        assert told in guide
        assert told in text.read_text(encoding="utf-8")
    message = email.message_from_bytes(mail.read_bytes(), policy=email.policy.default)
    assert message["To"] == "satu@example.go.id"
    assert [part.get_content() for part in message.iter_attachments()] == [book.read_bytes()]
    assert b"DTSTART;VALUE=DATE:20241231" in (desk.permintaan / "jatuh-tempo.ics").read_bytes()
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in desk.permintaan.iterdir()}
    told_of = len(events.read(desk).events)
    assert request(desk).problems == ()
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in desk.permintaan.iterdir()} == before
    assert len(events.read(desk).events) == told_of


@pytest.mark.parametrize("tables", [("alasan", "kronologi"), ("kronologi",)])
def test_a_packet_filled_in_and_taken_in_is_an_answer(desk: Desk, tables: tuple[str, ...]) -> None:
    unanswered(desk, *tables)
    book = request(desk).berkas[SATU_UNIT][0]
    assert {"alasan", "kronologi"}.intersection(load_workbook(book).sheetnames) == set(tables)
    reply(desk, book.name, filled(book))
    problems = pipeline.check(desk.workspace, desk.masukan).problems
    assert not [one for one in problems if one.lokasi.berkas == book.name]
    assert unit(desk).keadaan is Keadaan.SUDAH
    assert request(desk).berkas == {}


def test_a_packet_sent_back_empty_is_no_answer(desk: Desk) -> None:
    unanswered(desk, "alasan", "kronologi")
    book = request(desk).berkas[SATU_UNIT][0]
    (desk.masukan / book.name).write_bytes(book.read_bytes())
    found = unit(desk)
    assert found.keadaan is Keadaan.DITAHAN
    assert any(book.name in one for one in found.sebab)


def test_a_withheld_unit_is_told_without_a_figure_and_asked_nothing(desk: Desk) -> None:
    unanswered(desk, "alasan")
    set_value(desk, "realisasi_bayar.csv", "60000000;0;SP2D-001", "enam puluh juta;0;SP2D-001")
    found = unit(desk)
    assert (found.keadaan, found.angka) == (Keadaan.DITAHAN, ())
    assert found.sebab
    assert SATU_UNIT not in request(desk).berkas


def test_figures_that_change_renew_the_packet_unless_somebody_has_edited_it(desk: Desk) -> None:
    unanswered(desk, "alasan", "kronologi")
    book, text, _ = request(desk).berkas[SATU_UNIT]
    first = book.read_bytes()
    set_value(desk, "realisasi_inaproc.csv", "60000000;55000000", "60000000;54000000")
    request(desk)
    assert book.read_bytes() != first
    book.write_bytes(filled(book))
    edited, said = book.read_bytes(), text.read_bytes()
    set_value(desk, "realisasi_inaproc.csv", "60000000;54000000", "60000000;53000000")
    written = request(desk)
    assert [(one.kode, one.nilai) for one in written.problems] == [("permintaan-disunting", book.name)]
    assert (book.read_bytes(), text.read_bytes()) == (edited, said)


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("satu@example.go.id; dua@example.go.id", ["satu@example.go.id", "dua@example.go.id"]),
        ("belum ada", []),
        ("a@b.id\r\nBcc: c@d.id", []),
        (None, []),
    ],
)
def test_only_an_address_is_taken_for_one(cell: str | None, found: list[str]) -> None:
    assert addresses(cell) == found
