"""What the region's figures leave out, said where a unit's figure cannot be computed though it has a numerator."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from p3dn_reports.evaluation.assessment import Figures, IndikatorResult, UnitResult
from p3dn_reports.evaluation.indicators import Reading
from p3dn_reports.evaluation.left_out import TidakIkut
from p3dn_reports.formatting import kecil_awal, nilai_bersatuan
from p3dn_reports.messages import TIDAK_IKUT, TIDAK_IKUT_LAIN
from p3dn_reports.problems import Problem, problem
from p3dn_reports.rules import Rulebook

_NAMED = 3


def left_out(rulebook: Rulebook, region: Figures, result: UnitResult, indikator_id: str) -> str:
    """The sentence on a unit's numerator that the region's figure leaves out, with what it would do; or nothing."""
    whole = region.indikator[indikator_id]
    out = whole.tidak_ikut
    if out is None or result.unit.kode_satker not in out.unit:
        return ""
    own = result.figures.indikator[indikator_id].pembilang or 0
    others = len(out.unit) - 1
    return TIDAK_IKUT.format(
        judul=rulebook.ukuran[whole.ukuran_pembilang].judul,
        jumlah=nilai_bersatuan(own, whole.satuan),
        tampil=whole.tampil,
        lain=TIDAK_IKUT_LAIN.format(banyak=others) if others else "",
        bila_ikut=_with_them(whole, out),
    )


def _with_them(whole: IndikatorResult, out: TidakIkut) -> str:
    """The figure with them in it, and whether its status would be another."""
    shown = f"tetap {out.tampil}" if out.tampil == whole.tampil else f"menjadi {out.tampil or 'tidak dapat dihitung'}"
    if out.pita is None and whole.pita is None:
        return shown
    status = "tetap" if out.pita == whole.pita else f"menjadi {out.tampil_pita or 'tidak ada'}"
    return f"{shown} dan statusnya {status}"


def regional_remarks(
    rulebook: Rulebook, region: Figures, readings: Mapping[str, Reading], units: tuple[UnitResult, ...], told: set[str]
) -> Iterator[Problem]:
    """What figures leave out that no unit's own remark says: each quotient once, none of the indicators `told`."""
    said = {_quotient(readings[name]) for name in told}
    for name, read in readings.items():
        whole = region.indikator[name]
        if whole.tidak_ikut is not None and _quotient(read) not in said:
            said.add(_quotient(read))
            yield _remark(rulebook, whole, whole.tidak_ikut, units)


def _quotient(read: Reading) -> tuple[str, str]:
    return read.pembilang, read.penyebut


def _remark(rulebook: Rulebook, whole: IndikatorResult, out: TidakIkut, units: tuple[UnitResult, ...]) -> Problem:
    penyebut = rulebook.ukuran[whole.ukuran_penyebut]
    return problem(
        "pembilang-tidak-ikut",
        tabel=penyebut.tabel,
        unit=out.unit,
        jumlah=nilai_bersatuan(out.jumlah, whole.satuan),
        judul_pembilang=rulebook.ukuran[whole.ukuran_pembilang].judul,
        satker=_named([one.unit.nama for one in units if one.unit.kode_satker in out.unit]),
        judul=rulebook.indikator[whole.indikator].judul,
        tampil=whole.tampil,
        judul_penyebut=kecil_awal(penyebut.judul),
        bila_ikut=_with_them(whole, out),
    )


def _named(names: list[str]) -> str:
    """The units by name where they are few, else how many."""
    return ", ".join(names) if len(names) <= _NAMED else f"{len(names)} satuan kerja"
