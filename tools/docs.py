"""Write what is generated: the command help in README.md, four pages of docs/ and click's words.

`python tools/docs.py` writes them, `python tools/docs.py --check` only says (exit code 1) whether they are stale.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import click
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po
from daftar_galat import TARGET as GALAT
from daftar_galat import galat_md
from dokumen import TARGET as DOKUMEN
from dokumen import dokumen_md
from kamus import kamus

from p3dn_reports import drafter
from p3dn_reports.cli.language import LOCALE, speak_indonesian
from p3dn_reports.workspace import Workspace

README = Path(__file__).resolve().parent.parent / "README.md"
KAMUS = README.parent / "docs" / "kamus-data.md"
KATALOG = README.parent / "docs" / "katalog-field.md"
START, END = "<!-- bantuan: mulai -->\n", "<!-- bantuan: selesai -->\n"
CATALOGUE = LOCALE / "id/LC_MESSAGES/p3dn.po"


def help_text() -> str:
    """The help of `p3dn` and of every command, as a terminal of 80 columns shows it."""
    os.environ["COLUMNS"] = "80"
    speak_indonesian()
    from p3dn_reports.cli.app import p3dn  # noqa: PLC0415 - its options take click's words as they are imported

    top = click.Context(p3dn, info_name="p3dn")
    return "\n".join(f"```text\n{context.get_help()}\n```\n" for context in _contexts(top))


def _contexts(context: click.Context) -> Iterator[click.Context]:
    """A command and those below it."""
    yield context
    if isinstance(context.command, click.Group):
        for name, command in context.command.commands.items():
            yield from _contexts(click.Context(command, info_name=name, parent=context))


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


def katalog() -> str:
    """The field catalogue, as `p3dn templates fields` prints it for this repository."""
    return drafter.fields_page(Workspace.at(README.parent), "markdown").decode("utf-8")


def pages() -> dict[Path, str]:
    """The generated texts of today, by where they lie."""
    return {README: readme(), GALAT: galat_md(), KAMUS: kamus(), KATALOG: katalog(), DOKUMEN: dokumen_md()}


def stale() -> list[str]:
    """The names of the generated files that are not what they would be today."""
    names = [
        path.name for path, text in pages().items() if not path.is_file() or path.read_text(encoding="utf-8") != text
    ]
    if _stale_words():
        names.append(CATALOGUE.with_suffix(".mo").name)
    return names


def _stale_words() -> bool:
    return _words(CATALOGUE.with_suffix(".mo").read_bytes()) != _words(catalogue())


def _words(compiled: bytes) -> dict[str, object]:
    """What a catalogue says, without its header, which names the tool's version."""
    return {str(message.id): message.string for message in read_mo(io.BytesIO(compiled)) if message.id}


def main() -> int:
    """Write the files, or check them."""
    if "--check" in sys.argv:
        names = stale()
        print("\n".join(f"{name} is stale: run make docs" for name in names) or "generated files are up to date")
        return 1 if names else 0
    for path, text in pages().items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    if _stale_words():  # its head names Babel's version, which is no news
        CATALOGUE.with_suffix(".mo").write_bytes(catalogue())
    return 0


if __name__ == "__main__":
    sys.exit(main())
