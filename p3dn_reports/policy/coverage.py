"""Which rules the cases exercised: what an expectation rests on, seen from both sides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from p3dn_reports.documents.subjects import subject_tables
from p3dn_reports.evaluation.assessment import IndikatorResult
from p3dn_reports.evaluation.availability import Measure, measure_of, why_not
from p3dn_reports.evaluation.compile import terms_of
from p3dn_reports.evaluation.evidence import trace
from p3dn_reports.evaluation.nominations import PESERTA
from p3dn_reports.evaluation.objects.sheets import Sheets
from p3dn_reports.pipeline import Assessed, Quarter
from p3dn_reports.policy.expectations import DAERAH
from p3dn_reports.policy.object_coverage import always_there, choices_of, tried
from p3dn_reports.rulebook.cases import Kasus
from p3dn_reports.rulebook.prose.words import term as term_in_words
from p3dn_reports.rules import Dokumen, Op, Rulebook, Scope, Term
from p3dn_reports.tables import TableSchema

Rule = tuple[str, str]
"""Section and id."""


@dataclass(frozen=True, slots=True)
class RuleCoverage:
    """How often a rule took hold (`benar`) and how often it did not (`salah`); `kurang` names its parts never tried.

    `selalu`: it cannot but take hold.
    """

    bagian: str
    id: str
    benar: int
    salah: int
    kurang: str
    selalu: bool = False

    @property
    def teruji(self) -> bool:
        """Whether both sides of every part were tried."""
        return self.benar > 0 and (self.salah > 0 or self.selalu) and not self.kurang


@dataclass(slots=True)
class Exercised:
    """What the cases so far exercised."""

    benar: Counter[Rule] = field(default_factory=Counter)
    salah: Counter[Rule] = field(default_factory=Counter)
    menolak: set[tuple[str, Term]] = field(default_factory=set)
    pita: set[Rule] = field(default_factory=set)
    pilihan: set[Rule] = field(default_factory=set)

    def note(self, case: Kasus, quarter: Quarter, assessed: Assessed) -> None:
        """Add what the expectations of one case rest on."""
        rules = quarter.scope.rulebook
        measures = [measure_of(rules.ukuran[name]) for name in self._figures(case, assessed, rules)]
        for name in case.harapan.get("pemeriksaan", {}):
            if name in rules.pemeriksaan:
                one = rules.pemeriksaan[name]
                measures.append(Measure(one.tabel, one.memenuhi, one.jumlah))
        measures += self._rankings(case, assessed, rules)
        measures += _mappings(case, rules)
        measures += _filtered(case, rules)
        for measure in dict.fromkeys(measures):
            self._rows(quarter, measure)
        self._lists(case, quarter, "pemeriksaan")
        self._lists(case, quarter, "dokumen")
        self._awards(case)
        self._objects(case, quarter)

    def _count(self, rule: Rule, *, benar: bool, banyak: int = 1) -> None:
        (self.benar if benar else self.salah)[rule] += banyak

    def _figures(self, case: Kasus, assessed: Assessed, rules: Rulebook) -> set[str]:
        """The ukuran that the expected indicators and sums rest on."""
        found = {name for sums in case.harapan.get("ukuran", {}).values() for name in sums}
        for kode, expected in case.harapan.get("unit", {}).items():
            result = assessed.assessment.unit_result(kode)
            indicators = result.figures.indikator if result else {}
            for name in expected:
                if name in indicators:
                    found |= self._indicator(rules, indicators[name])
        return found & set(rules.ukuran)

    def _indicator(self, rules: Rulebook, result: IndikatorResult) -> set[str]:
        for name in dict.fromkeys((result.indikator, result.dibaca)):
            self._count(("indikator", name), benar=result.nilai is not None)
        pita = rules.indikator[result.indikator].pita
        if pita:
            self._count(("pita", pita), benar=result.pita is not None)
            self.pita.add((pita, result.pita or ""))
        return {result.ukuran_pembilang, result.ukuran_penyebut}

    def _rows(self, quarter: Quarter, measure: Measure) -> None:
        """Follow a sum through the rows of every unit: each term of each syarat, met and refusing."""
        if why_not(quarter.tables, quarter.scope, measure) is not None:
            return
        followed = trace(quarter.tables, quarter.scope, measure, _owners(quarter, measure), 0)
        terms = terms_of(measure.memenuhi, quarter.scope)
        refusing = {term for term, total in zip(terms, followed.ditolak, strict=True) if total.banyak}
        owners = [("ukuran", one.id) for one in quarter.scope.rulebook.ukuran.values() if measure_of(one) == measure]
        for name in measure.memenuhi:
            syarat = quarter.scope.syarat(name)
            self.menolak |= {(syarat.id, term) for term in syarat.semua if term in refusing}
            owners.append(("syarat", syarat.id))
        for asked in _asked_within(quarter.scope, measure):
            self._rows(quarter, asked)
        for rule in owners:
            self._count(rule, benar=True, banyak=followed.dihitung.banyak)
            self._count(rule, benar=False, banyak=followed.baris - followed.dihitung.banyak)

    def _lists(self, case: Kasus, quarter: Quarter, section: str) -> None:
        """Units, or rows, that a check or document was expected for, and those it was not."""
        for name, codes in case.harapan.get(section, {}).items():
            dokumen = quarter.scope.rulebook.dokumen.get(name) if section == "dokumen" else None
            rest = len(_possible(quarter, dokumen) - set(codes))
            self._count((section, name), benar=True, banyak=len(codes))
            self._count((section, name), benar=False, banyak=0 if DAERAH in codes else rest or int(not codes))

    def _rankings(self, case: Kasus, assessed: Assessed, rules: Rulebook) -> Iterator[Measure]:
        """Rows listed, and rows that were left out or a list that could not be had."""
        for name, units in case.harapan.get("peringkat", {}).items():
            found_units = map(assessed.assessment.unit_result, units)
            lists = [one.peringkat.get(name) if one else None for one in found_units]
            for found in lists:
                listed = len(found.baris) if found is not None else 0
                rest = found.jumlah_baris - listed if found is not None and found.sebab is None else 1
                self._count(("peringkat", name), benar=True, banyak=listed)
                self._count(("peringkat", name), benar=False, banyak=rest)
            if name in rules.peringkat:
                one = rules.peringkat[name]
                yield Measure(one.tabel, one.memenuhi, one.menurut)

    def _awards(self, case: Kasus) -> None:
        for name, parts in case.harapan.get("penghargaan", {}).items():
            for expected in parts.get("peserta", {}).values():
                self._count(("penghargaan", name), benar="sebab" not in expected)
            for text in parts.get("kategori", {}).values():
                self._count(("penghargaan", name), benar=text == "diikutkan")

    def _objects(self, case: Kasus, quarter: Quarter) -> None:
        for one in tried(case, quarter):
            self._count((one.bagian, one.id), benar=one.benar)
            self.pilihan |= {(one.id, one.pilihan)} if one.pilihan else set()


def _possible(quarter: Quarter, dokumen: Dokumen | None) -> set[str]:
    """All that a check or document could be about: units, or the rows that documents of rows and verdicts are of."""
    if dokumen is None or dokumen.untuk_setiap not in _OF_ROWS:
        return {unit.kode_satker for unit in quarter.organisasi.pelapor}
    sheets = Sheets(quarter.tables)
    return {one.sebutan for tabel in subject_tables(quarter.scope, dokumen) for one in sheets.rows(tabel)}


def _asked_within(scope: Scope, measure: Measure) -> Iterator[Measure]:
    """What the terms of a measure ask of other rows, and what they refuse rows by."""
    for term in terms_of(measure.memenuhi, scope):
        if term.op is Op.KECUALI:
            yield Measure(measure.tabel, term.syarat, None)
        if term.pada is not None and term.pada.yang:
            yield Measure(term.pada.tabel, term.pada.yang, None)


def _mappings(case: Kasus, rules: Rulebook) -> Iterator[Measure]:
    """The conditions that nominate, of the awards of which nominees were expected."""
    for name, parts in case.harapan.get("penghargaan", {}).items():
        if "nominasi" in parts and name in rules.penghargaan and rules.penghargaan[name].pemetaan:
            yield Measure(PESERTA, rules.penghargaan[name].pemetaan, None)


def _filtered(case: Kasus, rules: Rulebook) -> Iterator[Measure]:
    """The conditions that keep rows out of the expected figures of objects."""
    for name in case.harapan.get("hitungan", {}):
        if name in rules.hitungan and rules.hitungan[name].memenuhi:
            yield Measure(rules.hitungan[name].tabel, rules.hitungan[name].memenuhi, None)


def _owners(quarter: Quarter, measure: Measure) -> list[str]:
    """Whose rows a measure is followed through: every unit's, or every participant's."""
    if measure.tabel == PESERTA:
        return [row["peserta"] for row in quarter.tables.iter_rows(PESERTA)]
    return [kode for unit in quarter.organisasi.pelapor for kode in unit.anggota]


_OF_ROWS = ("tabel", "putusan")
_SECTIONS = (
    "syarat",
    "ukuran",
    "indikator",
    "pita",
    "pemeriksaan",
    "peringkat",
    "hitungan",
    "putusan",
    "penghargaan",
    "dokumen",
)


def coverage(rules: Rulebook, schemas: dict[str, TableSchema], exercised: Exercised) -> Iterator[RuleCoverage]:
    """Every computed rule with how it was exercised, in the order of the file."""
    for section in _SECTIONS:
        for name in getattr(rules, section):
            if section == "dokumen" and rules.dokumen[name].internal:
                continue  # always made, and about everything: there is no case in which it is not
            rule = (section, name)
            kurang = "; ".join(_wanting(rules, schemas, exercised, section, name))
            selalu = section == "hitungan" and always_there(rules.hitungan[name].nilai)
            yield RuleCoverage(section, name, exercised.benar[rule], exercised.salah[rule], kurang, selalu)


def _wanting(
    rules: Rulebook, schemas: dict[str, TableSchema], exercised: Exercised, section: str, name: str
) -> Iterable[str]:
    if section == "pita":
        return [band.id for band in rules.pita[name].batas if (name, band.id) not in exercised.pita]
    if section == "putusan":
        return [choice for choice in choices_of(rules.putusan[name]) if (name, choice) not in exercised.pilihan]
    if section != "syarat":
        return []
    syarat = rules.syarat[name]
    untried = [term for term in syarat.semua if (name, term) not in exercised.menolak]
    return [term_in_words(rules, schemas, syarat.tabel, term) for term in untried]
