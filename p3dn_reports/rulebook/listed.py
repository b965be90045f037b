"""Lists that an instrument edits instead of writing them anew: what it adds (`tambah`) and takes away (`hapus`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from p3dn_reports.rulebook.joining import Joined, keys_of, with_keys
from p3dn_reports.rulebook.nodes import Node
from p3dn_reports.rulebook.source import Keys

_EDITS = frozenset({"tambah", "hapus"})


def edited(whole: Joined) -> None:
    """Every edited content written out: the one in force before it for the same regions, less and more these items."""
    section = keys_of(whole.root).get("daftar")
    related = _related(whole.root)
    made = {}
    for key, (mark, one) in keys_of(section[1] if section else None).items():
        nilai = keys_of(one).get("nilai")
        if nilai and isinstance(nilai[1].isi, list) and any(map(_edits, nilai[1].isi)):
            values = _Edits(whole, key, related).written_out(nilai[1].isi)
            made[key] = (mark, with_keys(one, {"nilai": (nilai[0], Node(nilai[1].mark, values))}))
    if section and made:
        whole.root = with_keys(whole.root, {"daftar": (section[0], with_keys(section[1], made))})


class _Edits:
    """The contents of one list, by date."""

    def __init__(self, whole: Joined, key: str, related: Mapping[str, frozenset[str]]) -> None:
        self.whole = whole
        self.related = related
        self.keys: Keys = ("daftar", key, "nilai")

    def written_out(self, values: Sequence[Node]) -> list[Node]:
        done: list[Node] = []
        for value in values:
            done.append(self._content(value, done) if _edits(value) else value)
        return done

    def _content(self, value: Node, before: Sequence[Node]) -> Node:
        base = next((one for one in reversed(before) if self._beside(value, one)), None)
        if base is None:
            self.whole.note("aturan-tanpa-isi-lama", value.mark, self.keys, nilai=str(self.keys[1]))
        items = {_code(one): one for one in _items(base, "isi")}
        for one in _items(value, "hapus"):
            if items.pop(_code(one), None) is None and base is not None:
                self.whole.note("aturan-hapus-tidak-ada", one.mark, self.keys, nilai=_code(one))
        for one in _items(value, "tambah"):
            if _code(one) in items:
                self.whole.note("aturan-tambah-sudah-ada", one.mark, self.keys, nilai=_code(one))
            items[_code(one)] = one
        rest = {key: one for key, one in keys_of(value).items() if key not in _EDITS}
        first = next(one for key, one in keys_of(value).items() if key in _EDITS)
        return Node(value.mark, {**rest, "isi": (first[0], Node(first[1].mark, list(items.values())))})

    def _beside(self, value: Node, other: Node) -> bool:
        """Whether the other content is of law that counts beside this one's."""
        own = set(_sources(value))
        beside = own.union(*(self.related.get(sumber, frozenset()) for sumber in own))
        return not beside.isdisjoint(_sources(other))


def _edits(value: Node) -> bool:
    """Whether it is written as an edit; what is written otherwise is for the schema to tell."""
    found = [one.isi for key, (_, one) in keys_of(value).items() if key in _EDITS]
    return bool(found) and all(isinstance(one, list) for one in found) and "isi" not in keys_of(value)


def _related(root: Node) -> dict[str, frozenset[str]]:
    """The law each source counts beside: what it continues, and what a region applies together with either."""
    register = keys_of(keys_of(root)["sumber_hukum"][1]) if "sumber_hukum" in keys_of(root) else {}
    continued = {key: frozenset(_texts(keys_of(one).get("melanjutkan"))) for key, (_, one) in register.items()}
    regions = keys_of(keys_of(root)["daerah"][1]) if "daerah" in keys_of(root) else {}
    applied = [frozenset(_texts(keys_of(one).get("menerapkan"))) for _, one in regions.values()]
    found = {}
    for sumber in register:
        chain, waiting = {sumber}, [sumber]
        while waiting:
            more = continued.get(waiting.pop(), frozenset()) - chain
            chain |= more
            waiting += more
        found[sumber] = frozenset(chain).union(*(one for one in applied if not chain.isdisjoint(one)))
    return found


def _texts(found: tuple[object, Node] | None) -> Iterator[str]:
    """The texts of a node: the one it is, or those of its list."""
    for one in () if found is None else found[1].isi if isinstance(found[1].isi, list) else (found[1],):
        if isinstance(one, Node) and isinstance(one.isi, str):
            yield one.isi


def _items(value: Node | None, key: str) -> list[Node]:
    found = keys_of(value).get(key)
    return found[1].isi if found and isinstance(found[1].isi, list) else []


def _code(item: Node) -> str:
    """What names an item: its code, or the text it is."""
    if isinstance(item.isi, str):
        return item.isi
    code = keys_of(item).get("kode")
    return code[1].isi if code and isinstance(code[1].isi, str) else ""


def _sources(value: Node) -> Iterator[str]:
    return (text.partition("/")[0] for text in _texts(keys_of(value).get("dasar")))
