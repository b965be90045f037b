"""The clauses of the instruments one by one, the duties that people do, and what is on record but not encoded."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from p3dn_reports.rules.law import Citation
from p3dn_reports.rules.marks import KeIndikator, KePeringkat, KeTafsir, KeUkuran, Sendiri, TeksBerisian

_LETTER, _ENDING = re.compile(r"^\w+[.)] "), re.compile(r"[;.](?: dan/atau| dan| atau)?$")


@dataclass(frozen=True, slots=True)
class Bagi:
    """The reporting units whose duty it is: of a kind, of a name, or (`koordinator`) Biro that coordinate others."""

    jenis: tuple[str, ...] = ()
    satker: tuple[str, ...] = ()
    koordinator: bool = False


@dataclass(frozen=True, slots=True)
class Disertai:
    """What a report on the duty prints beside it: figures of the unit, numbers of papers, files of a source."""

    indikator: tuple[KeIndikator, ...] = ()
    ukuran: tuple[KeUkuran, ...] = ()
    peringkat: tuple[KePeringkat, ...] = ()
    naskah: tuple[str, ...] = ()
    sumber: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kewajiban:
    """A duty that is done by people and ticked off, not computed: who does what, by when, leaving which paper.

    `bagi`: whose task it is in a report on the instrument; None of one that is no task of its own there.
    """

    id: str
    judul: TeksBerisian
    pelaksana: str
    dasar: tuple[Citation, ...]
    waktu: str | None = None
    keluaran: str | None = None
    catatan: str | None = None
    bagi: Bagi | None = None
    disertai: Disertai = Disertai()


class Sifat(StrEnum):
    """What a clause asks for: a figure, a paper, a check, a day, a duty, or only to be looked up; a heading nothing."""

    DIHITUNG = "dihitung"
    NASKAH = "naskah"
    DIPERIKSA = "diperiksa"
    BERWAKTU = "berwaktu"
    KEWAJIBAN = "kewajiban"
    ACUAN = "acuan"
    JUDUL = "judul"


@dataclass(frozen=True, slots=True)
class RujukanKeliru:
    """A cross-reference that points wrong: as the regulation prints it, and the place meant, by a reading."""

    tercetak: str
    dibaca: Citation
    tafsir: KeTafsir


@dataclass(frozen=True, slots=True)
class Koreksi:
    """A word that the source has wrongly, by its scan or its print, and the word that is read."""

    tercetak: str
    dibaca: str


@dataclass(frozen=True, slots=True)
class Ketentuan:
    """One clause of a regulation as the register of clauses has it: its places, its words, what it says in one line.

    `teks` are its own words as printed, without those of the clauses below it; `dahulu` are ids it once had.
    """

    id: str
    dasar: Annotated[tuple[Citation, ...], Sendiri()]
    sifat: tuple[Sifat, ...]
    isi: str | None = None
    teks: str | None = None
    koreksi: tuple[Koreksi, ...] = ()
    rujukan_keliru: tuple[RujukanKeliru, ...] = ()
    dahulu: tuple[str, ...] = ()

    @property
    def pokok(self) -> str:
        """What it says in one line: in the register's words, else its own."""
        return self.isi or " ".join((self.teks or "").split())

    @property
    def butir(self) -> str:
        """Its words as one of a list: without its letter, and without what leads to the next: `; dan/atau`."""
        return _ENDING.sub("", _LETTER.sub("", " ".join((self.teks or "").split())))

    @property
    def hanya_judul(self) -> bool:
        """Whether it asks for nothing: the heading of a part, or words that only lead to the clauses below."""
        return self.sifat == (Sifat.JUDUL,)


@dataclass(frozen=True, slots=True)
class TakTerkodekan:
    """A clause, or several for one reason, on record but not computed."""

    id: str
    dasar: tuple[Citation, ...]
    alasan: str
