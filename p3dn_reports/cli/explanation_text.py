"""An explanation as text that reads from top to bottom: result, law, values used, then each sum down to its rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from p3dn_reports.cli.grid import grid
from p3dn_reports.formatting import angka, rupiah, tanggal

if TYPE_CHECKING:
    from p3dn_reports.evaluation.explanation import (
        AsalUkuran,
        Bacaan,
        BarisAsal,
        Explanation,
        Klausul,
        NilaiDipakai,
        VonisSyarat,
    )

_INDENT = "  "


def explanation_text(explanation: Explanation) -> str:
    """The whole way of one number, in sections; a section with nothing to say is left out."""
    sections = (
        _head(explanation),
        _section("Dasar hukum", (_clause(klausul) for klausul in explanation.klausul)),
        _section("Ambang dan parameter yang dipakai", map(_used, explanation.parameter)),
        _section("Daftar yang dipakai", map(_used, explanation.daftar)),
        _section("Cara membaca yang dipakai", map(_reading, explanation.bacaan)),
        _section("Target menurut", (_place(row) + _amount_of(row) for row in explanation.target)),
        *(_source(asal) for asal in explanation.asal),
    )
    return "\n\n".join(section for section in sections if section)


def _head(explanation: Explanation) -> str:
    hasil, unit = explanation.hasil, explanation.unit
    lines = [
        f"{explanation.judul}: {unit.nama} ({unit.kode_satker})",
        f"{explanation.daerah}, {explanation.periode}, data per {tanggal(explanation.data_per)}",
        "",
        f"Hasil   {hasil.tampil}{f', {hasil.tampil_pita}' if hasil.tampil_pita else ''}",
        f"Rumus   {explanation.rumus}",
    ]
    if hasil.sebab:
        lines.append(f"Sebab   {hasil.sebab}")
    if hasil.nilai is not None and hasil.pembilang is not None and hasil.penyebut is not None:
        value = _twelve_decimals(hasil.nilai)
        lines.append(f"Angka   {angka(hasil.pembilang)} / {angka(hasil.penyebut)} = {value}%")
    if len(unit.anggota) > 1:
        lines.append(f"Gabungan dari {len(unit.anggota)} satuan kerja: {', '.join(unit.anggota)}")
    return "\n".join(lines)


def _section(title: str, lines: Iterable[str]) -> str:
    told = [f"{_INDENT}- {line}" for line in lines]
    return "\n".join([title, *told]) if told else ""


def _clause(klausul: Klausul) -> str:
    return " ".join(part for part in (f"{klausul.sumber} tentang {klausul.judul}", klausul.tempat) if part)


def _used(used: NilaiDipakai) -> str:
    rests_on = "; ".join(f"{one.sumber} {one.tempat}".strip() for one in used.dasar)
    return f"{used.judul}: {used.nilai}, berlaku sejak {tanggal(used.berlaku_sejak)} ({rests_on})"


def _reading(bacaan: Bacaan) -> str:
    approval = "sudah disahkan" if bacaan.disahkan else "belum disahkan"
    return f"{bacaan.tafsir}: {bacaan.pilihan}, {approval}. {bacaan.dipakai}".rstrip()


def _source(asal: AsalUkuran) -> str:
    amount = _money(asal.nilai, asal.kolom) if asal.nilai is not None else f"tidak ada, {asal.sebab}"
    lines = [
        f"{asal.peran.capitalize()}: {asal.judul} = {amount}",
        *(f"{_INDENT}Dasar: {_clause(klausul)}" for klausul in asal.dasar),
    ]
    if asal.nilai is not None:
        counted = f"dari {asal.baris_unit} baris satuan ini, {asal.baris_dihitung} dihitung"
        lines.append(f"{_INDENT}Tabel {asal.judul_tabel}: {counted}")
        lines += _verdicts(asal.syarat)
        lines += _rows("Baris terbesar yang dihitung", asal.terbesar)
        lines += _rows("Baris terbesar yang tidak dihitung", asal.ditolak_terbesar)
    return "\n".join(lines)


def _verdicts(syarat: Iterable[VonisSyarat]) -> Iterator[str]:
    rows = [
        [vonis.kalimat, str(vonis.memenuhi), str(vonis.tidak), str(vonis.ditolak), rupiah(vonis.nilai_ditolak)]
        for vonis in syarat
    ]
    if rows:
        header = ["Syarat", "Memenuhi", "Tidak", "Ditolak di sini", "Nilai yang ditolak"]
        yield from (f"{_INDENT}{line}" for line in grid(header, rows, right=frozenset({1, 2, 3, 4})).splitlines())


def _rows(title: str, rows: Iterable[BarisAsal]) -> Iterator[str]:
    cells = [[_place(row), _amount_of(row).removeprefix(": "), row.penolak or ""] for row in rows]
    if cells:
        refused = any(cell[2] for cell in cells)
        header = ["Letak", "Nilai", "Tidak memenuhi"] if refused else ["Letak", "Nilai"]
        table = grid(header, [cell[: len(header)] for cell in cells], right=frozenset({1}))
        yield f"{_INDENT}{title}:"
        yield from (f"{_INDENT * 2}{line}" for line in table.splitlines())


def _place(row: BarisAsal) -> str:
    parts = (row.berkas, row.lembar, f"baris {row.baris}" if row.baris else None, row.kolom)
    return ", ".join(part for part in parts if part)


def _amount_of(row: BarisAsal) -> str:
    return f": {angka(row.nilai)}" if row.nilai is not None else ""


def _money(value: Decimal, column: str | None) -> str:
    return rupiah(value) if column else f"{angka(value)} baris"


def _twelve_decimals(value: Fraction) -> str:
    return angka(Fraction(round(value * 10**12), 10**12))
