"""What a build rests on, by digests: they name its folder, and its reports print them."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from p3dn_reports.inputs.files.kinds import input_files
from p3dn_reports.inputs.files.receipt import is_part, read_receipt
from p3dn_reports.outputs.manifest import digest_of
from p3dn_reports.workspace import RULES, Workspace

MASUKAN = "masukan/"
"""What the names of input files begin with."""

_GROUP = "aturan/"
_RULES = f"{_GROUP}{RULES}"
_DIGITS = 64


@dataclass(frozen=True, slots=True)
class Basis:
    """What a build rests on: the digest of every file as `read`, and the `parts` that name the build.

    They differ in the rulebook: of that only what is in force for the region counts, so that a comment, a value of
    another region, or a section moved to another file, makes no new build.
    """

    read: Mapping[str, str]
    parts: Mapping[str, str]

    @property
    def digest(self) -> str:
        """The digest that names the build."""
        return digest_of(self.parts)

    @classmethod
    def of(cls, read: Mapping[str, str], rules: str) -> Basis:
        """With the digest of the rules in force."""
        others = {name: digest for name, digest in read.items() if not name.startswith(_GROUP)}
        return cls(read, {**others, _RULES: rules})


def digests_of(workspace: Workspace, masukan: Path, only: frozenset[str], unit: frozenset[str]) -> dict[str, str]:
    """What the build of an inputs folder rests on file by file, with what was asked for.

    A quarter in a lake rests on the files it was taken from: so it gives the build that these gave.
    """
    if is_part(masukan):
        taken = {f"{MASUKAN}{name}": sha256 for name, sha256 in read_receipt(masukan).sumber.items()}
        digests = workspace.digests({}) | taken
    else:
        digests = workspace.digests(input_files(masukan))
    return {**digests, "pilihan": " ".join([*sorted(only), *sorted(unit)])} if only or unit else digests


def known_basis(workspace: Workspace, read: Mapping[str, str]) -> Basis | None:
    """The basis of files read before, without reading them again; None where that is not known."""
    try:
        rules = _place(workspace, read).read_text(encoding="ascii")
    except (OSError, ValueError):
        return None
    return Basis.of(read, rules) if len(rules) == _DIGITS else None


def keep_basis(workspace: Workspace, basis: Basis) -> None:
    """Remember which rules were in force for these files; a folder that cannot be written to is no fault."""
    place = _place(workspace, basis.read)
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(basis.parts[_RULES], encoding="ascii")


def _place(workspace: Workspace, read: Mapping[str, str]) -> Path:
    return workspace.cache / "berlaku" / digest_of(read)


def trail(basis: Basis) -> dict[str, str]:
    """The short digests a report prints in its footer."""
    short = {"digest": basis.digest[:12], "versi": version("p3dn-reports")}
    for group in ("masukan", "aturan", "templat"):
        parts = {name: value for name, value in basis.parts.items() if name.startswith(f"{group}/")}
        short[group] = digest_of(parts)[:12]
    return short
