"""Who signs, under which title, with how much of the name."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from p3dn_reports.documents.word.marks import Wanting
from p3dn_reports.tables import Tables

# Names alone, without degrees, rank and NIP: the head of a region, the deputy, the Sekda (Permendagri 1/2023 Pasal 44).
_TANPA_NIP = frozenset({"gubernur", "wakil_gubernur", "bupati", "wakil_bupati", "wali_kota", "ketua_tim", "sekda"})

_SELAKU = {
    "ketua_tim": "Ketua Tim Peningkatan Penggunaan Produk Dalam Negeri",
    "ketua_harian": "Ketua Harian Tim Peningkatan Penggunaan Produk Dalam Negeri",
}
"""In which quality one signs who holds the role beside the office that `pejabat` gives."""

_PENJABAT = {"plt": "Plt. ", "plh": "Plh. ", "pj": "Pj. ", "pjs": "Pjs. "}


def signer(tables: Tables, role: str, on: date, jabatan: str | None = None) -> dict[str, Any]:
    """The official who holds `role` on `on`, as the templates' `penanda_tangan`.

    `role` is a `pejabat.jabatan` id (`ketua_harian`, `kepala_<kode_satker>`); `jabatan` the title to print where the
    sheet gives none. What the sheet lacks is a wanting place, never a blank.
    """
    row = _holder(tables, role, on) or {}
    title = row.get("sebutan_jabatan") or jabatan
    nama = row.get("nama")
    shows_nip = role not in _TANPA_NIP
    return {
        "jabatan": _PENJABAT.get(row.get("status") or "", "") + title if title else Wanting("jabatan_pejabat"),
        "jabatan_pokok": title or Wanting("jabatan_pejabat"),
        "nama": nama or Wanting("nama_pejabat"),
        "nama_lengkap": _with_degrees(row) if nama else Wanting("nama_pejabat"),
        "pangkat": (row.get("pangkat") or "") if nama else Wanting("pangkat_pejabat"),
        "nip": row.get("nip") or Wanting("nip_pejabat"),
        "tampil_nip": shows_nip,
        "selaku": _SELAKU.get(role, ""),
    }


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
