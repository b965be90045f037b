"""Which parts of a package hold a document's own text: by what the document relates to, whatever they are called."""

from __future__ import annotations

import re
from collections.abc import Mapping

from p3dn_reports.documents.word.package import DOCUMENT, relationships

TITLES = {
    "document": "isi",
    "header": "kepala halaman",
    "footer": "kaki halaman",
    "footnotes": "catatan kaki",
    "endnotes": "catatan akhir",
    "comments": "komentar",
}
"""How a person calls each kind of part."""
_USUAL = re.compile(r"word/(document|header|footer|footnotes|endnotes|comments)\d*\.xml")


def text_parts(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Every part with text of the document, in the package's order, with its kind (see TITLES)."""
    kinds = {name: found[1] for name in parts if (found := _USUAL.fullmatch(name))}
    kinds |= {name: kind for kind, name in relationships(parts, DOCUMENT).values() if kind in TITLES}
    return {name: kinds[name] for name in parts if name in kinds}
