"""click speaks Indonesian: its own words through the gettext catalogue in locale/id."""

from __future__ import annotations

import gettext
import os
from pathlib import Path

DOMAIN = "p3dn"
LOCALE = Path(__file__).resolve().parent.parent / "locale"


def speak_indonesian() -> None:
    """Let gettext use our catalogue, whatever language the computer speaks. Call it before click is imported.

    LANGUAGE is where gettext looks first, and the only place that also serves on a computer without any locale.
    """
    os.environ["LANGUAGE"] = "id"
    gettext.bindtextdomain(DOMAIN, LOCALE)
    gettext.textdomain(DOMAIN)
