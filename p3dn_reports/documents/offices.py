"""Who signs a document, under which kop, and whom it goes to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from p3dn_reports.documents.at import At
from p3dn_reports.documents.blanks import blank
from p3dn_reports.documents.material import Row
from p3dn_reports.documents.officials import (
    KEPALA_DAERAH,
    KEPALA_DINAS_PEMBINA,
    PIMPINAN,
    SEKDA,
    Official,
    official,
    role_of_asisten,
)
from p3dn_reports.documents.word.marks import Wanting
from p3dn_reports.rules import Pihak

SEKRETARIAT_DAERAH = "Sekretariat Daerah"
BUKAN_PEMDA = "bukan_pemda"
KEPALA_BIRO_KOORDINATOR = "kepala_biro_koordinator"
"""The head of the Biro that coordinates the document's unit."""


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom a document goes to, and how its text calls him."""

    jabatan: str | Wanting = ""
    sebutan: str | Wanting = ""


@dataclass(frozen=True, slots=True)
class _Party:
    """Whom a document names, once looked up: the roles that serve, the office, the title by that office.

    `kolom` is the blank column of the document's row that would say who it is.
    """

    roles: tuple[str, ...]
    office: Row
    title: str | None
    kolom: Wanting | None = None


def signer(at: At) -> Official:
    """The document's signer, under the title that `pejabat` gives or else the office's own."""
    return _official(at, at.planned.dokumen.penanda_tangan)


def signers(at: At) -> list[Official]:
    """All who sign, the first of them first."""
    dokumen = at.planned.dokumen
    return [_official(at, one) for one in (dokumen.penanda_tangan, *dokumen.penanda_tangan_lain)]


def _official(at: At, pihak: Pihak) -> Official:
    party = _party(at, pihak)
    one = official(at.material.tables, party.roles, at.planned.tanggal, party.title)
    return replace(one, kolom=party.kolom, bentuk=at.bentuk)


def letterhead(at: At) -> Mapping[str, object]:
    """The kop of the office that signs: the region's line above, the office and its address below.

    A Biro writes under the kop of the Sekretariat Daerah, the head of the region under one of his own, and a body that
    is no part of the government under its own name alone.
    """
    daerah, party = at.material.scope.daerah, _heading(at)
    office = party.office
    known = {} if _is_apart(office) else daerah.kop
    address = {key: office.get(key) or known.get(key, "") for key in ("alamat", "telepon", "laman", "pos_el")}
    if party.roles[0] in KEPALA_DAERAH:
        above = daerah.kop.get("baris_atas") or daerah.kepala_daerah
        return {"baris_atas": above, "baris_bawah": daerah.kop.get("baris_bawah", ""), **address}
    if _is_apart(office):
        return {"baris_atas": office.get("nama_satker", ""), "baris_bawah": "", **address}
    below = SEKRETARIAT_DAERAH if office.get("jenis") == "biro" else office.get("nama_satker", "")
    return {"baris_atas": daerah.nama_pemda, "baris_bawah": below, **address}


def emblem(at: At) -> str | None:
    """The picture beside the kop: the region's, that of its head, or what a body of its own has; None where none is."""
    party = _heading(at)
    if _is_apart(party.office):
        return str(party.office.get("lambang") or "") or None
    is_head = party.roles[0] in KEPALA_DAERAH
    return at.material.scope.daerah.lambang_pada(at.planned.tanggal, jabatan=is_head)


def _heading(at: At) -> _Party:
    """Whose kop it bears: that of the office the rulebook names, else of the first who signs."""
    dokumen = at.planned.dokumen
    return _party(at, dokumen.kop if dokumen.kop != Pihak() else dokumen.penanda_tangan)


def _is_apart(office: Row) -> bool:
    """Whether the office is a body of its own, as a BUMD is."""
    return office.get("jenis") == BUKAN_PEMDA


