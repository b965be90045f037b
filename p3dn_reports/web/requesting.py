"""The units that are asked to explain, as the screen shows them: answer, due day, packet, last word to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from p3dn_reports.desk.events import Event
from p3dn_reports.desk.packets import laid
from p3dn_reports.desk.places import files_in
from p3dn_reports.desk.requests import Asked, Keadaan, Requests
from p3dn_reports.formatting import nilai_bersatuan
from p3dn_reports.web.shelf import View
from p3dn_reports.web.tables import Column

MARKS = {Keadaan.BELUM: "wrong", Keadaan.SUDAH: "ok", Keadaan.DITAHAN: "held"}

columns = (
    *(Column("kode", "Kode satuan kerja", 26), Column("nama", "Satuan kerja", 50), Column("keadaan", "Keadaan", 18)),
    *(Column("kurang", "Belum ada", 30), Column("batas", "Batas", 14, "tanggal"), Column("pos_el", "Pos-el", 36)),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One unit asked.

    `lagi` are the days left, `berkas` the files of its packet that lie there, `terakhir` is when it
    was last asked or reminded.
    """

    asked: Asked
    tanda: str
    angka: tuple[str, ...]
    lagi: int | None
    berkas: tuple[str, ...]
    terakhir: Event | None

    @property
    def terlambat(self) -> bool:
        """Whether its answer is overdue."""
        return self.asked.keadaan is Keadaan.BELUM and self.lagi is not None and self.lagi < 0


def rows(view: View, found: Requests, today: date) -> list[Row]:
    """The units, those that have not answered first, the earliest due day first."""
    there = {path.name for path in files_in(view.desk.permintaan)}
    order = list(MARKS)
    made = [_row(view, one, there, today) for one in found.unit]
    return sorted(made, key=lambda row: (order.index(row.asked.keadaan), row.asked.jatuh_tempo or date.max))


def flat(found: Sequence[Row]) -> list[dict[str, str | None]]:
    """The rows for a file."""
    return [
        {
            "kode": one.asked.kode,
            "nama": one.asked.nama,
            "keadaan": str(one.asked.keadaan),
            "kurang": ", ".join(one.asked.kurang),
            "batas": one.asked.jatuh_tempo.isoformat() if one.asked.jatuh_tempo else None,
            "pos_el": one.asked.pos_el,
        }
        for one in found
    ]


def _row(view: View, one: Asked, there: set[str], today: date) -> Row:
    words = [event for event in view.log.of("permintaan", "pengingat") if event.text("unit") == one.kode]
    return Row(
        one,
        MARKS[one.keadaan],
        tuple(_figures(one)),
        (one.jatuh_tempo - today).days if one.jatuh_tempo else None,
        tuple(name for name in laid(view.log, one.kode) if name in there),
        words[-1] if words else None,
    )


def _figures(one: Asked) -> Iterator[str]:
    for figure in one.angka:
        if figure.kekurangan:
            yield f"{figure.tampil}, kurang {nilai_bersatuan(figure.kekurangan, figure.satuan)}"
        elif figure.kelebihan:
            yield f"{figure.tampil}, lebih {nilai_bersatuan(figure.kelebihan, figure.satuan)}"
        else:
            yield figure.tampil
