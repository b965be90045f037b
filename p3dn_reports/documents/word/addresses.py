"""What an address in a document leads to: a page or a mailbox that a reader may follow, or something outside."""

from __future__ import annotations

import re

_SCHEME = re.compile(r"\s*([a-z][a-z0-9+.\-]*):", re.IGNORECASE)
_LINKS = frozenset({"http", "https", "mailto"})


def scheme_of(address: str) -> str | None:
    """The scheme of an address in small letters (`http`, `file`, the `c` of a Windows path); None where it has none."""
    found = _SCHEME.match(address)
    return found[1].casefold() if found else None


def is_link(address: str) -> bool:
    """Whether an address is one that a reader may follow."""
    return scheme_of(address) in _LINKS


def leads_out(address: str) -> bool:
    """Whether an address leaves the package: by a scheme, or to another computer of the network."""
    return scheme_of(address) is not None or address.lstrip().startswith(("\\\\", "//"))
