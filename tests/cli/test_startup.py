"""What a command imports: nothing heavy is loaded by what does not need it. Each runs in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path

from p3dn_reports import __version__
from p3dn_reports.outputs.manifest import BuildPlace, manifest
from p3dn_reports.outputs.publish import publish
from p3dn_reports.pipeline.digests import Basis, digests_of, keep_basis
from p3dn_reports.workspace import Workspace
from tests.outputs.builds import DOKUMEN, FILES, MASALAH

HEAVY = frozenset({"docx", "docxtpl", "duckdb", "jinja2", "jsonschema", "openpyxl", "python_calamine", "sqlglot"})
RUN = """
import json, sys
from p3dn_reports.cli import run
code = run(sys.argv[1:])
sys.stdout.flush()
print(json.dumps([code, sorted(sys.modules)]))
"""


def imported(folder: Path, *arguments: str) -> tuple[int, frozenset[str], str]:
    """The exit code of a command line, the modules it leaves imported, and what it printed."""
    ended = subprocess.run(
        [sys.executable, "-c", RUN, *arguments], cwd=folder, capture_output=True, text=True, check=True
    )
    printed, _, told = ended.stdout.rstrip().rpartition("\n")
    code, modules = json.loads(told)
    return code, frozenset(modules), printed


def test_the_version_is_told_by_the_command_line_alone(tmp_path: Path) -> None:
    code, modules, printed = imported(tmp_path, "--version")
    ours = {name for name in modules if name.startswith("p3dn_reports")}
    assert (code, printed.startswith("p3dn"), printed.endswith(__version__)) == (0, True, True)
    assert ours - {"p3dn_reports", "p3dn_reports.errors"} == {
        name for name in ours if name == "p3dn_reports.cli" or name.startswith("p3dn_reports.cli.")
    }
    assert "p3dn_reports.cli.build" not in ours


def test_the_version_is_that_of_the_package() -> None:
    project = tomllib.loads((Path(__file__).resolve().parents[2] / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["version"] == __version__


def test_the_help_of_every_command_needs_no_engine(tmp_path: Path) -> None:
    code, modules, _ = imported(tmp_path, "--help")
    assert code == 0
    assert HEAVY & modules == frozenset()


def test_an_unchanged_build_needs_no_database_and_no_template(folder: Path) -> None:
    workspace = Workspace.at(folder)
    masukan = folder / "inputs" / "tw4"
    (masukan / "realisasi.csv").write_text("a,b\n", encoding="utf-8")
    basis = Basis.of(digests_of(workspace, masukan, frozenset(), frozenset()), "a" * 64)
    keep_basis(workspace, basis)
    place = BuildPlace("tw4", "dki-jakarta", "2024-TW4", date(2024, 12, 30), basis.digest)
    made = manifest(place, basis.parts, "0.1.0", DOKUMEN, MASALAH)
    standing = publish(workspace.outputs, place, FILES.items(), made)
    code, modules, printed = imported(folder, "build", "tw4")
    assert code == 0
    assert "Tidak ada yang berubah" in printed
    assert str(standing) in printed
    assert HEAVY & modules == frozenset()
    assert not {name for name in modules if name.startswith(("p3dn_reports.rules", "p3dn_reports.evaluation"))}
