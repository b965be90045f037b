"""Tables of web pages, laid out as a spreadsheet would."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from p3dn_reports.inputs.files.webpage import parse, unpacked


@pytest.mark.parametrize(
    ("page", "rows"),
    [
        ("", []),
        ("<table></table>", []),
        ("<table><tr><td>a</td><td> b  c </td></tr></table>", [["a", "b c"]]),
        ("<table><tr><th>a<th>b<tr><td>1<td>2</table>", [["a", "b"], ["1", "2"]]),
        ("<TABLE><TR><TD>&lt;a&gt;&nbsp;</TD></TR></TABLE>", [["<a>"]]),
        ("<table><tr><td>a<br>b</td><td></td></tr></table>", [["a\nb", None]]),
        ("<table><tr><td><p>a</p><p>b</p></td></tr></table>", [["a\nb"]]),
        ("<h1>Judul</h1><p>Tahun 2024</p><table><tr><td>a</table>akhir", [["Judul"], ["Tahun 2024"], ["a"], ["akhir"]]),
        ("<style>td {}</style><script>x < y</script><title>t</title><table><tr><td>a", [["a"]]),
        ("<table><tr><td colspan=2>a</td><td>b</td></tr></table>", [["a", None, "b"]]),
        ("<table><tr><td rowspan=2>a<td>b<tr><td>c<tr><td>d</table>", [["a", "b"], [None, "c"], ["d"]]),
        ("<table><tr><td colspan=x rowspan=-1>a<td colspan=0>b</table>", [["a", "b"]]),
        ("<table><tr><td><table><tr><td>dalam</table><tr><td>luar</table>", [[None], ["dalam"], ["luar"]]),
        ("<table><tr></tr><tr><td>a</table>", [[], ["a"]]),
    ],
)
def test_rows_of_a_page(page: str, rows: list[list[str | None]]) -> None:
    assert parse(page) == rows


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ('<td x:num="1234567.89">1,234,568</td>', "1234567,89"),
        ('<td x:num="1000000">1.000.000</td>', 1000000),
        ('<td sdval="2500" sdnum="1057;">Rp 2.500</td>', 2500),
        ('<td x:num="-5">(5)</td>', -5),
        ('<td x:num="45657">31-Des-24</td>', "31-Des-24"),
        ('<td sdval="45657">31.12.2024</td>', "31.12.2024"),
        ('<td x:num="0.8">80%</td>', "80%"),
        ('<td x:num>1.000</td>', "1.000"),
        ('<td x:num="lima">5</td>', "5"),
        ('<td x:num="1e400">5</td>', "5"),
    ],
)  # fmt: skip
def test_the_number_behind_an_amount_is_taken_and_no_other(cell: str, value: object) -> None:
    assert parse(f"<table><tr>{cell}</tr></table>") == [[value]]


def test_too_many_cells_are_refused() -> None:
    with pytest.raises(ValueError, match="terlalu banyak"):
        parse("<table><tr>" + "<td colspan=1000>" * 20)


def test_all_pages_of_a_web_archive_are_read() -> None:
    page = "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n<table><tr><td>{}=3D"
    parts = "\n--x\n".join(["", page.format("a"), "Content-Type: text/css\n\nb", page.format("c")])
    archive = f"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n{parts}\n--x--\n"
    assert [row for row in parse(unpacked(archive.encode())) if row] == [["a="], ["c="]]


@given(st.text(alphabet='<>/= "tdrhablescopn0123456789&;-!', max_size=200))
def test_no_text_raises(page: str) -> None:
    assert isinstance(parse(page), list)
