"""Write what is generated: the command help in README.md and the compiled catalogue of click's words.

`python tools/docs.py` writes them, `python tools/docs.py --check` only says (exit code 1) whether they are stale.
"""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import click
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

from p3dn_reports.cli.language import LOCALE, speak_indonesian

README = Path(__file__).resolve().parent.parent / "README.md"
START, END = "<!-- bantuan: mulai -->\n", "<!-- bantuan: selesai -->\n"
CATALOGUE = LOCALE / "id/LC_MESSAGES/p3dn.po"


def help_text() -> str:
    """The help of `p3dn` and of every command, as a terminal of 80 columns shows it."""
    os.environ["COLUMNS"] = "80"
    speak_indonesian()
    from p3dn_reports.cli.app import p3dn  # noqa: PLC0415 - its options take click's words as they are imported

    top = click.Context(p3dn, info_name="p3dn")
    contexts = [top, *(click.Context(command, info_name=name, parent=top) for name, command in p3dn.commands.items())]
    return "\n".join(f"```text\n{context.get_help()}\n```\n" for context in contexts)


def readme() -> str:
    """README.md with the help of today between its marks."""
    before, rest = README.read_text(encoding="utf-8").split(START)
    _, after = rest.split(END)
    return f"{before}{START}\n{help_text()}\n{END}{after}"


def catalogue() -> bytes:
    """The compiled catalogue."""
    stream = io.BytesIO()
    with CATALOGUE.open("rb") as source:
        write_mo(stream, read_po(source, locale="id"))
    return stream.getvalue()


def stale() -> list[str]:
    """The names of the generated files that are not what they would be today."""
    names = [README.name] if README.read_text(encoding="utf-8") != readme() else []
    if _words(CATALOGUE.with_suffix(".mo").read_bytes()) != _words(catalogue()):
        names.append(CATALOGUE.with_suffix(".mo").name)
    return names


def _words(compiled: bytes) -> dict[str, object]:
    """What a catalogue says, without its header, which names the tool's version."""
    return {str(message.id): message.string for message in read_mo(io.BytesIO(compiled)) if message.id}


def main() -> int:
    """Write the files, or check them."""
    if "--check" in sys.argv:
        names = stale()
        print("\n".join(f"{name} is stale: run make docs" for name in names) or "generated files are up to date")
        return 1 if names else 0
    README.write_text(readme(), encoding="utf-8", newline="\n")
    CATALOGUE.with_suffix(".mo").write_bytes(catalogue())
    return 0


if __name__ == "__main__":
    sys.exit(main())
