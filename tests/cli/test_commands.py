from __future__ import annotations

import csv
import io
import json
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from p3dn_reports import buglog, pipeline
from p3dn_reports import workspace as places
from p3dn_reports.cli import exits
from p3dn_reports.errors import ProblemsError, UsageError
from p3dn_reports.pipeline import BuildResult, CheckResult, DocumentRecord, EvaluateResult, PdfResult
from p3dn_reports.problems import Location, Problem, Severity, problem

from .conftest import Terminal

GALAT = Problem(
    "nilai-bukan-angka",
    Severity.GALAT,
    'Nilai "1.234,5O" bukan angka.',
    "Tulis angkanya saja, misalnya 1.234,50.",
    Location("realisasi.xlsx", "Sheet1", "D14", 14, "nilai_realisasi"),
)
PERINGATAN = Problem("pdn-kosong", Severity.PERINGATAN, "Nilai PDN 3 paket kosong.", "Isi nilai PDN-nya.")
CATATAN = Problem("beku", Severity.CATATAN, "Spasi di ujung dibuang.", "Tidak ada yang perlu dilakukan.")
HASIL: dict[str, Any] = {
    "versi": "1",
    "unit": [
        {
            "kode_satker": "1.01",
            "nama": "Dinas Pendidikan, Pemuda, dan Olahraga serta Kebudayaan Daerah",
            "jenis": "perangkat_daerah",
            "ditahan": False,
            "indikator": {"capaian_perkin": {"nilai": "79.995000000000", "tampil": "79,995%", "pita": "di_bawah"}},
        },
        {
            "kode_satker": "1.02",
            "nama": "Dinas Kesehatan",
            "jenis": "perangkat_daerah",
            "ditahan": True,
            "indikator": {"capaian_perkin": {"nilai": None, "tampil": "tidak dapat dihitung", "pita": None}},
        },
    ],
    "seluruh": {"indikator": {"capaian_perkin": {"nilai": "81.000000000000", "tampil": "81,00%", "pita": None}}},
}


def document(status: str, *sebab: str, kurang: tuple[str, ...] = ()) -> DocumentRecord:
    return DocumentRecord(
        id="surat_penjelasan",
        judul="Surat penjelasan",
        unit="1.01",
        nama_unit="Dinas Pendidikan",
        berkas="surat/1.01.docx",
        status=status,
        sebab=sebab,
        kurang=kurang,
        dasar=("insekda-48-2024/KESATU.a.6",),
        jatuh_tempo=date(2024, 12, 31),
    )


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, object], list[dict[str, Any]]]:
    """Let a step of the pipeline answer with a value, or raise it; returns the calls it gets."""

    def answer(step: str, outcome: object) -> list[dict[str, Any]]:
        calls: list[dict[str, Any]] = []

        def fake(*places: object, **choices: Any) -> object:
            calls.append({"places": places, **choices})
            if isinstance(outcome, BaseException):
                raise outcome
            return outcome

        monkeypatch.setattr(pipeline, step, fake)
        return calls

    return answer


Engine = Callable[[str, object], list[dict[str, Any]]]


@pytest.mark.parametrize("command", [(), ("init",), ("check",), ("build",), ("evaluate",), ("explain",), ("verify",)])
def test_help_is_indonesian(p3dn: Terminal, snapshot: SnapshotAssertion, command: tuple[str, ...]) -> None:
    ended = p3dn(*command, "--help")
    assert ended.code == exits.CLEAN
    assert ended.out == snapshot


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("bild",), "Tidak ada perintah 'bild'. Mungkin maksud Anda 'build'?"),
        (("build", "--formt", "json"), "Mungkin maksud Anda '--format'?"),
        (("build", "--format", "pdf"), "'pdf' bukan salah satu dari 'text', 'json'."),
        (("verify", "tidak-ada"), "Folder 'tidak-ada' tidak ada."),
        (("verify",), "Isian belum ditulis 'FOLDER'."),
        (("build", "tw4", "tw3"), "Ada isian yang berlebih (tw3)"),
        (("build",), "inputs/tw3, inputs/tw4"),
        (("build", "tw5"), 'Folder masukan "tw5" tidak ada.'),
    ],
)
def test_wrong_usage_is_told_in_indonesian(
    p3dn: Terminal, folder: Path, arguments: tuple[str, ...], words: str
) -> None:
    ended = p3dn(*arguments)
    assert ended.code == exits.USAGE
    assert words.casefold() in ended.err.casefold()
    assert ended.out == ""


