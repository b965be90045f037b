"""From rows to bands in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from p3dn_reports.rulebook.prose.words import amount, column_title, referred, span, table_title, term, title_of
from p3dn_reports.rules import (
    Band,
    DerivedColumn,
    Indikator,
    Pemeriksaan,
    Peringkat,
    Pilihan,
    Pita,
    Rincian,
    Rujukan,
    Rulebook,
    Syarat,
    Target,
    Ukuran,
)
from p3dn_reports.tables import TableSchema

Schemas = Mapping[str, TableSchema]


def kolom_turunan(rulebook: Rulebook, schemas: Schemas, one: DerivedColumn) -> Iterator[str]:
    """The subtraction."""
    first, *others = (column_title(rulebook, schemas, one.tabel, kolom) for kolom in one.kurangi)
    yield f"Pada tabel {table_title(schemas, one.tabel)}: {first} dikurangi {' dan '.join(others)}."
    yield "Pengurang yang kosong tidak mengurangi apa pun."


def syarat(rulebook: Rulebook, schemas: Schemas, one: Syarat) -> Iterator[str]:
    """Every term on a line of its own."""
    yield f"Baris tabel {table_title(schemas, one.tabel)} memenuhi syarat ini bila semuanya benar:"
    yield from (f"- {term(rulebook, schemas, one.tabel, item)}" for item in one.semua)


def ukuran(rulebook: Rulebook, schemas: Schemas, one: Ukuran) -> Iterator[str]:
    """What is added up, over which rows."""
    what = f"Jumlah {column_title(rulebook, schemas, one.tabel, one.jumlah)}" if one.jumlah else "Banyaknya baris"
    yield f"{what} pada tabel {table_title(schemas, one.tabel)}, per unit pelapor."
    yield from _conditions(rulebook, one.memenuhi)


def target(rulebook: Rulebook, schemas: Schemas, one: Target) -> Iterator[str]:
    """Where the promise stands."""
    nilai = column_title(rulebook, schemas, one.tabel, one.kolom_nilai)
    satuan = column_title(rulebook, schemas, one.tabel, one.kolom_satuan)
    yield f"Diambil dari tabel {table_title(schemas, one.tabel)}: {nilai}, dengan satuan pada {satuan}."
    if one.lazim:
        yield f"Target yang berbeda dari parameter {one.lazim} dicatat, tetapi tidak mengubah penilaian."


def pilihan(rulebook: Rulebook, schemas: Schemas, one: Pilihan) -> Iterator[str]:
    """The ways to read, the default, and the regions that read otherwise."""
    yield f"Bacaan yang diatur oleh tafsir {one.tafsir}."
    for name, to in one.opsi.items():
        mark = " (dipakai)" if name == one.dipakai else ""
        yield f"- {name}{mark}: {title_of(rulebook, to)} ({to})"
    for profile in rulebook.daerah.values():
        if one.id in profile.pilihan:
            yield f"{profile.id} memakai {profile.pilihan[one.id]}."


def indikator(rulebook: Rulebook, schemas: Schemas, one: Indikator) -> Iterator[str]:
    """The formula, the target beside it, the bands."""
    if one.menurut is not None:
        yield f"Dibaca sebagai {referred(rulebook, one.menurut)}."
    else:
        by_target = f", lalu dibagi {rulebook.target[one.dibagi_target].judul}" if one.dibagi_target else ""
        share = f"{referred(rulebook, one.pembilang)} dibagi {referred(rulebook, one.penyebut)}"
        yield f"{share}, dikali 100%{by_target}."
        yield "Tidak dibulatkan sebelum dibandingkan; penyebut nol berarti tidak dapat dihitung."
    if one.target:
        yield f"Dicetak di samping {rulebook.target[one.target].judul}."
    if one.pita:
        yield f"Dinilai dengan pita {one.pita}: {_bands(rulebook.pita[one.pita])}."
    settles = [band.id for pita in rulebook.pita.values() for band in pita.batas if band.ditegaskan_oleh == one.id]
    if settles:
        yield f"Menegaskan status {', '.join(settles)} unit yang barisnya ikut dijumlahkan pada pembilangnya."
    documents = [dokumen.id for dokumen in rulebook.dokumen.values() if one.id in dokumen.bila_status]
    if documents:
        yield f"Menentukan naskah: {', '.join(documents)}."


def pita(rulebook: Rulebook, schemas: Schemas, one: Pita) -> Iterator[str]:
    """Each band with its bound and the bound's dated values."""
    yield "Dari rendah ke tinggi, dibandingkan tanpa pembulatan:"
    for band in one.batas:
        settled = f"; ditegaskan oleh indikator {band.ditegaskan_oleh} bila ada" if band.ditegaskan_oleh else ""
        yield f"- {band.id}: {_bound(band)}{settled}"
    names = dict.fromkeys(band.kurang_dari or band.paling_banyak for band in one.batas)
    for name in names:
        if name is not None:
            found = rulebook.parameter[name]
            values = ", ".join(f"{amount(dated.nilai, found.satuan)} {span(dated)}" for dated in found.nilai)
            yield f"{name} = {values}."


