"""The schedule as a report tells it: which activity has been carried out, and by what that is shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from p3dn_reports.documents.context import Material, numbered
from p3dn_reports.documents.plan import Planned
from p3dn_reports.evaluation.wording import filled
from p3dn_reports.formatting import kecil_awal, tanggal
from p3dn_reports.rules import Kegiatan

PELAKSANAAN = "pelaksanaan_jadwal"


def activities(material: Material, planned: Planned) -> list[dict[str, Any]]:
    """The activities here in their order, each with how far it has come on the day of the document."""
    scope = material.scope
    rows = [kegiatan for kegiatan in scope.rulebook.jadwal.values() if scope.citations(kegiatan.dasar)]
    done: dict[int, list[dict[str, Any]]] = {}
    for row in material.tables.iter_rows(PELAKSANAAN):
        done.setdefault(int(row["baris"]), []).append(row)
    return numbered(
        {
            "waktu": kegiatan.waktu,
            "aktivitas": filled(kegiatan.aktivitas, scope),
            "pelaksana": filled(kegiatan.pelaksana, scope),
            "keterangan": _state(kegiatan, planned, done.get(number, ())),
        }
        for number, kegiatan in enumerate(rows, 1)
    )


def _state(kegiatan: Kegiatan, planned: Planned, done: Sequence[dict[str, Any]]) -> str:
    """What is recorded of an activity; without a record, only that it lies ahead or that nothing says it was done."""
    if done:
        return _done(done)
    if kegiatan.id == planned.dokumen.jatuh_tempo:
        return "dilaksanakan dengan laporan ini"
    if kegiatan.selesai > planned.tanggal:
        return f"dijadwalkan {'tanggal ' if kegiatan.waktu[:1].isdigit() else ''}{kecil_awal(kegiatan.waktu)}"
    return "belum ada catatan pelaksanaan"


def _done(rows: Sequence[dict[str, Any]]) -> str:
    """The day, or the first and the last, and the papers that show it; of many only how many."""
    first, last = (pick(row["tanggal"] for row in rows) for pick in (min, max))
    days = tanggal(first) if first == last else f"{tanggal(first)} sampai dengan {tanggal(last)}"
    papers = [str(row["bukti"]) for row in rows if row["bukti"]]
    shown = ", ".join(papers) if len(papers) <= 2 else f"{len(papers)} bukti"
    return f"dilaksanakan tanggal {days}{f' ({shown})' if papers else ''}"
