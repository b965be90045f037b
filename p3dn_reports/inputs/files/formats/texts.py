"""What separated text and JSON share: a file that is none, or too large, is refused before it is decoded."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

from p3dn_reports.inputs.files import textfile
from p3dn_reports.inputs.files.disguise import disguised_text
from p3dn_reports.inputs.files.jsonfile import JsonShapeError
from p3dn_reports.inputs.files.preflight import Limits
from p3dn_reports.inputs.files.raw import Read, unmarked
from p3dn_reports.problems import Location, Problem, problem


def read_text(path: Path, parse: Callable[[str, str], Read], unread: str) -> Read:
    """The file's text as `parse` reads it, given its name; `unread` is the code of what cannot be read at all."""
    place = Location(berkas=path.name)
    if refused := _refused(path, place):
        yield refused
        return
    text = textfile.decode(path.read_bytes())
    try:
        if text is None:
            raise ValueError
        found = [*parse(path.name, text)]
    except JsonShapeError:
        yield problem("json-bukan-daftar", place)
    except (csv.Error, ValueError):
        yield problem(unread, place, semua_unit=True)
    else:
        yield from unmarked(iter(found))


def _refused(path: Path, place: Location) -> Problem | None:
    size, limits = path.stat().st_size, Limits()
    if size == 0:
        return problem("berkas-kosong", place, semua_unit=True)
    if size > limits.file_size:
        isi: dict[str, Any] = {"ukuran": size >> 20, "batas": limits.file_size >> 20}
        return problem("berkas-terlalu-besar", place, semua_unit=True, **isi)
    if kind := disguised_text(path):
        return problem("akhiran-tidak-sesuai", place, semua_unit=True, akhiran=path.suffix, isi=kind)
    return None
