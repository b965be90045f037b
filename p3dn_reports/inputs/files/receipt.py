"""The receipt of a quarter that lies in a lake of many regions, told and checked without a database.

It holds the digests of all the quarter rests on and of all it stands beside, so that who receives it checks it instead
of reading the senders' files again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from p3dn_reports.errors import ProblemsError
from p3dn_reports.problems import Location, problem

RECEIPT = "resi.json"
VERSION = "1"


@dataclass(frozen=True, slots=True)
class Receipt:
    """Whose quarter, from which files (name: SHA-256), by which program, schemas and rules.

    `masukan` is what the folder of its files was called, so that its builds are called alike everywhere;
    `aturan` is the digest of the rules in force where it was taken, None where no region was known there; `tabel` gives
    the digest and the rows of each table, `temuan` counts what was found by severity, `isi` is all else that was read.
    """

    masukan: str
    kd_klpd: str
    periode: str
    data_per: str
    digest: str
    mesin: str
    skema: str
    aturan: str | None
    sumber: Mapping[str, str]
    tabel: Mapping[str, Mapping[str, Any]]
    temuan: Mapping[str, int]
    isi: Mapping[str, Any]


def is_part(folder: Path) -> bool:
    """Whether a folder of inputs is a quarter that was taken into a lake."""
    return (folder / RECEIPT).is_file()


def write_receipt(folder: Path, receipt: Receipt) -> None:
    """Write the receipt, with a digest of its own: the last file of its folder."""
    body = {"versi": VERSION, **asdict(receipt)}
    text = json.dumps({"resi": body, "sha256": _digest(body)}, ensure_ascii=False, indent=1)
    (folder / RECEIPT).write_text(text + "\n", encoding="utf-8", newline="\n")


def read_receipt(folder: Path) -> Receipt:
    """The receipt of a folder. Raises ProblemsError where it is not what was written."""
    try:
        content = json.loads((folder / RECEIPT).read_bytes())
        body = content["resi"]
        if _digest(body) != content["sha256"] or body.pop("versi") != VERSION:
            raise ValueError(RECEIPT)
        return Receipt(**body)
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise refusal(folder, RECEIPT, "resinya rusak atau diubah") from error


def refusal(folder: Path, berkas: str, sebab: str) -> ProblemsError:
    """Why a quarter of a lake is not read, naming the file at fault."""
    place = Location(berkas=f"{folder.name}/{berkas}")
    return ProblemsError([problem("resi-tidak-cocok", place, semua_unit=True, nilai=folder.name, sebab=sebab)])


def _digest(body: Mapping[str, object]) -> str:
    return sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()
