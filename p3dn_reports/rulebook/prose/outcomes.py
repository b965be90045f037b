"""Schedule, awards and readings in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from p3dn_reports.evaluation.approvals import in_words
from p3dn_reports.formatting import angka, tanggal
from p3dn_reports.rulebook.prose.papers import approved, rests_on
from p3dn_reports.rulebook.prose.words import amount, span, told
from p3dn_reports.rules import CaraPenilaian, Kegiatan, Penghargaan, Rulebook, SubKriteria, Tafsir
from p3dn_reports.rules.readings import written_approval
from p3dn_reports.tables import TableSchema

Schemas = Mapping[str, TableSchema]


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


def tafsir(rulebook: Rulebook, schemas: Schemas, one: Tafsir) -> Iterator[str]:
    """Reading, reason, others, approval, the documents it moves."""
    yield from reading(rulebook, one)
    documents = [item.id for item in rulebook.dokumen.values() if one.id in rests_on(rulebook, item)]
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
    if not approved(one):
        must = "; wajib disahkan sebelum naskahnya lengkap" if one.wajib_disahkan else ""
        yield f"Belum disahkan{must}."


def _ways(cara: CaraPenilaian) -> str:
    return "; ".join(f"{opsi} ({arti})" for opsi, arti in cara.opsi.items())