def addressee(at: At) -> Addressee:
    """Whom the document goes to; nothing where the rulebook names nobody."""
    pihak = at.planned.dokumen.tujuan
    if pihak == Pihak():
        return Addressee()
    if pihak.peran == "asisten":
        return _asisten(at)
    party = _party(at, pihak)
    return _called(official(at.material.tables, party.roles, at.planned.tanggal, party.title or party.roles[0]))


def _asisten(at: At) -> Addressee:
    """The Asisten above the unit that the document is of."""
    asisten = at.material.satker(at.kode).get("asisten")
    if not asisten:
        return Addressee(blank("asisten", "satker", "asisten", kode_satker=at.kode), "Asisten Sekretaris Daerah")
    roles = [role_of_asisten(str(asisten))]
    return _called(official(at.material.tables, roles, at.planned.tanggal, f"Asisten {asisten}"))


def _called(one: Official) -> Addressee:
    return Addressee(one.jabatan_pokok, one.sapaan)


def _party(at: At, pihak: Pihak) -> _Party:
    """By a role, as the head of a unit, or as a column of the document's row says: a code, a role, or a title."""
    if pihak.peran_unit:
        return _Party((f"{pihak.peran_unit}_{at.kode}",), at.material.satker(at.kode), None)
    if pihak.putusan:
        return _imposing(at, at.choice(pihak.putusan))
    written = str(at.row.get(pihak.kolom) or "") if pihak.kolom else ""
    kode = _code(at, pihak.unit) or (written if written in at.material.master else "")
    if kode:
        return _head(at, kode)
    objek = at.planned.subject.objek
    if pihak.kolom and not written and objek is not None and objek.schema.column(pihak.kolom):
        open_place = blank(pihak.kolom, objek.schema.name, pihak.kolom, pengenal=at.planned.subject.kunci)
        return _Party((pihak.kolom,), {}, None, open_place)
    if written and not _ROLE.fullmatch(written):
        return _Party((written,), at.material.satker_named(written), written)
    return _of_role(at, pihak.peran or written or pihak.kolom)


def _code(at: At, unit: str) -> str:
    """The code of a unit by its code or its name."""
    return unit if unit in at.material.master else str(at.material.satker_named(unit).get("kode_satker") or unit)


def _imposing(at: At, choice: str | None) -> _Party:
    """Who acts by a verdict: the head of the row's perangkat daerah, or whoever holds the role that it names."""
    if choice in (None, PIMPINAN):
        return _head(at, at.planned.subject.reporting or at.kode or "")
    title = official(at.material.tables, (choice,), at.planned.tanggal).row.get("sebutan_jabatan")
    return _Party((choice,), at.material.headed_by(title), None)


def _of_role(at: At, role: str) -> _Party:
    material, daerah = at.material, at.material.scope.daerah
    if role == "kepala_unit" and at.kode:
        return _head(at, at.kode)
    if role == KEPALA_BIRO_KOORDINATOR and (kode := material.satker(at.kode).get("biro_koordinator")):
        return _head(at, str(kode))
    if role in SEKDA:
        office = material.satker_named(SEKRETARIAT_DAERAH) or {"nama_satker": SEKRETARIAT_DAERAH}
        roles = (role, *sorted(SEKDA - {role}))
        return _Party(roles, office, f"Sekretaris Daerah {daerah.nama_pada(material.scope.data_per)}")
    if role in KEPALA_DAERAH:
        return _Party((role,), {}, daerah.kepala_daerah if not role.startswith("wakil") else None)
    if role == KEPALA_DINAS_PEMBINA and (kode := material.dinas_pembina.get("kode_satker")):
        head = _head(at, str(kode))
        return _Party((*head.roles, role), head.office, head.title)
    return _Party((role,), material.dinas_pembina, None)


def _head(at: At, kode: str) -> _Party:
    """The head of a unit."""
    office = at.material.satker(kode)
    return _Party((f"kepala_{kode}",), office, str(office.get("jabatan_pimpinan") or "") or None)


_ROLE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9.]+)*")
