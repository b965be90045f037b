"""An explanation as text that reads from top to bottom: result, law, values used, then each sum down to its rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING

from p3dn_reports.cli.explained import INDENT, Law, reading, section, wrapped
from p3dn_reports.cli.grid import grid
from p3dn_reports.cli.report import printable
from p3dn_reports.formatting import angka, rupiah, tanggal
from p3dn_reports.problems import Location

if TYPE_CHECKING:
    from p3dn_reports.evaluation.assessment import IndikatorResult
    from p3dn_reports.evaluation.explanation import (
        AsalPenegasan,
        AsalUkuran,
        BarisAsal,
        Explanation,
        Jarak,
        NilaiDipakai,
        VonisSyarat,
    )


def explanation_text(explanation: Explanation) -> str:
    """The whole way of one number, in sections; a section with nothing to say is left out."""
    law = Law()
    sections = [
        _head(explanation),
        section("Datanya belum dapat dipercaya; yang akan membebaskannya", explanation.ditahan),
        section("Aturannya", [law.cite([klausul]) for klausul in explanation.klausul]),
        section("Ambang yang dipakai", [_used(used, law) for used in explanation.parameter]),
        section("Cara membaca yang dipakai", map(reading, explanation.bacaan)),
        section("Target", (": ".join((_place(row), _amount(row))) for row in explanation.target)),
        *(_source(asal, law) for asal in explanation.asal),
        *(_settling(explanation.hasil, explanation.penegasan, law) if explanation.penegasan else ()),
        section("Daftar yang dipakai", [_used(used, law) for used in explanation.daftar]),
        section("Peraturan yang dirujuk", law.register()),
    ]
    return "\n\n".join(section for section in sections if section)


def _head(explanation: Explanation) -> str:
    hasil, unit = explanation.hasil, explanation.unit
    lines = [
        f"{explanation.judul}: {unit.nama} ({unit.kode_satker})",
        f"{explanation.daerah}, {explanation.periode}, data per {tanggal(explanation.data_per)}",
        "",
        f"Hasil   {hasil.tampil}{f' ({hasil.tampil_pita})' if hasil.tampil_pita else ''}",
        f"Rumus   {explanation.rumus}",
    ]
    if hasil.penegasan and explanation.penegasan:
        other = explanation.penegasan
        lines.append(
            f"Status  semula {hasil.penegasan.tampil_semula}; ditegaskan oleh {other.judul}, {other.hasil.tampil}"
        )
    if hasil.sebab:
        lines.append(f"Sebab   {hasil.sebab}")
    if hasil.nilai is not None and hasil.pembilang is not None and hasil.penyebut is not None:
        value = angka(Fraction(round(hasil.nilai * 10**12), 10**12))
        lines.append(f"Angka   {angka(hasil.pembilang)} / {angka(hasil.penyebut)} x 100% = {value}%")
    lines += (f"Jarak   {_gap(jarak)}" for jarak in explanation.jarak)
    if len(unit.anggota) > 1:
        lines.append(f"Satuan  gabungan {len(unit.anggota)} satuan kerja: {', '.join(unit.anggota)}")
    return "\n".join(map(printable, lines))


def _gap(jarak: Jarak) -> str:
    """What is wanting, rounded up to the sen; what is more than enough, rounded down."""
    far = Fraction(ceil(jarak.selisih * 100), 100)
    amount = rupiah(abs(far)) if jarak.satuan == "rupiah" else f"{angka(ceil(abs(far)))} baris"
    limit = f"{angka(jarak.ambang)}% ({jarak.judul})"
    if not jarak.selisih:
        return f"tepat {limit}"
    return f"kurang {amount} dari {limit}" if jarak.selisih > 0 else f"{amount} di atas {limit}"


def _used(used: NilaiDipakai, law: Law) -> str:
    return f"{used.judul}: {used.nilai}, berlaku sejak {tanggal(used.berlaku_sejak)}; {law.cite(used.dasar)}"


def _source(asal: AsalUkuran, law: Law) -> str:
    lines = [f"{asal.peran.capitalize()}: {asal.judul} = {_total(asal)}"]
    if asal.dasar:
        lines.append(wrapped("Aturannya ", law.cite(asal.dasar)))
    if asal.nilai is not None:
        counted = f"{asal.baris_unit} baris satuan ini, {asal.baris_dihitung} dihitung"
        lines.append(f"{INDENT}Tabel {asal.judul_tabel}: {counted}. Syarat agar dihitung:")
        summed = asal.kolom is not None
        lines += (_verdict(number, vonis, summed=summed) for number, vonis in enumerate(asal.syarat, start=1))
        lines += _rows("Baris terbesar yang dihitung", asal.terbesar, ())
        lines += _rows("Baris terbesar yang tidak dihitung", asal.ditolak_terbesar, asal.syarat)
    return "\n".join(lines)


def _settling(hasil: IndikatorResult, penegasan: AsalPenegasan, law: Law) -> Iterator[str]:
    """What settled the status, or what could have."""
    status = penegasan.hasil.tampil_pita or "tidak dinilai"
    verdict = (
        f"status menjadi {status}"
        if penegasan.berlaku
        else f"status tetap {hasil.tampil_pita}, sebab {penegasan.hasil.sebab or 'tidak ada baris unit ini di sana'}"
    )
    yield section(f"Penegasan: {penegasan.judul} = {penegasan.hasil.tampil}", [f"Rumusnya {penegasan.rumus}", verdict])
    yield from (_source(asal, law) for asal in penegasan.asal)


def _total(asal: AsalUkuran) -> str:
    if asal.nilai is None:
        return f"tidak ada ({asal.sebab})"
    return rupiah(asal.nilai) if asal.kolom else f"{angka(asal.nilai)} baris"


def _verdict(number: int, vonis: VonisSyarat, *, summed: bool) -> str:
    worth = f" ({rupiah(vonis.nilai_ditolak)})" if summed and vonis.ditolak else ""
    refused = f"menolak {vonis.ditolak} baris{worth}"
    return wrapped(f"{number}. ", f"{vonis.kalimat}: {vonis.memenuhi} memenuhi, {vonis.tidak} tidak; {refused}")


def _rows(title: str, rows: Sequence[BarisAsal], syarat: Sequence[VonisSyarat]) -> Iterator[str]:
    """The rows as a table; those that did not count name the term that refused them by its number."""
    if not rows:
        return
    numbers = {vonis.kalimat: f"syarat {number}" for number, vonis in enumerate(syarat, start=1)}
    header = ["Letak", "Nilai", "Tidak memenuhi"][: 3 if syarat else 2]
    cells = [[_place(row), _amount(row), numbers.get(row.penolak or "", "")][: len(header)] for row in rows]
    yield f"{INDENT}{title}:"
    yield from (f"{INDENT * 2}{line}" for line in grid(header, cells, right=frozenset({1})).splitlines())


def _place(row: BarisAsal) -> str:
    """`bayar.xlsx, Laporan!H117 (Nilai Realisasi)`, as `Location` writes places."""
    known = row.sel is not None
    place = Location(row.berkas, row.lembar, row.sel, None if known else row.baris)
    return f"{place} ({row.kolom})" if row.kolom else str(place)


def _amount(row: BarisAsal) -> str:
    return angka(row.nilai) if row.nilai is not None else "kosong"
