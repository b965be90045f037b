"""p3dn build: every document of the period, and what became of each."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from p3dn_reports.cli.exits import CLEAN, FINDINGS
from p3dn_reports.cli.grid import grid
from p3dn_reports.cli.options import all_option, format_option, inputs_argument, open_inputs, open_workspace
from p3dn_reports.cli.progress import progress
from p3dn_reports.cli.report import ALL, SHOWN, counts, echo_first, echo_in_brief, echo_problems, printable
from p3dn_reports.problems import Problem, has_errors

if TYPE_CHECKING:
    from p3dn_reports.pipeline import BuildResult, DocumentRecord

_STATUSES = ("lengkap", "konsep", "ditahan")
_WHY = {
    "ditahan": "Ditahan, karena datanya belum dapat dipercaya:",
    "konsep": "Konsep, karena masih ada yang harus diisi:",
}


@click.command(short_help="Buat semua naskah periode ini.")
@inputs_argument
@click.option("--only", metavar="DOKUMEN", multiple=True, help="Hanya naskah dengan id ini; boleh diulang.")
@click.option("--unit", metavar="KODE", multiple=True, help="Hanya satuan kerja dengan kode ini; boleh diulang.")
@click.option("--pdf", is_flag=True, help="Buat juga PDF setiap naskah, di folder pdf/; perlu LibreOffice.")
@click.option("--pdf-a", is_flag=True, help="Seperti --pdf, tetapi PDF/A-2b untuk arsip, di folder pdf-a/.")
@click.option("--zip", "zipped", is_flag=True, help="Buat juga satu berkas .zip berisi folder keluaran, di sebelahnya.")
@click.option("--dry-run", is_flag=True, help="Tampilkan yang akan dibuat tanpa menulis apa pun.")
@all_option
@format_option("text", "json")
@click.pass_obj
def build(
    explicit: Path | None,
    inputs: str | None,
    only: tuple[str, ...],
    unit: tuple[str, ...],
    pdf: bool,
    pdf_a: bool,
    zipped: bool,
    dry_run: bool,
    form: str,
    *,
    everything: bool,
) -> int:
    """Periksa, hitung, dan buat semua naskah periode ini di outputs/, lalu katakan status tiap naskah.

    Naskah yang tidak berubah tidak dibuat lagi, dan naskah yang sudah ada tidak pernah ditimpa; PDF dapat ditambahkan
    kemudian.
    """
    from p3dn_reports import pipeline
    from p3dn_reports.desk.building import settle
    from p3dn_reports.desk.people import here
    from p3dn_reports.desk.places import Desk
    from p3dn_reports.desk.turns import turn

    workspace = open_workspace(explicit)
    folder = open_inputs(workspace, inputs)
    desk, petugas = Desk.of(workspace, folder), here()
    with progress() as watch:
        with ExitStack() as held:
            result = pipeline.build(
                workspace,
                folder,
                only=frozenset(only),
                unit=frozenset(unit),
                dry_run=dry_run,
                progress=watch,
                before_making=None if dry_run else lambda: held.enter_context(turn(desk, petugas)),
            )
            told = settle(desk, petugas, result)
        result = pipeline.with_copies(workspace, result, form=_pdf_form(pdf, pdf_a), zipped=zipped, progress=watch)
    if form == "json":
        click.echo(json.dumps(_as_json(result), ensure_ascii=False, indent=2))
    else:
        _echo_result(result, everything=everything)
    echo_problems(told)
    withheld = _of_status(result.dokumen, "ditahan")
    return FINDINGS if withheld or has_errors((*result.problems, *_faults_of_pdf(result))) else CLEAN


def _pdf_form(pdf: bool, pdf_a: bool) -> str | None:
    if pdf_a:
        return "pdf-a"
    return "pdf" if pdf else None


def _echo_result(result: BuildResult, *, everything: bool) -> None:
    """First what is wrong, last where the documents lie: that is what stays in sight."""
    echo_first(result.problems)
    in_full = f"{ALL}, dan ada di hasil.xlsx, lembar Temuan" if result.folder else ALL
    echo_in_brief(result.problems, in_full, everything=everything)
    if result.dokumen:
        click.echo(f"\n{_status_table(result.dokumen)}")
    for status, title in _WHY.items():
        _echo_reasons(title, _of_status(result.dokumen, status), shown=None if everything else SHOWN)
    click.echo(f"\nTemuan: {counts(result.problems)}.")
    if result.folder is None:
        click.echo("Tidak ada yang ditulis.")
        return
    if not result.baru:
        click.echo("Tidak ada yang berubah sejak pembuatan terakhir, jadi tidak ada yang dibuat lagi.")
    click.echo(f"{_what_lies_there(result.dokumen)}:\n  {result.folder}")
    _echo_copies(result)


def _what_lies_there(dokumen: Sequence[DocumentRecord]) -> str:
    """What the folder holds: without a document, the figures and findings alone."""
    if any(record.status != "ditahan" for record in dokumen):
        return "Naskahnya ada di"
    return "Tidak ada naskah yang dibuat. Angka dan temuannya (hasil.xlsx, hasil.json, masalah.json) ada di"


def _echo_copies(result: BuildResult) -> None:
    echo_problems(_faults_of_pdf(result))
    if result.pdf and result.pdf.folder:
        standing = "" if result.pdf.baru else " sudah"
        click.echo(f"PDF-nya{standing} ada di:\n  {result.pdf.folder}")
    if result.arsip:
        click.echo(f"Arsipnya ada di:\n  {result.arsip}")


def _faults_of_pdf(result: BuildResult) -> tuple[Problem, ...]:
    return result.pdf.problems if result.pdf else ()


def _status_table(dokumen: Sequence[DocumentRecord]) -> str:
    made = Counter((record.judul, record.status) for record in dokumen)
    titles = list(dict.fromkeys(record.judul for record in dokumen))
    rows = [[title, *(str(made[title, status] or "-") for status in _STATUSES)] for title in titles]
    return grid(["Naskah", *_STATUSES], rows, right=frozenset({1, 2, 3}))


def _echo_reasons(title: str, dokumen: Sequence[DocumentRecord], shown: int | None) -> None:
    if not dokumen:
        return
    click.echo(f"\n{title}")
    for record in dokumen[:shown]:
        name = ", ".join(filter(None, (record.judul, record.nama_unit or record.unit, record.kunci)))
        click.echo(printable(f"  - {name}: {_reasons(record)}"))
    rest = len(dokumen[shown:]) if shown is not None else 0
    if rest:
        click.echo(f"  ... dan {rest} naskah lagi; {ALL}, dan ada di hasil.xlsx, lembar Naskah")


def _reasons(record: DocumentRecord) -> str:
    wanting = [f"isi {text}" for text in record.isian]
    if record.kurang and not wanting:
        wanting = [f"tempat yang harus diisi ditandai di naskahnya ({', '.join(record.kurang)})"]
    return "; ".join((*record.sebab, *wanting))


def _of_status(dokumen: Sequence[DocumentRecord], status: str) -> list[DocumentRecord]:
    return [record for record in dokumen if record.status == status]


def _as_json(result: BuildResult) -> dict[str, object]:
    return {
        "versi": "1",
        "folder": str(result.folder) if result.folder else None,
        "baru": result.baru,
        "dokumen": [record.as_json() for record in result.dokumen],
        "pdf": str(result.pdf.folder) if result.pdf and result.pdf.folder else None,
        "arsip": str(result.arsip) if result.arsip else None,
        "masalah": [problem.as_json() for problem in (*result.problems, *_faults_of_pdf(result))],
    }
