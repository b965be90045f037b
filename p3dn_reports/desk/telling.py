"""What people did at the desk, each event in a sentence, under the names that documents and units have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from p3dn_reports.desk.editions import DRAFT, Edition
from p3dn_reports.desk.events import Event, Log
from p3dn_reports.desk.letters import EDITED
from p3dn_reports.desk.recognising import Naskah, naskah_of
from p3dn_reports.desk.sending import MARKS
from p3dn_reports.formatting import tanggal


@dataclass(frozen=True, slots=True)
class Told:
    """An event in words. `batal`: a later one has undone it; `dapat_dibatalkan`: it still can be."""

    event: Event
    kalimat: str
    batal: bool
    dapat_dibatalkan: bool


@dataclass(frozen=True, slots=True)
class Names:
    """What documents, units and builds are called, by what events call them."""

    naskah: Mapping[Naskah, str]
    unit: Mapping[str, str]
    edisi: Mapping[str, str]

    @classmethod
    def of(cls, found: Iterable[Edition]) -> Names:
        """The names in all editions, those of a later one before those of an earlier."""
        builds = list(found)
        records = [record for one in builds for record in one.dokumen]
        papers = {naskah_of(one): f"{one['judul']}{_whose(one['nama_unit'])}" for one in records}
        units = {one["unit"]: one["nama_unit"] for one in records if one["unit"] and one["nama_unit"]}
        return cls(papers, units, {one.susunan: one.nama for one in builds})

    def paper(self, event: Event) -> str:
        """`Surat penjelasan capaian, Dinas Kebudayaan`."""
        return self.naskah.get((event.naskah[0], event.naskah[1]), " untuk ".join(event.naskah))

    def whom(self, event: Event) -> str:
        """The unit an event is about."""
        kode = event.text("unit") or ""
        return self.unit.get(kode, kode)

    def build(self, event: Event) -> str:
        """The edition an event is about; a draft has no name of its own."""
        nama = event.text("edisi") or self.edisi.get(event.text("susunan") or "", DRAFT)
        return "rancangan" if nama == DRAFT else nama


def told(log: Log, names: Names) -> list[Told]:
    """Every event in words, the last one first."""
    return [
        Told(one, sentence(one, log, names), one.nama in log.undone, one.jenis in MARKS and one.nama not in log.undone)
        for one in reversed(log.events)
    ]


def sentence(event: Event, log: Log, names: Names) -> str:
    """What was done, in one sentence."""
    if event.jenis == "batal":
        undone = log.named(event.data["batal"])
        return f"Dibatalkan: {sentence(undone, log, names)}" if undone else "Satu catatan dibatalkan."
    words = _WORDS.get(event.jenis)
    return words(event, names) if words else f"{event.jenis.replace('_', ' ').capitalize()}."


def _left(event: Event, names: Names) -> str:
    day = event.text("tanggal")
    parts = [
        f" lewat {event.text('lewat')}" if event.text("lewat") else "",
        f", nomor {event.text('nomor')}" if event.text("nomor") else "",
        f", tanggal {tanggal(date.fromisoformat(day))}" if day else "",
        ", bersama PDF bertanda tangan" if event.text("pdf") else "",
    ]
    return f"{names.paper(event)} ditandai {event.jenis}{''.join(parts)} ({names.build(event)})."


def _chosen(event: Event, names: Names) -> str:
    which = "suntingan tetap dipakai" if event.text("pilihan") == EDITED else "dipakai yang baru"
    return f"{names.paper(event)}: {which} ({names.build(event)})."


def _received(event: Event, _names: Names) -> str:
    old = event.text("menggantikan")
    return f"Berkas {event.text('berkas')} diterima{f', menggantikan {old}' if old else ''}."


def _whose(nama: object) -> str:
    return f", {nama}" if nama else ""


_WORDS: Mapping[str, Callable[[Event, Names], str]] = {
    "susunan": lambda event, names: f"Naskah disusun ({names.build(event)}).",
    "terkirim": _left,
    "ditandatangani": _left,
    "dicabut": lambda event, names: f"{names.paper(event)} ditandai dicabut.",
    "diganti": lambda event, names: f"{names.paper(event)}: kiriman sebelumnya diganti.",
    "pilihan": _chosen,
    "pengingat": lambda event, names: f"Pengingat kepada {names.whom(event)} dicatat.",
    "permintaan": lambda event, names: f"Permintaan penjelasan untuk {names.whom(event)} disiapkan.",
    "diterima": _received,
    "ditolak": lambda event, _names: f"Berkas {event.text('berkas')} ditolak; tetap disimpan.",
    "dipakai_lagi": lambda event, _names: f"Berkas {event.text('berkas')} dipakai lagi.",
    "balasan": lambda event, _names: f"Berkas balasan untuk {event.text('berkas')} dibuat.",
}
