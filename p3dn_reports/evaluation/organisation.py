"""Who reports: perangkat daerah and Biro, with the units rolled up into them (reading `induk`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlglot import exp

from p3dn_reports.evaluation.assessment import Dikeluarkan, Organisasi, UnitPelapor
from p3dn_reports.evaluation.withholding import judged_ukuran, target_tables
from p3dn_reports.problems import Problem, problem
from p3dn_reports.rules import Scope
from p3dn_reports.tables import Tables
from p3dn_reports.vocabulary import kode_perangkat_daerah

JENIS_PELAPOR = frozenset({"perangkat_daerah", "biro"})

_BUKAN_PEMDA = "bukan unit pemerintah daerah"
_MELALUI_BIRO = "dilaporkan oleh Biro-bironya"


@dataclass(frozen=True, slots=True)
class _Satker:
    kode: str
    nama: str
    jenis: str
    kode_induk: str | None

    @property
    def induk(self) -> str | None:
        """The unit it lies under: as written, else by its SIPD code; never itself."""
        induk = self.kode_induk or kode_perangkat_daerah(self.kode)
        return induk if induk != self.kode or self.kode_induk else None


@dataclass(frozen=True, slots=True)
class _Placement:
    """Where the climb from a unit ends: at `tujuan`, at a parent nobody knows (`hilang`), or in a circle."""

    tujuan: str | None = None
    hilang: str | None = None
    putaran: frozenset[str] = frozenset()


def organisation(tables: Tables, scope: Scope) -> tuple[Organisasi, tuple[Problem, ...]]:
    """The reporting units of table satker, in its order, and the units whose place cannot be told.

    A unit rolls up to its `kode_induk`, else to its SIPD code with the last group 0000, over as many steps as it
    takes; so does a code that stands in another table alone, which is noted. A perangkat daerah with Biro below it
    reports only if it has rows of its own in a table that a status or a target rests on, since each Biro reports for
    itself. Units that are not of the pemda are listed as out.
    """
    listed = _read(tables)
    satker = {**listed, **_unlisted(tables, listed)}
    placed = {kode: _climb(kode, satker) for kode in satker}
    members = _members(satker, placed)
    silent = {kode for kode in _with_biro(satker) if not _has_rows(tables, scope, members[kode])}
    pelapor = tuple(
        UnitPelapor(unit.kode, unit.nama, unit.jenis, members[unit.kode])
        for unit in satker.values()
        if unit.jenis in JENIS_PELAPOR and unit.kode not in silent
    )
    pelapor_of = {kode: unit.kode_satker for unit in pelapor for kode in unit.anggota}
    return Organisasi(pelapor, pelapor_of, tuple(_out(satker, placed, silent))), (
        *_problems(satker, placed),
        *_notes(satker, placed, listed),
    )


def _read(tables: Tables) -> dict[str, _Satker]:
    found: dict[str, _Satker] = {}
    for row in tables.iter_rows("satker"):
        kode = row["kode_satker"]
        if kode and kode not in found:
            jenis = (row["jenis"] or "").strip().lower()
            found[kode] = _Satker(kode, row["nama_satker"] or kode, jenis, row["kode_induk"] or None)
    return found


def _unlisted(tables: Tables, listed: Mapping[str, _Satker]) -> dict[str, _Satker]:
    """Units that table satker does not list, met in other tables below a perangkat daerah that it does."""
    found: dict[str, _Satker] = {}
    for schema in tables.schemas.values():
        if schema.unit_column is None or schema.name not in tables.present or schema.name == "satker":
            continue
        for kode in tables.distinct(schema.name, schema.unit_column):
            if kode and kode not in listed and kode_perangkat_daerah(kode) in listed:
                found[kode] = _Satker(kode, kode, "unit", None)
    return found


def _climb(kode: str, satker: Mapping[str, _Satker]) -> _Placement:
    path: list[str] = []
    while satker[kode].jenis == "unit":
        if kode in path:
            return _Placement(putaran=frozenset(path[path.index(kode) :]))
        path.append(kode)
        induk = satker[kode].induk
        if induk is None or induk not in satker:
            return _Placement(hilang=induk or "")
        kode = induk
    return _Placement(tujuan=kode)


def _members(satker: Mapping[str, _Satker], placed: Mapping[str, _Placement]) -> dict[str, tuple[str, ...]]:
    """Every end of a climb with the units that end there, itself first, the rest in table order."""
    members = {kode: [kode] for kode, place in placed.items() if place.tujuan == kode}
    for kode, place in placed.items():
        if place.tujuan is not None and place.tujuan != kode:
            members[place.tujuan].append(kode)
    return {kode: tuple(codes) for kode, codes in members.items() if satker[kode].jenis != "unit"}


def _with_biro(satker: Mapping[str, _Satker]) -> set[str]:
    parents = {unit.induk for unit in satker.values() if unit.jenis == "biro"}
    return {unit.kode for unit in satker.values() if unit.jenis == "perangkat_daerah" and unit.kode in parents}


def _has_rows(tables: Tables, scope: Scope, kode: tuple[str, ...]) -> bool:
    telling = target_tables(scope) | {ukuran.tabel for ukuran in judged_ukuran(scope)}
    return any(_any_row(tables, tabel, kode) for tabel in sorted(telling & tables.present))


def _any_row(tables: Tables, tabel: str, kode: tuple[str, ...]) -> bool:
    unit_column = tables.schemas[tabel].unit_column
    if unit_column is None:
        return False
    words = [exp.Literal.string(item) for item in kode]
    found = exp.select(exp.Literal.number(1)).from_(exp.to_identifier(tabel, quoted=True)).limit(1)
    sql = found.where(exp.column(unit_column, quoted=True).isin(*words)).sql(dialect="duckdb", copy=False)
    return bool(tables.ask(sql).rows)


def _out(satker: Mapping[str, _Satker], placed: Mapping[str, _Placement], silent: set[str]) -> Iterator[Dikeluarkan]:
    for unit in satker.values():
        tujuan = placed[unit.kode].tujuan
        if unit.kode in silent:
            yield Dikeluarkan(unit.kode, unit.nama, _MELALUI_BIRO)
        elif tujuan == unit.kode and unit.jenis not in JENIS_PELAPOR:
            yield Dikeluarkan(unit.kode, unit.nama, _BUKAN_PEMDA)
        elif tujuan is not None and satker[tujuan].jenis not in JENIS_PELAPOR:
            yield Dikeluarkan(unit.kode, unit.nama, f"di bawah {satker[tujuan].nama}, {_BUKAN_PEMDA}")
        elif tujuan in silent:
            yield Dikeluarkan(unit.kode, unit.nama, f"di bawah {satker[tujuan].nama}, yang {_MELALUI_BIRO}")


def _notes(
    satker: Mapping[str, _Satker], placed: Mapping[str, _Placement], listed: Mapping[str, _Satker]
) -> Iterator[Problem]:
    for kode in satker:
        tujuan = placed[kode].tujuan
        if kode not in listed and tujuan is not None:
            nama = satker[tujuan].nama
            yield problem("satker-digabung", nilai=kode, tabel="satker", unit=(tujuan,), kode_unit=kode, induk=nama)


def _problems(satker: Mapping[str, _Satker], placed: Mapping[str, _Placement]) -> Iterator[Problem]:
    circles: dict[frozenset[str], list[str]] = {}
    for kode, place in placed.items():
        if place.putaran:
            circles.setdefault(place.putaran, []).append(kode)
        elif place.hilang is not None:
            yield problem(
                "satker-induk-tidak-dikenal",
                nilai=place.hilang or None,
                tabel="satker",
                unit=(kode,),
                lepas=True,
                nama=satker[kode].nama,
                kode_unit=kode,
                induk=place.hilang or "(kosong)",
            )
    for circle, codes in circles.items():
        words = ", ".join(sorted(circle))
        slots: dict[str, Any] = {"unit": codes, "lepas": True, "putaran": words}
        yield problem("satker-induk-berputar", nilai=words, tabel="satker", **slots)
