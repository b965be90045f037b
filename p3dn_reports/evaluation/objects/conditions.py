"""Conditions on values: which side they fall on, unrounded, and what was compared in words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from p3dn_reports.evaluation.objects.steps import Langkah
from p3dn_reports.rules import Banding, Jenis, Kondisi, Nama
from p3dn_reports.rules.comparing import BANDINGS
from p3dn_reports.rules.words import Isi


@dataclass(frozen=True, slots=True)
class Vonis:
    """What became of one condition: true, false, or None with the cause; both sides as steps, or the words `isi`."""

    kondisi: Kondisi
    berlaku: bool | None
    kiri: Langkah
    kanan: Langkah | None = None
    isi: tuple[str, ...] = ()

    @property
    def kalimat(self) -> str:
        """What was compared, in words; made only for who reads it."""
        banding = self.kondisi.banding
        if banding is Banding.TERISI:
            return f"{self.kiri.uraian} {'terisi' if self.kondisi.ya else 'kosong'}"
        if self.kanan is None:
            return f"{_shown(self.kiri)} {self.kondisi.berbunyi} {', '.join(self.isi)}"
        return f"{_shown(self.kiri.beside(self.kanan))} {banding.berbunyi} {_shown(self.kanan.beside(self.kiri))}"

    @property
    def sebab(self) -> str | None:
        """Why it could not be decided."""
        return next((side.sebab for side in (self.kiri, self.kanan) if side and side.sebab), None)


def filled(one: Kondisi, left: Langkah) -> Vonis:
    """Whether something stands there; a column that no file holds is as blank as a cell."""
    is_column = isinstance(one.nilai, Nama) and one.nilai.jenis is Jenis.KOLOM
    if left.nilai is None and not (left.kosong or is_column):
        return Vonis(one, None, left)
    return Vonis(one, (left.nilai is not None) is one.ya, replace(left, sebab=None))


def _shown(step: Langkah) -> str:
    """`Nilai kontrak (Rp5,00)`; of a value written in the rule, the value."""
    return step.tampil if step.uraian == "ditulis pada aturan" else f"{step.uraian} ({step.tampil})"


def compared(banding: Banding, left: Isi, right: Isi) -> bool | None:
    """Whether two numbers or two dates stand so to each other; None where one is wanting."""
    sides = BANDINGS[banding].sides
    if isinstance(left, Fraction) and isinstance(right, Fraction):
        return (left > right) - (left < right) in sides
    if isinstance(left, date) and isinstance(right, date):
        return (left > right) - (left < right) in sides
    return None
