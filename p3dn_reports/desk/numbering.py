"""Numbers and dates the office has given, laid into table `naskah` of the inputs: later builds print them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from p3dn_reports import pipeline
from p3dn_reports.desk.filling import Change, Isian, Value, opened, save
from p3dn_reports.desk.people import Petugas
from p3dn_reports.desk.places import ISIAN, Desk
from p3dn_reports.desk.recognising import Naskah, naskah_of_row
from p3dn_reports.errors import UsageError
from p3dn_reports.inputs.schema import load_schemas

_KEY = ("dokumen", "kode_satker", "kunci")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A document with what the office gave it: `values` holds `nomor`, `tanggal`, or both."""

    naskah: Naskah
    record: Mapping[str, Any]
    values: Mapping[str, Value]


def lay_numbers(desk: Desk, petugas: Petugas, numbered: Sequence[Numbered]) -> None:
    """Write what the inputs do not say yet, at one stroke. Raises UsageError where a sender's file says otherwise."""
    wanted = [one for one in numbered if one.values]
    if not wanted:
        return
    given = _given(desk)
    missing = [one for one in wanted if not _is_said(one, given.get(one.naskah, ()))]
    if missing:
        isian = opened(desk)
        save(desk, petugas, isian.sha, list(_changes(desk, isian, missing)))


def _given(desk: Desk) -> dict[Naskah, list[Mapping[str, Any]]]:
    """The rows of table `naskah` by document."""
    rows: dict[Naskah, list[Mapping[str, Any]]] = {}
    with pipeline.open_quarter(desk.workspace, desk.masukan) as quarter:
        for row in quarter.tables.iter_rows("naskah"):
            rows.setdefault(naskah_of_row(row), []).append(row)
    return rows


def _is_said(one: Numbered, rows: Sequence[Mapping[str, Any]]) -> bool:
    """Whether the inputs give this number and date. Raises UsageError where a sender's file has a row without them."""
    for row in rows:
        if row["_berkas"] == ISIAN:
            continue
        if any(row[name] != value for name, value in one.values.items()):
            told = ", ".join(f"{name} {row[name] or 'kosong'}" for name in one.values)
            place = f"{row['_berkas']} baris {row['_baris']}"
            raise UsageError(f"{place} sudah memuat naskah ini dengan {told}; ubah di sana, lalu ulangi.")
    return any(all(row[name] == value for name, value in one.values.items()) for row in rows)


def _changes(desk: Desk, isian: Isian, numbered: Sequence[Numbered]) -> Iterator[Change]:
    rows = isian.rows(load_schemas(desk.workspace.schemas)["naskah"])
    for one in numbered:
        key = _key(one)
        fits = (row for row in rows if all((row.nilai.get(name) or None) == key.get(name) for name in _KEY))
        yield Change("naskah", {**key, **one.values}, next((row.baris for row in fits), None))


def _key(one: Numbered) -> dict[str, Value]:
    """What tells the row of a document from others, as the plan asks for it."""
    own = "kunci" if one.record.get("kunci") else "kode_satker" if one.record["unit"] else None
    return {"dokumen": one.naskah[0], **({own: one.naskah[1]} if own else {})}
