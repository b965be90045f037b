"""The folder of work: where rules.yaml, schemas, templates, inputs and outputs lie, and how it is made and renewed."""

from p3dn_reports.workspace.places import RULES, VARIABLE, Workspace, find
from p3dn_reports.workspace.shipped import BESIDE, RECORD, Upgrade, init, packaged, upgrade

__all__ = ["BESIDE", "RECORD", "RULES", "VARIABLE", "Upgrade", "Workspace", "find", "init", "packaged", "upgrade"]
