"""Duties and the register of clauses as records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from p3dn_reports.rulebook.fields import Node, citation, dasar, optional, text
from p3dn_reports.rules import Ketentuan, Kewajiban, RujukanKeliru, Sifat


def kewajiban(key: str, node: Node) -> Kewajiban:
    """One duty of the checklist."""
    return Kewajiban(
        id=key,
        judul=text(node, "judul"),
        pelaksana=text(node, "pelaksana"),
        dasar=dasar(node),
        waktu=optional(node, "waktu"),
        keluaran=optional(node, "keluaran"),
        catatan=optional(node, "catatan"),
    )


def ketentuan(node: Mapping[str, Iterable[Node]]) -> dict[str, Ketentuan]:
    """The register of clauses by id, source after source."""
    return {one.id: one for sumber, clauses in node.items() for one in _clauses(sumber, clauses)}


def _clauses(sumber: str, clauses: Iterable[Node]) -> Iterator[Ketentuan]:
    for item in clauses:
        yield Ketentuan(
            id=text(item, "id"),
            dasar=tuple(citation(f"{sumber}/{tempat}") for tempat in item["tempat"]),
            sifat=tuple(Sifat(word) for word in item["sifat"]),
            isi=text(item, "isi"),
            rujukan_keliru=tuple(_rujukan_keliru(one) for one in item.get("rujukan_keliru", ())),
        )


def _rujukan_keliru(node: Node) -> RujukanKeliru:
    return RujukanKeliru(text(node, "tercetak"), citation(node["dibaca"]), node["tafsir"])
