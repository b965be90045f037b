"""Account codes in the four widths met in real files, brought to the current one: 1.1.2.2.2.4 digits."""

from __future__ import annotations

import re

_WIDTHS = (1, 1, 2, 2, 2, 4)
_FIRST = re.compile(r"[1-9](?:\.[1-9](?:\.[0-9]{1,2}(?:\.[0-9]{2})?)?)?")
_OBJECT = re.compile(r"[1-9]\.[1-9]\.[0-9]{1,2}\.[0-9]{2}\.(?:[0-9]{2}|0[0-9]{2})")
_LEAF = re.compile(r"[1-9]\.[1-9]\.[0-9]{1,2}\.[0-9]{2}\.(?:[0-9]{2}\.[0-9]{3,4}|0[0-9]{2}\.0[0-9]{4})")
_NAMED = re.compile(r"(?<=[0-9.])\s*(?:[-–:]\s*|\s)(?=[^\W\d_]).*", re.DOTALL)


def read_account(text: str) -> str | None:
    """The code in the current width, or None for a malformed one.

    Accepted beside it: 1.1.2.2.2.3 (Permendagri 90/2019), 1.1.2.2.3.5 (SIPD print form), a third group without its
    leading zero (legacy dumps), a full stop at the end, and the account's name behind it. A prefix of whole groups is
    a code too.
    """
    body = _NAMED.sub("", text).removesuffix(".")
    if not (_FIRST.fullmatch(body) or _OBJECT.fullmatch(body) or _LEAF.fullmatch(body)):
        return None
    groups = body.split(".")
    return ".".join(_to_width(group, width) for group, width in zip(groups, _WIDTHS[: len(groups)], strict=True))


def _to_width(group: str, width: int) -> str:
    return group[1:] if len(group) > width else group.zfill(width)
