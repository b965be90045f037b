"""The tags of one paragraph, as docxtpl writes them: `{{ }}`, `{% %}`, `{%p`, `{%tr`, `{%tc`, `{%r`, `{# #}`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from jinja2 import TemplateSyntaxError, nodes

from p3dn_reports.documents.word.rewriting import spell_out
from p3dn_reports.documents.word.sandbox import ENVIRONMENT, Fault, faults
from p3dn_reports.documents.word.values import FILTERS

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
_LOOSE = re.compile(r"{\s+{[^{}]*}\s+}|{\s+%[^{}%]*%\s+}|{{|{%|{#|}}|%}|#}")
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
_PAIRS = {"{{": "}}", "{%": "%}", "{#": "#}"}
_OPENERS = {tail: lead for lead, tail in _PAIRS.items()}
_KEYWORDS = (*OPENING, *CLOSING, *sorted(MIDDLE), "set", *sorted(_WITH_VALUE), *sorted(_ALONE))
END = "endif atau endfor"
_MEANT = {
    **dict.fromkeys(("jika", "bila", "kalau", "apabila"), "if"),
    **dict.fromkeys(("untuk", "setiap", "ulang", "foreach"), "for"),
    **dict.fromkeys(("lain", "lainnya", "selainnya"), "else"),
    **dict.fromkeys(("akhir", "selesai", "end"), END),
    **dict.fromkeys(("elseif", "elsif"), "elif"),
    **dict.fromkeys(("p", "tr", "tc", "r"), "awalan tanpa spasi di depannya, misalnya {%p if"),
}
_SIGNS = {
    r"\|\|": "garis tegak di depan filter hanya satu",
    r"<>": "tidak sama dengan ditulis !=",
    r"=[<>]": "lebih dari atau sama dengan ditulis >=, kurang dari atau sama dengan <=",
    r"\bdan\b": "kata dan ditulis and",
    r"\batau\b": "kata atau ditulis or",
    r"\b(?:bukan|tidak)\b": "kata bukan atau tidak ditulis not",
}
NOT_IN_ORDER = "isinya tidak lengkap atau tidak berurutan benar"
TOO_DEEP = "ungkapannya terlalu panjang"
CHECK_SPELLING = "Periksa ejaannya"
_WHOLE = re.compile(r"{{.*?}}|{%.*?%}")
MOST_BRACES, LONGEST = 1_000, 20_000
"""What a paragraph with tags may hold: far above any real one, and read in a moment whatever it says."""
UNSEEN = str.maketrans(
    {**dict.fromkeys("\xa0\u2007\u202f", " "), **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\xad", "")}
)
"""Letters no one sees in a tag: hard blanks, and what has no width."""
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag: what it is (`output`, a block's keyword, or "" for a broken one and `why`), its prefix, what it says."""

    keyword: str
    prefix: str
    inner: str
    written: str
    why: str = ""

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

    @property
    def spelled(self) -> str:
        """How it is best written: `{%p if x %}`."""
        return f"{{%{self.prefix} {self.inner} %}}"

    @property
    def end(self) -> str:
        """The tag that ends the block which it opens."""
        return f"{{%{self.prefix} {OPENING[self.keyword]} %}}"

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
        return _tree(sources[self.keyword]) if self.keyword in sources else None


@lru_cache(maxsize=4096)
def _tree(source: str) -> nodes.Template:
    """What the source of a single tag parses to, to be read only: the templates of a build share most of their tags."""
    try:
        return spell_out(ENVIRONMENT.parse(source))
    except (RecursionError, ValueError):  # a number of thousands of digits is the latter
        raise TemplateSyntaxError("too deep", 1) from None


@lru_cache(maxsize=4096)
def faults_of(tree: nodes.Template) -> tuple[Fault, ...]:
    """The faults of a single tag's tree, which stands for every tag of the same words."""
    return tuple(faults(tree))


def without_blanks(text: str) -> str:
    """The text, its tags without what cannot be seen: hard blanks become blanks, what has no width is left out."""
    return text if is_overloaded(text) else _WHOLE.sub(lambda tag: tag[0].translate(UNSEEN), text)


def is_overloaded(text: str) -> bool:
    """Whether a paragraph with braces is longer, or has more of them, than anybody writes: such is not read at all."""
    braces = text.count("{")
    return braces > MOST_BRACES or (braces > 0 and len(text) > LONGEST)


