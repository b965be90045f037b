"""The catalogue of fields as a page to read: Markdown, HTML, and a Word file with every field in it, ready to copy."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from docx import Document
from docx.document import Document as DocxDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from p3dn_reports.documents.catalogue import Entry
from p3dn_reports.documents.word.package import read_package, write_package
from p3dn_reports.vocabulary import JENIS_NASKAH

Catalogue = Mapping[str, Sequence[Entry]]

TITLE = "Katalog field templat"
LANGUAGE = "id-ID"
INTRODUCTION = (
    "Semua field yang dapat ditulis pada templat Word, menurut jenis naskahnya. Salin isi kolom Tag ke templat. "
    "Tag yang diawali for mengulang; field di bawahnya ditulis di antara for dan endfor itu. Contohnya dikarang."
)
_BULLET = "ListBullet"
_HEADS = ("Field", "Jenis", "Contoh", "Keterangan", "Asal", "Tag")
_STYLE = (
    "body{font:14px/1.4 sans-serif;margin:2em}table{border-collapse:collapse}td,th{border:1px solid #999;"
    "padding:.2em .5em;text-align:left;vertical-align:top}code{white-space:nowrap;user-select:all}"
    "input{font:inherit;padding:.3em;width:30em;position:sticky;top:0}"
)
_SEARCH = (
    '<p><label>Cari field <input type="search" id="cari" autofocus></label> <span id="banyak"></span></p>'
    "<script>document.getElementById('cari').addEventListener('input',function(){"
    "var kata=this.value.toLowerCase().split(/\\s+/),n=0;"
    "document.querySelectorAll('tr').forEach(function(baris){if(!baris.cells[0]||baris.cells[0].tagName=='TH')return;"
    "var teks=baris.textContent.toLowerCase(),ada=kata.every(function(k){return teks.indexOf(k)>=0});"
    "baris.hidden=!ada;if(ada)n++});document.getElementById('banyak').textContent=n+' field'})</script>"
)
"""A box that leaves the rows with all the words typed; without scripts the page is the same, whole."""


def shown(entries: Sequence[Entry]) -> Iterator[Entry]:
    """The entries without the items of lists that repeat those of another."""
    repeated: tuple[str, ...] = ()
    for entry in entries:
        if entry.nama.startswith(repeated):
            continue
        repeated = (*repeated, f"{entry.nama}.") if entry.seperti else repeated
        yield entry


def sections(catalogue: Catalogue) -> Iterator[tuple[str, list[Entry]]]:
    """What all of several kinds have, once, then what each has of its own, each under its title."""
    names = [{(entry.nama, entry.jenis) for entry in entries} for entries in catalogue.values()]
    common = set.intersection(*names) if len(names) > 1 else set()
    if common:
        first = next(iter(catalogue.values()))
        yield "Semua jenis naskah", [entry for entry in shown(first) if (entry.nama, entry.jenis) in common]
    for kind, entries in catalogue.items():
        own = [entry for entry in shown(entries) if (entry.nama, entry.jenis) not in common]
        yield f"{JENIS_NASKAH[kind]} (`{kind}`)", own


def markdown(catalogue: Catalogue) -> str:
    """One table for each kind of document."""
    lines = [f"# {TITLE}", "", INTRODUCTION, ""]
    for title, entries in sections(catalogue):
        lines += [f"## {title}", "", f"| {' | '.join(_HEADS)} |", f"|{'---|' * len(_HEADS)}"]
        for entry in entries:
            name, *middle, tag = (cell.replace("|", "\\|") for cell in _cells(entry))
            lines.append(f"| `{name}` | {' | '.join(middle)} | {f'`{tag}`' if tag else ''} |")
        lines.append("")
    return "\n".join(lines)


def html(catalogue: Catalogue) -> str:
    """The same as one page that needs nothing else; a click on a tag selects it."""
    body = "".join(
        f"<h2>{escape(title)}</h2><table><tr>"
        f"{''.join(f'<th>{head}</th>' for head in _HEADS)}</tr>"
        f"{''.join(_html_row(entry) for entry in entries)}</table>"
        for title, entries in sections(catalogue)
    )
    return (
        f'<!DOCTYPE html><html lang="id"><meta charset="utf-8"><title>{TITLE}</title><style>{_STYLE}</style>'
        f"<h1>{TITLE}</h1><p>{INTRODUCTION}</p>{_SEARCH}{body}</html>\n"
    )


def word(catalogue: Catalogue) -> bytes:
    """A Word file with every field as a tag, lists opened and closed: that of one kind is itself a template."""
    document = Document()
    document.styles["Normal"].font.size = Pt(9)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)
    document.core_properties.title, document.core_properties.language = TITLE, LANGUAGE
    document.add_heading(TITLE, 0)
    document.add_paragraph(INTRODUCTION)
    for kind, entries in catalogue.items():
        document.add_heading(JENIS_NASKAH[kind], 1)
        _insert(document, list(shown(entries)))
    stream = io.BytesIO()
    document.save(stream)
    return write_package(read_package(stream.getvalue(), "katalog")[0])


def _cells(entry: Entry) -> tuple[str, ...]:
    remarks = [entry.keterangan]
    remarks += ["kadang kosong, beri syarat if"] if entry.kadang_kosong else []
    remarks += ["diisi orang; [LENGKAPI] bila belum ada"] if entry.dilengkapi else []
    remarks += [f"butirnya seperti {entry.seperti}"] if entry.seperti else []
    return entry.nama, entry.jenis, entry.contoh, "; ".join(filter(None, remarks)), entry.sumber, entry.tag


def _html_row(entry: Entry) -> str:
    name, *middle, tag = (escape(cell) for cell in _cells(entry))
    cells = "".join(f"<td>{cell}</td>" for cell in middle)
    return f"<tr><td><code>{name}</code></td>{cells}<td><code>{tag}</code></td></tr>"


def _insert(document: DocxDocument, entries: list[Entry]) -> None:
    """Each field in a paragraph; a list's own between its `{%p for %}` and `{%p endfor %}`."""
    open_lists: list[str] = []
    for entry in entries:
        while open_lists and not entry.nama.startswith(f"{open_lists[-1]}."):
            _add(document, "{%p endfor %}")
            open_lists.pop()
        if entry.jenis == "daftar" and not entry.seperti:
            _add(document, entry.nama, _BULLET)
            _add(document, entry.tag.removesuffix("{% endfor %}").replace("{% for", "{%p for", 1))
            open_lists.append(entry.nama)
        elif entry.tag:
            _add(document, f"{entry.nama}: {_sample_tag(entry)}", _BULLET)
    for _ in open_lists:
        _add(document, "{%p endfor %}")


def _add(document: DocxDocument, text: str, style: str = "") -> None:
    """Add a paragraph as XML: python-docx looks through all styles and all that stands before for each of thousands."""
    styled = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    paragraph = parse_xml(f"<w:p {nsdecls('w')}>{styled}<w:r><w:t>{escape(text)}</w:t></w:r></w:p>")
    document.element.body.sectPr.addprevious(paragraph)


def _sample_tag(entry: Entry) -> str:
    if entry.jenis == "gambar":
        return entry.tag
    if entry.jenis == "ya/tidak":
        return entry.tag.replace(" %}", " %}ya{% else %}tidak", 1)
    if not entry.kadang_kosong:
        return entry.tag
    name = entry.tag.strip("{} ").partition("|")[0]
    return f"{{% if {name} %}}{entry.tag}{{% endif %}}"
