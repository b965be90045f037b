"""A process between us and LibreOffice, so that none outlives us, however we end.

python guard.py FOLDER PROGRAM ARGUMENT...

It runs the program in FOLDER, without a network where the system allows that, and ends with its exit code. Our end of
its stdin stays open as long as we want the program to run: when it closes, because we closed it or because we were
killed, the program is ended with everything it has started, and FOLDER is removed. It imports nothing but the standard
library, so that it starts at once.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import signal
import subprocess
import sys
import threading

_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000
"""CLONE_NEWUSER and CLONE_NEWNET of Linux's sched.h."""


def main() -> int:
    """Run the program of the command line; returns its exit code."""
    folder, *command = sys.argv[1:]
    leave_network()
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


def leave_network() -> bool:
    """Put this process, and whatever it starts, into a network without a single device; whether the system let it.

    A document that LibreOffice opens may name an address; none may learn that it was opened. Linux alone knows this,
    and may forbid it to who is not root: the profile (`profile.py`) then is what keeps LibreOffice at home.
    """
    if sys.platform != "linux":
        return False
    user, group = os.getuid(), os.getgid()
    try:
        unshare = ctypes.CDLL(None).unshare
    except (OSError, AttributeError):
        return False
    if unshare(_NEW_NETWORK) == 0:
        return True
    if unshare(_NEW_USER | _NEW_NETWORK) != 0:
        return False
    for name, text in (("setgroups", "deny"), ("uid_map", f"{user} {user} 1"), ("gid_map", f"{group} {group} 1")):
        with contextlib.suppress(OSError), open(f"/proc/self/{name}", "w", encoding="ascii") as file:  # noqa: PTH123
            file.write(text)
    return True


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
