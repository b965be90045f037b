"""Documents per second, compiled against docxtpl, in one run on the same templates: `python -m benchmarks.naskah`.

Both sides begin with the template's bytes and end with a document's bytes, and print the same data with the same
filters; docxtpl opens the template for every document, because a used `DocxTemplate` cannot be used again. Every letter
has its own recipient and its own amounts. Speeds are CPU time of this process; only their ratio means anything.
"""

from __future__ import annotations

import io
import time
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import jinja2
from docx import Document
from docxtpl import DocxTemplate

from p3dn_reports.documents.word.template import Stamp, Template
from p3dn_reports.documents.word.values import FILTERS
from p3dn_reports.formatting import persen
from tests.templates.contoh_konteks import surat_di_bawah

Context = dict[str, Any]

LETTER = Path(__file__).parents[1] / "templates" / "docx" / "surat-penjelasan.docx"
OWN, THEIRS, ROUNDS = 500, 15, 4
REPORT_ROWS, LONG_ROWS = 2_000, 100_000


def letter(number: int) -> Context:
    """The data of one letter: its own recipient, its own amounts."""
    context = _varied(surat_di_bawah(), number)
    return {**context, "unit": {**context["unit"], "nama": f"Dinas {number}"}}


def _varied(value: Any, number: int) -> Any:
    if isinstance(value, dict):
        return {key: _varied(item, number) for key, item in value.items()}
    if isinstance(value, list):
        return [_varied(item, number) for item in value]
    return value + number if isinstance(value, Decimal) else value


def report() -> bytes:
    """A template with one long table."""
    document = Document()
    document.add_paragraph("Daftar {{ nama }}")
    table = document.add_table(rows=4, cols=4)
    for column, text in enumerate(("No.", "Nama", "Nilai", "Capaian")):
        table.cell(0, column).text = text
    table.cell(1, 0).text, table.cell(3, 0).text = "{%tr for b in baris %}", "{%tr endfor %}"
    for column, text in enumerate(("{{ b.no }}", "{{ b.nama }}", "{{ b.nilai|rupiah }}", "{{ b.capaian }}")):
        table.cell(2, column).text = text
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def rows(count: int, first: int = 0) -> Context:
    """The data of a report of `count` rows, its amounts beginning at `first`."""
    line = (
        {"no": at, "nama": f"Unit {at} & rekan", "nilai": Decimal(first + at), "capaian": "79,92%"}
        for at in range(count)
    )
    return {"nama": "unit", "baris": list(line)}


def theirs(template: bytes, environment: jinja2.Environment, data: Context) -> bytes:
    """One document by docxtpl, from bytes to bytes."""
    document = DocxTemplate(io.BytesIO(template))
    document.render(data, environment, autoescape=True)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def per_second(render: Callable[[Context], bytes], contexts: list[Context]) -> float:
    """Documents per CPU second."""
    start = time.process_time()
    for context in contexts:
        render(context)
    return len(contexts) / (time.process_time() - start)


def stamped(template: Template, data: Context) -> bytes:
    """One letter as a build writes it: dated, marked a draft, with its provenance, its signature place looked for."""
    digests = {f"p3dn_{name}": "0123456789abcdef" * 4 for name in ("digest", "masukan", "aturan", "templat")}
    stamp = Stamp(tanggal=date(2024, 12, 31), tanda=("KONSEP",), asal=digests, ambang=(80, 100), jangkar="#")
    return template.render_document(data, stamp).content


def compare(
    name: str,
    template: bytes,
    contexts: Callable[[int], Iterator[Context]],
    own: int,
    other: int,
    render: Callable[[Template, Context], bytes] = Template.render,
) -> None:
    """Print both speeds, the best of some rounds taken in turn, and their ratio."""
    environment = jinja2.Environment(autoescape=True)
    environment.filters |= {**FILTERS, "persen": persen}
    compiled = Template.compile(template)
    speeds = [
        (
            per_second(lambda data: render(compiled, data), list(contexts(own))),
            per_second(lambda data: theirs(template, environment, data), list(contexts(other))),
        )
        for _ in range(ROUNDS)
    ]
    mine, docxtpls = (max(column) for column in zip(*speeds, strict=True))
    print(f"{name}: compiled {mine:.0f}/s, docxtpl {docxtpls:.1f}/s, ratio {mine / docxtpls:.0f}")


def threads() -> None:
    """2,000 letters by 4 threads, twice: every one must name its own recipient, and be the same bytes both times."""
    template = Template.compile(LETTER)
    with ThreadPoolExecutor(4) as pool:
        contents, again = (list(pool.map(lambda number: template.render(letter(number)), range(2_000))) for _ in "12")
    right = sum(f" Dinas {number} " in _body(content) for number, content in enumerate(contents))
    print(f"4 threads: {right} of {len(contents)} letters name their own recipient", end="; ")
    print("two runs are the same bytes" if contents == again else "TWO RUNS DIFFER")


def _body(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read("word/document.xml").decode()


def memory() -> None:
    """How much memory a long table takes over its data, at the highest, and how long it takes."""
    template, data = Template.compile(report()), rows(LONG_ROWS)
    start = time.process_time()
    content = template.render(data)
    seconds = time.process_time() - start
    tracemalloc.start()
    template.render(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    print(f"{LONG_ROWS} rows: {seconds:.2f} s, {peak / 1e6:.1f} MB over its data, file {len(content) / 1e6:.1f} MB")


def main() -> None:
    """Print all of it."""
    numbers = iter(range(1, 10**9))
    for name, render in (("letter", Template.render), ("letter as a build writes it", stamped)):
        letters = LETTER.read_bytes(), lambda count: (letter(next(numbers)) for _ in range(count))
        compare(name, *letters, OWN, THEIRS, render)
    compare(
        f"report of {REPORT_ROWS} rows",
        report(),
        lambda count: (rows(REPORT_ROWS, next(numbers) * 10**6) for _ in range(count)),
        5,
        1,
    )
    threads()
    memory()


if __name__ == "__main__":
    main()
