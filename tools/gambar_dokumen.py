"""Draw docs/gambar/dokumen: the first page of every kind of document, small, from the examples.

`python tools/gambar_dokumen.py` draws those whose template has changed since, with `--all` every one. It needs
LibreOffice (soffice) and poppler (pdftoppm), which draw a little otherwise on every computer: what is compared is the
digest of the template beside the picture, never the picture.
"""

from __future__ import annotations

import json
import re
import struct
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from dokumen import DIGESTS, PICTURES, ROOT, digests, template_digest

from p3dn_reports import pipeline
from p3dn_reports.inputs.schema import load_schemas
from p3dn_reports.pdf import convert, find_program
from p3dn_reports.workspace import Workspace

EXAMPLES = ("contoh-dki-2024-tw4", "contoh-pandeglang-2024", "contoh-sanksi")
DPI = 40
MOST = 25_000
"""Bytes of one picture."""


def main() -> None:
    """Draw what is wanting, and write down what it was drawn from."""
    known = {} if "--all" in sys.argv else digests()
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="p3dn-") as folder:
        for name, templat, pdf in _pages(Path(folder), known):
            _draw(name, pdf, Path(folder))
            known[name] = template_digest(templat)
    DIGESTS.write_text(json.dumps(known, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def _pages(folder: Path, known: dict[str, str]) -> Iterator[tuple[str, str, bytes]]:
    """Every kind that is to be drawn: its id, its template, the PDF of one document, a whole one where there is one."""
    place = replace(Workspace.at(ROOT), outputs=folder / "naskah")
    rules, _ = pipeline.load_rules(place, load_schemas(place.schemas))
    kinds = rules.dokumen if rules else {}
    found: dict[str, Path] = {}
    for example in EXAMPLES:
        built = pipeline.build(place, place.inputs / example)
        records = [one for one in built.dokumen if built.folder and one.status != "ditahan"]
        for one in sorted(records, key=lambda record: record.status != "lengkap"):
            if known.get(one.id) != template_digest(kinds[one.id].templat):
                found.setdefault(one.id, (built.folder or folder) / one.berkas)
    names = {path: name for name, path in found.items()}
    for done in convert(find_program() or Path("soffice"), [*names]):
        if done.content is None:
            raise SystemExit(f"{done.path.name}: {done.problem}")
        yield names[done.path], kinds[names[done.path]].templat, done.content


def _draw(name: str, pdf: bytes, folder: Path) -> None:
    source = folder / f"{name}.pdf"
    source.write_bytes(pdf)
    command = ["pdftoppm", "-gray", "-singlefile", "-r", str(DPI), str(source), str(source.with_suffix(""))]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own arguments
    picture = _png(source.with_suffix(".pgm").read_bytes())
    if len(picture) > MOST:
        raise SystemExit(f"{name}.png: {len(picture)} bytes, more than {MOST}")
    (PICTURES / f"{name}.png").write_bytes(picture)


def _png(pgm: bytes) -> bytes:
    """A grey picture with 16 shades, two pixels a byte."""
    _, width, height, _, grey = re.split(rb"\s", pgm, maxsplit=4)
    across, down = int(width), int(height)
    rows = (grey[at * across : (at + 1) * across] + b"\xff" for at in range(down))
    packed = (bytes(left & 0xF0 | right >> 4 for left, right in zip(row[::2], row[1::2], strict=False)) for row in rows)
    parts = (
        (b"IHDR", struct.pack(">2I5B", across, down, 4, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"".join(b"\0" + row for row in packed), 9)),
        (b"IEND", b""),
    )
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


if __name__ == "__main__":
    main()
