"""Who must explain, what is asked of them and until when, who has answered and who was reminded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from p3dn_reports import pipeline
from p3dn_reports.desk import events
from p3dn_reports.desk.events import Event, Log
from p3dn_reports.desk.people import Petugas
from p3dn_reports.desk.places import Desk
from p3dn_reports.documents.answers import asked_of, still_wanting
from p3dn_reports.documents.material import Row
from p3dn_reports.documents.plan import Planned, Status
from p3dn_reports.evaluation.assessment import IndikatorResult
from p3dn_reports.evaluation.result import plain
from p3dn_reports.pipeline.quarter import Quarter
from p3dn_reports.pipeline.returning import returning
from p3dn_reports.rulebook.prose.words import clause


class Keadaan(StrEnum):
    """How a unit stands to what is asked of it; `ditahan`: its data cannot be trusted, so nothing is asked yet."""

    BELUM = "belum menjawab"
    SUDAH = "sudah menjawab"
    DITAHAN = "ditahan"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure to be explained, as the engine prints it, with its gap below or above the thresholds, in `satuan`."""

    judul: str
    tampil: str
    pita: str | None
    kekurangan: Fraction | None
    kelebihan: Fraction | None
    satuan: str


@dataclass(frozen=True, slots=True)
class Asked:
    """One unit that must explain. `kurang` are the tables it has no row in yet, `sebab` why it is withheld."""

    kode: str
    nama: str
    jabatan: str | None
    pos_el: str | None
    naskah: tuple[str, ...]
    dasar: tuple[str, ...]
    jatuh_tempo: date | None
    keadaan: Keadaan
    angka: tuple[Figure, ...] = ()
    kurang: tuple[str, ...] = ()
    sebab: tuple[str, ...] = ()

    def as_json(self) -> dict[str, object]:
        """Plain data; amounts as exact text."""
        return {
            "kode_satker": self.kode,
            "nama": self.nama,
            "pos_el": self.pos_el,
            "naskah": list(self.naskah),
            "jatuh_tempo": self.jatuh_tempo.isoformat() if self.jatuh_tempo else None,
            "keadaan": str(self.keadaan),
            "angka": [_figure_as_json(one) for one in self.angka],
            "kurang": list(self.kurang),
            "sebab": list(self.sebab),
        }


@dataclass(frozen=True, slots=True)
class Requests:
    """The units that must explain, in the order of the plan; the office they answer, and the day of the data."""

    daerah_id: str
    periode: str
    data_per: date
    kepada: str
    unit: tuple[Asked, ...]


def asked(desk: Desk) -> Requests:
    """Every unit with a document that is whole only once the unit has filled tables. Raises as `open_quarter` does."""
    with pipeline.open_quarter(desk.workspace, desk.masukan) as quarter:
        by_unit = asked_of(pipeline.assess(quarter, otherwise=False).planned)
        master = {row["kode_satker"]: row for row in quarter.tables.iter_rows("satker")}
        units = tuple(_asked(quarter, papers, master.get(kode, {})) for kode, papers in by_unit.items())
        scope = quarter.scope
        kepada = returning(quarter).kepada
        return Requests(scope.daerah.id, str(scope.periode), quarter.meta.tanggal_cutoff, kepada, units)


def remind(desk: Desk, petugas: Petugas, kode: str, catatan: str | None = None) -> Event:
    """Keep that a unit was reminded, by whatever way."""
    return events.write(desk, petugas, "pengingat", unit=kode, catatan=catatan or None)


def reminders(log: Log, kode: str) -> list[Event]:
    """The reminders of a unit that stand, the last one first."""
    return [one for one in log.of("pengingat") if one.text("unit") == kode][::-1]


def _asked(quarter: Quarter, papers: list[Planned], row: Row) -> Asked:
    unit = papers[0].unit
    assert unit is not None  # noqa: S101 - `asked` has looked
    kode, sebab = unit.unit.kode_satker, tuple(dict.fromkeys(why for one in papers for why in one.ditahan))
    wanting = still_wanting(quarter.tables, kode, papers)
    held_back = any(one.status is Status.DITAHAN for one in papers)
    names = dict.fromkeys(name for one in papers for name in one.dokumen.bila_status)
    return Asked(
        kode=kode,
        nama=unit.unit.nama,
        jabatan=_text(row.get("jabatan_pimpinan")),
        pos_el=_text(row.get("pos_el")),
        naskah=tuple(dict.fromkeys(one.dokumen.judul for one in papers)),
        dasar=tuple(dict.fromkeys(clause(quarter.scope.rulebook, cited) for one in papers for cited in one.dasar)),
        jatuh_tempo=min((one.jatuh_tempo for one in papers if one.jatuh_tempo), default=None),
        keadaan=Keadaan.DITAHAN if held_back else Keadaan.BELUM if wanting else Keadaan.SUDAH,
        angka=() if held_back else tuple(_figure(quarter, unit.figures.indikator[name]) for name in names),
        kurang=wanting,
        sebab=sebab,
    )


def _text(value: object) -> str | None:
    return str(value).strip() or None if value is not None else None


def _figure(quarter: Quarter, found: IndikatorResult) -> Figure:
    return Figure(
        judul=quarter.scope.rulebook.indikator[found.indikator].judul,
        tampil=found.tampil,
        pita=found.tampil_pita,
        kekurangan=found.kekurangan_ambang or None,
        kelebihan=found.kelebihan_ambang or None,
        satuan=found.satuan,
    )


def _figure_as_json(one: Figure) -> dict[str, object]:
    gaps = {"kekurangan_ambang": one.kekurangan, "kelebihan_ambang": one.kelebihan}
    told = {name: plain(gap) for name, gap in gaps.items()}
    return {"judul": one.judul, "tampil": one.tampil, "pita": one.pita, **told, "satuan": one.satuan}
