"""What the screens say is what the engine wrote: no other figure, and none of a unit that is withheld."""

from __future__ import annotations

import csv
import html
import io
import re
import time
import zipfile
from pathlib import Path

import openpyxl

from p3dn_reports.desk import events
from p3dn_reports.desk.places import Desk
from p3dn_reports.desk.sending import Dispatch, mark
from p3dn_reports.desk.turns import turn
from p3dn_reports.web import application, guard
from p3dn_reports.web.desk_server import DeskServer
from p3dn_reports.web.figures import HELD, units
from p3dn_reports.web.words import amount
from p3dn_reports.web.worker import Worker
from tests.desk.quarter import BIRO, SURAT, rebuild, set_value
from tests.desk.rooms import DUA, SATU
from tests.web.conftest import BASE, QUARTER, Visitor

UNIT = "1.01.0.00.0.00.01.0000"


def test_the_first_page_counts_what_hasil_says(visitor: Visitor, server: DeskServer, desk: Desk) -> None:
    edition = server.shelf.view(desk.masukan).edition
    assert edition
    page = visitor.get(f"{QUARTER}/")
    documents = edition.hasil["dokumen"]
    complete = sum(one["status"] == "lengkap" for one in documents)
    assert f'<span class="big">{complete} <i>dari {len(documents)}</i>' in page
    assert edition.nama in page
    assert "Triwulan IV Tahun Anggaran 2024" in page


def test_every_unit_stands_with_its_own_figures(visitor: Visitor, server: DeskServer, desk: Desk) -> None:
    edition = server.shelf.view(desk.masukan).edition
    assert edition
    page = visitor.get(f"{QUARTER}/satuan-kerja")
    for unit in edition.hasil["unit"]:
        result = unit["indikator"]["capaian_perkin"]
        assert unit["nama"] in page
        if not unit["ditahan"]:
            assert {amount(result["pembilang"]), result["tampil"]} & set(page.replace("<", ">").split(">"))


def test_the_twins_hold_the_same_rows(visitor: Visitor) -> None:
    raw = visitor.client.get(f"{QUARTER}/satuan-kerja.csv", base_url=BASE).data
    assert raw.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(io.StringIO(raw.decode("utf-8-sig")), delimiter=";"))
    book = visitor.client.get(f"{QUARTER}/satuan-kerja.xlsx", base_url=BASE).data
    sheet = openpyxl.load_workbook(io.BytesIO(book)).active
    assert sheet
    assert [row[0] for row in sheet.iter_rows(values_only=True)] == [line[0] for line in lines]
    assert len(lines) > 1


def test_the_zip_holds_the_complete_documents(visitor: Visitor, server: DeskServer, desk: Desk) -> None:
    edition = server.shelf.view(desk.masukan).edition
    assert edition
    data = visitor.client.get(f"{QUARTER}/naskah.zip", base_url=BASE, buffered=True).data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        taken = {name: package.read(name) for name in package.namelist()}
    complete = [one["berkas"] for one in edition.hasil["dokumen"] if one["status"] == "lengkap"]
    assert taken == {name: (edition.folder / name).read_bytes() for name in complete}


def test_a_letter_marked_sent_says_so(visitor: Visitor, desk: Desk) -> None:
    assert "Terkirim" not in visitor.get(f"{QUARTER}/naskah")
    mark(desk, SATU, SURAT, Dispatch(lewat="SRIKANDI"))
    assert "Terkirim" in visitor.get(f"{QUARTER}/naskah")


def test_the_trace_goes_down_to_the_cell(visitor: Visitor) -> None:
    page = visitor.get(f"{QUARTER}/satuan-kerja/{UNIT}")
    assert "Mengapa bukan 80%?" in page
    assert "Jejak angka" in page
    assert "Syarat agar dihitung" in page
    cells = re.findall(r'href="([^"]+/sel/realisasi_bayar.csv/[^"]+)"', page)
    around = visitor.get(html.unescape(cells[0]))
    assert "<td>45000000</td>" in around
    assert 'class="this"' in around
    assert visitor.status(cells[0].replace("realisasi_bayar.csv", "rules.yaml")) == 404
    assert visitor.status(f"{QUARTER}/sel/realisasi_bayar.csv/A99999") == 404


def test_a_reminder_is_kept_and_told(visitor: Visitor, desk: Desk) -> None:
    form = {guard.FIELD: visitor.key(), "catatan": "lewat telepon <b>"}
    assert visitor.status(f"{QUARTER}/satuan-kerja/{UNIT}/pengingat", "POST", data=form) == 303
    assert [one.data["unit"] for one in events.read(desk).of("pengingat")] == [UNIT]
    assert "lewat telepon &lt;b&gt;" in visitor.get(f"{QUARTER}/satuan-kerja/{UNIT}")
    assert visitor.status(f"{QUARTER}/satuan-kerja/9.99/pengingat", "POST", data=form) == 404


