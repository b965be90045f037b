"""Two assessments of one quarter side by side: whose figures, scores and verdicts came out otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from p3dn_reports.evaluation.assessment import TIDAK_DAPAT_DIHITUNG, Assessment, IndikatorResult
from p3dn_reports.evaluation.awarded import NilaiPeserta
from p3dn_reports.evaluation.objects.results import HitunganResult, PutusanResult
from p3dn_reports.evaluation.result import Difference, differences
from p3dn_reports.evaluation.shapes import Shape, rounded
from p3dn_reports.formatting import angka, persen

OUTCOMES = (IndikatorResult, NilaiPeserta, HitunganResult, PutusanResult)
"""What is told of as a whole, and not fact by fact."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A figure under one rulebook: its value (None: cannot be computed), its band, what was divided, in `satuan`.

    It is printed on its own side of the thresholds of both: 79,995% stays that under another one.
    """

    nilai: Fraction | None
    status: str | None
    tampil: str
    pembilang: Fraction | None = None
    penyebut: Fraction | None = None
    tampil_status: str | None = None
    satuan: str = "rupiah"
    SHAPE: ClassVar[Shape] = Shape(forms=rounded("nilai"))


@dataclass(frozen=True, slots=True)
class FigureChange:
    """One indicator of a unit, or (no code) of the region, before and after; None where it is not there."""

    kode_satker: str | None
    nama: str | None
    indikator: str
    judul: str
    sebelum: Seen | None
    sesudah: Seen | None
    berubah: bool = True
    status_berubah: bool = False


@dataclass(frozen=True, slots=True)
class AwardChange:
    """One nominee whose final score, rank or receipt differs, in words."""

    penghargaan: str
    peserta: str
    nama: str
    sebelum: str | None
    sesudah: str | None


@dataclass(frozen=True, slots=True)
class ObjectChange:
    """One verdict or figure of one object that differs, in words; None where a side has none."""

    aturan: str
    judul: str
    objek: str
    kode_satker: str | None
    sebelum: str | None
    sesudah: str | None


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that came out otherwise: figures of units and of the region, nominees, objects (verdicts first)."""

    unit: tuple[FigureChange, ...] = ()
    seluruh: tuple[FigureChange, ...] = ()
    penghargaan: tuple[AwardChange, ...] = ()
    objek: tuple[ObjectChange, ...] = ()

    @property
    def pindah(self) -> tuple[FigureChange, ...]:
        """The changes by which a unit lies in another band."""
        return tuple(one for one in self.unit if one.status_berubah)

    @property
    def ada(self) -> bool:
        """Whether anything came out otherwise."""
        return any(one.berubah for one in (*self.unit, *self.seluruh)) or bool(self.penghargaan or self.objek)


def changes(before: Assessment, after: Assessment, titles: Mapping[str, str]) -> Changes:
    """What differs between two assessments; `titles` are those of the indicators."""
    found = tuple(differences(_outcomes(before), _outcomes(after), whole=OUTCOMES))
    names = {one.unit.kode_satker: one.unit.nama for side in (before, after) for one in side.unit}
    figures = (
        _figure(kode, names[kode], indikator, titles, one.sebelum, one.sesudah)
        for one in _of(found, IndikatorResult, "unit")
        for kode, indikator in [one.fakta[1::2]]
    )
    totals = (
        _figure(None, None, one.fakta[2], titles, one.sebelum, one.sesudah)
        for one in _of(found, IndikatorResult, "seluruh")
    )
    objects = _of(found, (PutusanResult, HitunganResult), "sanksi", "putusan", "hitungan")
    return Changes(
        unit=tuple(one for one in figures if one.berubah),
        seluruh=tuple(one for one in totals if one.berubah),
        penghargaan=tuple(filter(_differs, map(_nominee, _of(found, NilaiPeserta, "penghargaan")))),
        objek=tuple(filter(_differs, map(_object, objects))),
    )


