"""A change of the rules as one page to sign: what changes, who proposes it, what follows from it, who agrees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from p3dn_reports.evaluation.changes import FigureChange, Seen
from p3dn_reports.formatting import kapital_awal, nilai_bersatuan, tanggal
from p3dn_reports.policy.overview.assets import STYLE
from p3dn_reports.policy.overview.markup import Markup, items, joined, row, table, tag
from p3dn_reports.policy.pages import put_page
from p3dn_reports.policy.whatif import WhatIf
from p3dn_reports.rulebook.diff import Change, by_instrument

GENERATOR = "p3dn whatif --page"
"""What a page of ours says that it was made by."""

_SIGN = """
.tanda { display: grid; grid-template-columns: 1fr 1fr; gap: 2rem; margin-top: 2rem; break-inside: avoid; }
.tanda p { border-bottom: 1px solid var(--garis); min-height: 1.8rem; } .tanda .ruang { min-height: 5rem; }
"""


def save_page(path: Path, found: Sequence[WhatIf], oleh: str | None) -> None:
    """Write the page to `path`; only a page made before is replaced. Raises UsageError for another file."""
    put_page(path, signing_page(found, oleh), GENERATOR, "bukan halaman usulan; sebutkan nama lain dengan --page.")


def signing_page(found: Sequence[WhatIf], oleh: str | None) -> str:
    """The page, self-contained. `oleh` proposes the change; None leaves a line to fill in."""
    head = joined(
        Markup('<meta charset="utf-8">'),
        Markup(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        ),
        Markup(f'<meta name="generator" content="{GENERATOR}">'),
        tag("title", "Usulan perubahan aturan"),
        tag("style", Markup(STYLE + _SIGN)),
    )
    body = joined(
        tag("h1", "Usulan perubahan aturan"),
        tag("p", f"Dari {found[0].dari} menjadi {found[0].ke}."),
        tag("p", "Diusulkan oleh: ", oleh or "_" * 40),
        tag("h2", "Yang berubah pada aturan"),
        *_rule_changes(found),
        tag("h2", "Akibatnya"),
        *map(_consequences, found),
        _signatures(oleh),
    )
    return f'<!DOCTYPE html>\n<html lang="id">\n<head>{head}</head>\n<body>\n{body}\n</body>\n</html>\n'


def _rule_changes(found: Sequence[WhatIf]) -> Iterator[Markup]:
    """The changes by instrument; where they are not the same for every folder, each folder's own."""
    same = all(one.perubahan == found[0].perubahan for one in found)
    for one in found[:1] if same else found:
        if not same:
            yield tag("h3", f"{one.daerah}, {one.meta.periode}")
        if not one.perubahan:
            yield tag("p", "Tidak ada perubahan makna.")
        for instrumen, changes in by_instrument(one.perubahan).items():
            yield tag("h4", instrumen)
            yield table(("Aturan", "Bagian", "Sebelum", "Sesudah", "Dasar"), map(_change, changes))


def _change(one: Change) -> Markup:
    rule = joined(one.judul or one.id, " ", tag("small", f"{one.bagian} {one.id}"))
    way = f"{one.jenis}: {one.letak or 'seluruhnya'}"
    return row(rule, way, one.sebelum or "–", one.sesudah or "–", ", ".join(one.dasar) or "–")


def _consequences(one: WhatIf) -> Markup:
    title = f"{one.masukan}: {one.daerah}, {one.meta.periode}, data per {tanggal(one.meta.tanggal_cutoff)}"
    moved = table(("Satuan kerja", "Indikator", "Sebelum", "Sesudah"), map(_moved, one.akibat.pindah))
    papers = table(("Naskah", "Untuk", "Sebelum", "Sesudah"), _papers(one))
    return tag(
        "article",
        tag("h3", title),
        items(f"{kapital_awal(text)}." for text in one.kalimat),
        moved if one.akibat.pindah else None,
        papers if one.dokumen else None,
        kelas="panjang",
    )


def _moved(one: FigureChange) -> Markup:
    return row(joined(one.nama, " ", tag("small", one.kode_satker)), one.judul, _seen(one.sebelum), _seen(one.sesudah))


def _seen(seen: Seen | None) -> str:
    """`79,92% (di bawah 80%), Rp959,00 dari Rp1.200,00`."""
    if seen is None:
        return "tidak ada"
    sums = [nilai_bersatuan(one, seen.satuan) for one in (seen.pembilang, seen.penyebut) if one is not None]
    divided = f", {' dari '.join(sums)}" if len(sums) == 2 else ""
    return f"{seen.tampil} ({seen.tampil_status or 'tidak dinilai'}){divided}"


def _papers(one: WhatIf) -> Iterable[Markup]:
    return (
        row(paper.judul, paper.nama or "seluruh daerah", paper.sebelum or "tidak ada", paper.sesudah or "tidak ada")
        for paper in one.dokumen
    )


def _signatures(oleh: str | None) -> Markup:
    def place(title: str, nama: str | None) -> Markup:
        lines = (tag("p", label) for label in (f"Nama: {nama or ''}", "Jabatan:", "Tanggal:"))
        return tag("div", tag("h4", title), *lines, tag("p", "Tanda tangan:", kelas="ruang"))

    return tag("div", place("Yang mengusulkan", oleh), place("Yang menyetujui", None), kelas="tanda")
