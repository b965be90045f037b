"""Which of our documents a Word file is, whatever it is called and whoever has saved it since."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from p3dn_reports.desk.editions import Edition
from p3dn_reports.documents.word.fingerprint import fingerprint
from p3dn_reports.documents.word.package import unzipped
from p3dn_reports.documents.word.properties import provenance

Naskah = tuple[str, str]
"""A document of an inputs folder, in any build: its id, and the unit's code, its own key, or DAERAH."""

DAERAH = "daerah"
_SUSUNAN = re.compile(r"[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class Recognised:
    """A document of ours: which, of which build (`susunan`), and what it says now (`isi`).

    `edisi` is None where that build is not here (any more). `disunting` is true where it does not say what was built.
    """

    naskah: Naskah
    susunan: str
    isi: str
    edisi: Edition | None
    disunting: bool


def named(dokumen: str, untuk: str | None) -> Naskah:
    """The document that a person names; without `untuk` the region's own."""
    return dokumen, untuk or DAERAH


def naskah_of(record: Mapping[str, Any]) -> Naskah:
    """The document that a record of the manifest is about."""
    return record["id"], record.get("kunci") or record["unit"] or DAERAH


def naskah_of_row(row: Mapping[str, Any]) -> Naskah:
    """The document that a row of table `naskah` is about."""
    return row["dokumen"], row.get("kunci") or row.get("kode_satker") or DAERAH


def record_of(edition: Edition, naskah: Naskah) -> Mapping[str, Any] | None:
    """What a build says of a document; None where it asks for none."""
    return next((one for one in edition.dokumen if naskah_of(one) == naskah), None)


def recognise(content: bytes, name: str, found: Sequence[Edition]) -> Recognised | None:
    """The document of ours that a Word file is; None for any other file, broken ones included.

    `name` is what it is called, which tells documents of builds older than their marks apart.
    """
    parts, refused = unzipped(content)
    if refused:
        return None
    marks = provenance(parts)
    susunan = marks.get("p3dn_digest", "")
    if not _SUSUNAN.fullmatch(susunan):
        return None
    edition = next((one for one in found if one.susunan == susunan), None)
    naskah = _naskah(marks.get("p3dn_naskah", "")) or (_by_name(edition, name) if edition else None)
    if naskah is None:
        return None
    isi = fingerprint(content)
    record = record_of(edition, naskah) if edition else None
    return Recognised(naskah, susunan, isi, edition, disunting=record is None or record.get("isi") != isi)


def _naskah(mark: str) -> Naskah | None:
    dokumen, _, kunci = mark.partition("/")
    return (dokumen, kunci or DAERAH) if dokumen else None


def _by_name(edition: Edition, name: str) -> Naskah | None:
    return next((naskah_of(one) for one in edition.dokumen if PurePosixPath(one["berkas"]).name == name), None)
