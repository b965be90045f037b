"""CPU per letter against docxtpl and the template engines of npm, in one run: `python -m benchmarks.naskah_npm`.

The project's own letter is translated into the dialect of each: the same text, fields, loops and conditions. The
engines of npm get every value already formatted and every condition already decided, which is in their favour. Their
versions are pinned in `benchmarks/npm`, where `npm ci` installs them; each first renders 20 letters unmeasured. Every
letter has its own recipient, and the text of a letter of each must be that of ours before its speed counts.
"""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import jinja2
from lxml import etree

from benchmarks.naskah import LETTER, ROUNDS, letter, per_second, theirs
from p3dn_reports.documents.word.package import read_package, write_package
from p3dn_reports.documents.word.template import Template
from p3dn_reports.documents.word.values import FILTERS
from p3dn_reports.formatting import persen

NPM = Path(__file__).parent / "npm"
ENGINES = ("docxtemplater", "easy-template-x", "carbone")
CONTEXTS, COUNT, OWN, DOCXTPL = 50, 100, 500, 15

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TAG = re.compile(r"{{\s*(?P<value>.+?)\s*}}|{%(?P<level>p|tr)?\s*(?P<word>\w+)\s*(?P<rest>.*?)\s*%}")

Context = dict[str, Any]


@dataclass
class Block:
    """A loop or one branch of a condition: its name in the data, what decides it, and what is inside."""

    name: str
    expression: str
    variable: str = ""
    inside: list[Block | Value] = field(default_factory=list)


@dataclass
class Value:
    """A place where a value is printed."""

    name: str
    expression: str


class Translation:
    """The letter in the dialect of one engine, and its data for any context."""

    def __init__(self, engine: str) -> None:
        self.engine = engine
        self._open = [Block("", "true")]
        self._count = 0
        self._said: list[list[str]] = []
        parts, _ = read_package(LETTER.read_bytes(), LETTER.name)
        root = etree.fromstring(parts["word/document.xml"])
        for paragraph in list(root.iter(f"{_W}p")):
            self._paragraph(paragraph)
        parts["word/document.xml"] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        self.content = write_package(parts)

    def data(self, context: Context, environment: jinja2.Environment) -> Context:
        """What the engine is given: texts, truths and lists, by the names in the translated template."""
        return dict(_data(self._open[0], context, environment))

    def _paragraph(self, paragraph: etree._Element) -> None:
        texts = [node for node in paragraph.iter(f"{_W}t") if node.text and "{" in node.text]
        for node in texts:
            match = _TAG.fullmatch(node.text.strip())
            if match and match["level"] == "p":
                self._alone(paragraph, node, match)
            elif match and match["level"] == "tr":
                self._row(next(paragraph.iterancestors(f"{_W}tr")), match)
            else:
                node.text = _TAG.sub(lambda one: "".join(self._said_by(one)), node.text)

    def _said_by(self, match: re.Match[str]) -> list[str]:
        """The tags of the engine for one of ours; two where one branch ends and the next begins."""
        if match["value"]:
            return [self._value(match["value"])]
        word, rest = match["word"], match["rest"]
        if word == "for":
            variable, _, expression = rest.partition(" in ")
            return [self._begin("l", expression.strip(), variable.strip())]
        if word == "if":
            self._said.append([rest])
            return [self._begin("c", rest)]
        if word in ("elif", "else"):
            before = self._said[-1]
            others = " and ".join(f"not ({one})" for one in before)
            before.append(rest or "false")
            return [self._end(), self._begin("c", f"{others} and ({rest})" if rest else others)]
        if word == "endif":
            self._said.pop()
        return [self._end()]

    def _value(self, expression: str) -> str:
        self._count += 1
        name = f"v{self._count}"
        self._open[-1].inside.append(Value(name, expression))
        if self.engine != "carbone":
            return f"{{{name}}}"
        loop = next((block.name for block in reversed(self._open) if block.variable), None)
        return f"{{d.{loop}[i].{name}}}" if loop else f"{{d.{name}}}"

    def _begin(self, kind: str, expression: str, variable: str = "") -> str:
        self._count += 1
        block = Block(f"{kind}{self._count}", expression, variable)
        self._open[-1].inside.append(block)
        self._open.append(block)
        if self.engine != "carbone":
            return f"{{#{block.name}}}"
        return "" if variable else f"{{d.{block.name}:ifEQ(true):showBegin}}"

    def _end(self) -> str:
        block = self._open.pop()
        if self.engine != "carbone":
            return f"{{/{block.name}}}"
        return "" if block.variable else f"{{d.{block.name}:showEnd}}"

    def _alone(self, paragraph: etree._Element, node: etree._Element, match: re.Match[str]) -> None:
        """A tag with a paragraph to itself: every tag that comes of it has one too."""
        loop = self._open[-1] if self._open[-1].variable else None
        for said in self._said_by(match):
            if said:
                node.text = said
                paragraph.addprevious(_copy(paragraph))
        if self.engine == "carbone" and match["word"] == "endfor" and loop:
            _repeat(paragraph, loop.name)
        _remove(paragraph)

    def _row(self, row: etree._Element, match: re.Match[str]) -> None:
        """A tag with a row to itself: it moves into the row beside, where these engines look for it."""
        loop = self._open[-1] if self._open[-1].variable else None
        (said,) = self._said_by(match)
        opens = match["word"] in ("for", "if")
        beside = row.getnext() if opens else row.getprevious()
        nodes = list(beside.iter(f"{_W}t"))
        if opens:
            nodes[0].text = said + (nodes[0].text or "")
        else:
            nodes[-1].text = (nodes[-1].text or "") + said
        if self.engine == "carbone" and loop and not opens:
            _repeat(row, loop.name)
        _remove(row)


