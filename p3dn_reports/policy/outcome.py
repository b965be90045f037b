"""Two assessments of one quarter side by side: whose status, which documents, which sums and scores differ."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from p3dn_reports.documents.weighing import DocumentChange, documents_changed
from p3dn_reports.evaluation.changes import (
    AwardChange,
    RegionLine,
    Seen,
    UnitChange,
    awards_changed,
    region_lines,
    units_changed,
)
from p3dn_reports.evaluation.objects.changes import ObjectChange, object_changes
from p3dn_reports.pipeline import Assessed
from p3dn_reports.rules import Rulebook

__all__ = ["AwardChange", "Consequences", "DocumentChange", "RegionLine", "Seen", "UnitChange", "consequences"]


@dataclass(frozen=True, slots=True)
class Consequences:
    """Everything that differs, and the region's line of every indicator."""

    unit: tuple[UnitChange, ...]
    dokumen: tuple[DocumentChange, ...]
    seluruh: tuple[RegionLine, ...]
    penghargaan: tuple[AwardChange, ...]
    objek: tuple[ObjectChange, ...] = ()

    @property
    def berubah(self) -> bool:
        """Whether anything differs at all."""
        listed = self.unit or self.dokumen or self.penghargaan or self.objek
        return bool(listed or any(line.berubah for line in self.seluruh))

    def as_json(self) -> dict[str, object]:
        """Plain data; numbers are text."""
        return {
            "berubah": self.berubah,
            "unit": [change.as_json() for change in self.unit],
            "dokumen": [asdict(change) for change in self.dokumen],
            "seluruh": [line.as_json() for line in self.seluruh],
            "penghargaan": [asdict(change) for change in self.penghargaan],
            "objek": [asdict(change) for change in self.objek],
        }


def consequences(before: Assessed, after: Assessed, old: Rulebook, new: Rulebook) -> Consequences:
    """What differs between two assessments of the same inputs."""
    titles = {name: one.judul for rules in (old, new) for name, one in rules.indikator.items()}
    return Consequences(
        unit=tuple(units_changed(before.assessment, after.assessment, titles)),
        dokumen=tuple(documents_changed(before.planned, after.planned)),
        seluruh=tuple(region_lines(before.assessment, after.assessment, titles)),
        penghargaan=tuple(awards_changed(before.assessment, after.assessment)),
        objek=tuple(object_changes(before.assessment, after.assessment)),
    )