def test_without_a_command_the_help_is_shown(p3dn: Terminal) -> None:
    ended = p3dn()
    assert ended.code == exits.USAGE
    assert "Cara pakai: p3dn" in ended.err


def test_the_version(p3dn: Terminal) -> None:
    assert p3dn("--version").out.startswith("p3dn, versi ")


def test_build_says_where_the_documents_lie_and_what_became_of_each(
    p3dn: Terminal, folder: Path, engine: Engine, snapshot: SnapshotAssertion
) -> None:
    documents = (document("lengkap"), document("konsep", "alasan belum diisi", kurang=("Alasan",)))
    calls = engine("build", BuildResult(Path("outputs/x"), True, documents, (PERINGATAN,)))
    ended = p3dn("build", "tw4", "--only", "surat_penjelasan", "--unit", "1.01", "--unit", "1.02")
    assert ended.code == exits.CLEAN
    assert ended.out == snapshot(name="out")
    assert ended.err.replace(str(folder), "KERJA") == snapshot(name="err")
    (call,) = calls
    assert call["places"][1] == folder / "inputs/tw4"
    assert call["only"] == {"surat_penjelasan"}
    assert call["unit"] == {"1.01", "1.02"}
    assert (call["dry_run"], call["progress"]) == (False, None)


def test_an_unchanged_build_says_so(p3dn: Terminal, folder: Path, engine: Engine) -> None:
    engine("build", BuildResult(Path("outputs/x"), False, (document("lengkap"),), ()))
    ended = p3dn("build", "tw4")
    assert "Tidak ada yang berubah sejak pembuatan terakhir" in ended.out
    assert ended.code == exits.CLEAN


def test_a_dry_run_writes_nothing_and_says_so(p3dn: Terminal, folder: Path, engine: Engine) -> None:
    calls = engine("build", BuildResult(None, True, (document("lengkap"),), ()))
    ended = p3dn("build", "tw4", "--dry-run")
    assert "Tidak ada yang ditulis." in ended.out
    assert calls[0]["dry_run"] is True


@pytest.mark.parametrize(
    ("options", "form", "zipped"),
    [
        ((), None, False),
        (("--pdf",), "pdf", False),
        (("--pdf-a",), "pdf-a", False),
        (("--pdf-a", "--pdf", "--zip"), "pdf-a", True),
        (("--zip",), None, True),
    ],
)
def test_copies_are_made_as_asked(
    p3dn: Terminal, folder: Path, engine: Engine, options: tuple[str, ...], form: str | None, zipped: bool
) -> None:
    result = BuildResult(Path("outputs/x"), True, (document("lengkap"),), ())
    engine("build", result)
    calls = engine("with_copies", result)
    p3dn("build", "tw4", *options)
    (call,) = calls
    assert (call["form"], call["zipped"], call["places"][1]) == (form, zipped, result)


def test_build_says_where_the_copies_lie(p3dn: Terminal, folder: Path, engine: Engine) -> None:
    built = BuildResult(Path("outputs/x"), False, (document("lengkap"),), ())
    engine("build", built)
    engine("with_copies", replace(built, pdf=PdfResult(Path("outputs/x/pdf"), True, ()), arsip=Path("outputs/x.zip")))
    ended = p3dn("build", "tw4", "--pdf", "--zip")
    assert ended.code == exits.CLEAN
    assert ended.out.endswith("PDF-nya ada di:\n  outputs/x/pdf\nArsipnya ada di:\n  outputs/x.zip\n")
    content = json.loads(p3dn("build", "tw4", "--pdf", "--zip", "--format", "json").out)
    assert (content["pdf"], content["arsip"]) == ("outputs/x/pdf", "outputs/x.zip")


