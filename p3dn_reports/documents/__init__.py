"""Plan, context, compiled docxtpl templates, charts and checks: the only place that knows Word."""

from p3dn_reports.documents.checks import check_templates, missing_data, unknown_papers, unknown_roles
from p3dn_reports.documents.context import Material
from p3dn_reports.documents.plan import Planned, Planner, Status
from p3dn_reports.documents.produce import Produced, found_in, produce
from p3dn_reports.documents.reading_records import reading_record
from p3dn_reports.documents.readings import deciding_readings
from p3dn_reports.documents.weighing import Akibat, DocumentChange, Penafsiran, Weighed, documents_changed, weigh
from p3dn_reports.documents.word.names import printed_names
from p3dn_reports.documents.word.template import Template

__all__ = [
    "Akibat",
    "DocumentChange",
    "Material",
    "Penafsiran",
    "Planned",
    "Planner",
    "Produced",
    "Status",
    "Template",
    "Weighed",
    "check_templates",
    "deciding_readings",
    "documents_changed",
    "found_in",
    "missing_data",
    "printed_names",
    "produce",
    "reading_record",
    "unknown_papers",
    "unknown_roles",
    "weigh",
]
