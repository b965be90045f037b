"""The YAML parser's English complaints, said in Indonesian at the place that helps most."""

from __future__ import annotations

import re
from typing import Any

import yaml

from p3dn_reports.problems import Problem
from p3dn_reports.rulebook.source import Mark, problem_at

# Words of the parser's problem (C or pure Python), what that means, and what to do.
_COMPLAINTS = (
    (
        ("mapping values are not allowed",),
        "ada titik dua di tengah teks, atau baris ini menjorok terlalu dalam",
        "Beri tanda kutip pada teks yang memuat titik dua, atau sejajarkan baris ini dengan kunci di atasnya.",
    ),
    (
        ("could not find expected ':'", "did not find expected ':'"),
        "ada kunci yang tidak diikuti titik dua, atau teks yang menjorok kurang dalam",
        "Tulis `kunci: nilai` dengan satu spasi setelah titik dua.",
    ),
    (
        ("',' or ']'", "',' or '}'", "expected the node content", "did not find expected node content"),
        "kurung siku atau kurung kurawal tidak ditutup, atau ada koma yang kurang",
        "Tutup kurungnya, pisahkan butir dengan koma, dan beri tanda kutip pada teks yang memuat koma atau kurung.",
    ),
    (
        ("expected '-' indicator", "expected <block end>", "did not find expected key", "block sequence entries"),
        "indentasi baris ini tidak sejajar dengan baris di atasnya",
        "Sejajarkan kunci yang setingkat dengan spasi pada kolom yang sama; periksa juga tanda kutip di atasnya.",
    ),
    (
        ("escape", "hexadecimal"),
        "garis miring terbalik di dalam tanda kutip ganda tidak dikenal",
        "Tulis garis miring terbalik dua kali, atau pakai tanda kutip tunggal.",
    ),
    (
        ("alphabetic or numeric", "undefined alias"),
        "nama jangkar (& atau *) tidak benar",
        "Beri tanda kutip pada teks yang diawali & atau *.",
    ),
    (
        ("document start", "directive", "incompatible YAML"),
        "ada isi di luar susunan kunci dan nilai",
        "Hapus baris itu, atau sejajarkan dengan kunci paling luar.",
    ),
)


_ODD_BLANKS = re.compile("[\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]")
_ODD_PLACE = re.compile(rf"(?:\s*|\s*-\s*|\s*(?:- +)?[\w-]+:[ ]*){_ODD_BLANKS.pattern}")
_LINES_BACK = 3


def odd_blank(text: str) -> int | None:
    """Where a blank stands that looks like a space and is none, such as the one that word processors paste."""
    found = _ODD_BLANKS.search(text)
    return found.start() if found else None


def odd_mark(line: str) -> int | None:
    """Where such a blank stands for the space that YAML wants: at the head of a line, after `-` or a key's colon."""
    found = _ODD_PLACE.match(line)
    return None if found is None else found.end() - 1


def blank_name(character: str) -> str:
    """`U+00A0`: what to call a character nobody sees."""
    return f"U+{ord(character):04X}"


def syntax_problem(error: yaml.YAMLError, nama: str, text: str) -> Problem:
    """The parser's first complaint; it cannot read on after one."""
    if (odd := _odd_indentation(text, _place(error, text).baris)) is not None:
        mark, character = odd
        return problem_at("aturan-spasi-khusus", nama, mark, nilai=blank_name(character))
    sebab, obat = _in_words(error, text)
    return problem_at("aturan-yaml-rusak", nama, _place(error, text), sebab=sebab, obat=obat)


def _odd_indentation(text: str, baris: int) -> tuple[Mark, str] | None:
    """The nearest line at or above the complaint with such a blank where YAML wants a space: it trips a line later."""
    lines = text.split("\n")[:baris]
    for number in range(len(lines), max(len(lines) - _LINES_BACK, 0), -1):
        if (at := odd_mark(lines[number - 1])) is not None:
            return Mark(number, at + 1), lines[number - 1][at]
    return None


def _in_words(error: yaml.YAMLError, text: str) -> tuple[str, str]:
    complaint = str(getattr(error, "problem", "") or error)
    if _unclosed_quote(error):
        return "tanda kutip yang dibuka di sini tidak ditutup", "Tutup teksnya dengan tanda kutip yang sama."
    if isinstance(error, yaml.reader.ReaderError) or "control characters" in complaint:
        return "ada huruf kendali yang tidak terlihat", "Hapus huruf itu, atau ketik ulang barisnya."
    if "cannot start any token" in complaint or "tab character" in complaint:
        return _bad_character(_character(error, text))
    for fragments, sebab, obat in _COMPLAINTS:
        if any(fragment in complaint for fragment in fragments):
            return sebab, obat
    return "susunannya tidak dapat dibaca", "Periksa tanda kutip, kurung, titik dua, dan indentasi pada baris ini."


def _bad_character(character: str) -> tuple[str, str]:
    if character == "\t":
        return "ada tab pada awal baris", "Ganti tab dengan spasi; YAML hanya mengenal spasi sebagai indentasi."
    return f"teks tidak boleh diawali tanda {character}", "Beri tanda kutip pada teks itu."


def _unclosed_quote(error: yaml.YAMLError) -> bool:
    return "quoted scalar" in str(getattr(error, "context", "")) and "end of" in str(getattr(error, "problem", ""))


def _place(error: yaml.YAMLError, text: str) -> Mark:
    if isinstance(error, yaml.reader.ReaderError):
        before = text[: int(error.position)]
        return Mark(before.count("\n") + 1, len(before) - before.rfind("\n"))
    mark: Any = getattr(error, "context_mark" if _unclosed_quote(error) else "problem_mark", None)
    return Mark(mark.line + 1, mark.column + 1) if mark else Mark(1, 1)


def _character(error: yaml.YAMLError, text: str) -> str:
    place = _place(error, text)
    lines = text.split("\n")
    line = lines[place.baris - 1] if place.baris <= len(lines) else ""
    return line[place.kolom - 1 : place.kolom]
