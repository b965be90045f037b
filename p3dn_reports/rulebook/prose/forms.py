"""The form of documents in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from p3dn_reports.formatting import daftar_kata, kapital_awal
from p3dn_reports.rulebook.prose.words import clauses, span
from p3dn_reports.rules import Bentuk, BentukNaskah, Rulebook
from p3dn_reports.tables import TableSchema


def bentuk(rulebook: Rulebook, schemas: Mapping[str, TableSchema], one: BentukNaskah) -> Iterator[str]:
    """Each dated form with what it says."""
    for dated in one.nilai:
        rests = f" ({clauses(rulebook, dated.dasar)})" if dated.dasar else ""
        yield f"{kapital_awal(span(dated))}: {'; '.join(said(dated.nilai))}{rests}."


def said(one: Bentuk) -> Iterator[str]:
    """What a form says, word by word."""
    if one.kertas:
        yield f"kertas {one.kertas}"
    if one.huruf or one.ukuran_huruf:
        size = f"{one.ukuran_huruf:f} poin" if one.ukuran_huruf else ""
        yield " ".join(filter(None, ("huruf", one.huruf, size)))
    for name, margins in (("margin", one.margin), ("margin mendatar", one.margin_mendatar)):
        if margins:
            yield f"{name} {daftar_kata([f'{side} {length:f} mm' for side, length in margins.items()])}"
    for name, printed in (("gelar", one.gelar), ("pangkat dan NIP", one.nip)):
        if printed is not None:
            yield f"{name} penanda tangan {'dicetak' if printed else 'tidak dicetak'}"
    for name, roles in (("gelar", one.tanpa_gelar), ("pangkat dan NIP", one.tanpa_nip)):
        if roles:
            named = [f"{role} ({', '.join(which)})" for role, which in roles.items()]
            yield f"tanpa {name} bagi {daftar_kata(named)}"
    if one.sifat:
        yield f"sifat {one.sifat}"
    for name, text in (("bernomor", one.nomor_kosong), ("bertanggal", one.tanggal_kosong)):
        if text:
            yield f"selama belum {name} tercetak {text}"
    if one.tembusan:
        yield f"tembusan kepada {daftar_kata(list(one.tembusan))}"
