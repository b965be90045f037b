"""When work that a page asks for is given up again and again: it is then told as failed, and not begun for ever."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable

from p3dn_reports.web.worker import Job

_AGAIN = 3
_TOLD = "Program atau aturan berubah sejak meja kerja dibuka. Tutup, lalu buka lagi."


class Patience:
    """How often what rests on the same was given up.

    Work is given up where what it rests on is not what the page saw, and inputs that changed rest on something else:
    the same one again and again means that worker and page read otherwise, as after the program was renewed under them.
    """

    def __init__(self) -> None:
        self._given_up: Counter[Hashable] = Counter()

    def allows(self, key: Hashable, job: Job) -> bool:
        """Whether what was given up may be begun again; where not, the job stands as one that failed."""
        self._given_up[key] += 1
        if self._given_up[key] < _AGAIN:
            return True
        del self._given_up[key]
        job.hear(("gagal", _TOLD, []))
        return False
