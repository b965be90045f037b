from __future__ import annotations

import shutil
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from openpyxl import load_workbook

from p3dn_reports import pipeline
from p3dn_reports.desk import events
from p3dn_reports.desk.letters import take_out
from p3dn_reports.desk.places import Desk
from p3dn_reports.desk.revisions import Advice, differences, sent_letters
from p3dn_reports.desk.sending import Dispatch, mark, mark_all, standing, take_back, withdraw
from p3dn_reports.errors import ProblemsError, UsageError

from .quarter import BIRO, SATU_UNIT, SURAT, copies, desk_of, edited, look, rebuild, set_value
from .rooms import DUA, SATU

NOTA = ("nota_penjelasan", BIRO)
LAPORAN = ("laporan_capaian", "daerah")
KELUAR = Dispatch(lewat="SRIKANDI", nomor="e-0123/PN.01.02", tanggal=date(2024, 12, 31))


def advice(desk: Desk) -> dict[tuple[str, str], Advice]:
    log = events.read(desk)
    return {one.naskah: one.anjuran for one in sent_letters(desk, log, look(desk))}


def test_what_is_sent_is_frozen_and_begins_the_edition(desk: Desk) -> None:
    content = (look(desk)[-1].folder / f"surat-penjelasan/{SATU_UNIT}.docx").read_bytes()
    event = mark(desk, SATU, SURAT, KELUAR)
    assert (event.data["edisi"], event.data["lewat"], event.data["tanggal"]) == ("Edisi 1", "SRIKANDI", "2024-12-31")
    frozen = desk.catatan / event.data["beku"]
    assert frozen.read_bytes() == content
    assert frozen.stem == sha256(content).hexdigest()[:12]
    assert [one.nama for one in look(desk)] == ["Edisi 1"]


def test_its_number_and_date_are_laid_into_the_table_and_printed_by_the_next_build(desk: Desk) -> None:
    mark_all(desk, SATU, {SURAT: KELUAR, LAPORAN: Dispatch(nomor="=1+1", tanggal=date(2025, 1, 2))})
    sheet = load_workbook(desk.isian)["naskah"]
    rows = [[cell.value for cell in row][:5] for row in sheet.iter_rows(min_row=2)]
    assert [row[0] for row in rows] == ["surat_penjelasan", "laporan_capaian"]
    assert (sheet["D3"].value, sheet["D3"].data_type, sheet["D3"].quotePrefix) == ("=1+1", "s", True)
    with pipeline.open_quarter(desk.workspace, desk.masukan) as quarter:
        given = {row["dokumen"]: (row["nomor"], row["tanggal"]) for row in quarter.tables.iter_rows("naskah")}
    assert given["surat_penjelasan"] == ("e-0123/PN.01.02", date(2024, 12, 31))
    assert given["laporan_capaian"] == ("=1+1", date(2025, 1, 2))
    rebuild(desk)
    assert [one.nama for one in look(desk)] == ["Edisi 1", "Perbaikan 1"]
    assert advice(desk)[SURAT] is Advice.TETAP


def test_a_number_that_a_sender_gave_is_not_given_again(desk: Desk) -> None:
    given = "1/BA-Contoh/2024;31-12-2024"
    set_value(desk, "naskah.csv", given, f"{given}\nnota_penjelasan;{BIRO};1/ND-Contoh/2024;31-12-2024")
    rebuild(desk)
    with pytest.raises(UsageError, match=r"naskah\.csv baris 3 sudah memuat naskah ini dengan nomor 1/ND-Contoh/2024"):
        mark(desk, SATU, NOTA, Dispatch(nomor="2/ND/2024"))
    assert not desk.isian.exists()
    mark(desk, SATU, NOTA, Dispatch(nomor="1/ND-Contoh/2024"))
    assert not desk.isian.exists()
    assert events.read(desk).events[-1].data["nomor"] == "1/ND-Contoh/2024"


