"""The data dictionary: every input table with its columns, and every layout of another system, from schemas/ alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from p3dn_reports.inputs.schema import load_schemas
from p3dn_reports.tables import Check, Column, Kind, SourceLayout, TableSchema

SCHEMAS = Path(__file__).resolve().parent.parent / "schemas"
KINDS = {
    Kind.TEKS: "teks",
    Kind.KODE: "kode (sel bertipe teks)",
    Kind.KODE_REKENING: "kode rekening (sel bertipe teks)",
    Kind.RUPIAH: "rupiah",
    Kind.PERSEN: "persen, 80 berarti 80%",
    Kind.ANGKA: "angka",
    Kind.BULAT: "bilangan bulat",
    Kind.TANGGAL: "tanggal",
    Kind.YA_TIDAK: "ya atau tidak",
}
CHECKS = {
    "paling_banyak": "{0} tidak melebihi {1}",
    "terisi_bersama": "kolom terakhir dari {semua} harus terisi bila yang lain lebih dari nol",
    "pengembalian": "{0} tidak melebihi {1}; yang berdiri sendiri pada barisnya diberitahukan",
    "tahun_anggaran": "tahun pada {0} sama dengan tahun_anggaran di meta",
    "sampai_cutoff": "{0} sesudah tanggal_cutoff dicatat dan tidak dihitung",
    "persen_wajar": "{0} di antara 1 dan 100 bila {1} berisi persen",
    "satu_nilai": "kolom terakhir dari {semua} sama pada semua baris yang sama pada kolom lainnya",
    "satu_besaran": "{0} yang tidak sampai seperseribu {1} pada barisnya diberitahukan: persen, atau salah nol",
    "tidak_menyimpang": "{0} yang jauh di atas semua baris lain satuan kerjanya diberitahukan",
    "dalam_anggaran": "{0} yang melebihi seluruh anggaran {1}-nya diberitahukan",
    "dalam_pagu": "{0} yang seratus kali pagu {1}-nya pada tabel rup diberitahukan",
    "tidak_berulang": "baris yang sama pada {semua} diberitahukan: mungkin terhitung dua kali (kosong berarti sama)",
    "nol_seluruhnya": "{0} yang nol pada semua baris satu satuan kerja dan {2} diberitahukan: mungkin belum diisi",
    "berkas_ada": "berkas pada {0} ada di folder masukan, dan lembar pada {1} dibaca dari berkas itu",
}
INTRO = """# Kamus data

Berkas ini dibuat oleh `make docs` dari `schemas/*.schema.json` dan `schemas/*.layout.json`; ubah di sana, bukan di
sini.

Yang dibaca: `.xlsx`, `.xlsm` (makronya tidak pernah dijalankan), `.xls`, `.ods`, `.csv`, `.tsv`, dan `.txt` (pemisah
`;`, `,`, tab, atau `|`; UTF-8, UTF-16, atau Windows-1252), dan `.json` (daftar objek, satu objek per baris, atau objek
yang memuat satu daftar, misalnya pada kunci `data`). Halaman web (`.html`, `.mht`) dibaca tabelnya, juga bila aplikasi
mengekspornya dengan akhiran `.xls`; begitu pula teks yang berakhiran `.xls`. Satu lembar, atau satu berkas teks, ialah
satu tabel. Tabelnya dikenali dari nama lembar atau berkas, atau dari judul kolomnya; baris judul boleh berada di mana
saja dalam 30 baris pertama, boleh dua baris (`Nilai` di atas `Realisasi`), dan urutan kolom bebas. Huruf besar, spasi,
tanda baca, `(Rp)` di belakang, dan singkatan seperti `Tgl`, `No.`, dan `Kd` pada judul tidak dibedakan. Pada `.json`,
rekaman dihitung mulai 1.

Sel kosong, tanda `-`, dan kata `null` berarti belum diisi, bukan nol. Kolom wajib ditandai `ya`. Baris tersembunyi dan
baris yang tersaring ikut dihitung. Baris jumlah dan subjumlah tidak dihitung, tetapi dicocokkan sampai sen dengan baris
di atasnya; judul yang terulang dan tanda tangan di bawah data dilewati. Semua jumlah dibaca dalam rupiah penuh.
"""
LAYOUTS = """## Tata letak sistem lain

