"""What follows a build: it is told to those who work here, and copies nobody has edited say what it says."""

from __future__ import annotations

from p3dn_reports.desk import events
from p3dn_reports.desk.editions import editions, newest, susunan_of
from p3dn_reports.desk.letters import follow, letters, strays
from p3dn_reports.desk.people import Petugas
from p3dn_reports.desk.places import Desk
from p3dn_reports.outputs.manifest import read_manifest
from p3dn_reports.pipeline.records import BuildResult
from p3dn_reports.problems import Location, Problem, problem


def settle(desk: Desk, petugas: Petugas, result: BuildResult) -> list[Problem]:
    """Do all that follows a build, of one that stood already too; what a person should know of their letters.

    That is: edits that a newer edition has passed, edits within a build's folder, files that are no letters of ours.
    """
    if result.folder is None:
        return []
    tell(desk, petugas, result)
    log = events.read(desk)
    found = editions(desk, log)
    standing = letters(desk, found, log)
    edition = newest(found)
    if edition is not None:
        follow(desk, edition, standing)
    passed = [
        problem("naskah-perlu-dipilih", Location(berkas=copy.path.name), nilai=edition.nama)
        for copy in standing.copies.values()
        if edition is not None and copy.perlu_dipilih
    ]
    return [*log.problems, *standing.problems, *passed, *strays(desk, log)]


def tell(desk: Desk, petugas: Petugas, result: BuildResult) -> events.Event | None:
    """Keep that a build was made, once; None where nothing was built or it is told already."""
    manifest = read_manifest(result.folder) if result.folder else None
    if manifest is None:
        return None
    susunan, log = susunan_of(manifest), events.read(desk)
    if any(one.data["susunan"] == susunan for one in log.of("susunan")):
        return None
    return events.write(desk, petugas, "susunan", susunan=susunan)
