"""Make the kit that installs p3dn-reports on Windows without the internet: `python tools/kit.py [FOLDER]`.

One zip: the wheels of the program and of all it needs, for each Python below; `pasang.cmd`; a page to read first.
Python itself is not in it. Needs pip and a package index.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from email.parser import HeaderParser
from hashlib import sha256
from pathlib import Path

from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename

ROOT = Path(__file__).resolve().parent.parent
PARTS = Path(__file__).resolve().parent / "pemasang"
_WINDOWS = {"os_name": "nt", "sys_platform": "win32", "platform_system": "Windows", "platform_machine": "AMD64"}
_WHEN = (2020, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Target:
    """A Python that the kit is for: pip's arguments that stand for it, and its markers."""

    pip: Sequence[str]
    markers: Mapping[str, str]

    @classmethod
    def windows(cls, python: str) -> Target:
        """Python `python` on Windows of 64 bits."""
        pip = ("--platform", "win_amd64", "--python-version", python, "--implementation", "cp")
        return cls(pip, {**_WINDOWS, "python_version": python, "python_full_version": f"{python}.0"})

    @classmethod
    def here(cls) -> Target:
        """The Python that this runs on, for trying the kit."""
        return cls((), {})


WINDOWS = tuple(Target.windows(python) for python in ("3.11", "3.12", "3.13"))


def main() -> None:
    """Write the kit to the folder named, else to dist/."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "dist"
    folder.mkdir(parents=True, exist_ok=True)
    print(make(folder, WINDOWS))


def make(folder: Path, targets: Iterable[Target]) -> Path:
    """The kit for `targets`, made in `folder`. Raises CalledProcessError where pip ends with an error."""
    with tempfile.TemporaryDirectory(prefix="p3dn-") as own:
        wheels = Path(own)
        pip("wheel", "--no-deps", "--wheel-dir", str(wheels), str(ROOT))
        (program,) = wheels.iterdir()
        for target in targets:
            _gather(wheels, program, target)
        _, version, _, _ = parse_wheel_filename(program.name)
        return pack(folder / f"p3dn-reports-{version}-pasang.zip", sorted(wheels.iterdir()))


def _gather(wheels: Path, program: Path, target: Target) -> None:
    """Download what the program needs. pip judges markers by the Python it runs on, so they are judged again here."""
    wanted = [str(program)]
    while wanted:
        pip("download", "--only-binary", ":all:", "--dest", str(wheels), *target.pip, *wanted)
        wanted = missing(wheels.iterdir(), target.markers)


def missing(wheels: Iterable[Path], markers: Mapping[str, str]) -> list[str]:
    """What the wheels need of each other under these markers and none of them is."""
    there = list(wheels)
    names = {parse_wheel_filename(path.name)[0] for path in there}
    environment = {**default_environment(), **markers, "extra": ""}
    needed = (one for path in there for one in _needs(path) if one.marker is None or one.marker.evaluate(environment))
    return sorted({f"{one.name}{one.specifier}" for one in needed if canonicalize_name(one.name) not in names})


def _needs(wheel: Path) -> Iterator[Requirement]:
    with zipfile.ZipFile(wheel) as archive:
        name = next(one for one in archive.namelist() if one.endswith(".dist-info/METADATA"))
        told = HeaderParser().parsestr(archive.read(name).decode("utf-8"))
    return (Requirement(line) for line in told.get_all("Requires-Dist") or ())


def pack(target: Path, wheels: Sequence[Path]) -> Path:
    """The zip of the wheels and of what a person reads and double-clicks; same wheels, same bytes."""
    sums = "".join(f"{sha256(path.read_bytes()).hexdigest()}  roda/{path.name}\n" for path in wheels)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as kit:
        for part in sorted(PARTS.iterdir()):
            _add(kit, part.name, _of_windows(part.read_text(encoding="ascii")))
        _add(kit, "SHA256.txt", _of_windows(sums))
        for path in wheels:
            _add(kit, f"roda/{path.name}", path.read_bytes(), zipfile.ZIP_STORED)
    return target


def _of_windows(text: str) -> bytes:
    """Plain ASCII with the line ends of Windows: the same under every code page, in cmd.exe and in Notepad."""
    return text.replace("\n", "\r\n").encode("ascii")


def _add(kit: zipfile.ZipFile, name: str, content: bytes, method: int = zipfile.ZIP_DEFLATED) -> None:
    kit.writestr(zipfile.ZipInfo(name, _WHEN), content, method)


def pip(*arguments: str) -> None:
    """Run pip with our arguments."""
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", *arguments]
    subprocess.run(command, check=True)  # noqa: S603 - nobody else's words


if __name__ == "__main__":
    main()
