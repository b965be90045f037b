"""Started by a double-click, without a console: `pythonw -m p3dn_reports.web`. What goes wrong is told in a box."""

from __future__ import annotations

import os
import sys
import webbrowser
from pathlib import Path

from p3dn_reports.buglog import write_log
from p3dn_reports.errors import P3dnError

VARIABLE = "P3DN_WORKSPACE"


def main() -> int:
    """Serve the workspace in which this was started. Returns 0, or 1 where it could not start."""
    try:
        from p3dn_reports.web.server import serve  # noqa: PLC0415 - what is not installed is told, too
        from p3dn_reports.workspace import find  # noqa: PLC0415

        serve(find(None, os.environ, Path.cwd()), webbrowser.open)
    except P3dnError as error:
        return _told(str(error))
    except Exception:
        log = write_log(Path(os.environ.get(VARIABLE) or Path.cwd()), "web")
        send = f"Kirim berkas {log} kepada" if log else "Hubungi"
        return _told(f"Meja kerja tidak dapat dibuka. {send} pengelola p3dn.")
    return 0


def _told(text: str) -> int:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only Windows has its boxes

        ctypes.windll.user32.MessageBoxW(None, text, "Meja Kerja P3DN", 0x10)
    else:
        sys.stderr.write(f"{text}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
