"""The tags of one paragraph, as docxtpl writes them: `{{ }}`, `{% %}`, `{%p`, `{%tr`, `{%tc`, `{%r`, `{# #}`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import TemplateSyntaxError, nodes

from p3dn_reports.documents.word.sandbox import ENVIRONMENT

OPENING = {"if": "endif", "for": "endfor"}
CLOSING = {end: start for start, end in OPENING.items()}
MIDDLE = {"else", "elif"}
_WITH_VALUE = {"cellbg", "colspan"}
_ALONE = {"vm", "hm"}
_FORBIDDEN = {
    *("include", "import", "from", "extends", "block", "endblock", "macro", "endmacro", "call", "endcall", "filter"),
    *("endfilter", "with", "endwith", "do", "autoescape", "endautoescape", "break", "continue", "debug", "trans"),
    *("raw", "endraw", "endset", "print", "endtrans"),
}
_TOKEN = re.compile(
    r"(?P<lead>{{|{%|{#)-?(?P<prefix>(?:p|tr|tc|r)(?=\s))?(?P<inner>.*?)-?(?P<tail>}}|%}|#})", re.DOTALL
)
_LOOSE = re.compile(r"{{|{%|}}|%}|{\s+[{%]|[}%]\s+}")
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
_PAIRS = {"{{": "}}", "{%": "%}", "{#": "#}"}


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag: what it is (`output`, a block's keyword, or "" for a broken one), its prefix, and what it says."""

    keyword: str
    prefix: str
    inner: str
    written: str

    @property
    def is_curled(self) -> bool:
        """Whether Word has put curly quotes into it."""
        return any(letter in self.inner for letter in "“”‘’")

    @property
    def is_forbidden(self) -> bool:
        """Whether it is one of Jinja's statements that no template may hold."""
        return self.keyword in _FORBIDDEN

    @property
    def is_known(self) -> bool:
        """Whether the dialect has such a tag."""
        return self.keyword in {"output", "set", *OPENING, *CLOSING, *MIDDLE, *_WITH_VALUE, *_ALONE}

    def parse(self) -> nodes.Template | None:
        """What it says as Jinja's tree, closed by itself; None where it says nothing. Raises TemplateSyntaxError."""
        inner = self.inner.translate(_STRAIGHT)
        rest = inner[len(self.keyword) :]
        sources = {
            "output": f"{{{{ {inner} }}}}",
            "if": f"{{% {inner} %}}{{% endif %}}",
            "elif": f"{{% if {rest} %}}{{% endif %}}",
            "for": f"{{% {inner} %}}{{% endfor %}}",
            "set": f"{{% {inner} %}}",
            **dict.fromkeys(_WITH_VALUE, f"{{{{ {rest} }}}}"),
        }
        if self.keyword not in sources:
            return None
        try:
            return ENVIRONMENT.parse(sources[self.keyword])
        except RecursionError:
            raise TemplateSyntaxError("too deep", 1) from None


def tags(text: str) -> Iterator[Tag]:
    """Every tag of a paragraph in order, comments left out; what is begun or ended and no tag has the keyword ""."""
    last = 0
    for token in _TOKEN.finditer(text):
        yield from _loose(text[last : token.start()])
        last = token.end()
        if token["lead"] == "{#":
            continue
        inner = token["inner"].strip()
        if token["tail"] != _PAIRS[token["lead"]] or "{{" in inner or "{%" in inner:
            yield Tag("", "", inner, token[0])
            continue
        word = re.match(r"\w*", inner)
        keyword = "output" if token["lead"] == "{{" else (word[0] if word else "")
        yield Tag(keyword or "?", token["prefix"] or "", inner, token[0])
    yield from _loose(text[last:])


def _loose(text: str) -> Iterator[Tag]:
    for found in _LOOSE.finditer(text):
        yield Tag("", "", "", found[0])
