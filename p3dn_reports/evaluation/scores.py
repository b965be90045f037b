"""The scores of an award's nominees as they were handed in: read, checked, averaged per aspect."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from p3dn_reports.evaluation.awarded import NilaiAspek, NilaiUnsur
from p3dn_reports.problems import Location, Problem, problem
from p3dn_reports.rules import Aspek, Penghargaan, SubKriteria
from p3dn_reports.tables import PROVENANCE, Tables


@dataclass(frozen=True, slots=True)
class Scores:
    """Score by (peserta, aspek, sub_kriteria), the award's aspects, and who has a score that cannot be used."""

    award: Penghargaan
    nilai: Mapping[tuple[str, str, str], NilaiUnsur]
    cacat: frozenset[str]

    def sub_kriteria(self, peserta: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Per aspect the sub-criteria that count, in the rulebook's order.

        Those with a weight, where the aspect has weights; else those in which any of these nominees was scored.
        """
        met = set(peserta)
        used = {(aspek, sub) for one, aspek, sub in self.nilai if one in met}
        return {aspek.id: tuple(_counting(aspek, used)) for aspek in self.award.aspek}

    def sheet(
        self, peserta: str, expected: Mapping[str, tuple[str, ...]], bobot: Mapping[str, Decimal]
    ) -> tuple[NilaiAspek, ...]:
        """The nominee's score sheet: every aspect with its weight (percent) and the sub-criteria that count."""
        return tuple(self._aspect(peserta, one, expected.get(one.id, ()), bobot[one.id]) for one in self.award.aspek)

    def _aspect(self, peserta: str, aspek: Aspek, counting: tuple[str, ...], bobot: Decimal) -> NilaiAspek:
        unsur = tuple((aspek.sub_kriteria[sub], self.nilai.get((peserta, aspek.id, sub))) for sub in counting)
        return NilaiAspek(aspek, bobot, _mean(unsur), unsur)

    def wanting(
        self, peserta: str, expected: Mapping[str, tuple[str, ...]], bobot: Mapping[str, Decimal]
    ) -> str | None:
        """Why the nominee has no final score, in a phrase; None where it has one."""
        if peserta in self.cacat:
            return "ada nilai yang tidak sah"
        titles = {aspek.id: aspek for aspek in self.award.aspek}
        empty = [titles[aspek].judul for aspek in bobot if not expected.get(aspek)]
        if empty:
            return f"aspek belum dinilai: {', '.join(empty)}"
        missing = [
            titles[aspek].sub_kriteria[sub].judul
            for aspek in bobot
            for sub in expected[aspek]
            if (peserta, aspek, sub) not in self.nilai
        ]
        return f"sub-kriteria belum dinilai: {', '.join(missing)}" if missing else None


def _mean(unsur: Iterable[tuple[SubKriteria, NilaiUnsur | None]]) -> Fraction | None:
    """The weighted, else plain, mean of the sub-criteria that count; None where a score is wanting or none counts."""
    total = shares = Fraction(0)
    for sub, one in unsur:
        if one is None:
            return None
        share = Fraction(sub.bobot or 1)
        total, shares = total + share * Fraction(one.nilai), shares + share
    return total / shares if shares else None


def _counting(aspek: Aspek, used: Container[tuple[str, str]]) -> Iterator[str]:
    for sub in aspek.sub_kriteria.values():
        if sub.bobot if aspek.berbobot else (aspek.id, sub.id) in used:
            yield sub.id


def read_scores(tables: Tables, award: Penghargaan) -> tuple[Scores, tuple[Problem, ...]]:
    """The scores of the award's stage; a blank one is no score.

    A row that names no known sub-criterion, lies outside the scale or repeats one is a problem at its row.
    """
    nilai: dict[tuple[str, str, str], NilaiUnsur] = {}
    problems: list[Problem] = []
    cacat: set[str] = set()
    for row in tables.iter_rows(award.tabel_nilai):
        if word_of(row["tahap"]) != award.tahap or row["nilai"] is None:
            continue
        key = (row["peserta"], word_of(row["aspek"]), word_of(row["sub_kriteria"]))
        fault = _fault(award, row, key, repeated=key in nilai)
        if fault is not None:
            problems.append(fault)
            cacat.add(row["peserta"])
        berkas, lembar, baris = (row[name] for name in PROVENANCE)
        nilai.setdefault(key, NilaiUnsur(row["nilai"], row["bukti"] or None, (berkas, lembar, baris)))
    return Scores(award, nilai, frozenset(cacat)), tuple(problems)


def _fault(award: Penghargaan, row: Mapping[str, Any], key: tuple[str, str, str], *, repeated: bool) -> Problem | None:
    _, aspek, sub = key
    known = {one.id: one.sub_kriteria for one in award.aspek}
    if aspek not in known:
        return _at(award, row, "aspek-tidak-dikenal", "aspek", row["aspek"] or "(kosong)", ", ".join(known))
    if sub not in known[aspek]:
        expected = ", ".join(known[aspek])
        return _at(
            award, row, "sub-kriteria-tidak-dikenal", "sub_kriteria", row["sub_kriteria"] or "(kosong)", expected
        )
    skala = award.skala
    if not skala.paling_rendah <= row["nilai"] <= skala.paling_tinggi:
        expected = f"{skala.paling_rendah} sampai dengan {skala.paling_tinggi}"
        return _at(award, row, "nilai-di-luar-skala", "nilai", f"{row['nilai'].normalize():f}", expected)
    return _at(award, row, "nilai-ganda", "sub_kriteria", sub, "satu nilai") if repeated else None


def _at(award: Penghargaan, row: Mapping[str, Any], kode: str, kolom: str, nilai: str, diharapkan: str) -> Problem:
    berkas, lembar, baris = (row[name] for name in PROVENANCE)
    place = Location(berkas, lembar, baris=baris, kolom=kolom)
    return problem(kode, place, nilai=nilai, diharapkan=diharapkan, tabel=award.tabel_nilai, peserta=row["peserta"])


def word_of(text: object) -> str:
    """A cell of ids as the rulebook writes them: without outer blanks and capitals; blank for none."""
    return str(text or "").strip().lower()
