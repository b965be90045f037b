"""What is no broken tag and still no drafter wants in print: near-tags, doubled units, numbers as one writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from p3dn_reports.documents.word.places import W, own_text
from p3dn_reports.documents.word.shapes import Known

_NAME = r"\s*([A-Za-z_]\w*(?:\s*\.\s*\w+)*)\s*(?:\|[^{}\[\]]*)?"
_ANGLED = _NAME.replace(r"[^{}\[\]]", r"[^{}\[\]<>«»]")
_NEAR_TAGS = [
    re.compile(pattern)
    for pattern in (
        rf"(?<![{{$_%])\{{(?![{{%#_]){_NAME}\}}(?![}}_])",  # { unit.nama }
        rf"\$\{{{_NAME}\}}",  # ${unit.nama}
        rf"\[\[?{_NAME}\]\]?",  # [unit.nama]
        rf"[«<]<?{_ANGLED}>?[»>]",  # «unit.nama»
        rf"[｛][｛%]?{_NAME}[%｝]?[｝]",  # the wide braces of other keyboards
    )
]
_FOREIGN = re.compile(r"\$\{[^{}]{1,60}\}")
_BACKWARDS = re.compile(r"%\{[^{}]*\}%")
_UNITS = [
    (re.compile(r"\|\s*persen\s*}}\s*%"), "tanda %", "persen"),
    (re.compile(r"\bRp\.?\s*{{[^{}]*\|\s*rupiah\s*}}"), "Rp", "rupiah"),
    (re.compile(r"\b[Tt]riwulan\s+{{[^{}]*\|\s*triwulan\s*}}"), "kata Triwulan", "triwulan"),
]
_APART = re.compile(r"\"[^\"]*\"|'[^']*'|\([^()]*\)|\[[^\[\]]*\]")
_NUMBERS = (
    (re.compile(r"\d{31,}"), "bilangan di dalamnya lebih dari 30 angka"),
    (re.compile(r"(?<![\w.])\d+(?:\.\d+)?[eE][+-]?\d"), "bilangan ditulis dengan angka saja, tanpa huruf e"),
    (
        re.compile(r"(?<![\w.])\d{1,3}(?:(?:\.\d{3}){2,}|\.000)(?![\w.])"),
        "bilangan ditulis tanpa titik ribuan",
    ),
    (re.compile(r"(?<![\w.])\d+,\d+(?![\w.])"), "bilangan pecahan ditulis dengan titik, bukan koma"),
    (re.compile(r"(?<![\w.])\d+(?:\.\d+)?\s*%"), "persen di dalam tag ditulis tanpa tanda %"),
    (re.compile(r"(?<!\w)Rp\s*\d"), "jumlah uang di dalam tag ditulis tanpa Rp"),
)


def near_tags(text: str, known: Known | None) -> Iterator[str]:
    """What looks like a tag and is printed as it stands. Without braces only what spells a field that exists."""
    for at, pattern in enumerate(_NEAR_TAGS):
        for found in pattern.finditer(text):
            if text[: found.start()].rstrip().endswith("{"):
                continue  # a broken tag, which is told as such
            name = re.sub(r"\s", "", found[1])
            if _spells_a_field(name, known) or (known is None and at == 0 and "." in name):
                yield found[0]
    yield from (found[0] for found in _BACKWARDS.finditer(text))


def foreign_tags(root: etree._Element, known: Known | None) -> Iterator[str]:
    """The tags of e-office and other systems in a part, which are left for them: `${nomor_naskah}`."""
    for paragraph in root.iter(f"{W}p"):
        for tag in _FOREIGN.findall(own_text(paragraph)):
            if not _spells_a_field(tag[2:-1].strip(), known):
                yield tag


def _spells_a_field(name: str, known: Known | None) -> bool:
    """Whether a field has this name, or one with its beginning exists and it is only misspelt further on."""
    root = name.partition(".")[0]
    return name in (known or ()) or ("." in name and root in {field.partition(".")[0] for field in known or ()})


def doubled_units(text: str) -> Iterator[tuple[str, str]]:
    """A unit beside a filter that prints it already: the unit as written, and the filter."""
    yield from ((unit, name) for pattern, unit, name in _UNITS if pattern.search(text))


def number_fault(inner: str) -> str | None:
    """Why a number within a tag is not read as it is meant; None where there is nothing to say."""
    bare = _APART.sub("", inner)
    return next((why for pattern, why in _NUMBERS if pattern.search(bare)), None)
