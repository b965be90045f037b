"""From sums to verdicts of a unit as records: open readings, targets, indicators, bands."""

from __future__ import annotations

from p3dn_reports.rulebook.fields import Node, dasar, text, words
from p3dn_reports.rules import Band, Indikator, Pilihan, Pita, Rujukan, Target


def target(key: str, node: Node) -> Target:
    """What units promised."""
    return Target(
        id=key,
        judul=text(node, "judul"),
        tabel=node["tabel"],
        kolom_nilai=node["kolom_nilai"],
        kolom_satuan=node["kolom_satuan"],
        dasar=dasar(node),
        lazim=node.get("lazim"),
        tafsir=words(node, "tafsir"),
    )


def pilihan(key: str, node: Node) -> Pilihan:
    """One open reading and its ways."""
    return Pilihan(key, node["tafsir"], node["dipakai"], dict(node["opsi"]))


def indikator(key: str, node: Node) -> Indikator:
    """One ratio."""
    return Indikator(
        id=key,
        judul=text(node, "judul"),
        pembilang=_rujukan(node.get("pembilang")),
        penyebut=_rujukan(node.get("penyebut")),
        menurut=_rujukan(node.get("menurut")),
        dibagi_target=node.get("dibagi_target"),
        target=node.get("target"),
        pita=node.get("pita"),
        dasar=dasar(node),
        tafsir=words(node, "tafsir"),
    )


def _rujukan(value: str | Node | None) -> Rujukan | None:
    if value is None:
        return None
    return Rujukan(langsung=value) if isinstance(value, str) else Rujukan(pilihan=value["pilihan"])


def pita(key: str, node: Node) -> Pita:
    """Bands from low to high."""
    batas = tuple(_band(item) for item in node["batas"])
    return Pita(key, text(node, "judul"), batas, words(node, "tafsir"))


def _band(node: Node) -> Band:
    return Band(
        id=node["id"],
        tampil=text(node, "tampil"),
        kurang_dari=node.get("kurang_dari"),
        paling_banyak=node.get("paling_banyak"),
        ditegaskan_oleh=node.get("ditegaskan_oleh"),
    )