Berkas berikut boleh ditaruh apa adanya. Tata letaknya dikenali bila semua judul pada *tanda* ada dalam satu baris.
Ekspor Data Realisasi dan ekspor RUP dari data.inaproc.id serta Laporan Realisasi SIPD tidak perlu tata letak sendiri:
judul kolomnya sudah dikenal tabel [realisasi_inaproc](#realisasi_inaproc), [rup](#rup), dan
[realisasi_bayar](#realisasi_bayar); begitu pula RUP-StrukturAnggaranPD oleh [struktur_anggaran](#struktur_anggaran).
"""


def kamus(folder: Path = SCHEMAS) -> str:
    """The whole page."""
    schemas = load_schemas(folder)
    layouts = [layout for schema in schemas.values() for layout in schema.layouts]
    index = "\n".join(f"- [{name}](#{name}): {schema.title}" for name, schema in schemas.items())
    tables = "\n".join(_table(schema) for schema in schemas.values())
    return f"{INTRO}\n## Tabel\n\n{index}\n\n{tables}\n{LAYOUTS}\n" + "\n".join(map(_layout, layouts))


def _table(schema: TableSchema) -> str:
    rows = [_column(column) for column in schema.columns]
    head = ("Kolom", "Judul", "Isi", "Wajib", "Contoh", "Keterangan", "Nama lain yang dikenali")
    notes = "\n".join(f"- {note}" for note in _notes(schema))
    parts = (f"### {schema.name}", f"{schema.title}. {schema.description}", notes, _grid(head, rows))
    return "\n\n".join(filter(None, parts))


def _column(column: Column) -> tuple[str, ...]:
    known = dict.fromkeys((column.header, *column.aliases))
    others = ", ".join(f"`{name}`" for name in known if name != column.name)
    wajib = "ya" if column.required else ""
    return f"`{column.name}`", column.title, _content(column), wajib, column.example, column.description, others


def _content(column: Column) -> str:
    parts = [f"salah satu: {', '.join(column.choices)}" if column.choices else KINDS[column.kind]]
    if column.minimum is not None and column.maximum is not None:
        parts.append(f"{column.minimum} sampai {column.maximum}")
    elif column.minimum is not None:
        parts.append(f"paling sedikit {column.minimum}")
    if column.known_values:
        parts.append(f"yang dikenal: {', '.join(column.known_values)}")
    if column.reference:
        parts.append(f"ada di {'.'.join(column.reference)}")
    return "; ".join(parts)


def _notes(schema: TableSchema) -> Iterator[str]:
    for key in schema.keys:
        yield f"Tidak boleh ada dua baris dengan {' + '.join(key)} yang sama."
    yield from (f"Diperiksa: {_check(check)}." for check in schema.checks)
    if schema.unit_name_column and schema.unit_column:
        yield (
            f"{schema.unit_column} yang kosong, atau yang kolomnya tidak ada, diisi dari {schema.unit_name_column} "
            "lewat tabel satker; salah satunya harus terisi."
        )
    if schema.name_column:
        yield f"Bila terisi, {schema.name_column} menjadi pengenal barisnya pada naskah dan nama berkasnya."
    if schema.years_column:
        yield f"Baris yang {schema.years_column}-nya tidak mencakup tahun_anggaran di meta tidak dipakai."


def _check(check: Check) -> str:
    return CHECKS.get(check.name, f"{check.name} ({', '.join(check.columns)})").format(
        *check.columns, semua=", ".join(check.columns)
    )


def _layout(layout: SourceLayout) -> str:
    head = f"### {layout.title}\n\n{layout.description}\n\n- Tanda: {_codes(layout.marks)}\n"
    if layout.ignored is not None:
        return f"{head}- Tidak dihitung: {layout.ignored}.\n"
    notes = "".join(f"- {note}\n" for note in _layout_notes(layout))
    rows = [(f"`{name}`", _codes(fields, " atau ")) for name, fields in layout.columns.items()]
    rows += [(f"`{name}`", f"selalu “{value}”") for name, value in layout.constants.items()]
    return f"{head}- Tabel: [{layout.table}](#{layout.table})\n{notes}\n{_grid(('Kolom', 'Asal'), rows)}"


def _layout_notes(layout: SourceLayout) -> Iterator[str]:
    for field, words in layout.keep.items():
        yield f"Dipakai hanya bila `{field}` berisi {_or(words)}."
    for item in layout.overrides:
        when = " dan ".join(f"`{field}` berisi {_or(words)}" for field, words in item.when.items())
        yield f"`{item.column}` menjadi “{item.value}” bila {when}."
    for name, words in layout.words.items():
        yield f"`{name}`: {_pairs(words)}."
    for name, patterns in layout.patterns.items():
        yield f"`{name}` menurut pola: {'; '.join(f'`{pattern}` → {value}' for pattern, value in patterns if pattern)}."
    if layout.mak:
        yield f"{_codes(layout.mak)}: hanya kode rekening di dalam MAK; MAK yang tidak mengikuti pola ditolak."
    if layout.sums:
        yield f"{_codes(layout.sums)} dijumlahkan per {_codes(layout.sum_by)}."
    if layout.once_by:
        yield f"Baris yang mengulang {_codes(layout.once_by)} tidak dihitung lagi; jumlah yang berbeda diberitahukan."


def _or(words: Iterable[str]) -> str:
    return " atau ".join(word or "(kosong)" for word in words)


def _pairs(words: Mapping[str, str]) -> str:
    return "; ".join(f"{source} → {target}" for source, target in words.items())


def _codes(names: Iterable[str], between: str = ", ") -> str:
    return between.join(f"`{name}`" for name in names)


def _grid(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    lines = [_line(head), _line("---" for _ in head), *map(_line, rows)]
    return "\n".join(lines) + "\n"


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
