"""The names a template prints, read off its tags alone: quick enough to ask before anything is compiled."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path

from p3dn_reports.documents.word.package import read_package

_MARKUP = re.compile(r"<[^>]*>")
_TAG = re.compile(r"\{[{%]([^{}]*)[%}]\}")
_NAME = re.compile(r"(?<!\bbaris\.)\b[A-Za-z_]\w*")
"""A column of the document's own row is none of the rulebook's names, though it may be spelled like one."""


def printed_names(templates: Path | None) -> Callable[[str], frozenset[str]]:
    """By a template's file name every word in its tags; none where the file is missing or refused."""
    return cache(lambda name: _names(templates / name) if templates is not None else frozenset())


def _names(path: Path) -> frozenset[str]:
    return _printed(path.read_bytes(), path.name) if path.is_file() else frozenset()


@lru_cache(maxsize=64)
def _printed(content: bytes, berkas: str) -> frozenset[str]:
    parts, _ = read_package(content, berkas)
    texts = (_MARKUP.sub("", part.decode("utf-8", "replace")) for name, part in parts.items() if name.endswith(".xml"))
    return frozenset(name for text in texts for tag in _TAG.findall(text) for name in _NAME.findall(tag))
