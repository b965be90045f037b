"""The pool with a stand-in for LibreOffice: what is made, tried again, told, and left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from p3dn_reports.errors import ProblemsError
from p3dn_reports.pdf import Converted, Limits, convert

from .fake import Fake, papers

ONE = Limits(workers=1, smallest=8, largest=50, seconds=60)
SHORT = Limits(workers=1, smallest=8, largest=50, seconds=4)
"""Still long enough for a slow computer to start the stand-in twice."""


@pytest.fixture(autouse=True)
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The temporary folder, which must be empty in the end."""
    folder = tmp_path / "sementara é"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield folder
    assert list(folder.iterdir()) == []


def outcome(fake: Fake, documents: list[Path], limits: Limits = ONE, *, pdf_a: bool = False) -> list[str]:
    """What became of each document, in their order: the text of its PDF, or the code of its problem."""
    found = {item.path: item for item in convert(fake.program, documents, pdf_a=pdf_a, limits=limits)}
    return [told(found[path]) for path in documents]


def told(item: Converted) -> str:
    if item.problem is not None:
        assert item.content is None
        return item.problem.kode
    assert item.content is not None
    return item.content.decode().removeprefix("%PDF-1.4 ").removesuffix(" %%EOF").removesuffix(" as pdf")


def test_documents_of_one_call(fake: Fake, tmp_path: Path) -> None:
    assert outcome(fake, papers(tmp_path / "a b", "satu", "dua")) == ["satu", "dua"]
    assert [files for files, _, _ in fake.calls] == [2]


def test_nothing_to_do_starts_nothing(fake: Fake) -> None:
    assert outcome(fake, []) == []
    assert fake.calls == []


def test_documents_of_one_name_do_not_meet(fake: Fake, tmp_path: Path) -> None:
    both = papers(tmp_path / "surat", "satu") + papers(tmp_path / "nota", "dua")
    assert outcome(fake, both) == ["satu", "dua"]


def test_pdf_a_is_asked_for_by_its_number(fake: Fake, tmp_path: Path) -> None:
    (text,) = outcome(fake, papers(tmp_path, "satu"), pdf_a=True)
    assert text == 'satu as pdf:writer_pdf_Export:{"SelectPdfVersion": {"type": "long", "value": "2"}}'


def test_a_worker_keeps_its_profile_and_begins_anew_after_a_full_batch(fake: Fake, tmp_path: Path) -> None:
    documents = papers(tmp_path, *"abcde")
    assert outcome(fake, documents, Limits(workers=1, largest=2)) == [*"abcde"]
    assert [(files, profile) for files, profile, _ in fake.calls] == [(2, "fresh"), (2, "used"), (1, "used")]


def test_workers_at_the_same_time_have_folders_of_their_own(fake: Fake, tmp_path: Path) -> None:
    outcome(fake, papers(tmp_path, *"abcd"), Limits(workers=2, smallest=1))
    assert [(files, profile) for files, profile, _ in fake.calls] == [(2, "fresh"), (2, "fresh")]
    assert len({folder for _, _, folder in fake.calls}) == 2


@pytest.mark.parametrize(
    ("order", "kode"), [("skip", "pdf-gagal"), ("crash", "pdf-gagal"), ("hang", "pdf-waktu-habis")]
)
def test_one_bad_document_leaves_the_others_whole(fake: Fake, tmp_path: Path, order: str, kode: str) -> None:
    assert outcome(fake, papers(tmp_path, "satu", order, "tiga"), SHORT) == ["satu", kode, "tiga"]


@pytest.mark.parametrize("order", ["once skip", "once crash", "once hang"])
def test_a_passing_fault_is_made_good_in_a_fresh_profile(fake: Fake, tmp_path: Path, order: str) -> None:
    assert outcome(fake, papers(tmp_path, "satu", order), SHORT) == ["satu", order]
    assert [(files, profile) for files, profile, _ in fake.calls] == [(2, "fresh"), (1, "fresh")]