def test_pdfs_that_could_not_be_made_are_findings_beside_whole_documents(
    p3dn: Terminal, folder: Path, engine: Engine
) -> None:
    built = BuildResult(Path("outputs/x"), True, (document("lengkap"),), ())
    engine("build", built)
    engine("with_copies", replace(built, pdf=PdfResult(None, True, (problem("pdf-tanpa-libreoffice"),))))
    ended = p3dn("build", "tw4", "--pdf")
    assert ended.code == exits.FINDINGS
    assert "Naskahnya ada di:\n  outputs/x" in ended.out
    assert "PDF-nya" not in ended.out
    assert "LibreOffice tidak ada di komputer ini" in ended.err
    assert "Pasang LibreOffice" in ended.err
    content = json.loads(p3dn("build", "tw4", "--pdf", "--format", "json").out)
    assert content["pdf"] is None
    assert [found["kode"] for found in content["masalah"]] == ["pdf-tanpa-libreoffice"]


@pytest.mark.parametrize(
    ("documents", "problems", "code"),
    [
        ((document("konsep", "alasan belum diisi"),), (PERINGATAN, CATATAN), exits.CLEAN),
        ((document("ditahan", "data bermasalah"),), (), exits.FINDINGS),
        ((document("lengkap"),), (GALAT,), exits.FINDINGS),
    ],
)
def test_only_faults_and_withheld_documents_make_findings(
    p3dn: Terminal,
    folder: Path,
    engine: Engine,
    documents: tuple[DocumentRecord, ...],
    problems: tuple[Problem, ...],
    code: int,
) -> None:
    engine("build", BuildResult(Path("outputs/x"), True, documents, problems))
    assert p3dn("build", "tw4").code == code
    as_json = p3dn("build", "tw4", "--format", "json")
    assert as_json.code == code
    content = json.loads(as_json.out)
    assert [record["status"] for record in content["dokumen"]] == [record.status for record in documents]
    assert len(content["masalah"]) == len(problems)


def test_a_long_list_is_cut_and_the_whole_one_named(p3dn: Terminal, folder: Path, engine: Engine) -> None:
    engine(
        "build",
        BuildResult(Path("outputs/x"), True, (), tuple(replace(GALAT, kode=f"k{number}") for number in range(42))),
    )
    ended = p3dn("build", "tw4")
    assert ended.err.count("bukan angka") == 30
    assert "... dan 12 galat lagi; semuanya ditampilkan dengan --all, dan ada di hasil.xlsx, lembar Temuan" in ended.err
    assert "Temuan: 42 galat." in ended.out
    assert p3dn("build", "tw4", "--all").err.count("bukan angka") == 42


def test_findings_of_one_cause_are_told_together(p3dn: Terminal, folder: Path, engine: Engine) -> None:
    same = [replace(PERINGATAN, unit=(f"1.{number:02}",), pesan=f"Paket {number}.") for number in range(8)]
    cells = [replace(GALAT, lokasi=Location("a.xlsx", "S", f"D{row}", row, "nilai")) for row in range(5, 9)]
    few = [replace(CATATAN, pesan=f"Catatan {number}.") for number in range(3)]
    engine("check", CheckResult((*same, *cells, *few), Path("rules.yaml"), Path("inputs/tw4"), {}))
    out = p3dn("check", "tw4").out
    assert "Paket 0." in out
    assert "Paket 1." not in out
    assert "… dan 7 temuan sejenis pada satuan kerja 1.01, 1.02, 1.03, 1.04, 1.05, dan 2 lagi." in out
    assert "… dan 3 temuan sejenis di D6, D7, D8." in out
    assert all(f"Catatan {number}." in out for number in range(3))
    every = p3dn("check", "tw4", "--all").out
    assert "sejenis" not in every
    assert all(f"Paket {number}." in every for number in range(8))


