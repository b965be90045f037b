"""What every section of the overview needs of the rulebook, asked once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from p3dn_reports.policy.overview.markup import Markup, items, joined, tag
from p3dn_reports.policy.overview.spans import Days, Span, days_of
from p3dn_reports.rulebook.carriers import Carried, carried
from p3dn_reports.rulebook.prose.words import clause, title_of_rule
from p3dn_reports.rulebook.wording import words_of_law
from p3dn_reports.rules import Citation, Ketentuan, Rulebook, Scope
from p3dn_reports.rules.references import Rule, Uses, users_above, uses
from p3dn_reports.tables import TableSchema

Isi = TypeVar("Isi")


@dataclass(frozen=True, slots=True)
class Desk:
    """The rulebook with what follows from it: who uses what, the words of the law, the days of change by region.

    `tujuan` is where the place of a name is linked to: on one page that is within the page.
    """

    rules: Rulebook
    schemas: Mapping[str, TableSchema]
    uses: Uses
    words: Mapping[Citation, list[Ketentuan]]
    carried: Mapping[str, Carried]
    days: Mapping[str, Days]
    tujuan: Callable[[str], str] = "#{}".format

    @classmethod
    def of(cls, rules: Rulebook, schemas: Mapping[str, TableSchema]) -> Desk:
        """Everything asked of a rulebook that has no fault."""
        days = {name: days_of(rules, daerah) for name, daerah in rules.daerah.items()}
        clauses = {one.ketentuan.id: one for one in carried(rules)}
        return cls(rules, schemas, uses(rules), words_of_law(rules), clauses, days)

    def regions(self, asked: Callable[[Scope], Isi | None]) -> dict[str, tuple[Span[Isi], ...]]:
        """What is asked, over time, in each region where it ever has an answer."""
        found = {name: days.spans(asked) for name, days in self.days.items()}
        return {name: spans for name, spans in found.items() if spans}

    def nowhere(self) -> Markup:
        """What is said of a rule that none of these regions has."""
        where = "mana pun" if len(self.days) > 1 else "ini"
        return tag("p", f"Tidak berlaku di daerah {where}.", kelas="kosong")

    def applying(self, dasar: Iterable[Citation]) -> dict[str, tuple[Span[bool], ...]]:
        """When what rests on these clauses holds in each region."""
        cited = tuple(dasar)
        return self.regions(lambda scope: True if scope.citations(cited) else None)

    def rule(self, rule: Rule) -> Markup:
        """A link to a rule, by its section and id."""
        section, name = rule
        return tag("a", f"{section.replace('_', ' ')} {name}", href=self.tujuan(anchor(section, name)))

    def titled(self, rule: Rule) -> Markup:
        """A link to a rule with its title."""
        return joined(self.rule(rule), f": {title_of_rule(self.rules, *rule)}")

    def users(self, rule: Rule) -> Markup | None:
        """Who names the rule, and which documents hang on it in the end."""
        direct = [by for by in self.uses.get(rule, ()) if by[0] != "dokumen"]
        papers = self.papers_of(rule)
        lines = [joined("Dipakai oleh: ", self._listed(direct))] if direct else []
        lines += [joined("Naskah yang bertumpu padanya: ", self._listed(papers))] if papers else []
        return items(lines)

    def papers_of(self, rule: Rule) -> tuple[Rule, ...]:
        """The documents that rest on a rule in the end."""
        return tuple(by for by in users_above(self.uses, rule) if by[0] == "dokumen")

    def _listed(self, rules: Iterable[Rule]) -> Markup:
        return joined(*map(self.rule, rules), between="; ")

    def cited(self, dasar: Iterable[Citation], *, quoting: bool = True) -> Markup:
        """The clauses, each a link to its place, with the words that stand there."""
        return joined(*(self._quoted(one, quoting=quoting) for one in dasar))

    def place(self, cited: Citation, *, short: bool = False) -> Markup:
        """A clause in words, linked to where it stands on this page; `short` without the name of its source."""
        found = self.words.get(cited)
        target = anchor("ketentuan", found[0].id) if found else anchor("sumber_hukum", cited.sumber)
        whole = clause(self.rules, cited)
        return tag(
            "a", (short and cited.tempat_terbaca) or whole, href=self.tujuan(target), title=whole if short else None
        )

    def places(self, dasar: Iterable[Citation]) -> Markup:
        """Clauses one after the other, without the names of their sources."""
        return joined(*(self.place(one, short=True) for one in dasar), between="; ")

    def _quoted(self, cited: Citation, *, quoting: bool) -> Markup:
        found = dict.fromkeys(self.words.get(cited, ())) if quoting and cited.tempat else ()
        shown = tag("blockquote", [words(one) for one in found]) if found else None
        return tag("div", self.place(cited), shown, kelas="dasar")


def anchor(section: str, name: str) -> str:
    """The id of a rule's place on the page."""
    return f"{section}.{name}".replace(" ", "-")


def words(one: Ketentuan) -> Markup:
    """The words of a clause as printed, line by line; a word wrongly scanned or printed bears the one that is read."""
    text = one.teks or ""
    lines = (tag("p", _corrected(line, {fix.tercetak: fix.dibaca for fix in one.koreksi})) for line in text.split("\n"))
    return joined(*lines)


def _corrected(line: str, read: Mapping[str, str]) -> Markup:
    wrong = next((word for word in read if word in line), None)
    if wrong is None:
        return joined(line)
    before, _, after = line.partition(wrong)
    mark = joined(tag("del", wrong), " ", tag("ins", f"[dibaca: {read[wrong]}]"))
    return joined(_corrected(before, read), mark, _corrected(after, read))
