"""Rulebook terms and formulas in Indonesian words, for people who read why a row counted or not."""

from __future__ import annotations

from p3dn_reports.evaluation.compile import words_of
from p3dn_reports.evaluation.indicators import Reading
from p3dn_reports.formatting import tanggal
from p3dn_reports.rules import Op, Scope, Term
from p3dn_reports.tables import TableSchema

_DATES = {
    Op.PALING_LAMBAT: "paling lambat",
    Op.PALING_AWAL: "paling awal",
    Op.SETELAH: "setelah",
    Op.SEBELUM: "sebelum",
}
_AMONG = {Op.TURUNAN_DARI: "termasuk", Op.SALAH_SATU: "salah satu dari", Op.BUKAN: "bukan"}


def term_in_words(term: Term, scope: Scope, schema: TableSchema) -> str:
    """`tanggal_sp2d paling lambat 30 Desember 2024`, `status_paket bukan Status paket yang tidak dihitung: ...`."""
    column = schema.column(term.kolom)
    derived = scope.rulebook.kolom_turunan.get((schema.name, term.kolom))
    name = column.title if column else derived.judul if derived else term.kolom
    if term.op is Op.TERISI:
        return f"{name} {'terisi' if term.ya else 'kosong'}"
    if term.op in _DATES:
        day = scope.day(term.tanggal or "data_per")
        return f"{name} {_DATES[term.op]} {tanggal(day)}"
    words = ", ".join(words_of(term, scope))
    of_list = f"{scope.rulebook.daftar[term.daftar].judul}: " if term.daftar else ""
    return f"{name} {_AMONG[term.op]} {of_list}{words}"


def formula_in_words(read: Reading, scope: Scope) -> str:
    """`Realisasi PDN / Realisasi pembayaran x 100%`, with the target where it divides too."""
    ukuran = scope.rulebook.ukuran
    share = f"{ukuran[read.pembilang].judul} / {ukuran[read.penyebut].judul} x 100%"
    if read.dibaca.dibagi_target is None:
        return share
    return f"({share}) / {scope.rulebook.target[read.dibaca.dibagi_target].judul} x 100%"
