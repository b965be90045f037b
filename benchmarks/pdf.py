"""PDFs per second, one worker against two and against a call for every letter: `python -m benchmarks.pdf [LETTERS]`.

Wall time, for the work is that of other processes; only the ratios of one run mean anything, and those of workers no
more than the number of idle cores.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.naskah import LETTER, letter
from p3dn_reports.documents.word.template import Template
from p3dn_reports.pdf import Limits, convert, find_program

LETTERS, FEW = 100, 5


def letters(folder: Path, count: int) -> list[Path]:
    """So many letters of explanation on the disk."""
    template = Template.compile(LETTER)
    paths = [folder / f"{number:04}.docx" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_bytes(template.render(letter(number)))
    return paths


def per_second(program: Path, paths: list[Path], limits: Limits) -> float:
    """PDFs per second of wall time."""
    start = time.monotonic()
    made = sum(item.content is not None for item in convert(program, paths, limits=limits))
    if made != len(paths):
        raise SystemExit(f"only {made} of {len(paths)} became PDFs")
    return made / (time.monotonic() - start)


def main() -> None:
    """Measure the three and print the ratios."""
    program = find_program()
    if program is None:
        raise SystemExit("LibreOffice is not on this computer")
    with tempfile.TemporaryDirectory() as folder:
        paths = letters(Path(folder), int(sys.argv[1]) if len(sys.argv) > 1 else LETTERS)
        alone = per_second(program, paths[:FEW], Limits(workers=1, largest=1))
        one = per_second(program, paths, Limits(workers=1))
        two = per_second(program, paths, Limits(workers=2))
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "?"
    print(f"{len(paths)} letters on {os.cpu_count()} cores, load {load}")
    print(f"a call for every letter {alone:.1f}/s, 1 worker {one:.1f}/s, 2 workers {two:.1f}/s")
    print(f"batch : single = {one / alone:.1f}, 2 workers : 1 worker = {two / one:.2f}")


if __name__ == "__main__":
    main()