def meant_keyword(word: str) -> str | None:
    """The keyword a drafter meant by a word that is none; None where it cannot be guessed."""
    word = word.lower()
    near = get_close_matches(word, _KEYWORDS, n=1, cutoff=0.6)
    return _MEANT.get(word) or (near[0] if near else None)


def keyword_advice(tag: Tag) -> str:
    """What to advise for a tag that is none."""
    word = tag.inner.split()[0] if tag.inner else tag.written
    if re.fullmatch(r"\w+(?:\.\w+)+(?:\s*\|\s*\w+)?", tag.inner):
        return f"Field ditulis dengan kurung kurawal ganda, {{{{ {tag.inner} }}}}"
    meant = meant_keyword(word)
    return f"Mungkin maksud Anda {meant}" if meant else CHECK_SPELLING


def fault_of(inner: str) -> str:
    """Why Jinja cannot read what a tag says, in words for a drafter."""
    bare = _QUOTED.sub("", inner.translate(_STRAIGHT))
    strange = next((letter for letter in bare if not letter.isascii() or letter in "?;:@#$\\`&^"), None)
    if not inner.strip():
        return "tidak ada nama field di dalamnya"
    if bare.startswith("{"):
        return "kurung kurawalnya lebih dari dua"
    if strange is not None:
        return f"ada huruf «{strange}» yang tidak dapat dipakai di dalam tag"
    if spoken := next((text for sign, text in _SIGNS.items() if re.search(sign, bare)), None):
        return spoken
    if re.search(r"(?<![=!<>])=(?!=)", bare) and not bare.startswith("set"):
        return "membandingkan ditulis dengan dua tanda sama dengan, =="
    if bare.count("(") != bare.count(")") or bare.count("[") != bare.count("]"):
        return "kurung di dalamnya tidak berpasangan"
    if bare.count('"') + bare.count("'"):
        return "tanda kutip di dalamnya tidak berpasangan"
    if re.fullmatch(r"\s*for\b.*", bare) and not re.fullmatch(r"\s*for\s+\w+\s+in\s+\S.*", bare):
        return "pengulangan ditulis for x in daftar"
    if (last := bare.split()[-1]) in FILTERS and re.fullmatch(r"\s*[\w.]+\s+\w+\s*", bare):
        return f"filter ditulis sesudah garis tegak: {bare.split()[0]}|{last}"
    if re.fullmatch(r"\s*\w+\s+[\w. ]+", bare) and not re.match(r"\s*(?:if|elif|for|set)\b", bare):
        return "nama field tidak boleh memuat spasi"
    return NOT_IN_ORDER


def tags(text: str) -> Iterator[Tag]:
    """Every tag of a paragraph in order, comments left out; what is begun or ended and no tag has the keyword ""."""
    if "{" not in text and "}" not in text:
        return
    last = 0
    for token in _TOKEN.finditer(text):
        yield from _loose(text[last : token.start()])
        last = token.end()
        if token["lead"] == "{#":
            continue
        inner = token["inner"].strip()
        first = inner.split(maxsplit=1)[0] if inner else ""
        if token["lead"] == "{{" and first in {*OPENING, *CLOSING, *MIDDLE}:
            yield Tag("", "", inner, token[0], f"{first} ditulis di antara {{% dan %}}, bukan kurung kurawal ganda")
            continue
        if why := _broken(token["lead"], inner, token["tail"]):
            yield Tag("", "", inner, token[0], why)
            continue
        word = re.match(r"\w*", inner)
        keyword = "output" if token["lead"] == "{{" else (word[0] if word else "")
        yield Tag(keyword or "?", token["prefix"] or "", inner, token[0])
    yield from _loose(text[last:])


def _broken(lead: str, inner: str, tail: str) -> str:
    if "{{" in inner or "{%" in inner:
        return f"{lead} tidak ditutup sebelum tag berikutnya"
    return "" if tail == _PAIRS[lead] else f"dibuka dengan {lead} tetapi ditutup dengan {tail}"


def _loose(text: str) -> Iterator[Tag]:
    for found in _LOOSE.finditer(text):
        if found[0] in _PAIRS:
            why = f"penutup {_PAIRS[found[0]]} tidak ada"
        elif len(found[0]) > 2:
            why = "ada spasi di antara kedua tanda kurungnya"
        else:
            why = f"pembuka {_OPENERS[found[0]]} tidak ada"
        yield Tag("", "", "", found[0], why)
