"""The law's side of the rulebook as records: register, regions, numbers, lists."""

from __future__ import annotations

from decimal import Decimal

from p3dn_reports.rulebook.fields import Node, dasar, dated, day, optional, optional_date, periode, text, words, yes
from p3dn_reports.rules import Daerah, Daftar, ListItem, Parameter, Perubahan, SumberHukum, TanggalAcuan


def sumber(key: str, node: Node) -> SumberHukum:
    """One entry of the law register."""
    return SumberHukum(
        id=key,
        jenis=text(node, "jenis"),
        nomor=text(node, "nomor"),
        tahun=int(node["tahun"]),
        judul=text(node, "judul"),
        berlaku_sejak=day(node, "berlaku_sejak"),
        berlaku_sampai=optional_date(node, "berlaku_sampai"),
        dicabut_oleh=optional(node, "dicabut_oleh"),
        untuk=periode(node["untuk"]) if "untuk" in node else None,
        tingkat=int(node.get("tingkat", "99")),
        sebutan_khusus=optional(node, "sebutan"),
        lembaran=optional(node, "lembaran"),
        perubahan=tuple(_perubahan(item) for item in node.get("perubahan", ())),
        catatan=optional(node, "catatan"),
        dasar=dasar(node),
        tempat=words(node, "tempat"),
        tanggal_belum_dicocokkan=yes(node, "tanggal_belum_dicocokkan"),
    )


def _perubahan(node: Node) -> Perubahan:
    return Perubahan(day(node, "sejak"), text(node, "frasa"), yes(node, "tanggal_belum_dicocokkan"))


def daerah(key: str, node: Node) -> Daerah:
    """One region's profile."""
    return Daerah(
        id=key,
        kd_klpd=node["kd_klpd"],
        menerapkan=words(node, "menerapkan"),
        nama=tuple(dated(item, text(item, "nilai")) for item in node["nama"]),
        nama_pemda=text(node, "nama_pemda"),
        ibu_kota=text(node, "ibu_kota"),
        kepala_daerah=text(node, "kepala_daerah"),
        pakai_biro=yes(node, "pakai_biro"),
        dinas_pembina=optional(node, "dinas_pembina"),
        pilihan=dict(node.get("pilihan", {})),
        kop={name: line.strip() for name, line in node.get("kop", {}).items()},
        frasa_rahmat_keputusan=yes(node, "frasa_rahmat_keputusan"),
        tafsir=words(node, "tafsir"),
    )


def parameter(key: str, node: Node) -> Parameter:
    """One number of the law with its dated values."""
    values = tuple(dated(item, Decimal(item["nilai"])) for item in node["nilai"])
    acuan = TanggalAcuan(node["tanggal_acuan"])
    return Parameter(key, text(node, "judul"), node["satuan"], acuan, values, words(node, "tafsir"))


def daftar(key: str, node: Node) -> Daftar:
    """One closed list with its dated contents."""
    values = tuple(dated(item, tuple(_list_item(word) for word in item["isi"])) for item in node["nilai"])
    return Daftar(
        id=key,
        judul=text(node, "judul"),
        tanggal_acuan=TanggalAcuan(node["tanggal_acuan"]),
        nilai=values,
        hierarki=yes(node, "hierarki"),
        acuan=yes(node, "acuan"),
        tafsir=words(node, "tafsir"),
    )


def _list_item(node: Node) -> ListItem:
    return ListItem(text(node, "kode"), text(node, "nama"), optional(node, "nama_dalam_dokumen"), dasar(node))
