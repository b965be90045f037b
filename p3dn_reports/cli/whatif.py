"""p3dn whatif: who is affected if a rule were another."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import click

from p3dn_reports.cli.exits import CHANGED, CLEAN
from p3dn_reports.cli.grid import grid
from p3dn_reports.cli.options import (
    Command,
    RulesPath,
    exit_code_option,
    format_option,
    open_inputs,
    open_workspace,
)
from p3dn_reports.cli.rules_text import change_lines, wrapped
from p3dn_reports.errors import UsageError
from p3dn_reports.formatting import nilai_bersatuan

if TYPE_CHECKING:
    from p3dn_reports.evaluation.changes import Seen
    from p3dn_reports.policy.whatif import WhatIf


def supposition_options(command: Command) -> Command:
    """What is supposed: values, readings, another rulebook."""
    for option in (
        click.option(
            "--rules",
            metavar="BERKAS",
            type=RulesPath(),
            help="Andaikan buku aturan lain: berkasnya, atau folder salinannya. Bila lebih lama daripada buku aturan "
            "folder kerja, yang ditampilkan ialah perubahan dari sana ke buku aturan folder kerja.",
        ),
        click.option("--pilihan", multiple=True, metavar="ID=OPSI", help="Andaikan bacaan lain; boleh berulang."),
        click.option(
            "--set", "nilai", multiple=True, metavar="PARAMETER=NILAI", help="Andaikan nilai parameter; boleh berulang."
        ),
    ):
        command = option(command)
    return command


@click.command(short_help="Siapa yang terkena bila aturannya lain.")
@click.argument(
    "inputs",
    nargs=-1,
    help="Folder masukan: letaknya, atau namanya di bawah inputs/; boleh beberapa, misalnya semua triwulan. "
    "Tanpa ini: satu-satunya folder di inputs/.",
)
@supposition_options
@click.option(
    "--page",
    metavar="BERKAS",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Tulis juga halaman HTML untuk dicetak dan ditandatangani.",
)
@click.option("--oleh", metavar="NAMA", help="Yang mengusulkan perubahan, pada halaman itu.")
@format_option("text", "json")
@exit_code_option
@click.pass_obj
def whatif(
    explicit: Path | None,
    inputs: tuple[str, ...],
    nilai: tuple[str, ...],
    pilihan: tuple[str, ...],
    rules: Path | None,
    page: Path | None,
    oleh: str | None,
    form: str,
    exit_code: bool,
) -> int:
    """Hitung masukan yang sama dengan aturan yang diandaikan, lalu tampilkan bedanya.

    Yang ditampilkan: perubahan aturan menurut instrumennya, satuan kerja yang statusnya berubah, naskah yang muncul
    atau hilang, dan jumlah seluruh daerah sebelum dan sesudah. Tidak ada yang ditulis selain halaman --page.
    """
    from p3dn_reports.policy.whatif import Supposition, what_ifs

    workspace = open_workspace(explicit)
    supposition = Supposition(rules, pairs("--set", nilai), pairs("--pilihan", pilihan))
    folders = [open_inputs(workspace, one) for one in inputs or (None,)]
    found = what_ifs(workspace, folders, supposition)
    if page is not None:
        from p3dn_reports.policy.signing_page import save_page

        save_page(page, found, oleh)
        click.echo(f"Halaman usulan: {page}", err=True)
    if form == "json":
        click.echo(json.dumps({"versi": "1", **_content(found)}, ensure_ascii=False, indent=2))
    else:
        click.echo("\n\n".join(part for part in _all_sections(found) if part))
    return CHANGED if exit_code and any(one.berubah for one in found) else CLEAN


def _content(found: Sequence[WhatIf]) -> dict[str, object]:
    """Of one folder its own content, of several each one's."""
    if len(found) == 1:
        return found[0].as_json()
    return {"berubah": any(one.berubah for one in found), "masukan": [one.as_json() for one in found]}


def pairs(option: str, written: Iterable[str]) -> dict[str, str]:
    """What an option names, each NAME=VALUE. Raises UsageError for what is written otherwise, or twice."""
    found: dict[str, str] = {}
    for text in written:
        name, sign, value = text.partition("=")
        if not (name.strip() and sign and value.strip()):
            raise UsageError(f"Tulis {option} sebagai NAMA=ISI, bukan {text}.")
        if name.strip() in found:
            raise UsageError(f"{option} {name.strip()} disebut dua kali.")
        found[name.strip()] = value.strip()
    return found


