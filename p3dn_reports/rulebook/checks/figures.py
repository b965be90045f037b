"""Numbers that must fit each other on every day in force: weights, bands, units."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise

from p3dn_reports.problems import Problem
from p3dn_reports.rulebook.checks.band_words import check_band_words
from p3dn_reports.rulebook.checks.moments import Moment, applicable, breakpoints, moments
from p3dn_reports.rulebook.checks.subject import Subject
from p3dn_reports.rulebook.source import Keys
from p3dn_reports.rules import Band, Penghargaan, Pita, Rulebook

_AMBANG = "ambang"
_POSSIBLE = {
    "persen": "angka 0 sampai dengan 100",
    _AMBANG: "angka 0 sampai dengan 500",
    "rupiah": "angka 0 sampai dengan 1.000.000.000.000.000, paling banyak dua desimal",
    "jumlah": "bilangan bulat 0 sampai dengan 1.000.000",
}
_HIGHEST = {"persen": 100, _AMBANG: 500, "rupiah": 10**15, "jumlah": 10**6}
"""What each unit holds at most; an achievement, and so the limit of a band, may lie above 100%."""


def check_figures(subject: Subject) -> Iterator[Problem]:
    """Each parameter's values are possible; weights sum to 100; bands rise without gap or overlap."""
    yield from _possible(subject)
    for key, penghargaan in subject.rulebook.penghargaan.items():
        yield from _award(subject, ("penghargaan", key), penghargaan)
    for key, pita in subject.rulebook.pita.items():
        yield from _bands(subject, ("pita", key, "batas"), pita)


def _possible(subject: Subject) -> Iterator[Problem]:
    limits = {_bound(band) for pita in subject.rulebook.pita.values() for band in pita.batas}
    for key, parameter in subject.rulebook.parameter.items():
        kind = _AMBANG if parameter.satuan == "persen" and key in limits else parameter.satuan
        for index, dated in enumerate(parameter.nilai):
            if not is_possible(kind, dated.nilai):
                yield subject.source.problem(
                    "aturan-nilai-di-luar-batas",
                    ("parameter", key, "nilai", index, "nilai"),
                    nilai=str(dated.nilai),
                    satuan=parameter.satuan,
                    perlu=_POSSIBLE[kind],
                )


def is_possible(satuan: str, nilai: Decimal) -> bool:
    """Whether a number can be one of its unit: neither below nought nor beyond what the unit holds, nor too fine."""
    if not 0 <= nilai <= _HIGHEST[satuan]:
        return False
    places = {"rupiah": 2, "jumlah": 0}.get(satuan, 6)
    return bool(nilai * 10**places == int(nilai * 10**places))


def _in_percent(rules: Rulebook, names: Iterable[str]) -> tuple[str, ...]:
    """The names, where every one is a parameter in percent; else none, for what is wrong is said of the names."""
    found = tuple(names)
    known = (rules.parameter.get(name) for name in found)
    return found if all(one is not None and one.satuan == "persen" for one in known) else ()


def _award(subject: Subject, keys: Keys, penghargaan: Penghargaan) -> Iterator[Problem]:
    names = _in_percent(subject.rulebook, (aspek.bobot for aspek in penghargaan.aspek))
    for moment, values in _states(subject, names):
        at_weights = (*keys, "aspek")
        yield from _wanting(subject, at_weights, moment, values)
        if all(value is not None for value in values.values()):
            yield from _weights(subject, at_weights, moment, penghargaan, values)


def _weights(
    subject: Subject, keys: Keys, moment: Moment, award: Penghargaan, values: dict[str, Decimal | None]
) -> Iterator[Problem]:
    weights = [(aspek.bobot, values[aspek.bobot] or Decimal(0)) for aspek in award.aspek]
    total = sum((weight for _, weight in weights), Decimal(0))
    if total != 100:
        yield subject.source.problem(
            "aturan-bobot-tidak-seratus",
            keys,
            key=True,
            nilai=str(total),
            daerah=moment.daerah.id,
            tanggal=moment.data_per.isoformat(),
            rincian=", ".join(f"{name} {weight}" for name, weight in weights),
        )


