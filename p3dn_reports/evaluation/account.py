"""The whole way of one result: the calculation down to its cells, and the law, values and readings it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from p3dn_reports.errors import UsageError
from p3dn_reports.evaluation.approvals import approvals
from p3dn_reports.evaluation.assessment import IndikatorResult, PeringkatResult
from p3dn_reports.evaluation.awarded import NilaiPeserta
from p3dn_reports.evaluation.objects.results import Pengenal, PutusanResult
from p3dn_reports.evaluation.objects.steps import Langkah
from p3dn_reports.evaluation.result import below, plain
from p3dn_reports.evaluation.shapes import Shape
from p3dn_reports.evaluation.wording import filled
from p3dn_reports.problems import problem
from p3dn_reports.rules import Citation, Scope
from p3dn_reports.tables import Tables
from p3dn_reports.vocabulary import Periode

VERSI = "2"

Faults = Callable[[str, Set[str]], tuple[str, ...]]
"""Of a unit and some tables, why what rests on them cannot be trusted yet, and what would mend it."""


@dataclass(frozen=True, slots=True)
class Klausul:
    """A clause: as cited, the law's short name and title, the place in words."""

    rujukan: Citation
    sumber: str
    judul: str
    tempat: str


@dataclass(frozen=True, slots=True)
class NilaiDipakai:
    """A dated value of the rulebook as in force here: a `parameter`, or a `daftar` with its codes."""

    jenis: str
    id: str
    judul: str
    nilai: str
    berlaku_sejak: date
    dasar: tuple[Klausul, ...]


@dataclass(frozen=True, slots=True)
class Bacaan:
    """An open reading that was used: the tafsir's id, its words, and whether somebody approved it."""

    tafsir: str
    pilihan: str
    dipakai: str
    disahkan: bool


def whole(step: Langkah) -> dict[str, Any]:
    """A step as it stands in a result, with its cell, the rows behind it and all steps below."""
    told: dict[str, Any] = below(step)
    return {**told, "sel": step.sel, "bukti": step.bukti, "bagian": [whole(part) for part in step.bagian]}


@dataclass(frozen=True, slots=True)
class Penjelasan:
    """Everything behind one result: an indicator, the largest rows of a unit, a score, an object's figure or verdict.

    `hasil` is the result as hasil.json has it (None: a figure, which `langkah` is all of), `langkah` None where the
    object is kept out of what is decided. `klausul` names every clause cited anywhere below, `ditahan` says why the
    data cannot be trusted yet, and what would mend that.
    """

    daerah: str
    periode: Periode
    data_per: date
    objek: Pengenal
    judul: str
    hasil: IndikatorResult | PeringkatResult | NilaiPeserta | PutusanResult | None
    langkah: Langkah | None
    dipakai: tuple[NilaiDipakai, ...]
    klausul: tuple[Klausul, ...]
    bacaan: tuple[Bacaan, ...]
    ditahan: tuple[str, ...]
    SHAPE: ClassVar[Shape] = Shape(also=("tampil",), forms={"langkah": whole})

    @property
    def tampil(self) -> str:
        """The outcome in words."""
        if self.langkah is None:
            return "tidak diputus: objek ini di luar yang diputus"
        if isinstance(self.hasil, IndikatorResult):
            status = f" ({self.hasil.tampil_pita})" if self.hasil.tampil_pita else ""
            return f"{self.hasil.tampil}{status}"
        if isinstance(self.hasil, PutusanResult):
            return self.hasil.tampil or "belum dapat diputus"
        return self.langkah.tampil

    def as_json(self) -> dict[str, Any]:
        """Versioned plain data; numbers are text, as in hasil.json."""
        return {"versi": VERSI, **plain(self)}


def account(
    tables: Tables,
    scope: Scope,
    objek: Pengenal,
    judul: str,
    langkah: Langkah | None,
    *,
    hasil: IndikatorResult | PeringkatResult | NilaiPeserta | PutusanResult | None = None,
    dipakai: Iterable[NilaiDipakai] = (),
    tafsir: Iterable[str] = (),
    ditahan: tuple[str, ...] = (),
) -> Penjelasan:
    """The way of a result whose calculation is `langkah`, with the law it cites and the readings it rests on."""
    return Penjelasan(
        daerah=scope.daerah.id,
        periode=scope.periode,
        data_per=scope.data_per,
        objek=objek,
        judul=judul,
        hasil=hasil,
        langkah=langkah,
        dipakai=tuple(dipakai),
        klausul=clauses_of(scope, dict.fromkeys(_cited_in(langkah))),
        bacaan=tuple(_readings_used(tables, scope, tafsir)),
        ditahan=ditahan,
    )


def clauses_of(scope: Scope, dasar: Iterable[Citation]) -> tuple[Klausul, ...]:
    """The clauses with the names of their laws."""
    rules, sources = scope.rulebook, scope.rulebook.sumber_hukum
    return tuple(
        Klausul(one, sources[one.sumber].sebutan, sources[one.sumber].judul, rules.place_in_words(one)) for one in dasar
    )


def refusal(kode: str, nilai: str, **isi: str) -> UsageError:
    """The message `kode` as what is wrong with the names a person asked for."""
    found = problem(kode, nilai=nilai, **isi)  # type: ignore[arg-type]
    return UsageError(f"{found.pesan} {found.saran}")


def _cited_in(step: Langkah | None) -> Iterator[Citation]:
    """Every clause cited in a step and below it."""
    if step is not None:
        yield from step.dasar
        for part in step.bagian:
            yield from _cited_in(part)


def _readings_used(tables: Tables, scope: Scope, tafsir: Iterable[str]) -> Iterator[Bacaan]:
    """Each reading as it is read here, and whether somebody approved it."""
    approved = approvals(tables, scope)[0]
    for name in tafsir:
        known, choices = scope.rulebook.tafsir.get(name), scope.rulebook.pilihan.values()
        chosen = next((scope.pilihan(one.id) for one in choices if one.tafsir == name), "")
        yield Bacaan(name, chosen, filled(known.dipakai, scope) if known else "", name in approved)
