"""The frozen rulebook: what rules.yaml says, typed. No YAML, no files, no clock.

A rule is chosen for a region and a date: `Rulebook.in_force` keeps the dated values whose citations rest on law that
the region applies and that is in force then. Every node carries its `dasar`, so that every number can name its clause.
"""

from p3dn_reports.rules.book import (
    Rulebook,
    Scope,
)
from p3dn_reports.rules.figures import (
    Band,
    Indikator,
    Pilihan,
    Pita,
    Rujukan,
    Target,
)
from p3dn_reports.rules.law import (
    Citation,
    Daftar,
    Dated,
    Kegiatan,
    ListItem,
    Parameter,
    Perubahan,
    SumberHukum,
    TakTerkodekan,
    TanggalAcuan,
)
from p3dn_reports.rules.papers import (
    Aspek,
    Daerah,
    Dokumen,
    Pengesahan,
    Penghargaan,
    Tafsir,
)
from p3dn_reports.rules.rows import (
    DerivedColumn,
    Op,
    Pemeriksaan,
    Rincian,
    Syarat,
    Term,
    Ukuran,
)

__all__ = [
    "Aspek",
    "Band",
    "Citation",
    "Daerah",
    "Daftar",
    "Dated",
    "DerivedColumn",
    "Dokumen",
    "Indikator",
    "Kegiatan",
    "ListItem",
    "Op",
    "Parameter",
    "Pemeriksaan",
    "Pengesahan",
    "Penghargaan",
    "Perubahan",
    "Pilihan",
    "Pita",
    "Rincian",
    "Rujukan",
    "Rulebook",
    "Scope",
    "SumberHukum",
    "Syarat",
    "Tafsir",
    "TakTerkodekan",
    "TanggalAcuan",
    "Target",
    "Term",
    "Ukuran",
]
