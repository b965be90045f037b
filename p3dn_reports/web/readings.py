"""The open readings of a region: which are approved, where, by whom, and what reading them otherwise would change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from p3dn_reports.evaluation.approvals import in_words
from p3dn_reports.evaluation.wording import filled
from p3dn_reports.rules import Pengesahan
from p3dn_reports.rules.readings import digest, written_approval
from p3dn_reports.web.rulebook import Place, Row
from p3dn_reports.web.shelf import View

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Reading:
    """A reading as it stands in a region.

    `disahkan` is the approval that the rulebook holds for the region, `usang` true where it is of another text;
    `triwulan` are the approvals of single quarters, each with the quarter's name. `menentukan`: in a quarter of the
    region a status, a recipient or a document hangs by it. `sidik` is the digest of what would be approved now.
    """

    row: Row
    lain: tuple[str, ...]
    disahkan: str
    usang: bool
    triwulan: tuple[tuple[str, str], ...]
    menentukan: bool
    sidik: str

    @property
    def terbuka(self) -> bool:
        """Whether nobody has approved it as it is read now, for the region or for a quarter."""
        return not self.triwulan and (not self.disahkan or self.usang)

    @property
    def untuk_daerah(self) -> bool:
        """Whether the rulebook holds an approval of it as it is read now."""
        return bool(self.disahkan) and not self.usang


@dataclass(frozen=True, slots=True)
class Effect:
    """What hangs by a reading in one quarter, as its newest edition says: the documents, and the other ways."""

    view: View
    naskah: tuple[str, ...]
    lain: tuple[Record, ...]


def readings(place: Place, views: Sequence[View]) -> list[Reading]:
    """The readings of what holds in the region: open ones first, those that decide something before the others."""
    found = [reading(place, row, views) for row in place.part("tafsir")]
    return sorted(found, key=lambda one: (not one.terbuka, not one.menentukan))


def reading(place: Place, row: Row, views: Sequence[View]) -> Reading:
    """One of them; `views` are the quarters of the region."""
    rules, name = place.desk.rules, row.id.partition(".")[2]
    approval, stale = written_approval(rules, place.daerah, name)
    told = [(view, one) for view in views for one in _told(view, name)]
    return Reading(
        row=row,
        lain=tuple(filled(text, place.scope) for text in rules.tafsir[name].pilihan_lain),
        disahkan=in_words(approval) if approval else "",
        usang=stale,
        triwulan=() if approval and not stale else tuple(_approvals(told)),
        menentukan=any(one["menentukan"] for _, one in told),
        sidik=digest(rules, place.daerah, name),
    )


def effects(name: str, views: Sequence[View]) -> list[Effect]:
    """What hangs by the reading `name` in each quarter, where anything does."""
    return [
        Effect(view, tuple(_titles(view, one["naskah"])), tuple(map(_way, one["bacaan_lain"])))
        for view in views
        for one in _told(view, name)
    ]


def _told(view: View, name: str) -> Iterator[Record]:
    """What the quarter's edition says of a reading."""
    found = view.edition.hasil["penafsiran"] if view.edition else ()
    return (one for one in found if one["id"] == name)


def _approvals(told: Sequence[tuple[View, Record]]) -> Iterator[tuple[str, str]]:
    return ((view.name, in_words(_approval(one["pengesahan"]))) for view, one in told if one["pengesahan"])


def _approval(one: Record) -> Pengesahan:
    return Pengesahan(one["oleh"], date.fromisoformat(one["tanggal"]) if one["tanggal"] else None, one["dasar"])


def _titles(view: View, names: Sequence[str]) -> Iterator[str]:
    found = view.edition.hasil["dokumen"] if view.edition else ()
    titles = {one["id"]: one["judul"] for one in found}
    return (titles[name] for name in names if name in titles)


def _way(one: Record) -> Record:
    """Another way with the units whose status it changes."""
    return {**one, "pindah": [unit for unit in one["unit"] if unit["status_berubah"]]}
