"""How a new chart looks: standing columns, lying bars by band, points on one axis.

No program but Word draws a line across lying bars. Their thresholds are unpainted bars, each with an error of nearly
nothing: the caps of these stand across its end, and make a broken line from bar to bar in every program.
"""

from __future__ import annotations

from collections.abc import Iterable

from p3dn_reports.documents.word.chart import ChartData, series_xml

BAND_COLORS = ("F4B183", "9DC3E6", "FFD966")
MARK_COLORS = ("C55A11", "2E75B6", "7F6000")
LINE_COLORS = ("C00000", "2E7D32")
_A, _B = (f'<c:axId val="11111111{digit}"/>' for digit in "12")
_PERCENT = "[$-421]0.00########&quot;%&quot;"
"""Two decimals, further ones where the number has them, in Indonesian form."""
_UPRIGHT = -5_400_000


def columns(data: ChartData) -> str:
    """A standing column for each name, its value in it; every further series is a line."""
    standing, *lines = range(len(data.series))
    look = _bar(BAND_COLORS[1], _labels("inBase", 600, _UPRIGHT))
    drawn = (
        f'<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'{series_xml(data, standing, look)}<c:gapWidth val="25"/>{_A}{_B}</c:barChart>'
        f"{_lines(data, lines, _A + _B)}"
    )
    return _space(drawn + _names(_A, _B, "b", _UPRIGHT) + _amounts(_B, _A, "l"))


def bars(data: ChartData, bands: int) -> str:
    """A lying bar for each name, the first on top: a series for each of the `bands`, then one for each threshold.

    Without a legend: the signs beside the names tell the bands, and the text below the chart tells all.
    """
    looks = [_bar(BAND_COLORS[index % 3], _labels("inBase", 600)) for index in range(bands)]
    looks += [_across(LINE_COLORS[index % 2]) for index in range(len(data.series) - bands)]
    drawn = "".join(series_xml(data, index, look) for index, look in enumerate(looks))
    return _space(
        f'<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>{drawn}'
        f'<c:gapWidth val="40"/><c:overlap val="100"/>{_A}{_B}</c:barChart>'
        f"{_names(_A, _B, 'l', first_on_top=True)}{_amounts(_B, _A, 't', at_most=True)}",
        legend=False,
        layout=_LAYOUT,
    )


def points(data: ChartData, bands: int) -> str:
    """Each name a mark on one axis, those of a series alike: the series' `bands`, then a line for each threshold."""
    marks = "".join(series_xml(data, index, _mark("▼●▲"[index % 3], MARK_COLORS[index % 3])) for index in range(bands))
    lines = "".join(series_xml(data, index, _line(index - bands)) for index in range(bands, len(data.series)))
    return _space(
        '<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>'
        f"{marks}{lines}{_A}{_B}</c:scatterChart>"
        f"{_amounts(_A, _B, 'b', at_most=True)}{_amounts(_B, _A, 'l', hidden=True)}"
    )


_LAYOUT = (
    '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
    '<c:x val="0.42"/><c:y val="0.1"/><c:w val="0.56"/><c:h val="0.88"/></c:manualLayout></c:layout>'
)
"""Names left of the bars of every chart alike; how far they reach up and down is for the data to say."""


def _space(plot: str, *, legend: bool = True, layout: str = "<c:layout/>") -> str:
    """A whole chart part."""
    told = f'<c:legend><c:legendPos val="t"/><c:overlay val="0"/>{_text(800)}</c:legend>' if legend else ""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
        ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        '<c:date1904 val="0"/><c:lang val="id-ID"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{layout}{plot}</c:plotArea>'
        f"{told}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr>{_fill('FFFFFF')}<a:ln><a:noFill/></a:ln></c:spPr>"
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _lines(data: ChartData, across: Iterable[int], axes: str) -> str:
    """A plain line for each threshold."""
    plain = "".join(series_xml(data, index, _line(index - 1), end=_STRAIGHT) for index in across)
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{plain}<c:marker val="1"/>{axes}'
        "</c:lineChart>"
    )


