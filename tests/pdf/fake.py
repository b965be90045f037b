"""A stand-in for LibreOffice that does what the documents it is given say; and the documents."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

PROGRAM = '''#!{python} -IS
"""soffice -env:UserInstallation=URI --headless --norestore --convert-to FORM --outdir OUT FILE..."""
import os, signal, subprocess, sys, time
from pathlib import Path
from urllib.parse import unquote, urlparse

here = Path(__file__).parent
profile = Path(unquote(urlparse(sys.argv[1].split("=", 1)[1]).path))
form, out, files = sys.argv[5], Path(sys.argv[7]), sys.argv[8:]
fresh = not (profile / "used").exists()
(profile / "used").write_text("")
with (here / "calls.log").open("a") as log:
    log.write(f"{{len(files)}} {{'fresh' if fresh else 'used'}} {{Path.cwd()}}\\n")

for name in map(Path, files):
    order, target = name.read_text(), out / f"{{name.stem}}.pdf"
    if order.startswith("once ") and not (here / "tried").exists():
        (here / "tried").write_text("")
        order = order.removeprefix("once ")
    if order == "child":
        child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
        (here / "child.pid").write_text(str(child.pid))
        order = "hang"
    if order == "half":
        target.write_bytes(b"%PDF-1.4 half")
        order = "hang"
    if order == "hang":
        (here / "hanging").write_text("")
        time.sleep(600)
    elif order == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    elif order != "skip":
        target.write_bytes(f"%PDF-1.4 {{order}} as {{form}} %%EOF".encode())
'''


@dataclass(frozen=True)
class Fake:
    """The program, and what it has been asked."""

    program: Path

    @property
    def calls(self) -> list[tuple[int, str, str]]:
        """Every call: how many files, whether its profile was `fresh` or `used`, and the folder it ran in."""
        log = self.program.parent / "calls.log"
        lines = (line.split(" ", 2) for line in log.read_text().splitlines()) if log.exists() else ()
        return [(int(files), profile, folder) for files, profile, folder in lines]

    def left(self, name: str) -> Path:
        """A file the program leaves beside itself: `hanging`, `child.pid`."""
        return self.program.parent / name


def install(folder: Path) -> Fake:
    """Put the stand-in into a folder, as `soffice`."""
    folder.mkdir(parents=True)
    program = folder / "soffice"
    program.write_text(PROGRAM.format(python=sys.executable))
    program.chmod(0o755)
    return Fake(program)


def papers(folder: Path, *orders: str) -> list[Path]:
    """Documents that say what is to happen to them: `skip`, `crash`, `hang`, `half`, `child`, `once crash`, a text."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{number:02} surat é.docx" for number in range(1, len(orders) + 1)]
    for path, order in zip(paths, orders, strict=True):
        path.write_text(order)
    return paths
