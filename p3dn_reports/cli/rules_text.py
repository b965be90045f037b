"""Rules, changes and cases as text for people."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from p3dn_reports.cli.grid import grid
from p3dn_reports.cli.report import printable
from p3dn_reports.problems import Problem

if TYPE_CHECKING:
    from p3dn_reports.policy.trial import CaseResult, TrialResult
    from p3dn_reports.rulebook.diff import Change
    from p3dn_reports.rulebook.prose import Description

WIDTH = 100


def finding(problem: Problem) -> str:
    """`rules.yaml:12:5: galat: ... [kode]`, as editors read places, and what to do on the next line."""
    place = problem.lokasi
    where = ":".join(str(part) for part in (place.berkas, place.baris, place.huruf) if part is not None)
    head, _, rest = problem.pesan.partition(": ")
    said = rest if head.startswith(f"{place.berkas} baris ") else problem.pesan
    return printable(f"{where}: {problem.tingkat}: {said} [{problem.kode}]") + f"\n    → {printable(problem.saran)}"


def description_text(told: Description) -> str:
    """One rule: title, sentences, clauses."""
    lines = [f"{told.bagian} {told.id}", *wrapped(told.judul, "  ")]
    for sentence in told.kalimat:
        lines += wrapped(sentence, "    " if sentence.startswith("- ") else "  ")
    if told.dasar:
        lines.append("  Dasar hukum:")
        for one in told.dasar:
            lines += wrapped(f"- {one.tempat} [{one.rujukan}]", "    ")
            lines += (line for words in one.baris for line in wrapped(words, "      | "))
    return "\n".join(lines)


def change_lines(changes: Iterable[Change]) -> Iterator[str]:
    """The changes under the instrument they rest on, two or three lines for each."""
    from p3dn_reports.rulebook.diff import by_instrument

    for instrumen, own in by_instrument(changes).items():
        yield from wrapped(f"{instrumen}:", "")
        for change in own:
            way = f" › {change.letak}" if change.letak else ""
            yield printable(f"  {change.jenis}: {change.bagian} {change.id}{way}")
            yield from wrapped(_from_to(change), "      ")
            if change.dasar:
                yield from wrapped(f"dasar: {', '.join(change.dasar)}", "      ")


def change_record(changes: Iterable[Change], lama: Path, baru: Path) -> str:
    """The printable record of the changes, with the digests of both files."""
    listed = list(changes)
    lines = ["# Catatan perubahan buku aturan", ""]
    for word, path in (("Lama", lama), ("Baru", baru)):
        name = path.name if lama.name != baru.name else f"{path.parent.name}/{path.name}"
        lines.append(f"- {word}: {name} (SHA-256 {_digest(path)})")
    lines.append("")
    if not listed:
        return "\n".join([*lines, "Tidak ada perubahan makna.", ""])
    from p3dn_reports.rulebook.diff import by_instrument

    lines += [f"{len(listed)} perubahan makna."]
    number = 0
    for instrumen, own in by_instrument(listed).items():
        lines += ["", f"## {cell(instrumen)}", ""]
        lines += ["| No. | Aturan | Bagian yang berubah | Sebelum | Sesudah | Dasar |", "|---:|---|---|---|---|---|"]
        for change in own:
            number += 1
            rule = f"{change.judul} ({change.bagian} {change.id})" if change.judul else f"{change.bagian} {change.id}"
            way = f"{change.letak or 'seluruhnya'} ({change.jenis})"
            cells = [rule, way, change.sebelum or "-", change.sesudah or "-", ", ".join(change.dasar) or "-"]
            lines.append(f"| {number} | {' | '.join(map(cell, cells))} |")
    return "\n".join(
        [*lines, "", "Mengetahui:", "", "Nama: ______________________  Tanggal: ______________________", ""]
    )


def continued_lines(mewarisi: Mapping[str, Sequence[str]], tersisa: Sequence[str]) -> Iterator[str]:
    """What a continuing instrument inherits, kind by kind, then what is still to be settled."""
    for kind, found in mewarisi.items():
        yield f"  {kind} ({len(found)})"
        for one in found:
            yield from wrapped(f"- {one}", "    ")
    if tersisa:
        yield "Yang masih harus ditetapkan:"
        for one in tersisa:
            yield from wrapped(f"- {one}", "  ")


def case_lines(case: CaseResult) -> Iterator[str]:
    """One line for a case that holds; below one that does not, what was expected and what came."""
    yield printable(f"{'sesuai' if case.lulus else 'BEDA  '}  {case.berkas}: {case.judul}")
    for problem in case.problems:
        yield textwrap.indent(finding(problem), "    ")
    for fault in case.beda:
        yield printable(f"    {case.berkas}:{fault.baris}: {fault.hal}")
        yield printable(f"        diharapkan {fault.diharapkan}, dihasilkan {fault.dihasilkan}")


def coverage_grid(result: TrialResult) -> str:
    """Which rules the cases exercised, with right and wrong cases."""
    rows = [[item.bagian, item.id, str(item.benar), str(item.salah), item.kurang] for item in result.cakupan]
    return grid(["Bagian", "Aturan", "Kena", "Tidak", "Yang belum diuji"], rows, right=frozenset({2, 3}))


def _from_to(change: Change) -> str:
    if change.sebelum is None:
        return change.sesudah or ""
    return change.sebelum if change.sesudah is None else f"{change.sebelum} → {change.sesudah}"


def wrapped(text: str, indent: str) -> list[str]:
    """The text in lines of at most WIDTH letters, each behind `indent`; a list item hangs."""
    hang = indent + ("  " if text.startswith("- ") else "")
    return textwrap.wrap(
        printable(text),
        WIDTH,
        initial_indent=indent,
        subsequent_indent=hang,
        break_long_words=False,
        break_on_hyphens=False,
    )


def cell(text: str) -> str:
    """Text for a cell of a Markdown table."""
    return printable(text).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")


def _digest(path: Path) -> str:
    """The digest of the rulebook with every file it includes."""
    from p3dn_reports.rulebook.files import digest_of_files, gather

    return digest_of_files(gather(path)[0])[:12]