def test_notes_do_not_hide_what_asks_for_a_hand(p3dn: Terminal, folder: Path, engine: Engine) -> None:
    engine("build", BuildResult(Path("outputs/x"), True, (), (CATATAN, PERINGATAN, CATATAN)))
    ended = p3dn("build", "tw4")
    assert "Spasi di ujung" not in ended.err
    assert "2 catatan; semuanya ditampilkan dengan --all" in ended.err
    assert "Nilai PDN 3 paket kosong." in ended.err


def test_check_shows_everything_at_once(
    p3dn: Terminal, folder: Path, engine: Engine, snapshot: SnapshotAssertion
) -> None:
    result = CheckResult((CATATAN, GALAT, PERINGATAN), Path("rules.yaml"), Path("inputs/tw4"), {"rup": 12, "satker": 3})
    engine("check", result)
    ended = p3dn("check", "tw4")
    assert ended.code == exits.FINDINGS
    assert ended.out == snapshot(name="out")
    assert ended.err.replace(str(folder), "KERJA") == snapshot(name="err")
    content = json.loads(p3dn("check", "tw4", "--format", "json").out)
    assert content["ringkasan"] == {"rup": 12, "satker": 3}
    assert [found["sel"] for found in content["masalah"]] == [None, "D14", None]


def test_what_is_right_ends_clean(p3dn: Terminal, folder: Path, engine: Engine) -> None:
    engine("check", CheckResult((), Path("rules.yaml"), Path("inputs/tw4"), {}))
    ended = p3dn("check", "tw4")
    assert (ended.code, "Hasil pemeriksaan: tidak ada temuan." in ended.out) == (exits.CLEAN, True)


def test_evaluate_in_three_forms(p3dn: Terminal, folder: Path, engine: Engine, snapshot: SnapshotAssertion) -> None:
    engine("evaluate", EvaluateResult(object(), (PERINGATAN,), HASIL))  # type: ignore[arg-type]
    assert p3dn("evaluate", "tw4").out == snapshot(name="table")
    assert p3dn("evaluate", "tw4", "--format", "table").out == snapshot(name="table")
    assert json.loads(p3dn("evaluate", "tw4", "--format", "json").out) == HASIL
    rows = list(csv.DictReader(io.StringIO(p3dn("evaluate", "tw4", "--format", "csv").out)))
    assert [row["kode_satker"] for row in rows] == ["1.01", "1.02", ""]
    assert (rows[0]["nilai"], rows[1]["nilai"]) == ("79.995000000000", "")


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+62 21 cmd", "'+62 21 cmd"),
        ("-2+3|calc", "'-2+3|calc"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "' =1"),
        ("\r=1", "' =1"),
        ("Dinas\r\n=1", "Dinas  =1"),
        ("  =1", "'  =1"),
        ("＝1", "'＝1"),
        ("Dinas = Badan", "Dinas = Badan"),
        ("-12.500,75%", "-12.500,75%"),
        ("-3", "-3"),
    ],
)
def test_no_cell_of_a_csv_is_a_formula(p3dn: Terminal, folder: Path, engine: Engine, name: str, cell: str) -> None:
    unit = {**HASIL["unit"][0], "nama": name, "indikator": {"x": {"nilai": "-5.000000000000", "tampil": "-5,00%"}}}
    engine("evaluate", EvaluateResult(object(), (), {**HASIL, "unit": [unit]}))  # type: ignore[arg-type]
    row = next(csv.DictReader(io.StringIO(p3dn("evaluate", "tw4", "--format", "csv").out, newline="")))
    assert (row["nama"], row["nilai"], row["tampil"]) == (cell, "-5.000000000000", "-5,00%")


