"""Formulas as written, made into records. A bare name is told apart by what the rulebook holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from p3dn_reports.rulebook.convert import Node
from p3dn_reports.rules import HARI_BERNAMA, PADA_KELOMPOK, Jenis, Kata, Kondisi, Nama, Operasi, Rumus, Tetapan, Urutan

_ANGKA = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_TANGGAL = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Formulas:
    """Reads formulas by the names of the rulebook; any other name is that of a column.

    `conditions` makes the conditions of a word that runs over rows.
    """

    parameter: Collection[str]
    hitungan: Collection[str]
    pilihan: Collection[str]
    conditions: Callable[[Iterable[Node]], tuple[Kondisi, ...]]

    def rumus(self, node: Any) -> Rumus:
        """A name, a number or day in quotes, or one word with its parts."""
        if isinstance(node, str):
            return self._leaf(node.strip())
        (word, parts), *_ = node.items()
        if word == "urutan":
            return self._urutan(parts)
        kata = Kata(word)
        if kata in PADA_KELOMPOK:
            return self._over_rows(kata, parts)
        listed = parts if isinstance(parts, list) else [parts]
        return Operasi(kata, tuple(self.rumus(part) for part in listed))

    def name(self, word: str) -> Nama:
        """What a bare name leads to."""
        known = (
            (Jenis.HARI, HARI_BERNAMA),
            (Jenis.PARAMETER, self.parameter),
            (Jenis.HITUNGAN, self.hitungan),
            (Jenis.PILIHAN, self.pilihan),
        )
        return Nama(next((jenis for jenis, names in known if word in names), Jenis.KOLOM), word)

    def _urutan(self, node: Node) -> Urutan:
        one, within = (self.name(node[key]) if key in node else None for key in ("sebagai_satu", "di_dalam"))
        per, again = tuple(kolom.strip() for kolom in node["per"]), node.get("mulai_lagi") == "tahun"
        return Urutan(per, node["menurut"], again, one, within, self.conditions(node.get("bila", ())))

    def _over_rows(self, kata: Kata, parts: Any) -> Operasi:
        if isinstance(parts, str):
            return Operasi(kata, (self.rumus(parts),))
        isi = (self.rumus(parts["nilai"]),) if "nilai" in parts else ()
        return Operasi(kata, isi, self.conditions(parts.get("bila", ())))

    def _leaf(self, word: str) -> Rumus:
        if (day := _day(word)) is not None:
            return Tetapan(day)
        if _ANGKA.fullmatch(word):
            return Tetapan(Decimal(word))
        return self.name(word)


def _day(word: str) -> date | None:
    """The day written; one that the calendar does not have is no day, and then no name of anything either."""
    try:
        return date.fromisoformat(word) if _TANGGAL.fullmatch(word) else None
    except ValueError:
        return None
