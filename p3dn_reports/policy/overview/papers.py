"""The schedule, duties, documents, awards and readings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from p3dn_reports.formatting import tanggal
from p3dn_reports.policy.overview.blocks import Spans, article, readings, until
from p3dn_reports.policy.overview.desk import Desk
from p3dn_reports.policy.overview.markup import Markup, items, joined, row, table, tag
from p3dn_reports.policy.overview.spans import Span
from p3dn_reports.rulebook.prose import duties, outcomes, papers
from p3dn_reports.rulebook.prose.words import told
from p3dn_reports.rules import Aspek, Dokumen, Kegiatan, Kewajiban, Penghargaan, Tafsir


def schedule(desk: Desk) -> Iterator[Markup]:
    """Every activity by its day, with the documents due with it."""
    for one in sorted(desk.rules.jadwal.values(), key=lambda one: (one.mulai, one.selesai)):
        yield activity(desk, one)


def activity(desk: Desk, one: Kegiatan) -> Markup:
    """One activity."""
    days = " sampai dengan ".join(dict.fromkeys(map(tanggal, (one.mulai, one.selesai))))
    due = [("dokumen", paper.id) for paper in desk.rules.dokumen.values() if paper.jatuh_tempo == one.id]
    rows = [row(one.waktu, days, told(desk.rules, one.pelaksana), joined(*map(desk.titled, due), between="; "))]
    return article(
        ("jadwal", one.id),
        told(desk.rules, one.aktivitas),
        table(("Waktu", "Tanggal", "Pelaksana", "Naskah yang jatuh tempo"), rows),
        where(desk, desk.applying(one.dasar)),
        desk.cited(one.dasar),
    )


def where(desk: Desk, found: Spans[bool]) -> Markup:
    """In which region it applies, from when to when."""
    if not found:
        return desk.nowhere()
    return joined(*(_where(desk.rules.daerah[name].nama_pemda, name, spans) for name, spans in found.items()))


def _where(title: str, name: str, spans: Sequence[Span[bool]]) -> Markup:
    days = [
        tag("span", f" {tanggal(one.sejak)} – {until(one.sampai)};", data_sejak=str(one.sejak), data_sampai=_iso(one))
        for one in spans
        if one.isi
    ]
    wanting = tag("span", " tidak berlaku pada tanggal itu", kelas="hampa-pesan")
    return tag("p", f"Berlaku di {title}:", *days, wanting, data_daerah=name)


def _iso(span: Span[bool]) -> str:
    return str(span.sampai or "")


def obligations(desk: Desk) -> Iterator[Markup]:
    """Every duty that people do and tick off."""
    yield from (duty(desk, one) for one in desk.rules.kewajiban.values())


def duty(desk: Desk, one: Kewajiban) -> Markup:
    """One duty."""
    sentences = items(duties.kewajiban(desk.rules, desk.schemas, one))
    return article(
        ("kewajiban", one.id), one.judul, sentences, where(desk, desk.applying(one.dasar)), desk.cited(one.dasar)
    )


def documents(desk: Desk) -> Iterator[Markup]:
    """Every document: for whom, when, from which template, and what it rests on."""
    yield from (document(desk, one) for one in desk.rules.dokumen.values())


def document(desk: Desk, one: Dokumen) -> Markup:
    """One document."""
    rule = ("dokumen", one.id)
    below = sorted(name for name in desk.rules.parameter if rule in desk.papers_of(("parameter", name)))
    figures = joined(
        "Ambang yang menentukannya: ", joined(*(desk.titled(("parameter", name)) for name in below), between="; ")
    )
    return article(
        rule,
        one.judul,
        items(papers.dokumen(desk.rules, desk.schemas, one)),
        tag("p", figures) if below else None,
        where(desk, desk.applying(one.dasar)),
        desk.cited(one.dasar),
    )


def awards(desk: Desk) -> Iterator[Markup]:
    """Every award: its aspects with their weights, sub-criterion by sub-criterion."""
    yield from (award(desk, one) for one in desk.rules.penghargaan.values())


def award(desk: Desk, one: Penghargaan) -> Markup:
    """One award."""
    rows = [line for aspek in one.aspek for line in _aspect(desk, aspek)]
    rule = ("penghargaan", one.id)
    return article(
        rule,
        f"Penghargaan: {one.judul}",
        table(("Aspek", "Bobot", "Sub-kriteria", "Bobot sub-kriteria", "Bunyinya"), rows),
        items(line for line in outcomes.penghargaan(desk.rules, desk.schemas, one) if not line.startswith("- ")),
        where(desk, desk.applying(one.dasar)),
        desk.cited(one.dasar),
        desk.users(rule),
        readings(desk, rule, one.tafsir),
        panjang=True,
    )


def _aspect(desk: Desk, aspek: Aspek) -> Iterator[Markup]:
    for index, sub in enumerate(aspek.sub_kriteria.values()):
        first = (aspek.judul, desk.rule(("parameter", aspek.bobot))) if index == 0 else ("", "")
        share = f"{sub.bobot}%" if sub.bobot is not None else "rata-rata"
        yield row(*first, sub.judul, share, desk.cited(sub.dasar))


def open_readings(desk: Desk) -> Iterator[Markup]:
    """Every reading: the question, what is read, why, the other ways, and who approved it where."""
    yield from (reading(desk, one) for one in desk.rules.tafsir.values())


def reading(desk: Desk, one: Tafsir) -> Markup:
    """One reading."""
    rule = ("tafsir", one.id)
    lines = items(outcomes.reading(desk.rules, one))
    return article(
        rule, told(desk.rules, one.pertanyaan), lines, desk.users(rule), desk.cited(one.dasar, quoting=False)
    )
