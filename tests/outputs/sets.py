"""Sets of PDFs for the small builds."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from p3dn_reports.outputs.derived import Derived, publish_set

MADE = (
    Derived("surat/1.01.pdf", "surat/1.01.docx", b"%PDF surat"),
    Derived("laporan.pdf", "laporan.docx", b"%PDF laporan"),
)


def publish_pdf(root: Path, folder: Path, files: Iterable[Derived] = MADE, form: str = "PDF") -> Path | None:
    return publish_set(root, folder, {"PDF": "pdf", "PDF/A-2b": "pdf-a"}[form], form, files)
