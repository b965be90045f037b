"""Comments at cells: the comments part and the drawing that shows them, new or added to those a sheet has."""

from __future__ import annotations

import re
from collections.abc import Mapping

from p3dn_reports.inputs.cells import address
from p3dn_reports.inputs.workbook.container import UnpatchableError
from p3dn_reports.inputs.workbook.places import Place
from p3dn_reports.inputs.workbook.text import escaped

AUTHOR = "p3dn"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_NEW_COMMENTS = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="{_MAIN}"><authors></authors>'
    "<commentList></commentList></comments>"
)
_NEW_DRAWING = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel">'
    '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>'
)
_SHAPE_TYPE = (
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_FIRST_SHAPE = 1024
_LONGEST = 8_000


def comments_part(existing: bytes | None, texts: Mapping[Place, str]) -> tuple[bytes, list[Place]]:
    """The comments part with `texts` added, and the cells they stand at; a cell with a comment of its own keeps it."""
    part = _NEW_COMMENTS if existing is None else existing.decode("utf-8")
    part = re.sub(r"<(authors|commentList)\s*/>", r"<\1></\1>", part)
    if "</authors>" not in part or "</commentList>" not in part:
        raise UnpatchableError("comments")
    taken = set(re.findall(r'<comment\b[^>]*?\sref="([A-Z]+\d+)"', part))
    author = len(re.findall(r"<author\b", part))
    places = [place for place in texts if address(*place) not in taken]
    more = "".join(_comment(place, texts[place], author) for place in places)
    part = part.replace("</authors>", f"<author>{AUTHOR}</author></authors>", 1)
    return part.replace("</commentList>", f"{more}</commentList>", 1).encode(), places


def _comment(place: Place, text: str, author: int) -> str:
    run = f'<r><t xml:space="preserve">{escaped(text[:_LONGEST])}</t></r>'
    return f'<comment ref="{address(*place)}" authorId="{author}"><text>{run}</text></comment>'


def drawing_part(existing: bytes | None, places: list[Place]) -> bytes:
    """The drawing with one hidden note for every place."""
    part = _NEW_DRAWING if existing is None else existing.decode("utf-8")
    end = part.rfind("</xml>")
    if end < 0 or "urn:schemas-microsoft-com:office:excel" not in part:
        raise UnpatchableError("vmlDrawing")
    used = [int(number) for number in re.findall(r"_x0000_s(\d+)", part)]
    first = max([_FIRST_SHAPE, *used]) + 1
    shapes = "".join(_shape(first + number, place) for number, place in enumerate(places))
    kind = "" if 'id="_x0000_t202"' in part else _SHAPE_TYPE
    return (part[:end] + kind + shapes + part[end:]).encode()


def _shape(number: int, place: Place) -> str:
    row, column = place[0] - 1, place[1]
    anchor = f"{column + 1}, 15, {max(row - 1, 0)}, 10, {column + 5}, 15, {max(row - 1, 0) + 7}, 4"
    return (
        f'<v:shape id="_x0000_s{number}" type="#_x0000_t202" '
        'style="position:absolute;margin-left:60pt;margin-top:2pt;width:240pt;height:105pt;visibility:hidden" '
        'fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/>'
        '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div>'
        f'</v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>'
        f"<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
    )
