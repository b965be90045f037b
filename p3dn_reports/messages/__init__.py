"""Every text a person can be shown about a fault, in one place: code, severity, message, remedy.

Messages are part of the public API: a code keeps its meaning for ever, a text may be improved. Placeholders in braces
are filled by `problems.problem`. Write one plain Indonesian sentence that says what is wrong, and one that says what to
do; name the value and the expectation in the sentence where they help, since readers see nothing else.
"""

from __future__ import annotations

from p3dn_reports.messages.cases import KASUS
from p3dn_reports.messages.cells import SEL
from p3dn_reports.messages.desk import MEJA
from p3dn_reports.messages.documents import NASKAH
from p3dn_reports.messages.files import BERKAS
from p3dn_reports.messages.message import Message
from p3dn_reports.messages.outputs import KELUARAN
from p3dn_reports.messages.results import (
    HASIL,
    LEPAS_GOYAH,
    LEPAS_NILAI,
    LEPAS_TANPA_NILAI,
    LEPAS_TETAP,
    TIDAK_IKUT,
    TIDAK_IKUT_LAIN,
)
from p3dn_reports.messages.rulebook import ATURAN
from p3dn_reports.messages.rulebook_files import ATURAN_BERKAS
from p3dn_reports.messages.rulebook_form import ATURAN_BENTUK
from p3dn_reports.messages.rulebook_formulas import ATURAN_RUMUS
from p3dn_reports.messages.rulebook_names import ATURAN_NAMA
from p3dn_reports.messages.rulebook_time import ATURAN_CELAH
from p3dn_reports.messages.rulebook_values import ATURAN_NILAI

__all__ = [
    "LEPAS_GOYAH",
    "LEPAS_NILAI",
    "LEPAS_TANPA_NILAI",
    "LEPAS_TETAP",
    "MESSAGES",
    "TIDAK_IKUT",
    "TIDAK_IKUT_LAIN",
    "Message",
]

MESSAGES: dict[str, Message] = {
    **BERKAS,
    **SEL,
    **ATURAN_BERKAS,
    **ATURAN_BENTUK,
    **ATURAN_NAMA,
    **ATURAN_RUMUS,
    **ATURAN_NILAI,
    **ATURAN_CELAH,
    **ATURAN,
    **HASIL,
    **NASKAH,
    **KELUARAN,
    **KASUS,
    **MEJA,
}
