"""The files that a build has read, each under the sources that table `sumber_data` names for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from p3dn_reports.documents.material import Material, Row
from p3dn_reports.formatting import tanggal
from p3dn_reports.tables import Source


@dataclass(frozen=True, slots=True)
class FileRead:
    """One file, for one of its sources; a hyphen where nobody has said."""

    sumber: str
    pemilik: str
    berkas: str
    data_per: str
    jumlah_baris: int
    sha256: str


def files_read(material: Material) -> Iterable[FileRead]:
    """Each file, one line for every source that `sumber_data` names for it or for its sheets."""
    named = list(material.tables.iter_rows("sumber_data"))
    files: dict[tuple[str, str], FileRead] = {}
    for source in material.tables.sources:
        for row in _named(named, source):
            key = (source.berkas, str(row.get("sumber")))
            found = files.get(key) or _read(source, row)
            files[key] = replace(found, jumlah_baris=found.jumlah_baris + source.jumlah_baris)
    return files.values()


def _read(source: Source, row: Row) -> FileRead:
    day = row.get("data_per")
    return FileRead(
        sumber=str(row.get("sumber") or "-"),
        pemilik=str(row.get("pemilik") or "-"),
        berkas=source.berkas,
        data_per=tanggal(day) if day else "-",  # type: ignore[arg-type]
        jumlah_baris=0,
        sha256=source.sha256[:12],
    )


def _named(rows: Sequence[Row], source: Source) -> Sequence[Row]:
    """The rows of `sumber_data` about a sheet: those that name it, else those about the file, else an empty one."""
    about = [row for row in rows if str(row["berkas"]).casefold() == source.berkas.casefold()]
    lembar = (source.lembar or "").casefold()
    own = [row for row in about if row["lembar"] and str(row["lembar"]).casefold() == lembar]
    return own or [row for row in about if not row["lembar"]] or [{}]
