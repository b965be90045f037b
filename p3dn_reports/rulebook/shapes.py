"""How the rulebook writes some records shorter than they are: what is written, in the record's own form."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from p3dn_reports.rulebook.convert import Node
from p3dn_reports.rules import (
    Banding,
    Dated,
    Dokumen,
    KolomTabel,
    Kondisi,
    Op,
    Pihak,
    Rujukan,
    Rulebook,
    SumberHukum,
    Syarat,
    Tafsir,
    TakTerkodekan,
    Term,
)
from p3dn_reports.rules.comparing import BANDINGS, OPS


def _rulebook(node: Node) -> Node:
    return {
        **_without(_without(node, "memuat"), "instrumen"),
        "kolom_turunan": dict(_derived(node.get("kolom_turunan", {}))),
        "ketentuan": dict(_clauses(node.get("ketentuan", {}))),
    }


def _derived(node: Node) -> Iterator[tuple[tuple[str, str], Node]]:
    for tabel, columns in node.items():
        yield from (((tabel, kolom), {"tabel": tabel, "kolom": kolom, **one}) for kolom, one in columns.items())


def _clauses(node: Mapping[str, Iterable[Node]]) -> Iterator[tuple[str, Node]]:
    """The register of clauses by id, source after source."""
    for sumber, clauses in node.items():
        for one in clauses:
            places = [f"{sumber}/{tempat}" for tempat in one["tempat"]]
            yield one["id"], {**_without(one, "tempat"), "dasar": places}


def _sumber(node: Node) -> Node:
    continued = node.get("melanjutkan", [])
    listed = [continued] if isinstance(continued, str) else continued
    return {**_renamed(node, sebutan="sebutan_khusus"), "melanjutkan": listed}


def _dated(node: Node) -> Node:
    return _renamed(node, isi="nilai", pilihan="nilai")


def _syarat(node: Node) -> Node:
    excepted = [{"kecuali": node["kecuali"]}] if "kecuali" in node else []
    return {**_without(node, "kecuali"), "semua": [*node.get("semua", ()), *excepted]}


def _term(node: Node) -> Node:
    op = next(op for op in Op if op in node)
    operand = _operand(OPS[op].operand, node[op])
    return {"kolom": "", **_renamed(_without(node, op), ditambah_tahun="tahun"), "op": op, operand: node[op]}


def _operand(name: str, written: Any) -> str:
    """The field of what stands after a comparison: words may be those of a list, by its name."""
    return name if name != "kata" else "daftar" if isinstance(written, str) else "isi"


def _kolom_tabel(value: str | Node) -> Node:
    node = {"kolom": value} if isinstance(value, str) else value
    tabel, _, kolom = node["kolom"].partition(".")
    return {**node, "tabel": tabel, "kolom": kolom}


def _rujukan(value: str | Node) -> Node:
    return {"langsung": value} if isinstance(value, str) else value


def _kondisi(node: Node) -> Node:
    banding = next(one for one in Banding if one in node)
    operand = _operand(BANDINGS[banding].operand, node[banding])
    return {**_without(node, banding), "banding": banding, operand: node[banding]}


def _dokumen(node: Node) -> Node:
    """`untuk_setiap: {tabel: x}` is a word with its names; of several signers the first one signs for all."""
    signers = node["penanda_tangan"]
    first, *others = signers if isinstance(signers, list) else [signers]
    return {
        **_without(node, "bila"),
        **{f"bila_{name}": one for name, one in node.get("bila", {}).items()},
        **_whom(node["untuk_setiap"]),
        "penanda_tangan": first,
        "penanda_tangan_lain": others,
    }


def _whom(value: str | Node) -> Node:
    if isinstance(value, str):
        return {"untuk_setiap": value}
    ((word, named),) = value.items()
    return {"untuk_setiap": word, "subjek": named if isinstance(named, list) else [named]}


def _pihak(value: str | Node) -> Node:
    return {"peran": value} if isinstance(value, str) else value


def _tafsir(node: Node) -> Node:
    approvals = node.get("pengesahan", [])
    if isinstance(approvals, Mapping):
        return node
    of_regions = {one["daerah"]: _without(one, "daerah") for one in approvals}
    return {**_without(node, "pengesahan"), "pengesahan_daerah": of_regions}


def _tak_terkodekan(node: Node) -> Node:
    return {**node, "dasar": [node["dasar"]] if isinstance(node["dasar"], str) else node["dasar"]}


def _renamed(node: Node, **names: str) -> Node:
    return {names.get(key, key): value for key, value in node.items()}


def _without(node: Node, key: str) -> dict[str, Any]:
    return {name: value for name, value in node.items() if name != key}


SHAPES: Mapping[type, Callable[[Any], Node]] = {
    Rulebook: _rulebook,
    SumberHukum: _sumber,
    Dated: _dated,
    Syarat: _syarat,
    Term: _term,
    KolomTabel: _kolom_tabel,
    Rujukan: _rujukan,
    Kondisi: _kondisi,
    Dokumen: _dokumen,
    Pihak: _pihak,
    Tafsir: _tafsir,
    TakTerkodekan: _tak_terkodekan,
}
