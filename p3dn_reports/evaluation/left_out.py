"""What the region's figure leaves out: the units where it cannot be computed, though they have a numerator."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from p3dn_reports.formatting import persen


@dataclass(frozen=True, slots=True)
class TidakIkut:
    """The numerators (`jumlah` in all) that a region's figure leaves out with their units (codes).

    `nilai` is the figure with them in it (percent), None where it could not be computed; `pita` its band.
    """

    unit: tuple[str, ...]
    jumlah: Fraction
    nilai: Fraction | None
    pita: str | None
    tampil_pita: str | None
    ambang: tuple[Fraction, ...]

    @property
    def tampil(self) -> str:
        """The figure with them in it as printed; empty where it could not be computed."""
        return persen(self.nilai, self.ambang) if self.nilai is not None else ""
