"""Two editions side by side, and what two texts say differently."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from p3dn_reports.desk import events
from p3dn_reports.desk.comparing import Effect, document_changes, figure_changes
from p3dn_reports.desk.places import Desk
from p3dn_reports.desk.sending import Dispatch, mark, take_back, withdraw
from p3dn_reports.desk.sentences import pairs
from p3dn_reports.desk.telling import Names, told
from p3dn_reports.outputs.standing import read_hasil

from .quarter import SATU_UNIT, SURAT, look, rebuild, set_value
from .rooms import DUA, SATU

CAPAIAN = "capaian_perkin"


def sides(before: str, after: str) -> tuple[str, str]:
    """The words that one pair marks on both sides."""
    (pair,) = pairs(before.splitlines(), after.splitlines())
    left, right = ("".join(text for text, differs in side if differs) for side in (pair.sebelum, pair.sesudah))
    return left, right


def test_only_the_words_that_differ_are_marked() -> None:
    text = "[Isi] Sebanyak {} unit kami koordinasikan. Kalimat kedua tetap."
    assert sides(text.format("3 (tiga)"), text.format("1 (satu)")) == ("3(tiga)", "1(satu)")


def test_a_row_of_a_table_is_one_and_a_new_sentence_stands_alone() -> None:
    (row,) = pairs(["| [TabelIsi] Dinas | 79% |"], ["| [TabelIsi] Dinas | 80% |"])
    assert row.baris_tabel
    assert row.sebelum == (("Dinas | ", False), ("79%", True))
    (fresh,) = pairs(["Satu."], ["Satu.", "«Dua.»"])
    assert (fresh.sebelum, fresh.sesudah) == ((), (("Dua.", True),))
    assert pairs(["Sama."], ["[Gaya] Sama."]) == []


def test_a_corrected_figure_is_told_with_its_rupiah_and_its_documents(desk: Desk) -> None:
    before = look(desk)[-1]
    set_value(desk, "realisasi_inaproc.csv", "30000000;24995000;0", "30000000;30000000;0")
    after = rebuild(desk)
    (changed,) = figure_changes(read_hasil(before.folder), read_hasil(after.folder), CAPAIAN)
    assert (changed.kode, changed.pembilang_berubah) == (SATU_UNIT, Fraction(5_005_000))
    assert changed.sebelum.tampil != changed.sesudah.tampil
    papers = document_changes(before, after)
    assert [one["id"] for one in papers[Effect.TIDAK_LAGI]] == ["surat_penjelasan", "permintaan_laporan"]
    assert sum(map(len, papers.values())) == len(before.dokumen)
    assert document_changes(after, after).keys() <= {Effect.TETAP, Effect.DITAHAN}


def test_a_figure_that_came_to_be_withheld_is_not_shown(desk: Desk) -> None:
    before = look(desk)[-1]
    set_value(desk, "realisasi_bayar.csv", "60000000;0;SP2D-001", "enam puluh juta;0;SP2D-001")
    after = rebuild(desk)
    found = figure_changes(read_hasil(before.folder), read_hasil(after.folder), CAPAIAN)
    (held,) = [one for one in found if one.kode == SATU_UNIT]
    assert (held.sesudah.tampil, held.pembilang_berubah) == ("ditahan", None)
    back = figure_changes(read_hasil(after.folder), read_hasil(before.folder), CAPAIAN)
    assert [one.sebelum.tampil for one in back if one.kode == SATU_UNIT] == ["ditahan"]


def test_what_was_done_is_told_in_sentences(desk: Desk) -> None:
    mark(desk, SATU, SURAT, Dispatch(lewat="SRIKANDI", nomor="e-1/PN", tanggal=date(2024, 12, 31)))
    gone = withdraw(desk, DUA, events.read(desk), SURAT)
    take_back(desk, SATU, events.read(desk), gone.nama)
    log = events.read(desk)
    found = told(log, Names.of(look(desk)))
    nama = next(one["nama_unit"] for one in look(desk)[-1].dokumen if one["unit"] == SATU_UNIT)
    whose = f"Surat penjelasan capaian, {nama}"
    assert [one.kalimat for one in found] == [
        f"Dibatalkan: {whose} ditandai dicabut.",
        f"{whose} ditandai dicabut.",
        f"{whose} ditandai terkirim lewat SRIKANDI, nomor e-1/PN, tanggal 31 Desember 2024 (Edisi 1).",
        "Naskah disusun (Edisi 1).",
    ]
    assert [(one.batal, one.dapat_dibatalkan) for one in found[:3]] == [(False, False), (True, False), (False, True)]
