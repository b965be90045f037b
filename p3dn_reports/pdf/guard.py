"""A process between us and LibreOffice, so that none outlives us, however we end.

python guard.py FOLDER PROGRAM ARGUMENT...

It runs the program in FOLDER and ends with its exit code. Our end of its stdin stays open as long as we want the
program to run: when it closes, because we closed it or because we were killed, the program is ended with everything it
has started, and FOLDER is removed. It imports nothing but the standard library, so that it starts at once.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import threading


def main() -> int:
    """Run the program of the command line; returns its exit code."""
    folder, *command = sys.argv[1:]
    program = subprocess.Popen(  # noqa: S603 - the command comes from call.py alone
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    unwanted = threading.Event()
    threading.Thread(target=_watch, args=(program, unwanted), daemon=True).start()
    code = program.wait()
    if unwanted.is_set():
        shutil.rmtree(folder, ignore_errors=True)
    return code


def _watch(program: subprocess.Popen[bytes], unwanted: threading.Event) -> None:
    while os.read(0, 1):
        pass
    unwanted.set()
    end(program)


def end(program: subprocess.Popen[bytes]) -> None:
    """Kill a program that leads its own session, and its children. One that has ended already is no matter."""
    if sys.platform == "win32":
        tree = ["taskkill", "/T", "/F", "/PID", str(program.pid)]
        subprocess.run(tree, check=False, capture_output=True)  # noqa: S603 - our own child
        return
    with contextlib.suppress(ProcessLookupError):
        os.killpg(program.pid, signal.SIGKILL)


if __name__ == "__main__":
    os._exit(main() & 0xFF)  # the watching thread still waits for stdin
