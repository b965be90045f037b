"""p3dn rules: the policy owner's tools on the rulebook itself."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from p3dn_reports.cli.dates import Tanggal
from p3dn_reports.cli.exits import CHANGED, CLEAN, FINDINGS, code_of
from p3dn_reports.cli.grid import grid
from p3dn_reports.cli.options import RulesPath, WorkspacePath, exit_code_option, format_option, open_workspace
from p3dn_reports.cli.report import counts
from p3dn_reports.cli.rules_text import (
    case_lines,
    change_lines,
    change_record,
    continued_lines,
    coverage_grid,
    description_text,
    finding,
)
from p3dn_reports.errors import UsageError

if TYPE_CHECKING:
    from p3dn_reports.rules import Rulebook

_FILE = RulesPath()


@click.group(short_help="Periksa, uji, banding, jelaskan, dan sahkan buku aturan.")
def rules() -> None:
    """Alat pemilik kebijakan atas buku aturan (rules.yaml)."""


@rules.command(short_help="Periksa buku aturan saja.")
@click.argument("berkas", required=False, type=_FILE, help="Buku aturan lain. Tanpa ini: rules.yaml folder kerja.")
@format_option("text", "json")
@click.pass_obj
def check(explicit: Path | None, berkas: Path | None, form: str) -> int:
    """Periksa buku aturan saja: setiap temuan dengan baris, kolom, dan sarannya."""
    from p3dn_reports.policy import desk

    found = desk.check_rules(open_workspace(explicit), berkas)
    if form == "json":
        problems = [{**problem.as_json(), "huruf": problem.lokasi.huruf} for problem in found.problems]
        _echo_json({"berkas": found.berkas.name, "banyak": dict(found.banyak), "masalah": problems})
        return code_of(found.problems)
    for problem in found.problems:
        click.echo(finding(problem))
    click.echo(f"{found.berkas.name}: {counts(found.problems)}, {sum(found.banyak.values())} aturan.")
    return code_of(found.problems)


@rules.command(short_help="Jalankan kasus uji buku aturan.")
@click.argument(
    "kasus",
    nargs=-1,
    type=WorkspacePath(),
    help="Berkas atau folder kasus. Tanpa ini: aturan-uji/.",
)
@format_option("text", "json")
@click.pass_obj
def test(explicit: Path | None, kasus: tuple[Path, ...], form: str) -> int:
    """Jalankan kasus uji buku aturan (aturan-uji/*.yaml) dan tampilkan aturan mana yang sudah diuji."""
    from p3dn_reports.policy import trial

    result = trial.run(open_workspace(explicit), kasus)
    code = CLEAN if result.lulus else FINDINGS
    if form == "json":
        _echo_json(result.as_json())
        return code
    for case in result.kasus:
        for line in case_lines(case):
            click.echo(line)
    click.echo(f"\n{coverage_grid(result)}")
    passed, tried = sum(case.lulus for case in result.kasus), result.banyak_teruji
    click.echo(f"\n{passed} dari {len(result.kasus)} kasus sesuai; {tried} dari {len(result.cakupan)} aturan teruji.")
    return code


@rules.command(short_help="Bandingkan dua buku aturan menurut maknanya.")
@click.argument("lama", type=_FILE, help="Buku aturan yang lama: berkasnya, atau folder salinannya.")
@click.argument("baru", required=False, type=_FILE, help="Buku aturan yang baru. Tanpa ini: rules.yaml folder kerja.")
@format_option("text", "json", "markdown")
@exit_code_option
@click.pass_obj
def diff(explicit: Path | None, lama: Path, baru: Path | None, form: str, exit_code: bool) -> int:
    """Bandingkan dua buku aturan menurut maknanya; komentar, urutan, dan tanda kutip bukan perubahan.

    Bentuk markdown adalah catatan perubahan untuk dicetak.
    """
    from p3dn_reports.policy import desk

    workspace = open_workspace(explicit)
    changes = desk.compare(workspace, lama, baru or workspace.rules)
    if form == "json":
        _echo_json({"perubahan": [change.as_json() for change in changes]})
    elif form == "markdown":
        click.echo(change_record(changes, lama, baru or workspace.rules), nl=False)
    else:
        click.echo("\n".join(change_lines(changes)) or "Tidak ada perubahan makna.")
    return CHANGED if exit_code and changes else CLEAN


@rules.command(short_help="Jelaskan satu aturan dengan kalimat.")
@click.argument(
    "aturan", metavar="[ID]", required=False, help="Id aturan, atau bagian.id. Tanpa ini: daftar semua aturan."
)
@click.option("--coverage", is_flag=True, help="Tabel ketentuan peraturan dan aturan yang memuatnya.")
@format_option("text", "json", "markdown")
@click.pass_obj
def show(explicit: Path | None, aturan: str | None, coverage: bool, form: str) -> int:
    """Jelaskan satu aturan: isinya dengan kalimat, nilainya menurut tanggal, dan ketentuan yang mendasarinya.

    Dengan --coverage: setiap ketentuan peraturan, satu per satu, dengan aturan yang memuatnya atau sebab tidak
    dikodekan. Bentuk markdown hanya untuk tabel itu.
    """
    from p3dn_reports.policy import desk
    from p3dn_reports.rulebook.prose import describe, listing, matches

    if coverage and aturan is not None:
        raise UsageError("--coverage menampilkan semua ketentuan; hapus ID-nya.")
    if form == "markdown" and not coverage:
        raise UsageError("Bentuk markdown hanya untuk --coverage.")
    workspace = open_workspace(explicit)
    rulebook = desk.load(workspace)
    if coverage:
        return _coverage(rulebook, form)
    if aturan is None:
        return _list(listing(rulebook), form)
    found = matches(rulebook, aturan)
    if not found:
        from p3dn_reports.rulebook.source import suggestion

        hint = suggestion(aturan, (name for _, name, _ in listing(rulebook)))
        raise UsageError(f"Tidak ada aturan {aturan}. {hint}")
    schemas = desk.schemas(workspace)
    told = [describe(rulebook, schemas, section, name) for section, name in found]
    if form == "json":
        _echo_json({"aturan": [one.as_json() for one in told]})
    else:
        click.echo("\n\n".join(map(description_text, told)))
    return CLEAN


@rules.command(short_help="Tulis seluruh buku aturan sebagai satu halaman HTML.")
@click.option(
    "-o",
    "--output",
    "out",
    metavar="BERKAS",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Berkas HTML yang ditulis. Tanpa ini: ikhtisar-aturan.html di folder keluaran.",
)
@click.pass_obj
def overview(explicit: Path | None, out: Path | None) -> int:
    """Tulis seluruh buku aturan sebagai satu halaman HTML untuk dibaca, dicari, dan dicetak tanpa jaringan.

    Setiap ambang dengan bunyi ketentuannya, masa berlakunya di setiap daerah, yang memakainya, dan naskah yang
    bertumpu padanya; daftar, pita, tabel putusan, jadwal, tafsir, dan semua ketentuan kata demi kata.
    """
    from p3dn_reports.policy.overview.save import save

    click.echo(f"Ikhtisar: {save(open_workspace(explicit), out)}")
    return CLEAN


@rules.command(short_help="Kalender aturan: yang mulai, yang berakhir, dan celahnya.")
@format_option("text", "json")
@click.pass_obj
def calendar(explicit: Path | None, form: str) -> int:
    """Tampilkan per daerah apa yang mulai dan berakhir, kapan, menurut peraturan mana, dan apa yang lalu tidak ada.

    Celah adalah ambang, daftar, putusan, naskah, atau hari libur yang pada suatu saat tidak berlaku lagi tanpa
    pengganti.
    """
    from p3dn_reports.cli.standing_text import calendar_json, calendar_lines
    from p3dn_reports.policy import desk

    rulebook = desk.load(open_workspace(explicit))
    if form == "json":
        _echo_json(calendar_json(rulebook))
    else:
        click.echo("\n".join(calendar_lines(rulebook)).rstrip())
    return CLEAN


@rules.command(short_help="Catat pengesahan satu tafsir.")
@click.argument("tafsir", metavar="ID", help="Id tafsir, misalnya skala.")
@click.option("--oleh", required=True, metavar="NAMA", help="Siapa yang mengesahkan, dengan jabatannya.")
@click.option("--tanggal", required=True, metavar="TANGGAL", type=Tanggal(), help="Kapan, misalnya 2024-12-16.")
@click.option("--dasar", required=True, metavar="TEKS", help="Dasarnya, misalnya nomor Berita Acara.")
@click.option(
    "--daerah", metavar="ID", help="Daerah yang mengesahkan. Tanpa ini: satu-satunya yang menerapkan peraturannya."
)
@click.pass_obj
def approve(explicit: Path | None, tafsir: str, oleh: str, tanggal: date, dasar: str, daerah: str | None) -> int:
    """Catat pengesahan satu tafsir di satu daerah pada berkas aturannya; komentar dan urutannya tetap.

    Pengesahan berlaku terus sampai bunyi tafsirnya, atau pilihan bacaannya di daerah itu, berubah.
    """
    from p3dn_reports.policy import desk

    workspace = open_workspace(explicit)
    done, berkas = desk.approve(workspace, tafsir, daerah, oleh, tanggal, dasar)
    click.echo(f"Pengesahan tafsir {tafsir} di {done.daerah} sudah dicatat di {berkas}.")
    return CLEAN


@rules.command("continue", short_help="Lanjutkan satu instrumen ke triwulan berikutnya.")
@click.argument("dari", metavar="ID", help="Id instrumen yang dilanjutkan, misalnya insekda-48-2024.")
@click.option("--id", "baru", required=True, metavar="ID", help="Id instrumen yang baru, misalnya insekda-1-2025.")
@click.option("--nomor", metavar="TEKS", help="Nomornya. Tanpa ini: belum ditetapkan.")
@click.option("--tanggal", metavar="TANGGAL", type=Tanggal(), help="Kapan ditetapkan. Tanpa ini: belum ditetapkan.")
@click.option("--tahun", required=True, metavar="ANGKA", type=click.IntRange(2000, 2100), help="Tahun anggarannya.")
@click.option("--triwulan", metavar="ANGKA", type=click.IntRange(1, 4), help="Triwulannya. Tanpa ini: setahun penuh.")
@click.pass_obj
def continue_(
    explicit: Path | None,
    dari: str,
    baru: str,
    nomor: str | None,
    tanggal: date | None,
    tahun: int,
    triwulan: int | None,
) -> int:
    """Tulis blok instrumen baru yang melanjutkan instrumen terdahulu, di bawah blok terakhir.

    Nilai, daftar, pola jadwal, kewajiban, dan naskah yang terdahulu berlaku juga di triwulan yang baru; di bloknya
    cukup ditulis yang lain. Selama nomor atau tanggalnya belum ada, naskahnya konsep.
    """
    from p3dn_reports.policy.continuing import continue_instrument
    from p3dn_reports.vocabulary import Periode

    workspace = open_workspace(explicit)
    done = continue_instrument(workspace, dari, baru, nomor, tanggal, Periode(tahun, triwulan))
    click.echo(f"Blok {baru} sudah ditulis di {done.berkas}. Yang dilanjutkan dari {dari}:")
    for line in continued_lines(done.mewarisi, done.tersisa):
        click.echo(line)
    return CLEAN


def _coverage(rulebook: Rulebook, form: str) -> int:
    from p3dn_reports.cli.coverage_text import coverage_lines, coverage_table
    from p3dn_reports.rulebook.carriers import carried

    clauses = carried(rulebook)
    if form == "json":
        _echo_json({"ketentuan": [one.as_json() for one in clauses]})
    elif form == "markdown":
        click.echo(coverage_table(clauses), nl=False)
    else:
        click.echo("\n".join(coverage_lines(clauses)))
    return FINDINGS if any(one.lepas for one in clauses) else CLEAN


def _list(rows: Sequence[tuple[str, str, str]], form: str) -> int:
    if form == "json":
        _echo_json({"aturan": [{"bagian": section, "id": name, "judul": title} for section, name, title in rows]})
    else:
        click.echo(grid(["Bagian", "Id", "Judul"], rows))
    return CLEAN


def _echo_json(content: dict[str, object]) -> None:
    click.echo(json.dumps({"versi": "1", **content}, ensure_ascii=False, indent=2))
