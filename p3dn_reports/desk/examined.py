"""One thing of this computer that was looked at."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Examined:
    """How it stands, and what to do where that is not well. `wajib`: without it p3dn does not work.

    `letak` is where it lies on this disk, which no page shows.
    """

    hal: str
    keadaan: str
    baik: bool
    wajib: bool
    saran: str = ""
    letak: str = ""

    @property
    def putusan(self) -> str:
        """`baik`, `KURANG`, or that it matters less."""
        return "baik" if self.baik else "KURANG" if self.wajib else "perhatikan (tidak wajib)"
