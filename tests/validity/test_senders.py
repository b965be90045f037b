"""A sender's workbook comes back marked as valid as it was sent, whichever program wrote it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from p3dn_reports.inputs.workbook.annotate import annotate
from tests.validity import sdk, xsd
from tests.workbooks.senders import by_libreoffice, by_openpyxl, by_xlsxwriter, finding

OFFICE = [
    pytest.mark.soffice,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not on the PATH"),
]
SENDERS = [by_openpyxl, by_xlsxwriter, pytest.param(by_libreoffice, marks=OFFICE)]

Sender = Callable[[Path], Path]


def marked(make: Sender, folder: Path) -> tuple[Path, Path]:
    """A workbook as sent, and with findings at cells that are filled, blank and out of the rows there are."""
    source = make(folder / "kiriman.xlsx")
    cells = [finding(cell, berkas=source.name) for cell in ("C2", "B2", "C4", "C9", "A3:A5")]
    done = annotate(source, cells, folder, "bertanda")
    assert done.utuh
    return source, done.path


@pytest.mark.parametrize("make", SENDERS)
def test_the_schemas_find_no_more_than_before(make: Sender, tmp_path: Path) -> None:
    source, done = marked(make, tmp_path)
    assert set(xsd.faults(done)) - set(xsd.faults(source)) == set()


@pytest.mark.ooxml
@pytest.mark.skipif(sdk.PROGRAM is None, reason=sdk.ABSENT)
@pytest.mark.parametrize("make", [by_openpyxl, by_xlsxwriter])
def test_the_sdk_finds_no_more_than_before(make: Sender, tmp_path: Path) -> None:
    before, after = sdk.faults(marked(make, tmp_path)).values()
    assert set(after) - set(before) == set()
