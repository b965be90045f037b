"""Sources of law, regions, numbers and lists in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from p3dn_reports.formatting import daftar_kata, kapital_awal, tanggal
from p3dn_reports.rulebook.prose.words import amount, clauses, span
from p3dn_reports.rules import Daerah, Daftar, Parameter, Rulebook, SumberHukum, TanggalAcuan
from p3dn_reports.tables import TableSchema

ACUAN = {
    TanggalAcuan.DATA_PER: "batas waktu data (data_per)",
    TanggalAcuan.TANGGAL_DOKUMEN: "tanggal naskah (tanggal_dokumen)",
    TanggalAcuan.TANGGAL_KEJADIAN: "tanggal kejadiannya (tanggal_kejadian)",
}


def sumber(rulebook: Rulebook, schemas: Mapping[str, TableSchema], one: SumberHukum) -> Iterator[str]:
    """Name, gazette, span, what it is bound to, amendments, repeal."""
    yield f"{one.sebutan_lengkap}."
    if one.lembaran:
        yield f"Diundangkan dalam {one.lembaran}."
    until = f" sampai dengan {tanggal(one.berlaku_sampai)}" if one.berlaku_sampai else ""
    by = f", dicabut oleh {one.dicabut_oleh}" if one.dicabut_oleh else ""
    yield f"Berlaku sejak {one.mulai_tampil}{until}{by}."
    if one.untuk:
        yield f"Hanya untuk periode {one.untuk}; di luar itu tidak menilai apa pun."
    if one.melanjutkan:
        earlier = daftar_kata([rulebook.sumber_hukum[name].sebutan for name in one.melanjutkan])
        but = f", kecuali {clauses(rulebook, one.kecuali)}" if one.kecuali else ""
        yield f"Melanjutkan {earlier}{but}: nilai, daftar, pola jadwal, kewajiban, dan naskahnya berlaku juga di sini."
    for change in one.perubahan:
        yield f"Sejak {change.sejak_tampil} disebut {change.frasa}."
    users = [daerah.id for daerah in rulebook.daerah.values() if one.id in rulebook.diterapkan(daerah)]
    yield f"Diterapkan oleh: {', '.join(users) or 'tidak satu daerah pun'}."
    if one.catatan:
        yield f"Catatan: {one.catatan}"


NO_LAW = "belum ada instrumen; angkanya dihitung tanpa penilaian"


def daerah(rulebook: Rulebook, schemas: Mapping[str, TableSchema], one: Daerah) -> Iterator[str]:
    """Code, names over time, law applied, readings chosen."""
    yield f"Dipilih oleh kd_klpd {one.kd_klpd} pada lembar meta."
    for dated in one.nama:
        cited = f" ({clauses(rulebook, dated.dasar)})" if dated.dasar else ""
        yield f"Bernama {dated.nilai} {span(dated)}{cited}."
    applied = "; ".join(rulebook.sumber_hukum[name].sebutan for name in one.menerapkan)
    yield f"Menerapkan: {applied or NO_LAW}."
    yield f"Kepala daerah: {one.kepala_daerah}; ibu kota: {one.ibu_kota}."
    if one.dinas_pembina:
        yield f"Dinas pembina: {one.dinas_pembina}."
    if one.tafsir:
        yield f"Bertumpu pada tafsir: {', '.join(one.tafsir)}."
    for name, chosen in one.pilihan.items():
        yield f"Pada pilihan {name} memakai {chosen}."


def parameter(rulebook: Rulebook, schemas: Mapping[str, TableSchema], one: Parameter) -> Iterator[str]:
    """Each dated value with its clause, and the date that chooses."""
    for dated in one.nilai:
        yield f"{amount(dated.nilai, one.satuan)} {span(dated)} ({clauses(rulebook, dated.dasar)})."
    yield f"Nilai dipilih menurut {ACUAN[one.tanggal_acuan]}."


def daftar(rulebook: Rulebook, schemas: Mapping[str, TableSchema], one: Daftar) -> Iterator[str]:
    """Each dated content with its clause."""
    for dated in one.nilai:
        words = ", ".join(item.kode if item.nama == item.kode else f"{item.kode} ({item.nama})" for item in dated.nilai)
        cited = clauses(rulebook, dated.dasar)
        yield f"{kapital_awal(span(dated))} berisi {len(dated.nilai)} butir: {words} ({cited})."
    if one.hierarki:
        yield "Setiap kode berlaku bersama semua kode di bawahnya, segmen demi segmen."
    yield f"Isi dipilih menurut {ACUAN[one.tanggal_acuan]}."
