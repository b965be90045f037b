"""Open readings as documents print them: what was read how and why, what else there is, what that would change here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from p3dn_reports.documents.weighing import Akibat, DocumentChange, Penafsiran
from p3dn_reports.evaluation.changes import Changes, FigureChange, Seen
from p3dn_reports.formatting import daftar_kata, kecil_awal, nilai_bersatuan
from p3dn_reports.problems import Problem, problem
from p3dn_reports.rules import Citation, Scope

TIDAK_BERUBAH = "Tidak ada yang berubah pada data periode ini."
TIDAK_DIHITUNG = "Bacaan lainnya tidak dihitung."
_NAMED = 8


def consequence_in_words(one: Akibat) -> str:
    """What another way would change here, in one sentence: units, documents, totals with their amounts."""
    way = one.alternatif
    return f"Bila dibaca sebagai {kecil_awal(way.judul)}: {'; '.join(_parts(one))}."


def deciding_readings(readings: Iterable[Penafsiran]) -> tuple[Problem, ...]:
    """A remark for every unapproved reading by which a unit's band, a recipient or a document hangs."""
    return tuple(
        problem("tafsir-menentukan", nilai=one.tafsir.id, akibat=consequences(one).rstrip("."))
        for one in readings
        if one.pengesahan is None and any(other.menentukan for other in one.akibat)
    )


def places(scope: Scope, dasar: Iterable[Citation]) -> str:
    """`Instruksi ..., diktum KESATU huruf a angka 6`: each source once, with its places."""
    return "; ".join(", ".join(filter(None, told)) for told in places_by_source(scope, dasar))


def places_by_source(scope: Scope, dasar: Iterable[Citation]) -> tuple[tuple[str, str], ...]:
    """Each source once, with its places in words: none where it is cited as a whole."""
    by_source: dict[str, list[str]] = {}
    for cited in dasar:
        by_source.setdefault(cited.sumber, []).extend([cited.tempat_terbaca] if cited.tempat else [])
    register = scope.rulebook.sumber_hukum
    return tuple((register[name].sebutan, daftar_kata(found) if found else "") for name, found in by_source.items())


def consequences(one: Penafsiran) -> str:
    """What every other way would change here, in words."""
    told = [consequence_in_words(other) for other in one.akibat if other.berubah or other.alternatif.sebab]
    if told:
        return " ".join(told)
    return TIDAK_BERUBAH if one.akibat else TIDAK_DIHITUNG


def _parts(one: Akibat) -> Iterator[str]:
    if not one.berubah:
        sebab = one.alternatif.sebab
        yield f"tidak dapat dihitung di sini ({sebab})" if sebab else "tidak ada yang berubah"
        return
    yield from changes_in_words(one.hasil, one.dokumen)
    missing = {unit for unit, _ in one.alternatif.tak_terhitung if unit}
    if missing:
        yield f"{len(missing)} satuan kerja tidak dapat dihitung menurut bacaan ini"


def changes_in_words(hasil: Changes, dokumen: Sequence[DocumentChange]) -> Iterator[str]:
    """What comes out otherwise: units that move, documents that come or go, awards, objects, totals in rupiah."""
    pindah = hasil.pindah
    if pindah:
        units = len({change.kode_satker for change in pindah})
        yield f"{units} satuan kerja berubah status ({'; '.join(_moves(pindah))})"
    yield from _documents(dokumen)
    if hasil.penghargaan:
        yield f"nilai atau penerima penghargaan berubah ({_named([change.nama for change in hasil.penghargaan])})"
    if hasil.objek:
        yield f"{len(hasil.objek)} putusan atau hitungan berubah"
    yield from map(_total, hasil.seluruh)
    stayed = len({change.kode_satker for change in hasil.unit} - {change.kode_satker for change in pindah})
    if stayed:
        yield f"{stayed} satuan kerja lain berubah nilainya tanpa berubah status"


def _moves(changes: Sequence[FigureChange]) -> Iterator[str]:
    """Units by the way they move: `di bawah menjadi melebihi: Dinas A, Dinas B`."""
    moves: dict[tuple[str, str], list[str]] = {}
    for change in changes:
        way = _band(change.sebelum), _band(change.sesudah)
        moves.setdefault(way, []).append(change.nama or "seluruh daerah")
    for (was, will), names in moves.items():
        yield f"dari {was} menjadi {will}: {_named(names)}"


def _named(names: Iterable[str]) -> str:
    """The names in words; of more than a cell can hold the first ones and how many others there are."""
    told = list(dict.fromkeys(names))
    rest = [f"{len(told) - _NAMED} lainnya"] if len(told) > _NAMED + 1 else []
    return daftar_kata([*told[:_NAMED], *rest] if rest else told)


def _band(seen: Seen | None) -> str:
    return (seen.tampil_status or "tidak dinilai") if seen else "tidak dinilai"


def _documents(changes: Sequence[DocumentChange]) -> Iterator[str]:
    for words, wanted in (("naskah yang baru diminta", True), ("naskah yang tidak lagi diminta", False)):
        found: dict[str, list[str]] = {}
        for change in changes:
            if (change.sebelum is None) is wanted:
                found.setdefault(change.judul, []).append(change.nama or "seluruh daerah")
        if found:
            yield f"{words}: {'; '.join(f'{judul} ({_named(names)})' for judul, names in found.items())}"


def _total(line: FigureChange) -> str:
    return f"{line.judul} seluruh daerah dari {_sum(line.sebelum)} menjadi {_sum(line.sesudah)}"


def _sum(seen: Seen | None) -> str:
    """The share with what was divided: rupiah, or rows where it counts rows."""
    if seen is None or seen.nilai is None or seen.pembilang is None or seen.penyebut is None:
        return "tidak dapat dihitung"
    sums = (nilai_bersatuan(one, seen.satuan) for one in (seen.pembilang, seen.penyebut))
    return f"{seen.tampil} ({' dari '.join(sums)})"