def _all_sections(found: Sequence[WhatIf]) -> Iterator[str]:
    """The change, once where it is the same for all folders, then the consequences of each, then all in a table."""
    same = all(one.perubahan == found[0].perubahan for one in found)
    if same:
        yield _change(found[0])
    for one in found:
        yield f"{one.daerah}, {one.meta.periode}, data per {one.meta.tanggal_cutoff.isoformat()}"
        if not same:
            yield _change(one)
        yield from _sections(one)
    if len(found) > 1:
        yield grid(
            ["Masukan", "Periode", "Pindah status", "Naskah muncul", "Naskah hilang"], [_counts(one) for one in found]
        )


def _counts(one: WhatIf) -> list[str]:
    units = {change.kode_satker for change in one.akibat.pindah}
    came = sum(paper.sebelum is None for paper in one.dokumen)
    gone = sum(paper.sesudah is None for paper in one.dokumen)
    return [one.masukan, str(one.meta.periode), *map(str, (len(units), came, gone))]


def _change(one: WhatIf) -> str:
    lines = "\n".join(f"  {line}" for line in change_lines(one.perubahan)) or "  tidak ada"
    return f"Yang diandaikan, dari {one.dari} menjadi {one.ke}\n{lines}"


def _sections(result: WhatIf) -> Iterator[str]:
    akibat = result.akibat
    yield "Akibatnya\n" + "\n".join(line for text in result.kalimat for line in wrapped(f"- {text}", "  "))
    yield from _units(result)
    yield _documents(result)
    if akibat.penghargaan:
        rows = [[one.nama, one.sebelum or "-", one.sesudah or "-"] for one in akibat.penghargaan]
        yield f"{len(rows)} nilai penghargaan berubah\n" + grid(["Calon", "Sebelum", "Sesudah"], rows)
    if akibat.objek:
        rows = [[one.judul, one.objek, one.sebelum or "-", one.sesudah or "-"] for one in akibat.objek]
        yield f"{len(rows)} putusan atau hitungan berubah\n" + grid(["Aturan", "Atas", "Sebelum", "Sesudah"], rows)
    yield _region(result)


def _units(result: WhatIf) -> Iterator[str]:
    moved = result.akibat.pindah
    rest = len(result.akibat.unit) - len(moved)
    if not moved:
        yield "Tidak ada satuan kerja yang statusnya berubah."
    else:
        rows = [
            [one.kode_satker or "", one.nama or "", one.indikator, _seen(one.sebelum), _seen(one.sesudah)]
            for one in moved
        ]
        units = len({one.kode_satker for one in moved})
        yield f"{units} satuan kerja berubah status\n" + grid(
            ["Kode", "Satuan kerja", "Indikator", "Sebelum", "Sesudah"], rows
        )
    if rest:
        yield f"{rest} nilai lain berubah tanpa perubahan status; daftarnya pada --format json."


def _documents(result: WhatIf) -> str:
    if not result.dokumen:
        return "Tidak ada naskah yang muncul, hilang, atau berubah kedudukan."
    rows = [[_happens(one.sebelum, one.sesudah), one.judul, one.nama or "seluruh daerah"] for one in result.dokumen]
    return f"{len(rows)} naskah berubah\n" + grid(["Akibat", "Naskah", "Untuk"], rows)


def _region(result: WhatIf) -> str:
    rows = []
    for line in result.seluruh:
        sides = (("sebelum", line.sebelum), ("sesudah", line.sesudah)) if line.berubah else (("tetap", line.sesudah),)
        rows += [[line.indikator, side, *sums(seen)] for side, seen in sides]
    return grid(["Seluruh daerah", "", "Pembilang", "Penyebut", "Nilai"], rows, right=frozenset({2, 3, 4}))


def sums(seen: Seen | None) -> list[str]:
    """What was divided, in its unit, and the share, as printed."""
    if seen is None or seen.nilai is None:
        return ["-", "-", seen.tampil if seen else "tidak ada"]
    divided = (seen.pembilang or Fraction(0), seen.penyebut or Fraction(0))
    return [*(nilai_bersatuan(one, seen.satuan) for one in divided), seen.tampil]


def _happens(before: str | None, after: str | None) -> str:
    if before is None:
        return f"muncul ({after})"
    return f"hilang ({before})" if after is None else f"{before} → {after}"


def _seen(seen: Seen | None) -> str:
    return f"{seen.tampil} {seen.status or 'tidak dinilai'}" if seen else "tidak ada"
