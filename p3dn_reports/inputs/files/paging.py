"""Whether a file says of itself that it is one page of several: read as the whole, the rest would be lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from p3dn_reports.inputs.cells import Row, squash
from p3dn_reports.problems import Location, Problem, problem

_TOTAL = frozenset(
    {
        "total", "count", "totalcount", "totalrecords", "totalrows", "totaldata", "totalitems", "totalelements",
        "totalresults", "totalhits", "recordstotal", "recordsfiltered", "numfound", "xtotalcount", "odatacount",
        "jumlahdata", "jumlahtotal", "totaljumlah", "totalrecord", "totalrow", "totalitem", "totalentries",
        "totalbaris", "totalkeseluruhan", "jumlahseluruhnya",
    }
)  # fmt: skip
_PAGES = frozenset(
    {
        "lastpage",
        "totalpages",
        "totalpage",
        "pagecount",
        "pages",
        "numpages",
        "jumlahhalaman",
        "totalhalaman",
        "halamanterakhir",
    }
)
_MORE = frozenset({"hasmore", "hasnext", "hasnextpage", "hasmorepages", "more", "incompleteresults", "truncated",
                   "istruncated", "moreresults"})  # fmt: skip
_LAST = frozenset({"last", "islast", "islastpage", "done", "iscomplete"})
_NEXT = frozenset(
    {
        "next", "nextcursor", "nextpage", "nextpageurl", "nextpagetoken", "nextlink", "odatanextlink", "nexturl",
        "nextrecordsurl", "nexttoken", "nextoffset", "continuationtoken", "cursor", "scrollid",
    }
)  # fmt: skip
_EARLIER = frozenset({"prev", "previous", "prevpageurl", "previouspageurl", "prevcursor", "previouscursor", "prevpage",
                      "previouspage"})  # fmt: skip
_PAGE = frozenset({"page", "currentpage", "pagenumber", "pageno", "halaman"})
_OFFSET = frozenset({"offset", "skip"})
_LIMIT = frozenset({"limit", "perpage", "pagesize", "itemsperpage"})
_ASIDE = frozenset({"meta", "metadata", "pagination", "paging", "links", "pageinfo"})
KEYS = _TOTAL | _PAGES | _MORE | _LAST | _NEXT | _EARLIER | _PAGE | _OFFSET | _LIMIT | _ASIDE
"""The names, squashed, under which answers speak of their pages."""

_SHOWN = re.compile(
    r"(?:menampilkan|showing|tampil)\D{0,20}?([\d.,]+)\s*(?:sampai|hingga|to|s\.?\s?d\.?|[-–—])\s*([\d.,]+)"
    r"\s+(?:dari|of)\D{0,12}?([\d.,]*\d)",
    re.IGNORECASE,
)
_LEAF = re.compile(r"(?:halaman|hal\.?|page)\s+(\d{1,5})\s*(?:dari|of|/)\s*(\d{1,5})\b", re.IGNORECASE)
_NEAR_THE_ENDS = 30
_MOST_WORDS = 2

Said = Sequence[tuple[str, Any]]
"""What stands beside the records of an answer: names as written, and values."""


class Page(NamedTuple):
    """What betrays a page, and how much of how much it is; nobody knows of how much where `total` is None."""

    sebab: str
    bagian: int
    total: str | None


def said_beside(answer: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The single values of an answer and of the objects within it."""
    for name, value in answer.items():
        if isinstance(value, dict) and squash(name) in _NEXT | _EARLIER:
            yield name, "ada" if value else None
        elif isinstance(value, dict) and squash(name) in _TOTAL and "value" in value:
            yield name, value["value"]
        elif isinstance(value, dict):
            yield from said_beside(value)
        elif not isinstance(value, list):
            yield name, value


