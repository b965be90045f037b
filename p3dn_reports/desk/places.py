"""Where the things of one inputs folder lie. Nothing is made until something is to be kept."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from p3dn_reports.inputs.files.kinds import ISIAN
from p3dn_reports.outputs.names import is_scratch
from p3dn_reports.workspace import Workspace

__all__ = ["FROZEN", "ISIAN", "Desk", "files_in"]

FROZEN = "terkirim"
"""The folder within the events where exact copies of what was sent lie."""


@dataclass(frozen=True, slots=True)
class Desk:
    """One inputs folder and what is kept of it; `nama` is what it is called in every other folder of the workspace."""

    workspace: Workspace
    masukan: Path
    nama: str

    @classmethod
    def of(cls, workspace: Workspace, masukan: Path) -> Self:
        """The desk of an inputs folder, as `Workspace.inputs_folder` finds it."""
        return cls(workspace, masukan, workspace.name_of(masukan))

    @property
    def catatan(self) -> Path:
        """The events, one file each."""
        return self.workspace.root / "catatan" / self.nama

    @property
    def terkirim(self) -> Path:
        """Exact copies of what was sent, by the beginning of their SHA-256."""
        return self.catatan / FROZEN

    @property
    def kiriman(self) -> Path:
        """Every file ever received, as it came."""
        return self.workspace.root / "kiriman" / self.nama

    @property
    def menunggu(self) -> Path:
        """Files received that nobody has accepted yet."""
        return self.kiriman / "menunggu"

    @property
    def naskah(self) -> Path:
        """The letters people are editing in Word."""
        return self.workspace.root / "naskah" / self.nama

    @property
    def isian(self) -> Path:
        """The workbook of what was typed in here; an input like any other."""
        return self.masukan / ISIAN

    @property
    def susunan(self) -> Path:
        """The builds."""
        return self.workspace.outputs / self.nama

    @property
    def pemeriksaan(self) -> Path:
        """Workbooks with their faults marked, on their way back to the senders."""
        return self.workspace.outputs / "pemeriksaan" / self.nama

    @property
    def permintaan(self) -> Path:
        """What is asked of the units that must explain."""
        return self.workspace.outputs / "permintaan" / self.nama


def files_in(folder: Path) -> list[Path]:
    """The files people have put there, by name; none where there is no such folder."""
    if not folder.is_dir():
        return []
    files = (path for path in sorted(folder.iterdir()) if path.is_file() and not path.name.startswith("."))
    return [path for path in files if not is_scratch(path.name)]
