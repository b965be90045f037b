"""A build, told to those who work here: who made it, on which computer, and when."""

from __future__ import annotations

from p3dn_reports.desk import events
from p3dn_reports.desk.editions import label_at_birth
from p3dn_reports.desk.people import Petugas
from p3dn_reports.desk.places import Desk
from p3dn_reports.outputs.manifest import read_manifest
from p3dn_reports.pipeline.records import BuildResult


def tell(desk: Desk, petugas: Petugas, result: BuildResult) -> events.Event | None:
    """Keep that a build was made, once; None where nothing was built or it is told already."""
    manifest = read_manifest(result.folder) if result.folder else None
    if manifest is None:
        return None
    susunan, log = manifest["digest"][:12], events.read(desk)
    if any(one.data["susunan"] == susunan for one in log.of("susunan")):
        return None
    label = None if "pilihan" in manifest["bahan"] else label_at_birth(susunan, log)
    return events.write(desk, petugas, "susunan", susunan=susunan, edisi=label)
