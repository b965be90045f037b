"""Whether a document is asked for of one subject: its unit's kind and status, verdicts on it, its tables, its row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from p3dn_reports.documents.subjects import Around, Subject
from p3dn_reports.evaluation.assessment import UnitResult
from p3dn_reports.evaluation.objects.results import PutusanResult
from p3dn_reports.rules import Dokumen


def has_status(status: Mapping[str, tuple[str, ...]], unit: UnitResult) -> bool:
    """Whether every indicator named lies in one of its bands."""
    indicators = unit.figures.indikator
    return all(indikator in indicators and indicators[indikator].pita in bands for indikator, bands in status.items())


def is_kind(dokumen: Dokumen, subject: Subject) -> bool:
    """Whether the subject's unit is of a kind that the document is for."""
    return not dokumen.bila_jenis or (subject.unit is not None and subject.unit.unit.jenis in dokumen.bila_jenis)


def is_asked(around: Around, dokumen: Dokumen, subject: Subject) -> bool:
    """Whether verdicts, tables and the row itself ask for it. What cannot be decided does: it is withheld, and told."""
    asked = (_judged, filled, _issued, _to_another, _meets)
    return all(one(around, dokumen, subject) for one in asked)


def _judged(around: Around, dokumen: Dokumen, subject: Subject) -> bool:
    for name, wanted in dokumen.bila_putusan.items():
        found = list(_verdicts(around, name, subject))
        if not any(one.pilihan in wanted or (one.pilihan is None and one is subject.of) for one in found):
            return False
    return True


def _verdicts(around: Around, name: str, subject: Subject) -> Iterator[PutusanResult]:
    """The verdicts on the subject: itself, those on its row, else those on anything of its unit, or of anybody."""
    for one in around.assessment.objek.putusan:
        if one.putusan.id != name:
            continue
        if subject.objek is not None:
            if one is subject.of or subject.objek.tempat == one.objek.tempat:
                yield one
        elif subject.kode in (None, one.objek.unit):
            yield one


def filled(around: Around, dokumen: Dokumen, subject: Subject) -> bool:
    """Whether the tables that must hold rows of the subject's unit do, and those that must not do not."""
    return all(_has_rows(around, tabel, subject) is (wanted == "ada") for tabel, wanted in dokumen.bila_tabel.items())


def _has_rows(around: Around, tabel: str, subject: Subject) -> bool:
    schema = around.tables.schemas[tabel]
    if schema.unit_column and subject.kode:
        return subject.kode in around.tables.distinct(tabel, schema.unit_column)
    return next(around.tables.iter_rows(tabel), None) is not None


def _issued(around: Around, dokumen: Dokumen, subject: Subject) -> bool:
    """Whether those other papers of the subject have gone out that must, and no others; the region's is everyone's."""
    for name, wanted in dokumen.bila_naskah.items():
        kunci = "" if around.scope.rulebook.dokumen[name].untuk_setiap == "daerah" else subject.kunci
        if ((name, kunci) in around.issued) is not (wanted == "ada"):
            return False
    return True


def _to_another(around: Around, dokumen: Dokumen, subject: Subject) -> bool:
    """A Biro that coordinates itself writes no letter to itself."""
    is_own = around.coordinator.get(subject.kode or "") == subject.kode
    return not (is_own and dokumen.penanda_tangan.peran == "kepala_biro_koordinator")


def _meets(around: Around, dokumen: Dokumen, subject: Subject) -> bool:
    """A row of which it cannot be told whether it meets the conditions does not ask for a document."""
    if not dokumen.bila_kondisi or subject.objek is None:
        return True
    calculator = around.calculator
    at = calculator.point(subject.objek, None, around.scope.data_per)
    return calculator.meets(dokumen.bila_kondisi, at)[0] is True
