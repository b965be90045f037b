"""Who signs a document, under which kop, and whom it goes to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from p3dn_reports.documents.blanks import blank
from p3dn_reports.documents.context import Material, dinas_pembina_row
from p3dn_reports.documents.officials import KEPALA_DINAS_PEMBINA, addressee, role_of_asisten, signer
from p3dn_reports.documents.plan import Planned

SEKRETARIAT_DAERAH = "Sekretariat Daerah"

_KEPALA_DAERAH = frozenset({"gubernur", "wakil_gubernur", "bupati", "wakil_bupati", "wali_kota", "wakil_wali_kota"})
_SEKDA = frozenset({"ketua_tim", "sekda"})


def signer_context(material: Material, planned: Planned) -> dict[str, Any]:
    """The document's signer, under the title that `pejabat` gives or else the office's own."""
    role, office = planned.dokumen.penanda_tangan, _office(material, planned)
    kode = office.get("kode_satker") if role in ("kepala_unit", KEPALA_DINAS_PEMBINA) else None
    alias = role if role == KEPALA_DINAS_PEMBINA else None
    holder = f"kepala_{kode}" if kode else role
    return signer(material.tables, holder, planned.tanggal, _title(material, role, office), alias)


def letterhead(material: Material, planned: Planned) -> dict[str, Any]:
    """The kop of the office that signs: the region's line above, the office and its address below.

    A Biro writes under the kop of the Sekretariat Daerah, the head of the region under one of his own.
    """
    daerah, office = material.scope.daerah, _office(material, planned)
    address = {key: office.get(key) or daerah.kop.get(key, "") for key in ("alamat", "telepon", "laman", "pos_el")}
    if planned.dokumen.penanda_tangan in _KEPALA_DAERAH:
        above = daerah.kop.get("baris_atas") or daerah.kepala_daerah
        return {"baris_atas": above, "baris_bawah": daerah.kop.get("baris_bawah", ""), **address}
    below = SEKRETARIAT_DAERAH if office.get("jenis") == "biro" else office.get("nama_satker", "")
    return {"baris_atas": daerah.nama_pemda, "baris_bawah": below, **address}


def addressee_context(material: Material, planned: Planned) -> dict[str, Any]:
    """Whom the document goes to, and how its text calls him; nothing where the rulebook names nobody."""
    role = planned.dokumen.tujuan
    if not role:
        return {"jabatan": "", "sebutan": ""}
    if role != "asisten":
        return addressee(material.tables, role, planned.tanggal, _title(material, role, {}) or role)
    asisten = material.satker(planned.unit.unit.kode_satker if planned.unit else None).get("asisten")
    if not asisten:
        kode = planned.unit.unit.kode_satker if planned.unit else None
        jabatan = blank("asisten", "satker", "asisten", kode_satker=kode)
        return {"jabatan": jabatan, "sebutan": "Asisten Sekretaris Daerah"}
    return addressee(material.tables, role_of_asisten(asisten), planned.tanggal, f"Asisten {asisten}")


def _office(material: Material, planned: Planned) -> Mapping[str, Any]:
    """The master row of the office that signs; empty for the head of the region, and where nobody knows it."""
    role = planned.dokumen.penanda_tangan
    if role == "kepala_unit" and planned.unit is not None:
        return material.satker(planned.unit.unit.kode_satker)
    if role in _SEKDA:
        rows = material.master.values()
        found = (row for row in rows if str(row["nama_satker"]).casefold() == SEKRETARIAT_DAERAH.casefold())
        return next(found, {"nama_satker": SEKRETARIAT_DAERAH})
    return {} if role in _KEPALA_DAERAH else dinas_pembina_row(material)


def _title(material: Material, role: str, office: Mapping[str, Any]) -> str | None:
    """The title a role carries by its office; None where only `pejabat` can give it."""
    daerah = material.scope.daerah
    if role in _SEKDA:
        return f"Sekretaris Daerah {daerah.nama_pada(material.scope.data_per)}"
    if role in ("gubernur", "bupati", "wali_kota"):
        return daerah.kepala_daerah
    return office.get("jabatan_pimpinan") if role in ("kepala_unit", KEPALA_DINAS_PEMBINA) else None
