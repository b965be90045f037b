"""The files of documents, by their entry's pattern: `Surat penjelasan - {unit.nama}.docx`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from p3dn_reports.documents.at import At, Shared
from p3dn_reports.documents.fields.document import Fields, kind_of
from p3dn_reports.documents.fields.texts import file_name
from p3dn_reports.documents.material import Material
from p3dn_reports.documents.plan import Planned


def file_names(material: Material, planned: Sequence[Planned]) -> list[str]:
    """Their names in the same order; two that are equal get what tells them apart in brackets."""
    fields, shared = Fields(material.scope.rulebook, material.tables.schemas), Shared(material)
    names = [file_name(At(item, shared), fields.of(kind_of(item.dokumen))) for item in planned]
    many = Counter(name.casefold() for name in names)
    pairs = zip(names, planned, strict=True)
    return [_told_apart(name, item) if many[name.casefold()] > 1 else name for name, item in pairs]


def _told_apart(name: str, item: Planned) -> str:
    kunci = item.subject.kunci.replace("/", "-")
    return f"{name.removesuffix('.docx')} ({kunci}).docx" if kunci else name