def page_of(said: Said, count: int, answers: int = 1) -> Page | None:
    """The page that `answers` answers with `count` records say to be; None where they are the whole."""
    known = [
        (squash(name), f"{name}: {_written(value)}"[:80], value) for name, value in said if value not in (None, "")
    ]
    totals = [(text, number) for key, text, value in known if key in _TOTAL and (number := _whole(value)) is not None]
    for text, number in totals:
        if number > count:
            return Page(text, count, str(number))
    for key, text, value in known:
        if key in _PAGES and (pages := _whole(value) or 0) > answers:
            return Page(text, 1, f"{pages} halaman")
    found = next((text for key, text, value in known if _betrays(key, value, answers)), None)
    is_last = any(key in _MORE and not _truth(value) for key, _, value in known)
    cursor = next((text for key, text, value in known if key in _NEXT and _truth(value)), None)
    if found or (cursor and not is_last):
        return Page(found or cursor or "", count, None)
    full = next((text for key, text, value in known if key in _LIMIT and _whole(value) == count), None)
    closed = is_last or totals or any(squash(name) in _NEXT | _PAGES | _LAST for name, _ in said)
    return Page(full, count, None) if full and count and not closed else None


def _betrays(key: str, value: object, answers: int) -> bool:
    number = _whole(value) or 0
    if key in _LAST:
        return not _truth(value)
    if key in _MORE | _EARLIER:
        return _truth(value)
    return (key in _PAGE and number > answers) or (key in _OFFSET and number > 0 and answers == 1)


def _written(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _truth(value: object) -> bool:
    return str(value).strip().casefold() not in {"false", "0", "no", "tidak", "null", "none", "", "-1"}


def _whole(value: object) -> int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int | Decimal):
        return int(value)
    text = str(value).strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 15 else None


def page_in_words(rows: Sequence[Row]) -> tuple[Page | None, Sequence[Row]]:
    """The page that words above or below a table speak of, as `Menampilkan 1 sampai 10 dari 57 data`; rows without."""
    near = {*range(min(_NEAR_THE_ENDS, len(rows))), *range(max(0, len(rows) - _NEAR_THE_ENDS), len(rows))}
    texts = {at: text for at in sorted(near) for text in _alone(rows[at]) if _SHOWN.search(text) or _LEAF.search(text)}
    if not texts:
        return None, rows
    page = next((found for text in texts.values() if (found := _shown_part(text))), None) or _leaf(texts.values())
    return page, [[] if at in texts else row for at, row in enumerate(rows)]


def _shown_part(text: str) -> Page | None:
    if not (found := _SHOWN.search(text)):
        return None
    first, last, total = (int(re.sub(r"\D", "", part) or 0) for part in found.groups())
    shown = last - first + 1
    return Page(found[0], shown, str(total)) if 0 <= shown < total else None


def _leaf(texts: Iterable[str]) -> Page | None:
    """The last page that is named, where it is not the last there is: a report names every page it was printed on."""
    leaves = [(int(found[1]), int(found[2]), found[0]) for text in texts if (found := _LEAF.search(text))]
    number, total, text = max(leaves, default=(0, 0, ""))
    return Page(text, 1, f"{total} halaman") if number < total else None


def _alone(row: Row) -> Iterable[str]:
    filled = [cell for cell in row if cell not in {None, ""}]
    return [cell for cell in filled if isinstance(cell, str)] if len(filled) <= _MOST_WORDS else ()


def told(page: Page, berkas: str) -> Problem:
    """The page as a problem."""
    return problem("satu-halaman-saja", Location(berkas=berkas), nilai=str(page.bagian), diharapkan=page.total,
                   semua_unit=True, sebab=page.sebab)  # fmt: skip


def without_whole(problems: Sequence[Problem]) -> list[Problem]:
    """The problems without those of pages that are all there, each in a file of its own."""
    parts: dict[str, int] = {}
    for found in problems:
        if found.kode == "satu-halaman-saja" and found.diharapkan:
            parts[found.diharapkan] = parts.get(found.diharapkan, 0) + int(found.nilai or 0)
    whole = {total for total, sum_ in parts.items() if sum_ >= int(total.split()[0])}
    return [found for found in problems if found.kode != "satu-halaman-saja" or found.diharapkan not in whole]
