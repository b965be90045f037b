"""Reads table `meta` strictly: one region, one period, one cut-off. Without it nothing can be judged."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from p3dn_reports.inputs.cells import address
from p3dn_reports.inputs.checks.hits import Layouts, suggestion
from p3dn_reports.inputs.values.dates import read_date
from p3dn_reports.problems import Location, Problem, problem
from p3dn_reports.tables import Meta
from p3dn_reports.tables.duck import DuckTables
from p3dn_reports.vocabulary import Periode

_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}
_OPTIONAL = (
    *("bentuk_penghargaan", "perangkat_daerah_pembebanan", "tahun_pembebanan"),
    *("perda_apbd", "perbup_penjabaran_apbd"),
)
_DAYS = ("batas_laporan_pelaksanaan", "batas_perbaikan")


def _text(value: str) -> str | None:
    return value


def _klpd(value: str) -> str | None:
    return value.upper() if re.fullmatch(r"[A-Za-z]\d{1,4}", value) else None


def _year(value: str) -> int | None:
    return int(value) if re.fullmatch(r"20\d\d", value) else None


def _quarter(value: str) -> int | None:
    return _ROMAN.get(value.upper()) or (int(value) if re.fullmatch(r"[1-4]", value) else None)


def _date(value: str) -> date | None:
    return read_date(value).value


_KEYS: Mapping[str, tuple[Callable[[str], Any], str, bool]] = {
    "pemda": (_text, "nama pemerintah daerah", True),
    "kd_klpd": (_klpd, "kode KLPD seperti D69", True),
    "tahun_anggaran": (_year, "tahun empat angka seperti 2024", True),
    "tanggal_cutoff": (_date, "tanggal seperti 30 Desember 2024", True),
    "triwulan": (_quarter, "triwulan 1, 2, 3, atau 4", False),
    "tahapan_apbd": (_text, "tahapan APBD", False),
    "revisi": (_text, "nomor revisi", False),
    **dict.fromkeys(_OPTIONAL, (_text, "teks", False)),
    **dict.fromkeys(_DAYS, (_date, "tanggal seperti 10 Januari 2025", False)),
}


def keys() -> list[tuple[str, str, bool]]:
    """Every key with what stands beside it, and whether it must be there."""
    return [(key, expected, required) for key, (_, expected, required) in _KEYS.items()]


def read_meta(tables: DuckTables, layouts: Layouts) -> tuple[Meta | None, list[Problem]]:
    """What `meta` says, or None with the problems at its cells."""
    layouts = _filled_in(tables, layouts)
    sheets = [(berkas, lembar) for table, berkas, lembar in layouts if table == "meta"]
    if not sheets:
        return None, [problem("meta-tidak-ada", tabel="meta", semua_unit=True)]
    if len(sheets) > 1:
        names = ", ".join(f"{berkas} ({lembar})" if lembar else berkas for berkas, lembar in sheets)
        place = Location(*sheets[0])
        return None, [problem("meta-lebih-dari-satu", place, nilai=names, tabel="meta", semua_unit=True)]
    values, problems = _values(tables, layouts)
    complete = all(key in values for key, (_, _, required) in _KEYS.items() if required)
    meta = _meta(values) if complete else None
    return meta, [*problems, *(_cutoff(meta, layouts) if meta else ())]


def _filled_in(tables: DuckTables, layouts: Layouts) -> Layouts:
    """The layouts without those sheets of `meta` that nobody has filled in, where another one is filled in."""
    sql = "SELECT _berkas, _lembar FROM meta GROUP BY ALL HAVING count(nilai) = 0"
    blank = {("meta", *row) for row in tables.connection.execute(sql).fetchall()}
    left = {place: layout for place, layout in layouts.items() if place not in blank}
    return left if any(table == "meta" for table, _, _ in left) else layouts


def _values(tables: DuckTables, layouts: Layouts) -> tuple[dict[str, Any], list[Problem]]:
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    seen = set()
    for row in tables.iter_rows("meta"):
        if ("meta", row["_berkas"], row["_lembar"]) not in layouts:
            continue
        key = re.sub(r"[\s-]+", "_", (row["kunci"] or "").casefold())
        place = _place(layouts, row, "nilai")
        seen.add(key)
        if key and key not in _KEYS:
            problems.append(_unknown_key(key, _place(layouts, row, "kunci")))
        elif key:
            read, expected, required = _KEYS[key]
            value = None if row["nilai"] is None else read(row["nilai"])
            if value is not None:
                values[key] = value
            elif required or row["nilai"] is not None:
                problems.append(_wrong_value(key, row["nilai"] or "(kosong)", expected, place))
    return values, [*problems, *_wanting(layouts, seen)]


def _place(layouts: Layouts, row: Mapping[str, Any], column: str) -> Location:
    layout = layouts["meta", row["_berkas"], row["_lembar"]]
    return layout.location(column, address(row["_baris"], layout.column_of(column)), row["_baris"])


def _unknown_key(key: str, place: Location) -> Problem:
    usul = suggestion(difflib.get_close_matches(key, list(_KEYS), 1, 0.7))
    return problem("meta-kunci-tidak-dikenal", place, nilai=key, diharapkan=", ".join(_KEYS), tabel="meta", usul=usul)


def _wrong_value(key: str, nilai: str, expected: str, place: Location) -> Problem:
    return problem(
        "meta-nilai-salah", place, nilai=nilai, diharapkan=expected, kunci=key, tabel="meta", semua_unit=True
    )


def _wanting(layouts: Layouts, seen: set[str]) -> list[Problem]:
    """Required keys without a row."""
    place = next(Location(berkas, lembar) for table, berkas, lembar in layouts if table == "meta")
    return [
        problem("meta-kunci-wajib", place, diharapkan=expected, kunci=key, tabel="meta", semua_unit=True)
        for key, (_, expected, required) in _KEYS.items()
        if required and key not in seen
    ]


def _meta(values: Mapping[str, Any]) -> Meta:
    return Meta(
        pemda=values["pemda"],
        kd_klpd=values["kd_klpd"],
        periode=Periode(values["tahun_anggaran"], values.get("triwulan")),
        tanggal_cutoff=values["tanggal_cutoff"],
        tahapan_apbd=values.get("tahapan_apbd"),
        revisi=values.get("revisi"),
        lain={key: values[key] for key in _OPTIONAL if key in values},
        hari={key: values[key] for key in _DAYS if key in values},
    )


def _cutoff(meta: Meta, layouts: Layouts) -> list[Problem]:
    if meta.tanggal_cutoff.year == meta.periode.tahun:
        return []
    place = next(Location(berkas, lembar) for table, berkas, lembar in layouts if table == "meta")
    nilai = meta.tanggal_cutoff.isoformat()
    return [problem("meta-cutoff-luar-tahun", place, nilai=nilai, tahun=meta.periode.tahun, tabel="meta")]
