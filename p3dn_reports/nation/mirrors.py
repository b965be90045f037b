"""A public mirror of data services as it is, `<sistem>/<kd_klpd>/<dataset>/<tahun>/`, with no `meta` in it.

Whose data a file holds and of what year its path says; of what quarter and until which day, whoever takes it must say.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from p3dn_reports import pipeline
from p3dn_reports.errors import UsageError
from p3dn_reports.inputs.files.kinds import Mirrored, input_files, mirrored
from p3dn_reports.inputs.files.receipt import is_part
from p3dn_reports.inputs.folder import read_files
from p3dn_reports.inputs.schema import load_schemas
from p3dn_reports.nation.taking import Taken, take_read
from p3dn_reports.vocabulary import Periode
from p3dn_reports.workspace import Workspace

META = "meta.csv"
Files = Mapping[str, Path]


class Stand(NamedTuple):
    """Of what period the files of a mirror are, and until which day they tell."""

    periode: Periode
    data_per: date


@dataclass(frozen=True, slots=True)
class Mirror:
    """The files of a mirror by whose and of what year they are."""

    folder: Path
    bagian: Mapping[Mirrored, Files]

    def regions(self, tahun: int) -> list[str]:
        """The codes of the regions with files of a year. Raises UsageError where none has."""
        found = sorted(place.kd_klpd for place in self.bagian if place.tahun == tahun)
        if not found:
            known = ", ".join(map(str, sorted({place.tahun for place in self.bagian})))
            raise UsageError(f"Cermin {self.folder} tidak memuat berkas tahun {tahun}; yang ada: {known}.")
        return found

    def beside(self, tahun: int) -> int:
        """How many files are of other years."""
        return sum(len(files) for place, files in self.bagian.items() if place.tahun != tahun)


def mirror_in(folder: Path) -> Mirror | None:
    """The mirror that a folder is; None where files lie in it that are of no region's part, such as a `meta`."""
    found: dict[Mirrored, dict[str, Path]] = {}
    for name, path in () if is_part(folder) else input_files(folder).items():
        if (place := mirrored(name)) is None:
            return None
        found.setdefault(place, {})[name] = path
    return Mirror(folder, found) if found else None


def take_region(workspace: Workspace, mirror: Mirror, kd_klpd: str, stand: Stand, lake: Path) -> Taken:
    """Take the files of one region as its quarter, with a `meta` that says so. Raises ProblemsError as `take` does."""
    schemas = load_schemas(workspace.schemas)
    rules, _ = pipeline.load_rules(workspace, schemas)
    profil = rules.daerah_of(kd_klpd) if rules else None
    with tempfile.TemporaryDirectory(prefix="p3dn-") as temporary:
        meta = Path(temporary) / META
        meta.write_text(_meta(profil.nama_pemda if profil else kd_klpd, kd_klpd, stand), encoding="utf-8", newline="\n")
        files = {META: meta, **mirror.bagian[Mirrored(kd_klpd, stand.periode.tahun)]}
        with read_files(files, schemas, pipeline.manner(workspace)) as read:
            return take_read(workspace, mirror.folder, read, lake)


def _meta(pemda: str, kd_klpd: str, stand: Stand) -> str:
    periode, data_per = stand
    quarter = f"triwulan;{periode.triwulan}\n" if periode.triwulan else ""
    return (
        f"kunci;nilai\npemda;{pemda}\nkd_klpd;{kd_klpd}\ntahun_anggaran;{periode.tahun}\n{quarter}"
        f"tanggal_cutoff;{data_per.isoformat()}\n"
    )
