"""What an award adds to its weights: the conditions it is mapped by, the Tim's scale, shares and order."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from p3dn_reports.problems import Problem
from p3dn_reports.rulebook.checks.references import on_table
from p3dn_reports.rulebook.checks.subject import Subject
from p3dn_reports.rulebook.source import Keys
from p3dn_reports.rules import Aspek, Penghargaan

_PESERTA = "peserta_penghargaan"
_HIGHEST_SCALE = 1000
_SCALE = f"angka 0 sampai dengan {_HIGHEST_SCALE}"


def check_awards(subject: Subject) -> Iterator[Problem]:
    """Every award maps rows of the participants, its scale rises, and the shares inside an aspect make 100."""
    for key, award in subject.rulebook.penghargaan.items():
        keys: Keys = ("penghargaan", key)
        for index, name in enumerate(award.pemetaan):
            yield from on_table(subject, (*keys, "pemetaan", index), _PESERTA, name)
        yield from _scale(subject, (*keys, "skala", "paling_tinggi"), award)
        yield from subject.unknown_words(
            "aspek", (*keys, "urutan_seri"), award.urutan_seri, (aspek.id for aspek in award.aspek)
        )
        for aspek in award.aspek:
            yield from _shares(subject, (*keys, "aspek", aspek.id, "sub_kriteria"), aspek)


def _scale(subject: Subject, keys: Keys, award: Penghargaan) -> Iterator[Problem]:
    low, high = award.skala.paling_rendah, award.skala.paling_tinggi
    for name, value in (("paling_rendah", low), ("paling_tinggi", high)):
        if not 0 <= value <= _HIGHEST_SCALE:
            yield subject.source.problem(
                "aturan-nilai-di-luar-batas", (*keys[:-1], name), nilai=str(value), satuan="skala", perlu=_SCALE
            )
    if high <= low:
        yield subject.source.problem("aturan-skala-terbalik", keys, nilai=str(high), terendah=str(low))


def _shares(subject: Subject, keys: Keys, aspek: Aspek) -> Iterator[Problem]:
    """All sub-criteria of an aspect have a share, together 100 percent, or none has."""
    shares = {sub.id: sub.bobot for sub in aspek.sub_kriteria.values()}
    total = sum((share for share in shares.values() if share is not None), Decimal(0))
    if aspek.berbobot and (None in shares.values() or total != 100 or min(filter(None, shares.values())) < 0):
        rincian = ", ".join(f"{name} {'tanpa bobot' if share is None else share}" for name, share in shares.items())
        yield subject.source.problem("aturan-bobot-sub-tidak-seratus", keys, key=True, nilai=aspek.id, rincian=rincian)