def test_a_half_written_pdf_is_no_pdf(fake: Fake, tmp_path: Path) -> None:
    assert outcome(fake, papers(tmp_path, "satu", "half"), SHORT) == ["satu", "pdf-waktu-habis"]


def test_a_document_at_fault_is_tried_twice_and_no_more(fake: Fake, tmp_path: Path) -> None:
    outcome(fake, papers(tmp_path, "satu", "crash", "tiga", "empat"))
    assert sorted(files for files, _, _ in fake.calls) == [1, 2, 4]


def test_the_problem_names_the_document_and_what_to_do(fake: Fake, tmp_path: Path) -> None:
    documents = papers(tmp_path, "satu", "skip")
    problems = [item.problem for item in convert(fake.program, documents, limits=ONE) if item.problem]
    assert [(found.lokasi.berkas, "Word" in found.saran) for found in problems] == [("02 surat é.docx", True)]


def test_a_libreoffice_that_makes_nothing_is_given_up(fake: Fake, tmp_path: Path) -> None:
    codes = outcome(fake, papers(tmp_path, *["crash"] * 30), Limits(workers=1, largest=10, smallest=1))
    assert set(codes) == {"pdf-libreoffice-rusak"}
    assert len(fake.calls) == 3


def test_a_program_that_cannot_be_started_is_told(fake: Fake, tmp_path: Path) -> None:
    fake.program.chmod(0o644)
    assert outcome(fake, papers(tmp_path, "satu")) == ["pdf-gagal"]


@pytest.mark.parametrize("missing", ["document", "temporary folder"])
def test_what_cannot_be_read_or_written_is_told(
    fake: Fake, tmp_path: Path, missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = papers(tmp_path, "satu")
    place = documents[0] if missing == "document" else tmp_path / "hilang"
    documents[0].unlink()
    if missing != "document":
        monkeypatch.setattr(tempfile, "tempdir", str(place))
    with pytest.raises(ProblemsError) as caught:
        list(convert(fake.program, documents))
    (found,) = caught.value.problems
    assert found.kode == "pdf-tidak-dapat-dimulai"
    assert (found.lokasi.berkas or "").startswith(str(place))


def test_results_come_while_the_call_goes_on(fake: Fake, tmp_path: Path) -> None:
    results = convert(fake.program, papers(tmp_path, "satu", "hang"), limits=ONE)
    assert told(next(results)) == "satu"
    results.close()


def gone(pid: int) -> bool:
    """Whether the process has ended; a dead one whose parent has not looked yet has."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] == "Z"
    except OSError:
        return True


def wait_for(condition: Callable[[], bool]) -> None:
    for _ in range(600):
        if condition():
            return
        time.sleep(0.05)
    raise AssertionError("waited in vain")


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc")
def test_whoever_stops_listening_leaves_no_process(fake: Fake, tmp_path: Path) -> None:
    results = convert(fake.program, papers(tmp_path, "satu", "child"), limits=ONE)
    next(results)
    wait_for(fake.left("hanging").exists)
    results.close()
    wait_for(lambda: gone(int(fake.left("child.pid").read_text())))


SCRIPT = """
import sys, tempfile
from pathlib import Path
from p3dn_reports.pdf import convert
tempfile.tempdir = sys.argv[1]
list(convert(Path(sys.argv[2]), [Path(sys.argv[3])]))
"""


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_killed_ourselves_we_leave_no_process_and_no_document(
    fake: Fake, tmp_path: Path, scratch: Path, number: signal.Signals
) -> None:
    (document,) = papers(tmp_path, "child")
    ours = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, str(scratch), str(fake.program), str(document)], stderr=subprocess.DEVNULL
    )
    wait_for(fake.left("hanging").exists)
    os.kill(ours.pid, number)
    assert ours.wait(60) != 0
    wait_for(lambda: gone(int(fake.left("child.pid").read_text())))
    wait_for(lambda: list(scratch.glob("*/*")) == [])
    for folder in scratch.iterdir():
        folder.rmdir()
