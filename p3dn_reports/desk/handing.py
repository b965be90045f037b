"""The documents of an edition on their way out: each as it counts, a person's edit before what was built."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from typing import BinaryIO

from p3dn_reports.desk.editions import Edition
from p3dn_reports.desk.letters import Letters, path_of
from p3dn_reports.desk.recognising import Naskah, naskah_of

_DATE = (1980, 1, 1, 0, 0, 0)


def made(edition: Edition) -> list[Naskah]:
    """The documents an edition has made, in the order of the rulebook."""
    return [naskah_of(one) for one in edition.dokumen if one["status"] != "ditahan"]


def write_zip(target: BinaryIO, edition: Edition, standing: Letters, chosen: Sequence[Naskah]) -> list[str]:
    """Write documents into one zip under the names they have in the build; returns the names of those edited.

    Raises ProblemsError where an edit waits for a choice, UsageError for a document that is not made.
    """
    names = {naskah_of(one): one["berkas"] for one in edition.dokumen}
    paths = [(names.get(naskah, ""), *path_of(edition, naskah, standing)) for naskah in chosen]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as package:
        for name, path, _ in paths:
            package.writestr(zipfile.ZipInfo(name, _DATE), path.read_bytes())
    return [name for name, _, edited in paths if edited]
