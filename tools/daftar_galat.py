"""docs/galat.md: every finding by its code, with what to do and a case that shows it."""

from __future__ import annotations

import re
from pathlib import Path

from p3dn_reports import messages
from p3dn_reports.messages import Message

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs/galat.md"
_TITLES = {
    "BERKAS": "Berkas dan lembar masukan",
    "SEL": "Sel, baris, dan rujukan antartabel",
    "ATURAN": "Buku aturan (rules.yaml)",
    "HASIL": "Perhitungan dan penilaian",
    "NASKAH": "Templat dan naskah",
    "KELUARAN": "Folder keluaran",
    "KASUS": "Kasus uji buku aturan",
    "MEJA": "Meja kerja: catatan, isian, dan kiriman",
}
_RULEBOOK = "tests/rulebook/test_cases.py::test_wrong_rulebook_is_told_what_and_where"
_CASES = (
    ("tests/inputs/kasus", "masalah.txt", "tests/inputs/test_kasus.py::test_case_yields_the_listed_problems"),
    ("tests/pipeline/kasus", "harapan.txt", "tests/pipeline/test_cases.py::test_a_case_comes_out_as_written"),
    (
        "tests/rulebook/kasus_salah",
        "masalah.txt",
        "tests/rulebook/test_cases.py::test_wrong_rulebook_is_told_what_and_where",
    ),
)
_LINE = re.compile(r"(?:(?:galat|peringatan|catatan) )?([a-z0-9]+(?:-[a-z0-9]+)+) (.+)")
_MARKDOWN = re.compile(r"([\\`*_<>\[\]|#])")
_LONGEST = 300
_HEAD = """# Daftar temuan

Setiap temuan yang dapat ditampilkan p3dn, menurut kodenya. Kode tidak pernah berganti arti; kalimatnya dapat berubah.
**Galat** harus diperbaiki: apa yang disentuhnya tidak dibuat. **Peringatan** perlu diperiksa, pekerjaan tetap jalan.
**Catatan** hanya diberitahukan. Bagian di antara ‹ › diganti dengan isi yang sebenarnya.

Contoh adalah folder uji yang menunjukkan temuan itu; perintah di bawahnya menjalankannya dari folder repositori.
Berkas ini ditulis oleh `make docs` dari `p3dn_reports/messages/`.
"""


class _Names(dict[str, str]):
    """Every placeholder as its name."""

    def __missing__(self, name: str) -> str:
        return f"‹{name}›"


def galat_md() -> str:
    """The whole page."""
    examples = _examples()
    parts = [_HEAD]
    for name, section in _sections().items():
        parts.append(f"## {_TITLES[name]}\n")
        parts += [_entry(kode, message, examples.get(kode)) for kode, message in section.items()]
    return "\n".join(parts)


def _sections() -> dict[str, dict[str, Message]]:
    """The messages by the first word of their catalogue's name, in the order of `messages`."""
    sections: dict[str, dict[str, Message]] = {}
    for name, value in vars(messages).items():
        if name.isupper() and name != "MESSAGES" and isinstance(value, dict):
            sections.setdefault(name.partition("_")[0], {}).update(value)
    return sections


def _entry(kode: str, message: Message, example: tuple[str, str, str] | None) -> str:
    text = f"### {kode}\n\n**{message.tingkat.capitalize()}.** {_shown(message.pesan)}\n\n"
    text += f"Yang perlu dilakukan: {_shown(message.saran)}\n"
    if example:
        folder, line, test = example
        told = line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
        text += f"\nContoh: [{folder}](../{folder})\n\n> {_escaped(told)}\n\n"
        text += f"```sh\n.venv/bin/python -m pytest '{test}'\n```\n"
    return text


def _shown(text: str) -> str:
    return _escaped(text.format_map(_Names()))


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)


def _examples() -> dict[str, tuple[str, str, str]]:
    """For every code the first case that finds it: its folder, the line it finds, the test that runs it."""
    found: dict[str, tuple[str, str, str]] = {}
    for folder, expected, test in _CASES:
        for path in sorted((ROOT / folder).glob(f"*/{expected}")):
            for line in path.read_text(encoding="utf-8").splitlines():
                if (match := _LINE.fullmatch(line)) and match[1] in messages.MESSAGES:
                    case = path.parent.name
                    found.setdefault(match[1], (f"{folder}/{case}", match[2], f"{test}[{case}]"))
    return found
