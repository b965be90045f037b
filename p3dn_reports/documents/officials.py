"""Who signs, under which title, with how much of the name."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from p3dn_reports.documents.blanks import blank
from p3dn_reports.documents.word.marks import Wanting
from p3dn_reports.formatting import tanggal
from p3dn_reports.tables import Tables

# Names alone, without degrees, rank and NIP: the head of a region, the deputy, the Sekda (Permendagri 1/2023 Pasal 44).
_TANPA_NIP = frozenset({"gubernur", "wakil_gubernur", "bupati", "wakil_bupati", "wali_kota", "ketua_tim", "sekda"})

_SELAKU = {
    "ketua_tim": "Ketua Tim Peningkatan Penggunaan Produk Dalam Negeri",
    "ketua_harian": "Ketua Harian Tim Peningkatan Penggunaan Produk Dalam Negeri",
}
"""In which quality one signs who holds the role beside the office that `pejabat` gives."""

LEADERS = frozenset(_TANPA_NIP | {"wakil_wali_kota", "ketua_harian", "kepala_dinas_pembina"})
"""The roles of a region that are no one office's."""

KEPALA_DINAS_PEMBINA = "kepala_dinas_pembina"
"""The head of the office that leads P3DN, whatever its code."""

_PENJABAT = {"plt": "Plt. ", "plh": "Plh. ", "pj": "Pj. ", "pjs": "Pjs. "}


def signer(tables: Tables, role: str, on: date, jabatan: str | None = None, alias: str | None = None) -> dict[str, Any]:
    """The official who holds `role` on `on`, as the templates' `penanda_tangan`.

    `role` is a `pejabat.jabatan` id (`ketua_harian`, `kepala_<kode_satker>`), `alias` another one that serves too;
    `jabatan` the title to print where the sheet gives none. What the sheet lacks is a wanting place, never a blank.
    """
    row = _holder(tables, role, on) or (_holder(tables, alias, on) if alias else None) or {}
    key = row.get("jabatan") or role
    berlaku = f"pada {tanggal(on)}" if not row and any(tables.iter_rows("pejabat", {"jabatan": role})) else None
    title = row.get("sebutan_jabatan") or jabatan
    nama = row.get("nama")
    untitled = _open("jabatan", "sebutan_jabatan", key, berlaku)
    shows_nip = role not in _TANPA_NIP
    return {
        "jabatan": _PENJABAT.get(row.get("status") or "", "") + title if title else untitled,
        "jabatan_pokok": title or untitled,
        "nama": nama or _open("nama", "nama", key, berlaku),
        "nama_lengkap": _with_degrees(row) if nama else _open("nama", "nama", key, berlaku),
        "pangkat": (row.get("pangkat") or "") if nama else _open("pangkat", "pangkat", key, berlaku),
        "nip": row.get("nip") or _open("nip", "nip", key, berlaku),
        "tampil_nip": shows_nip,
        "selaku": _SELAKU.get(role, ""),
    }


def _open(nama: str, kolom: str, role: str, berlaku: str | None) -> Wanting:
    """The place a row of `pejabat` would fill; `berlaku` where the role has rows and none of that day."""
    return blank(f"{nama}_pejabat", "pejabat", kolom, jabatan=role, berlaku=berlaku)


def addressee(tables: Tables, role: str, on: date, jabatan: str) -> dict[str, str]:
    """Whom a document goes to: `jabatan`, and how the text calls him: `Bapak` or `Ibu` by data, else by the office."""
    row = _holder(tables, role, on) or {}
    title = row.get("sebutan_jabatan") or jabatan
    return {"jabatan": title, "sebutan": row.get("sapaan") or title}


def role_of_asisten(asisten: str) -> str:
    """The `pejabat.jabatan` of an Asisten: `asisten_perekonomian_dan_keuangan`."""
    return "_".join(["asisten", *re.findall(r"\w+", asisten.casefold())])


def _holder(tables: Tables, role: str, on: date) -> dict[str, Any] | None:
    """The latest holder in office on `on`."""
    holders = [row for row in tables.iter_rows("pejabat", {"jabatan": role}) if _in_office(row, on)]
    return max(holders, key=lambda row: row["berlaku_sejak"] or date.min, default=None)


def _in_office(row: dict[str, Any], on: date) -> bool:
    return (row["berlaku_sejak"] or date.min) <= on <= (row["berlaku_sampai"] or date.max)


def _with_degrees(row: dict[str, Any]) -> str:
    before = f"{row['gelar_depan']} " if row.get("gelar_depan") else ""
    after = f", {row['gelar_belakang']}" if row.get("gelar_belakang") else ""
    return f"{before}{row['nama']}{after}"