def rincian(rulebook: Rulebook, schemas: Schemas, one: Rincian) -> Iterator[str]:
    """What is broken down by what."""
    columns = ", ".join(column_title(rulebook, schemas, one.tabel, kolom) for kolom in one.jumlah)
    by = column_title(rulebook, schemas, one.tabel, one.menurut)
    in_order = f", menurut urutan daftar {one.daftar}" if one.daftar else ""
    yield f"Jumlah {columns} pada tabel {table_title(schemas, one.tabel)} menurut {by}{in_order}."
    yield from _conditions(rulebook, one.memenuhi)
    for name, part in one.bagian.items():
        met = ", ".join(title_of(rulebook, syarat) for syarat in part.memenuhi)
        yield f"Dihitung pula {name} di antaranya: {met}."


def pemeriksaan(rulebook: Rulebook, schemas: Schemas, one: Pemeriksaan) -> Iterator[str]:
    """When it is said, and how."""
    yield f"Disampaikan sebagai {one.tingkat} bila ada baris tabel {table_title(schemas, one.tabel)} yang terkena."
    yield from _conditions(rulebook, one.memenuhi)
    yield f"Bunyinya: {one.pesan}"
    yield f"Sarannya: {one.saran}"


def peringkat(rulebook: Rulebook, schemas: Schemas, one: Peringkat) -> Iterator[str]:
    """What is ranked by what, how many, and where the watching stands."""
    by = column_title(rulebook, schemas, one.tabel, one.menurut)
    yield f"Per unit pelapor, baris tabel {table_title(schemas, one.tabel)} dengan {by} terbesar, dari yang tertinggi."
    banyak = rulebook.parameter[one.banyak]
    values = ", ".join(f"{amount(dated.nilai, banyak.satuan)} {span(dated)}" for dated in banyak.nilai)
    yield f"Banyaknya {one.banyak} = {values}; yang sama nilainya dengan urutan terakhir ikut didaftar semuanya."
    yield "Unit dengan baris yang lebih sedikit didaftar seluruhnya, dengan catatan."
    yield from _conditions(rulebook, one.memenuhi)
    shown = ", ".join(column_title(rulebook, schemas, one.tabel, kolom) for kolom in one.tampilkan)
    yield f"Yang ditampilkan: {shown}."
    if one.pemantauan is not None:
        watched = one.pemantauan
        columns = ", ".join(column_title(rulebook, schemas, watched.tabel, kolom) for kolom in watched.kolom)
        key = column_title(rulebook, schemas, watched.tabel, watched.kunci)
        yield f"Dipantau pada tabel {table_title(schemas, watched.tabel)} menurut {key}: {columns}."
        yield "Kolom pemantauan yang kosong berarti belum diisi."
    if one.tafsir is not None:
        yield f"Menurut tafsir {one.tafsir}."


def _conditions(rulebook: Rulebook, names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        if name in rulebook.pilihan:
            yield f"Barisnya memenuhi pilihan {name}: {referred(rulebook, Rujukan(pilihan=name))}."
        else:
            yield f"Barisnya memenuhi syarat {name}: {rulebook.syarat[name].judul}."


def _bands(one: Pita) -> str:
    return "; ".join(f"{band.id} {_bound(band)}" for band in one.batas)


def _bound(band: Band) -> str:
    if band.kurang_dari:
        return f"kurang dari {band.kurang_dari}"
    return f"paling banyak {band.paling_banyak}" if band.paling_banyak else "selebihnya"
