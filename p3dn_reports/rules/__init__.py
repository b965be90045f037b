"""The frozen rulebook: what rules.yaml says, typed. No YAML, no files, no clock.

A rule is chosen for a region and a date: `Rulebook.in_force` keeps the dated values whose citations rest on law that
the region applies and that is in force then. Every node carries its `dasar`, so that every number can name its clause.
"""

from p3dn_reports.rules.awards import (
    Aspek,
    Penghargaan,
    Skala,
    SubKriteria,
)
from p3dn_reports.rules.book import (
    Rulebook,
    Scope,
)
from p3dn_reports.rules.clauses import (
    Ketentuan,
    Kewajiban,
    RujukanKeliru,
    Sifat,
    TakTerkodekan,
)
from p3dn_reports.rules.comparing import Banding, Op
from p3dn_reports.rules.days_off import HariLibur, Libur
from p3dn_reports.rules.figures import (
    Band,
    Indikator,
    Pilihan,
    Pita,
    Rujukan,
    Target,
)
from p3dn_reports.rules.formulas import (
    HARI_BERNAMA,
    TANGGAL_KEJADIAN,
    Jenis,
    Kondisi,
    Nama,
    Operasi,
    Rumus,
    Tetapan,
    Urutan,
    names_in,
    names_of,
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
    TanggalAcuan,
    newest,
)
from p3dn_reports.rules.objects import (
    Hitungan,
    PilihanPutusan,
    Prasyarat,
    Putusan,
    conditions_of,
)
from p3dn_reports.rules.papers import (
    ROLES,
    Bernomor,
    CaraPenilaian,
    Daerah,
    DasarBila,
    Dokumen,
    Pengesahan,
    Pihak,
    Tafsir,
    Terkait,
)
from p3dn_reports.rules.rankings import (
    Pemantauan,
    Peringkat,
)
from p3dn_reports.rules.rows import (
    Bagian,
    DerivedColumn,
    KolomTabel,
    Pemeriksaan,
    Rincian,
    Syarat,
    Term,
    Ukuran,
)
from p3dn_reports.rules.words import PADA_KELOMPOK, Kata

__all__ = [
    "HARI_BERNAMA",
    "PADA_KELOMPOK",
    "ROLES",
    "TANGGAL_KEJADIAN",
    "Aspek",
    "Bagian",
    "Band",
    "Banding",
    "Bernomor",
    "CaraPenilaian",
    "Citation",
    "Daerah",
    "Daftar",
    "DasarBila",
    "Dated",
    "DerivedColumn",
    "Dokumen",
    "HariLibur",
    "Hitungan",
    "Indikator",
    "Jenis",
    "Kata",
    "Kegiatan",
    "Ketentuan",
    "Kewajiban",
    "KolomTabel",
    "Kondisi",
    "Libur",
    "ListItem",
    "Nama",
    "Op",
    "Operasi",
    "Parameter",
    "Pemantauan",
    "Pemeriksaan",
    "Pengesahan",
    "Penghargaan",
    "Peringkat",
    "Perubahan",
    "Pihak",
    "Pilihan",
    "PilihanPutusan",
    "Pita",
    "Prasyarat",
    "Putusan",
    "Rincian",
    "Rujukan",
    "RujukanKeliru",
    "Rulebook",
    "Rumus",
    "Scope",
    "Sifat",
    "Skala",
    "SubKriteria",
    "SumberHukum",
    "Syarat",
    "Tafsir",
    "TakTerkodekan",
    "TanggalAcuan",
    "Target",
    "Terkait",
    "Term",
    "Tetapan",
    "Ukuran",
    "Urutan",
    "conditions_of",
    "names_in",
    "names_of",
    "newest",
]
