"""Award scores: mean of the sub-criteria per aspect, weighted, ranked within a category. Exact throughout.

The means rest on the readings `skala` (the scale, weights inside an aspect) and `sub-kriteria` (the same set for every
nominee of a category); who receives on `seri`, `nominasi` and `jumlah-penerima`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from p3dn_reports.evaluation.assessment import Organisasi
from p3dn_reports.evaluation.awarded import KategoriPenghargaan, NilaiPeserta, PenghargaanResult
from p3dn_reports.evaluation.nominations import PESERTA, nominations
from p3dn_reports.evaluation.scores import Scores, read_scores, word_of
from p3dn_reports.formatting import tanggal
from p3dn_reports.problems import Location, Problem, problem
from p3dn_reports.rules import Penghargaan, Scope
from p3dn_reports.tables import PROVENANCE, Tables

SubKategori = str | None


@dataclass(frozen=True, slots=True)
class _Terms:
    """The numbers of an award in force here: weights per aspect (percent), how many nominees, how many recipients."""

    bobot: Mapping[str, Decimal]
    nominasi: Decimal
    penerima: Decimal


def awards(
    tables: Tables, scope: Scope, organisasi: Organisasi
) -> tuple[tuple[PenghargaanResult, ...], tuple[Problem, ...]]:
    """Score every award group whose tables were handed in and whose numbers are in force here.

    A category with too few nominees, or with one whose scores are incomplete, is left out with its `sebab`; the others
    proceed. A fault in a score or a category is a problem at its row, and leaves that nominee without a score.
    """
    results: list[PenghargaanResult] = []
    problems: list[Problem] = []
    for award in scope.rulebook.penghargaan.values():
        if not {PESERTA, award.tabel_nilai} <= tables.present:
            continue
        rows = [row for row in tables.iter_rows(PESERTA) if word_of(row["kelompok"]) == award.id]
        terms = _terms(scope, award)
        if terms is None:
            problems += [_not_in_force(scope, award)] if rows else []
            continue
        awal, outside = nominations(tables, scope, award, rows, organisasi)
        nominees = [row for row, one in zip(rows, awal, strict=True) if one.nominasi]
        scores, found = read_scores(tables, award)
        categories, unknown = _categories(tables, award, nominees, scores, terms)
        problems += [*outside, *found, *unknown]
        dasar = scope.citations(award.dasar)
        results.append(PenghargaanResult(award.id, award.judul, terms.bobot, tuple(categories), dasar, awal))
        problems += [_dropped(kategori) for kategori in results[-1].dikeluarkan]
    return tuple(results), tuple(problems)


def _terms(scope: Scope, award: Penghargaan) -> _Terms | None:
    weights = {aspek.id: scope.parameter(aspek.bobot) for aspek in award.aspek}
    nominasi, penerima = scope.parameter(award.nominasi_paling_sedikit), scope.parameter(award.jumlah_penerima)
    bobot = {aspek: dated.nilai for aspek, dated in weights.items() if dated is not None}
    if nominasi is None or penerima is None or len(bobot) < len(weights):
        return None
    return _Terms(bobot, nominasi.nilai, penerima.nilai)


def _not_in_force(scope: Scope, award: Penghargaan) -> Problem:
    return problem("penghargaan-tidak-berlaku", tabel=PESERTA, judul=award.judul, tanggal=tanggal(scope.data_per))


def _dropped(kategori: KategoriPenghargaan) -> Problem:
    return problem("kategori-dikeluarkan", nilai=kategori.sebutan, tabel=PESERTA, sebab=kategori.sebab or "")


def _categories(
    tables: Tables, award: Penghargaan, rows: Iterable[Mapping[str, Any]], scores: Scores, terms: _Terms
) -> tuple[list[KategoriPenghargaan], list[Problem]]:
    titles = award.kategori or {"": award.judul}
    grouped: dict[tuple[str, SubKategori], list[Mapping[str, Any]]] = {}
    problems: list[Problem] = []
    for row in rows:
        kategori = word_of(row["kategori"]) if award.kategori else ""
        if kategori in titles:
            grouped.setdefault((kategori, (row["sub_kategori"] or "").strip() or None), []).append(row)
        else:
            problems.append(_unknown_category(award, row))
    names = _satker_names(tables)
    found = [
        _category(kategori, titles[kategori], sub, grouped.get((kategori, sub), []), names, scores, terms)
        for kategori in titles
        for sub in _subs(grouped, kategori)
    ]
    return found, problems


def _subs(grouped: Iterable[tuple[str, SubKategori]], kategori: str) -> list[SubKategori]:
    """The sub-categories met in a category, the unnamed first; one unnamed where nobody is nominated."""
    subs = {sub for name, sub in grouped if name == kategori}
    return sorted(subs, key=lambda sub: sub or "") or [None]


def _category(
    kategori: str,
    judul: str,
    sub: SubKategori,
    rows: list[Mapping[str, Any]],
    names: Mapping[str, str],
    scores: Scores,
    terms: _Terms,
) -> KategoriPenghargaan:
    expected = scores.sub_kriteria(row["peserta"] for row in rows)
    peserta = [_nominee(row, names, scores, expected, terms) for row in rows]
    sebutan, few = _called(scores.award, judul, sub), len(peserta) < terms.nominasi
    sebab = _left_out(peserta, terms)
    if sebab is not None:
        listed = tuple(_by_score(peserta))
        return KategoriPenghargaan(kategori, judul, sub, listed, sebab, False, sebutan, few)
    ranked, tied = _rank(peserta, scores.award, terms.penerima)
    return KategoriPenghargaan(kategori, judul, sub, tuple(ranked), None, tied, sebutan)


def _called(award: Penghargaan, judul: str, sub: SubKategori) -> str:
    """`pengguna`, `produsen kategori industri kecil`, with the sub-category as the Tim wrote it."""
    of_category = f" kategori {judul.lower()}" if award.kategori else ""
    return f"{award.judul.lower()}{of_category}{f' subkategori {sub}' if sub else ''}"


def _left_out(peserta: list[NilaiPeserta], terms: _Terms) -> str | None:
    if len(peserta) < terms.nominasi:
        return f"baru {len(peserta)} calon, paling sedikit {terms.nominasi.normalize():f}"
    wanting = [one.nama for one in peserta if one.nilai_akhir is None]
    return f"nilai belum lengkap: {', '.join(wanting)}" if wanting else None


def _nominee(
    row: Mapping[str, Any],
    names: Mapping[str, str],
    scores: Scores,
    expected: Mapping[str, tuple[str, ...]],
    terms: _Terms,
) -> NilaiPeserta:
    peserta = row["peserta"]
    sebab = scores.wanting(peserta, expected, terms.bobot)
    lembar = scores.sheet(peserta, expected, terms.bobot)
    return NilaiPeserta(
        peserta=peserta,
        nama=row["nama"] or names.get(peserta, peserta),
        aspek={one.aspek.id: one.nilai for one in lembar},
        nilai_akhir=None if sebab else sum((one.terbobot or Fraction(0) for one in lembar), Fraction(0)),
        sebab=sebab,
        peringkat=None,
        seri=False,
        penerima=False,
        alamat=row["alamat"] or None,
        produk=row["produk"] or None,
        lembar=lembar,
    )


def _by_score(peserta: Iterable[NilaiPeserta]) -> list[NilaiPeserta]:
    """From the highest score, those without one last; equal ones as they were handed in."""
    return sorted(peserta, key=lambda one: (one.nilai_akhir is None, -(one.nilai_akhir or 0)))


def _rank(peserta: Iterable[NilaiPeserta], award: Penghargaan, banyak: Decimal) -> tuple[list[NilaiPeserta], bool]:
    """Ranks, equals sharing one. The flag: somebody is tied across the line of recipients and nothing decides.

    Receives who is not tied across that line; whoever reaches it, where equals receive together.
    """

    def height(one: NilaiPeserta) -> tuple[Fraction, ...]:
        return (one.nilai_akhir or Fraction(0), *(one.aspek[aspek] or Fraction(0) for aspek in award.urutan_seri))

    ordered = sorted(peserta, key=height, reverse=True)
    values = [height(one) for one in ordered]
    ranked, across = [], False
    for one, value in zip(ordered, values, strict=True):
        rank, equals = values.index(value) + 1, values.count(value)
        last = rank if award.seri_bersama else rank + equals - 1
        ranked.append(replace(one, peringkat=rank, seri=equals > 1, penerima=last <= banyak))
        across = across or rank <= banyak < last
    return ranked, across


def _unknown_category(award: Penghargaan, row: Mapping[str, Any]) -> Problem:
    berkas, lembar, baris = (row[name] for name in PROVENANCE)
    return problem(
        "kategori-tidak-dikenal",
        Location(berkas, lembar, baris=baris, kolom="kategori"),
        nilai=row["kategori"] or "(kosong)",
        diharapkan=", ".join(award.kategori),
        tabel=PESERTA,
        peserta=row["nama"] or row["peserta"],
    )


def _satker_names(tables: Tables) -> dict[str, str]:
    return {row["kode_satker"]: row["nama_satker"] for row in tables.iter_rows("satker") if row["nama_satker"]}
