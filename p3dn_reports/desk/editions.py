"""Builds under names people use: Rancangan until something of a build is sent, then Edisi 1, Perbaikan 1, 2, ...

A label that an event has written stands, whatever arrives later from another computer, and even where the event is
undone. What no event names yet is a draft, however often one builds; only the newest build after Edisi 1 is called by
the number it will have once something of it is sent.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from p3dn_reports.desk.events import Event, Log
from p3dn_reports.desk.places import Desk
from p3dn_reports.outputs.manifest import read_manifest
from p3dn_reports.outputs.publish import NEWEST
from p3dn_reports.outputs.stage import has_all_files
from p3dn_reports.problems import Problem, problem

DRAFT, FIRST, LATER = "Rancangan", "Edisi 1", "Perbaikan"
SENT = ("terkirim", "ditandatangani")
"""The kinds of event by which a document has left the desk."""

_SHORT = 12


@dataclass(frozen=True, slots=True)
class Edition:
    """One complete build of the inputs folder, and what people call it (`nama`).

    `label` is that without what tells twins apart; `tetap` says whether an event has written it. `susunan` is the
    beginning of its digest, as events name it; `dibuat`, `oleh` and `komputer` are None where the build was made
    without telling. A build of some documents only is `sebagian`, and never the newest. `terkirim` counts its
    documents that are sent or signed.
    """

    nama: str
    label: str
    tetap: bool
    folder: Path
    susunan: str
    data_per: date
    manifest: Mapping[str, Any]
    dibuat: datetime | None = None
    oleh: str | None = None
    komputer: str | None = None
    terbaru: bool = False
    sebagian: bool = False
    terkirim: int = 0

    @property
    def dokumen(self) -> list[Mapping[str, Any]]:
        """The documents of the build, as the manifest records them."""
        rows: list[Mapping[str, Any]] = self.manifest["dokumen"]
        return rows


def editions(desk: Desk, log: Log) -> list[Edition]:
    """Every complete build of the inputs folder, in the order of making; the last one made is not always `terbaru`."""
    made = {one.data["susunan"]: one for one in reversed(list(log.of("susunan")))}
    builds = [_edition(folder, manifest, made) for folder, manifest in _builds(desk.susunan)]
    builds.sort(key=lambda one: (one.dibuat is not None, one.dibuat.timestamp() if one.dibuat else 0, one.folder.name))
    pointed = _pointed(desk.susunan, builds)
    marked = [replace(one, terbaru=one.folder == pointed, terkirim=_sent(log, one.susunan)) for one in builds]
    return _told_apart(_labelled(marked, log))


def newest(found: Iterable[Edition]) -> Edition | None:
    """The build that stands for the inputs: that of terbaru.json; None where nothing is built yet."""
    return next((one for one in found if one.terbaru), None)


def previous(found: Sequence[Edition]) -> Edition | None:
    """The last whole build made beside the one that stands: what that is compared with; None where there is none."""
    return next((one for one in reversed(found) if not one.terbaru and not one.sebagian), None)


def susunan_of(manifest: Mapping[str, Any]) -> str:
    """What events call a build: the beginning of its digest."""
    return str(manifest["digest"])[:_SHORT]


def label_for(susunan: str, log: Log) -> str:
    """The label an event about something sent from this build writes: the one it has, else the next one free."""
    return written_labels(log).get(susunan) or _next(written_labels(log).values())


def written_labels(log: Log) -> dict[str, str]:
    """The label of each build that an event has named, undone or not; the first one said stands."""
    labels: dict[str, str] = {}
    for one in log.events:
        if label := one.text("edisi"):
            labels.setdefault(one.data["susunan"], label)
    return labels


def double_labels(found: Sequence[Edition]) -> list[Problem]:
    """The labels that two computers have given to two builds before their folders met."""
    many = Counter(one.label for one in found if one.label != DRAFT)
    return [problem("edisi-kembar", nilai=label) for label, count in many.items() if count > 1]


def older_builds(desk: Desk, found: Sequence[Edition]) -> list[Path]:
    """Folders in which a program before this one laid builds of the same region and period; they can still be read."""
    kinds = {(one.manifest["daerah"], one.manifest["periode"]) for one in found}
    places = (desk.workspace.outputs / daerah / periode for daerah, periode in sorted(kinds))
    return [place for place in places if place != desk.susunan and any(True for _ in _builds(place))]


def _builds(place: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """The builds in a folder, each once: of two of the same parts the one in which nothing was changed since."""
    builds: dict[str, tuple[Path, dict[str, Any]]] = {}
    for folder, manifest in _folders(place):
        if manifest["digest"] not in builds or has_all_files(folder, manifest):
            builds[manifest["digest"]] = folder, manifest
    yield from builds.values()


def _folders(place: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    folders = sorted(path for path in place.iterdir() if path.is_dir()) if place.is_dir() else []
    for folder in folders:
        if not folder.name.startswith(".") and (manifest := read_manifest(folder)):
            yield folder, manifest


def _edition(folder: Path, manifest: Mapping[str, Any], made: Mapping[str, Event]) -> Edition:
    susunan = susunan_of(manifest)
    event = made.get(susunan)
    return Edition(
        nama=DRAFT,
        label=DRAFT,
        tetap=False,
        folder=folder,
        susunan=susunan,
        data_per=date.fromisoformat(manifest["data_per"]),
        manifest=manifest,
        dibuat=event.waktu if event else None,
        oleh=event.oleh if event else None,
        komputer=event.komputer if event else None,
        sebagian="pilihan" in manifest["bahan"],
    )


def _pointed(place: Path, builds: Sequence[Edition]) -> Path | None:
    """The whole build terbaru.json points to, else the last whole one."""
    whole = [one for one in builds if not one.sebagian]
    try:
        named = json.loads((place / NEWEST).read_bytes())["folder"]
    except (OSError, ValueError, LookupError, TypeError):
        named = None
    last = whole[-1].folder if whole else None
    return next((one.folder for one in whole if one.folder.name == named), last)


def _sent(log: Log, susunan: str) -> int:
    return len({one.naskah for one in log.of(*SENT) if one.data["susunan"] == susunan})


def _labelled(builds: Sequence[Edition], log: Log) -> list[Edition]:
    """The builds with their labels: those written, and of the newest one made after Edisi 1 the number it will have."""
    written = written_labels(log)
    begun = min((one.waktu for one in log.events if one.text("edisi")), default=None)
    coming = {one.susunan: _next(written.values()) for one in builds if begun and one.terbaru and _since(one, begun)}
    labels = {**coming, **written}
    return [replace(one, label=labels.get(one.susunan, DRAFT), tetap=one.susunan in written) for one in builds]


def _since(build: Edition, moment: datetime) -> bool:
    return build.dibuat is None or build.dibuat > moment


def _next(taken: Iterable[str]) -> str:
    """The label after those taken."""
    labels = set(taken)
    numbers = (int(label.removeprefix(f"{LATER} ")) for label in labels if label.startswith(LATER))
    return f"{LATER} {max(numbers, default=0) + 1}" if labels else FIRST


def _told_apart(builds: Sequence[Edition]) -> list[Edition]:
    many = Counter(one.label for one in builds if one.label != DRAFT)
    return [
        replace(one, nama=f"{one.label} ({one.komputer or one.folder.name})" if many[one.label] > 1 else one.label)
        for one in builds
    ]
