"""Adds to a workbook's styles: every painted style once per colour, with all else it had; those of our own sheet."""

from __future__ import annotations

import re

from p3dn_reports.inputs.workbook.container import UnpatchableError
from p3dn_reports.problems import Severity

COLOURS = {Severity.GALAT: "FFC7CE", Severity.PERINGATAN: "FFEB9C", Severity.CATATAN: "DDEBF7"}
"""The colour of a marked cell, as Excel's own "bad", "neutral" and a light blue."""

_XF = re.compile(r"<xf\b[^>]*?/>|<xf\b[^>]*?[^/]>.*?</xf>", re.DOTALL)
_FONTS = '<font><b/><sz val="14"/><name val="Calibri"/></font>', '<font><b/><sz val="11"/><name val="Calibri"/></font>'
_LINK = '<font><u/><sz val="11"/><color rgb="FF0563C1"/><name val="Calibri"/></font>'
_PLAIN = '<font><sz val="11"/><name val="Calibri"/></font>'
_WRAP = '<alignment vertical="top" wrapText="1"/>'


class Styles:
    """The styles part of one workbook, growing as cells ask for colours."""

    def __init__(self, data: bytes) -> None:
        self._text = data.decode("utf-8")
        self._own = _XF.findall(self._inside("cellXfs"))
        self._added: list[str] = []
        self._numbers: dict[tuple[int, Severity], int] = {}
        fill, font = self._count("fills", "fill"), self._count("fonts", "font")
        self._fills = {tingkat: fill + number for number, tingkat in enumerate(COLOURS)}
        self.title = self._add(f'<xf numFmtId="0" fontId="{font}" fillId="0" borderId="0" applyFont="1"/>')
        self.header = self._add(_xf(font + 1, self._fills[Severity.CATATAN]))
        self.link = self._add(_xf(font + 2, 0))
        self.text = self._add(_xf(font + 3, 0))
        self.weights = {tingkat: self._add(_xf(font + 3, number)) for tingkat, number in self._fills.items()}

    def painted(self, style: int, tingkat: Severity) -> int:
        """The number of the style that is `style` in the colour of `tingkat`."""
        if (style, tingkat) not in self._numbers:
            if style >= len(self._own):
                raise UnpatchableError("styles")
            self._numbers[style, tingkat] = self._add(_filled(self._own[style], self._fills[tingkat]))
        return self._numbers[style, tingkat]

    def data(self) -> bytes:
        """The part as it is now."""
        fills = "".join(
            f'<fill><patternFill patternType="solid"><fgColor rgb="FF{colour}"/></patternFill></fill>'
            for colour in COLOURS.values()
        )
        text = _grown(self._text, "fills", fills, len(COLOURS))
        text = _grown(text, "fonts", "".join((*_FONTS, _LINK, _PLAIN)), 4)
        return _grown(text, "cellXfs", "".join(self._added), len(self._added)).encode()

    def _add(self, xf: str) -> int:
        self._added.append(xf)
        return len(self._own) + len(self._added) - 1

    def _inside(self, element: str) -> str:
        match = re.search(rf"<{element}\b[^>]*[^/]>(.*?)</{element}>", self._text, re.DOTALL)
        if match is None or "<!--" in self._text:
            raise UnpatchableError("styles")
        return match[1]

    def _count(self, element: str, child: str) -> int:
        return len(re.findall(rf"<{child}\b(?!s)", self._inside(element)))


def _xf(font: int, fill: int) -> str:
    return (
        f'<xf numFmtId="49" fontId="{font}" fillId="{fill}" borderId="0" applyNumberFormat="1" applyFont="1" '
        f'applyFill="1" applyAlignment="1">{_WRAP}</xf>'
    )


def _filled(xf: str, fill: int) -> str:
    head, rest = xf[: xf.index(">")], xf[xf.index(">") :]
    closed = head.endswith("/")
    head = re.sub(r'\s(fillId|applyFill)="[^"]*"', "", head.removesuffix("/").rstrip())
    return f'{head} fillId="{fill}" applyFill="1"{"/" if closed else ""}{rest}'


def _grown(text: str, element: str, more: str, count: int) -> str:
    """`text` with `more` at the end of `element`, and its count made right."""
    end = text.index(f"</{element}>")
    start = text.rindex(f"<{element}", 0, end)
    head = text[start : text.index(">", start)]
    counted = re.sub(r'\bcount="(\d+)"', lambda match: f'count="{int(match[1]) + count}"', head)
    return text[:start] + counted + text[start + len(head) : end] + more + text[end:]
