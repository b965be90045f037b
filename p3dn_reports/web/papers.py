"""The documents of an edition as a list shows them, and the files they lie in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Any

from p3dn_reports.desk.recognising import Naskah, naskah_of
from p3dn_reports.web.shelf import Edition, Record

STATUSES = ("lengkap", "konsep", "ditahan")


def grouped(edition: Edition, sent: Collection[Naskah] = ()) -> list[tuple[str, list[Record]]]:
    """The documents by title, in the edition's order; each with the number of its file, where it was made.

    `sent` are those that stand as sent or signed.
    """
    numbers = {name: number for number, name in enumerate(files(edition))}
    groups: dict[str, list[Record]] = {}
    for one in edition.hasil["dokumen"]:
        more = {"nomor": numbers.get(one["berkas"]), "terkirim": naskah_of(one) in sent}
        groups.setdefault(one["judul"], []).append({**one, **more, **_words(one)})
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


def _words(one: Record) -> dict[str, str]:
    return {"untuk": one["subjek"]["sebutan"] or "Seluruh daerah", "menunggu": "; ".join(one["sebab"])}
