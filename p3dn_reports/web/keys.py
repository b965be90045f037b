"""Who may enter: one-time keys that open a session, and the sessions open. In memory, never on the disk."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from threading import Lock

LIFE = 60
"""Seconds in which a one-time key can be used."""


class Keys:
    """The keys handed out and the sessions opened with them. Safe to use from several threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock, self._lock = clock, Lock()
        self._issued: dict[str, float] = {}
        self._sessions: dict[str, str] = {}

    def issue(self) -> str:
        """A new one-time key of 256 bits."""
        key = secrets.token_urlsafe(32)
        with self._lock:
            self._issued[key] = self._clock() + LIFE
        return key

    def redeem(self, key: str) -> str | None:
        """The session that `key` opens; None where it is unknown, used or too old."""
        with self._lock:
            until = self._issued.pop(key, None)
            if until is None or self._clock() > until:
                return None
            session = secrets.token_urlsafe(32)
            self._sessions[session] = secrets.token_urlsafe(32)
            return session

    def form_key(self, session: str | None) -> str | None:
        """What every form of an open session must carry; None for a session that is not open."""
        return self._sessions.get(session or "")
