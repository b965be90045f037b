"""Rulebook terms and formulas in Indonesian words, for people who read why a row counted or not."""

from __future__ import annotations

import re
from collections.abc import Mapping

from p3dn_reports.evaluation.compile import words_of
from p3dn_reports.evaluation.indicators import Reading
from p3dn_reports.formatting import nilai_bersatuan, tanggal
from p3dn_reports.rules import KolomTabel, Op, Scope, Term
from p3dn_reports.rules.comparing import OPS
from p3dn_reports.tables import TableSchema

_FIELD = re.compile(r"\{(\w+)\}")


def filled(text: str, scope: Scope) -> str:
    """A text of the rulebook with every `{parameter}` in it as its value here: `di bawah 80%`.

    A parameter without a value here is named by its title: `di bawah ambang bawah capaian Perkin`.
    """
    return _FIELD.sub(lambda field: _value(field[1], scope), text)


def _value(name: str, scope: Scope) -> str:
    parameter, dated = scope.rulebook.parameter[name], scope.parameter(name)
    if dated is None:
        return parameter.judul[:1].lower() + parameter.judul[1:]
    return nilai_bersatuan(dated.nilai, parameter.satuan)


def term_in_words(term: Term, scope: Scope, schemas: Mapping[str, TableSchema], tabel: str) -> str:
    """`tanggal_sp2d paling lambat 30 Desember 2024`, `status_paket bukan Status paket yang tidak dihitung: ...`."""
    if term.op is Op.KECUALI:
        return f"bukan {' dan '.join(scope.syarat(name).judul for name in term.syarat)}"
    name, reads = column_title(scope, schemas[tabel], term.kolom), OPS[term.op].reads
    if term.op is Op.TERISI:
        return f"{name} {'terisi' if term.ya else 'kosong'}"
    if term.tanggal is not None:
        day = scope.day(term.tanggal)
        later = f" ditambah {column_title(scope, schemas[tabel], term.tahun)}" if term.tahun else ""
        return f"{name}{later} {reads} {tanggal(day)}"
    if term.pada is not None:
        other = schemas[term.pada.tabel]
        where = f"{column_title(scope, other, term.pada.kolom)} tabel {other.title}"
        return f"{name} {reads} {where}{_rows_in_words(term.pada, scope, other)}"
    words = ", ".join(words_of(term, scope))
    of_list = f"{scope.rulebook.daftar[term.daftar].judul}: " if term.daftar else ""
    return f"{name} {reads} {of_list}{words}"


def _rows_in_words(pada: KolomTabel, scope: Scope, other: TableSchema) -> str:
    """Which rows of the other table are looked at, where not all are."""
    asked = [f"yang memenuhi {scope.syarat(name).judul}" for name in pada.yang]
    asked += [f"dengan {column_title(scope, other, pada.sama)} yang sama"] if pada.sama else []
    return f" ({', '.join(asked)})" if asked else ""


def column_title(scope: Scope, schema: TableSchema, kolom: str) -> str:
    """What a column of a table, or one derived from its columns, is called."""
    column, derived = schema.column(kolom), scope.rulebook.kolom_turunan.get((schema.name, kolom))
    return column.title if column else derived.judul if derived else kolom


def formula_in_words(read: Reading, scope: Scope) -> str:
    """`Realisasi PDN / Realisasi pembayaran x 100%`, with the target where it divides too."""
    ukuran = scope.rulebook.ukuran
    share = f"{ukuran[read.pembilang].judul} / {ukuran[read.penyebut].judul} x 100%"
    if read.dibaca.dibagi_target is None:
        return share
    return f"({share}) / {scope.rulebook.target[read.dibaca.dibagi_target].judul} x 100%"
