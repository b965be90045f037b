"""The whole rulebook on one page: self-contained, searchable, printable, and the same bytes for the same rulebook."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterator, Mapping

from p3dn_reports.policy.overview import calendar, figures, law, machinery, papers, verdicts
from p3dn_reports.policy.overview.assets import SCRIPT, STYLE
from p3dn_reports.policy.overview.desk import Desk
from p3dn_reports.policy.overview.markup import Markup, joined, tag
from p3dn_reports.rules import Rulebook
from p3dn_reports.tables import TableSchema

SECTIONS: Mapping[str, tuple[str, str, Callable[[Desk], Iterator[Markup]]]] = {
    "kalender": (
        "Kalender dan celah",
        "Yang tidak berlaku sejak kapan, dan yang mulai atau berakhir.",
        calendar.calendar,
    ),
    "ambang": ("Ambang dan angka", "Setiap angka peraturan dengan bunyi ketentuannya.", figures.thresholds),
    "daftar": ("Daftar", "Butir demi butir.", figures.lists),
    "pita": ("Pita status", "Dari rendah ke tinggi, dibandingkan tanpa pembulatan.", figures.bands),
    "putusan": ("Tabel putusan", "Baris pertama yang terpenuhi berlaku.", verdicts.verdicts),
    "penghargaan": ("Penghargaan", "Aspek, bobot, dan sub-kriterianya.", papers.awards),
    "jadwal": ("Jadwal", "Menurut tanggalnya.", papers.schedule),
    "naskah": ("Naskah", "Yang dibuat, untuk siapa, bila apa.", papers.documents),
    "tugas": ("Kewajiban", "Yang dikerjakan orang, bukan dihitung.", papers.obligations),
    "tafsir": ("Tafsir", "Yang terbuka pada peraturan, dan siapa yang mengesahkan bacaannya.", papers.open_readings),
    "daerah": ("Daerah", "Profil dan peraturan yang diterapkan.", law.regions),
    "hukum": ("Register hukum", "Setiap peraturan dengan masa berlakunya.", law.sources),
    "ketentuan": ("Bunyi ketentuan", "Kata demi kata seperti tercetak, dengan yang memuatnya.", law.clauses),
    "mesin": ("Syarat, ukuran, dan hitungan", "Yang dijumlahkan, dibandingkan, dan dihitung.", machinery.machinery),
}
"""Of the page in its order: the id of each section, its title, what it is about, and what fills it."""


GENERATOR = "p3dn rules overview"
"""What a page of ours says that it was made by."""


def overview(rules: Rulebook, schemas: Mapping[str, TableSchema]) -> str:
    """The page of a rulebook that has no fault. `schemas` are the input tables it speaks of."""
    desk = Desk.of(rules, schemas)
    body = joined(_head(desk), _tools(desk), _contents(), *(_section(desk, name) for name in SECTIONS))
    head = joined(
        Markup('<meta charset="utf-8">'),
        Markup(f'<meta http-equiv="Content-Security-Policy" content="{_policy()}">'),
        Markup(f'<meta name="generator" content="{GENERATOR}">'),
        Markup('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        tag("title", "Ikhtisar buku aturan"),
        tag("style", Markup(STYLE)),
    )
    script = tag("script", Markup(SCRIPT))
    return f'<!DOCTYPE html>\n<html lang="id">\n<head>{head}</head>\n<body>\n{body}\n{script}\n</body>\n</html>\n'


def _policy() -> str:
    """Nothing is fetched, and no script runs but the page's own."""
    kata = base64.b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{kata}'"


def _head(desk: Desk) -> Markup:
    rules = desk.rules
    counted = f"Buku aturan {rules.sha256[:12]}: {len(rules.parameter)} ambang, {len(rules.ketentuan)} ketentuan."
    note = "Tanggal dibaca sebagai batas waktu data dalam triwulannya; kosongkan untuk melihat semuanya."
    return joined(tag("h1", "Ikhtisar buku aturan P3DN"), tag("p", counted), tag("p", note, kelas="redup"))


def _tools(desk: Desk) -> Markup:
    every = tag("option", "Semua daerah", value="")
    choices = [tag("option", one.nama_pemda, value=name) for name, one in desk.rules.daerah.items()]
    return tag(
        "div",
        tag("label", "Daerah ", tag("select", every, *choices, id="pilih-daerah")),
        tag("label", "Tanggal ", Markup('<input type="date" id="pilih-tanggal">')),
        tag("label", "Cari ", Markup('<input type="search" id="cari" placeholder="kata, pasal, atau id">')),
        tag("output", id="banyak"),
        kelas="alat",
        hidden=True,
    )


def _contents() -> Markup:
    return tag(
        "nav", tag("ul", [tag("li", tag("a", title, href=f"#{name}")) for name, (title, _, _) in SECTIONS.items()])
    )


def _section(desk: Desk, name: str) -> Markup:
    title, about, told = SECTIONS[name]
    return tag("section", tag("h2", title, id=name), tag("p", about, kelas="redup"), *told(desk))
