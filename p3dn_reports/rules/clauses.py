"""The clauses of the instruments one by one, the duties that people do, and what is on record but not encoded."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from p3dn_reports.rules.law import Citation
from p3dn_reports.rules.marks import KeTafsir, Sendiri


@dataclass(frozen=True, slots=True)
class Kewajiban:
    """A duty that is done by people and ticked off, not computed: who does what, by when, leaving which paper."""

    id: str
    judul: str
    pelaksana: str
    dasar: tuple[Citation, ...]
    waktu: str | None = None
    keluaran: str | None = None
    catatan: str | None = None


class Sifat(StrEnum):
    """What a clause asks for: a figure, a paper, a check, a day, a duty, or nothing but to be looked up."""

    DIHITUNG = "dihitung"
    NASKAH = "naskah"
    DIPERIKSA = "diperiksa"
    BERWAKTU = "berwaktu"
    KEWAJIBAN = "kewajiban"
    ACUAN = "acuan"


@dataclass(frozen=True, slots=True)
class RujukanKeliru:
    """A cross-reference that points wrong: as the regulation prints it, and the place meant, by a reading."""

    tercetak: str
    dibaca: Citation
    tafsir: KeTafsir


@dataclass(frozen=True, slots=True)
class Ketentuan:
    """One clause of a regulation as the register of clauses has it: its places and what it says, in one line."""

    id: str
    dasar: Annotated[tuple[Citation, ...], Sendiri()]
    sifat: tuple[Sifat, ...]
    isi: str
    rujukan_keliru: tuple[RujukanKeliru, ...] = ()


@dataclass(frozen=True, slots=True)
class TakTerkodekan:
    """A clause that is on record but not computed, with the reason."""

    id: str
    dasar: Citation
    alasan: str
