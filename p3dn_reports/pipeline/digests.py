"""What a build rests on, by digests: they name its folder, and its reports print them."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

from p3dn_reports.inputs.files.kinds import input_files
from p3dn_reports.outputs.manifest import digest_of
from p3dn_reports.workspace import Workspace


def digests_of(workspace: Workspace, masukan: Path, only: frozenset[str], unit: frozenset[str]) -> dict[str, str]:
    """What the build of an inputs folder rests on, with what was asked for."""
    digests = workspace.digests(input_files(masukan))
    return {**digests, "pilihan": " ".join([*sorted(only), *sorted(unit)])} if only or unit else digests


def trail(digests: Mapping[str, str], digest: str) -> dict[str, str]:
    """The short digests a report prints in its footer."""
    short = {"digest": digest[:12], "versi": version("p3dn-reports")}
    for group in ("masukan", "aturan", "templat"):
        parts = {name: value for name, value in digests.items() if name.startswith(f"{group}/")}
        short[group] = digest_of(parts)[:12]
    return short
