"""Who must explain is asked from the page: packets for those chosen, downloads, a calendar, and who has answered."""

from __future__ import annotations

import io
import zipfile

from p3dn_reports.desk.places import Desk
from p3dn_reports.web import guard
from tests.desk.quarter import BIRO, SATU_UNIT, set_value
from tests.desk.test_requests import unanswered
from tests.web.conftest import BASE, QUARTER, Visitor

PAGE = f"{QUARTER}/permintaan"


def ask(visitor: Visitor, *unit: str) -> str:
    answer = visitor.client.post(PAGE, base_url=BASE, data={guard.FIELD: visitor.key(), "unit": list(unit)})
    assert answer.status_code == 303
    return answer.headers["Location"]


def test_only_those_that_owe_are_asked(visitor: Visitor, desk: Desk) -> None:
    page = visitor.get(PAGE)
    assert "0 dari 2 belum menjawab" in page
    assert "Buat paket permintaan" not in page
    unanswered(desk, "alasan", "kronologi")
    page = visitor.get(PAGE)
    assert "1 dari 2 belum menjawab" in page
    assert "belum ada: alasan, kronologi" in page
    assert f'value="{BIRO}"' not in page
    assert "DTSTART;VALUE=DATE:20241231" in visitor.get(f"{PAGE}/jatuh-tempo.ics")
    assert not desk.permintaan.exists()


def test_the_packets_of_those_chosen_are_made_by_the_worker_and_taken_along(visitor: Visitor, desk: Desk) -> None:
    unanswered(desk, "alasan", "kronologi")
    assert ask(visitor) == PAGE
    assert not desk.permintaan.exists()
    job = ask(visitor, SATU_UNIT, "9.99")
    assert visitor.client.get(job, base_url=BASE).headers["Location"] == PAGE
    made = {path.name: path.read_bytes() for path in desk.permintaan.iterdir()}
    assert {name.rpartition(".")[2] for name in made} == {"xlsx", "txt", "eml", "ics"}
    page = visitor.get(PAGE)
    assert "diminta" in page
    with zipfile.ZipFile(
        io.BytesIO(visitor.client.get(f"{PAGE}/paket.zip", base_url=BASE, buffered=True).data)
    ) as all_:
        assert {name: all_.read(name) for name in all_.namelist()} == made
    book = next(name for name in made if name.endswith("xlsx"))
    assert visitor.client.get(f"{PAGE}/berkas/{book}", base_url=BASE, buffered=True).data == made[book]
    assert {visitor.status(f"{PAGE}/berkas/{name}") for name in ("..", "%2e%2e%2frules.yaml", "lain.xlsx")} == {404}


def test_a_packet_somebody_edited_is_told_and_left(visitor: Visitor, desk: Desk) -> None:
    unanswered(desk, "alasan", "kronologi")
    ask(visitor, SATU_UNIT)
    text = next(desk.permintaan.glob("*.txt"))
    text.write_text("Diubah.", encoding="utf-8")
    set_value(desk, "realisasi_inaproc.csv", "60000000;55000000", "60000000;54000000")
    assert "sudah diubah orang" in visitor.get(ask(visitor, SATU_UNIT))
    assert text.read_text(encoding="utf-8") == "Diubah."
