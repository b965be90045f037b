"""An object's figure or verdict as text: result, law, choices tried, then every step down to cells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from p3dn_reports.cli.explained import Law, reading, section, wrapped
from p3dn_reports.cli.report import printable
from p3dn_reports.formatting import tanggal

if TYPE_CHECKING:
    from p3dn_reports.evaluation.explanation import Klausul
    from p3dn_reports.evaluation.objects.explain import ObjectExplanation
    from p3dn_reports.evaluation.objects.results import Percobaan, PutusanResult
    from p3dn_reports.evaluation.objects.steps import Langkah
    from p3dn_reports.rules import Citation

_HELD = {True: "ya", False: "tidak", None: "belum dapat diputus"}


class _Cited:
    """Clauses by their citation, so that a step can name its own."""

    def __init__(self, klausul: tuple[Klausul, ...]) -> None:
        self._known = {one.rujukan: one for one in klausul}
        self.law = Law()

    def told(self, dasar: tuple[Citation, ...]) -> str:
        """` [1] Pasal 30 ayat (6)`, or nothing."""
        return self.law.cite([self._known[one] for one in dasar])


def object_text(explanation: ObjectExplanation) -> str:
    """The whole way, in sections; a section with nothing to say is left out."""
    cited = _Cited(explanation.klausul)
    result = explanation.putusan
    sections = [
        _head(explanation),
        section("Datanya belum dapat dipercaya", explanation.ditahan),
        section("Aturannya", _clauses(explanation, cited)),
        section("Cara membaca yang dipakai", map(reading, explanation.bacaan)),
        *(_verdict_sections(result, cited) if result else ()),
        _tree("Hitungannya", tuple(_steps(explanation)), cited),
        section("Peraturan yang dirujuk", cited.law.register()),
    ]
    return "\n\n".join(part for part in sections if part)


def _head(explanation: ObjectExplanation) -> str:
    objek, result = explanation.objek, explanation.putusan
    lines = [
        f"{explanation.judul}: {objek.sebutan}",
        f"{explanation.daerah}, {explanation.periode}, data per {tanggal(explanation.data_per)}",
        "",
        f"Hasil   {_outcome(explanation)}",
    ]
    sebab = explanation.langkah.sebab if explanation.langkah else result.sebab if result else None
    lines += [f"Sebab   {sebab}"] if sebab else []
    if result and result.nilai:
        lines.append(f"Nilai   {result.nilai.uraian}: {result.nilai.tampil}")
    return "\n".join(map(printable, lines))


def _outcome(explanation: ObjectExplanation) -> str:
    if explanation.langkah:
        return explanation.langkah.tampil
    if explanation.putusan is None:
        return "tidak diputus: objek ini di luar yang diputus"
    return explanation.putusan.tampil or "belum dapat diputus"


def _clauses(explanation: ObjectExplanation, cited: _Cited) -> list[str]:
    step, result = explanation.langkah, explanation.putusan
    dasar = step.dasar if step else result.dasar if result else ()
    return [cited.told((one,)) for one in dasar]


def _verdict_sections(result: PutusanResult, cited: _Cited) -> Iterator[str]:
    yield section("Tindakannya", result.tindakan)
    yield section("Yang masih kurang", result.kurang)
    if result.percobaan:
        lines = [line for n, one in enumerate(result.percobaan, start=1) for line in _choice(n, one)]
        yield "\n".join(["Pilihan yang diperiksa, dari atas", *lines])


def _choice(number: int, one: Percobaan) -> Iterator[str]:
    yield wrapped(f"{number}. ", f"{one.tampil}: {_HELD[one.berlaku]}")
    for vonis in one.vonis:
        because = f" ({vonis.sebab})" if vonis.berlaku is None and vonis.sebab else ""
        yield "  " + wrapped("- ", f"{vonis.kalimat}: {_HELD[vonis.berlaku]}{because}")


def _steps(explanation: ObjectExplanation) -> Iterator[Langkah]:
    """The figure; or the figures a verdict goes with or asks of, each once."""
    if explanation.langkah:
        yield explanation.langkah
    result = explanation.putusan
    if result is None:
        return
    seen: dict[str, Langkah] = {}
    for step in ([result.nilai] if result.nilai else []) + [step for _, step in result.disertai]:
        seen.setdefault(step.uraian, step)
    for tried in result.percobaan:
        for vonis in tried.vonis:
            if vonis.kiri.bagian or vonis.kiri.sel:
                seen.setdefault(vonis.kiri.uraian, vonis.kiri)
    yield from seen.values()


def _tree(title: str, steps: tuple[Langkah, ...], cited: _Cited) -> str:
    lines = [line for step in steps for line in _branch(step, 0, cited)]
    return "\n".join([title, *lines]) if lines else ""


def _branch(step: Langkah, depth: int, cited: _Cited) -> Iterator[str]:
    places = "; ".join(part for part in (str(step.sel) if step.sel else "", cited.told(step.dasar)) if part)
    why = f": {step.sebab}" if step.nilai is None and step.sebab and not step.bagian else ""
    line = f"{step.uraian} = {step.tampil}{why}{f' ({places})' if places else ''}"
    yield "  " * depth + wrapped("- ", line)
    for part in step.bagian:
        yield from _branch(part, depth + 1, cited)
