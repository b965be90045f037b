"""Figures, verdicts and days off in sentences; a formula in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from p3dn_reports.formatting import angka, daftar_kata, kapital_awal, tanggal
from p3dn_reports.rulebook.prose.words import amount, clause, clauses, column_title, span, table_title
from p3dn_reports.rules import (
    TANGGAL_KEJADIAN,
    Banding,
    HariLibur,
    Hitungan,
    Jenis,
    Kondisi,
    Nama,
    Operasi,
    Parameter,
    PilihanPutusan,
    Prasyarat,
    Putusan,
    Rulebook,
    Rumus,
    Tetapan,
    Urutan,
)
from p3dn_reports.rules.words import PADA_KELOMPOK, WORDS
from p3dn_reports.tables import TableSchema

Schemas = Mapping[str, TableSchema]

_DAYS = {"data_per": "batas waktu data", "awal_tahun": "1 Januari tahun anggaran", TANGGAL_KEJADIAN: "tanggal kejadian"}


def hitungan(rulebook: Rulebook, schemas: Schemas, one: Hitungan) -> Iterator[str]:
    """Of what, the formula, its rounding, who uses it, the readings."""
    yield f"{_objects(schemas, one.tabel, one.untuk_setiap)}, dalam {one.satuan}."
    if one.memenuhi:
        yield f"Hanya baris yang memenuhi: {'; '.join(rulebook.syarat[name].judul for name in one.memenuhi)}."
    if one.dicocokkan:
        yield f"Dicocokkan dengan kolom {daftar_kata(one.dicocokkan)} objek yang menanyakannya."
    yield f"Rumusnya: {formula(rulebook, schemas, one.tabel, one.nilai)}."
    if one.bulatkan:
        yield "Dibulatkan ke bawah sampai rupiah penuh."
    if one.tanggal:
        judul = column_title(rulebook, schemas, one.tabel, one.tanggal)
        yield f"Nilai bertanggal kejadian dipilih menurut {judul}."
    yield "Yang kosong tidak dianggap nol: angkanya belum dapat dihitung, dengan selnya disebut."
    yield from _readings(rulebook, one.tafsir)


def putusan(rulebook: Rulebook, schemas: Schemas, one: Putusan) -> Iterator[str]:
    """Of what, the rows of each version from the top, the preconditions, the readings."""
    judged = "Sanksi atas" if one.sanksi else "Putusan atas"
    what = _objects(schemas, one.tabel, one.untuk_setiap).replace("Setiap", "setiap", 1)
    yield f"{judged} {what}; yang pertama terpenuhi yang berlaku."
    if one.hanya_bila:
        yield f"Hanya bila {_all(rulebook, schemas, one.tabel, one.hanya_bila)}."
    for versi in one.versi:
        yield f"{kapital_awal(span(versi))} ({clauses(rulebook, versi.dasar)}):"
        for row in versi.nilai:
            yield f"- {_choice(rulebook, schemas, one, versi.dasar[0].sumber, row)}"
    for needed in one.prasyarat:
        yield _needed(rulebook, schemas, one.tabel, needed)
    yield from _readings(rulebook, one.tafsir)


def _choice(rulebook: Rulebook, schemas: Schemas, one: Putusan, sumber: str, row: PilihanPutusan) -> str:
    """One row: its words, when, what goes with it; clauses of the version's own law by their place alone."""
    when = f"bila {_all(rulebook, schemas, one.tabel, row.bila)}" if row.bila else "selain itu"
    figure = f" Nilainya: {rulebook.hitungan[row.nilai].judul}." if row.nilai else ""
    steps = f" Tindakannya: {'; '.join(row.tindakan)}." if row.tindakan else ""
    named = [rulebook.hitungan[name].judul for name in row.disertai]
    beside = f" Disertai: {daftar_kata(named)}." if named else ""
    beside += " Tidak menjatuhkan apa pun." if row.tanpa_sanksi else ""
    cited = (item.tempat_terbaca if item.sumber == sumber else clause(rulebook, item) for item in row.dasar)
    skipped = " Bila belum dapat diketahui, baris berikutnya dipakai." if row.boleh_belum_diketahui else ""
    return f"{row.tampil}: {when} [{'; '.join(cited)}].{figure}{steps}{beside}{skipped}"


def hari_libur(rulebook: Rulebook, schemas: Schemas, one: HariLibur) -> Iterator[str]:
    """How many of each kind, and every day."""
    shared = sum(item.jenis == "cuti_bersama" for item in one.hari)
    yield f"Tahun {one.tahun}: {len(one.hari) - shared} hari libur nasional dan {shared} hari cuti bersama."
    yield from (f"- {tanggal(item.tanggal)}: {item.nama} ({item.jenis.replace('_', ' ')})" for item in one.hari)