def test_a_hostile_name_cannot_steer_the_terminal(p3dn: Terminal, folder: Path, engine: Engine) -> None:
    hostile = Problem("x", Severity.GALAT, "Nilai \x1b[2J\n\nhilang.", "Isi.", Location("a\x1b]0;x\x07.xlsx"))
    engine("check", CheckResult((hostile,), Path("rules.yaml"), Path("inputs/tw4"), {}))
    printed = p3dn("check", "tw4").out
    assert "hilang" in printed
    assert "\x1b" not in printed
    assert "\x07" not in printed


@pytest.mark.parametrize(
    ("outcome", "code", "words"),
    [
        (ProblemsError([GALAT]), exits.FINDINGS, "realisasi.xlsx, Sheet1!D14"),
        (UsageError("Tidak ada dokumen surat."), exits.USAGE, "Kesalahan: Tidak ada dokumen surat."),
        (KeyboardInterrupt(), exits.INTERRUPTED, "Dihentikan."),
        (RuntimeError("rahasia dalam"), exits.BUG, "kesalahan pada program p3dn sendiri"),
    ],
)
def test_every_ending_has_its_code(
    p3dn: Terminal, folder: Path, engine: Engine, outcome: BaseException, code: int, words: str
) -> None:
    engine("build", outcome)
    ended = p3dn("build", "tw4")
    assert ended.code == code
    assert words in ended.err
    assert "Traceback" not in ended.err
    assert (folder / buglog.LOG).exists() is (code == exits.BUG)


