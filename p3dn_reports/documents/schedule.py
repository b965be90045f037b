"""The schedule as a report tells it: which activity has been carried out, and by what that is shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from p3dn_reports.documents.at import At
from p3dn_reports.documents.material import Row
from p3dn_reports.documents.plan import Planned
from p3dn_reports.evaluation.wording import filled
from p3dn_reports.formatting import kecil_awal, tanggal
from p3dn_reports.rules import Kegiatan

PELAKSANAAN = "pelaksanaan_jadwal"


@dataclass(frozen=True, slots=True)
class Activity:
    """One activity in words, with how far it has come on the day of the document."""

    waktu: str
    aktivitas: str
    pelaksana: str
    keterangan: str
    selesai: date


def activities(at: At) -> Iterator[Activity]:
    """The activities here in their order."""
    scope = at.material.scope
    rows = [kegiatan for kegiatan in scope.jadwal.values() if scope.citations(kegiatan.dasar)]
    done: dict[int, list[Row]] = {}
    for row in at.material.tables.iter_rows(PELAKSANAAN):
        done.setdefault(int(row["baris"]), []).append(row)
    for number, one in enumerate(rows, 1):
        state = _state(one, at.planned, done.get(number, ()))
        yield Activity(one.waktu, filled(one.aktivitas, scope), filled(one.pelaksana, scope), state, one.selesai)


def ahead(at: At) -> list[Activity]:
    """Those that are not over on the day of the data."""
    return [one for one in activities(at) if one.selesai >= at.material.meta.tanggal_cutoff]


def _state(kegiatan: Kegiatan, planned: Planned, done: Sequence[Row]) -> str:
    """What is recorded of an activity; without a record, only that it lies ahead or that nothing says it was done."""
    if done:
        return _done(done)
    if kegiatan.id == planned.dokumen.jatuh_tempo:
        return "dilaksanakan dengan laporan ini"
    if kegiatan.selesai > planned.tanggal:
        return f"dijadwalkan {'tanggal ' if kegiatan.waktu[:1].isdigit() else ''}{kecil_awal(kegiatan.waktu)}"
    return "belum ada catatan pelaksanaan"


def _done(rows: Sequence[Row]) -> str:
    """The day, or the first and the last, and the papers that show it; of many only how many."""
    first, last = (pick(cast("date", row["tanggal"]) for row in rows) for pick in (min, max))
    days = tanggal(first) if first == last else f"{tanggal(first)} sampai dengan {tanggal(last)}"
    papers = [str(row["bukti"]) for row in rows if row["bukti"]]
    shown = ", ".join(papers) if len(papers) <= 2 else f"{len(papers)} bukti"
    return f"dilaksanakan tanggal {days}{f' ({shown})' if papers else ''}"