def test_a_trace_of_other_inputs_is_not_shown(visitor: Visitor, desk: Desk) -> None:
    set_value(desk, "realisasi_bayar.csv", ";60000000;", ";60000001;")
    assert "berubah sejak edisi ini disusun" in visitor.get(f"{QUARTER}/satuan-kerja/{UNIT}")
    assert "Masukan berubah sejak Rancangan disusun." in visitor.get(f"{QUARTER}/")


def test_a_build_runs_in_the_worker_and_a_withheld_figure_is_nowhere(
    visitor: Visitor, server: DeskServer, desk: Desk
) -> None:
    server.worker = Worker()
    before = server.shelf.view(desk.masukan).edition
    assert before
    result = next(one for one in before.hasil["unit"] if one["kode_satker"] == UNIT)["indikator"]["capaian_perkin"]
    set_value(desk, "realisasi_bayar.csv", ";60000000;", ";enam puluh juta;")
    answer = visitor.client.post(f"{QUARTER}/susun", base_url=BASE, data={guard.FIELD: visitor.key()})
    assert answer.status_code == 303
    while server.worker.current:
        time.sleep(0.1)
    assert visitor.status(answer.headers["Location"]) == 303
    after = server.shelf.view(desk.masukan).edition
    assert after
    assert after.susunan != before.susunan
    held = [row for row in units(after, "capaian_perkin") if row.mark == HELD]
    assert held
    shown = visitor.get(f"{QUARTER}/satuan-kerja")
    trace = visitor.get(f"{QUARTER}/satuan-kerja/{held[0].kode}")
    assert "Ditahan" in shown
    assert not any(value in trace for value in (result["tampil"], amount(result["pembilang"])))


def test_what_every_page_loads_is_small() -> None:
    own = Path(application.__file__).parent / "static"
    sizes = {kind: sum(path.stat().st_size for path in own.glob(f"*.{kind}")) for kind in ("css", "js")}
    assert sizes["css"] < 25_000
    assert sizes["js"] < 10_000


def test_who_builds_elsewhere_is_told_on_every_page_and_to_who_builds_too(visitor: Visitor, desk: Desk) -> None:
    told = "Petugas Contoh 2 sedang menyusun naskah di PC-CONTOH-02 sejak "
    set_value(desk, "alasan.csv", "suku cadang", "bahan")
    with turn(desk, DUA):
        assert told in visitor.get(f"{QUARTER}/")
        assert told in visitor.get(f"{QUARTER}/kotak-masuk")
        answer = visitor.client.post(f"{QUARTER}/susun", base_url=BASE, data={guard.FIELD: visitor.key()})
        assert told in visitor.get(answer.headers["Location"])
    assert told not in visitor.get(f"{QUARTER}/")


def test_units_are_chosen_by_status_and_by_biro_and_show_their_answers(visitor: Visitor, desk: Desk) -> None:
    set_value(desk, "satker.csv", f"Dinas Dua;perangkat_daerah;;{BIRO}", "Dinas Dua;perangkat_daerah;;")
    rebuild(desk)
    page = visitor.get(f"{QUARTER}/satuan-kerja")
    shown = [_count(visitor.get(f"{QUARTER}/satuan-kerja?status={one}")) for one in _options(page, "status")]
    assert (len(shown) > 1, sum(shown)) == (True, _count(page))
    (biro,) = _options(page, "biro")
    under = visitor.get(f"{QUARTER}/satuan-kerja?biro={biro}")
    assert 0 < _count(under) < _count(page)
    assert f"satuan-kerja.csv?indikator=capaian_perkin&amp;biro={biro.replace(' ', '+')}" in under
    raw = visitor.client.get(f"{QUARTER}/satuan-kerja.csv?biro={biro}", base_url=BASE).data.decode("utf-8-sig")
    assert len(raw.splitlines()) == _count(under) + 1
    assert page.count('data-label="Jawaban"><span class="mark mark-') > 0
    assert _count(visitor.get(f"{QUARTER}/satuan-kerja?status=%3Cb%3E")) == 0


def _count(page: str) -> int:
    found = re.search(r"(\d+) baris ditampilkan", page)
    assert found
    return int(found[1])


def _options(page: str, field: str) -> list[str]:
    return re.findall(r"<option>([^<]+)</option>", page.partition(f'id="{field}"')[2].partition("</select>")[0])
