"""From rows to sums as records: derived columns, conditions, sums and counts, breakdowns, remarks."""

from __future__ import annotations

from p3dn_reports.rulebook.fields import Node, dasar, text, words
from p3dn_reports.rules import Bagian, DerivedColumn, KolomTabel, Op, Pemeriksaan, Rincian, Syarat, Term, Ukuran


def kolom_turunan(node: Node) -> dict[tuple[str, str], DerivedColumn]:
    """Every derived column, by table and name."""
    return {
        (tabel, kolom): DerivedColumn(tabel, kolom, words(item, "kurangi"), text(item, "judul"), dasar(item))
        for tabel, columns in node.items()
        for kolom, item in columns.items()
    }


def syarat(key: str, node: Node) -> Syarat:
    """One condition on the rows of a table."""
    terms = tuple(_term(item) for item in node.get("semua", []))
    if "kecuali" in node:
        terms = (*terms, Term("", Op.KECUALI, syarat=words(node, "kecuali")))
    return Syarat(key, text(node, "judul"), node["tabel"], terms, dasar(node), words(node, "tafsir"))


def _term(node: Node) -> Term:
    op = next(op for op in Op if op in node)
    value = node[op]
    if op is Op.TERISI:
        return Term(node["kolom"], op, ya=value == "ya")
    if op is Op.TURUNAN_DARI:
        return Term(node["kolom"], op, daftar=value)
    if op in (Op.ADA_PADA, Op.TIDAK_ADA_PADA):
        return Term(node["kolom"], op, pada=_kolom_tabel(value))
    if op in (Op.SALAH_SATU, Op.BUKAN, Op.MEMUAT, Op.TIDAK_MEMUAT):
        isi = words(node, op) if isinstance(value, list) else ()
        return Term(node["kolom"], op, daftar=None if isi else value, isi=isi)
    return Term(node["kolom"], op, tanggal=value, tahun=node.get("ditambah_tahun"))


def _kolom_tabel(value: str | Node) -> KolomTabel:
    node = {"kolom": value} if isinstance(value, str) else value
    tabel, _, kolom = node["kolom"].partition(".")
    return KolomTabel(tabel, kolom, words(node, "yang"), node.get("sama"))


def ukuran(key: str, node: Node) -> Ukuran:
    """One sum or count."""
    return Ukuran(
        key,
        text(node, "judul"),
        node["tabel"],
        node.get("jumlah"),
        words(node, "memenuhi"),
        dasar(node),
        words(node, "tafsir"),
    )


def rincian(key: str, node: Node) -> Rincian:
    """One breakdown."""
    return Rincian(
        id=key,
        judul=text(node, "judul"),
        tabel=node["tabel"],
        memenuhi=words(node, "memenuhi"),
        menurut=node["menurut"],
        daftar=node.get("daftar"),
        jumlah=words(node, "jumlah"),
        bagian={name: _bagian(item) for name, item in node.get("bagian", {}).items()},
        tafsir=words(node, "tafsir"),
    )


def _bagian(node: Node) -> Bagian:
    return Bagian(words(node, "memenuhi"), words(node, "diketahui"))


def pemeriksaan(key: str, node: Node) -> Pemeriksaan:
    """One remark on rows."""
    return Pemeriksaan(
        id=key,
        tabel=node["tabel"],
        memenuhi=words(node, "memenuhi"),
        jumlah=node.get("jumlah"),
        tingkat=node["tingkat"],
        pesan=text(node, "pesan"),
        saran=text(node, "saran"),
        tafsir=node.get("tafsir"),
        dasar=dasar(node),
    )
