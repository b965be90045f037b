"""Thresholds, lists and bands, region by region."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from p3dn_reports.formatting import tanggal
from p3dn_reports.policy.overview.blocks import article, readings, regional, regional_parts
from p3dn_reports.policy.overview.desk import Desk
from p3dn_reports.policy.overview.markup import Markup, Part, joined, row, table, tag
from p3dn_reports.rulebook.prose.law import ACUAN
from p3dn_reports.rulebook.prose.words import amount
from p3dn_reports.rulebook.prose.words import told as in_words
from p3dn_reports.rules import Band, Daftar, Dated, ListItem, Parameter, Pita, Scope


def thresholds(desk: Desk) -> Iterator[Markup]:
    """Every number of the law: its value from when to when, the words it stands in, who uses it."""
    yield from (threshold(desk, one) for one in desk.rules.parameter.values())


def threshold(desk: Desk, one: Parameter) -> Markup:
    """One number of the law."""

    def cells(dated: Dated[Decimal]) -> Sequence[Part]:
        noted = f"Dicatat {tanggal(dated.dicatat)}." if dated.dicatat else None
        value = tag("strong", amount(dated.nilai, one.satuan))
        return value, joined(desk.cited(dated.dasar), tag("small", noted) if noted else None)

    rule = ("parameter", one.id)
    found = desk.regions(lambda scope: scope.parameter(one.id, scope.data_per))
    return article(
        rule,
        one.judul,
        tag("p", f"Nilainya dipilih menurut {ACUAN[one.tanggal_acuan]}.", kelas="redup"),
        regional(desk, found, ("Nilai", "Dasar dan bunyinya"), cells),
        desk.users(rule),
        readings(desk, rule, one.tafsir),
    )


def lists(desk: Desk) -> Iterator[Markup]:
    """Every list of the law, item by item."""
    yield from (list_of_law(desk, one) for one in desk.rules.daftar.values())


def list_of_law(desk: Desk, one: Daftar) -> Markup:
    """One list of the law."""

    def content(scope: Scope) -> Dated[tuple[ListItem, ...]] | None:
        return None if scope.tanpa_instrumen else scope.daftar(one.id, scope.data_per)

    def told(dated: Dated[tuple[ListItem, ...]]) -> Markup:
        rows = [row(item.kode, _names(item), desk.places(item.dasar)) for item in dated.nilai]
        return joined(table(("Butir", "Nama", "Tempatnya"), rows), desk.cited(dated.dasar, quoting=False))

    rule = ("daftar", one.id)
    below = "Setiap kode berlaku bersama semua kode di bawahnya." if one.hierarki else None
    return article(
        rule,
        one.judul,
        tag("p", below) if below else None,
        regional_parts(desk, desk.regions(content), told),
        desk.users(rule),
        readings(desk, rule, one.tafsir),
        panjang=True,
    )


def _names(item: ListItem) -> Markup:
    name = item.nama if item.nama != item.kode else ""
    printed = f"tercetak: {item.nama_dalam_dokumen}" if item.nama_dalam_dokumen else None
    return joined(name, " ", tag("small", printed) if printed else None)


def bands(desk: Desk) -> Iterator[Markup]:
    """Every scale of bands from low to high, each with its bound."""
    yield from (scale(desk, one) for one in desk.rules.pita.values())


def scale(desk: Desk, one: Pita) -> Markup:
    """One scale of bands."""
    rule = ("pita", one.id)
    rows = [
        row(band.id, _bound(desk, band), in_words(desk.rules, band.tampil), _settled(desk, band)) for band in one.batas
    ]
    return article(
        rule,
        one.judul,
        table(("Status", "Batas", "Bunyi", "Ditegaskan oleh"), rows),
        desk.users(rule),
        readings(desk, rule, one.tafsir),
    )


def _bound(desk: Desk, band: Band) -> Markup:
    name = band.kurang_dari or band.paling_banyak
    if name is None:
        return joined("selebihnya")
    return joined("kurang dari " if band.kurang_dari else "paling banyak ", desk.rule(("parameter", name)))


def _settled(desk: Desk, band: Band) -> Markup | None:
    return desk.rule(("indikator", band.ditegaskan_oleh)) if band.ditegaskan_oleh else None
