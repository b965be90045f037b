"""Draw docs/gambar/meja: the screens of the page on the example quarter, for README and the guide.

`python tools/gambar_meja.py` draws every one. It needs chromium, which draws a little otherwise on every computer: what
a test compares is the digest of the screen's template beside the picture, never the picture.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from p3dn_reports import pipeline
from p3dn_reports.workspace import init

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs/gambar/meja"
DIGESTS = PICTURES / "sidik.json"
TEMPLATES = ROOT / "p3dn_reports/web/templates"
EXAMPLE, DAY = "contoh-dki-2024-tw4", "2024-12-30"
SCREENS = {
    "beranda": "",
    "kotak-masuk": "kotak-masuk",
    "satuan-kerja": "satuan-kerja",
    "jejak": "satuan-kerja/1.05.0.00.0.00.07.0000",
}
"""Each picture, called as its template is, and the address of what it shows."""
WIDTH, HEIGHT, MOST = 1160, 760, 150_000


def main() -> None:
    """Draw every screen, and write down what it was drawn from."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(prefix="p3dn-") as folder,
        _served(Path(folder) / "kerja") as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.goto(address)
        for name, path in SCREENS.items():
            _draw(page, name, address.partition("/masuk")[0] + f"/t/{EXAMPLE}/{path}")
        browser.close()
    DIGESTS.write_text(json.dumps(digests(), indent=2, sort_keys=True) + "\n", encoding="utf-8")


def digests() -> dict[str, str]:
    """The beginning of the SHA-256 of each screen's template."""
    return {name: sha256((TEMPLATES / f"{name}.html").read_bytes()).hexdigest()[:16] for name in SCREENS}


@contextmanager
def _served(root: Path) -> Iterator[str]:
    """The one-time address of a desk over a new workspace whose example is built."""
    pipeline.build(init(root), root / "inputs" / EXAMPLE)
    program = ("-c", "from p3dn_reports.cli import main; main()", "--workspace", str(root))
    command = [sys.executable, *program, "web", "--no-browser", "--hari", DAY]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603 - our own
        try:
            yield server.stdout.readline().strip().partition(": ")[2] if server.stdout else ""
        finally:
            server.terminate()


def _draw(page: Page, name: str, address: str) -> None:
    page.goto(address)
    page.wait_for_selector("[data-job]", state="detached")
    picture = page.screenshot()
    if len(picture) > MOST:
        raise SystemExit(f"{name}.png: {len(picture)} bytes, more than {MOST}")
    (PICTURES / f"{name}.png").write_bytes(picture)


if __name__ == "__main__":
    main()
