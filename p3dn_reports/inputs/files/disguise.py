"""What a file really is, where its name says otherwise: told by its first bytes."""

from __future__ import annotations

from pathlib import Path

_SIGNATURES = (
    (b"%PDF", "dokumen PDF"),
    (b"\x89PNG", "gambar"),
    (b"\xff\xd8\xff", "gambar"),
    (b"GIF8", "gambar"),
    (b"Rar!", "arsip RAR"),
    (b"7z\xbc\xaf", "arsip 7-Zip"),
    (b"\x1f\x8b", "arsip GZIP"),
    (b"SQLite format 3", "basis data SQLite"),
    (b"PAR1", "tabel Parquet"),
    (b"{\\rtf", "dokumen RTF"),
)
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_COMPOUND_KINDS = (
    ("WordDocument", "dokumen Word lama (.doc)"),
    ("PowerPoint Document", "presentasi lama (.ppt)"),
    ("Workbook", "buku kerja Excel lama (.xls)"),
    ("Book", "buku kerja Excel lama (.xls)"),
)
_HEAD = 4096
_BLANKS = b"\xef\xbb\xbf \t\r\n"


def disguised_workbook(path: Path) -> str | None:
    """What a file is that bears the name of a workbook and is no zip; None where that cannot be told."""
    head = _head(path)
    if head.startswith(_COMPOUND):
        return _compound_kind(path)
    if found := _signature(head):
        return found
    if head.lstrip(_BLANKS)[:1] == b"<":
        return "halaman web (HTML) atau XML"
    return None if b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")) else "teks biasa"


def disguised_text(path: Path) -> str | None:
    """What a file is that bears the name of a text table and is none; None for what may be a text."""
    head = _head(path)
    if head.startswith(b"PK\x03\x04"):
        return "buku kerja atau arsip ZIP"
    if head.startswith(_COMPOUND):
        return _compound_kind(path) or "buku kerja bersandi"
    web = head.lstrip(_BLANKS)[:15].lower().startswith((b"<!doctype", b"<html", b"<table", b"<?xml"))
    return "halaman web (HTML) atau XML" if web else _signature(head)


def package_kind(names: frozenset[str]) -> str | None:
    """What a zip without the parts of a workbook is; `names` are its parts in lower case."""
    if "mimetype" in names and "content.xml" in names:
        return "dokumen OpenDocument (.ods atau .odt)"
    for folder, kind in (("word/", "dokumen Word (.docx)"), ("ppt/", "presentasi (.pptx)")):
        if any(name.startswith(folder) for name in names):
            return kind
    if "xl/workbook.bin" in names:
        return "buku kerja biner (.xlsb)"
    known = any(name.startswith(("xl/", "[content_types]")) for name in names)
    return None if known else "arsip ZIP"


def _head(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(_HEAD)


def _signature(head: bytes) -> str | None:
    return next((kind for mark, kind in _SIGNATURES if head.startswith(mark)), None)


def _compound_kind(path: Path) -> str | None:
    """The kind of an OLE2 file by the names of its streams; None for one under a password."""
    data = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in data:
        return None
    return next((kind for name, kind in _COMPOUND_KINDS if f"{name}\0".encode("utf-16-le") in data), None)
