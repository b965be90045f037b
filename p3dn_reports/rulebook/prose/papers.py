"""Documents in sentences: for whom and when, who signs, what makes one a draft, what withholds it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from p3dn_reports.evaluation.withholding import required_tables
from p3dn_reports.formatting import daftar_kata, tanggal
from p3dn_reports.rulebook.prose.words import clauses
from p3dn_reports.rules import Dokumen, Pihak, Rulebook, Scope, Tafsir
from p3dn_reports.rules.readings import Reach
from p3dn_reports.tables import TableSchema
from p3dn_reports.vocabulary import Periode

Schemas = Mapping[str, TableSchema]

_FOR = {
    "daerah": "Satu untuk seluruh daerah",
    "unit_pelapor": "Satu untuk setiap unit pelapor",
    "biro_koordinator": "Satu untuk setiap Biro, tentang unit yang dikoordinasikannya",
    "tabel": "Satu untuk setiap baris tabel {}",
    "putusan": "Satu untuk setiap putusan {}",
    "peringkat": "Satu untuk setiap unit yang mempunyai peringkat {}",
    "penerima": "Satu untuk setiap penerima penghargaan {}",
    "jadwal": "Satu untuk setiap kegiatan jadwal {}",
    "daftar": "Satu untuk setiap butir daftar {}",
}


def dokumen(rulebook: Rulebook, schemas: Schemas, one: Dokumen) -> Iterator[str]:
    """All of it, in this order; last the readings it rests on."""
    yield from made(rulebook, one)
    yield from signed(one)
    yield from dated(rulebook, one)
    yield from withheld(rulebook, schemas, one)
    yield from drafts(rulebook, schemas, one)
    if readings := rests_on(rulebook, one):
        yield f"Bertumpu pada tafsir: {', '.join(readings)}."


def made(rulebook: Rulebook, one: Dokumen) -> Iterator[str]:
    """For what it is made, from what, and under which conditions."""
    when = "triwulan dan tahun" if one.periode == "semua" else one.periode
    each = _FOR[one.untuk_setiap].format(", ".join(one.subjek))
    yield f"{each}, setiap {when}, dari templat {one.templat}, menjadi {one.berkas}."
    if one.bila_jenis:
        yield f"Hanya untuk unit berjenis {', '.join(one.bila_jenis)}."
    for indikator, bands in one.bila_status.items():
        yield f"Hanya bila {rulebook.indikator[indikator].judul} berstatus {' atau '.join(bands)}."
    if one.bila_kondisi:
        yield f"Hanya bila {' dan '.join(map(str, one.bila_kondisi))}."
    for putusan, choices in one.bila_putusan.items():
        yield f"Hanya bila putusan {putusan} berbunyi {' atau '.join(choices)}."
    for tabel, wanted in one.bila_tabel.items():
        yield f"Hanya bila tabel {tabel} {wanted}."
    for naskah, wanted in one.bila_naskah.items():
        how = "sudah" if wanted == "ada" else "belum"
        yield f"Hanya bila {naskah} {how} bernomor dan bertanggal pada tabel naskah."
    if one.mencetak:
        yield f"Lampirannya menunjukkan pelaksanaan {clauses(rulebook, one.mencetak)}."


def signed(one: Dokumen) -> Iterator[str]:
    """Who signs it, and whom it goes to."""
    if one.internal:
        yield "Lembar kerja internal: tanpa jangkar tanda tangan, tidak pernah konsep."
        return
    to = f", ditujukan kepada {one.tujuan}" if one.tujuan != Pihak() else ""
    yield f"Ditandatangani oleh {' dan '.join(map(str, (one.penanda_tangan, *one.penanda_tangan_lain)))}{to}."


def dated(rulebook: Rulebook, one: Dokumen) -> Iterator[str]:
    """The day it is due."""
    if one.jatuh_tempo:
        due = rulebook.jadwal[one.jatuh_tempo]
        yield f"Jatuh tempo {tanggal(due.selesai)} (kegiatan {due.id})."


def withheld(rulebook: Rulebook, schemas: Schemas, one: Dokumen) -> Iterator[str]:
    """What withholds it: data that cannot be trusted, figures that are wanting, somebody who may not sign."""
    if tables := [schemas[name].title for name in sorted(_deciding(rulebook, one)) if name in schemas]:
        yield f"Ditahan selama datanya pada {daftar_kata(tables)} belum dapat dipercaya."
    for name in one.perlu:
        yield f"Ditahan selama {rulebook.hitungan[name].judul} belum dapat dihitung."
    if one.bukan_penanda_tangan:
        yield "Ditahan bila orang yang dikenai naskah ini adalah yang menandatanganinya."


def drafts(rulebook: Rulebook, schemas: Schemas, one: Dokumen) -> Iterator[str]:
    """What leaves it a draft: what a person must still write, number, record or approve."""
    if one.internal:
        return
    if one.kolom_lengkap:
        yield f"Lengkap bila kolom {' dan '.join(one.kolom_lengkap)} pada barisnya terisi; selain itu konsep."
    if one.lengkap_bila:
        yield f"Lengkap bila tabel {' dan '.join(one.lengkap_bila)} terisi; selain itu konsep."
    if one.naskah_lain:
        yield f"Konsep sampai {' dan '.join(one.naskah_lain)} bernomor dan bertanggal pada tabel naskah."
    if one.sumber_wajib:
        yield f"Konsep sampai sumber data {' dan '.join(one.sumber_wajib)} dicatat pada tabel sumber_data."
    must = [rulebook.tafsir[name] for name in rests_on(rulebook, one) if rulebook.tafsir[name].wajib_disahkan]
    if unapproved := [tafsir.id for tafsir in must if not approved(tafsir)]:
        listed = ", ".join(unapproved)
        yield f"Tetap konsep sampai tafsir {listed} disahkan, selama bacaan lainnya tidak dapat dihitung."


def rests_on(rulebook: Rulebook, one: Dokumen) -> tuple[str, ...]:
    """The readings the document rests on in one region or another, by its own figures and conditions."""
    found = {name for scope in _scopes(rulebook) for name in Reach(scope).readings_of(one)} | set(one.tafsir)
    return tuple(name for name in rulebook.tafsir if name in found)


def _scopes(rulebook: Rulebook) -> list[Scope]:
    return [rulebook.scope(daerah, Periode(date.max.year), date.max) for daerah in rulebook.daerah.values()]


def _deciding(rulebook: Rulebook, one: Dokumen) -> set[str]:
    """The tables that decide about it, in one region or another."""
    names = (*one.bila_status, *one.indikator)
    figures = {table for scope in _scopes(rulebook) for name in names for table in required_tables(scope, name)}
    awards = {rulebook.penghargaan[name].tabel_nilai for name in one.penghargaan}
    return figures | awards | {*one.bila_tabel} | ({*one.subjek} if one.untuk_setiap == "tabel" else set())


def approved(one: Tafsir) -> bool:
    """Whether somebody has approved the reading, anywhere."""
    return one.pengesahan is not None or bool(one.pengesahan_daerah)
