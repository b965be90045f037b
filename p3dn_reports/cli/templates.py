"""p3dn templates: the drafter's tools, for the Word files that become letters, reports and decrees."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

from p3dn_reports.cli.exits import CLEAN, code_of
from p3dn_reports.cli.options import Form, WorkspacePath, all_option, format_option, open_inputs, open_workspace
from p3dn_reports.cli.report import ALL, counts, echo_problems
from p3dn_reports.errors import ProblemsError, UsageError
from p3dn_reports.problems import Problem
from p3dn_reports.vocabulary import JENIS_NASKAH
from p3dn_reports.workspace import Workspace

_FILE = WorkspacePath(dir_okay=False)
_NEW_FILE = click.Path(dir_okay=False, path_type=Path)
_POLL_SECONDS = 0.5
_PREVIEW = "-pratinjau.docx"

kind_option = click.option(
    "--jenis",
    "kind",
    type=click.Choice(tuple(JENIS_NASKAH)),
    help="Jenis naskah. Tanpa ini: menurut dokumen di rules.yaml yang memakai templat itu.",
)


@click.group(
    short_help="Periksa, lihat, dan pratinjau templat; daftar field.", subcommand_metavar="PERINTAH [ISIAN]..."
)
def templates() -> None:
    """Alat perancang atas templat Word: pemeriksaan, daftar field, pratinjau, dan teks untuk git."""


@templates.command(short_help="Periksa templat: semua kesalahan dengan tempatnya.")
@click.argument("berkas", nargs=-1, type=_FILE, help="Templat .docx. Tanpa ini: semua templat folder kerja.")
@click.option(
    "--comments", "target", metavar="BERKAS", type=_NEW_FILE, help="Tulis salinan templat dengan komentar Word di situ."
)
@kind_option
@all_option
@format_option("text", "json")
@click.pass_obj
def check(
    explicit: Path | None,
    berkas: tuple[Path, ...],
    target: Path | None,
    kind: str | None,
    form: str,
    *,
    everything: bool,
) -> int:
    """Periksa templat tanpa data: tag, blok, filter, dan nama field, masing-masing dengan tempat dan sarannya."""
    from p3dn_reports import drafter

    place = open_workspace(explicit)
    paths = berkas or tuple(place.word_templates)
    if target is not None and len(paths) != 1:
        raise UsageError("Pilihan --comments hanya untuk satu templat; sebutkan berkasnya.")
    found = drafter.check(place, paths, kind)
    problems = [item.problem for items in found.values() for item in items]
    if target is not None:
        _refuse_same(paths[0], target)
        drafter.comment(paths[0], found[paths[0]], target)
        click.echo(f"Salinan dengan {len(problems)} komentar: {target}", err=True)
    if form == "json":
        content = {"versi": "1", "masalah": [problem.as_json() for problem in problems]}
        click.echo(json.dumps(content, ensure_ascii=False, indent=2))
        return code_of(problems)
    echo_problems(problems, ALL, everything=everything, err=False)
    click.echo(f"{len(paths)} templat diperiksa: {counts(problems)}.")
    return code_of(problems)


@templates.command(short_help="Daftar field yang dapat ditulis pada templat.")
@click.option(
    "-o", "--output", "target", metavar="BERKAS", type=_NEW_FILE, help="Berkas yang ditulis; wajib untuk docx."
)
@kind_option
@click.option(
    "--format",
    "form",
    type=Form(["markdown", "html", "docx", "json"]),
    help="Bentuk keluaran. Tanpa ini: menurut akhiran BERKAS, selain itu markdown.",
)
@click.pass_obj
def fields(explicit: Path | None, target: Path | None, kind: str | None, form: str | None) -> int:
    """Cetak katalog field: nama, jenis, contoh, asal, dan tag yang tinggal disalin."""
    from p3dn_reports import drafter

    place = open_workspace(explicit)
    form = form or _FORM_OF.get(target.suffix.lower() if target else "", "markdown")
    if form == "docx" and target is None:
        raise UsageError("Sebutkan berkas Word yang ditulis, misalnya -o katalog-field.docx.")
    content = _as_json(drafter.fields_of(place, kind)) if form == "json" else drafter.fields_page(place, form, kind)
    if target is None:
        click.echo(content.decode("utf-8"), nl=False)
    else:
        _write(target, content)
        click.echo(f"Katalog field: {target}", err=True)
    return CLEAN


_FORM_OF = {".html": "html", ".docx": "docx", ".json": "json"}


def _as_json(catalogue: dict[str, Any]) -> bytes:
    return (json.dumps({"versi": "1", **catalogue}, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


@templates.command(short_help="Isi berkas Word sebagai teks (untuk git).")
@click.argument("berkas", type=_FILE, help="Berkas .docx.")
def text(berkas: Path) -> int:
    """Cetak isi, tabel, kepala dan kaki halaman, serta catatan kaki sebagai teks, misalnya untuk git diff."""
    from p3dn_reports import drafter

    click.echo(drafter.text(berkas), nl=False)
    return CLEAN


@templates.command(short_help="Cetak templat dengan data sungguhan.")
@click.argument("berkas", type=_FILE, help="Templat .docx.")
@click.argument("inputs", required=False, help="Folder masukan: letaknya, atau namanya di bawah inputs/.")
@click.option("--unit", metavar="KODE", help="Kode satuan kerja yang datanya dipakai. Tanpa ini: unit pertama.")
@click.option("--watch", is_flag=True, help="Cetak ulang setiap kali templat disimpan, sampai Ctrl+C ditekan.")
@kind_option
@click.pass_obj
def preview(
    explicit: Path | None, berkas: Path, inputs: str | None, unit: str | None, kind: str | None, *, watch: bool
) -> int:
    """Cetak templat dengan data satu unit ke NAMA-pratinjau.docx di sebelahnya, dan PDF bila ada LibreOffice."""
    place = open_workspace(explicit)
    folder = open_inputs(place, inputs)

    def render() -> int:
        return _preview(place, berkas, folder, unit, kind)

    return render() if not watch else _watched(berkas, render)


def _preview(place: Workspace, path: Path, folder: Path, unit: str | None, kind: str | None) -> int:
    from p3dn_reports import drafter

    rendered = drafter.preview(place, path, folder, unit, kind)
    target = path.with_name(f"{path.stem}{_PREVIEW}")
    _write(target, rendered.content)
    click.echo(f"Pratinjau: {target}")
    if rendered.wanting:
        click.echo(f"Belum ada datanya: {', '.join(rendered.wanting)}", err=True)
    problems = [*rendered.problems, *_preview_pdf(target)]
    echo_problems(problems)
    return code_of(problems)


def _preview_pdf(path: Path) -> list[Problem]:
    """Write the PDF of a preview beside it. No LibreOffice is no fault here: the Word file is what was asked for."""
    from p3dn_reports import drafter

    converted = drafter.to_pdf(path)
    if converted is None:
        click.echo("PDF tidak dibuat karena LibreOffice tidak ada di komputer ini; naskah Word-nya lengkap.", err=True)
    elif converted.content is not None:
        target = path.with_suffix(".pdf")
        _write(target, converted.content)
        click.echo(f"PDF: {target}")
    return [converted.problem] if converted and converted.problem else []


def _watched(path: Path, render: Callable[[], int]) -> int:
    """Render now and after every change, telling what is wrong and going on; ends with Ctrl+C."""
    click.echo(f"Menunggu {path.name} disimpan; Ctrl+C untuk berhenti.", err=True)
    for _ in changes(path):
        try:
            render()
        except ProblemsError as error:
            echo_problems(error.problems)
        except UsageError as error:
            click.echo(f"Kesalahan: {error}", err=True)
    return CLEAN


def changes(path: Path) -> Iterator[None]:
    """Once at first, then whenever the file is another one; ends when the person interrupts."""
    seen: tuple[int, int] | None = None
    now: tuple[int, int] | None
    while True:
        try:
            found = path.stat()
            now = (found.st_mtime_ns, found.st_size)
        except OSError:  # Word puts a new file in its place
            now = seen
        if now != seen:
            seen = now
            yield
        try:
            time.sleep(_POLL_SECONDS)
        except KeyboardInterrupt:
            return


def _write(target: Path, content: bytes) -> None:
    try:
        target.write_bytes(content)
    except OSError as error:
        raise UsageError(
            f"{target} tidak dapat ditulis; tutup dahulu bila sedang terbuka di Word ({error})."
        ) from error


def _refuse_same(source: Path, target: Path) -> None:
    if source.resolve() == target.resolve():
        raise UsageError("Salinan berkomentar tidak boleh menimpa templatnya; sebutkan nama lain.")
