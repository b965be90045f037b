"""The law itself: the register, the regions that apply it, and every clause word by word with what carries it."""

from __future__ import annotations

from collections.abc import Iterator

from p3dn_reports.policy.overview.blocks import article
from p3dn_reports.policy.overview.desk import Desk, anchor, words
from p3dn_reports.policy.overview.markup import Markup, items, joined, tag
from p3dn_reports.rulebook.carriers import Carried
from p3dn_reports.rulebook.prose import duties, law
from p3dn_reports.rulebook.prose.words import clause
from p3dn_reports.rules import Daerah, Ketentuan, SumberHukum


def sources(desk: Desk) -> Iterator[Markup]:
    """The law register."""
    yield from (source(desk, one) for one in desk.rules.sumber_hukum.values())


def source(desk: Desk, one: SumberHukum) -> Markup:
    """One law."""
    known = any(clause.dasar[0].sumber == one.id for clause in desk.rules.ketentuan.values())
    note = None if known else tag("p", "Bunyi ketentuannya belum dicocokkan di sini.", kelas="redup")
    return article(("sumber_hukum", one.id), one.sebutan, items(law.sumber(desk.rules, desk.schemas, one)), note)


def regions(desk: Desk) -> Iterator[Markup]:
    """The profiles."""
    yield from (region(desk, one) for one in desk.rules.daerah.values())


def region(desk: Desk, one: Daerah) -> Markup:
    """One profile."""
    told = items(law.daerah(desk.rules, desk.schemas, one))
    applied = joined(*(desk.rule(("sumber_hukum", name)) for name in one.menerapkan), between="; ")
    inside = tag("div", told, tag("p", "Menerapkan: ", applied or law.NO_LAW), data_daerah=one.id)
    return article(("daerah", one.id), one.nama_pemda, inside)


def clauses(desk: Desk) -> Iterator[Markup]:
    """Every clause in its order, indented by its place."""
    sumber = ""
    for one in desk.rules.ketentuan.values():
        if one.dasar[0].sumber != sumber:
            sumber = one.dasar[0].sumber
            yield tag("h3", desk.rules.sumber_hukum[sumber].sebutan_lengkap)
        yield word_for_word(desk, one)


def word_for_word(desk: Desk, one: Ketentuan) -> Markup:
    """One clause."""
    place = one.dasar[0]
    head = tag("h4", clause(desk.rules, place), " ", tag("small", f"{one.id} · {', '.join(one.sifat)}"))
    said = tag("blockquote", words(one)) if one.teks else None
    gist = tag("p", one.isi, kelas="redup") if one.isi and not one.hanya_judul else None
    depth = min(place.tempat.count("."), 5)
    kelas = f"masuk{depth}" if depth else None
    where = [daerah.id for daerah in desk.rules.daerah.values() if place.sumber in desk.rules.diterapkan(daerah)]
    carriers = _carriers(desk, desk.carried[one.id])
    name = anchor("ketentuan", one.id)
    return tag("article", head, said, gist, carriers, id=name, kelas=kelas, data_daerah=" ".join(where) or None)


def _carriers(desk: Desk, found: Carried) -> Markup | None:
    if found.ketentuan.hanya_judul and not found.pemuat:
        return None
    lines = [desk.titled(rule) for rule in found.langsung]
    lines += [joined("Termuat pada ketentuan di bawahnya.")] if found.pemuat and not found.langsung else []
    lines += [joined(f"Tidak dikodekan: {reason}") for reason in found.alasan]
    lines += [joined(tag("em", "BELUM TERMUAT", kelas="kosong"))] if found.lepas else []
    lines += [joined(tag("em", f"Diminta tetapi belum ada: {', '.join(found.kurang)}"))] if found.kurang else []
    lines += [joined("Dibaca menurut ", desk.rule(("tafsir", name))) for name in found.tafsir]
    lines += [joined(sentence) for sentence in duties.misprints(desk.rules, found.ketentuan)]
    return items(lines)
