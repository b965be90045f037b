"""A period on one page, as plain data for hasil.json: figures, who must explain, what must be decided, what is next.

It asks the same questions of the same records as `ringkasan.docx`, so that the front sheet of hasil.xlsx says the same.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from fractions import Fraction

from p3dn_reports.documents.answers import asked_of, still_wanting
from p3dn_reports.documents.at import At, Letters, Shared
from p3dn_reports.documents.material import Material
from p3dn_reports.documents.papers import letter_of
from p3dn_reports.documents.plan import Planned
from p3dn_reports.documents.schedule import ahead
from p3dn_reports.documents.units import Line, Units
from p3dn_reports.evaluation.assessment import IndikatorResult
from p3dn_reports.evaluation.result import plain
from p3dn_reports.evaluation.wording import filled
from p3dn_reports.formatting import kecil_awal, tahun_anggaran

Record = dict[str, object]


def summary(material: Material, planned: Sequence[Planned]) -> Record:
    """The summary of a period with the titles of its figures; numbers are text.

    `angka`, `wajib_menjelaskan` and `berikutnya` are empty where no document of the period heads them
    (`angka_utama`).
    """
    scope, rules = material.scope, material.scope.rulebook
    head = next((one for one in planned if one.dokumen.angka_utama), None)
    return {
        "nama_daerah": scope.daerah.nama_pada(scope.data_per),
        "nama_periode": tahun_anggaran(material.meta.periode),
        "keadaan_data": material.meta.keadaan,
        "simulasi": scope.simulasi,
        "judul": {
            "indikator": {name: rules.indikator[name].judul for name in material.assessment.seluruh.indikator},
            "ukuran": {name: rules.ukuran[name].judul for name in material.assessment.seluruh.ukuran},
        },
        **(_headed(At(head, Shared(material, _letters(planned))), planned) if head else _NOTHING),
        "diputuskan": list(_decisions(material, head)),
    }


_UNNUMBERED = "alasan dan kronologi diterima, surat belum bernomor dan bertanggal"
_NOTHING: Record = {"angka": [], "wajib_menjelaskan": [], "berikutnya": []}


def _headed(at: At, planned: Sequence[Planned]) -> Record:
    tables = at.material.tables
    come = {kode for kode, papers in asked_of(planned).items() if not still_wanting(tables, kode, papers)}
    owing = (line for band in at.region.menurut_pita.values() for line in band if line.kode in at.region.wajib)
    return {
        "angka": list(_figures(at)),
        "wajib_menjelaskan": [_owed(at.region, line, come) for line in owing],
        "berikutnya": [
            {"waktu": one.waktu, "aktivitas": one.aktivitas, "pelaksana": one.pelaksana} for one in ahead(at)
        ],
    }


def _letters(planned: Iterable[Planned]) -> Letters:
    """How the letters of the period stand, as far as the plan knows."""
    found: Letters = {}
    for item in planned:
        if (kode := letter_of(item)) is not None:
            found.setdefault(item.dokumen.capaian, {})[kode] = item.status
    return found


def _figures(at: At) -> Iterator[Record]:
    """What the first figure divides and by what, the units of each band that must explain, then the other figures."""
    whole = at.material.assessment.seluruh.indikator
    main, *others = (whole[name] for name in at.planned.dokumen.angka_utama)
    yield _figure(at, main, main.ukuran_pembilang, main.pembilang)
    yield _figure(at, main, main.ukuran_penyebut, main.penyebut)
    asked = at.material.assessment.menjelaskan.get(main.indikator, {})
    for band, lines in at.region.menurut_pita.items():
        if band in asked:
            judul = f"Satuan kerja {at.region.sebutan_pita(band)}"
            yield {"judul": judul, "nilai": str(len(lines)), "satuan": "satuan kerja", "catatan": None}
    for one in others:
        figure = _figure(at, one, one.ukuran_pembilang, one.pembilang)
        whole_of = kecil_awal(at.material.scope.rulebook.ukuran[one.ukuran_penyebut].judul)
        yield figure if one.nilai is None else {**figure, "catatan": f"{one.tampil} dari {whole_of}"}


def _figure(at: At, one: IndikatorResult, ukuran: str, nilai: Fraction | None) -> Record:
    judul = at.material.scope.rulebook.ukuran[ukuran].judul
    return {
        "judul": judul,
        "nilai": plain(nilai),
        "satuan": one.satuan,
        "catatan": None if one.nilai is not None else one.sebab,
    }


def _owed(units: Units, line: Line, come: Container[str]) -> Record:
    """A unit that must explain: its figure, how much lacks or is over in rupiah, the reasons given, its answer.

    What has not come is None.
    """
    found = line.capaian
    assert found is not None  # noqa: S101 - it stands in a band
    return {
        "kode_satker": line.kode,
        "nama": line.result.unit.nama,
        "tampil": found.tampil,
        "status": found.tampil_pita,
        "kekurangan_ambang": plain(found.kekurangan_ambang),
        "kelebihan_ambang": plain(found.kelebihan_ambang),
        "alasan": units.alasan.get(line.kode),
        "jawaban": units.diterima.get(line.kode) or (_UNNUMBERED if line.kode in come else None),
    }


def _decisions(material: Material, head: Planned | None) -> Iterator[str]:
    """Readings on which results hang and which nobody has approved; units whose data must be put right first."""
    for one in material.penafsiran:
        if one.menentukan and one.pengesahan is None:
            asked = filled(one.tafsir.pertanyaan, material.scope)
            yield f"Mengesahkan penafsiran \u201c{asked}\u201d, yang menentukan hasil periode ini."
    units = Shared(material).region(head.dokumen.capaian) if head else None
    for nama, sebab in units.sebab_ditahan if units else ():
        yield f"Meminta perbaikan data {nama}, yang ditahan: {sebab.rstrip('.')}."
