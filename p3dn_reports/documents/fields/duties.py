"""What a report on an instrument can print of the tasks it gives the document's unit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from p3dn_reports.documents.at import At
from p3dn_reports.documents.blanks import blank
from p3dn_reports.documents.conditions import has_status
from p3dn_reports.documents.duties import TABEL, Addressed, Task, coordinators, steps, tasks
from p3dn_reports.documents.fields.field import BULAT, P3DN, TANGGAL, Field, Group, Items, Node, Part
from p3dn_reports.documents.law import places_in_words
from p3dn_reports.documents.offices import KEPALA_BIRO_KOORDINATOR
from p3dn_reports.documents.papers import numbered
from p3dn_reports.documents.sources import files_read
from p3dn_reports.evaluation.assessment import UnitResult
from p3dn_reports.evaluation.wording import filled
from p3dn_reports.formatting import angka, daftar_kata, nilai_bersatuan
from p3dn_reports.rules import Citation, Disertai, Dokumen

SELESAI = "selesai"


@dataclass(frozen=True, slots=True)
class _Owed:
    """A task of a unit in its document."""

    task: Task
    at: At
    unit: UnitResult

    def text(self, kolom: str) -> str:
        """What the unit has written down in a column."""
        return str(self.task.row.get(kolom) or "") if self.task.row else ""

    def wanting(self, kolom: str) -> object:
        """The place that the unit must still fill in."""
        ketentuan = ".".join(steps(self.task.tempat[0]))
        return blank(kolom, TABEL, kolom, kode_satker=self.unit.unit.kode_satker, ketentuan=ketentuan)


def _owed(at: At) -> list[_Owed]:
    """The tasks that the document's instrument gives its unit; none in a document of no unit."""
    unit, material = at.planned.unit, at.material
    if unit is None:
        return []
    kode = unit.unit.kode_satker
    koordinator = kode in coordinators(material.master.values())
    addressed = Addressed(kode, unit.unit.nama, unit.unit.jenis, koordinator)
    rows = material.tables.rows(TABEL, {"kode_satker": kode})
    found = tasks(material.scope, at.planned.dasar[0].sumber, addressed, rows)
    return [_Owed(task, at, unit) for task in found]


def _state(one: _Owed) -> object:
    return one.text("keadaan") or one.wanting("keadaan")


def _next(one: _Owed) -> object:
    """What follows of a task that is not done must be said."""
    is_open = one.text("keadaan") not in ("", SELESAI)
    return one.text("tindak_lanjut") or (one.wanting("tindak_lanjut") if is_open else "")


def _text(kolom: str, title: str, example: str) -> Field[_Owed]:
    return Field(title, lambda one: one.text(kolom), source=f"tabel {TABEL}, kolom {kolom}", example=example)


def _beside(one: _Owed) -> str:
    """The figures, papers and files that the rulebook puts beside the task, in one text."""
    disertai = one.task.kewajiban.disertai
    return "; ".join((*_figures(one, disertai), *_papers(one, disertai), *_files(one, disertai)))


def _figures(one: _Owed, disertai: Disertai) -> Iterator[str]:
    figures, rules = one.unit.figures, one.at.material.scope.rulebook
    for name in disertai.indikator:
        found = figures.indikator[name]
        why = f" ({found.sebab})" if found.nilai is None and found.sebab else ""
        yield f"{rules.indikator[name].judul}: {found.tampil}{why}"
    for name in disertai.ukuran:
        amount, satuan = figures.ukuran.get(name), rules.ukuran[name].satuan
        shown = "tidak ada data" if amount is None else nilai_bersatuan(Decimal(amount), satuan)
        yield f"{rules.ukuran[name].judul}: {shown}"
    for name in disertai.peringkat:
        yield _ranked(one, name)


def _ranked(one: _Owed, name: str) -> str:
    """`Paket terbesar: 12, 1 di antaranya belum lengkap`."""
    peringkat, found = one.at.material.scope.rulebook.peringkat[name], one.unit.peringkat[name]
    if not found.baris:
        return f"{peringkat.judul}: {found.sebab or 'tidak ada'}"
    lacking = {*(peringkat.pemantauan.dijelaskan if peringkat.pemantauan else ()), None}
    open_rows = sum(not lacking.isdisjoint(row.pemantauan.values()) for row in found.baris)
    note = f", {angka(open_rows)} di antaranya belum lengkap" if open_rows else ""
    return f"{peringkat.judul}: {angka(len(found.baris))}{note}"


def _papers(one: _Owed, disertai: Disertai) -> Iterator[str]:
    """The numbers of the papers; without any, whether one is still to come."""
    found, owed = list[str](), False
    for name in disertai.naskah:
        dokumen = one.at.material.scope.rulebook.dokumen.get(name)
        units = _written_for(one, dokumen)
        found += [text for unit in units for text in numbered(one.at.material, name, unit.unit.kode_satker)]
        owed = owed or dokumen is None or any(has_status(dokumen.bila_status, unit) for unit in units)
    if disertai.naskah:
        yield daftar_kata(list(dict.fromkeys(found))) if found else _NO_PAPER[owed]


