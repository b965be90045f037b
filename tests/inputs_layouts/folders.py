"""Folders of raw exports: `meta` and units beside the files a test brings."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from p3dn_reports.inputs.folder import Inputs, read_inputs
from p3dn_reports.inputs.schema import load_schemas

HERE = Path(__file__).parent
DATA = HERE / "data" / "kab-bandung"
FOLDER = HERE.parent.parent / "schemas"
SCHEMAS = load_schemas(FOLDER)
META = (
    "kunci;nilai\npemda;Kabupaten Bandung\nkd_klpd;D107\ntahun_anggaran;2025\ntriwulan;3\ntanggal_cutoff;2025-09-30\n"
)
SATKER = (
    "kode_satker;nama_satker;jenis;nama_alias\n"
    "1.01.0.00.0.00.01.0000;Dinas Pendidikan;perangkat_daerah;96020\n"
    "1.02.0.00.0.00.02.0000;Dinas Kesehatan;perangkat_daerah;60414\n"
)


@contextmanager
def reading(folder: Path, files: dict[str, Any], satker: str = SATKER) -> Iterator[Inputs]:
    """Read a folder of `meta`, `satker` and the given files; records (dicts) are written as JSON."""
    named = {"meta.csv": META, "satker.csv": satker, **files}
    for name, content in named.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            (folder / name).write_bytes(content)
        elif isinstance(content, str):
            (folder / name).write_text(content, encoding="utf-8")
        else:
            (folder / name).write_text(json.dumps(content), encoding="utf-8")
    with read_inputs(folder, SCHEMAS) as inputs:
        yield inputs


def told(inputs: Inputs, kode: str) -> list[str]:
    """Where and what the problems of one code say."""
    return [f"{found.lokasi}: {found.pesan}" for found in inputs.problems if found.kode == kode]


def asked(inputs: Inputs) -> list[str]:
    """What to ask for instead of the sheets that feed nothing."""
    return [found.saran for found in inputs.problems if found.kode == "tata-letak-diabaikan"]


def errors(inputs: Inputs) -> list[str]:
    """All errors and warnings as lines."""
    return [f"{p.tingkat} {p.kode} {p.lokasi}" for p in inputs.problems if p.tingkat != "catatan"]
