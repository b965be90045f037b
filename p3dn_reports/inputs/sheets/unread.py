"""Columns of a sheet that no table knows: money there falls out of every figure, so it is told with its amount."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from p3dn_reports.formatting import rupiah
from p3dn_reports.inputs.cells import Cell, Row, letters, place_in, ranges, squash
from p3dn_reports.inputs.sheets.sheet_layout import Layout
from p3dn_reports.inputs.values.amounts import read_float
from p3dn_reports.inputs.values.quantities import rupiah as read_rupiah
from p3dn_reports.inputs.values.writing import PLAIN
from p3dn_reports.problems import Location, Problem, problem
from p3dn_reports.tables import Column, Kind

_LEAST, _MOST = 10_000, 10**15
"""Between these a number may be an amount of rupiah; below are counts and years, above are numbers of persons."""
_TEXT = re.compile(r"\s*(?:Rp\.?\s*)?-?[1-9][\d.,]{4,}\s*", re.IGNORECASE)
_AMOUNT = Column("jumlah", Kind.RUPIAH, "Jumlah", "Jumlah")
_NAMES = frozenset({
    "kode", "kd", "no", "nomor", "nmr", "id", "nip", "nik", "npwp", "nib", "npsn", "tahun", "thn", "ta", "tgl",
    "tanggal", "bulan", "waktu", "telepon", "telp", "hp", "fax", "versi", "volume", "vol", "qty", "kuantitas", "kbki",
    "kbli", "sirup", "rup", "lpse", "mak", "rekening", "akun", "urut", "url", "link",
})  # fmt: skip
_MONEY = frozenset({
    "nilai", "rp", "rupiah", "jumlah", "total", "setoran", "realisasi", "pdn", "pagu", "harga", "bayar", "pembayaran",
    "potongan", "pajak", "hps", "belanja", "anggaran", "pengembalian", "sisa", "selisih",
})  # fmt: skip
_NOTHING = frozenset({None, "", 0})
_MOST_TOLD = 8


@dataclass(slots=True)
class _Found:
    """The amounts met in one column, the rows they stand in, and how many other cells were filled."""

    rows: list[int] = field(default_factory=list)
    total: Decimal = Decimal(0)
    others: int = 0


class UnreadColumns:
    """Looks through a sheet's unread columns block by block, those without a caption among them."""

    def __init__(self, layout: Layout) -> None:
        self._layout, self._captions = layout, dict(layout.unread)
        self._watched = [at for at, text in self._captions.items() if not _names_things(text)]
        columns = ((layout.schema.column(name), at) for name, at in layout.positions.items())
        self._proofs = [at for column, at in columns if column and column.required and column.kind is not Kind.RUPIAH]
        self._width = 1 + max((*layout.positions.values(), *self._captions), default=0)
        self._found: dict[int, _Found] = {}

    def look(self, rows: Sequence[Row], first: int) -> None:
        """Note the amounts in rows, the first of which has the number `first`; a text's long row is told as such."""
        if self._layout.columns:
            return
        longest = max(map(len, rows), default=0) if self._layout.lembar is not None else 0
        for at in (*self._watched, *range(self._width, longest)):
            cells = [row[at] if at < len(row) else None for row in rows]
            if any(cells):
                self._note(self._found.setdefault(at, _Found()), cells, rows, first)

    def _note(self, found: _Found, cells: Sequence[Cell], rows: Sequence[Row], first: int) -> None:
        for place, cell in enumerate(cells):
            if cell in _NOTHING or not self._is_data(rows[place]):
                continue
            if (amount := _amount(cell)) is None:
                found.others += 1
            else:
                found.rows.append(first + place)
                found.total += amount

    def _is_data(self, row: Row) -> bool:
        """A row of totals and a remark below fill little of what every row must."""
        filled = sum(at < len(row) and row[at] not in _NOTHING for at in self._proofs)
        return 2 * filled > len(self._proofs) or not self._proofs

    def remarks(self) -> Iterator[Problem]:
        """Each column with money, each that resembles one of ours, and the others together."""
        money = {at: found for at, found in self._found.items() if self._holds_money(at, found)}
        for at, found in money.items():
            yield self._with_money(at, found)
        rest = {at: text for at, text in self._captions.items() if text and at not in money}
        for at, text in rest.items():
            if near := self._near(text):
                yield problem(
                    "kolom-mirip", self._at(at), nilai=text, judul=near.header, tabel=self._layout.schema.name
                )
        yield from self._unknown([text for text in rest.values() if not self._near(text)])

    def _holds_money(self, at: int, found: _Found) -> bool:
        """Under a caption most cells must be amounts; where none stands one is enough, for it has lost its column."""
        return len(found.rows) > (found.others if self._captions.get(at) else 0)

    def _with_money(self, at: int, found: _Found) -> Problem:
        text, layout = self._captions.get(at, ""), self._layout
        column = layout.first_column + at
        place = Location(
            layout.berkas,
            layout.lembar,
            place_in(layout.berkas, ranges(found.rows, column)),
            found.rows[0],
            text or None,
        )
        near = self._near(text) or self._sharing_a_word(text)
        slots = {"jumlah": rupiah(found.total), "sel": len(found.rows), "tabel": layout.schema.name}
        usul = f", misalnya {near.header} ({near.feeds or near.title})" if near else ""
        kode = "kolom-berisi-uang" if text else "isi-tanpa-judul"
        return problem(kode, place, nilai=text or letters(column), usul=usul, **slots)  # type: ignore[arg-type]

    def _at(self, at: int) -> Location:
        layout = self._layout
        sel = place_in(layout.berkas, f"{letters(layout.first_column + at)}{layout.header + 1}")
        return Location(layout.berkas, layout.lembar, sel, layout.header + 1)

    def _unknown(self, names: Sequence[str]) -> Iterator[Problem]:
        if names:
            rest = f", dan {len(names) - _MOST_TOLD} kolom lain" if len(names) > _MOST_TOLD else ""
            place = Location(self._layout.berkas, self._layout.lembar, baris=self._layout.header + 1)
            nilai = ", ".join(names[:_MOST_TOLD]) + rest
            yield problem("kolom-tidak-dikenal", place, nilai=nilai, tabel=self._layout.schema.name)

    def _absent(self) -> list[Column]:
        """The columns we have and the sheet has not; required ones are told by their own message."""
        return [
            one for one in self._layout.schema.columns if one.name not in self._layout.positions and not one.required
        ]

    def _near(self, text: str) -> Column | None:
        names = {squash(name): one for one in self._absent() for name in (one.header, *one.aliases)}
        near = difflib.get_close_matches(squash(text), names, 1, 0.85)
        return names[near[0]] if near else None

    def _sharing_a_word(self, text: str) -> Column | None:
        """A column of rupiah whose caption has a telling word in common: `Setoran Kembali`, `Nilai Setoran`."""
        words = _words(text) - {"nilai", "rp", "total", "jumlah"}
        amounts = (one for one in self._absent() if one.kind is Kind.RUPIAH)
        return next((one for one in amounts if words & _words(one.header)), None)


def _amount(cell: Cell) -> Decimal | None:
    if isinstance(cell, bool) or not isinstance(cell, int | float | str):
        return None
    if isinstance(cell, str):
        text = read_rupiah(_AMOUNT, cell.strip(), PLAIN).text if _TEXT.fullmatch(cell) else None
        number = Decimal(text) if text else None
    else:
        number = read_float(float(cell))
    return number if number is not None and _LEAST <= abs(number) < _MOST else None


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", text.casefold()))


def _names_things(text: str) -> bool:
    """Whether a caption stands over codes, numbers of papers or dates, which may look like amounts."""
    words = re.findall(r"[^\W\d_]+", text.casefold())
    return bool(words) and (words[0] in _NAMES or (not _NAMES.isdisjoint(words) and _MONEY.isdisjoint(words)))
