"""Two rulebooks compared by meaning."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from p3dn_reports.rulebook.build import build
from p3dn_reports.rulebook.compose import read_book
from p3dn_reports.rulebook.diff import Kind, by_instrument, differences, is_older
from p3dn_reports.rulebook.source import Keys, set_value
from p3dn_reports.rules import Citation, Rulebook
from tests.rulebook.kasus import LENGKAP, RULES, load_text

TEXT = LENGKAP.read_text(encoding="utf-8")


def loaded(text: str, folder: Path) -> Rulebook:
    rules, problems = load_text(text, folder)
    assert rules is not None, problems
    return rules


def test_a_rulebook_does_not_differ_from_itself_written_otherwise(tmp_path: Path) -> None:
    lines = TEXT.splitlines(keepends=True)
    commented = "".join(f"{line}\n# catatan\n" if line.strip() == "" else line for line in lines)
    assert differences(loaded(TEXT, tmp_path), loaded(commented + "# akhir\n", tmp_path)) == ()


def test_order_is_no_difference(tmp_path: Path) -> None:
    rules = loaded(TEXT, tmp_path)
    turned: dict[str, Any] = {
        name: dict(reversed(getattr(rules, name).items())) for name in ("parameter", "syarat", "tafsir", "dokumen")
    }
    assert differences(rules, replace(rules, **turned)) == ()


def test_every_section_is_compared(tmp_path: Path) -> None:
    rules = loaded(TEXT, tmp_path)
    of_the_file = ("versi_skema", "sha256", "penerus")  # and who continues whom, which follows from the register
    sections = [name for name in rules.__dataclass_fields__ if name not in of_the_file]
    for section in sections:
        assert getattr(rules, section), section
        emptied: dict[str, Any] = {section: {}}
        found = differences(rules, replace(rules, **emptied))
        assert {one.bagian for one in found} == {section}
        assert {one.jenis for one in found} == {Kind.DIHAPUS}
        assert len(found) == len(getattr(rules, section))


def test_a_value_is_told_with_its_unit_and_its_clause(tmp_path: Path) -> None:
    rules = loaded(TEXT, tmp_path)
    name, parameter = next((name, one) for name, one in rules.parameter.items() if one.satuan == "persen")
    dated = replace(parameter.nilai[0], nilai=parameter.nilai[0].nilai + 1)
    other = {**rules.parameter, name: replace(parameter, nilai=(dated, *parameter.nilai[1:]))}
    (change,) = differences(rules, replace(rules, parameter=other))
    assert change.jenis is Kind.DIUBAH
    assert change.sebelum == f"{parameter.nilai[0].nilai.normalize():f}%"
    assert change.sesudah == f"{dated.nilai.normalize():f}%"
    assert change.dasar == tuple(map(str, dated.dasar))


def test_nought_is_a_value(tmp_path: Path) -> None:
    rules = loaded(TEXT, tmp_path)
    name, parameter = next(iter(rules.parameter.items()))
    nought = replace(parameter, nilai=(replace(parameter.nilai[0], nilai=parameter.nilai[0].nilai * 0),))
    (change, *_) = differences(rules, replace(rules, parameter={**rules.parameter, name: nought}))
    assert change.sesudah is not None
    assert change.sesudah.startswith("0")


@pytest.mark.parametrize("section", ["tafsir", "dokumen", "syarat"])
def test_an_added_rule_is_one_change(tmp_path: Path, section: str) -> None:
    rules = loaded(TEXT, tmp_path)
    records = getattr(rules, section)
    one = next(iter(records.values()))
    added: dict[str, Any] = {section: {**records, "baru": replace(one, id="baru")}}
    (change,) = differences(rules, replace(rules, **added))
    assert (change.jenis, change.bagian, change.id, change.letak) == (Kind.DITAMBAH, section, "baru", "")


def test_a_clause_that_comes_to_a_value_is_told_by_its_name(tmp_path: Path) -> None:
    rules = loaded(TEXT, tmp_path)
    name, parameter = next(iter(rules.parameter.items()))
    first, other = parameter.nilai[0], Citation("instruksi-1-2024", "KESATU.z")
    cited = replace(parameter, nilai=(replace(first, dasar=(*first.dasar, other)), *parameter.nilai[1:]))
    more = replace(rules, parameter={**rules.parameter, name: cited})
    (came,) = differences(rules, more)
    assert (came.jenis, came.sebelum, came.sesudah) == (Kind.DITAMBAH, None, "instruksi-1-2024/KESATU.z")
    assert came.letak.endswith("› dasar")
    (went,) = differences(more, rules)
    assert (went.jenis, went.sebelum, went.sesudah) == (Kind.DIHAPUS, "instruksi-1-2024/KESATU.z", None)


def test_a_newer_list_is_told_item_by_item_beside_the_one_before_it(tmp_path: Path) -> None:
    rules = loaded(TEXT, tmp_path)
    daftar = rules.daftar["rekening"]
    (first,) = daftar.nilai
    items = (first.nilai[0], replace(first.nilai[1], kode="5.2.99"))
    newer = replace(first, berlaku_sejak=date(2024, 6, 1), nilai=items)
    edited = replace(rules, daftar={**rules.daftar, "rekening": replace(daftar, nilai=(first, newer))})
    told = [(one.jenis, one.letak.split(" › ")[-1], one.sesudah or one.sebelum) for one in differences(rules, edited)]
    assert [(jenis, place) for jenis, place, _ in told[1:]] == [(Kind.DIHAPUS, "5.2.02"), (Kind.DITAMBAH, "5.2.99")]
    assert told[0][0] is Kind.DITAMBAH
    assert told[0][2] == "2 butir"
    back = [(one.jenis, one.letak.split(" › ")[-1]) for one in differences(edited, rules)]
    assert back[1:] == [(Kind.DITAMBAH, "5.2.02"), (Kind.DIHAPUS, "5.2.99")]


def test_changes_stand_under_the_instrument_they_rest_on(tmp_path: Path) -> None:
    rules = loaded(TEXT, tmp_path)
    name, parameter = next(iter(rules.parameter.items()))
    dated = replace(parameter.nilai[0], nilai=parameter.nilai[0].nilai + 1)
    tafsir_name, tafsir = next(iter(rules.tafsir.items()))
    other = replace(
        rules,
        parameter={**rules.parameter, name: replace(parameter, nilai=(dated, *parameter.nilai[1:]))},
        tafsir={**rules.tafsir, tafsir_name: replace(tafsir, alasan="lain", dasar=())},
    )
    found = by_instrument(differences(rules, other))
    source = dated.dasar[0].sumber
    assert next(iter(found)) == rules.sumber_hukum[source].sebutan
    assert {one.instrumen for one in found[rules.sumber_hukum[source].sebutan]} == {source}


def test_which_of_two_is_older_goes_by_their_days_then_by_what_is_added(tmp_path: Path) -> None:
    rules = loaded(TEXT, tmp_path)
    name, parameter = next(iter(rules.parameter.items()))
    later = replace(parameter.nilai[0], berlaku_sejak=date(2030, 1, 1))
    newer = replace(rules, parameter={**rules.parameter, name: replace(parameter, nilai=(*parameter.nilai, later))})
    fewer = replace(rules, tafsir=dict(list(rules.tafsir.items())[1:]))
    assert (is_older(rules, newer), is_older(newer, rules)) == (True, False)
    assert (is_older(fewer, rules), is_older(rules, fewer)) == (True, False)
    assert not is_older(rules, rules)


def leaves(node: Any, keys: Keys = ()) -> Iterator[tuple[Keys, str]]:
    if isinstance(node, str):
        yield keys, node
        return
    for key, item in node.items() if isinstance(node, dict) else enumerate(node):
        yield from leaves(item, (*keys, key))


def other(text: str) -> str:
    """Another text of the same kind."""
    if text in ("ya", "tidak"):
        return {"ya": "tidak", "tidak": "ya"}[text]
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return f"{int(text[:4]) + 1}{text[4:]}"
    return str(int(text) + 1) if text.isdigit() else f"{text}x"


def some_of_each(data: Any, most: int = 4) -> Iterator[tuple[Keys, str]]:
    """The first leaves of every kind, by section, depth and last key: a holiday is like the next."""
    met: Counter[tuple[object, ...]] = Counter()
    for keys, text in leaves(data):
        kind = (keys[0], len(keys), keys[-1] if isinstance(keys[-1], str) else "")
        met[kind] += 1
        if met[kind] <= most:
            yield keys, text


def test_no_change_of_a_single_value_goes_unseen() -> None:
    """Of each section alone: nothing is compared over their bounds."""
    source, _ = read_book(RULES)
    assert source is not None
    written = {name: source.data[name] for name in ("versi_skema", "memuat")}
    alone = {name: replace(source, data={**written, name: one}) for name, one in source.data.items()}
    before = {name: build(one) for name, one in alone.items()}
    unseen, tried = [], 0
    for keys, text in some_of_each(source.data):
        if keys[0] in written:
            continue  # how it is written down, not what it says
        set_value(source, keys, other(text))
        try:
            after = build(alone[str(keys[0])])
        except ValueError:
            continue  # a word of the closed vocabulary: no other text is a rulebook
        finally:
            set_value(source, keys, text)
        tried += 1
        if not differences(before[str(keys[0])], after):
            unseen.append((keys, text))
    assert unseen == []
    assert tried > 450
