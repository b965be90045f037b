"""The grey word that lies slantwise behind a page, as Word's own Design > Watermark draws it."""

from __future__ import annotations

import re
from xml.sax.saxutils import quoteattr

_WIDTH = 430
_LETTER = 100
"""Points: how wide the word is drawn, and how high a letter may get; a long word gets lower ones."""

# The predefined shape "text on a straight path"; Word and LibreOffice look it up under this very number.
_TEXT_PATH = (
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
    'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>'
    '<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>'
    '<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>'
    '<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>'
    '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" '
    'o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/></v:shapetype>'
)
_LAST_PARAGRAPH = re.compile(r"(?:</w:p>|<w:p(?P<attributes>\b[^>]*?)/>)(?=\s*</w:hdr>\s*$)")


def add_watermark(header: str, text: str, number: int) -> str:
    """The header part with `text` behind every page it heads; `number` tells one header's shape from another's.

    The word hangs on the header's last paragraph and moves nothing; a header that ends otherwise stays as it is.
    """

    def hang(last: re.Match[str]) -> str:
        opened = "" if last[0] == "</w:p>" else f"<w:p{last['attributes'].rstrip()}>"
        return f"{opened}{_run(text, number)}</w:p>"

    return _LAST_PARAGRAPH.sub(hang, header, count=1)


def _run(text: str, number: int) -> str:
    height = min(_LETTER, 3 * _WIDTH // (2 * len(text)))
    return (
        '<w:r><w:rPr><w:noProof/></w:rPr><w:pict xmlns:v="urn:schemas-microsoft-com:vml" '
        f'xmlns:o="urn:schemas-microsoft-com:office:office">{_TEXT_PATH}'
        f'<v:shape id="PowerPlusWaterMarkObject{number}" o:spid="_x0000_s{2048 + number}" type="#_x0000_t136" '
        f'alt={quoteattr(text)} style="position:absolute;margin-left:0;margin-top:0;width:{_WIDTH}pt;height:{height}pt;'
        "rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        'mso-position-vertical:center;mso-position-vertical-relative:margin" o:allowincell="f" fillcolor="#e7e6e6" '
        'stroked="f"><v:textpath style="font-family:&quot;Arial&quot;;font-size:1pt;font-weight:bold" '
        f"string={quoteattr(text)}/></v:shape></w:pict></w:r>"
    )
