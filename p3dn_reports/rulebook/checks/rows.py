"""From rows to sums: tables, columns, terms and lists fit each other."""

from __future__ import annotations

from collections.abc import Iterator

from p3dn_reports.problems import Problem
from p3dn_reports.rulebook.checks.circles import circles
from p3dn_reports.rulebook.checks.subject import Subject
from p3dn_reports.rulebook.checks.words import strange_words
from p3dn_reports.rulebook.source import Keys
from p3dn_reports.rules import KolomTabel, Op, Rulebook, Syarat, Term
from p3dn_reports.tables import Kind

_CODES = (Kind.KODE, Kind.KODE_REKENING)
_TEXTS = (Kind.TEKS, *_CODES)
_KINDS_OF = {
    Op.TURUNAN_DARI: _CODES,
    Op.SALAH_SATU: _TEXTS,
    Op.BUKAN: (*_TEXTS, Kind.RUPIAH),
    Op.TERISI: (),
    Op.PALING_LAMBAT: (Kind.TANGGAL,),
    Op.PALING_AWAL: (Kind.TANGGAL,),
    Op.SETELAH: (Kind.TANGGAL,),
    Op.SEBELUM: (Kind.TANGGAL,),
    Op.MEMUAT: _TEXTS,
    Op.TIDAK_MEMUAT: _TEXTS,
    Op.ADA_PADA: _TEXTS,
    Op.TIDAK_ADA_PADA: _TEXTS,
}


def check_rows(subject: Subject) -> Iterator[Problem]:
    """Derived columns, conditions, sums, targets, breakdowns and remarks name what is there, of the right kind."""
    yield from _derived(subject)
    yield from _conditions(subject)
    yield from _sums(subject)
    yield from _targets(subject)
    yield from _breakdowns(subject)
    yield from _remarks(subject)


def _derived(subject: Subject) -> Iterator[Problem]:
    for (tabel, kolom), derived in subject.rulebook.kolom_turunan.items():
        keys: Keys = ("kolom_turunan", tabel, kolom)
        yield from subject.unknown_table(keys[:2], tabel)
        if tabel in subject.schemas and subject.schemas[tabel].column(kolom):
            yield subject.source.problem("aturan-kolom-sudah-ada", keys, key=True, nilai=kolom, tabel_nama=tabel)
        for index, name in enumerate(derived.kurangi):
            yield from subject.wrong_column((*keys, "kurangi", index), tabel, name, Kind.RUPIAH)


def _conditions(subject: Subject) -> Iterator[Problem]:
    for key, syarat in subject.rulebook.syarat.items():
        yield from subject.unknown_table(("syarat", key, "tabel"), syarat.tabel)
        if not syarat.semua:
            yield subject.source.problem("aturan-syarat-tanpa-isi", ("syarat", key), key=True, nilai=key)
        for index, term in enumerate(syarat.semua):
            if term.op is Op.KECUALI:
                yield from conditions_on(subject, ("syarat", key, "kecuali"), syarat.tabel, term.syarat)
            else:
                yield from _term(subject, ("syarat", key, "semua", index), syarat.tabel, term)
    for circle in circles({key: _asked_by(subject.rulebook, one) for key, one in subject.rulebook.syarat.items()}):
        keys: Keys = ("syarat", circle[0])
        yield subject.source.problem("aturan-syarat-melingkar", keys, nilai=circle[0], jalan=" → ".join(circle))


def _asked_by(rules: Rulebook, syarat: Syarat) -> tuple[str, ...]:
    """The conditions that a condition asks other rows, or refuses its own by."""
    names = [name for term in syarat.semua for name in (*term.syarat, *(term.pada.yang if term.pada else ()))]
    return rules.conditions(names)


def _term(subject: Subject, keys: Keys, tabel: str, term: Term) -> Iterator[Problem]:
    yield from subject.wrong_column((*keys, "kolom"), tabel, term.kolom, *_KINDS_OF[term.op])
    at_op = (*keys, str(term.op))
    yield from subject.unknown("daftar", at_op, term.daftar, subject.rulebook.daftar)
    daftar = subject.rulebook.daftar.get(term.daftar or "")
    if daftar and term.op is Op.TURUNAN_DARI and not daftar.hierarki:
        yield subject.source.problem("aturan-daftar-tanpa-hierarki", at_op, nilai=daftar.id)
    if term.tahun is not None:
        yield from subject.wrong_column((*keys, "ditambah_tahun"), tabel, term.tahun, Kind.BULAT)
    if term.pada is not None:
        yield from _looked_up(subject, at_op, tabel, term.pada)
    yield from strange_words(subject, at_op, tabel, term.kolom, term.isi)


