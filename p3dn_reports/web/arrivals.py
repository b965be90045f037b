"""Kotak Masuk as it is shown: each waiting file in words, what was expected, what was received and how often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any

from p3dn_reports.desk import inbox
from p3dn_reports.desk.events import Event
from p3dn_reports.desk.inbox import Arrived, Received
from p3dn_reports.desk.letters import working_name
from p3dn_reports.desk.looking import LETTER, PDF, UNKNOWN, Expected, Looked, LookedAtAll
from p3dn_reports.desk.recognising import Recognised, naskah_of, record_of
from p3dn_reports.web.shelf import Record, View


@dataclass(frozen=True, slots=True)
class Shown:
    """A waiting file: its size in bytes, what it is and does in sentences; `looked` is None while it is being read.

    `pilihan` are the documents a signed PDF may be of, the likeliest marked.
    """

    arrived: Arrived
    ukuran: int
    looked: Looked | None
    dikenali: tuple[str, ...] = ()
    akibat: tuple[str, ...] = ()
    temuan: tuple[Record, ...] = ()
    pilihan: tuple[tuple[str, str, bool], ...] = ()

    @property
    def jenis(self) -> str | None:
        """What kind of file it is, as `Looked` says."""
        return self.looked.jenis if self.looked else None

    @property
    def dapat_diterima(self) -> bool:
        """Whether it can be taken in as it is."""
        return self.looked is not None and not self.looked.ditolak

    @property
    def kiriman(self) -> str:
        """How a form names it together with what it replaces."""
        return f"{self.arrived.id}:{self.looked.sha_lama or ''}" if self.looked else ""


def shown(view: View, arrived: Arrived, found: LookedAtAll | None) -> Shown:
    """A waiting file with what was found out about it so far."""
    looked = found.dilihat.get(arrived.id) if found else None
    size = arrived.path.stat().st_size if arrived.path.is_file() else 0
    if looked is None:
        return Shown(arrived, size, None)
    return Shown(
        arrived,
        size,
        looked,
        tuple(_recognised(view, looked)),
        tuple(_consequence(looked)),
        tuple(one.as_json() for one in looked.temuan),
        tuple(_letters(view, arrived)) if looked.jenis == PDF else (),
    )


def expected(view: View, found: LookedAtAll) -> list[tuple[Expected, int, datetime | None]]:
    """Each file expected or there, how often it came, and when it was last taken in."""
    taken = list(view.log.of("diterima", "dipakai_lagi"))
    times = Counter(one.text("berkas") for one in taken)
    last: dict[str | None, Event] = {one.text("berkas"): one for one in taken}
    return [
        (one, times[one.berkas], last[one.berkas].waktu if one.berkas in last else None) for one in found.diharapkan
    ]


def received(view: View) -> list[Received]:
    """Every file ever received, the last one first."""
    return inbox.received(view.desk, view.log, {sha: berkas for berkas, sha in view.sha.items()})[::-1]


def _recognised(view: View, looked: Looked) -> Iterator[str]:
    if looked.naskah:
        yield _letter(view, looked.naskah)
    elif looked.jenis == PDF:
        yield "PDF. Bila ini naskah yang sudah ditandatangani, pilih naskahnya, lalu tandai."
    elif looked.jenis == UNKNOWN:
        yield "Tidak dikenali sebagai tabel apa pun."
        if looked.kolom:
            yield f"Kolom yang terbaca: {', '.join(looked.kolom[:12])}{', ...' if len(looked.kolom) > 12 else ''}."
        if looked.mirip:
            lacks = f"; kurang kolom {', '.join(looked.kurang)}" if looked.kurang else ""
            yield f"Yang paling mirip: {looked.mirip}{lacks}."
    else:
        yield from (f"{one.judul}, {one.baris} baris" for one in looked.tabel)


def _letter(view: View, known: Recognised) -> str:
    edition = next((one for one in view.semua if one.susunan == known.susunan), None)
    record: Any = record_of(edition, known.naskah) if edition else None
    what = f"{record['judul']} {record['nama_unit'] or ''}".strip() if record else "naskah p3dn"
    whence = f" dari {edition.nama}" if edition else " dari susunan yang tidak ada lagi di sini"
    return f"Ini {what}{whence}, {'sudah disunting' if known.disunting else 'sama dengan yang disusun'}."


def _consequence(looked: Looked) -> Iterator[str]:
    if looked.jenis == LETTER:
        yield "Simpan sebagai suntingan, atau tandai terkirim?"
    if looked.menggantikan:
        yield f"Menggantikan {looked.menggantikan}."
        fixed, still, new = (len(group) for group in (looked.banding.benar, looked.banding.masih, looked.banding.baru))
        if fixed or still or new:
            yield f"Temuan dibandingkan dengan berkas itu: {fixed} sudah benar, {still} masih salah, {new} baru."
    elif looked.tabel:
        yield "Ditambahkan; tidak menggantikan berkas lain."
    if looked.calon:
        yield f"Tabel yang sama juga ada di {', '.join(looked.calon)}."
    yield from (f"{one[:1].upper()}{one[1:].rstrip('.')}." for one in looked.akibat)


def _letters(view: View, arrived: Arrived) -> Iterator[tuple[str, str, bool]]:
    """The documents made in the edition that stands; marked is the one whose file has the name of the PDF."""
    stem = PurePosixPath(arrived.nama).stem.casefold()
    for one in view.edition.asal.dokumen if view.edition else ():
        if one["status"] != "ditahan":
            names = {PurePosixPath(one["berkas"]).stem.casefold(), PurePosixPath(working_name(one)).stem.casefold()}
            yield "/".join(naskah_of(one)), f"{one['judul']}, {one['nama_unit'] or 'seluruh daerah'}", stem in names
