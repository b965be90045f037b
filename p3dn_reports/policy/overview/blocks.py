"""What the sections share: a rule's article, and what holds in each region from when to when."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from p3dn_reports.evaluation.approvals import in_words
from p3dn_reports.formatting import tanggal
from p3dn_reports.policy.overview.desk import Desk, anchor
from p3dn_reports.policy.overview.markup import Markup, Part, items, joined, row, table, tag
from p3dn_reports.policy.overview.spans import Span
from p3dn_reports.rules.readings import written_approval
from p3dn_reports.rules.references import Rule

Isi = TypeVar("Isi")
Spans = Mapping[str, tuple[Span[Isi], ...]]
KOSONG = "tidak ada yang berlaku"


def article(rule: Rule, judul: str, *parts: Part, panjang: bool = False) -> Markup:
    """A rule's place on the page."""
    section, name = rule
    head = tag("h3", judul, " ", tag("small", f"{section.replace('_', ' ')} {name}"))
    return tag("article", head, *parts, id=anchor(section, name), kelas="panjang" if panjang else None)


def regional(desk: Desk, found: Spans[Isi], heads: Sequence[str], cells: Callable[[Isi], Sequence[Part]]) -> Markup:
    """A table for each region: what holds from when to when, and where nothing does."""

    def line(span: Span[Isi]) -> Markup:
        told = cells(span.isi) if span.isi is not None else (_nothing(), *[""] * (len(heads) - 1))
        return row(*told, tanggal(span.sejak), until(span.sampai), **_held(span))

    return _regions(desk, found, lambda spans: table([*heads, "Sejak", "Sampai"], map(line, spans)))


def regional_parts(desk: Desk, found: Spans[Isi], told: Callable[[Isi], Part]) -> Markup:
    """The same where what holds is as wide as the page: each span of time under its days."""

    def part(span: Span[Isi]) -> Markup:
        days = tag("p", tag("strong", f"{tanggal(span.sejak)} – {until(span.sampai)}"))
        return tag("div", days, told(span.isi) if span.isi is not None else _nothing(), **_held(span))

    return _regions(desk, found, lambda spans: joined(*map(part, spans)))


def _regions(desk: Desk, found: Spans[Isi], told: Callable[[Sequence[Span[Isi]]], Markup]) -> Markup:
    if not found:
        return desk.nowhere()
    note = tag("p", f"Pada tanggal itu {KOSONG} di sini.", kelas="hampa-pesan")
    return joined(
        *(
            tag("div", tag("h4", desk.rules.daerah[name].nama_pemda), note, told(spans), data_daerah=name)
            for name, spans in found.items()
        )
    )


def _nothing() -> Markup:
    return tag("em", KOSONG, kelas="kosong")


def _held(span: Span[Isi]) -> dict[str, str]:
    """What the page's selector of a date goes by; a gap is shown on no date: the note of the region says it."""
    if span.isi is None:
        return {"kelas": "kosong"}
    return {"data_sejak": str(span.sejak), "data_sampai": str(span.sampai or "")}


def until(day: date | None) -> str:
    """The last day, or that none is known."""
    return tanggal(day) if day else "belum ada akhirnya"


def readings(desk: Desk, rule: Rule, own: Sequence[str]) -> Markup | None:
    """The readings that a rule and who uses it directly are read by, each with who approved it in which region."""
    names = dict.fromkeys(own)
    for section, name in desk.uses.get(rule, ()):
        read = getattr(getattr(desk.rules, section).get(name), "tafsir", None) or ()
        names |= dict.fromkeys((read,) if isinstance(read, str) else read)
    return items(joined("Dibaca menurut ", desk.rule(("tafsir", name)), ": ", approvals(desk, name)) for name in names)


def approvals(desk: Desk, tafsir: str) -> Markup:
    """Who approved a reading, region by region."""
    found = [(name, *written_approval(desk.rules, one, tafsir)) for name, one in desk.rules.daerah.items()]
    told = [
        f"disahkan di {name} oleh {in_words(approval)}{' (bunyinya sudah berubah)' if stale else ''}"
        for name, approval, stale in found
        if approval is not None
    ]
    return joined("; ".join(told) or "belum disahkan")
