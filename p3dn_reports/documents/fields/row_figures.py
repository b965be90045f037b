"""The figures of a row as fields: what the rulebook reckons from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from p3dn_reports.documents.fields.field import BANYAK, RUPIAH, TANGGAL, TEKS, Field, Group, Node, Part
from p3dn_reports.documents.units import to_decimal
from p3dn_reports.documents.word.marks import Wanting
from p3dn_reports.evaluation.objects.steps import Langkah
from p3dn_reports.rules import Hitungan

T = TypeVar("T")

_JENIS_SATUAN = {"rupiah": RUPIAH, "persen": BANYAK, "jumlah": BANYAK, "tanggal": TANGGAL}
_CONTOH = {RUPIAH: "123456789", BANYAK: "4", TANGGAL: "2025-04-24"}


def of(figures: Iterable[Hitungan], ask: Callable[[T, Hitungan], Langkah | None]) -> dict[str, Node[T]]:
    """Figures by their ids, each asked of a record."""
    return {one.id: _figure(one, ask) for one in figures}


def amount(step: Langkah | None) -> object:
    """A step's value as a template takes it: money and numbers as decimals, days and texts as they are."""
    value = step.nilai if step is not None else None
    return to_decimal(value) if hasattr(value, "numerator") and not isinstance(value, str) else value  # type: ignore[arg-type]


def _figure(one: Hitungan, ask: Callable[[T, Hitungan], Langkah | None]) -> Part[T, Langkah]:
    jenis = _JENIS_SATUAN.get(one.satuan, TEKS)
    shown: Group[Langkah] = Group(
        {
            "nilai": Field(one.judul, lambda at: _known(one, at), jenis, example=_CONTOH.get(jenis, ""), wanting=True),
            "tampil": Field("Nilainya, siap cetak", lambda at: at.tampil),
            "sebab": Field("Sebab belum dapat dihitung", lambda at: at.sebab or ""),
        }
    )
    return Part(one.judul, shown, lambda at: ask(at, one), f"rules.yaml, hitungan {one.id}")


def _known(one: Hitungan, step: Langkah) -> object:
    """The figure's value; where it cannot be told, a place that wants what it is reckoned from."""
    return Wanting(one.id) if step.nilai is None else amount(step)
