"""What a marked workbook tells its sender: whose it is, until when it is put right, and where it goes back to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from p3dn_reports.formatting import daftar_kata, tanggal
from p3dn_reports.pipeline.quarter import Quarter
from p3dn_reports.pipeline.records import Pengembalian

BATAS = "batas_perbaikan"
"""The key of `meta` with the day until which senders put their data right; without it the cut-off is that day."""


def returning(quarter: Quarter) -> Pengembalian:
    """As tables `sumber_data`, `meta` and `satker` say, else the region's own letterhead."""
    senders: dict[str, list[str]] = {}
    for row in quarter.tables.iter_rows("sumber_data"):
        if row["berkas"] and (sender := row["pemilik"] or row["sumber"]):
            senders.setdefault(str(row["berkas"]).casefold(), []).append(str(sender))
    named = {berkas: daftar_kata(list(dict.fromkeys(names))) for berkas, names in senders.items()}
    return Pengembalian(named, quarter.meta.hari.get(BATAS, quarter.meta.tanggal_cutoff), ", ".join(_office(quarter)))


def _office(quarter: Quarter) -> Iterator[str]:
    """The office that gathers the data, with its address."""
    daerah = quarter.scope.daerah
    pembina = (daerah.dinas_pembina or "").casefold()
    units = quarter.tables.iter_rows("satker")
    office = next((row for row in units if pembina and str(row["nama_satker"]).casefold() == pembina), {})
    yield office.get("nama_satker") or daerah.dinas_pembina or daerah.nama_pemda
    for key, before in (("alamat", ""), ("pos_el", "pos-el "), ("telepon", "telepon ")):
        if text := office.get(key) or daerah.kop.get(key):
            yield f"{before}{text}"


def told(back: Pengembalian | None, berkas: str) -> Sequence[str]:
    """The lines for the sender of one file."""
    if back is None:
        return ()
    sender = back.pengirim_dari(berkas) or "belum tercatat"
    until = f"Batas perbaikan: {tanggal(back.batas)}."
    return f"Pengirim: {sender}. {until}", f"Kirim kembali kepada {back.kepada}."
