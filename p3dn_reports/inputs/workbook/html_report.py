"""The findings as one HTML file: no script, nothing fetched, fit for printing and for a mail."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby

from p3dn_reports.formatting import printable
from p3dn_reports.inputs.sheets.own_sheets import heading
from p3dn_reports.inputs.workbook.places import ordered
from p3dn_reports.inputs.workbook.styles_xml import COLOURS
from p3dn_reports.inputs.workbook.text import counted
from p3dn_reports.problems import Problem

_STYLE = """
body { font: 15px/1.45 system-ui, sans-serif; color: #1a1a1a; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 2rem; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #bbb; padding: .35rem .5rem; text-align: left; vertical-align: top; }
td { overflow-wrap: anywhere; }
th { background: #eee; } td.sel { min-width: 5rem; } td small { color: #555; display: block; }
td.isi { white-space: pre-wrap; font-family: ui-monospace, monospace; max-width: 16rem; }
@media print { body { margin: 0; max-width: none; font-size: 10pt; } thead { display: table-header-group; }
  tr { break-inside: avoid; } td, th { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
"""
_HEADS = ("Tingkat", "Sel", "Kolom", "Isi", "Apa yang salah dan yang perlu dilakukan")


def html_report(judul: str, problems: Iterable[Problem], lines: Iterable[str] = ()) -> str:
    """The whole page: the lines for the sender, then one table per file and sheet."""
    found = sorted(ordered(problems), key=lambda one: one.lokasi.berkas or "")
    groups = groupby(found, key=lambda one: (one.lokasi.berkas, one.lokasi.lembar))
    tables = "\n".join(_section(" – ".join(name for name in key if name), [*group]) for key, group in groups)
    told = "".join(f"<p>{_safe(line)}</p>\n" for line in lines)
    colours = "\n".join(f"td.{tingkat} {{ background: #{colour}; }}" for tingkat, colour in COLOURS.items())
    return (
        '<!DOCTYPE html>\n<html lang="id">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{_safe(heading(judul))}</title>\n<style>{_STYLE}{colours}\n</style>\n</head>\n<body>\n"
        f"<h1>{_safe(heading(judul))}</h1>\n{told}<p>{_safe(counted(found))}</p>\n{tables}\n</body>\n</html>\n"
    )


def _section(name: str, problems: Sequence[Problem]) -> str:
    heads = "".join(f'<th scope="col">{head}</th>' for head in _HEADS)
    rows = "\n".join(map(_row, problems))
    return (
        f"<h2>{_safe(name or 'Umum')}</h2>\n<p>{_safe(counted([*problems]))}</p>\n"
        f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"
    )


def _row(found: Problem) -> str:
    place = found.lokasi
    sel = place.sel or (f"baris {place.baris}" if place.baris else "")
    return (
        f'<tr><td class="{found.tingkat}">{found.tingkat}</td><td class="sel">{_safe(sel)}</td>'
        f'<td>{_safe(place.kolom or "")}</td><td class="isi">{_safe(found.nilai or "")}</td>'
        f"<td>{_safe(found.pesan)} {_safe(found.saran)}<small>{_safe(found.kode)}</small></td></tr>"
    )


def _safe(text: str) -> str:
    return escape(printable(text))
