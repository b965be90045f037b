"""What the words that run over the rows of a group make of the rows' values."""

from __future__ import annotations

from p3dn_reports.evaluation.objects.steps import Langkah
from p3dn_reports.formatting import daftar_kata
from p3dn_reports.rules import Kata
from p3dn_reports.rules.days_off import Due
from p3dn_reports.rules.words import WORDS, Blank, Word, unit_of

SHOWN = 20
"""How many rows a step names at most."""


def total_of(kata: Kata, steps: list[Langkah], baris: int) -> Langkah:
    """What a word over rows makes of the values of the rows kept."""
    word = WORDS[kata]
    judul, satuan = f"{word.step} ({len(steps)} dari {baris})", unit_of([step.satuan for step in steps])
    wanting = next((step for step in steps if step.nilai is None), None)
    if wanting is not None and word.blank is Blank.WANTED:
        return Langkah(judul, satuan, sebab=wanting.sebab, bagian=(wanting,))
    return _of_filled(word, judul, satuan, steps)


def _of_filled(word: Word, judul: str, satuan: str, steps: list[Langkah]) -> Langkah:
    filled = [step for step in steps if step.nilai is not None]
    try:
        nilai = word.value([step.nilai for step in filled], {})
    except ValueError:
        return Langkah(judul, satuan, sebab="tidak ada barisnya yang terisi", kosong=True)
    assert not isinstance(nilai, Due)  # noqa: S101 - no word over rows is about working days
    sebab = None if nilai is not None else _differing(filled)
    picked = next((step for step in filled if step.nilai == nilai), None) if word.memilih else None
    return Langkah(judul, satuan, nilai, sebab=sebab, bagian=(picked,) if picked else tuple(steps[:SHOWN]))


def _differing(steps: list[Langkah]) -> str:
    """Which values stand where one is asked for, each with the first cell that holds it."""
    found: dict[str, Langkah] = {}
    for step in steps:
        found.setdefault(str(step.nilai).lower(), step)
    named = daftar_kata([f"{step.tampil} ({step.sel})" if step.sel else step.tampil for step in found.values()])
    return f"{steps[0].uraian} berbeda-beda di antara barisnya: {named}"
