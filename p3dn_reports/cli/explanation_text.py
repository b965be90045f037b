"""An explanation as text that reads from top to bottom: result, law, values used, then each sum down to its rows."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from p3dn_reports.cli.grid import grid
from p3dn_reports.cli.report import printable
from p3dn_reports.formatting import angka, rupiah, tanggal
from p3dn_reports.problems import Location

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

WIDTH = 100
_INDENT = "  "


class _Law:
    """The sources of law met on the way, numbered as they are first cited, so that each is named in full once."""

    def __init__(self) -> None:
        self._titles: dict[str, str] = {}

    def cite(self, klausul: Iterable[Klausul]) -> str:
        """`[1] diktum KESATU huruf a angka 5; [2] Pasal 22`."""
        return "; ".join(f"[{self._number(one)}] {one.tempat}".rstrip() for one in klausul)

    def register(self) -> Iterator[str]:
        """Every source cited so far with its number and title."""
        for number, title in enumerate(self._titles.values(), start=1):
            yield f"[{number}] {title}"

    def _number(self, klausul: Klausul) -> int:
        self._titles.setdefault(klausul.sumber, f"{klausul.sumber} tentang {klausul.judul}")
        return list(self._titles).index(klausul.sumber) + 1


def explanation_text(explanation: Explanation) -> str:
    """The whole way of one number, in sections; a section with nothing to say is left out."""
    law = _Law()
    sections = [
        _head(explanation),
        _section("Aturannya", [law.cite([klausul]) for klausul in explanation.klausul]),
        _section("Ambang yang dipakai", [_used(used, law) for used in explanation.parameter]),
        _section("Cara membaca yang dipakai", map(_reading, explanation.bacaan)),
        _section("Target", (": ".join((_place(row), _amount(row))) for row in explanation.target)),
        *(_source(asal, law) for asal in explanation.asal),
        _section("Daftar yang dipakai", [_used(used, law) for used in explanation.daftar]),
        _section("Peraturan yang dirujuk", law.register()),
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
    if hasil.sebab:
        lines.append(f"Sebab   {hasil.sebab}")
    if hasil.nilai is not None and hasil.pembilang is not None and hasil.penyebut is not None:
        value = angka(Fraction(round(hasil.nilai * 10**12), 10**12))
        lines.append(f"Angka   {angka(hasil.pembilang)} / {angka(hasil.penyebut)} x 100% = {value}%")
    if len(unit.anggota) > 1:
        lines.append(f"Satuan  gabungan {len(unit.anggota)} satuan kerja: {', '.join(unit.anggota)}")
    return "\n".join(map(printable, lines))


def _section(title: str, lines: Iterable[str]) -> str:
    told = [_wrapped("- ", line) for line in lines]
    return "\n".join([title, *told]) if told else ""


def _wrapped(mark: str, text: str) -> str:
    return textwrap.fill(
        printable(text),
        WIDTH,
        initial_indent=_INDENT + mark,
        subsequent_indent=_INDENT + " " * len(mark),
        break_long_words=False,
        break_on_hyphens=False,
    )


def _used(used: NilaiDipakai, law: _Law) -> str:
    return f"{used.judul}: {used.nilai}, berlaku sejak {tanggal(used.berlaku_sejak)}; {law.cite(used.dasar)}"


def _reading(bacaan: Bacaan) -> str:
    approval = "sudah disahkan" if bacaan.disahkan else "belum disahkan"
    return f"{bacaan.tafsir}: {bacaan.pilihan}, {approval}. {bacaan.dipakai}".rstrip()


def _source(asal: AsalUkuran, law: _Law) -> str:
    lines = [f"{asal.peran.capitalize()}: {asal.judul} = {_total(asal)}"]
    if asal.dasar:
        lines.append(_wrapped("Aturannya ", law.cite(asal.dasar)))
    if asal.nilai is not None:
        counted = f"{asal.baris_unit} baris satuan ini, {asal.baris_dihitung} dihitung"
        lines.append(f"{_INDENT}Tabel {asal.judul_tabel}: {counted}. Syarat agar dihitung:")
        lines += (_verdict(number, vonis) for number, vonis in enumerate(asal.syarat, start=1))
        lines += _rows("Baris terbesar yang dihitung", asal.terbesar, ())
        lines += _rows("Baris terbesar yang tidak dihitung", asal.ditolak_terbesar, asal.syarat)
    return "\n".join(lines)


def _total(asal: AsalUkuran) -> str:
    if asal.nilai is None:
        return f"tidak ada ({asal.sebab})"
    return rupiah(asal.nilai) if asal.kolom else f"{angka(asal.nilai)} baris"


def _verdict(number: int, vonis: VonisSyarat) -> str:
    refused = f"menolak {vonis.ditolak} baris ({rupiah(vonis.nilai_ditolak)})" if vonis.ditolak else "menolak 0 baris"
    return _wrapped(f"{number}. ", f"{vonis.kalimat}: {vonis.memenuhi} memenuhi, {vonis.tidak} tidak; {refused}")


def _rows(title: str, rows: Sequence[BarisAsal], syarat: Sequence[VonisSyarat]) -> Iterator[str]:
    """The rows as a table; those that did not count name the term that refused them by its number."""
    if not rows:
        return
    numbers = {vonis.kalimat: f"syarat {number}" for number, vonis in enumerate(syarat, start=1)}
    header = ["Letak", "Nilai", "Tidak memenuhi"][: 3 if syarat else 2]
    cells = [[_place(row), _amount(row), numbers.get(row.penolak or "", "")][: len(header)] for row in rows]
    yield f"{_INDENT}{title}:"
    yield from (f"{_INDENT * 2}{line}" for line in grid(header, cells, right=frozenset({1})).splitlines())


def _place(row: BarisAsal) -> str:
    """`bayar.xlsx, Laporan!H117 (Nilai Realisasi)`, as `Location` writes places."""
    known = row.sel is not None
    place = Location(row.berkas, row.lembar, row.sel, None if known else row.baris)
    return f"{place} ({row.kolom})" if row.kolom else str(place)


def _amount(row: BarisAsal) -> str:
    return angka(row.nilai) if row.nilai is not None else "kosong"
