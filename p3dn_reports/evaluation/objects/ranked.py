"""The whole way of a place: a unit's largest rows, and a nominee's final score, each as one calculation."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from p3dn_reports.evaluation.account import Faults, Penjelasan, account
from p3dn_reports.evaluation.assessment import Assessment, PeringkatBaris, PeringkatResult
from p3dn_reports.evaluation.awarded import (
    CalonAwal,
    KategoriPenghargaan,
    NilaiAspek,
    NilaiPeserta,
    NilaiUnsur,
    PenghargaanResult,
)
from p3dn_reports.evaluation.explain import of_unit, result_of, unknown
from p3dn_reports.evaluation.nominations import PESERTA
from p3dn_reports.evaluation.objects.results import Pengenal
from p3dn_reports.evaluation.objects.steps import Langkah, Sel
from p3dn_reports.rules import Penghargaan, Scope, SubKriteria
from p3dn_reports.tables import Tables


def explain_ranking(
    tables: Tables, scope: Scope, assessment: Assessment, satker: str, peringkat: str, faults: Faults
) -> Penjelasan:
    """The way of one unit's list of largest rows: how many were asked for, how many there were, each with its cell.

    Raises UsageError, with a suggestion, for a unit that is not there.
    """
    rule, unit = scope.rulebook.peringkat[peringkat], result_of(assessment, satker)
    found = unit.peringkat[peringkat]
    banyak = scope.parameter(rule.banyak)
    asked = Langkah(
        scope.rulebook.parameter[rule.banyak].judul,
        "jumlah",
        nilai=Fraction(banyak.nilai) if banyak else None,
        dasar=scope.citations(banyak.dasar) if banyak else (),
    )
    step = Langkah(
        uraian=rule.judul,
        satuan="jumlah",
        nilai=None if found.sebab else Fraction(len(found.baris)),
        sebab=found.sebab,
        dasar=found.dasar,
        bagian=(asked, _ranked(found), *(_line(found, one) for one in found.baris)),
    )
    readings = (rule.tafsir,) if rule.tafsir else ()
    ditahan = faults(unit.unit.kode_satker, {rule.tabel})
    return account(tables, scope, of_unit(unit.unit), step.uraian, step, hasil=found, tafsir=readings, ditahan=ditahan)


def explain_nominee(
    tables: Tables, scope: Scope, assessment: Assessment, peserta: str, penghargaan: str, faults: Faults
) -> Penjelasan:
    """The way of one nominee's final score: each aspect with its weight, each sub-criterion with its cell.

    Raises UsageError, with a suggestion, for somebody who did not take part.
    """
    rule = scope.rulebook.penghargaan[penghargaan]
    result = next((one for one in assessment.penghargaan if one.penghargaan == penghargaan), None)
    took_part = result.penilaian_awal if result else ()
    calon = next((one for one in took_part if _is_named(one, peserta)), None)
    if result is None or calon is None:
        raise unknown("peserta-tidak-dikenal", peserta, [one.nama or one.peserta for one in took_part])
    scored = ((kategori, one) for kategori in result.kategori for one in kategori.peserta)
    place = next((found for found in scored if found[1].peserta == calon.peserta), None)
    step = _score(tables, rule, result, *place) if place else _not_nominated(result, calon)
    told = Pengenal(PESERTA, (("peserta", calon.peserta),), calon.nama or calon.peserta, None, None, None, None)
    return account(
        tables,
        scope,
        told,
        step.uraian,
        step,
        hasil=place[1] if place else None,
        tafsir=rule.tafsir,
        ditahan=faults("", {PESERTA, rule.tabel_nilai}),
    )


def _ranked(found: PeringkatResult) -> Langkah:
    return Langkah("Baris satuan ini yang dapat diurutkan", "jumlah", Fraction(found.jumlah_baris))


def _line(found: PeringkatResult, one: PeringkatBaris) -> Langkah:
    named = ", ".join(text for text in one.isi.values() if text)
    watched = tuple(
        Langkah(found.kolom.get(kolom, kolom), "teks", text or "belum diisi") for kolom, text in one.pemantauan.items()
    )
    cell = Sel(one.berkas, one.lembar, one.baris, one.sel)
    return Langkah(f"{one.urutan}. {named}", "rupiah", Fraction(one.nilai), sel=cell, bagian=watched)


def _is_named(one: CalonAwal, words: str) -> bool:
    return words.strip().casefold() in {one.peserta.casefold(), (one.nama or "").casefold()}


def _not_nominated(result: PenghargaanResult, calon: CalonAwal) -> Langkah:
    by_whom = "keputusan Tim P3DN" if calon.diberikan else "pemetaan penilaian awal"
    return Langkah(
        f"Nilai akhir {result.judul}", "jumlah", sebab=f"tidak dinominasikan menurut {by_whom}", dasar=result.dasar
    )


def _score(
    tables: Tables, rule: Penghargaan, result: PenghargaanResult, kategori: KategoriPenghargaan, one: NilaiPeserta
) -> Langkah:
    aspects = (_aspect(tables, rule, sheet) for sheet in one.lembar)
    return Langkah(
        uraian=f"Nilai akhir {kategori.sebutan}",
        satuan="jumlah",
        nilai=one.nilai_akhir,
        sebab=one.sebab,
        dasar=result.dasar,
        bagian=(*aspects, *_place(kategori, one)),
    )


def _aspect(tables: Tables, rule: Penghargaan, sheet: NilaiAspek) -> Langkah:
    """The aspect's share of the final score; below it the mean, and below that the scores."""
    aspek = sheet.aspek
    scores = tuple(_cell(tables, rule, sub, one) for sub, one in sheet.unsur if one is not None)
    weight = Langkah("bobot", "persen", Fraction(sheet.bobot), tetapan=True)
    of_mean = Langkah(f"rata-rata {aspek.judul}", "jumlah", sheet.nilai, bagian=scores)
    return Langkah(
        f"{aspek.judul} dikali bobotnya", "jumlah", sheet.terbobot, dasar=aspek.dasar, bagian=(weight, of_mean)
    )


def _cell(tables: Tables, rule: Penghargaan, sub: SubKriteria, one: NilaiUnsur) -> Langkah:
    """A score with the cell it stands in."""
    cell = Sel(*one.tempat, tables.cell(rule.tabel_nilai, *one.tempat, "nilai"))
    return Langkah(sub.judul, "jumlah", Fraction(one.nilai), sel=cell, dasar=sub.dasar)


def _place(kategori: KategoriPenghargaan, one: NilaiPeserta) -> Iterator[Langkah]:
    """Where the score places the nominee; a category that is left out says why."""
    if kategori.sebab:
        yield Langkah("Peringkat", "jumlah", sebab=f"kategori tidak dinilai: {kategori.sebab}")
        return
    rank = Fraction(one.peringkat) if one.peringkat else None
    yield Langkah(f"Peringkat di antara {kategori.calon} calon", "jumlah", rank)
    equal = "; nilainya sama dengan calon lain" if one.seri else ""
    yield Langkah("Penerima", "teks", f"{'ya' if one.penerima else 'tidak'}{equal}")