def _bands(subject: Subject, keys: Keys, pita: Pita) -> Iterator[Problem]:
    faults = list(_shape(subject, keys, pita))
    bounds = [bound for band in pita.batas if (bound := _bound(band)) is not None]
    names = () if faults else _in_percent(subject.rulebook, bounds)
    yield from faults or (check_band_words(subject, keys, pita) if len(names) == len(bounds) else ())
    for moment, values in _states(subject, names):
        yield from _wanting(subject, keys, moment, values)
        yield from _rising(subject, keys, moment, pita, values)


def _shape(subject: Subject, keys: Keys, pita: Pita) -> Iterator[Problem]:
    """The last band is open and it alone; each has one bound and its own name."""
    seen: set[str] = set()
    for index, band in enumerate(pita.batas):
        last = index == len(pita.batas) - 1
        bounds = [name for name in (band.kurang_dari, band.paling_banyak) if name is not None]
        kode = (
            "aturan-pita-dua-batas"
            if len(bounds) == 2
            else "aturan-pita-terakhir-tertutup"
            if last and bounds
            else "aturan-pita-tanpa-batas"
            if not last and not bounds
            else None
        )
        if kode:
            yield subject.source.problem(kode, (*keys, index), nilai=band.id)
        if band.id in seen:
            yield subject.source.problem("aturan-pita-ganda", (*keys, index, "id"), nilai=band.id)
        seen.add(band.id)


def _bound(band: Band) -> str | None:
    return band.kurang_dari if band.kurang_dari is not None else band.paling_banyak


def _rising(
    subject: Subject, keys: Keys, moment: Moment, pita: Pita, values: dict[str, Decimal | None]
) -> Iterator[Problem]:
    """No band is empty: bounds rise, or `kurang_dari` and then `paling_banyak` share one (the exact value alone)."""
    for index, (before, band) in enumerate(pairwise(pita.batas)):
        low, high = values.get(_bound(before) or ""), values.get(_bound(band) or "")
        if low is None or high is None:
            continue
        exact = low == high and before.kurang_dari is not None and band.paling_banyak is not None
        if not (low < high or exact):
            yield subject.source.problem(
                "aturan-pita-tidak-naik",
                (*keys, index + 1),
                nilai=band.id,
                batas=str(high),
                lain=str(low),
                daerah=moment.daerah.id,
                tanggal=moment.data_per.isoformat(),
            )


def _wanting(subject: Subject, keys: Keys, moment: Moment, values: dict[str, Decimal | None]) -> Iterator[Problem]:
    """Parameters of a group without a value while others have one."""
    for name, value in values.items():
        if value is None:
            yield subject.source.problem(
                "aturan-nilai-tidak-ada",
                keys,
                key=True,
                nilai=name,
                daerah=moment.daerah.id,
                tanggal=moment.data_per.isoformat(),
            )


def _states(subject: Subject, names: Iterable[str]) -> Iterator[tuple[Moment, dict[str, Decimal | None]]]:
    """The parameters' values at every moment where any has one; each different state once."""
    known = {name: subject.rulebook.parameter[name] for name in names if name in subject.rulebook.parameter}
    days = breakpoints(subject.rulebook, [dated for parameter in known.values() for dated in parameter.nilai])
    seen: set[tuple[object, ...]] = set()
    for line in moments(subject.rulebook, days):
        for moment in line:
            values: dict[str, Decimal | None] = {}
            for name, parameter in known.items():
                found = applicable(moment, parameter.nilai)
                values[name] = parameter.nilai[found[0]].nilai if found else None
            state = tuple(values.values())
            if state not in seen and any(value is not None for value in values.values()):
                seen.add(state)
                yield moment, values
