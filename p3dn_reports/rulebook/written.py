"""Where the fields of records are written: the other way of `shapes`, so that a problem of a record finds its line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from p3dn_reports.rulebook.source import Keys, Source
from p3dn_reports.rules import (
    Bentuk,
    Dated,
    Dokumen,
    KolomTabel,
    Kondisi,
    ListItem,
    Op,
    Operasi,
    Penghargaan,
    PilihanPutusan,
    Rujukan,
    Rulebook,
    Syarat,
    Term,
    Urutan,
)
from p3dn_reports.rules.references import Written, plainly

At = int | str | None


def written_in(source: Source) -> Written:
    """What tells the way from a record's node to that of its field, or of the item `at` in it."""
    register = source.data.get("ketentuan", {})
    clauses = {one["id"]: (sumber, index) for sumber, found in register.items() for index, one in enumerate(found)}

    def written(record: object, name: str, at: Any) -> Keys:
        if isinstance(record, Rulebook):
            at = clauses[at] if name == "ketentuan" else at
            return (name, *at) if isinstance(at, tuple) else (name, at)
        shape = _WRITTEN.get(type(record))
        return plainly(record, name, at) if shape is None else shape(record, name, at)

    return written


def _dated(record: Dated[Any], name: str, at: At) -> Keys:
    if isinstance(record.nilai, Bentuk):
        return plainly(record, "isi" if name == "nilai" else name, at)
    kind = type(record.nilai[0]) if name == "nilai" and isinstance(record.nilai, tuple) and record.nilai else None
    return plainly(record, "pilihan" if kind is PilihanPutusan else "isi" if kind is ListItem else name, at)


def _syarat(record: Syarat, name: str, at: At) -> Keys:
    excepted = name == "semua" and isinstance(at, int) and record.semua[at].op is Op.KECUALI
    return ("kecuali",) if excepted else plainly(record, name, at)


def _term(record: Term, name: str, at: At) -> Keys:
    if name == "syarat":
        return () if at is None else (at,)
    named = {"daftar": str(record.op), "pada": str(record.op), "tahun": "ditambah_tahun"}
    return plainly(record, named.get(name, name), at)


def _looked_up(record: KolomTabel, name: str, at: At) -> Keys:
    return () if name in ("tabel", "kolom") else plainly(record, name, at)


def _rujukan(record: Rujukan, name: str, at: At) -> Keys:
    return () if name == "langsung" else plainly(record, name, at)


def _kondisi(record: Kondisi, name: str, at: At) -> Keys:
    return plainly(record, name if name == "nilai" else str(record.banding), at)


def _operasi(record: Operasi, name: str, at: At) -> Keys:
    return (str(record.kata), *plainly(record, name, at)) if name == "bila" else ()


def _urutan(record: Urutan, name: str, at: At) -> Keys:
    return ("urutan", *plainly(record, name, at)) if name == "bila" else ()


def _penghargaan(record: Penghargaan, name: str, at: At) -> Keys:
    return plainly(record, name, record.aspek[at].id if name == "aspek" and isinstance(at, int) else at)


def _dokumen(record: Dokumen, name: str, at: At) -> Keys:
    if name == "subjek":
        return plainly(record, "untuk_setiap", record.untuk_setiap) + (() if at is None else (at,))
    first, _, second = name.partition("_")
    return ("bila", *plainly(record, second, at)) if first == "bila" else plainly(record, name, at)


_WRITTEN: Mapping[type, Callable[[Any, str, Any], Keys]] = {
    Dated: _dated,
    Syarat: _syarat,
    Term: _term,
    KolomTabel: _looked_up,
    Rujukan: _rujukan,
    Kondisi: _kondisi,
    Operasi: _operasi,
    Urutan: _urutan,
    Penghargaan: _penghargaan,
    Dokumen: _dokumen,
}
