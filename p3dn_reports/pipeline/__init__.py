"""The public Python API: check, evaluate, explain, build, and workbooks for the agencies.

It composes the rooms' steps and holds no rule of its own. A name is brought in when it is first asked for, so that a
build that stands unchanged is found without a database or a template engine.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from p3dn_reports.pipeline.building import build
    from p3dn_reports.pipeline.copies import with_copies
    from p3dn_reports.pipeline.looking import check, evaluate, explain, explain_many
    from p3dn_reports.pipeline.quarter import (
        Assessed,
        Quarter,
        assess,
        load_rules,
        manner,
        material_of,
        open_quarter,
        other_region,
        quarter_of,
    )
    from p3dn_reports.pipeline.records import (
        AnnotateResult,
        BuildResult,
        CheckResult,
        DocumentRecord,
        EvaluateResult,
        PdfResult,
        Progress,
    )
    from p3dn_reports.pipeline.workbooks import annotate, new_workbook

_NAMES = {
    "building": "build",
    "copies": "with_copies",
    "looking": "check evaluate explain explain_many",
    "quarter": "Assessed Quarter assess load_rules manner material_of open_quarter other_region quarter_of",
    "records": "AnnotateResult BuildResult CheckResult DocumentRecord EvaluateResult PdfResult Progress",
    "workbooks": "annotate new_workbook",
}
_MODULES = {name: module for module, names in _NAMES.items() for name in names.split()}

__all__ = [
    "AnnotateResult",
    "Assessed",
    "BuildResult",
    "CheckResult",
    "DocumentRecord",
    "EvaluateResult",
    "PdfResult",
    "Progress",
    "Quarter",
    "annotate",
    "assess",
    "build",
    "check",
    "evaluate",
    "explain",
    "explain_many",
    "load_rules",
    "manner",
    "material_of",
    "new_workbook",
    "open_quarter",
    "other_region",
    "quarter_of",
    "with_copies",
]


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
