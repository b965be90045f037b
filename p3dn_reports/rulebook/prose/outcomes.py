"""Schedule, awards, documents and readings in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from p3dn_reports.evaluation.approvals import in_words
from p3dn_reports.formatting import angka, tanggal
from p3dn_reports.rulebook.prose.words import amount, span, told
from p3dn_reports.rules import CaraPenilaian, Dokumen, Kegiatan, Penghargaan, Pihak, Rulebook, SubKriteria, Tafsir
from p3dn_reports.rules.readings import readings_of, written_approval
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


def kegiatan(rulebook: Rulebook, schemas: Schemas, one: Kegiatan) -> Iterator[str]:
    """When, by whom, with which documents."""
    days = (
        tanggal(one.mulai) if one.mulai == one.selesai else f"{tanggal(one.mulai)} sampai dengan {tanggal(one.selesai)}"
    )
    yield f"Waktu: {one.waktu} (pengingat {days})."
    yield f"Pelaksana: {told(rulebook, one.pelaksana)}."
    documents = [dokumen.judul for dokumen in rulebook.dokumen.values() if dokumen.jatuh_tempo == one.id]
    if documents:
        yield f"Naskah yang jatuh tempo: {'; '.join(documents)}."


def penghargaan(rulebook: Rulebook, schemas: Schemas, one: Penghargaan) -> Iterator[str]:
    """Weights, sub-criteria, categories, nominations."""
    source = f"dari tabel {one.tabel_nilai} tahap {one.tahap}"
    yield f"Nilai akhir adalah jumlah rata-rata setiap aspek dikali bobotnya, {source}:"
    for aspek in one.aspek:
        weights = rulebook.parameter[aspek.bobot]
        values = ", ".join(f"{amount(dated.nilai, weights.satuan)} {span(dated)}" for dated in weights.nilai)
        yield f"- {aspek.judul} (bobot {values}): {'; '.join(map(_sub_kriteria, aspek.sub_kriteria.values()))}."
    if one.kategori:
        yield f"Kategori: {', '.join(one.kategori.values())}."
    yield f"Calon paling sedikit menurut parameter {one.nominasi_paling_sedikit}."
    yield f"Banyaknya penerima menurut parameter {one.jumlah_penerima}."
    yield from _decided(rulebook, one)


def _sub_kriteria(one: SubKriteria) -> str:
    return one.judul if one.bobot is None else f"{one.judul} ({amount(one.bobot, 'persen')})"


def _decided(rulebook: Rulebook, one: Penghargaan) -> Iterator[str]:
    """What the law leaves to the Tim."""
    if one.pemetaan:
        mapped = "; ".join(rulebook.syarat[name].judul for name in rulebook.conditions(one.pemetaan))
        yield f"Peserta yang nominasinya kosong dinominasikan bila memenuhi pemetaan data awal: {mapped}."
    yield f"Skala nilai {angka(one.skala.paling_rendah)} sampai dengan {angka(one.skala.paling_tinggi)}."
    titles = {aspek.id: aspek.judul for aspek in one.aspek}
    if one.urutan_seri:
        order = ", lalu ".join(titles[name] for name in one.urutan_seri)
        yield f"Nilai akhir yang sama diurutkan menurut aspek {order}."
    yield (
        "Calon yang tetap bernilai sama menerima bersama."
        if one.seri_bersama
        else "Calon yang tetap bernilai sama tidak menerima sebelum ada keputusan."
    )


def dokumen(rulebook: Rulebook, schemas: Schemas, one: Dokumen) -> Iterator[str]:
    """For whom, when, by whom, until when, when it is whole."""
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
    to = f", ditujukan kepada {one.tujuan}" if one.tujuan != Pihak() else ""
    if not one.internal:
        yield f"Ditandatangani oleh {' dan '.join(map(str, (one.penanda_tangan, *one.penanda_tangan_lain)))}{to}."
    for name in one.perlu:
        yield f"Ditahan selama {rulebook.hitungan[name].judul} belum dapat dihitung."
    if one.kolom_lengkap:
        yield f"Lengkap bila kolom {' dan '.join(one.kolom_lengkap)} pada barisnya terisi; selain itu konsep."
    if one.bukan_penanda_tangan:
        yield "Ditahan bila orang yang dikenai naskah ini adalah yang menandatanganinya."
    if one.jatuh_tempo:
        due = rulebook.jadwal[one.jatuh_tempo]
        yield f"Jatuh tempo {tanggal(due.selesai)} (kegiatan {due.id})."
    if one.lengkap_bila:
        yield f"Lengkap bila tabel {' dan '.join(one.lengkap_bila)} terisi; selain itu konsep."
    if one.internal:
        yield "Lembar kerja internal: tanpa jangkar tanda tangan, tidak pernah konsep."
    readings = _rests_on(rulebook, one)
    must = [name for name in readings if rulebook.tafsir[name].wajib_disahkan and not _approved(rulebook.tafsir[name])]
    if must and not one.internal:
        yield f"Tetap konsep sampai tafsir {', '.join(must)} disahkan, selama bacaan lainnya tidak dapat dihitung."
    if readings:
        yield f"Bertumpu pada tafsir: {', '.join(readings)}."


def _rests_on(rulebook: Rulebook, one: Dokumen) -> tuple[str, ...]:
    """The readings the document rests on in one region or another, by its own figures and conditions."""
    scopes = [rulebook.scope(daerah, Periode(date.max.year), date.max) for daerah in rulebook.daerah.values()]
    found = {name for scope in scopes for name in readings_of(scope, one)} | set(one.tafsir)
    return tuple(name for name in rulebook.tafsir if name in found)


def _approved(one: Tafsir) -> bool:
    return one.pengesahan is not None or bool(one.pengesahan_daerah)


def tafsir(rulebook: Rulebook, schemas: Schemas, one: Tafsir) -> Iterator[str]:
    """Reading, reason, others, approval, the documents it moves."""
    yield from reading(rulebook, one)
    documents = [item.id for item in rulebook.dokumen.values() if one.id in _rests_on(rulebook, item)]
    yield f"Memengaruhi naskah: {', '.join(documents) or 'tidak ada'}."


def reading(rulebook: Rulebook, one: Tafsir) -> Iterator[str]:
    """What is read and why, the other ways, who decides it, who approved it."""
    yield f"Dipakai: {told(rulebook, one.dipakai)}"
    yield f"Alasan: {told(rulebook, one.alasan)}"
    yield from (f"Pilihan lain: {told(rulebook, other)}" for other in one.pilihan_lain)
    for pilihan in rulebook.pilihan.values():
        if pilihan.tafsir == one.id:
            yield f"Diatur pada pilihan {pilihan.id}, sekarang {pilihan.dipakai}."
    for kolom, cara in one.cara_penilaian.items():
        yield f"Diputuskan Tim pada kolom {kolom} tabel cara_penilaian, sekarang {cara.dipakai}: {_ways(cara)}."
    if one.pengesahan:
        yield f"Disahkan oleh {in_words(one.pengesahan)}."
    for daerah, done in one.pengesahan_daerah.items():
        _, stale = written_approval(rulebook, rulebook.daerah[daerah], one.id)
        yield f"Disahkan di {daerah} oleh {in_words(done)}{'; bunyinya sudah berubah' if stale else ''}."
    if not _approved(one):
        must = "; wajib disahkan sebelum naskahnya lengkap" if one.wajib_disahkan else ""
        yield f"Belum disahkan{must}."


def _ways(cara: CaraPenilaian) -> str:
    return "; ".join(f"{opsi} ({arti})" for opsi, arti in cara.opsi.items())
