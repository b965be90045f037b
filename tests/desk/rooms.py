"""A desk on folders of the test's own, with small builds on it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from p3dn_reports.desk import events
from p3dn_reports.desk.people import Petugas
from p3dn_reports.desk.places import Desk
from p3dn_reports.outputs.manifest import BuildPlace, digest_of, manifest
from p3dn_reports.outputs.publish import publish
from p3dn_reports.workspace import Workspace
from tests.outputs.builds import FILES, MASALAH, parts

SATU = Petugas("Petugas Contoh 1", "PC-CONTOH-01")
DUA = Petugas("Petugas Contoh 2", "PC-CONTOH-02")
NASKAH = ["surat_penjelasan", "1.01"]
START = datetime(2024, 12, 30, 6, 0, tzinfo=UTC)


def desk_in(root: Path, nama: str = "2024-tw4") -> Desk:
    """A desk in a workspace that holds nothing else."""
    masukan = root / "inputs" / nama
    masukan.mkdir(parents=True, exist_ok=True)
    return Desk.of(Workspace.at(root), masukan)


def build_of(desk: Desk, content: str, **more: str) -> str:
    """Publish a small build made of `content`; the beginning of its digest, as events name it."""
    made_of = {**parts(content), **more}
    place = BuildPlace(desk.nama, "dki-jakarta", "2024-TW4", date(2024, 12, 30), digest_of(made_of))
    publish(desk.workspace.outputs, place, FILES.items(), manifest(place, made_of, "0.1.0", [], MASALAH))
    return place.digest[:12]


def at(minute: int) -> datetime:
    """A moment of the day's work."""
    return START + timedelta(minutes=minute)


def sent(desk: Desk, petugas: Petugas, susunan: str, edisi: str, minute: int, naskah: list[str] = NASKAH) -> str:
    """Keep that a letter of a build was sent; the event's name."""
    beku = f"terkirim/{susunan}.docx"
    return events.write(
        desk, petugas, "terkirim", at(minute), naskah=naskah, susunan=susunan, edisi=edisi, isi="a" * 64, beku=beku
    ).nama
