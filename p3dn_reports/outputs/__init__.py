"""What a build leaves: the folder written whole or not at all, its manifest, its results, and the check of both."""

from p3dn_reports.outputs.archive import archive
from p3dn_reports.outputs.derived import Derived, documents_of, find_set, publish_set
from p3dn_reports.outputs.hasil import hasil_json
from p3dn_reports.outputs.manifest import BuildPlace, digest_of, manifest
from p3dn_reports.outputs.names import safe_path, unique_paths
from p3dn_reports.outputs.publish import find_build, mark_newest, publish
from p3dn_reports.outputs.reports import read_build, report_files
from p3dn_reports.outputs.verify import verify

__all__ = [
    "BuildPlace",
    "Derived",
    "archive",
    "digest_of",
    "documents_of",
    "find_build",
    "find_set",
    "hasil_json",
    "manifest",
    "mark_newest",
    "publish",
    "publish_set",
    "read_build",
    "report_files",
    "safe_path",
    "unique_paths",
    "verify",
]
