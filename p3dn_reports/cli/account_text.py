"""An explanation as text that reads from top to bottom: result, law, values used, then every step down to its cells."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from p3dn_reports.cli.grid import grid
from p3dn_reports.cli.report import printable
from p3dn_reports.formatting import angka, rupiah, tanggal

if TYPE_CHECKING:
    from p3dn_reports.evaluation.account import Bacaan, Klausul, NilaiDipakai, Penjelasan
    from p3dn_reports.evaluation.objects.steps import Baris, Bukti, Langkah, VonisSyarat
    from p3dn_reports.rules import Citation

WIDTH = 100
INDENT = "  "


def account_text(told: Penjelasan) -> str:
    """The whole way, in sections; a section with nothing to say is left out."""
    law = _Law(told.klausul)
    dasar = told.langkah.dasar if told.langkah else ()
    sections = [
        _head(told),
        _section("Datanya belum dapat dipercaya; yang akan membebaskannya", told.ditahan),
        _section("Aturannya", [law.cite((one,)) for one in dasar]),
        _section("Ambang yang dipakai", [_used(one, law) for one in told.dipakai if one.jenis == "parameter"]),
        _section("Cara membaca yang dipakai", map(_reading, told.bacaan)),
        "\n".join(["Hitungannya", *_Tree(law).branches([told.langkah], 0)]) if told.langkah else "",
        _section("Daftar yang dipakai", [_used(one, law) for one in told.dipakai if one.jenis == "daftar"]),
        _section("Peraturan yang dirujuk", law.register()),
    ]
    return "\n\n".join(section for section in sections if section)


class _Law:
    """The sources of law met on the way, numbered as they are first cited, so that each is named in full once."""

    def __init__(self, klausul: Iterable[Klausul]) -> None:
        self._known = {one.rujukan: one for one in klausul}
        self._titles: dict[str, str] = {}

    def cite(self, dasar: Iterable[Citation]) -> str:
        """`[1] diktum KESATU huruf a angka 5; [2] Pasal 22`."""
        return self.cite_clauses(self._known[one] for one in dasar)

    def cite_clauses(self, klausul: Iterable[Klausul]) -> str:
        """The same of clauses at hand."""
        return "; ".join(f"[{self._number(one)}] {one.tempat}".rstrip() for one in klausul)

    def register(self) -> Iterator[str]:
        """Every source cited so far with its number and title."""
        for number, title in enumerate(self._titles.values(), start=1):
            yield f"[{number}] {title}"

    def _number(self, klausul: Klausul) -> int:
        self._titles.setdefault(klausul.sumber, f"{klausul.sumber} tentang {klausul.judul}")
        return list(self._titles).index(klausul.sumber) + 1


class _Tree:
    """The steps of a calculation as an indented list. What stood above with its parts is not told down again."""

    def __init__(self, law: _Law) -> None:
        self._law = law
        self._told: set[Langkah] = set()

    def branches(self, steps: Iterable[Langkah], depth: int) -> Iterator[str]:
        """These steps and all below them."""
        for step in steps:
            yield from self._branch(step, depth)

    def _branch(self, step: Langkah, depth: int) -> Iterator[str]:
        again = bool(step.bagian) and step in self._told
        self._told.add(step)
        yield _wrapped(INDENT * depth, "- ", self._line(step, again=again))
        if step.bukti is not None:
            yield from _rows_behind(step.bukti, INDENT * (depth + 1))
        if not again:
            yield from self.branches(step.bagian, depth + 1)

    def _line(self, step: Langkah, *, again: bool) -> str:
        where = ["rinciannya di atas"] if again else [str(step.sel or ""), self._law.cite(step.dasar)]
        places = "; ".join(part for part in where if part)
        why = f": {step.sebab}" if step.nilai is None and step.sebab and not step.bagian else ""
        value = "" if step.nilai == "" else f" = {step.tampil}"
        return f"{step.uraian}{value}{why}{f' ({places})' if places else ''}"


def _head(told: Penjelasan) -> str:
    objek, step = told.objek, told.langkah
    kode = f" ({objek.unit})" if objek.unit and objek.unit != objek.sebutan else ""
    anggota = dict(objek.kunci).get("anggota")
    lines = [
        f"{told.judul}: {objek.sebutan}{kode}",
        f"{told.daerah}, {told.periode}, data per {tanggal(told.data_per)}",
        "",
        f"Hasil   {told.tampil}",
        *([f"Sebab   {step.sebab}"] if step and step.sebab else []),
        *([f"Satuan  gabungan dari {anggota}"] if anggota else []),
    ]
    return "\n".join(map(printable, lines))


def _used(used: NilaiDipakai, law: _Law) -> str:
    since = f"berlaku sejak {tanggal(used.berlaku_sejak)}; {law.cite_clauses(used.dasar)}"
    return f"{used.judul}: {used.nilai}, {since}"


def _reading(bacaan: Bacaan) -> str:
    """One reading with its state."""
    approval = "sudah disahkan" if bacaan.disahkan else "belum disahkan"
    chosen = f" {bacaan.pilihan}," if bacaan.pilihan else ""
    return f"{bacaan.tafsir}:{chosen} {approval}. {bacaan.dipakai}".rstrip()


def _rows_behind(bukti: Bukti, indent: str) -> Iterator[str]:
    """How many rows counted, which term refused how many, and the largest of both."""
    counted = f"{bukti.baris_unit} baris satuan ini, {bukti.baris_dihitung} dihitung"
    yield f"{INDENT}{indent}Tabel {bukti.judul_tabel}: {counted}. Syarat agar dihitung:"
    for number, vonis in enumerate(bukti.syarat, start=1):
        yield _wrapped(indent, f"{number}. ", _verdict(vonis, summed=bukti.kolom is not None))
    yield from _table("Baris terbesar yang dihitung", bukti.terbesar, (), indent)
    yield from _table("Baris terbesar yang tidak dihitung", bukti.ditolak_terbesar, bukti.syarat, indent)


def _verdict(vonis: VonisSyarat, *, summed: bool) -> str:
    worth = f" ({rupiah(vonis.nilai_ditolak)})" if summed and vonis.ditolak else ""
    met = f"{vonis.memenuhi} memenuhi, {vonis.tidak} tidak"
    return f"{vonis.kalimat}: {met}; menolak {vonis.ditolak} baris{worth}"


def _table(title: str, rows: Sequence[Baris], syarat: Sequence[VonisSyarat], indent: str) -> Iterator[str]:
    """The rows as a table; those that did not count name the term that refused them by its number."""
    if not rows:
        return
    numbers = {vonis.kalimat: f"syarat {number}" for number, vonis in enumerate(syarat, start=1)}
    header = ["Letak", "Nilai", "Tidak memenuhi"][: 3 if syarat else 2]
    cells = [[_place(row), _amount(row), numbers.get(row.penolak or "", "")][: len(header)] for row in rows]
    yield f"{INDENT}{indent}{title}:"
    yield from (f"{INDENT * 2}{indent}{line}" for line in grid(header, cells, right=frozenset({1})).splitlines())


def _place(row: Baris) -> str:
    """`bayar.xlsx, Laporan!H117 (Nilai Realisasi)`, as `Location` writes places."""
    return f"{row.tempat} ({row.kolom})" if row.kolom else str(row.tempat)


def _amount(row: Baris) -> str:
    return angka(row.nilai) if row.nilai is not None else "kosong"


def _section(title: str, lines: Iterable[str]) -> str:
    """A titled list; nothing where there is nothing to say."""
    told = [_wrapped("", "- ", line) for line in lines]
    return "\n".join([title, *told]) if told else ""


def _wrapped(indent: str, mark: str, text: str) -> str:
    """One item of a list within the width of the page."""
    return textwrap.fill(
        printable(text),
        WIDTH,
        initial_indent=INDENT + indent + mark,
        subsequent_indent=INDENT + indent + " " * len(mark),
        break_long_words=False,
        break_on_hyphens=False,
    )
