"""Where things lie in a lake and in what is made of it: `periode=2024-TW4/daerah=D69/<digest>/`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from p3dn_reports.errors import UsageError
from p3dn_reports.inputs.files.receipt import RECEIPT, read_receipt, refusal
from p3dn_reports.outputs.disk import update_file
from p3dn_reports.outputs.manifest import json_bytes

NEWEST = "terbaru.json"
"""Beside the quarters of a region: which of them counts."""
_REGION = re.compile(r"daerah=([A-Z]\d{1,4})")
_DIGEST = re.compile(r"[0-9a-f]{12}")


def region_folder(lake: Path, periode: str, kd_klpd: str) -> Path:
    """Where the quarters of a region lie, one for each time its files were taken."""
    return lake / f"periode={periode}" / f"daerah={kd_klpd}"


def mark_newest(part: Path) -> None:
    """Let a quarter be the one that counts for its region."""
    update_file(part.parent / NEWEST, json_bytes({"versi": "1", "digest": part.name}))


def newest(region: Path) -> Path:
    """The quarter that counts for a region. Raises ProblemsError where that is not told, or it is another's.

    A folder that was copied under another region's or period's name would count twice.
    """
    try:
        digest: str = json.loads((region / NEWEST).read_bytes())["digest"]
        if not _DIGEST.fullmatch(digest):
            raise ValueError(digest)
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise refusal(region, NEWEST, "tidak jelas pengambilan mana yang berlaku") from error
    part = region / digest
    if not part.is_dir():
        raise refusal(region, NEWEST, f"pengambilan {digest} yang berlaku menurutnya tidak ada")
    receipt = read_receipt(part)
    if region.parts[-2:] != region_folder(region.parents[1], receipt.periode, receipt.kd_klpd).parts[-2:]:
        raise refusal(part, RECEIPT, f"resinya milik {receipt.kd_klpd} periode {receipt.periode}, bukan {region.name}")
    return part


def parts(lake: Path) -> Iterator[Path]:
    """The folders of all regions and periods of a lake, in order; none in any other folder."""
    for periode in _periods(lake):
        yield from regions(lake, periode).values()


def regions(lake: Path, periode: str) -> dict[str, Path]:
    """The folder of every region that has handed in a period, by its code in order.

    Raises UsageError without such a period, naming those there are.
    """
    folder = lake / f"periode={periode}"
    if not folder.is_dir():
        known = ", ".join(_periods(lake))
        told = f"Yang ada: {known}." if known else "Danau itu kosong: isi dahulu dengan p3dn nation take."
        raise UsageError(f"Tidak ada periode {periode} di danau data {lake}. {told}")
    found = ((_REGION.fullmatch(path.name), path) for path in folder.iterdir() if path.is_dir())
    return dict(sorted((match[1], path) for match, path in found if match))


def _periods(lake: Path) -> Iterator[str]:
    for path in sorted(lake.glob("periode=*")):
        yield path.name.removeprefix("periode=")