_NO_PAPER = {True: "naskahnya belum bernomor", False: "tidak ada yang wajib dibuat"}


def _written_for(one: _Owed, dokumen: Dokumen | None) -> list[UnitResult]:
    """The units that the task's unit writes such a paper for: itself, or as a Biro those it coordinates."""
    if dokumen is None or dokumen.penanda_tangan.peran != KEPALA_BIRO_KOORDINATOR:
        return [one.unit]
    own, material = one.unit.unit.kode_satker, one.at.material
    under = [unit for unit in material.assessment.unit if unit is not one.unit]
    return [unit for unit in under if material.satker(unit.unit.kode_satker).get("biro_koordinator") == own]


def _files(one: _Owed, disertai: Disertai) -> Iterator[str]:
    read = list(files_read(one.at.material)) if disertai.sumber else []
    for sumber in disertai.sumber:
        count = sum(sumber.casefold() in row.sumber.casefold() for row in read)
        yield f"{angka(count)} berkas dari {sumber}" if count else f"belum ada berkas dari {sumber}"


_TASK: Group[_Owed] = Group(
    {
        "ketentuan": Field(
            "Tempat tugasnya",
            lambda one: _places(one.task.tempat),
            source="rules.yaml, kewajiban",
            example="huruf a angka 4",
        ),
        "judul": Field(
            "Tugasnya",
            lambda one: filled(one.task.kewajiban.judul, one.at.material.scope),
            source="rules.yaml, kewajiban",
            example="Memantau capaian pada laman LKPP Bigbox",
        ),
        "keadaan": Field(
            "selesai, sebagian, atau belum",
            _state,
            source=f"tabel {TABEL}, kolom keadaan",
            example=SELESAI,
            wanting=True,
        ),
        "uraian": _text("uraian", "Apa yang dilakukan", "Dipantau setiap Senin"),
        "bukti": _text("bukti", "Naskah yang menunjukkannya", "Notula Contoh-07"),
        "kendala": _text("kendala", "Hambatannya", "Akun SIRUP terlambat"),
        "tindak_lanjut": Field(
            "Yang dilakukan selanjutnya; harus ada bila tugasnya belum selesai",
            _next,
            source=f"tabel {TABEL}, kolom tindak_lanjut",
            example="Penandaan diselesaikan",
            wanting=True,
        ),
        "disertai": Field("Angka, nomor naskah, atau berkas di sampingnya", _beside, source=P3DN, example="99,75%"),
    }
)


def _places(tempat: tuple[str, ...]) -> str:
    """Places of one diktum, without it: `huruf a angka 5 dan angka 6`."""
    diktum, *_ = Citation("", tempat[0]).segmen
    return places_in_words(list(tempat)).removeprefix(f"{diktum} ")


def _counted(state: str) -> Callable[[list[_Owed]], int]:
    return lambda owed: sum(one.text("keadaan") == state for one in owed)


_COUNTS: dict[str, Node[list[_Owed]]] = {
    name: Field(f"Banyaknya tugas yang {words}", _counted(state), BULAT, example="3")
    for name, state, words in (
        ("selesai", "selesai", "telah dilaksanakan"),
        ("sebagian", "sebagian", "dilaksanakan sebagian"),
        ("belum", "belum", "belum dilaksanakan"),
        ("belum_diisi", "", "keadaannya belum diisi"),
    )
}
_HINDERED: Group[str] = Group({"teks": Field("Kendalanya", lambda text: text, example="Akun SIRUP terlambat")})


def _hindrances(at: At) -> list[str]:
    texts = (one.text("kendala").rstrip(".;") for one in _owed(at))
    return list(dict.fromkeys(text for text in texts if text))


DUTIES: Mapping[str, Node[At]] = {
    "tugas": Items("Tugas unit menurut peraturan yang menjadi dasar naskah", _TASK, _owed, "rules.yaml, kewajiban"),
    "jumlah_tugas": Part("Banyaknya tugas menurut keadaannya", Group(_COUNTS), _owed, f"tabel {TABEL}"),
    "kendala": Items("Kendala unit", _HINDERED, _hindrances, f"tabel {TABEL}, kolom kendala", lettered=True),
    "batas_laporan_pelaksanaan": Field(
        "Batas waktu laporan pelaksanaan, bila ditetapkan",
        lambda at: at.material.meta.hari.get("batas_laporan_pelaksanaan"),
        TANGGAL,
        "tabel meta",
        "2025-01-10",
        optional=True,
    ),
}
