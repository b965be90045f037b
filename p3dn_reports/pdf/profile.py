"""LibreOffice's own settings for our work: it opens what it is given, and fetches and runs nothing for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

_NOWHERE = "127.0.0.1"
_CLOSED_PORT = "9"
"""A proxy that never answers: where the system cannot take the network away, this does for web addresses."""

_SETTINGS = {
    "Office.Common/Security/Scripting": {
        "BlockUntrustedRefererLinks": "true",
        "DisableActiveContent": "true",
        "DisableMacrosExecution": "true",
        "MacroSecurityLevel": "3",
    },
    "Office.Writer/Content/Update": {"Link": "0"},
    "Inet/Settings": {
        "ooInetProxyType": "2",
        **{f"ooInet{kind}ProxyName": _NOWHERE for kind in ("HTTP", "HTTPS", "FTP")},
        **{f"ooInet{kind}ProxyPort": _CLOSED_PORT for kind in ("HTTP", "HTTPS", "FTP")},
        "ooInetNoProxy": "",
    },
}
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
    'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n'
)


def prepare(profile: Path) -> None:
    """Write the settings into a profile that LibreOffice has not used yet; a used one keeps its own."""
    settings = profile / "user" / "registrymodifications.xcu"
    if not settings.exists():
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text(f"{_HEAD}{''.join(_items())}</oor:items>\n", encoding="utf-8")


def _items() -> Iterator[str]:
    for path, values in _SETTINGS.items():
        for name, value in values.items():
            prop = f'<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop>'
            yield f'<item oor:path="/org.openoffice.{path}">{prop}</item>\n'