def _repeat(after: etree._Element, loop: str) -> None:
    """Carbone learns what to repeat from a second copy of it, counted one further."""
    before = after.getprevious()
    again = _copy(before)
    for node in again.iter(f"{_W}t"):
        node.text = (node.text or "").replace(f"{loop}[i]", f"{loop}[i+1]")
    after.addprevious(again)


def _copy(node: etree._Element) -> etree._Element:
    return etree.fromstring(etree.tostring(node, with_tail=False))


def _remove(node: etree._Element) -> None:
    node.getparent().remove(node)


def _data(block: Block, context: Context, environment: jinja2.Environment) -> Iterator[tuple[str, Any]]:
    for item in block.inside:
        found = environment.compile_expression(item.expression, undefined_to_none=False)(**context)
        if isinstance(item, Value):
            yield item.name, str(found)
        elif item.variable:
            yield item.name, [dict(_data(item, {**context, item.variable: one}, environment)) for one in found]
        else:
            yield item.name, bool(found)
            yield from _data(item, context, environment)


def text_of(content: bytes) -> list[str]:
    """The paragraphs of a letter that say something."""
    root = etree.fromstring(read_package(content, "surat.docx")[0]["word/document.xml"])
    texts = ("".join(node.text or "" for node in one.iter(f"{_W}t")) for one in root.iter(f"{_W}p"))
    return [text.strip() for text in texts if text.strip()]


def of_npm(engine: str, contexts: list[Context], environment: jinja2.Environment, wanted: list[str]) -> float:
    """CPU seconds a letter takes an engine of npm."""
    translation = Translation(engine)
    with tempfile.TemporaryDirectory() as folder:
        template, data, sample = (Path(folder, name) for name in ("surat.docx", "data.json", "contoh.docx"))
        template.write_bytes(translation.content)
        data.write_text(json.dumps([translation.data(context, environment) for context in contexts]), "utf-8")
        command = ["node", NPM / "cetak.mjs", engine, template, data, str(COUNT), sample]
        done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
        found = text_of(sample.read_bytes())
    if found != wanted:
        wrong = [pair for pair in zip(found, wanted, strict=False) if pair[0] != pair[1]]
        raise SystemExit(f"{engine} prints another letter: {wrong[:3]}, {len(found)} and {len(wanted)} paragraphs")
    return float(done.stdout)


def main() -> None:
    """Print CPU per letter for all, and ours against each."""
    install = ["npm", "ci", "--silent", "--ignore-scripts", "--no-audit", "--no-fund"]
    subprocess.run(install, check=True, cwd=NPM)  # noqa: S603
    environment = jinja2.Environment(autoescape=True)
    environment.filters |= {**FILTERS, "persen": persen}
    contexts = [letter(number) for number in range(1, CONTEXTS + 1)]
    compiled = Template.compile(LETTER)
    wanted = text_of(compiled.render(contexts[0]))
    source = LETTER.read_bytes()
    costs: dict[str, list[float]] = {name: [] for name in ("compiled", "docxtpl", *ENGINES)}
    for _ in range(ROUNDS):
        costs["compiled"].append(1 / per_second(compiled.render, contexts * (OWN // CONTEXTS)))
        costs["docxtpl"].append(1 / per_second(lambda data: theirs(source, environment, data), contexts[:DOCXTPL]))
        for engine in ENGINES:
            costs[engine].append(of_npm(engine, contexts, environment, wanted))
    best = {name: min(found) for name, found in costs.items()}
    own = best.pop("compiled")
    print(f"compiled: {own * 1000:.2f} ms of CPU a letter")
    for name, cost in best.items():
        print(f"{name}: {cost * 1000:.1f} ms, {cost / own:.0f} times as much")


if __name__ == "__main__":
    main()
