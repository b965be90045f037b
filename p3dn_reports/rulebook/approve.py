"""Write one region's approval into the text of rules.yaml: one line more or one item, every other letter as it was."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

import yaml

from p3dn_reports.rulebook.loader import LOADER
from p3dn_reports.rulebook.writing import below, node_at


@dataclass(frozen=True, slots=True)
class Approval:
    """Who approves which reading in which region, when, on what basis; `sidik` is the digest of what is approved."""

    tafsir: str
    daerah: str
    oleh: str
    tanggal: date
    dasar: str
    sidik: str

    @property
    def item(self) -> str:
        """The region's approval as YAML: a flow mapping of quoted texts."""
        values = {
            "daerah": self.daerah,
            "oleh": self.oleh,
            "tanggal": self.tanggal.isoformat(),
            "dasar": self.dasar,
            "sidik": self.sidik,
        }
        return f"{{{', '.join(f'{key}: {_quoted(value)}' for key, value in values.items())}}}"

    @property
    def line(self) -> str:
        """The whole node, where the reading has no approval yet."""
        return f"pengesahan: [{self.item}]"


def with_approval(text: str, approval: Approval) -> str | None:
    """The rulebook's text with the approval in `pengesahan`, the last key of the tafsir; None where there is no place.

    An earlier approval of the same region, which was of another text, makes way. The caller reads the result again and
    sees that nothing else changed.
    """
    node = node_at(yaml.compose(text, Loader=LOADER), "tafsir", approval.tafsir)
    if not isinstance(node, yaml.MappingNode) or not node.value:
        return None
    approved = node_at(node, "pengesahan")
    if approved is not None:
        return _among(text, approved, approval)
    if node.flow_style:
        end = text.rindex("}", 0, node.end_mark.index)
        return f"{text[:end].rstrip()}, {approval.line}{text[end:]}"
    return below(text, node.value[-1], [approval.line])


def _among(text: str, approved: Any, approval: Approval) -> str | None:
    """Among the approvals of other regions, in place of the region's own; None where they are not written as a list."""
    if not isinstance(approved, yaml.SequenceNode) or not all(item.flow_style for item in approved.value):
        return None
    for item in approved.value:
        if getattr(node_at(item, "daerah"), "value", None) == approval.daerah:
            return f"{text[: item.start_mark.index]}{approval.item}{text[item.end_mark.index :]}"
    end = approved.value[-1].end_mark.index
    between = ", " if approved.flow_style else f"\n{' ' * approved.start_mark.column}- "
    return f"{text[:end]}{between}{approval.item}{text[end:]}"


def _quoted(text: str) -> str:
    """Double quotes as YAML and JSON share them."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)
