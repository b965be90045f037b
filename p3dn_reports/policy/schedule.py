"""The dated activities of a period with the documents that fall due: what is coming, due, late or out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from p3dn_reports import pipeline
from p3dn_reports.documents.plan import Planned
from p3dn_reports.evaluation.wording import filled
from p3dn_reports.rulebook.prose.words import clause
from p3dn_reports.rules import Citation, Kegiatan, Kewajiban, Scope
from p3dn_reports.workspace import Workspace


class Standing(StrEnum):
    """How an activity or a document stands on the day asked."""

    AKAN_DATANG = "akan datang"
    BERLANGSUNG = "berlangsung"
    HARI_INI = "hari ini"
    LEWAT = "lewat"
    TERLAMBAT = "terlambat"
    TERBIT = "terbit"
    TERBIT_TERLAMBAT = "terbit terlambat"


@dataclass(frozen=True, slots=True)
class DocumentDue:
    """One document that falls due with an activity; `terbit` is the day the office gave it (sheet `naskah`)."""

    id: str
    judul: str
    kode_satker: str | None
    nama: str | None
    status: str
    terbit: date | None
    keadaan: Standing

    def as_json(self) -> dict[str, object]:
        """Plain data."""
        return {
            "id": self.id,
            "judul": self.judul,
            "kode_satker": self.kode_satker,
            "nama": self.nama,
            "status": self.status,
            "terbit": self.terbit.isoformat() if self.terbit else None,
            "keadaan": str(self.keadaan),
        }


@dataclass(frozen=True, slots=True)
class Activity:
    """One dated activity with its documents. `selisih` is the number of days from the day asked to its end."""

    kegiatan: Kegiatan
    keadaan: Standing
    selisih: int
    dokumen: tuple[DocumentDue, ...]
    ketentuan: tuple[str, ...]

    def as_json(self) -> dict[str, object]:
        """Plain data."""
        one = self.kegiatan
        return {
            "id": one.id,
            "waktu": one.waktu,
            "mulai": one.mulai.isoformat(),
            "selesai": one.selesai.isoformat(),
            "aktivitas": one.aktivitas,
            "pelaksana": one.pelaksana,
            "keadaan": str(self.keadaan),
            "selisih_hari": self.selisih,
            "dokumen": [document.as_json() for document in self.dokumen],
            "dasar": [str(citation) for citation in one.dasar],
        }


@dataclass(frozen=True, slots=True)
class Schedule:
    """The activities of one region and period as they stand on `hari`, by date; the duties that have no day."""

    daerah: str
    periode: str
    hari: date
    kegiatan: tuple[Activity, ...]
    kewajiban: tuple[Kewajiban, ...] = ()

    @property
    def terlambat(self) -> int:
        """How many documents are late."""
        return sum(
            document.keadaan is Standing.TERLAMBAT for activity in self.kegiatan for document in activity.dokumen
        )

    def as_json(self) -> dict[str, object]:
        """Plain data."""
        return {
            "daerah": self.daerah,
            "periode": self.periode,
            "hari": self.hari.isoformat(),
            "terlambat": self.terlambat,
            "kegiatan": [activity.as_json() for activity in self.kegiatan],
            "kewajiban": [_duty(one) for one in self.kewajiban],
        }


def _duty(one: Kewajiban) -> dict[str, object]:
    return {
        "id": one.id,
        "judul": one.judul,
        "pelaksana": one.pelaksana,
        "waktu": one.waktu,
        "keluaran": one.keluaran,
        "dasar": [str(citation) for citation in one.dasar],
    }


def schedule(workspace: Workspace, masukan: Path, hari: date) -> Schedule:
    """The activities in force for the inputs' region and period, seen from `hari`."""
    with pipeline.open_quarter(workspace, masukan) as quarter:
        scope = quarter.scope
        planned = pipeline.assess(quarter).planned
        activities = tuple(
            _activity(scope, one, hari, [item for item in planned if item.dokumen.jatuh_tempo == one.id])
            for one in sorted(scope.jadwal.values(), key=lambda one: (one.mulai, one.selesai))
            if scope.citations(one.dasar)
        )
        return Schedule(scope.daerah.id, str(scope.periode), hari, activities, scope.kewajiban)


def _activity(scope: Scope, one: Kegiatan, hari: date, planned: list[Planned]) -> Activity:
    documents = tuple(_document(item, one.selesai, hari) for item in planned)
    late = any(document.keadaan is Standing.TERLAMBAT for document in documents)
    return Activity(
        kegiatan=replace(one, aktivitas=filled(one.aktivitas, scope), pelaksana=filled(one.pelaksana, scope)),
        keadaan=Standing.TERLAMBAT if late else _standing(one, hari),
        selisih=(one.selesai - hari).days,
        dokumen=documents,
        ketentuan=tuple(_clauses(scope, one.dasar)),
    )


def _document(item: Planned, due: date, hari: date) -> DocumentDue:
    unit = item.unit.unit if item.unit else None
    kode = unit.kode_satker if unit else None
    return DocumentDue(
        id=item.dokumen.id,
        judul=item.dokumen.judul,
        kode_satker=kode,
        nama=unit.nama if unit else None,
        status=str(item.status),
        terbit=item.terbit,
        keadaan=_issue(item.terbit, due, hari),
    )


def _issue(terbit: date | None, due: date, hari: date) -> Standing:
    if terbit is not None:
        return Standing.TERBIT if terbit <= due else Standing.TERBIT_TERLAMBAT
    if hari > due:
        return Standing.TERLAMBAT
    return Standing.HARI_INI if hari == due else Standing.AKAN_DATANG


def _standing(one: Kegiatan, hari: date) -> Standing:
    if hari < one.mulai:
        return Standing.AKAN_DATANG
    if hari > one.selesai:
        return Standing.LEWAT
    return Standing.HARI_INI if hari == one.selesai else Standing.BERLANGSUNG


def _clauses(scope: Scope, dasar: tuple[Citation, ...]) -> Iterator[str]:
    yield from (clause(scope.rulebook, citation) for citation in scope.citations(dasar))