def test_an_interrupt_that_a_library_answers_with_its_own_error_is_still_one(
    p3dn: Terminal, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted_query(*_: object, **__: object) -> None:
        try:
            signal.raise_signal(signal.SIGINT)
        except KeyboardInterrupt:
            raise RuntimeError("query interrupted") from None

    monkeypatch.setattr(pipeline, "build", interrupted_query)
    ended = p3dn("build", "tw4")
    assert ended.code == exits.INTERRUPTED
    assert "Dihentikan." in ended.err
    assert not (folder / buglog.LOG).exists()


def test_ctrl_c_before_or_after_the_work_ends_without_a_traceback() -> None:
    """Before: the imports are still going on. After: nothing is left that it could stop."""
    script = (
        "import signal, sys, p3dn_reports.cli as cli\n"
        "def run(_): {}\n"
        "cli.run = run\n"
        "import atexit; atexit.register(signal.raise_signal, signal.SIGINT)\n"
        "cli.main()\n"
    )
    for body, code in (("raise KeyboardInterrupt", exits.INTERRUPTED), ("return 0", exits.CLEAN)):
        ended = subprocess.run([sys.executable, "-c", script.format(body)], capture_output=True, text=True, check=False)
        assert (ended.returncode, "Traceback" in ended.stderr) == (code, False)


@pytest.mark.parametrize("asked", [("--format", "json"), ("--format=json",)])
def test_a_program_finds_json_even_where_nothing_could_be_done(
    p3dn: Terminal, folder: Path, engine: Engine, asked: tuple[str, ...]
) -> None:
    engine("build", ProblemsError([GALAT]))
    ended = p3dn("build", "tw4", *asked)
    assert ended.code == exits.FINDINGS
    assert [found["kode"] for found in json.loads(ended.out)["masalah"]] == ["nilai-bukan-angka"]


def test_the_log_of_a_bug_holds_what_its_mender_needs(p3dn: Terminal, folder: Path, engine: Engine) -> None:
    engine("build", RuntimeError("rahasia dalam"))
    assert str(folder / buglog.LOG) in p3dn("build", "tw4").err
    log = (folder / buglog.LOG).read_text(encoding="utf-8")
    assert "p3dn build tw4" in log
    assert "RuntimeError: rahasia dalam" in log


def test_a_name_is_seen_from_the_workspace_too(
    p3dn: Terminal, folder: Path, engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the list of choices prints it, from wherever the person stands."""
    elsewhere = tmp_path / "lain"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    engine("check", CheckResult((), Path("rules.yaml"), Path("inputs/tw4"), {}))
    listed = p3dn("--workspace", str(folder), "check", "tw5").err
    assert "inputs/tw3, inputs/tw4" in listed
    assert p3dn("--workspace", str(folder), "check", "inputs/tw4").code == exits.CLEAN
    (folder / "outputs").mkdir()
    assert p3dn("--workspace", str(folder), "verify", "outputs").code == exits.FINDINGS
    assert "'lama.yaml' tidak ada." in p3dn("--workspace", str(folder), "rules", "diff", "lama.yaml").err


def test_which_rulebook_is_used_is_said(p3dn: Terminal, folder: Path, engine: Engine, tmp_path: Path) -> None:
    other = tmp_path / "lain"
    (other / "inputs/tw1").mkdir(parents=True)
    (other / "rules.yaml").write_text("")
    engine("check", CheckResult((), Path("rules.yaml"), Path("inputs/tw4"), {}))
    ended = p3dn("--workspace", str(other), "check")
    assert f"Buku aturan: {other / 'rules.yaml'}" in ended.err
    assert f"Masukan: {other / 'inputs/tw1'}" in ended.err


def test_doctor_lists_what_is_there(p3dn: Terminal, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("p3dn_reports.desk.computer.find_program", lambda: None)
    ended = p3dn("doctor")
    assert ended.code == exits.CLEAN
    assert "duckdb" in ended.out
    assert "Pasang LibreOffice" in ended.out
    found = {one["hal"]: one for one in json.loads(p3dn("doctor", "--format", "json").out)["hal"]}
    assert (found["LibreOffice"]["baik"], found["LibreOffice"]["wajib"]) == (False, False)
    assert (found["Folder kerja"]["keadaan"], found["Folder kerja"]["letak"]) == (folder.name, str(folder))
    assert {"Hak atas folder", "Sinkronisasi", "Ruang disk", "Microsoft Word"} <= found.keys()


def test_doctor_misses_a_package(p3dn: Terminal, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "p3dn_reports.desk.computer.metadata.requires",
        lambda _name: ["babel>=99", "tak-ada>=1", 'ruff>=9; extra == "dev"'],
    )
    ended = p3dn("doctor")
    assert ended.code == exits.FINDINGS
    assert 'python -m pip install "babel>=99"' in ended.out
    assert 'python -m pip install "tak-ada>=1"' in ended.out
    assert "ruff" not in ended.out


def test_init_then_verify(p3dn: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    first = p3dn("init", "kerja baru")
    assert (first.code, (tmp_path / "kerja baru/rules.yaml").is_file()) == (exits.CLEAN, True)
    assert "p3dn build inputs/" in first.out
    second = p3dn("init", "kerja baru")
    assert second.code == exits.USAGE
    assert "Tidak ada yang disalin" in second.err
    verified = p3dn("verify", "kerja baru")
    assert verified.code == exits.FINDINGS
    assert "tidak memuat manifest.json" in verified.out


def test_an_upgrade_says_what_it_left_for_a_person(
    p3dn: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    p3dn("init", "kerja")
    assert p3dn("init", "--upgrade", "kerja").out == "Semua berkas bawaan sudah sama dengan versi program ini.\n"
    with (tmp_path / "kerja/rules.yaml").open("a", encoding="utf-8") as rules:
        rules.write("# catatan biro hukum\n")
    asked = p3dn("init", "--upgrade", "--dry-run", "kerja")
    assert (asked.code, "Belum ada yang diubah" in asked.out) == (exits.FINDINGS, True)
    assert not (tmp_path / "kerja/pembaruan").exists()
    done = p3dn("init", "--upgrade", "kerja")
    assert done.code == exits.FINDINGS
    assert "versi barunya ada di folder pembaruan (1):\n  rules.yaml\n" in done.out
    assert (tmp_path / "kerja/pembaruan/rules.yaml").read_bytes() == (places.packaged() / "rules.yaml").read_bytes()
    assert p3dn("init", "--dry-run", "lain").code == exits.USAGE
