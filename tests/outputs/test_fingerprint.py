"""What a Word file says, whoever saved it."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import pytest

from p3dn_reports.documents.word.fingerprint import fingerprint

PARTS = {"word/document.xml": "<w/>", "docProps/core.xml": "<c>2024</c>", "word/styles.xml": "<s/>"}


def package(parts: dict[str, str]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_STORED) as made:
        for name, text in parts.items():
            made.writestr(name, text)
    return stream.getvalue()


def test_properties_and_the_order_of_the_parts_are_not_what_it_says() -> None:
    saved_again = {**dict(reversed(PARTS.items())), "docProps/core.xml": "<c>2025</c>", "docProps/custom.xml": "<d/>"}
    assert fingerprint(package(saved_again)) == fingerprint(package(PARTS))


@pytest.mark.parametrize(
    "other",
    [
        {**PARTS, "word/document.xml": "<w>x</w>"},
        {**PARTS, "word/footer1.xml": "<f/>"},
        {"word/document.xml": "<s/>", "word/styles.xml": "<w/>"},
    ],
)
def test_another_part_says_something_else(other: dict[str, str]) -> None:
    assert fingerprint(package(other)) != fingerprint(package(PARTS))
