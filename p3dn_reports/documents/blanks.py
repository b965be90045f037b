"""Open places of documents, and what would fill them: one cause is one row that somebody has not filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from p3dn_reports.documents.word.marks import Key, Wanting
from p3dn_reports.formatting import daftar_kata
from p3dn_reports.problems import Problem, problem


@dataclass(frozen=True, slots=True)
class Blank:
    """Columns of one row that somebody still has to fill in; `kunci` tells the row by columns and what they hold."""

    tabel: str
    kunci: Key
    kolom: tuple[str, ...]

    @property
    def baris(self) -> str:
        """The row in words: `jabatan ketua_harian`."""
        return daftar_kata([f"{name} {value}" for name, value in self.kunci])

    def __str__(self) -> str:
        """`tabel pejabat, baris jabatan ketua_harian, kolom nama dan nip`."""
        return f"tabel {self.tabel}, baris {self.baris}, kolom {daftar_kata(self.kolom)}"

    def as_json(self) -> dict[str, object]:
        """Plain data."""
        return {"tabel": self.tabel, "kunci": dict(self.kunci), "kolom": list(self.kolom)}


def blank(nama: str, tabel: str, kolom: str, **kunci: str | None) -> Wanting:
    """The wanting place `nama`, which column `kolom` of a row of `tabel` would fill: the one with these keys."""
    return Wanting(nama, (tabel, tuple((name, value) for name, value in kunci.items() if value), kolom))


def blanks(context: Mapping[str, object], printed: Iterable[str]) -> tuple[Blank, ...]:
    """What would fill the places named in `printed`, row by row; a place that no table fills is in none."""
    names = {name.partition(".")[0] for name in printed}
    rows: dict[tuple[str, Key], dict[str, None]] = {}
    for found in _wanting(context) if names else ():
        if found.asal is not None and found.nama.partition(".")[0] in names:
            tabel, kunci, kolom = found.asal
            rows.setdefault((tabel, kunci), {})[kolom] = None
    return tuple(Blank(tabel, kunci, tuple(kolom)) for (tabel, kunci), kolom in rows.items())


def blank_problems(found: Iterable[tuple[str, str | None, tuple[Blank, ...]]]) -> Iterator[Problem]:
    """One warning for each row that documents wait for; `found` has each one's title, its unit and its blanks."""
    kolom: dict[tuple[str, str], dict[str, None]] = {}
    titles: dict[tuple[str, str], dict[str, None]] = {}
    units: dict[tuple[str, str], dict[str, None]] = {}
    for judul, unit, listed in found:
        for one in listed:
            row = (one.tabel, one.baris)
            kolom.setdefault(row, {}).update(dict.fromkeys(one.kolom))
            titles.setdefault(row, {})[judul] = None
            units.setdefault(row, {}).update({unit: None} if unit else {})
    for (tabel, kunci), names in kolom.items():
        row = (tabel, kunci)
        slots = {"kunci": kunci, "kolom": daftar_kata(list(names)), "naskah": daftar_kata(list(titles[row]))}
        yield problem("isian-kosong", tabel=tabel, unit=units[row], **slots)  # type: ignore[arg-type]


def _wanting(value: object) -> Iterator[Wanting]:
    if isinstance(value, Wanting):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _wanting(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _wanting(inner)
