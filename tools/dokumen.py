"""docs/dokumen.md: every kind of document, with its clause, subject, fields, what makes it a draft or withholds it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from p3dn_reports import pipeline
from p3dn_reports.documents.word.template import Template
from p3dn_reports.formatting import kapital_awal
from p3dn_reports.inputs.schema import load_schemas
from p3dn_reports.rulebook.prose import papers
from p3dn_reports.rulebook.prose.words import clauses
from p3dn_reports.rules import Dokumen, Pihak, Rulebook
from p3dn_reports.tables import TableSchema
from p3dn_reports.workspace import Workspace

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs/dokumen.md"
PICTURES = ROOT / "docs/gambar/dokumen"
DIGESTS = PICTURES / "sidik.json"
"""Of every picture, the digest of the template it was drawn from."""
_HEAD = """# Daftar naskah

Setiap jenis naskah di `rules.yaml`: ketentuan yang memintanya, untuk siapa, siapa yang menandatangani, kapan jatuh
tempo, apa yang membuatnya konsep atau menahannya, dan field yang dicetaknya menurut
[katalog-field.md](katalog-field.md), yang menjelaskan isi masing-masing.
Bagi semua naskah: templat yang keliru atau tidak dapat dibuka Word ditahan; isian yang kosong, termasuk nama
penanda tangan, nomor, dan tanggal yang dicetak, membuatnya konsep dan ditandai di tempatnya.

Berkas ini ditulis oleh `make docs`; gambarnya, halaman pertama naskah pada contoh, oleh `tools/gambar_dokumen.py`.
"""


def dokumen_md() -> str:
    """The whole page."""
    place = Workspace.at(ROOT)
    schemas = load_schemas(place.schemas)
    rules, problems = pipeline.load_rules(place, schemas)
    if rules is None:
        raise SystemExit("\n".join(map(str, problems)))
    names = [f"- [{one.judul}](#{one.id})" for one in rules.dokumen.values()]
    entries = [_entry(rules, schemas, place.templates, one) for one in rules.dokumen.values()]
    return "\n".join([_HEAD, *names, "", *entries])


def template_digest(templat: str) -> str:
    """The digest of a template's bytes."""
    return hashlib.sha256((ROOT / "templates/docx" / templat).read_bytes()).hexdigest()[:16]


def digests() -> dict[str, str]:
    """Of every picture there is, by its document, the digest of the template it was drawn from."""
    return dict(json.loads(DIGESTS.read_text(encoding="utf-8"))) if DIGESTS.is_file() else {}


def _entry(rules: Rulebook, schemas: dict[str, TableSchema], templates: Path, one: Dokumen) -> str:
    return "\n".join(
        [
            f'<a id="{one.id}"></a>\n\n## {one.judul}\n',
            *([f"![Halaman pertama {one.judul}](gambar/dokumen/{one.id}.png)\n"] if one.id in digests() else []),
            *_table(rules, one),
            *_listed("Kapan dibuat", [*papers.made(rules, one)][1:]),
            *_listed("Ditahan", papers.withheld(rules, schemas, one)),
            *_listed("Konsep", papers.drafts(rules, schemas, one)),
            *_fields(templates / one.templat),
        ]
    )


def _table(rules: Rulebook, one: Dokumen) -> Iterator[str]:
    yield from ("| | |", "|---|---|")
    for caption, text in _rows(rules, one):
        yield f"| {caption} | {text.replace('|', '/')} |"
    yield ""


def _rows(rules: Rulebook, one: Dokumen) -> Iterator[tuple[str, str]]:
    yield "Pengenal", f"`{one.id}`"
    yield "Ketentuan", kapital_awal(clauses(rules, one.dasar))
    yield "Untuk", next(papers.made(rules, one)).partition(", dari templat")[0]
    if one.internal:
        yield "Penanda tangan", "tidak ada: lembar kerja internal"
    else:
        yield "Penanda tangan", "; ".join(map(str, (one.penanda_tangan, *one.penanda_tangan_lain)))
    if one.tujuan != Pihak():
        yield "Ditujukan kepada", str(one.tujuan)
    yield "Jatuh tempo", next(papers.dated(rules, one), "tidak ditentukan").removeprefix("Jatuh tempo ").rstrip(".")
    yield "Berkas", f"`{one.berkas}`"
    yield "Templat", f"`{one.templat}`"


def _listed(title: str, lines: Iterable[str]) -> Iterator[str]:
    if found := [f"- {line}" for line in lines]:
        yield from (f"**{title}**\n", *found, "")


def _fields(path: Path) -> Iterator[str]:
    """The fields by the part of the catalogue that they stand in."""
    parts = dict.fromkeys(name.partition(".")[0] for name in sorted(Template.compile(path).fields()))
    yield from (f"**Field**: {', '.join(f'`{part}`' for part in parts)}.", "")
