from __future__ import annotations

import stat
import tracemalloc
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from p3dn_reports.desk import events, inbox
from p3dn_reports.desk.inbox import Arrived, accept, drop, find, received, reject, reuse, waiting
from p3dn_reports.desk.looking import INPUT, LETTER, PDF, UNKNOWN, Looked, look, look_at_all
from p3dn_reports.desk.places import Desk
from p3dn_reports.desk.returning import answer, compare
from p3dn_reports.desk.sending import Dispatch
from p3dn_reports.desk.taking import take_as_sent, take_in
from p3dn_reports.errors import UsageError
from p3dn_reports.problems import Location, problem

from .quarter import SURAT, copies, edited, rebuild
from .quarter import look as builds
from .rooms import DUA, SATU

BAYAR = "realisasi_bayar.csv"


def put(desk: Desk, name: str, content: bytes) -> Arrived:
    dropped = drop(desk, name, BytesIO(content))
    assert dropped.problems == ()
    (arrived,) = dropped.arrived
    return arrived


def seen(desk: Desk, arrived: Arrived) -> Looked:
    return look(desk, arrived, builds(desk))


def changed(desk: Desk, old: str, new: str) -> bytes:
    text = (desk.masukan / BAYAR).read_text(encoding="utf-8")
    assert old in text
    return text.replace(old, new).encode()


