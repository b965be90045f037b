"""How a paper is written and who signs it (`tata_naskah`), joined with when and for whom it is made (`dokumen`).

What a policy owner decides stands with its instrument; the template, the file's name, the signer and the copies may
stand apart. A key of a paper is written in one of the two places.
"""

from __future__ import annotations

from p3dn_reports.rulebook.joining import Joined, Keyed, keys_of, with_keys
from p3dn_reports.rulebook.nodes import Node
from p3dn_reports.rulebook.source import suggestion

TATA_NASKAH, DOKUMEN = "tata_naskah", "dokumen"


def with_forms(whole: Joined) -> None:
    """Give every paper its form; that of no paper is a problem, and what is no form stays for the schema to tell."""
    mark, forms = keys_of(whole.root).get(TATA_NASKAH, (whole.root.mark, None))
    at, papers = keys_of(whole.root).get(DOKUMEN, (mark, None))
    if forms is None or not isinstance(forms.isi, dict):
        return
    formed, left = _formed(whole, papers, forms)
    rest = {key: one for key, one in keys_of(whole.root).items() if key != TATA_NASKAH}
    if papers is not None and formed:
        rest[DOKUMEN] = (at, with_keys(papers, formed))
    if left:
        rest[TATA_NASKAH] = (mark, Node(forms.mark, left))
    whole.root = Node(whole.root.mark, rest)


def _formed(whole: Joined, papers: Node | None, forms: Node) -> tuple[dict[str, Keyed], dict[str, Keyed]]:
    """The papers that have a form, with it, and what is no form."""
    known, formed, left = keys_of(papers), dict[str, Keyed](), dict[str, Keyed]()
    for name, (mark, form) in keys_of(forms).items():
        if not isinstance(form.isi, dict):
            left[name] = (mark, form)
        elif name not in known:
            whole.note("aturan-tata-naskah-lain", mark, (TATA_NASKAH, name), nilai=name, dugaan=suggestion(name, known))
        elif isinstance(known[name][1].isi, dict):
            at, paper = known[name]
            formed[name] = (at, with_keys(paper, whole.fresh((DOKUMEN, name), paper, form.isi)))
    return formed, left
