"""An instrument's block that continues another, written into the text of the rulebook: its lines, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import yaml

from p3dn_reports.rulebook.instruments import INSTRUMEN
from p3dn_reports.rulebook.loader import LOADER
from p3dn_reports.rulebook.writing import below, node_at
from p3dn_reports.rules import SumberHukum
from p3dn_reports.rules.continuing import in_words_of
from p3dn_reports.vocabulary import Periode

BELUM = "..."
"""Stands for a number that is not given yet."""


@dataclass(frozen=True, slots=True)
class Continuation:
    """The instrument `id` that continues `dari` in `untuk`; without number or day it is not issued yet."""

    id: str
    dari: SumberHukum
    untuk: Periode
    nomor: str | None = None
    tanggal: date | None = None

    @property
    def belum_ditetapkan(self) -> bool:
        """Whether number or day is wanting."""
        return self.nomor is None or self.tanggal is None

    @property
    def mulai(self) -> date:
        """The day it begins: its own, else the first of its quarter."""
        return self.tanggal or self.untuk.mulai

    def lines(self) -> Iterator[str]:
        """The block as YAML, outermost key first."""
        yield f"{self.id}:"
        for key, value in self._entry():
            yield f"  {key}: {value}"

    def _entry(self) -> Iterator[tuple[str, str]]:
        old, tahun = self.dari, self.mulai.year
        nomor = self.nomor or BELUM
        yield "jenis", _text(old.jenis)
        if old.sebutan_khusus:
            named = f"Nomor {old.nomor} Tahun {old.tahun}"
            yield "sebutan", _text(old.sebutan_khusus.replace(named, f"Nomor {nomor} Tahun {tahun}"))
        yield "nomor", _text(nomor)
        yield "tahun", _text(str(tahun))
        yield "judul", _text(in_words_of(old.judul, old.untuk, self.untuk) if old.untuk else old.judul)
        yield "tingkat", _text(str(old.tingkat))
        yield "berlaku_sejak", _text(self.mulai.isoformat())
        quarter = f', triwulan: "{self.untuk.triwulan}"' if self.untuk.triwulan else ""
        yield "untuk", f'{{tahun: "{self.untuk.tahun}"{quarter}}}'
        yield "melanjutkan", old.id
        if self.belum_ditetapkan:
            yield "belum_ditetapkan", "ya"


def with_block(text: str, continuation: Continuation) -> str | None:
    """The text with the block below the last one of its `instrumen`; None where there is none to stand below."""
    blocks: Any = node_at(yaml.compose(text, Loader=LOADER), INSTRUMEN)
    if not isinstance(blocks, yaml.MappingNode) or not blocks.value or blocks.flow_style:
        return None
    return below(text, blocks.value[-1], ["", *continuation.lines()])


def _text(value: str) -> str:
    """Double quotes as YAML and JSON share them."""
    return json.dumps(" ".join(value.split()), ensure_ascii=False)