def packed(*entries: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in entries:
            package.writestr(name, content)
    return stream.getvalue()


def link(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


def test_a_file_waits_is_looked_at_accepted_and_its_forerunner_is_kept(desk: Desk) -> None:
    before = (desk.masukan / BAYAR).read_bytes()
    content = changed(desk, "60000000;0;SP2D-001", "enam puluh juta;0;SP2D-001")
    arrived = put(desk, BAYAR, content)
    looked = seen(desk, arrived)
    assert (looked.jenis, looked.menggantikan, [one.tabel for one in looked.tabel]) == (
        INPUT,
        BAYAR,
        ["realisasi_bayar"],
    )
    assert len([one for one in looked.temuan if one.tingkat == "galat"]) == 1
    assert looked.akibat
    assert (desk.masukan / BAYAR).read_bytes() == before
    take_in(desk, SATU, looked)
    assert (desk.masukan / BAYAR).read_bytes() == content
    assert waiting(desk) == []
    kept = {one.dipakai: one.path.read_bytes() for one in received(desk, events.read(desk))}
    assert kept == {BAYAR: content, None: before}


def test_what_was_received_is_used_again_and_the_old_build_returns(desk: Desk) -> None:
    first = builds(desk)[-1].folder
    take_in(desk, SATU, seen(desk, put(desk, BAYAR, changed(desk, "60000000;0", "61000000;0"))))
    assert rebuild(desk).folder != first
    (old,) = (one for one in received(desk, events.read(desk)) if one.dipakai is None)
    reuse(desk, DUA, old.path.name)
    assert rebuild(desk).folder == first
    assert len(received(desk, events.read(desk))) == 2


def test_a_corrected_file_is_told_finding_by_finding(desk: Desk) -> None:
    faulty = changed(desk, "60000000;0;SP2D-001", "enam;0;SP2D-001").replace(b"50000000;0;SP2D-004", b"lima;0;SP2D-004")
    take_in(desk, SATU, seen(desk, put(desk, BAYAR, faulty)))
    made = answer(desk, SATU, BAYAR)
    assert made.berkas.is_file()
    assert made.berkas.parent == desk.pemeriksaan
    assert "Badan Pengelolaan Keuangan Daerah" in made.pesan
    assert "(diterima" in made.pesan
    lines = faulty.replace(b"enam;0;SP2D-001", b"60000000;0;SP2D-001").decode().splitlines(keepends=True)
    moved = "".join([lines[0], *reversed(lines[1:])]).replace("5000000;SP2D-002", "lima juta;SP2D-002").encode()
    banding = seen(desk, put(desk, BAYAR, moved)).banding
    assert [[one["nilai"] for one in group if one["tingkat"] == "galat"] for group in
            (banding.benar, banding.masih, banding.baru)] == [["enam"], ["lima"], ["lima juta"]]  # fmt: skip


def test_of_findings_with_one_key_those_in_the_same_cell_are_the_same() -> None:
    records = [
        problem(
            "sel-galat-excel", Location("a.xlsx", "S", sel, None, "nilai"), nilai="#REF!", tabel="rup", banyak=1
        ).as_json()
        for sel in ("A1", "A2", "A3")
    ]
    found = compare(records, [records[2], records[0]])
    assert ([one["sel"] for one in found.benar], len(found.masih), found.baru) == (["A2"], 2, ())
    assert len(compare(records[:1], records).baru) == 2


def test_a_zip_is_taken_apart_and_the_same_file_does_not_wait_twice(desk: Desk) -> None:
    content = packed(("BPKD/bayar 2.csv", b"a;b\n1;2\n"), ("__MACOSX/._x.csv", b"x"), ("lagi.zip", b"PK"))
    dropped = drop(desk, "semua.zip", BytesIO(content))
    assert [one.nama for one in dropped.arrived] == ["bayar 2.csv"]
    assert [one.kode for one in dropped.problems] == ["kiriman-zip-dalam-zip"]
    again = drop(desk, "lain.csv", BytesIO(b"a;b\n1;2\n"))
    assert [one.kode for one in again.problems] == ["kiriman-sudah-ada"]
    assert [one.kode for one in drop(desk, "x.csv", BytesIO((desk.masukan / BAYAR).read_bytes())).problems] == [
        "kiriman-sudah-ada"
    ]


@pytest.mark.parametrize(
    ("content", "kode"),
    [
        pytest.param(packed(("../rules.yaml", b"x"), ("a.csv", b"x")), "kiriman-zip-berbahaya", id="naik-satu-folder"),
        pytest.param(packed(("a\\..\\..\\rules.yaml", b"x")), "kiriman-zip-berbahaya", id="naik-ala-windows"),
        pytest.param(packed(("/etc/passwd", b"x")), "kiriman-zip-berbahaya", id="akar"),
        pytest.param(packed(("C:/x.csv", b"x")), "kiriman-zip-berbahaya", id="cakram-c"),
        pytest.param(packed((link("data.csv"), b"/etc/passwd")), "kiriman-zip-berbahaya", id="tautan"),
        pytest.param(packed(("bom.csv", b"0" * (30 << 20))), "kiriman-zip-mengembang", id="mengembang-isinya"),
        pytest.param(
            packed(*((f"{number}.csv", b"x") for number in range(400))),
            "kiriman-zip-mengembang",
            id="mengembang-banyaknya",
        ),
        pytest.param(packed(), "kiriman-zip-kosong", id="kosong"),
        pytest.param(b"bukan zip", "kiriman-zip-rusak", id="bukan-zip"),
        pytest.param(packed(("a.csv", b"x" * 99))[:-40], "kiriman-zip-rusak", id="terpotong"),
        pytest.param(b"", "kiriman-kosong", id="tanpa-isi"),
    ],
)
def test_a_hostile_zip_is_refused_whole(desk: Desk, content: bytes, kode: str) -> None:
    dropped = drop(desk, "kiriman.zip", BytesIO(content))
    assert ([one.kode for one in dropped.problems], dropped.arrived) == ([kode], ())
    assert waiting(desk) == []


@pytest.mark.parametrize(
    ("name", "fit"),
    [
        ("../../rules.yaml", "rules.yaml"),
        ("C:\\Users\\x\\bayar.csv", "bayar.csv"),
        (".tersembunyi.csv", "tersembunyi.csv"),
        ("~$bayar.xlsx", "bayar.xlsx"),
        ("con.csv", "_con.csv"),
        ("..", "tanpa nama"),
    ],
)
def test_a_name_is_made_fit(desk: Desk, name: str, fit: str) -> None:
    assert put(desk, name, b"a;b\n").nama == fit
    assert [path.parent for path in desk.workspace.root.rglob(f"*__{fit}")] == [desk.menunggu]


def test_what_nobody_reads_is_not_accepted(desk: Desk) -> None:
    looked = seen(desk, put(desk, "foto.jpg", b"\xff\xd8"))
    assert (looked.jenis, looked.ditolak) == (UNKNOWN, True)
    with pytest.raises(UsageError, match="tidak dapat diterima"):
        take_in(desk, SATU, looked)
    locked = seen(desk, put(desk, "data.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600))
    assert locked.ditolak
    reject(desk, SATU, find(desk, looked.arrived.id))
    assert [one.nama for one in waiting(desk)] == ["data.xlsx"]


def test_the_workbook_of_the_desk_is_never_replaced_by_one_that_was_sent(desk: Desk) -> None:
    desk.isian.write_bytes(b"isi")
    event = accept(desk, SATU, put(desk, "Isian-Meja-Kerja.xlsx", b"lain"))
    assert event.data["berkas"] == "kiriman-Isian-Meja-Kerja.xlsx"
    assert desk.isian.read_bytes() == b"isi"


def test_of_two_who_accept_the_second_is_told(desk: Desk) -> None:
    looked = seen(desk, put(desk, BAYAR, changed(desk, "60000000;0", "61000000;0")))
    other = put(desk, BAYAR, changed(desk, "60000000;0", "62000000;0"))
    accept(desk, DUA, other)
    with pytest.raises(UsageError, match="baru saja diubah orang lain"):
        take_in(desk, SATU, looked)
    (desk.masukan / f"~${BAYAR}").write_bytes(b"")
    with pytest.raises(UsageError, match="sedang dibuka di Excel"):
        accept(desk, SATU, looked.arrived)


def test_no_step_holds_a_large_file_in_memory(desk: Desk, tmp_path: Path) -> None:
    large = tmp_path / "besar.csv"
    with large.open("wb") as stream:
        stream.writelines(b"kolom satu;kolom dua\n" * 4096 for _ in range(400))
    size = large.stat().st_size
    tracemalloc.start()
    with large.open("rb") as stream:
        (arrived,) = drop(desk, large.name, stream).arrived
    accept(desk, SATU, arrived)
    waiting(desk)
    received(desk, events.read(desk))
    assert tracemalloc.get_traced_memory()[1] < size // 4
    tracemalloc.stop()
    assert (desk.masukan / large.name).stat().st_size == size


def test_what_waits_and_was_received_is_known_without_being_read(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    put(desk, BAYAR, changed(desk, "60000000;0", "61000000;0"))
    accept(desk, SATU, put(desk, "lain.csv", b"a;b\n1;2\n"))
    (desk.menunggu / "dengan tangan.csv").write_bytes(b"a;b\n")
    known = [(one.nama, one.id) for one in waiting(desk)]
    monkeypatch.setattr(inbox, "file_digest", lambda _: pytest.fail("dibaca lagi"))
    assert [(one.nama, one.id) for one in waiting(desk)] == known
    assert [one.dipakai for one in received(desk, events.read(desk), {"0" * 64: "lain"})] == [None]


def test_what_waits_is_looked_at_together(desk: Desk) -> None:
    first = put(desk, BAYAR, changed(desk, "60000000;0;SP2D-001", "enam;0;SP2D-001"))
    strange = put(desk, "tanda.csv", b"Kode SKPD;Nilai Realisasi;Warna\n1;2;3\n")
    (desk.masukan / "rup.csv").unlink()
    found = look_at_all(desk, [first, strange], builds(desk))
    assert {key: (one.jenis, one.menggantikan) for key, one in found.dilihat.items()} == {
        first.id: (INPUT, BAYAR),
        strange.id: (UNKNOWN, None),
    }
    unknown = found.dilihat[strange.id]
    assert unknown.kolom == ("Kode SKPD", "Nilai Realisasi", "Warna")
    assert unknown.mirip
    assert unknown.kurang
    assert found.akibat
    told = {one.berkas: (one.ada, one.galat, bool(one.tabel)) for one in found.diharapkan}
    assert told[BAYAR] == (True, 0, True)
    assert told["rup.csv"][0] is False


def test_a_letter_that_comes_back_is_marked_sent_as_it_is(desk: Desk) -> None:
    content = edited((builds(desk)[-1].folder / f"surat-penjelasan/{SURAT[1]}.docx").read_bytes())
    event = take_as_sent(desk, SATU, seen(desk, put(desk, "RE surat.docx", content)), Dispatch(lewat="SRIKANDI"))
    assert (event.naskah, event.data["disunting"]) == (SURAT, True)
    assert (desk.catatan / event.data["beku"]).read_bytes() == content
    pdf = seen(desk, put(desk, "surat ttd.pdf", b"%PDF-1.7 contoh"))
    assert (pdf.jenis, pdf.ditolak) == (PDF, True)
    signed = take_as_sent(desk, SATU, pdf, Dispatch("ditandatangani"), SURAT)
    assert (desk.catatan / signed.data["pdf"]).read_bytes() == b"%PDF-1.7 contoh"
    assert waiting(desk) == []
    with pytest.raises(UsageError, match="bukan naskah"):
        take_as_sent(desk, SATU, seen(desk, put(desk, "foto.jpg", b"\xff")), Dispatch(), SURAT)


def test_a_letter_that_comes_back_is_recognised_and_kept_as_edited(desk: Desk) -> None:
    content = edited((builds(desk)[-1].folder / f"surat-penjelasan/{SURAT[1]}.docx").read_bytes())
    looked = seen(desk, put(desk, "RE surat (final) v3.docx", content))
    assert (looked.jenis, looked.naskah and looked.naskah.naskah) == (LETTER, SURAT)
    assert take_in(desk, SATU, looked).read_bytes() == content
    assert copies(desk).copies[SURAT].disunting
    assert waiting(desk) == []
