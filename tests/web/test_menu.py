"""The menu marks the line that a page belongs to, also where its address does not begin with that of the line."""

from __future__ import annotations

import re

import pytest

from tests.desk.quarter import SATU_UNIT
from tests.web.conftest import QUARTER, Visitor


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (f"{QUARTER}/", "Beranda"),
        (f"{QUARTER}/permintaan", "Satuan Kerja"),
        (f"{QUARTER}/satuan-kerja/{SATU_UNIT}", "Satuan Kerja"),
        (f"{QUARTER}/sel/realisasi_bayar.csv/E2", "Perbaikan"),
        (f"{QUARTER}/riwayat", "Riwayat"),
        ("/templat/katalog", "Templat Naskah"),
        ("/aturan", "Buku Aturan"),
        ("/triwulan", "Ganti triwulan"),
    ],
)
def test_a_page_belongs_to_one_line(visitor: Visitor, path: str, line: str) -> None:
    found = re.findall(r'<a href="[^"]+" aria-current="page">([^<]+)', visitor.get(path).partition("<main")[0])
    assert [one.strip() for one in found] == [line]
