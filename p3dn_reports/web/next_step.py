"""The one sentence that says what to do next, and the button that does it. The first that is true stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from p3dn_reports.desk.recognising import naskah_of
from p3dn_reports.desk.revisions import touched
from p3dn_reports.formatting import terbilang
from p3dn_reports.web.shelf import Edition, View


@dataclass(frozen=True, slots=True)
class Step:
    """A sentence and its button. `tujuan` is the screen it opens; of a `kirim` step it is posted to."""

    kalimat: str
    tombol: str
    tujuan: str
    kirim: bool = False


def next_step(view: View) -> Step:
    """The next step of a quarter."""
    return next(step for rule in _RULES if (step := rule(view)))


def _waiting(view: View) -> Step | None:
    if not view.menunggu:
        return None
    return Step(
        f"{_count(len(view.menunggu), 'berkas')} menunggu persetujuan Anda.", "Buka Kotak Masuk", "inbox.kotak_masuk"
    )


def _nothing_there(view: View) -> Step | None:
    if view.berkas:
        return None
    return Step(
        "Belum ada berkas untuk triwulan ini. Mulai dengan menaruh berkas dari pengirim.",
        "Buka Kotak Masuk",
        "inbox.kotak_masuk",
    )


def _not_built(view: View) -> Step | None:
    if view.edition:
        return None
    return Step(
        f"{_count(len(view.berkas), 'berkas')} sudah ada dan belum disusun.", "Susun naskah", "jobs.susun", True
    )


def _changed(view: View) -> Step | None:
    if view.current:
        return None
    what = "Masukan berubah" if view.berubah else "Program atau templat berubah"
    return Step(f"{what} sejak naskah terakhir disusun.", "Susun ulang", "jobs.susun", True)


def _one_holds_all(view: View) -> Step | None:
    whole = [one for one in _of(view).problems if one["tingkat"] == "galat" and one["semua_unit"]]
    if not whole:
        return None
    where = f"di {whole[0]['berkas']} " if whole[0]["berkas"] else ""
    return Step(f"{_count(len(whole), 'galat')} {where}menahan semua naskah.", "Buka Perbaikan", "returns.perbaikan")


def _faults(view: View) -> Step | None:
    edition = _of(view)
    faults = [one for one in edition.problems if one["tingkat"] == "galat"]
    if not faults:
        return None
    files = dict.fromkeys(one["berkas"] for one in faults if one["berkas"])
    where = f" di {next(iter(files))}" if len(files) == 1 else ""
    held = sum(unit["ditahan"] for unit in edition.hasil["unit"])
    after = f"; karena itu {_count(held, 'satuan kerja').lower()} ditahan" if held else ""
    return Step(
        f"{_count(len(faults), 'galat')}{where} masih perlu diperbaiki{after}.", "Buka Perbaikan", "returns.perbaikan"
    )


def _touched(view: View) -> Step | None:
    many = len(touched(view.terkirim))
    if not many:
        return None
    what = f"{_count(many, 'naskah')} yang sudah dikirim terkena {_of(view).nama}."
    return Step(what, "Buka Riwayat", "history.riwayat")


def _blanks(view: View) -> Step | None:
    drafts = sum(one["status"] == "konsep" for one in _of(view).hasil["dokumen"])
    if not drafts:
        return None
    return Step(f"{_count(drafts, 'naskah')} masih kosong sebagian.", "Buka Naskah", "letters.naskah")


def _unsent(view: View) -> Step | None:
    out = {one.naskah for one in view.terkirim}
    left = sum(naskah_of(one) not in out for one in _of(view).hasil["dokumen"] if one["jatuh_tempo"])
    if not left:
        return None
    return Step(f"{_count(left, 'naskah')} lengkap dan belum dikirim.", "Buka Naskah", "letters.naskah")


def _all_sent(view: View) -> Step | None:
    return Step("Semua naskah triwulan ini sudah terkirim.", "Cetak Ringkasan Sekda", "brief.ringkasan")


def _of(view: View) -> Edition:
    assert view.edition is not None  # noqa: S101 - the rules before have looked
    return view.edition


def _count(number: int, what: str) -> str:
    """`Dua naskah`, `18 naskah`: words up to ten, as a sentence begins."""
    return f"{terbilang(number).capitalize() if number <= 10 else number} {what}"


_RULES: tuple[Callable[[View], Step | None], ...] = (
    _waiting,
    _nothing_there,
    _not_built,
    _changed,
    _one_holds_all,
    _faults,
    _touched,
    _blanks,
    _unsent,
    _all_sent,
)
