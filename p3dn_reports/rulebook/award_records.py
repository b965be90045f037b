"""Awards as records."""

from __future__ import annotations

from decimal import Decimal

from p3dn_reports.rulebook.fields import Node, dasar, text, titles, words, yes
from p3dn_reports.rules import Aspek, Penghargaan, Skala, SubKriteria


def penghargaan(key: str, node: Node) -> Penghargaan:
    """One award group."""
    return Penghargaan(
        id=key,
        judul=text(node, "judul"),
        tabel_nilai=node["tabel_nilai"],
        tahap=node["tahap"],
        kategori=titles(node.get("kategori", {})),
        nominasi_paling_sedikit=node["nominasi_paling_sedikit"],
        jumlah_penerima=node["jumlah_penerima"],
        aspek=tuple(_aspek(name, item) for name, item in node["aspek"].items()),
        dasar=dasar(node),
        pemetaan=words(node, "pemetaan"),
        skala=_skala(node.get("skala", {})),
        urutan_seri=words(node, "urutan_seri"),
        seri_bersama=yes(node, "seri_bersama"),
        tafsir=words(node, "tafsir"),
    )


def _skala(node: Node) -> Skala:
    return Skala(**{key: Decimal(value) for key, value in node.items()})


def _aspek(key: str, node: Node) -> Aspek:
    sub = {name: _sub_kriteria(name, item) for name, item in node["sub_kriteria"].items()}
    return Aspek(key, text(node, "judul"), node["bobot"], sub, dasar(node))


def _sub_kriteria(key: str, node: Node) -> SubKriteria:
    bobot = Decimal(node["bobot"]) if "bobot" in node else None
    return SubKriteria(key, text(node, "judul"), bobot, dasar(node))
