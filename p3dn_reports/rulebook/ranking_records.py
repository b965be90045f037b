"""Rankings as records."""

from __future__ import annotations

from p3dn_reports.rulebook.fields import Node, dasar, text, words
from p3dn_reports.rules import Pemantauan, Peringkat


def peringkat(key: str, node: Node) -> Peringkat:
    """One list of the largest rows."""
    return Peringkat(
        id=key,
        judul=text(node, "judul"),
        tabel=node["tabel"],
        memenuhi=words(node, "memenuhi"),
        menurut=node["menurut"],
        banyak=node["banyak"],
        tampilkan=words(node, "tampilkan"),
        pemantauan=_pemantauan(node["pemantauan"]) if "pemantauan" in node else None,
        tafsir=node.get("tafsir"),
        dasar=dasar(node),
    )


def _pemantauan(node: Node) -> Pemantauan:
    return Pemantauan(node["tabel"], node["kunci"], words(node, "kolom"))
