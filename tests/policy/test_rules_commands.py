"""p3dn rules check, show, diff and approve as a policy owner runs them."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from p3dn_reports.cli.exits import CHANGED
from tests.aturan import change, holding, lay, whole
from tests.policy.conftest import Run

RULES = Path("rules.yaml")


def line_of(words: str) -> tuple[str, int, int]:
    """The file, line and column of the first such words in the rulebook."""
    path = holding(RULES, words)
    lines = path.read_text(encoding="utf-8").splitlines()
    number = next(number for number, line in enumerate(lines, start=1) if words in line)
    return path.resolve().relative_to(Path.cwd()).as_posix(), number, lines[number - 1].index(words) + 1


def test_a_sound_rulebook(kerja: Path, p3dn: Run) -> None:
    ended = p3dn("rules", "check")
    assert ended.code == 0
    assert ended.out.splitlines()[-1].startswith("rules.yaml: 3 catatan, ")
    content = json.loads(p3dn("rules", "check", "--format", "json").out)
    ending = ["aturan-celah-setelah-instrumen"] * 2 + ["aturan-hari-libur-belum-didaftar"]
    assert [found["kode"] for found in content["masalah"]] == ending
    assert content["banyak"]["daerah"] == 3


def test_the_calendar_says_what_begins_and_ends_in_each_region_and_what_then_is_not_there(
    kerja: Path, p3dn: Run
) -> None:
    said = " ".join(p3dn("rules", "calendar").out.split())
    assert "26 November 2024 mulai menurut insekda-48-2024 (hanya 2024-TW4): parameter ambang_bawah_perkin" in said
    assert "31 Desember 2024 berakhir menurut insekda-48-2024" in said
    assert "sejak 1 Januari 2025 setelah 2024-TW4 tidak ada instrumen lagi" in said
    regions = json.loads(p3dn("rules", "calendar", "--format", "json").out)["daerah"]
    gaps = {region["id"]: [(gap["sebab"], gap["sejak"]) for gap in region["celah"]] for region in regions}
    assert gaps == {
        "dki-jakarta": [("instrumen_berakhir", "2025-01-01")],
        "kabupaten-pandeglang": [("libur_belum_didaftar", "2027-01-01")],
        "kabupaten-bandung": [("instrumen_berakhir", "2026-01-01")],
    }


def test_a_fault_with_line_column_and_suggestion(kerja: Path, p3dn: Run) -> None:
    change(RULES, "kurang_dari: ambang_bawah_perkin", "kurang_dari: ambang_bawh_perkin")
    ended = p3dn("rules", "check")
    assert ended.code == 1
    berkas, number, column = line_of("ambang_bawh_perkin")
    assert ended.out.startswith(f"{berkas}:{number}:{column}: galat: ")
    assert "Mungkin maksud Anda ambang_bawah_perkin." in ended.out
    (found,) = json.loads(p3dn("rules", "check", "--format", "json").out)["masalah"]
    assert (found["baris"], found["huruf"], found["kode"]) == (number, column, "aturan-rujukan-tidak-ada")


def test_a_file_beside_the_rulebook(kerja: Path, p3dn: Run) -> None:
    shutil.copy("rules.yaml", "lain.yaml")
    Path("lain.yaml").write_text(Path("lain.yaml").read_text("utf-8").replace("versi_skema", "versi_skma"), "utf-8")
    assert p3dn("rules", "check").code == 0
    ended = p3dn("rules", "check", "lain.yaml")
    assert ended.code == 1
    assert ended.out.startswith("lain.yaml:")


def test_show_lists_and_tells(kerja: Path, p3dn: Run) -> None:
    listed = p3dn("rules", "show")
    assert "ambang_bawah_perkin" in listed.out
    told = p3dn("rules", "show", "ambang_bawah_perkin")
    assert told.code == 0
    assert "80% sejak 26 November 2024 (diktum KESATU huruf a angka 5" in told.out
    content = json.loads(p3dn("rules", "show", "capaian_perkin", "--format", "json").out)
    assert content["aturan"][0]["dasar"][1]["rujukan"] == "insekda-48-2024/KESATU.a.6"
    assert json.loads(p3dn("rules", "show", "--format", "json").out)["aturan"][0]["bagian"] == "sumber_hukum"


def test_show_suggests(kerja: Path, p3dn: Run) -> None:
    ended = p3dn("rules", "show", "ambang_bawah_perkn")
    assert ended.code == 2
    assert "Mungkin maksud Anda ambang_bawah_perkin." in ended.err


def test_a_hostile_word_does_not_steer_the_terminal(kerja: Path, p3dn: Run) -> None:
    change(RULES, "judul: Ambang bawah capaian Perkin", 'judul: "Ambang\\e[31m\\u202e bawah"')
    assert "\x1b" not in p3dn("rules", "show", "ambang_bawah_perkin").out
    lay(Path("lama"), rules=RULES)
    change(RULES, "judul: Ambang atas capaian Perkin", 'judul: "a|b <b>\\e[31m"')
    record = p3dn("rules", "diff", "lama", "--format", "markdown").out
    assert "\x1b" not in record
    assert "a\\|b &lt;b>" in record


def test_diff_by_meaning(kerja: Path, p3dn: Run) -> None:
    lay(Path("lama"), rules=RULES)
    change(RULES, "    parameter:\n", "    parameter:   # catatan\n")
    same = p3dn("rules", "diff", "lama", "--exit-code")
    assert (same.code, same.out) == (0, "Tidak ada perubahan makna.\n")
    change(RULES, 'nilai: "80"\n        dasar: [KESATU', 'nilai: "75"\n        dasar: [KESATU')
    ended = p3dn("rules", "diff", "lama", "--exit-code")
    assert ended.code == CHANGED
    assert "80% → 75%" in ended.out
    assert "dasar: insekda-48-2024/KESATU.a.5, insekda-48-2024/KESATU.a.6" in ended.out
    assert p3dn("rules", "diff", "lama").code == 0
    (found,) = json.loads(p3dn("rules", "diff", "lama", "rules.yaml", "--format", "json").out)["perubahan"]
    assert (found["jenis"], found["sebelum"], found["sesudah"]) == ("diubah", "80%", "75%")


def test_the_change_record_is_a_table_to_print(kerja: Path, p3dn: Run) -> None:
    lay(Path("lama"), rules=RULES)
    change(RULES, 'nilai: "80"\n        dasar: [KESATU', 'nilai: "75"\n        dasar: [KESATU')
    record = p3dn("rules", "diff", "lama", "--format", "markdown").out
    assert record.startswith("# Catatan perubahan buku aturan\n\n- Lama: lama/rules.yaml (SHA-256 ")
    rows = [line for line in record.splitlines() if line.startswith("| 1 |")]
    assert len(rows) == 1
    assert rows[0].count("|") == 7
    assert "| 80% | 75% |" in rows[0]


def approve(p3dn: Run, tafsir: str = "skala", oleh: str = "Ketua Tim") -> tuple[int, str]:
    ended = p3dn("rules", "approve", tafsir, "--oleh", oleh, "--tanggal", "2024-12-16", "--dasar", "BA 12/2024")
    return ended.code, ended.out + ended.err


def test_an_approval_is_recorded_and_makes_the_decree_whole_in_that_point(kerja: Path, p3dn: Run) -> None:
    place = holding(RULES, "\n  skala:\n")
    before = place.read_text(encoding="utf-8")
    code, out = approve(p3dn)
    assert (code, place.name in out) == (0, True), out
    after = place.read_text(encoding="utf-8")
    added = re.search(r"^    pengesahan: \[\{.*\}\]\n", after, re.MULTILINE)
    assert added is not None
    assert 'daerah: "kabupaten-pandeglang", oleh: "Ketua Tim", tanggal: "2024-12-16", dasar: "BA 12/2024"' in added[0]
    assert after.replace(added[0], "", 1) == before
    told = p3dn("rules", "show", "skala").out
    assert "Disahkan di kabupaten-pandeglang oleh Ketua Tim pada 16 Desember 2024 berdasarkan BA 12/2024." in told
    assert not list(Path().glob(".rules*"))


def test_an_approval_in_a_file_with_a_byte_order_mark_and_windows_lines(kerja: Path, p3dn: Run) -> None:
    place = holding(RULES, "\n  skala:\n")
    content = place.read_bytes().replace(b"\n", b"\r\n")
    place.write_bytes(b"\xef\xbb\xbf" + content)
    code, out = approve(p3dn)
    assert code == 0, out
    after = place.read_bytes()
    assert after.startswith(b"\xef\xbb\xbf# yaml-language-server")
    assert after.count(b"\n") == after.count(b"\r\n") == content.count(b"\n") + 1


def test_an_approval_is_refused(kerja: Path, p3dn: Run) -> None:
    before = whole(RULES)
    code, out = approve(p3dn, "skla")
    assert (code, "Mungkin maksud Anda skala." in out) == (2, True)
    code, out = approve(p3dn, oleh=" ")
    assert (code, "--oleh tidak boleh kosong" in out) == (2, True)
    assert whole(RULES) == before
    ended = p3dn("rules", "approve", "skala", "--oleh", "x", "--tanggal", "16-12-2024", "--dasar", "y")
    assert (ended.code, "misalnya 2024-12-31" in ended.err) == (2, True)
    assert approve(p3dn)[0] == 0
    code, out = approve(p3dn)
    assert (code, "sudah disahkan di kabupaten-pandeglang oleh Ketua Tim pada 16 Desember 2024" in out) == (2, True)


def test_an_approval_that_would_change_more_is_refused(kerja: Path, p3dn: Run) -> None:
    change(RULES, "  skala:\n    pertanyaan", "  skala: &bersama\n    pertanyaan")
    change(RULES, "  nominasi:\n    pertanyaan", "  kembar: *bersama\n  nominasi:\n    pertanyaan")
    before = whole(RULES)
    code, out = approve(p3dn)
    assert code == 2, out
    assert 'Tambahkan sendiri pada tafsir itu: pengesahan: [{daerah: "kabupaten-pandeglang", oleh: "Ketua Tim"' in out
    assert whole(RULES) == before


@pytest.mark.parametrize("command", [("show",), ("test",), ("diff", "rules.yaml")])
def test_a_broken_rulebook_is_said_by_every_command(kerja: Path, p3dn: Run, command: tuple[str, ...]) -> None:
    change(RULES, "parameter:\n", "parametr:\n")
    ended = p3dn("rules", *command)
    assert ended.code == 1
    assert "Mungkin maksud Anda parameter." in ended.err
