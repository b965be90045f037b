"""The page against its budget, on the example quarter: `python -m benchmarks.meja`.

CPU time of this process per page, the first time and once all is read (the least of several), the bytes sent, and the
CPU time of a first build and of one that stands. Only what is far off the budget says something on another machine.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from flask.testing import FlaskClient

from p3dn_reports import pipeline
from p3dn_reports.web.application import create_app
from p3dn_reports.web.desk_server import DeskServer
from p3dn_reports.workspace import Workspace, init

CHANGED = "bpkd-anggaran.csv"
EXAMPLE, PORT, TIMES = "contoh-dki-2024-tw4", 8765, 5
BASE = f"http://127.0.0.1:{PORT}"
PAGES = {
    "Beranda": f"/t/{EXAMPLE}/",
    "Kotak Masuk": f"/t/{EXAMPLE}/kotak-masuk",
    "Perbaikan": f"/t/{EXAMPLE}/perbaikan",
    "Satuan Kerja": f"/t/{EXAMPLE}/satuan-kerja",
    "Naskah": f"/t/{EXAMPLE}/naskah",
    "Riwayat": f"/t/{EXAMPLE}/riwayat",
    "Ringkasan Sekda": f"/t/{EXAMPLE}/ringkasan",
    "Andaikan": f"/t/{EXAMPLE}/andaikan",
    "Templat Naskah": "/templat",
    "Keadaan templat": "/templat/surat-penjelasan.docx/keadaan",
    "Buku Aturan": "/aturan",
}
FIRST, CACHED, LARGEST, BUILD = 300, 150, 60_000, 3000
"""Milliseconds of the first page and of any other one, bytes of a page, milliseconds of a build: the budget."""


def spent(work: Callable[[], object]) -> float:
    """Milliseconds of CPU time."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def page(client: FlaskClient, path: str) -> bytes:
    """One page, whole."""
    answer = client.get(path, base_url=BASE)
    if answer.status_code != 200:
        raise SystemExit(f"{path}: {answer.status_code}")
    return answer.data


def measured(client: FlaskClient) -> None:
    """Print every page with its times and its size."""
    print(f"{'page':<18}{'first':>8}{'cached':>8}{'of budget':>11}{'kB':>6}")
    for name, path in PAGES.items():
        first = spent(lambda path=path: page(client, path))
        cached = min(spent(lambda path=path: page(client, path)) for _ in range(TIMES))
        size = len(page(client, path))
        mark = " TOO LARGE" if size > LARGEST else ""
        print(f"{name:<18}{first:>6.0f}ms{cached:>6.0f}ms{cached / CACHED:>10.0%}{size / 1000:>6.0f}{mark}")


def main() -> None:
    """Build the example in a new workspace, then look at its pages as a browser does."""
    with tempfile.TemporaryDirectory() as folder:
        place: Workspace = init(Path(folder) / "kerja")
        masukan = place.inputs / EXAMPLE
        cold = spent(lambda: pipeline.build(place, masukan))
        with (masukan / CHANGED).open("ab") as stream:
            stream.write(b"\n")
        built = spent(lambda: pipeline.build(place, masukan))
        stands = min(spent(lambda: pipeline.build(place, masukan)) for _ in range(TIMES))
        warm = f"warm {built:.0f} ms ({built / BUILD:.0%} of the budget)"
        print(f"build cold {cold:.0f} ms, {warm}, one that stands {stands:.0f} ms")
        server = DeskServer(place, PORT)
        client = create_app(server).test_client()
        client.get(server.address.removeprefix(BASE), base_url=BASE)
        measured(client)
        server.worker.close()
    static = Path(create_app(server).static_folder or "")
    for kind, most in (("css", 25_000), ("js", 10_000)):
        size = sum(path.stat().st_size for path in static.glob(f"*.{kind}"))
        print(f"own {kind} {size} of {most} bytes")


if __name__ == "__main__":
    main()
