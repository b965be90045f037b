"""Figures, verdicts and days off as records. A bare name in a formula is told apart by what the rulebook holds."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from p3dn_reports.rulebook.fields import Node, dasar, dated, day, optional, text, words, yes
from p3dn_reports.rules import (
    HARI_BERNAMA,
    PADA_KELOMPOK,
    Banding,
    HariLibur,
    Hitungan,
    Jenis,
    Kata,
    Kondisi,
    Libur,
    Nama,
    Operasi,
    PilihanPutusan,
    Prasyarat,
    Putusan,
    Rumus,
    Tetapan,
    Urutan,
)

_ANGKA = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_TANGGAL = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_KATA_KATA = (Banding.SALAH_SATU, Banding.BUKAN)


@dataclass(frozen=True, slots=True)
class Names:
    """The names of the rulebook that formulas may use; any other is the name of a column."""

    parameter: Collection[str]
    hitungan: Collection[str]
    pilihan: Collection[str]

    @classmethod
    def of(cls, data: Node) -> Names:
        """The names in the text of a rulebook."""
        return cls(data.get("parameter", {}), data.get("hitungan", {}), data.get("pilihan", {}))

    def hitungan_record(self, key: str, node: Node) -> Hitungan:
        """One figure of an object."""
        return Hitungan(
            id=key,
            judul=text(node, "judul"),
            tabel=node["tabel"],
            satuan=node["satuan"],
            nilai=self.rumus(node["nilai"]),
            untuk_setiap=words(node, "untuk_setiap"),
            tanggal=node.get("tanggal"),
            memenuhi=words(node, "memenuhi"),
            dicocokkan=words(node, "dicocokkan"),
            bulatkan=node.get("bulatkan"),
            dasar=dasar(node),
            tafsir=words(node, "tafsir"),
        )

    def putusan_record(self, key: str, node: Node) -> Putusan:
        """One verdict with all its versions."""
        versi = (dated(item, tuple(self._pilihan(row) for row in item["pilihan"])) for item in node["versi"])
        return Putusan(
            id=key,
            judul=text(node, "judul"),
            tabel=node["tabel"],
            versi=tuple(versi),
            untuk_setiap=words(node, "untuk_setiap"),
            tanggal=node.get("tanggal"),
            hanya_bila=self.conditions(node.get("hanya_bila", ())),
            prasyarat=tuple(self._prasyarat(item) for item in node.get("prasyarat", ())),
            disertai=words(node, "disertai"),
            sanksi=yes(node, "sanksi"),
            tafsir=words(node, "tafsir"),
        )

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

    def _urutan(self, node: Node) -> Urutan:
        one, within = (self._name(node[key]) if key in node else None for key in ("sebagai_satu", "di_dalam"))
        again, bila = node.get("mulai_lagi") == "tahun", self.conditions(node.get("bila", ()))
        return Urutan(words(node, "per"), node["menurut"], again, one, within, bila)

    def conditions(self, nodes: Iterable[Node]) -> tuple[Kondisi, ...]:
        """Conditions that must all hold."""
        return tuple(self._kondisi(node) for node in nodes)

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
        return self._name(word)

    def _name(self, word: str) -> Nama:
        known = (
            (Jenis.HARI, HARI_BERNAMA),
            (Jenis.PARAMETER, self.parameter),
            (Jenis.HITUNGAN, self.hitungan),
            (Jenis.PILIHAN, self.pilihan),
        )
        return Nama(next((jenis for jenis, names in known if word in names), Jenis.KOLOM), word)

    def _kondisi(self, node: Node) -> Kondisi:
        banding = next(one for one in Banding if one in node)
        nilai, value = self.rumus(node["nilai"]), node[banding]
        if banding is Banding.TERISI:
            return Kondisi(nilai, banding, ya=value == "ya")
        if banding not in _KATA_KATA:
            return Kondisi(nilai, banding, pembanding=self.rumus(value))
        if isinstance(value, str):
            return Kondisi(nilai, banding, daftar=value)
        return Kondisi(nilai, banding, isi=words(node, banding))

    def _pilihan(self, node: Node) -> PilihanPutusan:
        return PilihanPutusan(
            id=node["id"],
            tampil=text(node, "tampil"),
            bila=self.conditions(node.get("bila", ())),
            tindakan=words(node, "tindakan"),
            nilai=optional(node, "nilai"),
            boleh_belum_diketahui=yes(node, "boleh_belum_diketahui"),
            dasar=dasar(node),
        )

    def _prasyarat(self, node: Node) -> Prasyarat:
        return Prasyarat(self.conditions(node.get("bila", ())), words(node, "terisi"), dasar(node))


def hari_libur(key: str, node: Node) -> HariLibur:
    """The days off of one year."""
    hari = tuple(Libur(day(item, "tanggal"), text(item, "nama"), item["jenis"]) for item in node["hari"])
    return HariLibur(key, int(node["tahun"]), hari, dasar(node))


def _day(word: str) -> date | None:
    """The day written; one that the calendar does not have is no day, and then no name of anything either."""
    try:
        return date.fromisoformat(word) if _TANGGAL.fullmatch(word) else None
    except ValueError:
        return None