def _looked_up(subject: Subject, keys: Keys, tabel: str, pada: KolomTabel) -> Iterator[Problem]:
    """The other table's column is there, its conditions are on that table, and the column to agree is on both."""
    yield from subject.unknown_table(keys, pada.tabel)
    yield from subject.wrong_column(keys, pada.tabel, pada.kolom, *_TEXTS)
    yield from conditions_on(subject, (*keys, "yang"), pada.tabel, pada.yang)
    for one in (tabel, pada.tabel) if pada.sama is not None else ():
        yield from subject.wrong_column((*keys, "sama"), one, pada.sama or "", *_TEXTS)


def _sums(subject: Subject) -> Iterator[Problem]:
    for key, ukuran in subject.rulebook.ukuran.items():
        keys: Keys = ("ukuran", key)
        yield from filtered(subject, keys, ukuran.tabel, ukuran.memenuhi)
        if ukuran.jumlah is not None:
            yield from subject.wrong_column((*keys, "jumlah"), ukuran.tabel, ukuran.jumlah, Kind.RUPIAH)


def _targets(subject: Subject) -> Iterator[Problem]:
    for key, target in subject.rulebook.target.items():
        keys: Keys = ("target", key)
        yield from subject.unknown_table((*keys, "tabel"), target.tabel)
        amounts = (Kind.ANGKA, Kind.RUPIAH, Kind.PERSEN)
        yield from subject.wrong_column((*keys, "kolom_nilai"), target.tabel, target.kolom_nilai, *amounts)
        yield from subject.wrong_column(
            (*keys, "kolom_satuan"), target.tabel, target.kolom_satuan, Kind.TEKS, Kind.KODE
        )


def _breakdowns(subject: Subject) -> Iterator[Problem]:
    for key, rincian in subject.rulebook.rincian.items():
        keys: Keys = ("rincian", key)
        yield from filtered(subject, keys, rincian.tabel, rincian.memenuhi)
        yield from subject.wrong_column((*keys, "menurut"), rincian.tabel, rincian.menurut, *_TEXTS)
        yield from subject.unknown("daftar", (*keys, "daftar"), rincian.daftar, subject.rulebook.daftar)
        for index, kolom in enumerate(rincian.jumlah):
            yield from subject.wrong_column((*keys, "jumlah", index), rincian.tabel, kolom, Kind.RUPIAH)
        for name, part in rincian.bagian.items():
            at_part: Keys = (*keys, "bagian", name)
            yield from conditions_on(subject, (*at_part, "memenuhi"), rincian.tabel, part.memenuhi)
            yield from conditions_on(subject, (*at_part, "diketahui"), rincian.tabel, part.diketahui)


def _remarks(subject: Subject) -> Iterator[Problem]:
    for key, remark in subject.rulebook.pemeriksaan.items():
        keys: Keys = ("pemeriksaan", key)
        yield from filtered(subject, keys, remark.tabel, remark.memenuhi)
        if remark.jumlah is not None:
            yield from subject.wrong_column((*keys, "jumlah"), remark.tabel, remark.jumlah, Kind.RUPIAH)


def filtered(subject: Subject, keys: Keys, tabel: str, memenuhi: tuple[str, ...]) -> Iterator[Problem]:
    """The table is there, and the conditions are there and on that table."""
    yield from subject.unknown_table((*keys, "tabel"), tabel)
    yield from conditions_on(subject, (*keys, "memenuhi"), tabel, memenuhi)


def conditions_on(subject: Subject, keys: Keys, tabel: str, memenuhi: tuple[str, ...]) -> Iterator[Problem]:
    """The conditions, or the readings that choose one, are there and on that table."""
    rules = subject.rulebook
    yield from subject.unknown_words("syarat", keys, memenuhi, (*rules.syarat, *rules.choices_of(rules.syarat)))
    for index, name in enumerate(memenuhi):
        for way in rules.conditions((name,)):
            ada = rules.syarat[way].tabel if way in rules.syarat else tabel
            if ada != tabel and ada in subject.schemas:
                yield subject.source.problem("aturan-tabel-berbeda", (*keys, index), nilai=way, ada=ada, perlu=tabel)
