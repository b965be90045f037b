"""Letters per second, compiled against docxtpl, on one template in one run: `python -m benchmarks.naskah`."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from typing import Any

import jinja2
from docx import Document
from docxtpl import DocxTemplate

from p3dn_reports import formatting
from p3dn_reports.documents.word.template import Template

OWN, THEIRS = 2_000, 40


def letter() -> bytes:
    """A letter of a page: heading, two paragraphs, a table of dated rows, a header."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = "PEMERINTAH {{ daerah }}"
    for text in (
        "Yth. {{ nama }}",
        "Capaian {{ nilai|persen }} dari {{ pagu|rupiah }}.",
        "{%p if ya %}",
        "Ya.",
        "{%p endif %}",
    ):
        document.add_paragraph(text)
    table = document.add_table(rows=4, cols=2)
    rows = (
        ("Tanggal", "Peristiwa"),
        ("{%tr for k in baris %}", ""),
        ("{{ k.no }}", "{{ k.isi }}"),
        ("{%tr endfor %}", ""),
    )
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(at, column).text = text
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def context(number: int) -> dict[str, Any]:
    """The data of one letter."""
    rows = [{"no": row, "isi": f"Peristiwa {row} & lanjutannya"} for row in range(10)]
    return {"daerah": "DKI", "nama": f"Unit {number}", "nilai": 79, "pagu": 10**9 + number, "ya": True, "baris": rows}


def theirs(template: bytes, environment: jinja2.Environment, data: dict[str, Any]) -> bytes:
    """One letter by docxtpl, from bytes to bytes."""
    document = DocxTemplate(io.BytesIO(template))
    document.render(data, environment, autoescape=True)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def per_second(render: Callable[[dict[str, Any]], bytes], count: int) -> float:
    """Letters per CPU second."""
    start = time.process_time()
    for number in range(count):
        render(context(number))
    return count / (time.process_time() - start)


def main() -> None:
    """Print both speeds and their ratio."""
    source = letter()
    environment = jinja2.Environment(autoescape=True)
    environment.filters |= {"persen": formatting.persen, "rupiah": formatting.rupiah}
    compiled = Template.compile(source)
    own = per_second(compiled.render, OWN)
    other = per_second(lambda data: theirs(source, environment, data), THEIRS)
    print(f"compiled {own:.0f}/s, docxtpl {other:.1f}/s, ratio {own / other:.0f}")


if __name__ == "__main__":
    main()
