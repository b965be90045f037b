"""What a supposed threshold would do at once to the figures of an edition; what else follows, the engine works out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from p3dn_reports.errors import UsageError
from p3dn_reports.evaluation.bands import Judgement, judgement
from p3dn_reports.rules import Band, Rulebook, Scope
from p3dn_reports.vocabulary import Periode
from p3dn_reports.web.figures import WITHIN, UnitRow
from p3dn_reports.web.shelf import Edition, Record

_NUMBER = re.compile(r"[+-]?[0-9]{1,18}([.,][0-9]{1,18})?\s*%?")
_SHOWN = 40
TOGETHER = "juga"
"""In an address, the other inputs folders that are supposed along."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An open reading that can be read otherwise: the question, the way used, and the others by option."""

    pilihan: str
    pertanyaan: str
    dipakai: str
    opsi: dict[str, str]


@dataclass(frozen=True, slots=True)
class Supposed:
    """What an address supposes: other values of parameters, other readings, and which folders are looked at along."""

    nilai: Mapping[str, str]
    pilihan: Mapping[str, str]
    juga: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing is supposed."""
        return not self.nilai and not self.pilihan

    @property
    def address(self) -> dict[str, Any]:
        """The same as the query of an address."""
        return {**self.nilai, **self.pilihan, **({TOGETHER: list(self.juga)} if self.juga else {})}


@dataclass(frozen=True, slots=True)
class Mover:
    """A unit that comes to stand in another band; `sisi` are the sides it must explain, before and after."""

    baris: UnitRow
    sebelum: Band
    sesudah: Band
    tampil_sebelum: str
    tampil_sesudah: str
    sisi: tuple[str | None, str | None]

    @property
    def surat(self) -> str:
        """What becomes of its letter of explanation."""
        before, after = self.sisi
        if bool(before) == bool(after):
            return "tetap wajib" if after else "tetap tidak diperlukan"
        return "menjadi wajib" if after else "tidak lagi diperlukan"

    @property
    def marks(self) -> tuple[str, str]:
        """Its marks before and after."""
        before, after = self.sisi
        return before or WITHIN, after or WITHIN


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The bands of what the quarter is about as they are and as supposed; `sisi` are those to be explained."""

    sekarang: Judgement
    diandaikan: Judgement
    sisi: Mapping[str, str]

    def movers(self, rows: Iterable[UnitRow]) -> list[Mover]:
        """The units that come to stand in another band, the lowest figure first."""
        values = sorted(known(rows), key=lambda one: one[1])
        return [one for row, value in values if (one := self._mover(row, value))]

    def asked(self, rows: Iterable[UnitRow]) -> tuple[int, int]:
        """How many must explain, now and as supposed."""
        values = [value for _, value in known(rows)]
        bands = ([one.band(value).id for value in values] for one in (self.sekarang, self.diandaikan))
        now, then = (sum(band in self.sisi for band in side) for side in bands)
        return now, then

    def as_json(self) -> dict[str, Any]:
        """What the page's own script compares by: the bands in order, and the thresholds as they are."""
        bands = [
            {"id": one.id, "tampil": one.tampil, "batas": one.kurang_dari or one.paling_banyak, **_strict(one)}
            for one in self.sekarang.pita.batas
        ]
        limits = {name: str(value) for name, value in self.sekarang.batas.items()}
        return {"pita": bands, "batas": limits, "sisi": dict(self.sisi)}

    def _mover(self, row: UnitRow, value: Fraction) -> Mover | None:
        before, after = self.sekarang.band(value), self.diandaikan.band(value)
        if before.id == after.id:
            return None
        told = self.sekarang.tampil(before), self.diandaikan.tampil(after)
        return Mover(row, before, after, *told, (self.sisi.get(before.id), self.sisi.get(after.id)))


def supposed(query: Mapping[str, str], juga: Sequence[str], rules: Rulebook) -> Supposed:
    """What an address says, as far as the rulebook has such names; what is empty is not supposed."""
    given = {name: text.strip() for name, text in query.items() if text.strip()}
    values = {name: text for name, text in given.items() if name in rules.parameter}
    readings = {name: text for name, text in given.items() if name in rules.pilihan}
    return Supposed(values, readings, tuple(dict.fromkeys(juga)))


def scope_of(rules: Rulebook, edition: Edition) -> Scope | None:
    """The rulebook as it stands for the edition; None where it no longer knows the region."""
    hasil = edition.hasil
    daerah = rules.daerah.get(hasil["daerah"])
    if daerah is None:
        return None
    return rules.scope(daerah, Periode.of(hasil["periode"]), date.fromisoformat(hasil["data_per"]))


def thresholds(scope: Scope, indikator: str, sides: Mapping[str, str], nilai: Mapping[str, str]) -> Thresholds | None:
    """The bands of an indicator, and as supposed; None where nothing judges it. Raises as `number` does."""
    pita = scope.rulebook.indikator[indikator].pita
    judged = judgement(scope, pita) if pita else None
    if judged is None:
        return None
    wanted = {name: number(name, text) for name, text in nilai.items() if name in judged.batas}
    return Thresholds(judged, Judgement(judged.pita, {**judged.batas, **wanted}), sides)


def parameters(scope: Scope) -> Iterator[tuple[str, str, str, Decimal]]:
    """The parameters with a value here: id, title, unit and value."""
    for name, one in scope.rulebook.parameter.items():
        if (dated := scope.parameter(name)) is not None:
            yield name, one.judul, one.satuan, dated.nilai


def readings(hasil: Record) -> list[Reading]:
    """The open readings that can be read otherwise in this quarter."""
    found: dict[str, Reading] = {}
    for one in hasil.get("penafsiran", ()):
        for way in one["bacaan_lain"]:
            reading = Reading(way["pilihan"], one["pertanyaan"], one["dipakai"], {})
            found.setdefault(reading.pilihan, reading).opsi[way["opsi"]] = way["judul"]
    return list(found.values())


def known(rows: Iterable[UnitRow]) -> list[tuple[UnitRow, Fraction]]:
    """The units with a figure, and that figure; those withheld have none."""
    return [(row, Fraction(row.angka["nilai_pasti"])) for row in rows if row.angka and row.angka["nilai_pasti"]]


def number(name: str, text: str) -> Fraction:
    """The number a person writes: `79,5` or `80%`. Raises UsageError for anything else, powers of ten among it."""
    written = text.strip()
    if not _NUMBER.fullmatch(written):
        raise UsageError(f"{written[:_SHOWN]} bukan bilangan untuk {name}; tulis misalnya 79,5.")
    return Fraction(Decimal(written.removesuffix("%").strip().replace(",", ".")))


def flat(movers: Iterable[Mover]) -> list[dict[str, Any]]:
    """The units that move for a file."""
    return [
        {
            "kode": one.baris.kode,
            "nama": one.baris.nama,
            "capaian": one.baris.angka["tampil"] if one.baris.angka else None,
            "sekarang": one.tampil_sebelum,
            "diandaikan": one.tampil_sesudah,
            "surat": one.surat,
        }
        for one in movers
    ]


def _strict(band: Band) -> dict[str, bool]:
    return {"kurang": band.kurang_dari is not None}
