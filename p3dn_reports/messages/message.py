"""What a message is: its weight, what is wrong, what to do."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Message(NamedTuple):
    """One entry of the catalogue. `tingkat` is galat, peringatan or catatan."""

    tingkat: Literal["galat", "peringatan", "catatan"]
    pesan: str
    saran: str
