"""The quarter on one page of A4 for the Sekda: one main sentence, who must explain, what is not certain, what is next.

Every list is cut to what fits; what is left out is counted, and stands in the Laporan and on the other screens.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from p3dn_reports.formatting import daftar_kata, kapital_awal, tanggal, terbilang
from p3dn_reports.web.figures import ABOVE, BELOW, HELD, NONE, UnitRow, judged, units
from p3dn_reports.web.shelf import Edition, Record, View
from p3dn_reports.web.waiting import due_days

MOST = 14
"""How many units the page lists."""

_NAMED, _DAYS, _TITLES = 3, 3, 3
_REASON, _NAME, _TEXT = 88, 70, 330


@dataclass(frozen=True, slots=True)
class Owed:
    """A unit that must explain: its figure and gap, its reason cut to a line or two, and whether it has answered."""

    nama: str
    tampil: str
    mark: str
    selisih: str | None
    alasan: str | None
    dijawab: bool


@dataclass(frozen=True, slots=True)
class Brief:
    """The page. `lainnya` counts the units that must explain and are not listed: those with the smaller gaps."""

    kalimat: str
    seluruh: Record | None
    baris: Sequence[UnitRow]
    wajib: Sequence[Owed]
    lainnya: int
    belum_pasti: Sequence[str]
    berikutnya: Sequence[str]
    dasar: str


def brief(view: View, edition: Edition, today: date) -> Brief:
    """The page of an edition, as of `today`."""
    name = next(iter(judged(edition)), None)
    rows = units(edition, name) if name else []
    whole = edition.hasil["seluruh"]["indikator"].get(name)
    told = edition.hasil.get("ringkasan") or {"wajib_menjelaskan": ()}
    owed = list(told["wajib_menjelaskan"])
    return Brief(
        kalimat=_sentence(view.titles.indikator(name or ""), whole, rows, owed),
        seluruh=whole,
        baris=rows,
        wajib=[_owed(one) for one in _largest(owed)],
        lainnya=max(0, len(owed) - MOST),
        belum_pasti=[cut(text, _TEXT) for text in _uncertain(view, edition, rows)],
        berikutnya=[cut(text, _TEXT) for text in _ahead(view, edition, today)],
        dasar=cut(view.titles.ketentuan(whole["dasar"]), _TEXT) if whole else "",
    )


def cut(text: str, most: int) -> str:
    """A text of at most so many letters, cut between words."""
    if len(text) <= most:
        return text
    short = text[: most - 1]
    return f"{short.rpartition(' ')[0].rstrip(' ,;') or short}\u00a0…"


def _sentence(title: str, whole: Record | None, rows: Sequence[UnitRow], owed: Sequence[Record]) -> str:
    if whole is None or whole["nilai"] is None:
        figure = "Capaian seluruh daerah belum dapat dihitung."
    else:
        band = f" ({whole['tampil_pita']})" if whole["tampil_pita"] else ""
        figure = f"{cut(title, _NAME)} {whole['tampil']}{band}."
    if not owed:
        return f"{figure} Tidak ada satuan kerja yang wajib menjelaskan."
    silent = sum(one["jawaban"] is None for one in owed)
    tail = f"{_count(silent)} di antaranya belum menjawab" if silent else "semuanya sudah menjawab"
    tail = "semuanya belum menjawab" if silent == len(owed) else tail
    return f"{figure} {kapital_awal(_count(len(owed)))} dari {len(rows)} satuan kerja wajib menjelaskan; {tail}."


def _largest(owed: list[Record]) -> list[Record]:
    """All in the order of the bands where they fit, else those with the largest gaps."""
    return owed if len(owed) <= MOST else sorted(owed, key=lambda one: -_gap(one))[:MOST]


def _gap(one: Record) -> Fraction:
    return max(Fraction(one["kekurangan_ambang"] or 0), Fraction(one["kelebihan_ambang"] or 0))


def _owed(one: Record) -> Owed:
    mark = ABOVE if one["kekurangan_ambang"] in {None, "0"} else BELOW
    gap = one["kekurangan_ambang" if mark == BELOW else "kelebihan_ambang"]
    reason, answered = one.get("alasan"), one["jawaban"] is not None
    name = cut(one["nama"], _NAME)
    return Owed(name, one["tampil"], mark, gap, cut(reason, _REASON) if reason else None, answered)


def _uncertain(view: View, edition: Edition, rows: Sequence[UnitRow]) -> Iterator[str]:
    """What the figures above do not hold, and on what they hang."""
    if held := [row.nama for row in rows if row.mark == HELD]:
        yield f"{_named(held)} ditahan karena datanya belum dapat dipercaya, dan belum masuk angka di atas."
    if without := [row.nama for row in rows if row.mark == NONE]:
        yield f"Capaian {_named(without)} tidak dapat dihitung."
    if open_readings := [one["pertanyaan"] for one in edition.hasil.get("penafsiran", ()) if _decides(one)]:
        asked = "; ".join(f"\u201c{cut(text, _REASON)}\u201d" for text in open_readings[:_NAMED])
        yield f"{kapital_awal(_count(len(open_readings)))} tafsir yang menentukan angka ini belum disahkan: {asked}."
    if drafts := sum(one["status"] == "konsep" for one in edition.hasil["dokumen"]):
        yield f"{kapital_awal(_count(drafts))} naskah masih konsep."
    if not view.current:
        yield f"Masukan atau aturan berubah sejak {edition.nama} disusun."


def _decides(reading: Record) -> bool:
    return bool(reading["menentukan"]) and reading["pengesahan"] is None


def _ahead(view: View, edition: Edition, today: date) -> Iterator[str]:
    """The next days on which documents fall due, with how many of them are out and hold."""
    for day in [one for one in due_days(view, edition, today) if one.lagi >= 0][:_DAYS]:
        sent = f"{day.terkirim} dari {day.semua} naskah terkirim"
        yield f"{tanggal(day.hari)}: {_named(day.judul, _TITLES)} ({sent})."


def _named(names: Sequence[str], most: int = _NAMED) -> str:
    """`A, B, C, dan 4 lainnya`."""
    shown = [cut(name, _NAME) for name in names[:most]]
    return daftar_kata(shown if len(names) <= most else [*shown, f"{len(names) - most} lainnya"])


def _count(number: int) -> str:
    return terbilang(number) if number <= 10 else str(number)
