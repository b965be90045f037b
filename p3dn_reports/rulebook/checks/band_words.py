"""The words of a band speak of its own limits, from the right side, and never of a number written out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from p3dn_reports.problems import Problem
from p3dn_reports.rulebook.checks.subject import Subject
from p3dn_reports.rulebook.source import Keys, suggestion
from p3dn_reports.rules import Band, Pita

_FIELD = re.compile(r"\{([^{}]*)\}")
# How words put a limit: up to it or from it, and whether the limit itself is meant too.
_UP_TO = {
    "tidak lebih dari": True,
    "tidak melebihi": True,
    "paling banyak": True,
    "paling tinggi": True,
    "sampai dengan": True,
    "maksimal": True,
    "di bawah": False,
    "kurang dari": False,
    "tidak mencapai": False,
    "belum mencapai": False,
}
_FROM = {
    "tidak kurang dari": True,
    "paling sedikit": True,
    "paling rendah": True,
    "sedikitnya": True,
    "minimal": True,
    "mulai": True,
    "mencapai": True,
    "di atas": False,
    "lebih dari": False,
    "melebihi": False,
    "melampaui": False,
}
_WORDS = {**{word: (True, own) for word, own in _UP_TO.items()}, **{word: (False, own) for word, own in _FROM.items()}}
_SAID = re.compile(rf"\b({'|'.join(sorted(_WORDS, key=len, reverse=True))})\s*\{{([^{{}}]*)\}}", re.IGNORECASE)
_DIGITS = re.compile(r"[0-9]+([.,][0-9]+)?\s*%?")
_COUNT = "nol|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|se?puluh|se?belas|se?ratus|puluh|belas|ratus|koma"
_IN_WORDS = re.compile(rf"\b(?:(?:{_COUNT})\s+)+(?:persen|per seratus)\b", re.IGNORECASE)


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
    bare = _FIELD.sub("", band.tampil)
    if written := _DIGITS.search(bare) or _IN_WORDS.search(bare):
        perlu = " atau ".join(f"{{{name}}}" for name in own) or "isian batasnya"
        yield subject.source.problem("aturan-pita-angka-tertulis", keys, nilai=written[0].strip(), perlu=perlu)
    for said in _contradicting(before, band):
        yield subject.source.problem("aturan-pita-kata-terbalik", keys, nilai=said, pita=band.id)


def _contradicting(before: Band | None, band: Band) -> Iterator[str]:
    """Words that put a limit on the other side than the comparisons do, or the limit itself."""
    lower, upper = bound(before), bound(band)
    for word, name in _SAID.findall(band.tampil):
        up_to, itself = _WORDS[word.lower()]
        if name not in (lower, upper) or lower == upper:
            continue
        if before is not None and name == lower:
            right = not up_to and itself == (before.kurang_dari is not None)
        else:
            right = up_to and itself == (band.paling_banyak is not None)
        if not right:
            yield f"{word} {{{name}}}"
