"""The small pieces of a record, read from text that has passed the schema."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from p3dn_reports.rules import Citation, Dated
from p3dn_reports.vocabulary import Periode

Node = Mapping[str, Any]
Isi = TypeVar("Isi")


def dated(node: Node, value: Isi) -> Dated[Isi]:
    """`value` with its dates and clauses."""
    return Dated(
        berlaku_sejak=day(node, "berlaku_sejak"),
        nilai=value,
        dasar=dasar(node),
        berlaku_sampai=optional_date(node, "berlaku_sampai"),
        dicatat=optional_date(node, "dicatat"),
    )


def citation(text: str) -> Citation:
    """`insekda-48-2024/KESATU.a.6` as source and place."""
    sumber, _, tempat = text.partition("/")
    return Citation(sumber, tempat)


def dasar(node: Node) -> tuple[Citation, ...]:
    """The citations under `dasar`."""
    return tuple(citation(text) for text in node.get("dasar", ()))


def periode(node: Node) -> Periode:
    """The year, or quarter of it, an instrument is bound to."""
    return Periode(int(node["tahun"]), int(node["triwulan"]) if "triwulan" in node else None)


def text(node: Node, key: str) -> str:
    """A text, without the line break that ends a block text and nobody means to print."""
    return str(node[key]).strip()


def optional(node: Node, key: str) -> str | None:
    """A text that need not be there."""
    return text(node, key) if key in node else None


def day(node: Node, key: str) -> date:
    """A date; the schema has seen to its form."""
    return date.fromisoformat(node[key])


def optional_date(node: Node, key: str) -> date | None:
    """A date that need not be there."""
    return day(node, key) if key in node else None


def yes(node: Node, key: str) -> bool:
    """Whether `ya` is written there."""
    return bool(node.get(key) == "ya")


def words(node: Node, key: str) -> tuple[str, ...]:
    """A list of texts; empty where there is none."""
    return tuple(word.strip() for word in node.get(key, ()))


def titles(node: Node) -> dict[str, str]:
    """Names with their titles."""
    return {key: title.strip() for key, title in node.items()}
