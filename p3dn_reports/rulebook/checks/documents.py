"""The documents: their templates, files, conditions, deadlines, and the fields in texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from p3dn_reports.problems import Problem
from p3dn_reports.rulebook.checks.formulas import Formula
from p3dn_reports.rulebook.checks.row_documents import check_row_document
from p3dn_reports.rulebook.checks.subject import Subject
from p3dn_reports.rulebook.source import Keys, is_near, suggestion
from p3dn_reports.rules import ROLES, Dokumen, Rulebook

_FIELD = re.compile(r"\{([^{}]*)\}")

REGION_FIELDS = (
    "daerah.nama",
    "daerah.nama_pemda",
    "daerah.ibu_kota",
    "daerah.kepala_daerah",
    "dinas_pembina.nama",
    "dinas_pembina.jabatan_pimpinan",
)
_UNIT_FIELDS = (
    "unit.nama",
    "unit.jabatan_pimpinan",
    "unit.asisten",
    "unit.biro_koordinator.nama",
    "unit.biro_koordinator.jabatan_pimpinan",
)
"""Fields that copy lines may use; a line whose field is wanting is left out, so a slip here would go unseen."""


def check_documents(subject: Subject) -> Iterator[Problem]:
    """Every document, and the fields in the words of remarks, schedule and readings."""
    written: dict[str, str] = {}
    for key, dokumen in subject.rulebook.dokumen.items():
        keys: Keys = ("dokumen", key)
        yield from _with_units(subject, keys, dokumen)
        yield from check_row_document(subject, keys, dokumen, tables_of(subject.rulebook, dokumen))
        yield from _conditions(subject, keys, dokumen)
        yield from _template(subject, keys, dokumen)
        yield from _file(subject, keys, dokumen, written)
        yield from _copies(subject, keys, dokumen)
    yield from _remark_words(subject)
    yield from _law_words(subject)


def _with_units(subject: Subject, keys: Keys, dokumen: Dokumen) -> Iterator[Problem]:
    """A document is whole by tables that know units."""
    for index, tabel in enumerate(dokumen.lengkap_bila):
        if tabel in subject.schemas and subject.schemas[tabel].unit_column is None:
            yield subject.source.problem("aturan-tabel-tanpa-unit", (*keys, "lengkap_bila", index), nilai=tabel)


def _parties(subject: Subject, keys: Keys, dokumen: Dokumen) -> Iterator[Problem]:
    """A role is free, since an office names its own; one that is nearly a role of the regulations is a slip."""
    named = {"penanda_tangan": (dokumen.penanda_tangan, *dokumen.penanda_tangan_lain), "tujuan": (dokumen.tujuan,)}
    for key, parties in {**named, "kop": (dokumen.kop,)}.items():
        for peran in (one.peran for one in parties if one.peran and one.peran not in ROLES):
            if near := [role for role in ROLES if is_near(peran, role)]:
                dugaan = suggestion(peran, near)
                yield subject.source.problem("aturan-peran-mirip", (*keys, key), nilai=peran, dugaan=dugaan)


def _asking(subject: Subject, keys: Keys, dokumen: Dokumen) -> Iterator[Problem]:
    """Verdicts with their choices, tables, and conditions on the row that the document is of."""
    rules = subject.rulebook
    for name, choices in dokumen.bila_putusan.items():
        here: Keys = (*keys, "bila", "putusan", name)
        if name in rules.putusan:
            known = dict.fromkeys(row.id for versi in rules.putusan[name].versi for row in versi.nilai)
            yield from subject.unknown_words(f"pilihan putusan {name}", here, choices, known)
    for name in dokumen.bila_naskah:
        yield from subject.unknown("naskah", (*keys, "bila", "naskah", name), name, rules.naskah)
    for tabel in tables_of(rules, dokumen):
        yield from Formula(subject, tabel, ()).condition_faults((*keys, "bila", "kondisi"), dokumen.bila_kondisi)


def tables_of(rules: Rulebook, dokumen: Dokumen) -> tuple[str, ...]:
    """The tables whose rows a document is made for each of."""
    if dokumen.untuk_setiap == "putusan":
        return tuple(rules.putusan[name].tabel for name in dokumen.subjek if name in rules.putusan)
    return dokumen.subjek if dokumen.untuk_setiap == "tabel" else ()


def _conditions(subject: Subject, keys: Keys, dokumen: Dokumen) -> Iterator[Problem]:
    for name, bands in dokumen.bila_status.items():
        yield from _bands(subject, (*keys, "bila", "status", name), name, bands)
    for index, one in enumerate(dokumen.dasar_bila):
        for name, bands in one.status.items():
            yield from _bands(subject, (*keys, "dasar_bila", index, "status", name), name, bands)
    yield from _asking(subject, keys, dokumen)
    yield from _parties(subject, keys, dokumen)
    if dokumen.untuk_setiap == "daerah":
        yield from _only_for_units(subject, keys, dokumen)


def _bands(subject: Subject, keys: Keys, name: str, bands: tuple[str, ...]) -> Iterator[Problem]:
    """An indicator with bands, and names of those alone."""
    rules = subject.rulebook
    if name not in rules.indikator:
        return
    pita = rules.indikator[name].pita
    if pita is None:
        yield subject.source.problem("aturan-indikator-tanpa-pita", keys, key=True, nilai=name)
    elif pita in rules.pita:
        yield from subject.unknown_words(f"pita {pita}", keys, bands, [band.id for band in rules.bands_of(pita)])


def _only_for_units(subject: Subject, keys: Keys, dokumen: Dokumen) -> Iterator[Problem]:
    """What says nothing on a document of the whole region."""
    signer = dokumen.penanda_tangan.peran
    parts = (
        ("bila", "bila", bool(dokumen.bila_jenis or dokumen.bila_status)),
        ("dasar_bila", "dasar_bila", bool(dokumen.dasar_bila)),
        ("lengkap_bila", "lengkap_bila", bool(dokumen.lengkap_bila)),
        ("penanda_tangan", f"penanda tangan {signer}", signer in ("kepala_unit", "kepala_biro_koordinator")),
        ("tujuan", "tujuan asisten", dokumen.tujuan.peran == "asisten"),
    )
    for key, words, present in parts:
        if present:
            yield subject.source.problem("aturan-hanya-untuk-unit", (*keys, key), key=True, nilai=words)


def _template(subject: Subject, keys: Keys, dokumen: Dokumen) -> Iterator[Problem]:
    if subject.templates is not None and dokumen.templat not in subject.templates:
        dugaan = suggestion(dokumen.templat, sorted(subject.templates))
        yield subject.source.problem(
            "aturan-templat-tidak-ada", (*keys, "templat"), nilai=dokumen.templat, dugaan=dugaan
        )


def _file(subject: Subject, keys: Keys, dokumen: Dokumen, written: dict[str, str]) -> Iterator[Problem]:
    """No two documents, and no two units, write the same file."""
    at_file: Keys = (*keys, "berkas")
    if dokumen.berkas in written:
        lain = written[dokumen.berkas]
        yield subject.source.problem("aturan-berkas-sama", at_file, nilai=dokumen.berkas, lain=lain)
    written.setdefault(dokumen.berkas, dokumen.id)
    per_unit, told_apart = dokumen.untuk_setiap != "daerah", bool(_FIELD.search(dokumen.berkas))
    if per_unit != told_apart and not (told_apart and _FIELD.findall(dokumen.berkas)[0] in REGION_FIELDS):
        kode = "aturan-berkas-tanpa-unit" if per_unit else "aturan-berkas-berisi-unit"
        yield subject.source.problem(kode, at_file, nilai=dokumen.berkas)


def _copies(subject: Subject, keys: Keys, dokumen: Dokumen) -> Iterator[Problem]:
    known = _fields_of(subject, dokumen)
    for index, line in enumerate(dokumen.tembusan):
        yield from unknown_fields(subject, (*keys, "tembusan", index), line, known)
    yield from unknown_fields(subject, (*keys, "berkas"), dokumen.berkas, (*known, "kode_satker", "kunci"))


def _fields_of(subject: Subject, dokumen: Dokumen) -> tuple[str, ...]:
    """The fields that the texts of a document's entry may hold."""
    if dokumen.untuk_setiap == "daerah":
        return REGION_FIELDS
    tables = tables_of(subject.rulebook, dokumen)
    columns = (f"baris.{name}" for tabel in tables if tabel in subject.schemas for name in subject.columns(tabel))
    return (*REGION_FIELDS, *_UNIT_FIELDS, *_OWN_FIELDS.get(dokumen.untuk_setiap, ()), *columns)