def test_after_a_correction_each_letter_is_withdrawn_replaced_or_left(desk: Desk) -> None:
    mark_all(desk, SATU, {SURAT: KELUAR, NOTA: Dispatch()})
    set_value(desk, "alasan.csv", "suku cadang", "bahan")
    rebuild(desk)
    assert advice(desk)[SURAT] is Advice.KIRIM_PENGGANTI
    assert advice(desk)[NOTA] is Advice.TETAP
    log = events.read(desk)
    lines = list(differences(desk, standing(log)[SURAT], look(desk)[0], look(desk)[-1]))
    assert len([line for line in lines if "suku cadang" in line or "bahan" in line]) == len(lines) == 2
    frozen = {path.name: sha256(path.read_bytes()).hexdigest()[:12] for path in desk.terkirim.iterdir()}
    assert frozen == {f"{digest}.docx": digest for digest in frozen.values()}


def test_a_letter_that_is_not_due_any_more_is_to_be_withdrawn(desk: Desk) -> None:
    mark(desk, SATU, SURAT, Dispatch())
    set_value(desk, "realisasi_inaproc.csv", "30000000;24995000;0", "30000000;30000000;0")
    rebuild(desk)
    assert advice(desk) == {SURAT: Advice.CABUT}
    withdraw(desk, SATU, events.read(desk), SURAT)
    assert advice(desk) == {}
    with pytest.raises(UsageError, match="tidak tercatat terkirim"):
        withdraw(desk, SATU, events.read(desk), SURAT)


def test_a_letter_whose_figures_are_withheld_waits(desk: Desk) -> None:
    mark(desk, SATU, SURAT, Dispatch())
    set_value(desk, "realisasi_bayar.csv", "60000000;0;SP2D-001", "enam puluh juta;0;SP2D-001")
    rebuild(desk)
    assert advice(desk) == {SURAT: Advice.TUNGGU}


def test_a_replacement_takes_the_place_of_what_was_sent(desk: Desk) -> None:
    first = mark(desk, SATU, SURAT, Dispatch())
    set_value(desk, "alasan.csv", "suku cadang", "bahan")
    rebuild(desk)
    second = mark(desk, DUA, SURAT, Dispatch())
    log = events.read(desk)
    assert standing(log)[SURAT].nama == second.nama
    assert [one.data["atas"] for one in log.of("diganti")] == [first.nama]
    assert advice(desk) == {SURAT: Advice.TETAP}
    assert second.data["edisi"] == "Perbaikan 1"


def test_a_mark_made_in_error_is_undone_and_the_label_stays(desk: Desk) -> None:
    event = mark(desk, SATU, SURAT, Dispatch())
    events.undo(desk, DUA, events.read(desk), event.nama)
    assert standing(events.read(desk)) == {}
    assert [(one.nama, one.terkirim) for one in look(desk)] == [("Edisi 1", 0)]


def test_a_replacement_marked_in_error_leaves_what_was_sent_before(desk: Desk) -> None:
    first = mark(desk, SATU, SURAT, Dispatch())
    set_value(desk, "alasan.csv", "suku cadang", "bahan")
    rebuild(desk)
    second = mark(desk, SATU, SURAT, Dispatch())
    take_back(desk, DUA, events.read(desk), second.nama)
    assert standing(events.read(desk))[SURAT].nama == first.nama
    assert advice(desk) == {SURAT: Advice.KIRIM_PENGGANTI}
    withdraw(desk, SATU, events.read(desk), SURAT)
    assert standing(events.read(desk)) == {}


def test_only_a_mark_is_taken_back_and_once(desk: Desk) -> None:
    event = mark(desk, SATU, SURAT, Dispatch())
    built = next(one for one in events.read(desk).events if one.jenis == "susunan")
    take_back(desk, SATU, events.read(desk), event.nama)
    for nama in (event.nama, built.nama, "../lain.json"):
        with pytest.raises(UsageError, match="tidak ada, sudah dibatalkan"):
            take_back(desk, SATU, events.read(desk), nama)


def test_a_withdrawn_replacement_does_not_bring_back_what_it_replaced(desk: Desk) -> None:
    mark(desk, SATU, SURAT, Dispatch())
    set_value(desk, "alasan.csv", "suku cadang", "bahan")
    rebuild(desk)
    mark(desk, SATU, SURAT, Dispatch())
    withdraw(desk, SATU, events.read(desk), SURAT)
    assert standing(events.read(desk)) == {}


