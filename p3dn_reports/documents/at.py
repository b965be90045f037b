"""Where the fields of one document are looked up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from p3dn_reports.documents.material import Material, Row
from p3dn_reports.documents.plan import Planned, Status
from p3dn_reports.documents.subjects import Around
from p3dn_reports.documents.units import Units
from p3dn_reports.evaluation.objects.sheets import Objek
from p3dn_reports.rules import Bentuk

Letters = dict[str | None, dict[str, Status]]
"""How the letters of a build came out: by the indicator they explain, then by unit."""


@dataclass(slots=True)
class Shared:
    """What the documents of one build share: how its letters came out, the region's units by each indicator."""

    material: Material
    surat: Letters = field(default_factory=dict)
    _units: dict[str | None, Units] = field(default_factory=dict)
    _around: Around | None = None

    @property
    def around(self) -> Around:
        """Asks verdicts on rows and figures of them."""
        if self._around is None:
            self._around = Around(self.material.assessment, self.material.scope, self.material.tables)
        return self._around

    def own(self, objek: Objek) -> Objek:
        """The same row among those that figures are asked of here."""
        return self.around.row(objek.schema.name, objek.tempat) or objek

    def region(self, indikator: str | None) -> Units:
        """All units, by the bands of an indicator; asked only once the letters that explain it are made."""
        if indikator not in self._units:
            letters: Mapping[str, Status] = self.surat.get(indikator, {})
            self._units[indikator] = Units(self.material, indikator, self.material.assessment.unit, letters)
        return self._units[indikator]


@dataclass(frozen=True)
class At:
    """One planned document, among those of its build."""

    planned: Planned
    shared: Shared

    @property
    def material(self) -> Material:
        """What the documents are made from."""
        return self.shared.material

    @cached_property
    def bentuk(self) -> Bentuk:
        """How it looks and is signed."""
        return self.material.scope.bentuk(self.planned.dokumen, self.planned.tanggal)

    @property
    def region(self) -> Units:
        """The region's units, by the bands of what the document is about."""
        return self.shared.region(self.planned.dokumen.capaian)

    @cached_property
    def coordinated(self) -> Units:
        """The units that a Biro's note is about."""
        return Units(self.material, self.planned.dokumen.capaian, self.planned.dikoordinasikan, {}, rapat=True)

    def choice(self, putusan: str) -> str | None:
        """What a verdict on the document's row came to."""
        found = self.shared.around.verdict(putusan, self.planned.subject.objek)
        return found.pilihan if found else None

    @property
    def kode(self) -> str | None:
        """The code of the unit that the document is of."""
        return self.planned.subject.kode

    @property
    def row(self) -> Row:
        """The row that the document is of; empty where it is of none."""
        objek = self.planned.subject.objek
        return objek.baris if objek is not None else {}