_OWN_FIELDS = {
    "putusan": ("putusan.id", "putusan.tampil", "putusan.sebutan"),
    "penerima": ("penerima.nama", "kategori.judul", "kategori.sebutan"),
    "jadwal": ("kegiatan.id", "kegiatan.waktu"),
    "daftar": ("butir.kode", "butir.nama"),
}


def _law_words(subject: Subject) -> Iterator[Problem]:
    """The texts of schedule, duties and readings may hold the values of parameters."""
    known = subject.rulebook.parameter
    for key, kegiatan in subject.rulebook.jadwal.items():
        for name in ("aktivitas", "pelaksana"):
            yield from unknown_fields(subject, ("jadwal", key, name), getattr(kegiatan, name), known)
    for key, duty in subject.rulebook.kewajiban.items():
        yield from unknown_fields(subject, ("kewajiban", key, "judul"), duty.judul, known)
    for key, tafsir in subject.rulebook.tafsir.items():
        for name in ("pertanyaan", "dipakai", "alasan"):
            yield from unknown_fields(subject, ("tafsir", key, name), getattr(tafsir, name), known)
        for index, other in enumerate(tafsir.pilihan_lain):
            yield from unknown_fields(subject, ("tafsir", key, "pilihan_lain", index), other, known)


def _remark_words(subject: Subject) -> Iterator[Problem]:
    for key, remark in subject.rulebook.pemeriksaan.items():
        known = ("banyak", "nama_satker") + (("jumlah",) if remark.jumlah is not None else ())
        for name in ("pesan", "saran"):
            yield from unknown_fields(subject, ("pemeriksaan", key, name), getattr(remark, name), known)


def unknown_fields(subject: Subject, keys: Keys, text: str, known: Iterable[str]) -> Iterator[Problem]:
    """The fields of a text that are none of those known."""
    names = tuple(known)
    for field in _FIELD.findall(text):
        if field not in names:
            dugaan = suggestion(field, names)
            yield subject.source.problem("aturan-isian-tidak-dikenal", keys, nilai=field, dugaan=dugaan)
