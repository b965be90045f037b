"""The words of a band speak of its own limits, from the right side, and never of a number written out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from p3dn_reports.problems import Problem
from p3dn_reports.rulebook.checks.subject import Subject
from p3dn_reports.rulebook.source import Keys, suggestion
from p3dn_reports.rules import Band, Pita

_FIELD = re.compile(r"\{([^{}]*)\}")
_UP_TO = "di bawah|kurang dari|paling banyak|sampai dengan|tidak lebih dari"
_FROM = "di atas|lebih dari|paling sedikit|sedikitnya|mulai"
_SAID = re.compile(rf"({_UP_TO})\s*\{{([^{{}}]*)\}}", re.IGNORECASE)
_SAID_FROM = re.compile(rf"(?<!tidak )({_FROM})\s*\{{([^{{}}]*)\}}", re.IGNORECASE)
_BELOW = frozenset({"di bawah", "kurang dari"})
_ABOVE = frozenset({"di atas", "lebih dari"})


def check_band_words(subject: Subject, keys: Keys, pita: Pita) -> Iterator[Problem]:
    """Every band of a pita whose limits are sound; `keys` lead to its list of bands."""
    before: Band | None = None
    for index, band in enumerate(pita.batas):
        yield from _words(subject, (*keys, index, "tampil"), before, band)
        before = band


def bound(band: Band | None) -> str | None:
    """The parameter that ends a band, if any."""
    return None if band is None else band.kurang_dari or band.paling_banyak


def _words(subject: Subject, keys: Keys, before: Band | None, band: Band) -> Iterator[Problem]:
    own = [name for name in (bound(before), bound(band)) if name is not None]
    for field in _FIELD.findall(band.tampil):
        if field not in own:
            kode = "aturan-pita-isian-lain" if field in subject.rulebook.parameter else "aturan-isian-tidak-dikenal"
            dugaan = suggestion(field, own)
            yield subject.source.problem(kode, keys, nilai=field, pita=band.id, dugaan=dugaan)
    if digits := re.search(r"[0-9]+([.,][0-9]+)?\s*%?", _FIELD.sub("", band.tampil)):
        perlu = " atau ".join(f"{{{name}}}" for name in own) or "isian batasnya"
        yield subject.source.problem("aturan-pita-angka-tertulis", keys, nilai=digits[0].strip(), perlu=perlu)
    for said in _contradicting(before, band):
        yield subject.source.problem("aturan-pita-kata-terbalik", keys, nilai=said, pita=band.id)


def _contradicting(before: Band | None, band: Band) -> Iterator[str]:
    """Words that put the limit itself on the other side than the comparison does."""
    for word, name in _SAID.findall(band.tampil):
        upper = name == bound(band) and name != bound(before)
        if upper and (word.lower() in _BELOW) != (band.kurang_dari is not None):
            yield f"{word} {{{name}}}"
    for word, name in _SAID_FROM.findall(band.tampil):
        lower = before is not None and name == bound(before) and name != bound(band)
        if lower and before is not None and (word.lower() in _ABOVE) != (before.paling_banyak is not None):
            yield f"{word} {{{name}}}"
