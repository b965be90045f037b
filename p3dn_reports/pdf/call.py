"""One run of LibreOffice over a batch of documents, watched from outside."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from p3dn_reports.pdf import guard, profile
from p3dn_reports.pdf.batches import Batch

_PDF = "pdf"
_PDF_A = "pdf:writer_pdf_Export:" + json.dumps({"SelectPdfVersion": {"type": "long", "value": "2"}})
"""2 is PDF/A-2b (ISO 19005-2), as LibreOffice numbers it."""

_NO_WINDOW = 0x08000000 if sys.platform == "win32" else 0
_IN, _OUT, _PROFILE = "masuk", "keluar", "profil"
_END_SECONDS = 20


class Call:
    """LibreOffice at work in `folder`, which holds its profile and is no other call's at the same time.

    The documents are copied there under plain names, so that two of one name do not meet and none is locked while a
    person wants to open it. Stop it, or let it end, before the folder goes. Raises OSError where it cannot be started.
    """

    def __init__(self, program: Path, batch: Batch, folder: Path, *, pdf_a: bool, seconds: float) -> None:
        self.batch = batch
        self.folder = folder
        self.timed_out = False
        self._seconds = seconds
        self._sources = dict(zip(_stage(batch, folder), batch.paths, strict=True))
        self._process = _start(program, folder, list(self._sources), _PDF_A if pdf_a else _PDF)
        self._moved = time.monotonic()

    def made(self) -> Iterator[tuple[Path, bytes]]:
        """The documents finished since the last look, each with its PDF."""
        for name, source in list(self._sources.items()):
            content = _whole_pdf(self.folder / _OUT / f"{name}.pdf")
            if content is not None:
                del self._sources[name]
                self._moved = time.monotonic()
                yield source, content

    def over(self) -> bool:
        """Whether it has ended, or has given nothing for so long that it must."""
        if self._process.poll() is not None:
            return True
        self.timed_out = time.monotonic() - self._moved > self._seconds
        return self.timed_out

    @property
    def left(self) -> tuple[Path, ...]:
        """The documents that have no PDF, in their order."""
        return tuple(self._sources.values())

    @property
    def broken(self) -> bool:
        """Whether it ended before it had looked at all documents; for a call that is over."""
        return self.timed_out or self._process.returncode != 0

    def stop(self) -> None:
        """End LibreOffice and all it has started; nothing happens where it has ended."""
        assert self._process.stdin is not None  # noqa: S101 - `_start` asks for a pipe
        self._process.stdin.close()
        try:
            self._process.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def _stage(batch: Batch, folder: Path) -> list[str]:
    """Copy the documents into the folder; the plain names they get there."""
    for name in (_IN, _OUT):
        shutil.rmtree(folder / name, ignore_errors=True)
        (folder / name).mkdir(parents=True)
    names = [f"{number:03}" for number in range(1, len(batch.paths) + 1)]
    for name, path in zip(names, batch.paths, strict=True):
        shutil.copyfile(path, folder / _IN / f"{name}.docx")
    return names


def _start(program: Path, folder: Path, names: list[str], form: str) -> subprocess.Popen[bytes]:
    profile.prepare(folder / _PROFILE)
    place = f"-env:UserInstallation={(folder / _PROFILE).as_uri()}"
    options = [place, "--headless", "--norestore", "--convert-to", form]
    files = [str(folder / _IN / f"{name}.docx") for name in names]
    command = [str(program), *options, "--outdir", str(folder / _OUT), *files]
    return subprocess.Popen(  # noqa: S603 - our own arguments
        [sys.executable, "-IS", str(guard.__file__), str(folder), *command],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # Ctrl-C is ours to answer
        creationflags=_NO_WINDOW,
    )


def _whole_pdf(path: Path) -> bytes | None:
    """The bytes of a PDF that has been written to its end; None where there is none yet."""
    try:
        content = path.read_bytes()
    except OSError:  # not there, or Windows keeps it for the one who writes
        return None
    return content if content.startswith(b"%PDF-") and b"%%EOF" in content[-32:] else None
