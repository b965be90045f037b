"""Open readings as records: the question, the reading used, and who approved it where."""

from __future__ import annotations

from p3dn_reports.rulebook.fields import Node, dasar, day, optional, text, titles, words, yes
from p3dn_reports.rules import CaraPenilaian, Pengesahan, Tafsir


def tafsir(key: str, node: Node) -> Tafsir:
    """One open reading."""
    approvals = node.get("pengesahan", [])
    everywhere = approvals if isinstance(approvals, dict) else None
    return Tafsir(
        id=key,
        pertanyaan=text(node, "pertanyaan"),
        dipakai=text(node, "dipakai"),
        alasan=text(node, "alasan"),
        pilihan_lain=words(node, "pilihan_lain"),
        dasar=dasar(node),
        wajib_disahkan=yes(node, "wajib_disahkan"),
        pengesahan=_pengesahan(everywhere) if everywhere else None,
        pengesahan_daerah={} if everywhere else {item["daerah"]: _pengesahan(item) for item in approvals},
        cara_penilaian={kolom: _cara(item) for kolom, item in node.get("cara_penilaian", {}).items()},
    )


def _pengesahan(node: Node) -> Pengesahan:
    return Pengesahan(text(node, "oleh"), day(node, "tanggal"), text(node, "dasar"), optional(node, "sidik"))


def _cara(node: Node) -> CaraPenilaian:
    return CaraPenilaian(node["dipakai"], titles(node["opsi"]))
