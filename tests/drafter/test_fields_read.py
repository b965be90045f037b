"""Only what a template reads is computed: of a list that is only counted, how many there are."""

from __future__ import annotations

import pytest

from p3dn_reports.documents.fields.field import Field, Group, Items, Part, reads
from p3dn_reports.documents.word.template import Template
from tests.documents_engine.drafts import draft

LOOKED: list[str] = []


def _look(row: str) -> str:
    LOOKED.append(row)
    return row


ROW = Group[str]({"nama": Field("Nama", _look), "kode": Field("Kode", _look)})
ROOT = Group[None](
    {
        "unit": Items("Unit", ROW, lambda _: ["a", "b"]),
        "lain": Items("Lain", ROW, lambda _: ["c"]),
        "satu": Part("Satu", ROW, lambda _: "d"),
    }
)


@pytest.mark.parametrize(
    ("lines", "looked", "printed"),
    [
        (("{% if unit %}{{ unit|length }}{% endif %}",), "", "2"),
        (("{%p for u in unit %}", "{{ u.nama }}", "{%p endfor %}"), "ab", "a"),
        (("{{ unit|length }} {{ satu.kode }}",), "d", "2 d"),
        (("{% for u in unit if u.kode %}{{ loop.index }}{% endfor %}",), "ab", "12"),
        (("{% for u in unit or lain %}{{ u.nama }}{% endfor %}",), "aabbcc", "ab"),
        (("{% set s = unit %}{% for u in s %}{{ u.kode }}{% endfor %}",), "ab", "ab"),
        (("{% if satu %}ada{% endif %}",), "dd", "ada"),
    ],
)
def test_a_list_that_is_only_counted_is_not_looked_into(lines: tuple[str, ...], looked: str, printed: str) -> None:
    LOOKED.clear()
    template = Template.compile(draft(*lines))
    context = ROOT.value(None, reads(template.fields(), template.whole()))
    assert "".join(LOOKED) == looked
    assert printed in template.render_document(context).parts["word/document.xml"].decode()
