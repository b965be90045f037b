"""Breakdowns as plain records: their lines, and what they and their columns are called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class RincianBaris:
    """One line of a breakdown: what it is for, how many rows, the sum of each column (rupiah), its parts.

    `bagian` says of each part how many of the rows are in it; None: nothing was handed in that could tell.
    """

    kode: str
    nama: str
    banyak: int
    jumlah: Mapping[str, Decimal]
    bagian: Mapping[str, int | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class JudulRincian:
    """The title of a breakdown, of each column it sums and of each part it counts."""

    judul: str
    kolom: Mapping[str, str]
    bagian: Mapping[str, str] = field(default_factory=dict)
