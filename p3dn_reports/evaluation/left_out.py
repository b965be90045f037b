"""What the region's figure leaves out: the units where it cannot be computed, though they have a numerator."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from p3dn_reports.evaluation.shapes import Shape, rounded
from p3dn_reports.formatting import nilai_bersatuan, persen


@dataclass(frozen=True, slots=True)
class TidakIkut:
    """The numerators (`jumlah` in all) that a region's figure leaves out with their units (codes).

    `nilai` is the figure with them in it (percent), None where it could not be computed; `pita` its band. `satuan` is
    what the numerators are counted in: rupiah or jumlah.
    """

    unit: tuple[str, ...]
    jumlah: Fraction
    nilai: Fraction | None
    pita: str | None
    tampil_pita: str | None
    ambang: tuple[Fraction, ...]
    satuan: str = "rupiah"
    SHAPE: ClassVar[Shape] = Shape(
        also=("tampil", "tampil_jumlah"),
        without=("ambang", "satuan"),
        named={name: f"{name}_bila_ikut" for name in ("nilai", "tampil", "pita", "tampil_pita")},
        forms=rounded("nilai"),
    )

    @property
    def tampil(self) -> str:
        """The figure with them in it as printed; empty where it could not be computed."""
        return persen(self.nilai, self.ambang) if self.nilai is not None else ""

    @property
    def tampil_jumlah(self) -> str:
        """The numerators with their unit, as printed."""
        return nilai_bersatuan(self.jumlah, self.satuan)
