"""The documents of an edition as a list shows them, and the files they lie in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from p3dn_reports.desk.letters import WorkingCopy
from p3dn_reports.desk.recognising import Naskah, naskah_of
from p3dn_reports.web.shelf import Edition, Record

Group = tuple[str, list[Record]]
STATUSES = ("lengkap", "konsep", "ditahan")


def grouped(edition: Edition, sent: Collection[Naskah], copies: Mapping[Naskah, WorkingCopy]) -> list[Group]:
    """The documents by title, in the edition's order; each with the number of its file, where it was made.

    `sent` are those that stand as sent or signed, `copies` those that somebody works on in Word.
    """
    numbers = {name: number for number, name in enumerate(files(edition))}
    groups: dict[str, list[Record]] = {}
    for one in edition.hasil["dokumen"]:
        naskah = naskah_of(one)
        more = {"nomor": numbers.get(one["berkas"]), "terkirim": naskah in sent, "naskah": naskah}
        copied = {"salinan": _copied(copies[naskah]) if naskah in copies else ""}
        groups.setdefault(one["judul"], []).append({**one, **more, **copied, **_words(one)})
    return list(groups.items())


def files(edition: Edition) -> Sequence[str]:
    """The names of the edition's files, by their number in an address."""
    return sorted(edition.manifest["keluaran"])


def counts(edition: Edition) -> dict[str, int]:
    """How many documents there are of each status, and in all."""
    found = Counter(one["status"] for one in edition.hasil["dokumen"])
    return {**{status: found[status] for status in STATUSES}, "semua": found.total()}


def flat(edition: Edition) -> list[dict[str, Any]]:
    """The documents for a file."""
    return [
        {"judul": one["judul"], "status": one["status"], "batas": one["jatuh_tempo"], **_words(one)}
        for one in edition.hasil["dokumen"]
    ]


def _copied(copy: WorkingCopy) -> str:
    """How a copy stands that somebody works on; nothing of one that says what was built."""
    if copy.perlu_dipilih:
        return "Suntingan perlu dipilih"
    return "Disunting" if copy.disunting else "Dibuka di Word" if copy.terbuka else ""


def _words(one: Record) -> dict[str, str]:
    return {"untuk": one["subjek"]["sebutan"] or "Seluruh daerah", "menunggu": "; ".join(one["sebab"])}
