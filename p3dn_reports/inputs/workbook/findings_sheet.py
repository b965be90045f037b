"""The sheet "Pemeriksaan": every finding in a row, linked to its cell. Its texts can never become formulas."""

from __future__ import annotations

import math
from collections.abc import Iterable

from p3dn_reports.inputs.cells import address
from p3dn_reports.inputs.sheets.own_sheets import heading
from p3dn_reports.inputs.workbook.places import cells_told, left_out, ordered
from p3dn_reports.inputs.workbook.styles_xml import Styles
from p3dn_reports.inputs.workbook.text import counted, escaped
from p3dn_reports.problems import Problem

HEADER = ("No.", "Tingkat", "Lembar", "Sel", "Kolom", "Isi", "Apa yang salah", "Yang perlu dilakukan", "Kode temuan")
WIDTHS = (5, 12, 18, 14, 18, 18, 46, 38, 18)
LEGEND = "Merah: galat, harus diperbaiki. Kuning: peringatan, periksa. Biru: catatan."
MOST_ROWS = 20_000
_LONGEST = 32_000
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINK_COLUMN = 3


def cells_of(number: int, found: Problem) -> tuple[str, ...]:
    """The texts of a finding's row, under HEADER."""
    place = found.lokasi
    sel = place.sel or (f"baris {place.baris}" if place.baris else "")
    return (
        *(str(number), str(found.tingkat), place.lembar or "", sel, place.kolom or "", found.nilai or ""),
        *(found.pesan, found.saran, found.kode),
    )


def height_of(texts: Iterable[str]) -> int:
    """The height in points that shows a finding's row whole; few programs work it out by themselves."""
    lines = (
        sum(math.ceil(len(line) / (width - 1)) or 1 for line in text.splitlines())
        for text, width in zip(texts, WIDTHS, strict=True)
    )
    return min(15 * max(1, *lines), 400)


def link_of(found: Problem) -> str | None:
    """The address inside the workbook that a finding leads to."""
    if found.lokasi.lembar is None:
        return None
    places = cells_told(found.lokasi)
    first = address(*places[0][0]) if places else f"A{found.lokasi.baris or 1}"
    return "'" + found.lokasi.lembar.replace("'", "''") + "'!" + first


def intro(berkas: str, problems: list[Problem], unmarked: int, told: Iterable[str]) -> list[str]:
    """The lines above the list; `told` are those for the sender."""
    lines = [heading(berkas), *told, f"{counted(problems)} {LEGEND}"]
    hidden = sum(left_out(found.lokasi) for found in problems)
    notes = [f"{hidden} sel lain dari temuan yang sama tidak diberi warna satu per satu."] if hidden else []
    notes += [f"{unmarked} sel melampaui batas penandaan dan tidak diberi warna."] if unmarked else []
    notes += [f"Hanya {MOST_ROWS} temuan pertama yang didaftar."] if len(problems) > MOST_ROWS else []
    return [*lines, " ".join(notes)]


def findings_sheet(
    berkas: str, problems: Iterable[Problem], styles: Styles, unmarked: int = 0, told: Iterable[str] = ()
) -> bytes:
    """The worksheet part."""
    found = ordered(problems)
    lines = intro(berkas, found, unmarked, told)
    header = len(lines) + 1
    rows = [_row(number, [(line, styles.title if number == 1 else None)]) for number, line in enumerate(lines, 1)]
    rows.append(_row(header, [(text, styles.header) for text in HEADER]))
    links = []
    for number, one in enumerate(found[:MOST_ROWS], start=1):
        row, target = header + number, link_of(one)
        texts = cells_of(number, one)
        kinds = [styles.text] * len(texts)
        kinds[1] = styles.weights[one.tingkat]
        if target:
            kinds[_LINK_COLUMN] = styles.link
            shown = texts[_LINK_COLUMN] or target
            texts = (*texts[:_LINK_COLUMN], shown, *texts[_LINK_COLUMN + 1 :])
            cell = address(row, _LINK_COLUMN)
            links.append(f'<hyperlink ref="{cell}" location="{escaped(target)}" display="{escaped(shown)}"/>')
        rows.append(_row(row, list(zip(texts, kinds, strict=True)), height_of(texts)))
    last = header + max(len(found[:MOST_ROWS]), 1)
    return _sheet("".join(rows), "".join(links), header, last).encode()


def _row(number: int, cells: list[tuple[str, int | None]], height: int = 0) -> str:
    high = f' ht="{height}" customHeight="1"' if height else ""
    return f'<row r="{number}"{high}>{"".join(_cell(number, place, *cell) for place, cell in enumerate(cells))}</row>'


def _cell(row: int, column: int, text: str, style: int | None) -> str:
    kind = "" if style is None else f' s="{style}"'
    inside = f'<is><t xml:space="preserve">{escaped(text[:_LONGEST])}</t></is>'
    return f'<c r="{address(row, column)}"{kind} t="inlineStr">{inside}</c>' if text or style is not None else ""


def _sheet(rows: str, links: str, header: int, last: int) -> str:
    columns = "".join(
        f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
        for number, width in enumerate(WIDTHS, 1)
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{_MAIN}">'
        '<sheetPr><tabColor rgb="FFC00000"/><pageSetUpPr fitToPage="1"/></sheetPr>'
        '<sheetViews><sheetView workbookViewId="0" showGridLines="0" tabSelected="1">'
        f'<pane ySplit="{header}" topLeftCell="A{header + 1}" activePane="bottomLeft" state="frozen"/></sheetView>'
        f'</sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>{columns}</cols><sheetData>{rows}</sheetData>'
        f'<autoFilter ref="A{header}:{address(last, len(HEADER) - 1)}"/>'
        f"{f'<hyperlinks>{links}</hyperlinks>' if links else ''}"
        '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>'
    )