def test_an_edited_letter_goes_as_it_was_edited(desk: Desk) -> None:
    path = take_out(desk, look(desk)[-1], SURAT, copies(desk))
    path.write_bytes(edited(path.read_bytes()))
    event = mark(desk, SATU, SURAT, KELUAR)
    assert event.data["disunting"] is True
    assert (desk.catatan / event.data["beku"]).read_bytes() == path.read_bytes()
    rebuild(desk)
    assert advice(desk) == {SURAT: Advice.TETAP}
    set_value(desk, "alasan.csv", "suku cadang", "bahan")
    rebuild(desk)
    assert advice(desk) == {SURAT: Advice.KIRIM_PENGGANTI}


def test_a_signed_pdf_is_frozen_with_the_letter(desk: Desk) -> None:
    event = mark(desk, SATU, SURAT, Dispatch(jenis="ditandatangani", pdf=b"%PDF-1.7 contoh"))
    assert (desk.catatan / event.data["pdf"]).read_bytes() == b"%PDF-1.7 contoh"
    with pytest.raises(UsageError, match="bukan PDF"):
        mark(desk, SATU, NOTA, Dispatch(pdf=b"PK"))


@pytest.mark.parametrize(
    ("naskah", "dispatch", "told"),
    [
        (("surat_penjelasan", "9.99"), Dispatch(), "tidak memuat naskah"),
        (SURAT, Dispatch(nomor="a\nb"), "tanda yang tak tampak"),
        (SURAT, Dispatch(lewat=" "), "kosong"),
        (SURAT, Dispatch(jenis="dikirim"), "Yang dapat ditandai"),
    ],
)
def test_what_cannot_be_sent_is_refused_and_nothing_is_written(
    desk: Desk, naskah: tuple[str, str], dispatch: Dispatch, told: str
) -> None:
    before = {path.name for path in desk.catatan.iterdir()}
    with pytest.raises(UsageError, match=told):
        mark_all(desk, SATU, {NOTA: KELUAR, naskah: dispatch})
    assert {path.name for path in desk.catatan.iterdir()} == before
    assert not desk.isian.exists()


def test_the_same_is_not_marked_twice_and_a_frozen_copy_that_changed_is_told(desk: Desk) -> None:
    event = mark(desk, SATU, SURAT, Dispatch())
    with pytest.raises(UsageError, match="sudah ditandai terkirim"):
        mark(desk, SATU, SURAT, Dispatch())
    set_value(desk, "alasan.csv", "suku cadang", "bahan")
    rebuild(desk)
    (desk.catatan / event.data["beku"]).write_bytes(b"lain")
    (found,) = sent_letters(desk, events.read(desk), look(desk))
    assert [one.kode for one in found.problems] == ["beku-berubah"]
    assert found.anjuran is Advice.TUNGGU


def test_a_draft_is_not_sent(desk: Desk) -> None:
    set_value(desk, "alasan.csv", "Menyusun daftar produk pengganti", "")
    rebuild(desk)
    with pytest.raises(UsageError, match="masih konsep"):
        mark(desk, SATU, SURAT, Dispatch())


def test_two_computers_that_sent_different_letters_say_the_same_when_merged(desk: Desk, tmp_path: Path) -> None:
    shutil.copytree(tmp_path / "kerja", tmp_path / "lain")
    other = desk_of(tmp_path / "lain")
    mark(desk, SATU, SURAT, Dispatch())
    mark(other, DUA, NOTA, Dispatch())
    for one, another in ((desk, other), (other, desk)):
        shutil.copytree(one.catatan, another.catatan, dirs_exist_ok=True)
    assert advice(desk) == advice(other) == {SURAT: Advice.TETAP, NOTA: Advice.TETAP}
    assert [one.nama for one in look(desk)] == [one.nama for one in look(other)] == ["Edisi 1"]


def test_nothing_is_written_while_the_workbook_is_open_in_excel(desk: Desk) -> None:
    mark(desk, SATU, SURAT, KELUAR)
    (desk.masukan / "~$isian-meja-kerja.xlsx").write_bytes(b"")
    before = desk.isian.read_bytes()
    with pytest.raises(ProblemsError) as caught:
        mark(desk, SATU, NOTA, KELUAR)
    assert [one.kode for one in caught.value.problems] == ["isian-sedang-dibuka"]
    assert desk.isian.read_bytes() == before
    assert set(standing(events.read(desk))) == {SURAT}
