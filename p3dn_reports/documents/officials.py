"""The officials of table `pejabat`: who holds a role on a day, under which title, with how much of the name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from p3dn_reports.documents.blanks import blank
from p3dn_reports.documents.word.marks import Wanting
from p3dn_reports.formatting import tanggal
from p3dn_reports.rules import Bentuk
from p3dn_reports.rules.forms import DEFINITIF
from p3dn_reports.tables import Tables

Row = Mapping[str, object]

KEPALA_DAERAH = frozenset({"gubernur", "wakil_gubernur", "bupati", "wakil_bupati", "wali_kota", "wakil_wali_kota"})
SEKDA = frozenset({"ketua_tim", "sekda"})

# Where the rulebook says nothing of the form: the head of a region, the deputy and the Sekda have no rank and NIP.
_TANPA_NIP = (KEPALA_DAERAH | SEKDA) - {"wakil_wali_kota"}

_SELAKU = {
    "ketua_tim": "Ketua Tim Peningkatan Penggunaan Produk Dalam Negeri",
    "ketua_harian": "Ketua Harian Tim Peningkatan Penggunaan Produk Dalam Negeri",
}
"""In which quality one signs who holds the role beside the office that `pejabat` gives."""

KEPALA_DINAS_PEMBINA = "kepala_dinas_pembina"
"""The head of the office that leads P3DN, whatever its code."""

LEADERS = KEPALA_DAERAH | SEKDA | {"ketua_harian", KEPALA_DINAS_PEMBINA}
"""The roles of a region that are no one office's."""

PIMPINAN = "pimpinan_perangkat_daerah"
"""The regulations' word for the head of a perangkat daerah, where a verdict says who imposes."""

_PENJABAT = {"plt": "Plt. ", "plh": "Plh. ", "pj": "Pj. ", "pjs": "Pjs. "}


@dataclass(frozen=True, slots=True)
class Official:
    """Who holds a role on a day: the row of `pejabat`, empty where there is none.

    `sebutan` is the title by the role's own office, where the sheet gives none. What the sheet lacks is a wanting place
    of row `peran`, never a blank; `berlaku` says so where the role has rows and none of that day; `kolom` is the blank
    place that would name the role. `bentuk` says how much of the name is printed in the document.
    """

    row: Row
    peran: str
    sebutan: str | None
    berlaku: str | None = None
    kolom: Wanting | None = None
    bentuk: Bentuk = field(default_factory=Bentuk)

    @property
    def jabatan_pokok(self) -> str | Wanting:
        """The title alone."""
        return self._text("sebutan_jabatan") or self.sebutan or self._open("jabatan", "sebutan_jabatan")

    @property
    def jabatan(self) -> str | Wanting:
        """The title, with what an acting official puts before it."""
        title = self.jabatan_pokok
        return title if isinstance(title, Wanting) else _PENJABAT.get(self._text("status"), "") + title

    @property
    def nama(self) -> str | Wanting:
        """The name alone."""
        return self._text("nama") or self._open("nama")

    @property
    def nama_lengkap(self) -> str | Wanting:
        """The name with its degrees, where the document's form has them."""
        if self.bentuk.gelar is False or self._status in self.bentuk.tanpa_gelar.get(self.peran, ()):
            return self.nama
        before, after = self._text("gelar_depan"), self._text("gelar_belakang")
        nama = self._text("nama")
        return f"{before and f'{before} '}{nama}{after and f', {after}'}" if nama else self._open("nama")

    @property
    def pangkat(self) -> str | Wanting:
        """The rank; empty where a named official has none."""
        return self._text("pangkat") if self._text("nama") else self._open("pangkat")

    @property
    def nip(self) -> str | Wanting:
        """The NIP."""
        return self._text("nip") or self._open("nip")

    @property
    def tampil_nip(self) -> bool:
        """Whether rank and NIP stand under the name."""
        if not self.bentuk.tanpa_nip:
            return self.bentuk.nip is not False and self.peran not in _TANPA_NIP
        return self.bentuk.nip is not False and self._status not in self.bentuk.tanpa_nip.get(self.peran, ())

    @property
    def selaku(self) -> str:
        """The quality in which the official signs, beside the office."""
        return _SELAKU.get(self.peran, "")

    @property
    def sapaan(self) -> str | Wanting:
        """How a text calls him: `Bapak` or `Ibu` by data, else by the office."""
        return self._text("sapaan") or self.jabatan_pokok

    @property
    def _status(self) -> str:
        return self._text("status") or DEFINITIF

    def _text(self, kolom: str) -> str:
        return str(self.row.get(kolom) or "")

    def _open(self, nama: str, kolom: str = "") -> Wanting:
        if self.kolom is not None:
            return self.kolom
        key = self._text("jabatan") or self.peran
        return blank(f"{nama}_pejabat", "pejabat", kolom or nama, jabatan=key, berlaku=self.berlaku)


def official(tables: Tables, roles: Iterable[str], on: date, sebutan: str | None = None) -> Official:
    """The latest holder on `on` of the first of the `roles` that anybody holds then; the first where nobody does."""
    names = tuple(roles)
    for name in names:
        rows = [row for row in tables.iter_rows("pejabat", {"jabatan": name}) if _in_office(row, on)]
        if rows:
            latest = max(rows, key=lambda row: row["berlaku_sejak"] or date.min)
            return Official(latest, names[0], sebutan)
    others = any(tables.iter_rows("pejabat", {"jabatan": names[0]}))
    return Official({}, names[0], sebutan, f"pada {tanggal(on)}" if others else None)


def role_of_asisten(asisten: str) -> str:
    """The `pejabat.jabatan` of an Asisten: `asisten_perekonomian_dan_keuangan`."""
    return "_".join(["asisten", *re.findall(r"\w+", asisten.casefold())])


def _in_office(row: dict[str, date | None], on: date) -> bool:
    return (row["berlaku_sejak"] or date.min) <= on <= (row["berlaku_sampai"] or date.max)
