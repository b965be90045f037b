"""A run is killed at every single step it takes on the disk: the last complete build must stay whole each time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from p3dn_reports.outputs.archive import archive
from p3dn_reports.outputs.derived import find_set
from p3dn_reports.outputs.publish import find_build
from p3dn_reports.outputs.verify import verify

from .builds import MASUKAN, bytes_below, place, publish_build
from .sets import publish_pdf

HERE = Path(__file__).resolve().parent
KILLED = 9

SCRIPT = """
import os, sys
root, last = os.path.realpath(sys.argv[1]), int(sys.argv[2])
sys.path[:0] = sys.argv[3:]
from pathlib import Path
from p3dn_reports.outputs.archive import archive
from {package}.builds import publish_build
from {package}.sets import publish_pdf

steps = 0

def watch(event, arguments):
    global steps
    writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    if writes or event in {{"os.mkdir", "os.rename", "os.remove", "os.rmdir"}}:
        if isinstance(arguments[0], (str, os.PathLike)) and os.fspath(arguments[0]).startswith(root):
            steps += 1
            if steps == last:
                os._exit({killed})

sys.addaudithook(watch)
work = "{work}"
if work == "build":
    publish_build(Path(root), "b")
else:
    folder = next(Path(root).glob("*/*_*/"))
    publish_pdf(Path(root), folder) if work == "pdf" else archive(Path(root), folder)
"""


def run_and_kill(root: Path, step: int, work: str = "build") -> int:
    """Publish build "b", or the `pdf` or `zip` of the one there is, in a process that dies at its `step`-th change."""
    script = SCRIPT.format(package=HERE.name, killed=KILLED, work=work)
    command = [sys.executable, "-c", script, str(root), str(step), str(HERE.parent), str(HERE.parent.parent)]
    return subprocess.run(command, check=False).returncode


def test_killed_at_every_step_the_last_build_stays_whole(tmp_path: Path) -> None:
    step, code = 0, KILLED
    while code == KILLED:
        step += 1
        root = tmp_path / str(step)
        kept = publish_build(root, "a")
        (kept.parent / ".sedang-dibuat-0000000").mkdir()
        before = bytes_below(kept)
        code = run_and_kill(root, step)
        assert bytes_below(kept) == before
        assert verify(kept) == []
        half_done = find_build(root, MASUKAN, place("b").digest)
        assert half_done is None or verify(half_done) == []

        finished = publish_build(root, "b")
        assert verify(finished) == []
        builds = {kept.name, finished.name, "terbaru.json"}
        assert {path.name for path in kept.parent.iterdir()} == builds
        assert finished.name in (kept.parent / "terbaru.json").read_text()
    assert code == 0
    assert step > 10, "the hook saw too few steps to mean anything"


@pytest.mark.parametrize("work", ["pdf", "zip"])
def test_killed_over_a_copy_the_build_stays_whole(tmp_path: Path, work: str) -> None:
    step, code = 0, KILLED
    while code == KILLED:
        step += 1
        root = tmp_path / str(step)
        folder = publish_build(root)
        code = run_and_kill(root, step, work)
        assert verify(folder) == []
        standing = find_set(folder, "PDF")
        if code == 0 and work == "pdf":
            assert standing

        if work == "pdf":
            assert standing or publish_pdf(root, folder) == folder / "pdf"
        archive(root, folder)
        names = {folder.name, f"{folder.name}.zip", "terbaru.json"}
        assert {path.name for path in folder.parent.iterdir()} == names
        assert verify(folder) == []
    assert code == 0
    assert step > 5, "the hook saw too few steps to mean anything"
