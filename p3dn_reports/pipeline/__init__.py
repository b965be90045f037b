"""The public Python API: check, evaluate, explain, build, and workbooks for the agencies.

It composes the rooms' steps and holds no rule of its own.
"""

from p3dn_reports.pipeline.building import build
from p3dn_reports.pipeline.copies import with_copies
from p3dn_reports.pipeline.looking import check, evaluate, explain
from p3dn_reports.pipeline.quarter import (
    Assessed,
    Quarter,
    assess,
    load_rules,
    manner,
    material_of,
    open_quarter,
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
    "load_rules",
    "manner",
    "material_of",
    "new_workbook",
    "open_quarter",
    "quarter_of",
    "with_copies",
]
