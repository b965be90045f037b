"""Offices and roles named in words: one that is a slip of the pen for another goes to nobody."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from difflib import get_close_matches

from p3dn_reports.problems import Problem
from p3dn_reports.rulebook.checks.subject import Subject
from p3dn_reports.rulebook.source import Keys
from p3dn_reports.rules import ROLES

_WORD = re.compile(r"[a-z]{5,}")
_FIELD = re.compile(r"\{[^{}]*\}")
_NEAR = 0.8
_OFFICES = (
    "asisten badan biro bupati camat daerah dewan dinas direktur gubernur inspektorat inspektur kabupaten kantor kota "
    "kecamatan kelurahan kementerian kepala keuangan koordinator koperasi lurah menengah menteri pejabat pelaksana "
    "pemerintah pengadaan pengguna perangkat perdagangan perencanaan perindustrian presiden provinsi satuan umum usaha "
    "sekretariat sekretaris wakil wali walikota"
)


def check_offices(subject: Subject) -> Iterator[Problem]:
    """A word of an office that stands nowhere else in the rulebook and is nearly one that does."""
    named = list(_named(subject))
    written = Counter(word for _, text in named for word in _words(text))
    law = _words(" ".join(_texts(subject)))
    known = {*_OFFICES.split(), *(word for role in ROLES for word in role.split("_")), *law}
    known |= {word for word, times in written.items() if times > 1}
    for keys, text in named:
        for word in (one for one in _words(text) if one not in known):
            near = get_close_matches(word, [other for other in known if other[0] == word[0]], n=1, cutoff=_NEAR)
            if near and not near[0].startswith(word) and not word.startswith(near[0]):  # no mere ending
                yield subject.source.problem("aturan-jabatan-mirip", keys, nilai=text, kata=word, dugaan=near[0])


def _words(text: str) -> list[str]:
    return _WORD.findall(_FIELD.sub(" ", text).lower())


def _named(subject: Subject) -> Iterator[tuple[Keys, str]]:
    """Every office in words, with the way to it."""
    rules = subject.rulebook
    for key, daerah in rules.daerah.items():
        yield ("daerah", key, "kepala_daerah"), daerah.kepala_daerah
        yield ("daerah", key, "dinas_pembina"), daerah.dinas_pembina or ""
    for section in ("jadwal", "kewajiban"):
        for key, one in getattr(rules, section).items():
            yield (section, key, "pelaksana"), one.pelaksana
    for key, dokumen in rules.dokumen.items():
        yield from ((("dokumen", key, "tembusan", index), line) for index, line in enumerate(dokumen.tembusan))


def _texts(subject: Subject) -> Iterator[str]:
    """The law's own words and names, as far as the rulebook has them."""
    rules = subject.rulebook
    for clause in rules.ketentuan.values():
        yield from (clause.teks or "", clause.pokok)
    for source in rules.sumber_hukum.values():
        yield f"{source.jenis} {source.judul}"
    for daerah in rules.daerah.values():
        yield from (daerah.nama_pemda, daerah.ibu_kota, *(dated.nilai for dated in daerah.nama))
