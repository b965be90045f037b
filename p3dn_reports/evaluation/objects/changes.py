"""Verdicts and figures of objects under two rulebooks: whose differ, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from p3dn_reports.evaluation.assessment import Assessment
from p3dn_reports.evaluation.objects.results import Pengenal, PutusanResult

Key = tuple[str, Pengenal]


@dataclass(frozen=True, slots=True)
class ObjectChange:
    """One verdict or figure of one object that differs; None where a side has none."""

    aturan: str
    judul: str
    objek: str
    kode_satker: str | None
    sebelum: str | None
    sesudah: str | None


def object_changes(before: Assessment, after: Assessment) -> Iterator[ObjectChange]:
    """Every verdict and figure that differs, verdicts first."""
    old, new = _told(before), _told(after)
    for key in dict.fromkeys([*old, *new]):
        sides = old.get(key), new.get(key)
        if sides[0] != sides[1]:
            aturan, objek = key
            judul = next(side for side in sides if side is not None)[0]
            was, will = (side[1] if side else None for side in sides)
            yield ObjectChange(aturan, judul, objek.sebutan, objek.unit, was, will)


def _told(assessment: Assessment) -> Mapping[Key, tuple[str, str]]:
    """Title and words of every result, by rule and object."""
    found = {(one.putusan.id, one.objek): (one.putusan.judul, _verdict(one)) for one in assessment.objek.putusan}
    figures = assessment.objek.hitungan
    return found | {(one.hitungan.id, one.objek): (one.hitungan.judul, one.langkah.tampil) for one in figures}


def _verdict(result: PutusanResult) -> str:
    amount = [result.nilai.tampil] if result.nilai else []
    beside = (f"{step.uraian}: {step.tampil}" for _, step in result.disertai)
    return "; ".join([result.tampil or "belum dapat diputus", *amount, *beside])
