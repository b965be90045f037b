"""The one sentence that says what to do next, and the button that does it. The first that is true stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from p3dn_reports.desk.recognising import naskah_of
from p3dn_reports.desk.revisions import touched
from p3dn_reports.formatting import daftar_kata, tanggal, terbilang
from p3dn_reports.inputs.schema import load_schemas
from p3dn_reports.web.shelf import Edition, Record, View
from p3dn_reports.web.words import period


@dataclass(frozen=True, slots=True)
class Step:
    """A sentence and its button. `tujuan` is the screen it opens; of a `kirim` step it is posted to."""

    kalimat: str
    tombol: str
    tujuan: str
    kirim: bool = False


def next_step(view: View, today: date) -> Step:
    """The next step of a quarter, as it stands on a day."""
    return next(step for rule in _RULES if (step := rule(view, today)))


def _nothing_there(view: View, today: date) -> Step | None:
    if view.berkas or view.menunggu:
        return None
    told = "triwulan ini" if view.edition is None else period(view.edition.hasil["periode"])
    return _to_inbox(f"Belum ada berkas untuk {told}. Mulai dengan menaruh berkas dari pengirim.")


def _first_files(view: View, today: date) -> Step | None:
    return _waiting(view, today) if view.edition is None else None


def _not_built(view: View, today: date) -> Step | None:
    if view.edition:
        return None
    told = f"{_count(len(view.berkas), 'berkas')} sudah ada dan belum disusun."
    return Step(told, "Susun naskah", "jobs.susun", True)


def _source_missing(view: View, today: date) -> Step | None:
    """A table without which nothing can be computed, by the files that should bring it where these are named."""
    found = _of(view).problems
    tables = [one["tabel"] for one in found if one["kode"] == "tabel-tidak-ada"]
    if not tables or not view.current:
        return None
    files = [f"Berkas {one['nilai']}" for one in found if one["kode"] == "berkas-sumber-tidak-ada"]
    schemas = load_schemas(view.desk.workspace.schemas)
    what = daftar_kata(files or [f"Tabel {schemas[name].title}" for name in tables])
    return _to_inbox(f"{what} belum diterima; tanpa itu capaian tidak dapat dihitung.")


def _one_holds_all(view: View, today: date) -> Step | None:
    whole = [one for one in _standing_faults(view) if one["semua_unit"]]
    if not whole:
        return None
    return _to_faults(f"{_faulty(whole)} menahan semua naskah.")


def _faults(view: View, today: date) -> Step | None:
    faults = _standing_faults(view)
    if not faults:
        return None
    hasil = _of(view).hasil
    held = sum(unit["ditahan"] for unit in hasil["unit"])
    after = [f"{_count(held, 'satuan kerja').lower()} ditahan"] if held else []
    after += [f"{title} masih konsep" for title in _region_drafts(hasil["dokumen"])[:1]]
    return _to_faults(f"{_faulty(faults)} masih salah{f'; karena itu {daftar_kata(after)}' if after else ''}.")


def _changed(view: View, today: date) -> Step | None:
    if view.current:
        return None
    what = "Masukan berubah" if view.berubah else "Program atau templat berubah"
    return Step(f"{what} sejak {_of(view).nama} disusun.", "Susun ulang", "jobs.susun", True)


def _waiting(view: View, today: date) -> Step | None:
    if not view.menunggu:
        return None
    return _to_inbox(f"{_count(len(view.menunggu), 'berkas')} menunggu persetujuan Anda.")


def _sent_but_changed(view: View, today: date) -> Step | None:
    letters = touched(view.terkirim)
    if not letters:
        return None
    told = f"{_count(len(letters), 'naskah')} yang sudah dikirim terkena {_of(view).nama}."
    return Step(told, "Buka Riwayat", "history.riwayat")


def _blanks(view: View, today: date) -> Step | None:
    drafts = [one for one in _of(view).hasil["dokumen"] if one["status"] == "konsep"]
    if not drafts:
        return None
    days = [date.fromisoformat(one["jatuh_tempo"]) for one in drafts if one["jatuh_tempo"]]
    nearest = f"; yang terdekat {_due(min(days), today)}" if days else ""
    return _to_letters(f"{_count(len(drafts), 'naskah')} masih kosong sebagian{nearest}.", "Isi yang kosong")


def _unsent(view: View, today: date) -> Step | None:
    out = {one.naskah for one in view.terkirim}
    complete = [one for one in _of(view).hasil["dokumen"] if one["status"] == "lengkap" and one["jatuh_tempo"]]
    left = sum(naskah_of(one) not in out for one in complete)
    if not left:
        return None
    return _to_letters(f"{_count(left, 'naskah')} lengkap dan belum dikirim.", "Buka Naskah")


def _all_sent(view: View, today: date) -> Step | None:
    return Step("Semua naskah triwulan ini sudah terkirim.", "Cetak Ringkasan Sekda", "brief.ringkasan")


def _standing_faults(view: View) -> list[Record]:
    """The faults of the edition, where nothing has been done about them yet: no new input, none waiting for theirs."""
    waits = {one.nama.casefold() for one in view.menunggu}
    faults = [one for one in _of(view).problems if one["tingkat"] == "galat"]
    answered = any((one["berkas"] or "").casefold() in waits for one in faults)
    return faults if view.current and not answered else []


def _faulty(faults: list[Record]) -> str:
    """`Dua sel di berkas bpkd.xlsx`, or how many faults where they stand in no cell or in several files."""
    files = {one["berkas"] for one in faults}
    what = "sel" if all(one["sel"] for one in faults) else "galat"
    where = f" di berkas {faults[0]['berkas']}" if len(files) == 1 and faults[0]["berkas"] else ""
    return f"{_count(len(faults), what)}{where}"


def _region_drafts(documents: list[Record]) -> list[str]:
    """The titles of the documents of the whole region that are drafts."""
    return [one["judul"] for one in documents if one["unit"] is None and one["status"] == "konsep"]


def _due(day: date, today: date) -> str:
    match (day - today).days:
        case 0:
            return "jatuh tempo hari ini"
        case 1:
            return "jatuh tempo besok"
        case left if left < 0:
            return f"terlambat {-left} hari"
        case _:
            return f"jatuh tempo {tanggal(day)}"


def _to_inbox(told: str) -> Step:
    return Step(told, "Buka Kotak Masuk", "inbox.kotak_masuk")


def _to_faults(told: str) -> Step:
    return Step(told, "Buka Perbaikan", "returns.perbaikan")


def _to_letters(told: str, button: str) -> Step:
    return Step(told, button, "letters.naskah")


def _of(view: View) -> Edition:
    assert view.edition is not None  # noqa: S101 - the rules before have looked
    return view.edition


def _count(number: int, what: str) -> str:
    """`Dua naskah`, `18 naskah`: words up to ten, as a sentence begins."""
    return f"{terbilang(number).capitalize() if number <= 10 else number} {what}"


_RULES: tuple[Callable[[View, date], Step | None], ...] = (
    _nothing_there,
    _first_files,
    _not_built,
    _source_missing,
    _one_holds_all,
    _faults,
    _changed,
    _waiting,
    _sent_but_changed,
    _blanks,
    _unsent,
    _all_sent,
)
