"""A run is killed at every single step it takes on the disk: the last complete build must stay whole each time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from p3dn_reports.outputs import find_build, verify

from .builds import bytes_below, place, publish_build

HERE = Path(__file__).resolve().parent
KILLED = 9

SCRIPT = """
import os, sys
root, last = os.path.realpath(sys.argv[1]), int(sys.argv[2])
sys.path[:0] = sys.argv[3:]
from pathlib import Path
from {package}.builds import publish_build

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
publish_build(Path(root), "b")
"""


def run_and_kill(root: Path, step: int) -> int:
    """Publish build "b" in a process of its own that dies at its `step`-th change on the disk; its exit code."""
    script = SCRIPT.format(package=HERE.name, killed=KILLED)
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
        half_done = find_build(root, place("b").digest)
        assert half_done is None or verify(half_done) == []

        finished = publish_build(root, "b")
        assert verify(finished) == []
        builds = {kept.name, finished.name, "terbaru.json"}
        assert {path.name for path in kept.parent.iterdir()} == builds
        assert finished.name in (kept.parent / "terbaru.json").read_text()
    assert code == 0
    assert step > 10, "the hook saw too few steps to mean anything"
