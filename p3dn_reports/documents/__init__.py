"""Plan, context, compiled docxtpl templates, charts and checks: the only place that knows Word."""

from p3dn_reports.documents.checks import check_templates, missing_data, unknown_papers
from p3dn_reports.documents.context import Material
from p3dn_reports.documents.plan import Planned, Planner, Status
from p3dn_reports.documents.produce import Produced, produce
from p3dn_reports.documents.word.template import Template

__all__ = [
    "Material",
    "Planned",
    "Planner",
    "Produced",
    "Status",
    "Template",
    "check_templates",
    "missing_data",
    "produce",
    "unknown_papers",
]
