"""What can be said of documents before any is rendered: templates at fault, tables not handed in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from p3dn_reports.documents.asking import due_documents, indicators, left_out, own_tables, required
from p3dn_reports.documents.officials import LEADERS, role_of_asisten
from p3dn_reports.documents.pictures import Shelf
from p3dn_reports.documents.subjects import subject_tables
from p3dn_reports.documents.word.names import printed_names
from p3dn_reports.documents.word.template import asked_files, check_template
from p3dn_reports.evaluation.availability import column_wanting, measure_of
from p3dn_reports.evaluation.withholding import divided_ukuran
from p3dn_reports.formatting import daftar_kata, rupiah, tanggal, triwulan
from p3dn_reports.problems import Location, Problem, problem
from p3dn_reports.rules import Dokumen, PilihanPutusan, Putusan, Rulebook, Scope, SumberHukum, Ukuran
from p3dn_reports.tables import Tables
from p3dn_reports.verdicts import NO_VERDICTS, Verdicts
from p3dn_reports.vocabulary import Periode


def check_templates(templates: Path, rulebook: Rulebook, verdicts: Verdicts = NO_VERDICTS) -> tuple[Problem, ...]:
    """The problems of every template a document names and that exists (a missing one is the rulebook's problem)."""
    names = sorted({dokumen.templat for dokumen in rulebook.dokumen.values()})
    paths = [templates / name for name in names if (templates / name).is_file()]
    found = tuple(one for path in paths for one in check_template(path, verdicts=verdicts))
    return (*found, *_unprinted(templates, rulebook))


_SOURCES = ("mengingat", "mengingat_biaya", "memperhatikan")


def _unprinted(templates: Path, rulebook: Rulebook) -> Iterator[Problem]:
    """A warning for the sources that a document is to cite and its template does not print."""
    words = printed_names(templates)
    for dokumen in rulebook.dokumen.values():
        for name in _SOURCES:
            own = name.removesuffix("_biaya")
            if getattr(dokumen, name) and (templates / dokumen.templat).is_file() and own not in words(dokumen.templat):
                yield problem("sumber-tidak-dicetak", nilai=dokumen.id, kolom=name, isian=own, templat=dokumen.templat)


def missing_pictures(template: Path, shelf: Shelf) -> Iterator[Problem]:
    """What is wrong with the files that a template's pictures name."""
    for name in asked_files(template):
        if isinstance(found := shelf.take(name), Problem):
            yield found


def missing_data(scope: Scope, tables: Tables) -> tuple[Problem, ...]:
    """A fault for every table and column that a document due here rests on and that no file holds.

    Where nothing is due, a warning that says why: silence would look like a quarter without findings.
    """
    due = list(due_documents(scope))
    if not due:
        return (_nothing_due(scope),)
    unwanted = left_out(scope, tables, due)
    asking = [dokumen for dokumen in due if dokumen not in unwanted]
    wanted = dict.fromkeys(table for dokumen in asking for table in sorted(required(scope, dokumen)))
    absent = [table for table in wanted if table not in tables.present]
    return (
        *_not_asking(scope, tables, unwanted),
        *(problem("tabel-tidak-ada", tabel=name, semua_unit=True, judul=tables.schemas[name].title) for name in absent),
        *_missing_columns(scope, tables, asking),
        *_uneven_columns(scope, tables, asking),
    )


def _not_asking(scope: Scope, tables: Tables, unwanted: Iterable[Dokumen]) -> Iterator[Problem]:
    """A note for the documents none of whose tables was handed in, those of the same tables together."""
    by_tables: dict[tuple[str, ...], list[str]] = {}
    for dokumen in unwanted:
        titles = tuple(tables.schemas[name].title for name in sorted(own_tables(scope, dokumen)))
        by_tables.setdefault(titles, []).append(dokumen.judul)
    for titles, judul in by_tables.items():
        yield problem("naskah-tanpa-tabel", naskah=daftar_kata(judul), diharapkan=daftar_kata(titles))


def unknown_papers(scope: Scope, tables: Tables) -> tuple[Problem, ...]:
    """A warning for every row of `naskah` that names no document: its number and date would go nowhere."""
    known = sorted(scope.rulebook.naskah)
    unknown = dict.fromkeys(str(row["dokumen"]) for row in tables.iter_rows("naskah") if row["dokumen"] not in known)
    return tuple(
        problem("naskah-tidak-dikenal", tabel="naskah", nilai=name, diharapkan=", ".join(known)) for name in unknown
    )


def _in_column(scope: Scope, tables: Tables, dokumen: Dokumen, kolom: str) -> Iterator[str]:
    """What a column of the rows that a document is made for says of who signs it, or whom it goes to."""
    for tabel in sorted(subject_tables(scope, dokumen)):
        if tables.schemas[tabel].column(kolom):
            yield from map(str, tables.distinct(tabel, kolom))


def unknown_roles(scope: Scope, tables: Tables) -> tuple[Problem, ...]:
    """A warning for every row of `pejabat` whose role nobody asks for: it would sign nothing."""
    named = [(dokumen, one) for dokumen in scope.rulebook.dokumen.values() for one in dokumen.pihak]
    codes = tables.distinct("satker", "kode_satker")
    of_units = {one.peran_unit for _, one in named} - {""}
    general = (
        {one.peran for _, one in named} - {"", "kepala_unit", "kepala_biro_koordinator", "asisten"}
        | {row.id for _, one in named if one.putusan for row in _choices(scope.rulebook.putusan[one.putusan])}
        | {role for dokumen, one in named if one.kolom for role in _in_column(scope, tables, dokumen, one.kolom)}
        | LEADERS
        | {role_of_asisten(name) for name in tables.distinct("satker", "asisten")}
    )
    known = general | {f"{role}_{kode}" for role in ("kepala", *of_units) for kode in codes}
    expected = ", ".join((*sorted(general), *(f"{role}_<kode_satker>" for role in ("kepala", *sorted(of_units)))))
    return tuple(
        problem(
            "jabatan-tidak-dikenal",
            Location(
                row["_berkas"],
                row["_lembar"],
                tables.cell("pejabat", row["_berkas"], row["_lembar"], row["_baris"], "jabatan"),
                row["_baris"],
                "jabatan",
            ),
            nilai=row["jabatan"],
            diharapkan=expected,
            tabel="pejabat",
            usul=_near(row["jabatan"], known),
        )
        for row in tables.iter_rows("pejabat")
        if row["jabatan"] and row["jabatan"] not in known
    )


def _choices(putusan: Putusan) -> Iterator[PilihanPutusan]:
    return (row for versi in putusan.versi for row in versi.nilai)


def _near(role: str, known: Iterable[str]) -> str:
    near = get_close_matches(role.casefold().replace(" ", "_"), sorted(known), 2, 0.8)
    return f" Mungkin maksud Anda {' atau '.join(near)}." if near else ""


def _nothing_due(scope: Scope) -> Problem:
    register = (scope.rulebook.sumber_hukum[key] for key in scope.rulebook.diterapkan(scope.daerah))
    instruments = (source for source in register if not source.praktik)
    reasons = [reason for source in instruments if (reason := _why_silent(scope, source))]
    if not scope.rulebook.diterapkan(scope.daerah):
        others = daftar_kata([source.sebutan for source in scope.instrumen])
        reasons = [f"profilnya tidak menyebut instrumen apa pun; daerah lain memakai {others}"]
    return problem(
        "periode-tanpa-instrumen" if scope.tanpa_instrumen else "tidak-ada-naskah",
        tabel="meta",
        daerah=scope.daerah.nama_pemda,
        periode=_in_words(scope.periode),
        data_per=tanggal(scope.data_per),
        sebab="; ".join(reasons) or "tidak ada peraturan yang memintanya untuk jenis periode ini",
        tahun=scope.periode.tahun,
        untuk=f', triwulan: "{scope.periode.triwulan}"' if scope.periode.triwulan else "",
    )


def _in_words(periode: Periode) -> str:
    """`Triwulan I 2025`, or the year alone."""
    return f"{triwulan(periode.triwulan)} {periode.tahun}" if periode.triwulan else f"tahun {periode.tahun}"


def _why_silent(scope: Scope, source: SumberHukum) -> str | None:
    """Why a source asks for nothing here; None where it could."""
    if not source.covers(scope.periode):
        return f"{source.sebutan} hanya untuk {_in_words(source.untuk)}" if source.untuk else None
    return None if source.in_force(scope.data_per) else f"{source.sebutan} tidak berlaku pada tanggal itu"


def _divided(scope: Scope, due: Iterable[Dokumen]) -> dict[Ukuran, None]:
    return dict.fromkeys(
        one for dokumen in due for indikator in indicators(dokumen) for one in divided_ukuran(scope, indikator)
    )


def _uneven_columns(scope: Scope, tables: Tables, due: Iterable[Dokumen]) -> Iterator[Problem]:
    """A warning for every file that lacks an amount which another file of its table has: there it counts as nothing."""
    derived = scope.rulebook.kolom_turunan
    for one in _divided(scope, due):
        found = derived.get((one.tabel, one.jumlah or ""))
        for name in found.kurangi if found else (one.jumlah,):
            files = {place: name in letters for place, letters in tables.letters.items() if place[0] == one.tabel}
            column = tables.schemas[one.tabel].column(name or "")
            for _, berkas, lembar in (place for place, there in files.items() if not there and any(files.values())):
                place = Location(berkas, lembar)
                judul = column.header if column else name
                yield problem("kolom-tidak-di-semua-berkas", place, tabel=one.tabel, kolom=judul, ukuran=one.judul)


def _missing_columns(scope: Scope, tables: Tables, due: Iterable[Dokumen]) -> Iterator[Problem]:
    """A fault for every column without which amounts cannot be had, however many are."""
    resting: dict[tuple[str, str], list[str]] = {}
    for one in _divided(scope, due):
        column = column_wanting(tables, scope, measure_of(one)) if one.tabel in tables.present else None
        if column:
            resting.setdefault((one.tabel, column), []).append(one.judul)
    for (tabel, column), ukuran in resting.items():
        slots: dict[str, Any] = {"kolom": column, "ukuran": daftar_kata(ukuran), "nilainya": _worth(tables, tabel)}
        judul = tables.schemas[tabel].title
        yield problem("kolom-dibutuhkan", tabel=tabel, semua_unit=True, judul=judul, nilai=column, **slots)


def _worth(tables: Tables, tabel: str) -> str:
    """`; tabel itu memuat Rp1.000,00 (realisasi PDN)`: what hangs on a table, from the amounts that it does hold."""
    held = tables.columns_present.get(tabel, frozenset())
    fed = [column for column in tables.schemas[tabel].columns if column.feeds and column.name in held]
    if not fed:
        return ""
    asked = ", ".join(f'sum("{one.name}")' for one in fed)
    (sums,) = tables.ask(f'SELECT {asked} FROM "{tabel}"').rows
    told = [f"{rupiah(total)} ({one.feeds})" for one, total in zip(fed, sums, strict=True) if total]
    return f"; tabel itu memuat {daftar_kata(told)}" if told else ""
