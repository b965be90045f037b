"""hasil.xlsx: the results for people who live in Excel. Numbers are numbers, texts can never become formulas.

It is made from the content of hasil.json alone. Excel keeps fifteen digits of a number; where that would lose some, the
exact figure stands beside it as text. Same content, same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO

import xlsxwriter

from p3dn_reports.outputs.achievement_sheet import achievements
from p3dn_reports.outputs.breakdown_sheet import breakdown_columns, breakdown_rows
from p3dn_reports.outputs.cells import Cell, Columns, Record, as_date, joined, number
from p3dn_reports.outputs.front_sheet import NAME, Line, front_lines, write_front
from p3dn_reports.outputs.object_sheets import HITUNGAN, PUTUSAN
from p3dn_reports.outputs.ranking_sheet import ranked_rows, ranking_columns
from p3dn_reports.outputs.reading_sheet import PENAFSIRAN, reading_rows
from p3dn_reports.outputs.sheet_writing import Sheet, Styles, midnight, write_sheet


def hasil_xlsx(hasil: Record) -> bytes:
    """The workbook of one hasil.json content: Ringkasan, Capaian, what else there is, Naskah, Temuan."""
    between = [*_breakdowns(hasil), *_rankings(hasil["unit"])]
    between += [_penghargaan(hasil["penghargaan"])] if hasil["penghargaan"] else []
    between += _objects(hasil)
    between += _readings(hasil["penafsiran"])
    figures = [achievements(hasil)] if hasil["seluruh"]["indikator"] else []
    sheets = [*figures, *between, _naskah(hasil["dokumen"]), _temuan(hasil["masalah"])]
    front = [*front_lines(hasil, sheets)] if hasil["ringkasan"] else []
    return bound(f"Hasil P3DN {hasil['periode']}", hasil["data_per"], front, sheets)


def bound(title: str, day: str, front: Sequence[Line], sheets: Sequence[Sheet]) -> bytes:
    """A workbook of these sheets behind its front sheet, where that has lines; `day` is when its data end."""
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.set_properties({"title": title, "created": midnight(day)})
        styles = Styles(book)
        if front:
            write_front(book.add_worksheet(NAME), front, styles)
        for sheet in sheets:
            write_sheet(book.add_worksheet(sheet.name), sheet, styles)
    return stream.getvalue()


def _penghargaan(groups: Sequence[Record]) -> Sheet:
    aspek = list(dict.fromkeys(name for group in groups for name in group["bobot"]))
    columns = (
        *(("Penghargaan", 30), ("Kategori", 24), ("Subkategori", 18), ("Peringkat", 10), ("Kode peserta", 26)),
        *(("Nama", 44), *((name, 16) for name in aspek), ("Nilai akhir", 14)),
        *(("Penerima", 10), ("Nilai sama", 10), ("Keterangan", 40)),
    )
    return Sheet("Penghargaan", columns, list(_peserta_rows(groups, aspek)))


def _breakdowns(hasil: Record) -> list[Sheet]:
    rows = breakdown_rows(hasil)
    return [listed("Rincian", breakdown_columns(rows), rows)] if rows else []


def _rankings(units: Sequence[Record]) -> list[Sheet]:
    rows = ranked_rows(units)
    return [listed("Paket terbesar", ranking_columns(rows), rows)] if rows else []


def _peserta_rows(groups: Sequence[Record], aspek: Sequence[str]) -> Iterable[Sequence[Cell]]:
    for group in groups:
        for kategori in group["kategori"]:
            head = (group["judul"], kategori["judul"], kategori["sub_kategori"])
            if not kategori["peserta"]:
                yield (*head, *[None] * (len(aspek) + 6), kategori["sebab"])
            for peserta in kategori["peserta"]:
                yield (
                    *(*head, peserta["peringkat"], peserta["peserta"], peserta["nama"]),
                    *(number(peserta["aspek"].get(name)) for name in aspek),
                    *(number(peserta["nilai_akhir"], 4), peserta["penerima"], peserta["seri"]),
                    peserta["sebab"] or kategori["sebab"],
                )


_NASKAH: Columns = (
    ("Naskah", 34, lambda record: record.get("judul") or record["id"]),
    ("Kode satuan kerja", 26, lambda record: record["unit"]),
    ("Satuan kerja", 66, lambda record: record.get("nama_unit")),
    ("Status", 10, lambda record: record["status"]),
    ("Sebab", 60, lambda record: joined(record["sebab"])),
    ("Yang masih harus diisi", 40, lambda record: joined(record.get("isian") or record.get("kurang", ()))),
    ("Jatuh tempo", 14, lambda record: as_date(record.get("jatuh_tempo"))),
    ("Dasar", 40, lambda record: joined(record["dasar"])),
    ("Berkas", 50, lambda record: record["berkas"]),
)

_TEMUAN: Columns = (
    ("Tingkat", 12, lambda found: found["tingkat"]),
    ("Berkas", 34, lambda found: found["berkas"]),
    ("Lembar", 18, lambda found: found["lembar"]),
    ("Sel", 10, lambda found: found["sel"]),
    ("Baris", 8, lambda found: found["baris"]),
    ("Kolom", 20, lambda found: found["kolom"]),
    ("Nilai", 24, lambda found: found["nilai"]),
    ("Masalah", 60, lambda found: found["pesan"]),
    ("Yang harus dilakukan", 60, lambda found: found["saran"]),
    ("Satuan kerja", 30, lambda found: joined(found["unit"])),
    ("Kode", 28, lambda found: found["kode"]),
)


def _objects(hasil: Record) -> list[Sheet]:
    """Verdicts, sanctions first, and figures of objects, where there are any."""
    found = (("Putusan", PUTUSAN, [*hasil["sanksi"], *hasil["putusan"]]), ("Hitungan", HITUNGAN, hasil["hitungan"]))
    return [listed(name, columns, records) for name, columns, records in found if records]


def _readings(records: Sequence[Record]) -> list[Sheet]:
    """What the other ways to read would change, where there are any."""
    rows = reading_rows(records)
    return [listed("Penafsiran", PENAFSIRAN, rows)] if rows else []


def _naskah(records: Sequence[Record]) -> Sheet:
    return listed("Naskah", _NASKAH, records)


def _temuan(found: Sequence[Record]) -> Sheet:
    """Faults first, then warnings, then notes."""
    weights = ("galat", "peringatan", "catatan")
    return listed("Temuan", _TEMUAN, sorted(found, key=lambda one: weights.index(one["tingkat"])))


def listed(name: str, columns: Columns, records: Sequence[Record]) -> Sheet:
    """A sheet with a row for each record."""
    rows = [[read(record) for _, _, read in columns] for record in records]
    return Sheet(name, tuple((title, width) for title, width, _ in columns), rows)
