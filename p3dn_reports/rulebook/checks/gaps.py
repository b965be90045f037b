"""What has nothing in force: under a later instrument, after the last one, after a law, in a year without days off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from p3dn_reports.formatting import daftar_kata
from p3dn_reports.problems import Problem
from p3dn_reports.rulebook.checks.subject import Subject
from p3dn_reports.rulebook.source import Keys, Source
from p3dn_reports.rules import Rulebook
from p3dn_reports.rules.references import Rule
from p3dn_reports.rules.standing import Gap, Sebab, gaps

_KODE = {
    Sebab.INSTRUMEN_MENYISAKAN: "aturan-instrumen-menyisakan-celah",
    Sebab.INSTRUMEN_BERAKHIR: "aturan-celah-setelah-instrumen",
    Sebab.HUKUM_BERAKHIR: "aturan-celah-setelah-hukum",
    Sebab.LIBUR_BELUM_DIDAFTAR: "aturan-hari-libur-belum-didaftar",
}
_MOST = 5
_CALLED = {"dokumen": "naskah"}


def check_gaps(subject: Subject) -> Iterator[Problem]:
    """A warning for every instrument that leaves something of the one before without anything in force."""
    yield from _told(subject.rulebook, subject.source, ending=False)


def check_endings(rulebook: Rulebook, source: Source) -> Iterator[Problem]:
    """A note for what merely ends: with an instrument, a law, or the last table of days off."""
    yield from _told(rulebook, source, ending=True)


def _told(rulebook: Rulebook, source: Source, *, ending: bool) -> Iterator[Problem]:
    where: dict[Gap, list[str]] = {}
    for gap in (gap for daerah in rulebook.daerah.values() for gap in gaps(rulebook, daerah)):
        where.setdefault(gap._replace(daerah=""), []).append(gap.daerah)
    for gap, regions in where.items():
        if ending is not (gap.sebab is Sebab.INSTRUMEN_MENYISAKAN):
            yield source.problem(
                _KODE[gap.sebab],
                _place(gap),
                key=gap.sebab is not Sebab.HUKUM_BERAKHIR,
                nilai=str(gap.periode or gap.sejak.isoformat()),
                daerah=_named(regions),
                sumber=gap.sumber,
                sebelumnya=gap.sebelumnya,
                tahun=gap.sejak.year,
                apa=named(gap.aturan),
            )


def _named(regions: Sequence[str]) -> str:
    """The regions that have a gap in common, as many as a sentence can hold."""
    more = [f"{len(regions) - _MOST} daerah lain"] if len(regions) > _MOST else []
    return daftar_kata([*regions[:_MOST], *more])


def named(rules: Iterable[Rule]) -> str:
    """`parameter a, b; naskah c`: rules by their section."""
    found: dict[str, list[str]] = {}
    for section, name in rules:
        found.setdefault(_CALLED.get(section, section.replace("_", " ")), []).append(name)
    return "; ".join(f"{section} {', '.join(names)}" for section, names in found.items())


def _place(gap: Gap) -> Keys:
    if gap.sebab is Sebab.LIBUR_BELUM_DIDAFTAR:
        return ("hari_libur",)
    place: Keys = ("sumber_hukum", gap.sumber)
    return (*place, "berlaku_sampai") if gap.sebab is Sebab.HUKUM_BERAKHIR else place
