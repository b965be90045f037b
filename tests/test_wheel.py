"""The kit, installed into a clean environment without the internet, works from any folder with what it carries."""

from __future__ import annotations

import subprocess
import sys
import venv
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from tools import kit

_NOBODY = "http://127.0.0.1:9"
OFFLINE = {"PIP_NO_INDEX": "1", "HTTP_PROXY": _NOBODY, "HTTPS_PROXY": _NOBODY}


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
def test_the_kit_installs_without_the_internet_and_builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kit, "pip", lambda *words: pip_or_skip(sys.executable, "-m", "pip", *words, cwd=tmp_path))
    wheels = unpacked(kit.make(tmp_path, [kit.Target.here()]), tmp_path / "paket é") / "roda"
    for name, value in OFFLINE.items():
        monkeypatch.setenv(name, value)

    program = tmp_path / "program"
    venv.create(program)
    scripts = program / ("Scripts" if sys.platform == "win32" else "bin")
    into = ("-m", "pip", "--python", scripts / "python", "install", "--quiet", "--no-compile")
    done = run(sys.executable, *into, "--no-index", "--find-links", wheels, "p3dn-reports", cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    made = run(scripts / "p3dn", "init", "kerja baru", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    built = run(scripts / "p3dn", "build", "contoh-dki-2024-tw4", cwd=tmp_path / "kerja baru")
    assert built.returncode == 0, built.stderr
    (manifest,) = (tmp_path / "kerja baru/outputs").glob("*/*/manifest.json")
    assert str(manifest.parent) in built.stdout
    case = "aturan-uji/capaian-80-dan-100.yaml"
    tested = run(scripts / "p3dn", "rules", "test", case, cwd=tmp_path / "kerja baru")
    assert tested.returncode == 0, tested.stdout + tested.stderr
    verified = run(scripts / "p3dn", "verify", manifest.parent, cwd=tmp_path)
    assert verified.returncode == 0, verified.stderr


def test_a_kit_holds_what_windows_reads_and_says_what_it_holds(tmp_path: Path) -> None:
    wheel = a_wheel(tmp_path, "contoh")
    folder = unpacked(kit.pack(tmp_path / "kit.zip", [wheel]), tmp_path / "isi")
    assert {path.name for path in folder.iterdir()} == {"BACA DAHULU.txt", "pasang.cmd", "SHA256.txt", "roda"}
    for path in folder.glob("*.*"):
        content = path.read_bytes()
        assert content.isascii(), path
        assert content.count(b"\r\n") == content.count(b"\n") > 0, path
    told = sha256((folder / "roda" / wheel.name).read_bytes()).hexdigest()
    assert (folder / "SHA256.txt").read_text(encoding="ascii") == f"{told}  roda/{wheel.name}\n"


def test_what_only_windows_needs_is_missed_here(tmp_path: Path) -> None:
    """pip judges by the Python it runs on; the kit is for another."""
    wheels = [a_wheel(tmp_path, "contoh", "lain>=2; sys_platform == 'win32'", "uji; extra == 'dev'", "ada")]
    wheels.append(a_wheel(tmp_path, "ada"))
    assert kit.missing(wheels, kit.Target.windows("3.12").markers) == ["lain>=2"]
    assert kit.missing(wheels, {"sys_platform": "linux"}) == []


def a_wheel(folder: Path, name: str, *needs: str) -> Path:
    """A wheel of nothing but its name and what it needs."""
    path = folder / f"{name}-1.0-py3-none-any.whl"
    told = "".join(f"Requires-Dist: {one}\n" for one in needs)
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr(f"{name}-1.0.dist-info/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n{told}")
    return path


def unpacked(archive: Path, folder: Path) -> Path:
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(folder)
    return folder
