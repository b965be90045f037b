"""The words that all sentences share: clauses, amounts with their unit, spans of time, references, terms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from p3dn_reports.formatting import nilai_bersatuan, tanggal
from p3dn_reports.rules import Citation, Dated, KolomTabel, Op, Rujukan, Rulebook, Term
from p3dn_reports.rules.comparing import OPS
from p3dn_reports.rules.references import name_of
from p3dn_reports.tables import TableSchema

_FIELD = re.compile(r"\{(\w+)\}")
_DAYS = {"data_per": "batas waktu data", "awal_tahun": "1 Januari tahun anggaran"}


def clause(rulebook: Rulebook, citation: Citation) -> str:
    """`diktum KESATU huruf a angka 6 Instruksi ... Nomor e-0048 Tahun 2024`; the id itself for an unknown source."""
    source = rulebook.sumber_hukum.get(citation.sumber)
    sebutan = source.sebutan if source else citation.sumber
    return f"{rulebook.place_in_words(citation)} {sebutan}".strip()


def clauses(rulebook: Rulebook, dasar: Iterable[Citation]) -> str:
    """The clauses one after the other."""
    return "; ".join(clause(rulebook, citation) for citation in dasar)


def amount(nilai: Decimal, satuan: str) -> str:
    """`80%`, `Rp500.000.000,00`, `3`."""
    return nilai_bersatuan(nilai, satuan)


def told(rulebook: Rulebook, text: str) -> str:
    """A text with every `{parameter}` in it as its value, or by name where it has had several; other fields stand."""
    return _FIELD.sub(lambda field: _only_value(rulebook, field[1]) or field[0], text)


def _only_value(rulebook: Rulebook, name: str) -> str | None:
    parameter = rulebook.parameter.get(name)
    if parameter is None:
        return None
    values = {amount(dated.nilai, parameter.satuan) for dated in parameter.nilai}
    return values.pop() if len(values) == 1 else name


def title_of_rule(rulebook: Rulebook, section: str, name: str) -> str:
    """The title of any record of the rulebook, or what stands for one."""
    records = getattr(rulebook, section).items()
    return title(rulebook, next(record for key, record in records if name_of(key) == name))


def title(rulebook: Rulebook, record: Any) -> str:
    """What a record is about in a few words, `{parameter}` in it as its value."""
    for name in ("judul", "pertanyaan", "aktivitas", "nama_pemda", "pesan", "alasan", "pokok", "tafsir"):
        if isinstance(text := getattr(record, name, None), str):
            return told(rulebook, text)
    return ""


def span(dated: Dated[Any]) -> str:
    """`sejak 26 November 2024`, with the day it ceases where there is one."""
    until = f" sampai dengan {tanggal(dated.berlaku_sampai)}" if dated.berlaku_sampai else ""
    return f"sejak {tanggal(dated.berlaku_sejak)}{until}"


def referred(rulebook: Rulebook, rujukan: Rujukan | None) -> str:
    """The title of what is referred to, or the ways to read it with the default first."""
    if rujukan is None:
        return "-"
    if rujukan.langsung is not None:
        return title_of(rulebook, rujukan.langsung)
    pilihan = rulebook.pilihan[rujukan.pilihan or ""]
    return f"{title_of(rulebook, pilihan.opsi[pilihan.dipakai])} (menurut pilihan {pilihan.id})"


def title_of(rulebook: Rulebook, name: str) -> str:
    """The title of a ukuran, indikator, hitungan or syarat."""
    sections = (rulebook.ukuran, rulebook.indikator, rulebook.hitungan, rulebook.syarat)
    return next((section[name].judul for section in sections if name in section), name)


def table_title(schemas: Mapping[str, TableSchema], tabel: str) -> str:
    """A table's title with its name: `Realisasi pembayaran (realisasi_bayar)`."""
    schema = schemas.get(tabel)
    return f"{schema.title} ({tabel})" if schema else tabel


def column_title(rulebook: Rulebook, schemas: Mapping[str, TableSchema], tabel: str, kolom: str) -> str:
    """A column's title, plain or derived."""
    derived = rulebook.kolom_turunan.get((tabel, kolom))
    if derived:
        return derived.judul
    column = schemas[tabel].column(kolom) if tabel in schemas else None
    return column.title if column else kolom


def term(rulebook: Rulebook, schemas: Mapping[str, TableSchema], tabel: str, one: Term) -> str:
    """`Tanggal SP2D paling lambat batas waktu data`."""
    if one.op is Op.KECUALI:
        return f"bukan {' dan '.join(title_of(rulebook, name) for name in one.syarat)}"
    name = column_title(rulebook, schemas, tabel, one.kolom)
    if one.op is Op.TERISI:
        return f"{name} {'terisi' if one.ya else 'kosong'}"
    if one.tanggal is not None:
        later = f" ditambah {column_title(rulebook, schemas, tabel, one.tahun)}" if one.tahun else ""
        return f"{name}{later} {OPS[one.op].reads} {_DAYS.get(one.tanggal, one.tanggal)}"
    if one.pada is not None:
        other = column_title(rulebook, schemas, one.pada.tabel, one.pada.kolom)
        where = f"{other} tabel {table_title(schemas, one.pada.tabel)}"
        return f"{name} {OPS[one.op].reads} {where}{_rows(rulebook, schemas, one.pada)}"
    if one.daftar is not None:
        return f"{name} {OPS[one.op].reads} daftar {rulebook.daftar[one.daftar].judul} ({one.daftar})"
    return f"{name} {OPS[one.op].reads} {', '.join(one.isi)}"


def _rows(rulebook: Rulebook, schemas: Mapping[str, TableSchema], pada: KolomTabel) -> str:
    """Which rows of the other table are looked at, where not all are."""
    asked = [f"yang memenuhi {name}" for name in pada.yang]
    asked += [f"dengan {column_title(rulebook, schemas, pada.tabel, pada.sama)} yang sama"] if pada.sama else []
    return f" ({', '.join(asked)})" if asked else ""