def formula(rulebook: Rulebook, schemas: Schemas, tabel: str, rumus: Rumus) -> str:
    """`yang terkecil di antara (Tarif denda (dalam persen) dari Nilai kontrak) dan Denda tertinggi`."""

    def part(one: Rumus) -> str:
        told = formula(rulebook, schemas, tabel, one)
        return f"({told})" if isinstance(one, Operasi | Urutan) else told

    match rumus:
        case Tetapan(nilai):
            return tanggal(nilai) if isinstance(nilai, date) else angka(nilai)
        case Nama():
            return _title(rulebook, schemas, tabel, rumus)
        case Urutan(per, menurut, mulai_lagi):
            alike = daftar_kata([column_title(rulebook, schemas, tabel, name) for name in per])
            order = column_title(rulebook, schemas, tabel, menurut)
            again = ", mulai lagi setiap tahun" if mulai_lagi else ""
            again += _act(rulebook, schemas, tabel, rumus)
            kept = f" yang {_all(rulebook, schemas, tabel, rumus.bila)}" if rumus.bila else ""
            return f"urutan keberapa menurut {order} di antara baris{kept} dengan {alike} yang sama{again}"
        case Operasi(kata, isi, bila) if kata in PADA_KELOMPOK:
            over = WORDS[kata].reads.format(*[part(one) for one in isi])
            kept = f" pada baris yang {_all(rulebook, schemas, tabel, bila)}" if bila else " pada semua barisnya"
            return f"{over}{kept}"
    parts = [part(one) for one in rumus.isi]
    told = WORDS[rumus.kata].reads.format(*parts, semua=daftar_kata(parts), ditambah=" ditambah ".join(parts))
    return told.replace("%) persen dari ", "%) dari ")


def _act(rulebook: Rulebook, schemas: Schemas, tabel: str, one: Urutan) -> str:
    """How rows of one day belong together."""
    if one.perbuatan is None:
        return ""
    same = f"sehari dengan {_title(rulebook, schemas, tabel, one.perbuatan)} yang sama"
    return f" dan {same}" if one.di_dalam else f"; baris {same} dihitung satu"


def condition(rulebook: Rulebook, schemas: Schemas, tabel: str, one: Kondisi) -> str:
    """`Nilai TKDN paling sedikit Batas TKDN`."""
    return f"{formula(rulebook, schemas, tabel, one.nilai)} {compared(rulebook, schemas, tabel, one)}"


def compared(rulebook: Rulebook, schemas: Schemas, tabel: str, one: Kondisi) -> str:
    """What a condition asks of its value: `paling sedikit Batas TKDN`."""
    if one.banding is Banding.TERISI:
        return "terisi" if one.ya else "kosong"
    if one.pembanding is not None:
        return f"{one.banding.berbunyi} {formula(rulebook, schemas, tabel, one.pembanding)}"
    return f"{one.berbunyi} {f'daftar {rulebook.daftar[one.daftar].judul}' if one.daftar else ', '.join(one.isi)}"


def _all(rulebook: Rulebook, schemas: Schemas, tabel: str, bila: tuple[Kondisi, ...]) -> str:
    return " dan ".join(condition(rulebook, schemas, tabel, one) for one in bila)


def _title(rulebook: Rulebook, schemas: Schemas, tabel: str, name: Nama) -> str:
    match name.jenis:
        case Jenis.HARI:
            return _DAYS[name.id]
        case Jenis.PARAMETER:
            return _valued(rulebook.parameter[name.id])
        case Jenis.HITUNGAN:
            return rulebook.hitungan[name.id].judul
        case Jenis.PILIHAN:
            chosen = rulebook.pilihan[name.id]
            return f"{rulebook.hitungan[chosen.opsi[chosen.dipakai]].judul} (menurut pilihan {name.id})"
    return column_title(rulebook, schemas, tabel, name.id)


def _valued(parameter: Parameter) -> str:
    """Its title, with the value where it never had another."""
    values = {dated.nilai for dated in parameter.nilai}
    return f"{parameter.judul} ({amount(values.pop(), parameter.satuan)})" if len(values) == 1 else parameter.judul


def _objects(schemas: Schemas, tabel: str, untuk_setiap: tuple[str, ...]) -> str:
    if not untuk_setiap:
        return f"Setiap baris tabel {table_title(schemas, tabel)}"
    return f"Setiap kelompok baris tabel {table_title(schemas, tabel)} yang sama {daftar_kata(untuk_setiap)}"


def _needed(rulebook: Rulebook, schemas: Schemas, tabel: str, one: Prasyarat) -> str:
    columns = daftar_kata([column_title(rulebook, schemas, tabel, name) for name in one.terisi])
    when = f" bila {_all(rulebook, schemas, tabel, one.bila)}" if one.bila else ""
    return f"Baru dapat dijatuhkan setelah terisi: {columns}{when} ({clauses(rulebook, one.dasar)})."


def _readings(rulebook: Rulebook, names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        yield f"Dibaca menurut tafsir {name}: {rulebook.tafsir[name].dipakai}"
