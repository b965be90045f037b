"""Rules x tables: exact values, each with its rule, its clause and its rows."""

from p3dn_reports.evaluation.alternatives import evaluate
from p3dn_reports.evaluation.assessment import (
    TIDAK_DAPAT_DIHITUNG,
    Assessment,
    Dikeluarkan,
    Figures,
    IndikatorResult,
    KategoriPenghargaan,
    NilaiPeserta,
    Organisasi,
    PenghargaanResult,
    RincianBaris,
    TargetResult,
    UnitPelapor,
    UnitResult,
)
from p3dn_reports.evaluation.doubt import weighed
from p3dn_reports.evaluation.explain import explain
from p3dn_reports.evaluation.explanation import AsalUkuran, BarisAsal, Explanation, VonisSyarat
from p3dn_reports.evaluation.loose import loose_rows
from p3dn_reports.evaluation.objects.assess import object_tables
from p3dn_reports.evaluation.objects.explain import ObjectExplanation, explain_object
from p3dn_reports.evaluation.organisation import organisation
from p3dn_reports.evaluation.unsure import unsure_rows, unsure_statuses, with_unsure
from p3dn_reports.evaluation.withholding import (
    Withholding,
    figure_tables,
    required_tables,
    side_tables,
    target_tables,
    withholding,
)

__all__ = [
    "TIDAK_DAPAT_DIHITUNG",
    "AsalUkuran",
    "Assessment",
    "BarisAsal",
    "Dikeluarkan",
    "Explanation",
    "Figures",
    "IndikatorResult",
    "KategoriPenghargaan",
    "NilaiPeserta",
    "ObjectExplanation",
    "Organisasi",
    "PenghargaanResult",
    "RincianBaris",
    "TargetResult",
    "UnitPelapor",
    "UnitResult",
    "VonisSyarat",
    "Withholding",
    "evaluate",
    "explain",
    "explain_object",
    "figure_tables",
    "loose_rows",
    "object_tables",
    "organisation",
    "required_tables",
    "side_tables",
    "target_tables",
    "unsure_rows",
    "unsure_statuses",
    "weighed",
    "with_unsure",
    "withholding",
]
