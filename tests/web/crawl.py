"""Every page that a person can come to by links, so that a new screen is held without being named."""

from __future__ import annotations

import re
import time
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import parse_qs, urljoin, urlsplit

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.exceptions import HTTPException

_MOST = 2
"""Pages looked at of one screen of one quarter that differ by nothing but what they are about."""

WAITING = "[data-job]"
"""What a page has that is to be looked at again."""

_LINK = re.compile(r'(?:href|src|action)="([^"#]+)')

_Kind = tuple[str, str | None, frozenset[str]]


@dataclass(slots=True)
class Crawl:
    """What links lead to from the choice of a quarter: the pages, and the endpoint of each link, downloads too."""

    pages: list[str] = field(default_factory=list)
    endpoints: set[str] = field(default_factory=set)


def crawl(client: FlaskClient, base: str) -> Crawl:
    """Follow every link, of each screen of each quarter some."""
    app, found, waiting, counted = client.application, Crawl(), deque(["/triwulan"]), Counter[_Kind]()
    asked = set(waiting)
    while waiting:
        path = waiting.popleft()
        kind = _kind(app, path)
        if kind is None or counted[kind] == _MOST:
            continue
        counted[kind] += 1
        found.endpoints.add(kind[0])
        html = _page(client, path, base)
        if html is None:
            continue
        found.pages.append(path)
        new = [link for link in dict.fromkeys(_links(path, html)) if link not in asked]
        asked.update(new)
        waiting.extend(new)
    return found


def _page(client: FlaskClient, path: str, base: str) -> str | None:
    """The page, waited for where the worker is still asked."""
    while True:
        with client.get(path, base_url=base) as answer:
            if answer.mimetype != "text/html" or answer.status_code != 200:
                return None
            html = answer.get_data(as_text=True)
        if "data-job=" not in html:
            return html
        time.sleep(0.2)


def _kind(app: Flask, path: str) -> _Kind | None:
    """What a page is: its endpoint, its quarter, and what else it takes; None of what is no page of ours."""
    parts = urlsplit(path)
    try:
        endpoint, values = app.url_map.bind("127.0.0.1").match(parts.path)
    except HTTPException:
        return None
    if endpoint == "static":
        return None
    return endpoint, values.get("m"), frozenset({*values, *parse_qs(parts.query)})


def _links(path: str, html: str) -> Iterator[str]:
    for link in _LINK.findall(html):
        target = urljoin(path, unescape(link))
        if target.startswith("/"):
            yield target
