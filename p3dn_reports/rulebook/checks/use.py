"""What stands in the rulebook and does nothing: names nobody uses, values no region applies."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

from p3dn_reports.problems import Problem
from p3dn_reports.rulebook.checks.objects import used_by_objects
from p3dn_reports.rulebook.checks.readings import named_readings
from p3dn_reports.rulebook.checks.subject import Subject
from p3dn_reports.rulebook.source import Keys
from p3dn_reports.rules import Dated, Rujukan, Rulebook

_FIELD = re.compile(r"\{(\w+)\}")


def check_use(subject: Subject) -> Iterator[Problem]:
    """Remarks, never errors: a rulebook under construction may hold what is used later."""
    rules = subject.rulebook
    sections: tuple[tuple[str, Collection[str], set[str]], ...] = (
        ("parameter", rules.parameter, _parameters(rules)),
        ("daftar", rules.daftar, _lists(rules)),
        ("syarat", rules.syarat, _conditions(rules)),
        ("ukuran", rules.ukuran, _measures(rules)),
        ("target", rules.target, _of_indicators(rules, "target", "dibagi_target")),
        ("pita", rules.pita, _of_indicators(rules, "pita")),
        ("pilihan", rules.pilihan, {rujukan.pilihan or "" for rujukan in _references(rules)} | _conditions(rules)),
        ("tafsir", rules.tafsir, _readings(rules)),
    )
    for section, names, used in sections:
        for name in names:
            if name not in used and name not in used_by_objects(rules, section):
                yield _unused(subject, section, (section, name), name)
    columns = _columns(rules)
    for tabel, kolom in rules.kolom_turunan:
        if (tabel, kolom) not in columns:
            yield _unused(subject, "kolom turunan", ("kolom_turunan", tabel, kolom), kolom)
    yield from _never_in_force(subject)


def _unused(subject: Subject, jenis: str, keys: Keys, name: str) -> Problem:
    return subject.source.problem("aturan-tidak-dipakai", keys, key=True, nilai=name, jenis=jenis)


def _parameters(rules: Rulebook) -> set[str]:
    used: set[str | None] = {target.lazim for target in rules.target.values()}
    for pita in rules.pita.values():
        for band in pita.batas:
            used |= {band.kurang_dari, band.paling_banyak, *_FIELD.findall(band.tampil)}
    used |= {peringkat.banyak for peringkat in rules.peringkat.values()}
    for award in rules.penghargaan.values():
        used |= {award.nominasi_paling_sedikit, award.jumlah_penerima, *(aspek.bobot for aspek in award.aspek)}
    return {name for name in used if name is not None}


def _lists(rules: Rulebook) -> set[str]:
    of_terms = {term.daftar for syarat in rules.syarat.values() for term in syarat.semua}
    looked_up = {daftar.id for daftar in rules.daftar.values() if daftar.acuan}
    of_details = {rincian.daftar for rincian in rules.rincian.values()}
    of_details |= {name for one in rules.dokumen.values() if one.untuk_setiap == "daftar" for name in one.subjek}
    return {name for name in of_terms | of_details | looked_up if name is not None}


def _conditions(rules: Rulebook) -> set[str]:
    return {way for name in _named_conditions(rules) for way in (name, *rules.conditions((name,)))}


def _named_conditions(rules: Rulebook) -> Iterator[str]:
    """The conditions, and the readings that choose one, as rows are asked for them."""
    asking = (rules.ukuran, rules.rincian, rules.peringkat, rules.pemeriksaan, rules.hitungan)
    yield from (name for section in asking for one in section.values() for name in one.memenuhi)
    yield from (name for award in rules.penghargaan.values() for name in award.pemetaan)
    for rincian in rules.rincian.values():
        yield from (name for part in rincian.bagian.values() for name in (*part.memenuhi, *part.diketahui))
    terms = (term for syarat in rules.syarat.values() for term in syarat.semua)
    yield from (name for term in terms for name in (*term.syarat, *(term.pada.yang if term.pada else ())))


def _references(rules: Rulebook) -> list[Rujukan]:
    items = rules.indikator.values()
    return [found for item in items for found in (item.pembilang, item.penyebut, item.menurut) if found]


def _measures(rules: Rulebook) -> set[str]:
    options = {name for pilihan in rules.pilihan.values() for name in pilihan.opsi.values()}
    return options | {rujukan.langsung for rujukan in _references(rules) if rujukan.langsung}


def _of_indicators(rules: Rulebook, *fields: str) -> set[str]:
    return {name for item in rules.indikator.values() for field in fields if (name := getattr(item, field))}


def _readings(rules: Rulebook) -> set[str]:
    of_documents = {name for dokumen in rules.dokumen.values() for name in dokumen.tafsir}
    of_documents |= {name for _, _, names in named_readings(rules) for name in names}
    of_remarks = {remark.tafsir for remark in rules.pemeriksaan.values() if remark.tafsir}
    of_remarks |= {peringkat.tafsir for peringkat in rules.peringkat.values() if peringkat.tafsir}
    of_profiles = {name for daerah in rules.daerah.values() for name in daerah.tafsir}
    of_clauses = {wrong.tafsir for clause in rules.ketentuan.values() for wrong in clause.rujukan_keliru}
    of_choices = {pilihan.tafsir for pilihan in rules.pilihan.values()}
    return of_documents | of_remarks | of_profiles | of_clauses | of_choices


def _columns(rules: Rulebook) -> set[tuple[str, str]]:
    """The (table, column) pairs that terms, sums and breakdowns read."""
    used = {(syarat.tabel, term.kolom) for syarat in rules.syarat.values() for term in syarat.semua}
    for rincian in rules.rincian.values():
        used |= {(rincian.tabel, kolom) for kolom in (*rincian.jumlah, rincian.menurut)}
    used |= {(peringkat.tabel, peringkat.menurut) for peringkat in rules.peringkat.values()}
    used |= {(ukuran.tabel, ukuran.jumlah) for ukuran in rules.ukuran.values() if ukuran.jumlah}
    return used | {(remark.tabel, remark.jumlah) for remark in rules.pemeriksaan.values() if remark.jumlah}


def _never_in_force(subject: Subject) -> Iterator[Problem]:
    applied = {sumber for daerah in subject.rulebook.daerah.values() for sumber in daerah.menerapkan}
    for section in ("parameter", "daftar"):
        for key, item in getattr(subject.rulebook, section).items():
            for index, dated in enumerate(item.nilai):
                if unapplied := _unapplied(dated, applied):
                    keys: Keys = (section, key, "nilai", index)
                    yield subject.source.problem("aturan-tidak-pernah-berlaku", keys, nilai=unapplied)
    for key, putusan in subject.rulebook.putusan.items():
        for index, versi in enumerate(putusan.versi):
            if unapplied := _unapplied(versi, applied):
                at_version: Keys = ("putusan", key, "versi", index)
                yield subject.source.problem("aturan-tidak-pernah-berlaku", at_version, nilai=unapplied)


def _unapplied(dated: Dated[Any], applied: set[str]) -> str | None:
    """The sources a value rests on, where no region applies any of them."""
    sources = list(dict.fromkeys(citation.sumber for citation in dated.dasar))
    return None if applied.intersection(sources) else " atau ".join(sources)
