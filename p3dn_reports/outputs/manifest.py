"""The manifest of a build: what it was made from, what it holds, and the status of every document. No clock.

A build is named by the digest of its parts, each keyed by a name a person can find (`masukan/bayar.csv`,
`aturan/rules.yaml`, `mesin`): the same parts give the same bytes, a changed part gives another folder.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from p3dn_reports.problems import Problem, Severity

NAME = "manifest.json"
VERSION = "2"
"""Version 2 says `masukan`, and of each document what it says (`isi`); both versions are read."""


@dataclass(frozen=True, slots=True)
class BuildPlace:
    """Whose build, of what period and cut-off, from which parts (`digest`: 64 hex digits).

    `masukan` is the name of the inputs folder (`Workspace.name_of`): builds of one lie apart from those of others.
    """

    masukan: str
    daerah: str
    periode: str
    data_per: date
    digest: str


def digest_of(parts: Mapping[str, str]) -> str:
    """SHA-256 over the named parts, whatever their order: 64 hex digits."""
    return sha256(json.dumps(dict(parts), sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def manifest(
    place: BuildPlace,
    parts: Mapping[str, str],
    engine: str,
    dokumen: Sequence[Mapping[str, object]],
    problems: Sequence[Problem],
) -> dict[str, object]:
    """The manifest but for `keluaran`, which `publish` adds from the bytes it writes.

    `engine` is the program's version, `dokumen` the documents as in hasil.json, with status, sebab and dasar. Raises
    ValueError where the place's digest is not that of the parts.
    """
    if place.digest != digest_of(parts):
        raise ValueError("the digest is not that of the parts")
    return {
        "versi": VERSION,
        "versi_mesin": engine,
        "digest": place.digest,
        "masukan": place.masukan,
        "daerah": place.daerah,
        "periode": place.periode,
        "data_per": place.data_per.isoformat(),
        "bahan": dict(sorted(parts.items())),
        "dokumen": [dict(record) for record in dokumen],
        "temuan": {str(tingkat): sum(found.tingkat is tingkat for found in problems) for tingkat in Severity},
    }


def output_entry(data: bytes) -> dict[str, object]:
    """What the manifest says of one file written: SHA-256 and size in bytes."""
    return {"sha256": sha256(data).hexdigest(), "ukuran": len(data)}


def json_bytes(content: object) -> bytes:
    """JSON as it lies on the disk: UTF-8, two blanks of indent, keys in the order given, a newline at the end."""
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def read_manifest(folder: Path) -> dict[str, Any] | None:
    """The manifest of a built folder, or None where there is none that can be read."""
    try:
        content = json.loads((folder / NAME).read_bytes())
    except (OSError, ValueError):
        return None
    return content if _well_formed(content) else None


def _well_formed(content: object) -> bool:
    if not isinstance(content, dict) or not isinstance(content.get("digest"), str):
        return False
    outputs = content.get("keluaran")
    return (
        isinstance(content.get("data_per"), str)
        and isinstance(content.get("bahan"), dict)
        and isinstance(content.get("dokumen"), list)
        and isinstance(outputs, dict)
        and all(isinstance(entry, dict) and {"sha256", "ukuran"} <= entry.keys() for entry in outputs.values())
    )
