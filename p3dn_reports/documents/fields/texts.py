"""Fields within the texts of a document's entry: `Inspektur {daerah.nama}`, `{unit.nama}.docx`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from p3dn_reports.documents.at import At
from p3dn_reports.documents.fields.field import Group, reads
from p3dn_reports.documents.offices import signer

_FIELD = re.compile(r"\{([^{}]*)\}")


def copies(at: At, group: Group[At]) -> list[str]:
    """The tembusan lines, fields filled in; a line with a wanting field, or naming the sender, is left out."""
    own_title = signer(at).jabatan_pokok
    lines = [fill(line, at, group) for line in (*at.planned.dokumen.tembusan, *at.bentuk.tembusan)]
    return [line for line in lines if line and not (isinstance(own_title, str) and line.startswith(own_title))]


def file_name(at: At, group: Group[At]) -> str:
    """The document's file, fields filled in; one that is wanting gives way to what tells the document from others."""
    return _FIELD.sub(lambda field: _in_a_name(at, group, field[0]), at.planned.dokumen.berkas)


def _in_a_name(at: At, group: Group[At], field: str) -> str:
    return (fill(field, at, group) or at.planned.subject.kunci).replace("/", "-")


def fill(line: str, at: At, group: Group[At]) -> str | None:
    """`line` with its fields replaced; None where one is missing or wanting."""
    names = _FIELD.findall(line)
    values = group.value(at, reads(names)) if names else {}
    found = {name: _lookup(values, name) for name in names}
    if not all(isinstance(value, str) and value for value in found.values()):
        return None
    return _FIELD.sub(lambda field: str(found[field[1]]), line)


def _lookup(values: Mapping[str, object], path: str) -> object:
    value: object = values
    for key in path.split("."):
        value = value.get(key) if isinstance(value, Mapping) else None
    return value
