"""The wheel, installed into a clean environment, works from any folder with what it carries."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command], cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False
    )


def pip_or_skip(*arguments: str | Path, cwd: Path) -> None:
    """A failure of our own package fails the test; a machine without a network skips it."""
    ended = run(*arguments, cwd=cwd)
    if ended.returncode and any(word in ended.stderr for word in ("No matching distribution", "ConnectionError")):
        pytest.skip("pip reaches no package index here")
    assert ended.returncode == 0, ended.stdout + ended.stderr


@pytest.mark.paket
def test_the_wheel_makes_a_workspace_and_builds_in_it(tmp_path: Path) -> None:
    wheels, program = tmp_path / "roda", tmp_path / "program"
    pip_or_skip(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", wheels, ROOT, cwd=tmp_path)
    (wheel,) = wheels.iterdir()
    venv.create(program, with_pip=True)
    scripts = program / ("Scripts" if sys.platform == "win32" else "bin")
    pip_or_skip(scripts / "python", "-m", "pip", "install", "--quiet", wheel, cwd=tmp_path)

    made = run(scripts / "p3dn", "init", "kerja baru", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    built = run(scripts / "p3dn", "build", "contoh-dki-2024-tw4", cwd=tmp_path / "kerja baru")
    assert built.returncode == 0, built.stderr
    (manifest,) = (tmp_path / "kerja baru/outputs").glob("*/*/manifest.json")
    assert str(manifest.parent) in built.stdout
    tested = run(scripts / "p3dn", "rules", "test", cwd=tmp_path / "kerja baru")
    assert tested.returncode == 0, tested.stdout + tested.stderr
    verified = run(scripts / "p3dn", "verify", manifest.parent, cwd=tmp_path)
    assert verified.returncode == 0, verified.stderr