_STRAIGHT = '<c:smooth val="0"/>'


def _bar(color: str, labels: str) -> str:
    return f'<c:spPr>{_fill(color)}</c:spPr><c:invertIfNegative val="0"/>{labels}'


def _across(color: str) -> str:
    """An unpainted bar with a short line across its end."""
    return (
        '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:invertIfNegative val="0"/>'
        '<c:errBars><c:errBarType val="both"/><c:errValType val="fixedVal"/><c:noEndCap val="0"/>'
        f'<c:val val="0.01"/><c:spPr><a:ln w="19050" cap="flat">{_fill(color)}</a:ln></c:spPr></c:errBars>'
    )


def _line(index: int) -> str:
    color = _fill(LINE_COLORS[index % len(LINE_COLORS)])
    return f'<c:spPr><a:ln w="15875" cap="flat">{color}</a:ln></c:spPr><c:marker><c:symbol val="none"/></c:marker>'


def _mark(sign: str, color: str) -> str:
    """A letter for a mark, written as the form of the value: no other mark points down."""
    return (
        '<c:spPr><a:ln><a:noFill/></a:ln></c:spPr><c:marker><c:symbol val="none"/></c:marker>'
        f"{_labels('ctr', 900, code=f'&quot;{sign}&quot;', color=color)}"
    )


def _labels(place: str, size: int, turn: int = 0, code: str = _PERCENT, color: str = "000000") -> str:
    """The value of each point beside it."""
    return (
        f'<c:dLbls><c:numFmt formatCode="{code}" sourceLinked="0"/>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f'{_text(size, turn, color)}<c:dLblPos val="{place}"/><c:showLegendKey val="0"/><c:showVal val="1"/>'
        '<c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
    )


def _names(own: str, other: str, place: str, turn: int = 0, *, first_on_top: bool = False, hidden: bool = False) -> str:
    """The axis of names."""
    order = "maxMin" if first_on_top else "minMax"
    return (
        f'<c:catAx>{own}<c:scaling><c:orientation val="{order}"/></c:scaling><c:delete val="{int(hidden)}"/>'
        f'<c:axPos val="{place}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'{_text(700, turn)}{_crossing(other)}<c:crosses val="autoZero"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _amounts(own: str, other: str, place: str, *, at_most: bool = False, hidden: bool = False) -> str:
    """An axis of values from 0 on; `at_most`: up to where the data have it end."""
    end = '<c:max val="120"/>' if at_most else ""
    grid = f'<c:majorGridlines><c:spPr><a:ln w="6350">{_fill("D9D9D9")}</a:ln></c:spPr></c:majorGridlines>'
    return (
        f'<c:valAx>{own}<c:scaling><c:orientation val="minMax"/>{end}<c:min val="0"/></c:scaling>'
        f'<c:delete val="{int(hidden)}"/><c:axPos val="{place}"/>{"" if hidden else grid}'
        f'<c:numFmt formatCode="{_SCALE}" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="nextTo"/>{_text(700)}{_crossing(other)}<c:crosses val="autoZero"/>'
        '<c:crossBetween val="between"/><c:majorUnit val="20"/></c:valAx>'
    )


_SCALE = "0&quot;%&quot;"


def _crossing(axis: str) -> str:
    return axis.replace("axId", "crossAx")


def _fill(color: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{color}"/></a:solidFill>'


def _text(size: int, turn: int = 0, color: str = "000000") -> str:
    """Text properties: `size` in hundredths of a point, `turn` in 60,000ths of a degree."""
    return (
        f'<c:txPr><a:bodyPr rot="{turn}" vert="horz"/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{size}">{_fill(color)}'
        '<a:latin typeface="Arial"/><a:cs typeface="Arial"/></a:defRPr></a:pPr>'
        '<a:endParaRPr lang="id-ID"/></a:p></c:txPr>'
    )
