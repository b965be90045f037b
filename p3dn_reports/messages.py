"""Every text a person can be shown about a fault, in one place: code, severity, message, remedy.

Messages are part of the public API: a code keeps its meaning for ever, a text may be improved. Placeholders in braces
are filled by `problems.problem`. Write one plain Indonesian sentence that says what is wrong, and one that says what to
do; name the value and the expectation in the sentence where they help, since readers see nothing else.
"""

from __future__ import annotations

from typing import Literal, NamedTuple


class Message(NamedTuple):
    """One entry of the catalogue. `tingkat` is galat, peringatan or catatan."""

    tingkat: Literal["galat", "peringatan", "catatan"]
    pesan: str
    saran: str


# Files and sheets: inputs/
_BERKAS: dict[str, Message] = {}

# Cells, rows and references between tables: inputs/
_SEL: dict[str, Message] = {}

# rules.yaml: rulebook/
_ATURAN: dict[str, Message] = {}

# Figures and judgements: evaluation/
_HASIL: dict[str, Message] = {}

# Templates and documents: documents/
_NASKAH: dict[str, Message] = {}

# The built folder: outputs/ and workspace
_KELUARAN: dict[str, Message] = {}

MESSAGES: dict[str, Message] = {**_BERKAS, **_SEL, **_ATURAN, **_HASIL, **_NASKAH, **_KELUARAN}