def _outcomes(assessment: Assessment) -> dict[str, object]:
    """What is compared, under the names it has in a result: of all else, no outcome comes."""
    return {
        "unit": {one.unit.kode_satker: {"indikator": one.figures.indikator} for one in assessment.unit},
        "seluruh": {"indikator": assessment.seluruh.indikator},
        "penghargaan": assessment.penghargaan,
        "sanksi": assessment.objek.sanksi,
        "putusan": assessment.objek.lainnya,
        "hitungan": assessment.objek.hitungan,
    }


def region_lines(before: Assessment, after: Assessment, titles: Mapping[str, str]) -> Iterator[FigureChange]:
    """Every indicator of the region, before and after."""
    old, new = before.seluruh.indikator, after.seluruh.indikator
    for name in dict.fromkeys([*old, *new]):
        yield _figure(None, None, name, titles, old.get(name), new.get(name))


def _of(found: tuple[Difference, ...], kind: type | tuple[type, ...], *sections: str) -> list[Difference]:
    """The outcomes of one kind that differ, section by section."""
    these = [one for one in found if isinstance(one.sebelum or one.sesudah, kind)]
    return [one for section in sections for one in these if one.fakta[0] == section]


def _differs(one: AwardChange | ObjectChange) -> bool:
    return one.sebelum != one.sesudah


def _figure(
    kode: str | None,
    nama: str | None,
    indikator: str,
    titles: Mapping[str, str],
    before: IndikatorResult | None,
    after: IndikatorResult | None,
) -> FigureChange:
    ambang = tuple(limit for side in (before, after) if side is not None for limit in side.ambang)
    was, will = (None if side is None else _seen(side, ambang) for side in (before, after))
    status_berubah = (was and was.status) != (will and will.status)
    berubah = status_berubah or (was and was.nilai) != (will and will.nilai) or (was is None) != (will is None)
    return FigureChange(kode, nama, indikator, titles[indikator], was, will, berubah, status_berubah)


def _seen(result: IndikatorResult, ambang: tuple[Fraction, ...]) -> Seen:
    return Seen(
        nilai=result.nilai,
        status=result.pita,
        tampil=TIDAK_DAPAT_DIHITUNG if result.nilai is None else persen(result.nilai, ambang),
        pembilang=result.pembilang,
        penyebut=result.penyebut,
        tampil_status=result.tampil_pita,
        satuan=result.satuan,
    )


def _nominee(one: Difference) -> AwardChange:
    sides = [None if side is None else _standing(side) for side in (one.sebelum, one.sesudah)]
    peserta = one.sesudah or one.sebelum
    return AwardChange(one.fakta[1], peserta.peserta, peserta.nama, *sides)


def _standing(one: NilaiPeserta) -> str:
    """`nilai akhir 84, peringkat 1, penerima`."""
    parts = ["nilai belum lengkap" if one.nilai_akhir is None else f"nilai akhir {angka(one.nilai_akhir)}"]
    parts += [f"peringkat {one.peringkat}"] if one.peringkat else ["tidak diperingkat"]
    return ", ".join([*parts, *(["penerima"] if one.penerima else [])])


def _object(one: Difference) -> ObjectChange:
    sides = [None if side is None else _outcome(side) for side in (one.sebelum, one.sesudah)]
    found = one.sesudah or one.sebelum
    rule = found.putusan if isinstance(found, PutusanResult) else found.hitungan
    return ObjectChange(rule.id, rule.judul, found.objek.sebutan, found.objek.unit, *sides)


def _outcome(result: PutusanResult | HitunganResult) -> str:
    if isinstance(result, HitunganResult):
        return result.langkah.tampil
    amount = [result.nilai.tampil] if result.nilai else []
    beside = (f"{step.uraian}: {step.tampil}" for _, step in result.disertai)
    return "; ".join([result.tampil or "belum dapat diputus", *amount, *beside])
