"""Two assessments of one quarter side by side: whose status, which documents, which sums and scores differ."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from fractions import Fraction

from p3dn_reports.documents import Planned
from p3dn_reports.evaluation.assessment import Assessment, IndikatorResult, NilaiPeserta
from p3dn_reports.evaluation.explanation import to_plain
from p3dn_reports.formatting import angka, persen
from p3dn_reports.pipeline import Assessed
from p3dn_reports.policy.object_outcome import ObjectChange, object_changes
from p3dn_reports.rules import Rulebook


@dataclass(frozen=True, slots=True)
class Seen:
    """A result under one rulebook: exact value (None: cannot be computed), as printed, its band."""

    nilai: Fraction | None
    tampil: str
    status: str | None
    pembilang: Fraction | None = None
    penyebut: Fraction | None = None


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


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """One document that appears (`sebelum` None), vanishes (`sesudah` None) or changes its standing."""

    id: str
    judul: str
    kode_satker: str | None
    nama: str | None
    sebelum: str | None
    sesudah: str | None


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


@dataclass(frozen=True, slots=True)
class AwardChange:
    """One nominee whose final score, rank or receipt differs, in words."""

    penghargaan: str
    peserta: str
    nama: str
    sebelum: str | None
    sesudah: str | None


@dataclass(frozen=True, slots=True)
class Consequences:
    """Everything that differs, and the region's line of every indicator."""

    unit: tuple[UnitChange, ...]
    dokumen: tuple[DocumentChange, ...]
    seluruh: tuple[RegionLine, ...]
    penghargaan: tuple[AwardChange, ...]
    objek: tuple[ObjectChange, ...] = ()

    @property
    def berubah(self) -> bool:
        """Whether anything differs at all."""
        listed = self.unit or self.dokumen or self.penghargaan or self.objek
        return bool(listed or any(line.berubah for line in self.seluruh))

    def as_json(self) -> dict[str, object]:
        """Plain data; numbers are text."""
        units = [{**_plain(change), "status_berubah": change.status_berubah} for change in self.unit]
        return {
            "berubah": self.berubah,
            "unit": units,
            "dokumen": [asdict(change) for change in self.dokumen],
            "seluruh": [{**_plain(line), "berubah": line.berubah} for line in self.seluruh],
            "penghargaan": [asdict(change) for change in self.penghargaan],
            "objek": [asdict(change) for change in self.objek],
        }


def consequences(before: Assessed, after: Assessed, old: Rulebook, new: Rulebook) -> Consequences:
    """What differs between two assessments of the same inputs."""
    titles = {name: one.judul for rules in (old, new) for name, one in rules.indikator.items()}
    return Consequences(
        unit=tuple(_units(before.assessment, after.assessment, titles)),
        dokumen=tuple(_documents(before, after)),
        seluruh=tuple(_region(before.assessment, after.assessment, titles)),
        penghargaan=tuple(_awards(before.assessment, after.assessment)),
        objek=tuple(object_changes(before.assessment, after.assessment)),
    )


def _units(before: Assessment, after: Assessment, titles: dict[str, str]) -> Iterator[UnitChange]:
    names = {one.unit.kode_satker: one.unit.nama for side in (before, after) for one in side.unit}
    old, new = _figures(before), _figures(after)
    for kode, indikator in dict.fromkeys([*old, *new]):
        sides = _sides(old.get((kode, indikator)), new.get((kode, indikator)))
        if _differ(*sides):
            yield UnitChange(kode, names[kode], indikator, titles[indikator], *sides)


def _figures(assessment: Assessment) -> dict[tuple[str, str], IndikatorResult]:
    return {
        (one.unit.kode_satker, name): result
        for one in assessment.unit
        for name, result in one.figures.indikator.items()
    }


def _region(before: Assessment, after: Assessment, titles: dict[str, str]) -> Iterator[RegionLine]:
    old, new = before.seluruh.indikator, after.seluruh.indikator
    for name in dict.fromkeys([*old, *new]):
        yield RegionLine(name, titles[name], *_sides(old.get(name), new.get(name)))


def _documents(before: Assessed, after: Assessed) -> Iterator[DocumentChange]:
    old, new = ({_document(item): str(item.status) for item in side.planned} for side in (before, after))
    for key in dict.fromkeys([*old, *new]):
        if old.get(key) != new.get(key):
            yield DocumentChange(*key, old.get(key), new.get(key))


def _document(item: Planned) -> tuple[str, str, str | None, str | None]:
    dokumen, unit = item.dokumen, item.unit
    return dokumen.id, dokumen.judul, unit.unit.kode_satker if unit else None, unit.unit.nama if unit else None


def _awards(before: Assessment, after: Assessment) -> Iterator[AwardChange]:
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
    ambang = [limit for side in (before, after) if side is not None for limit in side.ambang]
    return _seen(before, ambang), _seen(after, ambang)


def _seen(result: IndikatorResult | None, ambang: list[Fraction]) -> Seen | None:
    if result is None:
        return None
    tampil = result.tampil if result.nilai is None else persen(result.nilai, ambang)
    return Seen(result.nilai, tampil, result.pita, result.pembilang, result.penyebut)


def _differ(before: Seen | None, after: Seen | None) -> bool:
    if before is None or after is None:
        return before is not after
    return (before.nilai, before.status) != (after.nilai, after.status)


def _status(seen: Seen | None) -> str | None:
    return seen.status if seen else None


def _plain(record: UnitChange | RegionLine) -> dict[str, object]:
    plain = to_plain(record)
    assert isinstance(plain, dict)  # noqa: S101 - a record becomes a dict
    return plain
