"""The overview as a file: where it goes, and what it never replaces."""

from __future__ import annotations

from pathlib import Path

from p3dn_reports.policy import desk
from p3dn_reports.policy.overview.page import GENERATOR, overview
from p3dn_reports.policy.pages import put_page
from p3dn_reports.workspace import Workspace

NAMA = "ikhtisar-aturan.html"


def save(workspace: Workspace, target: Path | None = None) -> Path:
    """Write the page of the workspace's rulebook to `target`, else among the outputs; the path of the file.

    Only a page made before is replaced. Raises ProblemsError for a rulebook with a galat, UsageError for another file.
    """
    path = target or workspace.outputs / NAMA
    page = overview(desk.load(workspace), desk.schemas(workspace))
    put_page(path, page, GENERATOR, "bukan ikhtisar buku aturan; sebutkan nama lain dengan --output.")
    return path
