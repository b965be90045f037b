"""The rulebook's own words for the names in hasil.json."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from p3dn_reports.rulebook.prose.words import clauses
from p3dn_reports.rules import Citation, Rulebook


@dataclass(frozen=True, slots=True)
class Titles:
    """Titles by id. Where the rulebook does not load, the id itself stands for its title."""

    rules: Rulebook | None

    def indikator(self, name: str) -> str:
        """`Capaian Perjanjian Kinerja P3DN`."""
        return self._title("indikator", name)

    def ukuran(self, name: str) -> str:
        """`Realisasi belanja produk dalam negeri`."""
        return self._title("ukuran", name)

    def tafsir(self, name: str) -> str:
        """The question of an open reading."""
        found = self.rules.tafsir.get(name) if self.rules else None
        return found.pertanyaan if found else name

    def daerah(self, name: str, day: str) -> str:
        """`Provinsi Daerah Khusus Ibukota Jakarta`, as it was named on `day`."""
        found = self.rules.daerah.get(name) if self.rules else None
        try:
            return found.nama_pada(date.fromisoformat(day)) if found else name
        except LookupError:
            return name

    def ketentuan(self, cited: Iterable[str]) -> str:
        """The clauses that hasil.json cites as `sumber/tempat`, as a document names them."""
        found = [Citation.of(text) for text in cited]
        known = [one for one in found if self.rules and one.sumber in self.rules.sumber_hukum]
        return clauses(self.rules, known) if self.rules else ""

    def _title(self, section: str, name: str) -> str:
        records: Mapping[str, Any] = getattr(self.rules, section) if self.rules else {}
        return str(records[name].judul) if name in records else name
