"""Beranda: one sentence that is the next step, row by row of its table, and the days that are left."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from p3dn_reports.desk.inbox import Arrived
from p3dn_reports.desk.places import Desk
from p3dn_reports.desk.revisions import Advice
from p3dn_reports.desk.sending import Dispatch, mark
from p3dn_reports.pipeline.records import Pengembalian
from p3dn_reports.web.desk_server import DeskServer
from p3dn_reports.web.next_step import next_step
from p3dn_reports.web.shelf import Edition, View
from p3dn_reports.web.waiting import due_days, waited_for
from tests.desk.quarter import SURAT, rebuild, set_value
from tests.desk.rooms import SATU
from tests.web.conftest import BASE, QUARTER, Visitor

TODAY = date(2024, 12, 30)
BAYAR = "realisasi_bayar.csv"


@pytest.fixture
def view(server: DeskServer, desk: Desk) -> View:
    return server.shelf.view(desk.masukan)


def told(view: View, **hasil: Any) -> View:
    """The same with another result."""
    assert view.edition
    return replace(view, edition=replace(view.edition, hasil={**view.edition.hasil, **hasil}))


def fault(berkas: str | None = BAYAR, sel: str | None = "E5", kode: str = "sel", **more: Any) -> dict[str, Any]:
    empty: dict[str, Any] = {"tabel": None, "nilai": None, "semua_unit": False, "unit": []}
    return {**empty, "kode": kode, "tingkat": "galat", "berkas": berkas, "sel": sel, **more}


def paper(status: str, day: str | None = "2024-12-31", unit: str | None = "1.01") -> dict[str, Any]:
    return {"id": "surat", "judul": "Laporan Capaian", "unit": unit, "status": status, "jatuh_tempo": day, "berkas": ""}


def waits(view: View, name: str = "lain.csv") -> View:
    return replace(view, menunggu=(Arrived(view.desk.menunggu / name, name, "0" * 8),))


def held(unit: dict[str, Any]) -> dict[str, Any]:
    return {**unit, "ditahan": True}


STEPS: dict[str, tuple[Callable[[View], View], str, str]] = {
    "kosong": (
        lambda view: replace(view, sha={}, edition=None),
        "Belum ada berkas untuk triwulan ini. Mulai dengan menaruh berkas dari pengirim.",
        "Buka Kotak Masuk",
    ),
    "kiriman-pertama": (
        lambda view: waits(replace(view, sha={}, edition=None)),
        "Satu berkas menunggu persetujuan Anda.",
        "Buka Kotak Masuk",
    ),
    "belum-disusun": (lambda view: replace(view, edition=None), "sudah ada dan belum disusun.", "Susun naskah"),
    "sumber-belum-ada": (
        lambda view: told(
            view,
            masalah=[
                fault(None, None, "tabel-tidak-ada", tabel="realisasi_bayar", semua_unit=True),
                fault("sumber_data.csv", "A2", "berkas-sumber-tidak-ada", nilai="bpkd.xlsx", tingkat="peringatan"),
            ],
        ),
        "Berkas bpkd.xlsx belum diterima; tanpa itu capaian tidak dapat dihitung.",
        "Buka Kotak Masuk",
    ),
    "tabel-belum-ada": (
        lambda view: told(view, masalah=[fault(None, None, "tabel-tidak-ada", tabel="realisasi_bayar")]),
        "Tabel Realisasi pembayaran belum diterima; tanpa itu capaian tidak dapat dihitung.",
        "Buka Kotak Masuk",
    ),
    "satu-sel-menahan-semua": (
        lambda view: told(view, masalah=[fault(semua_unit=True)]),
        f"Satu sel di berkas {BAYAR} menahan semua naskah.",
        "Buka Perbaikan",
    ),
    "galat": (
        lambda view: told(
            view,
            masalah=[fault(), fault(sel="E6")],
            dokumen=[paper("konsep", unit=None)],
            unit=[held(one) for one in view.edition.hasil["unit"][:1]] if view.edition else [],
        ),
        f"Dua sel di berkas {BAYAR} masih salah; karena itu satu satuan kerja ditahan dan "
        "Laporan Capaian masih konsep.",
        "Buka Perbaikan",
    ),
    "galat-sudah-dikoreksi": (
        lambda view: replace(told(view, masalah=[fault()]), berubah=(BAYAR,)),
        "Masukan berubah sejak Rancangan disusun.",
        "Susun ulang",
    ),
    "galat-koreksinya-menunggu": (
        lambda view: waits(told(view, masalah=[fault()]), BAYAR),
        "Satu berkas menunggu persetujuan Anda.",
        "Buka Kotak Masuk",
    ),
    "galat-kiriman-lain": (
        lambda view: waits(told(view, masalah=[fault()])),
        f"Satu sel di berkas {BAYAR} masih salah",
        "Buka Perbaikan",
    ),
    "menunggu": (waits, "Satu berkas menunggu persetujuan Anda.", "Buka Kotak Masuk"),
    "kosong-sebagian": (
        lambda view: told(view, dokumen=[paper("konsep"), paper("konsep", "2025-01-02"), paper("lengkap")]),
        "Dua naskah masih kosong sebagian; yang terdekat jatuh tempo besok.",
        "Isi yang kosong",
    ),
    "kosong-terlambat": (
        lambda view: told(view, dokumen=[paper("konsep", "2024-12-28")]),
        "Satu naskah masih kosong sebagian; yang terdekat terlambat 2 hari.",
        "Isi yang kosong",
    ),
    "belum-dikirim": (
        lambda view: told(view, dokumen=[paper("lengkap")] * 11),
        "11 naskah lengkap dan belum dikirim.",
        "Buka Naskah",
    ),
    "semua-terkirim": (
        lambda view: told(view, dokumen=[]),
        "Semua naskah triwulan ini sudah terkirim.",
        "Cetak Ringkasan Sekda",
    ),
}


@pytest.mark.parametrize("name", STEPS)
def test_the_first_row_that_is_true_is_the_next_step(view: View, name: str) -> None:
    change, sentence, button = STEPS[name]
    quiet = told(view, masalah=[])
    step = next_step(change(quiet), TODAY)
    assert sentence in step.kalimat
    assert button in step.tombol


def test_what_was_sent_and_changed_is_the_next_step(visitor: Visitor, server: DeskServer, desk: Desk) -> None:
    mark(desk, SATU, SURAT, Dispatch(lewat="SRIKANDI"))
    set_value(desk, "realisasi_inaproc.csv", "60000000;55000000", "60000000;54000000")
    rebuild(desk)
    view = server.shelf.view(desk.masukan)
    assert [one.anjuran for one in view.terkirim] == [Advice.KIRIM_PENGGANTI]
    step = next_step(told(view, masalah=[]), TODAY)
    assert (step.kalimat, step.tombol) == ("Satu naskah yang sudah dikirim terkena Perbaikan 1.", "Buka Riwayat")
    page = visitor.get(f"{QUARTER}/")
    assert "0 perlu dicabut, 1 perlu diganti" in page


def edition(view: View) -> Edition:
    assert view.edition
    return view.edition


@pytest.mark.parametrize(
    ("today", "day", "lagi", "kerja"),
    [
        (date(2024, 12, 30), "2025-01-02", 3, "2 hari kerja lagi; 1 Januari libur"),
        (date(2024, 12, 27), "2024-12-30", 3, "1 hari kerja lagi"),
        (date(2024, 12, 30), "2024-12-31", 1, None),
        (date(2024, 12, 31), "2024-12-31", 0, None),
        (date(2030, 1, 1), "2030-01-04", 3, "hari libur 2030 belum didaftar pada buku aturan"),
    ],
)
def test_days_are_counted_with_the_holidays_of_the_rulebook(
    view: View, today: date, day: str, lagi: int, kerja: str | None
) -> None:
    changed = told(view, dokumen=[paper("lengkap", day)])
    (one,) = due_days(changed, edition(changed), today)
    assert (one.lagi, one.kerja) == (lagi, kerja)


def test_what_is_waited_for_names_who_sends_it(view: View) -> None:
    kembali = Pengembalian({BAYAR: "BPKD", "rup.csv": "BPPBJ"}, TODAY, "Dinas Contoh")
    absent = {**fault("sumber_data.csv", kode="berkas-sumber-tidak-ada", nilai="rup.csv"), "tingkat": "peringatan"}
    nowhere = {**fault(None, None, "tabel-tidak-ada", semua_unit=True), "pesan": "Tabel RUP tidak ada."}

    def waits_of(*found: dict[str, Any], known: Pengembalian | None = kembali) -> list[tuple[str, str]]:
        shown = told(view, masalah=list(found), dokumen=[]).edition
        assert shown
        return [(one.dari, one.apa) for one in waited_for(shown, known)]

    assert waits_of(fault()) == [("BPKD", f"Perbaikan sel E5 di {BAYAR}")]
    assert waits_of(fault("lain.csv")) == [("lain.csv", "Perbaikan sel E5")]
    assert waits_of(fault(), known=None) == [(BAYAR, "Perbaikan sel E5")]
    assert waits_of(nowhere, absent) == [("BPPBJ", "Tabel RUP tidak ada.")]
    assert waits_of(nowhere) == [("Folder masukan", "Tabel RUP tidak ada.")]


def test_the_sender_stands_on_the_first_page(visitor: Visitor, desk: Desk) -> None:
    (desk.masukan / "sumber_data.csv").write_text(f"berkas;sumber;pemilik\n{BAYAR};SP2D;BPKD\n", encoding="utf-8")
    set_value(desk, BAYAR, ";60000000;", ";enam puluh juta;")
    rebuild(desk)
    assert "<b>BPKD</b>" in visitor.get(f"{QUARTER}/")


def test_what_is_late_says_so(visitor: Visitor, server: DeskServer) -> None:
    server.today = lambda: date(2025, 1, 2)
    assert "Terlambat 2 hari" in visitor.get(f"{QUARTER}/")


def test_a_folder_that_is_gone_is_told_and_comes_back(visitor: Visitor, desk: Desk, server: DeskServer) -> None:
    server.workspace = replace(desk.workspace, rules=desk.workspace.root / "rules.yaml")
    answer = visitor.client.get(f"{QUARTER}/", base_url=BASE)
    assert answer.status_code == 503
    assert f"Folder kerja tidak dapat dibaca: {desk.workspace.root}." in answer.get_data(as_text=True)
    shutil.copyfile(desk.workspace.rules, server.workspace.rules)
    assert visitor.status(f"{QUARTER}/") == 200
