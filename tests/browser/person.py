"""A person at a browser: what they press and read, and all that their browser complained of meanwhile."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

from playwright.sync_api import Browser, ConsoleMessage, Page, Request

from p3dn_reports.web.desk_server import DeskServer

PATIENCE = 60_000
"""Milliseconds that a build on a busy machine may take."""


class Person:
    """A page of the browser that has come in by a one-time address.

    `complaints` are errors of the console (what the policy refuses among them) and of scripts; `outside` the requests
    to anything but the desk.
    """

    def __init__(self, page: Page, base: str) -> None:
        self.page, self.base = page, base
        self.complaints: list[str] = []
        self.outside: list[str] = []
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", self._count)

    def go(self, path: str) -> int:
        """Open an address of the desk; the status it answers."""
        answer = self.page.goto(self.base + path)
        assert answer, path
        return answer.status

    @property
    def where(self) -> str:
        """The address shown, without the server's."""
        return self.page.url.removeprefix(self.base)

    @property
    def text(self) -> str:
        """What the page says."""
        return self.page.locator("body").inner_text()

    def click(self, name: str) -> None:
        """Click the first link or button whose name begins so; another page comes."""
        starts = re.compile(f"^\\s*{re.escape(name)}")
        found = self.page.get_by_role("link", name=starts).or_(self.page.get_by_role("button", name=starts))
        with self.page.expect_navigation():
            found.first.click()

    def press(self, name: str, kind: str = "") -> None:
        """Reach a link or a button by the keyboard alone, and press it there; another page comes."""
        self.reach(name, kind)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def reach(self, name: str, kind: str = "") -> None:
        """Go on with the tab key until what is called `name` has the focus, and shows that it has.

        `kind` is the element it must be, where a link and a button are called the same.
        """
        if not self.where.startswith("/pekerjaan"):
            self._settle()
        for _ in range(400):
            self.page.keyboard.press("Tab")
            held = self.page.evaluate(_HELD)
            if held and held["name"].startswith(name) and held["kind"].startswith(kind):
                assert held["shown"], f"no ring around {name}"
                return
        raise AssertionError(f"the tab key never comes to {name} on {self.where}")

    def _settle(self) -> None:
        """Wait until the page is whole, and is not loaded anew once the worker has answered."""
        asked = self.page.locator("[data-job]")
        whole = False
        while not whole:
            waits = asked.count()
            self.page.wait_for_timeout(100)
            self.page.wait_for_load_state()
            whole = not waits and not asked.count()

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(f"{message.text} ({self.where})")

    def _count(self, request: Request) -> None:
        if not request.url.startswith((self.base, "data:", "blob:")):
            self.outside.append(request.url)


_HELD = """() => {
  const held = document.activeElement;
  if (!held || held === document.body) return null;
  const label = held.labels?.[0];
  const rings = [held, label ?? held].map((one) => getComputedStyle(one));
  return {
    name: (label?.textContent ?? held.getAttribute("aria-label") ?? held.textContent).trim(),
    kind: held.tagName.toLowerCase(),
    shown: rings.some((one) => one.outlineStyle !== "none" && parseFloat(one.outlineWidth) >= 2),
  };
}"""


def coming_in(
    browser: Browser, server: DeskServer, *, javascript: bool = True, width: int = 1440
) -> AbstractContextManager[Person]:
    """Come in by a new one-time address of a server."""
    return coming_by(browser, server.address, javascript=javascript, width=width)


@contextmanager
def coming_by(browser: Browser, address: str, *, javascript: bool = True, width: int = 1440) -> Iterator[Person]:
    """Come in by a one-time address; on leaving, nothing was asked of the outside and nothing complained of."""
    context = browser.new_context(java_script_enabled=javascript, viewport={"width": width, "height": 900})
    context.set_default_timeout(PATIENCE)
    try:
        person = Person(context.new_page(), address.partition("/masuk")[0])
        person.page.goto(address)
        yield person
        assert person.outside == []
        assert person.complaints == []
    finally:
        context.close()
