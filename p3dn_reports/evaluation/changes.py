"""Two assessments of one quarter side by side: whose status, which sums and scores differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from p3dn_reports.evaluation.assessment import TIDAK_DAPAT_DIHITUNG, Assessment, IndikatorResult, NilaiPeserta
from p3dn_reports.evaluation.explanation import to_plain
from p3dn_reports.formatting import angka, persen


@dataclass(frozen=True, slots=True)
class Seen:
    """A result under one rulebook: exact value (None: cannot be computed), its band, what was divided.

    `ambang` are the thresholds it is printed on the true side of, `tampil_status` is the band in words,
    `satuan` what was divided is counted in: rupiah or jumlah.
    """

    nilai: Fraction | None
    status: str | None
    pembilang: Fraction | None = None
    penyebut: Fraction | None = None
    ambang: tuple[Fraction, ...] = ()
    tampil_status: str | None = None
    satuan: str = "rupiah"

    @property
    def tampil(self) -> str:
        """The value as printed."""
        return TIDAK_DAPAT_DIHITUNG if self.nilai is None else persen(self.nilai, self.ambang)

    def as_json(self) -> dict[str, object]:
        """Plain data; numbers are text."""
        sums = {name: to_plain(getattr(self, name)) for name in ("nilai", "pembilang", "penyebut")}
        return {
            **sums,
            "satuan": self.satuan,
            "tampil": self.tampil,
            "status": self.status,
            "tampil_status": self.tampil_status,
        }


@dataclass(frozen=True, slots=True)
class UnitChange:
    """One indicator of one unit that came out differently; None where the indicator or unit is not there."""

    kode_satker: str
    nama: str
    indikator: str
    judul: str
    sebelum: Seen | None
    sesudah: Seen | None

    @property
    def status_berubah(self) -> bool:
        """Whether the unit lies in another band, and not only its value elsewhere."""
        return _status(self.sebelum) != _status(self.sesudah)

    def as_json(self) -> dict[str, object]:
        """Plain data."""
        names = {name: getattr(self, name) for name in ("kode_satker", "nama", "indikator", "judul")}
        return {**names, **_plain_sides(self), "status_berubah": self.status_berubah}


@dataclass(frozen=True, slots=True)
class RegionLine:
    """One indicator of the region before and after; `berubah` where the two differ."""

    indikator: str
    judul: str
    sebelum: Seen | None
    sesudah: Seen | None

    @property
    def berubah(self) -> bool:
        """Whether the value or the band differs."""
        return _differ(self.sebelum, self.sesudah)

    def as_json(self) -> dict[str, object]:
        """Plain data."""
        return {"indikator": self.indikator, "judul": self.judul, **_plain_sides(self), "berubah": self.berubah}


@dataclass(frozen=True, slots=True)
class AwardChange:
    """One nominee whose final score, rank or receipt differs, in words."""

    penghargaan: str
    peserta: str
    nama: str
    sebelum: str | None
    sesudah: str | None


def units_changed(before: Assessment, after: Assessment, titles: Mapping[str, str]) -> Iterator[UnitChange]:
    """Every indicator of every unit that differs; `titles` are those of the indicators."""
    names = {one.unit.kode_satker: one.unit.nama for side in (before, after) for one in side.unit}
    old, new = _figures(before), _figures(after)
    for kode, indikator in dict.fromkeys([*old, *new]):
        was, will = old.get((kode, indikator)), new.get((kode, indikator))
        if was is will:
            continue
        sides = _sides(was, will)
        if _differ(*sides):
            yield UnitChange(kode, names[kode], indikator, titles[indikator], *sides)


def _figures(assessment: Assessment) -> dict[tuple[str, str], IndikatorResult]:
    return {
        (one.unit.kode_satker, name): result
        for one in assessment.unit
        for name, result in one.figures.indikator.items()
    }


def region_lines(before: Assessment, after: Assessment, titles: Mapping[str, str]) -> Iterator[RegionLine]:
    """Every indicator of the region, before and after."""
    old, new = before.seluruh.indikator, after.seluruh.indikator
    for name in dict.fromkeys([*old, *new]):
        yield RegionLine(name, titles[name], *_sides(old.get(name), new.get(name)))


def awards_changed(before: Assessment, after: Assessment) -> Iterator[AwardChange]:
    """Every nominee who stands otherwise."""
    old, new = _nominees(before), _nominees(after)
    for key in dict.fromkeys([*old, *new]):
        sides = old.get(key), new.get(key)
        told = tuple(None if side is None else _standing(side) for side in sides)
        nama = next(side.nama for side in sides if side is not None)
        if told[0] != told[1]:
            yield AwardChange(*key, nama, *told)


def _nominees(assessment: Assessment) -> dict[tuple[str, str], NilaiPeserta]:
    return {
        (award.penghargaan, one.peserta): one
        for award in assessment.penghargaan
        for group in award.kategori
        for one in group.peserta
    }


def _standing(one: NilaiPeserta) -> str:
    """`nilai akhir 84, peringkat 1, penerima`."""
    parts = ["nilai belum lengkap" if one.nilai_akhir is None else f"nilai akhir {angka(one.nilai_akhir)}"]
    parts += [f"peringkat {one.peringkat}"] if one.peringkat else ["tidak diperingkat"]
    return ", ".join([*parts, *(["penerima"] if one.penerima else [])])


def _sides(before: IndikatorResult | None, after: IndikatorResult | None) -> tuple[Seen | None, Seen | None]:
    """Both results, each printed on its own side of the thresholds of both: 79,995% stays that under another one."""
    ambang = tuple(limit for side in (before, after) if side is not None for limit in side.ambang)
    return _seen(before, ambang), _seen(after, ambang)


def _seen(result: IndikatorResult | None, ambang: tuple[Fraction, ...]) -> Seen | None:
    if result is None:
        return None
    sums = (result.pembilang, result.penyebut)
    return Seen(result.nilai, result.pita, *sums, ambang, result.tampil_pita, result.satuan)


def _differ(before: Seen | None, after: Seen | None) -> bool:
    if before is None or after is None:
        return before is not after
    return (before.nilai, before.status) != (after.nilai, after.status)


def _status(seen: Seen | None) -> str | None:
    return seen.status if seen else None


def _plain_sides(change: UnitChange | RegionLine) -> dict[str, object]:
    return {"sebelum": _plain(change.sebelum), "sesudah": _plain(change.sesudah)}


def _plain(seen: Seen | None) -> dict[str, object] | None:
    return seen.as_json() if seen else None
