"""Strict YAML: text stays text, places are right, bombs are refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from p3dn_reports.rulebook import loader
from p3dn_reports.rulebook.loader import parse, read
from p3dn_reports.rulebook.source import Mark, Source, dotted, shortened, suggestion
from tests.rulebook.kasus import load_text


def data_of(text: str) -> object:
    source, problems = parse(text, "rules.yaml")
    assert problems == ()
    assert source is not None
    return source.data


def code_of(text: str) -> str:
    source, problems = parse(text, "rules.yaml")
    assert source is None
    return problems[0].kode


@pytest.mark.parametrize(
    "written",
    ["5.10", "0012", "010", "on", "no", "ya", "~", "null", "1e3", "12:30", "2024-11-26", "0x1F", "1_000", ".5"],
)
def test_scalar_stays_as_written(written: str) -> None:
    assert data_of(f"kunci: {written}") == {"kunci": written}
    assert data_of(f"{written}: nilai") == {written: "nilai"}


def test_containers_stay_what_they_are_when_empty() -> None:
    assert data_of("a: {}\nb: []\nc:\nd: ''") == {"a": {}, "b": [], "c": "", "d": ""}


def test_block_texts_and_byte_order_mark() -> None:
    assert data_of("a: >-\n  satu\n  dua\nb: |\n  tiga\n") == {"a": "satu dua", "b": "tiga\n"}


def test_byte_order_mark_is_no_part_of_the_first_key(tmp_path: Path) -> None:
    path = tmp_path / "rules.yaml"
    path.write_bytes(b"\xef\xbb\xbfkunci: nilai\n")
    source, _ = read(path)
    assert source is not None
    assert source.data == {"kunci": "nilai"}


def test_windows_line_ends_count_as_one_line() -> None:
    source, _ = parse("a: 1\r\nb:\r\n  c: 2\r\n", "rules.yaml")
    assert source is not None
    assert source.mark(("b", "c")) == Mark(3, 6)


def test_marks_of_values_keys_and_what_is_not_there() -> None:
    source, _ = parse("a:\n  - b: satu\n    c: [dua, tiga]\n", "rules.yaml")
    assert source is not None
    assert source.mark(("a", 0, "b")) == Mark(2, 8)
    assert source.mark(("a", 0, "b"), key=True) == Mark(2, 5)
    assert source.mark(("a", 0, "c", 1)) == Mark(3, 14)
    assert source.mark(("a", 0, "c", 7, "x")) == source.mark(("a", 0, "c"))
    assert source.mark(("tidak", "ada")) == Mark(1, 1)


def test_alias_repeats_a_finished_node_at_its_own_place() -> None:
    source, _ = parse("a: &x {b: satu}\nc: *x\n", "rules.yaml")
    assert source is not None
    assert source.data == {"a": {"b": "satu"}, "c": {"b": "satu"}}
    assert source.mark(("c", "b")) == Mark(1, 11)
    assert source.mark(("c",), key=True) == Mark(2, 1)


def test_merge_key_is_refused_by_name() -> None:
    assert code_of("a: &x {b: satu}\nc:\n  <<: *x\n") == "aturan-gabung-dilarang"


def test_anchor_given_twice_is_refused() -> None:
    assert code_of("a: &x satu\nb: &x dua\nc: *x\n") == "aturan-jangkar-ganda"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a:\n  b: satu\n \u00a0c: dua\n", (3, 2)),
        ("a:\n\u00a0 b: satu\n  c: dua\n", (2, 1)),
        ("a:\n  b: satu\n  \u3000c: dua\n", (3, 3)),
        ("a:\n  b\u200b: satu\n", (2, 3)),
    ],
)
def test_blank_that_is_no_space_is_named_on_its_own_line(text: str, place: tuple[int, int]) -> None:
    source, problems = parse(text, "rules.yaml")
    assert source is None
    assert [(one.kode, (one.lokasi.baris, one.lokasi.huruf)) for one in problems] == [("aturan-spasi-khusus", place)]


def test_such_a_blank_inside_a_text_is_text() -> None:
    assert data_of("a: satu\u00a0dua\n") == {"a": "satu\u00a0dua"}


def test_alias_inside_its_own_anchor_is_unknown() -> None:
    assert code_of("a: &x [*x]") == "aturan-jangkar-tidak-ada"


def test_alias_as_key_is_refused() -> None:
    assert code_of("a: &x satu\n*x : dua\n") == "aturan-kunci-bukan-teks"


def test_billion_laughs_are_refused() -> None:
    lines = ["a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    assert code_of("\n".join(lines)) == "aturan-isi-meluas"


def test_depth_through_aliases_is_bounded() -> None:
    lines = ["a0: &a0 [satu]", *(f"a{n}: &a{n} [*a{n - 1}]" for n in range(1, 60))]
    assert code_of("\n".join(lines)) == "aturan-terlalu-dalam"


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_deep_nesting_is_refused_without_recursing_into_it(opening: str) -> None:
    assert code_of(opening * 20_000) in {"aturan-terlalu-dalam", "aturan-yaml-rusak"}


def test_all_duplicates_and_tags_are_found_at_once() -> None:
    _, problems = parse("a: 1\na: 2\nb: !!int 3\nc: {d: 1, d: 2}\n", "rules.yaml")
    assert [(problem.kode, problem.lokasi.baris) for problem in problems] == [
        ("aturan-kunci-ganda", 2),
        ("aturan-tag-dilarang", 3),
        ("aturan-kunci-ganda", 4),
    ]


@pytest.mark.parametrize("text", ["", "# hanya catatan\n", "\n\n"])
def test_empty_file(text: str) -> None:
    assert code_of(text) == "aturan-kosong"


def test_file_that_is_not_there(tmp_path: Path) -> None:
    source, problems = read(tmp_path / "rules.yaml")
    assert source is None
    assert problems[0].kode == "aturan-tidak-terbaca"
    assert problems[0].lokasi.berkas == "rules.yaml"


def test_folder_in_place_of_the_file(tmp_path: Path) -> None:
    assert read(tmp_path)[1][0].kode == "aturan-tidak-terbaca"


def test_other_encodings_are_named_with_their_line(tmp_path: Path) -> None:
    _, problems = load_text("a: satu\nb: caf\xe9\n".encode("latin-1"), tmp_path)
    assert (problems[0].kode, problems[0].lokasi.baris) == ("aturan-bukan-utf8", 2)
    _, problems = load_text("a: satu\n".encode("utf-16"), tmp_path)
    assert problems[0].kode == "aturan-bukan-utf8"


def test_size_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loader, "MAX_BYTES", 100)
    _, problems = load_text("a: " + "x" * 98, tmp_path)
    assert problems[0].kode == "aturan-terlalu-besar"
    _, problems = load_text("a: " + "x" * 97, tmp_path)
    assert problems[0].kode != "aturan-terlalu-besar"


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("a: satu\nb: \x01dua\n", 2, "huruf kendali"),
        ("a: satu\nb: \x00\n", 2, "huruf kendali"),
        ("a: satu\n\tb: dua\n", 2, "tab"),
        ("a: 'satu\nb: dua\n", 1, "tanda kutip"),
        ('a: "\\q"\n', 1, "garis miring terbalik"),
        ("a: [satu\nb: dua\n", 2, "kurung"),
        ("a: satu: dua\n", 1, "titik dua"),
        ("a: satu\n  b: dua\n", 2, "titik dua"),
        ("a: `satu`\n", 1, "tanda `"),
        ("a: %satu\n", 1, "tanda %"),
        ("a: & satu\n", 1, "jangkar"),
        ("a:\n  - satu\n b: dua\n", 3, "indentasi"),
        ("a: satu\nbaris ini\n", 3, "titik dua"),
        ("- satu\nb: dua\n", 2, "indentasi"),
        ("%YAML 9.9\n---\na: satu\n", 1, ""),
    ],
)
def test_broken_yaml_is_said_in_indonesian_at_its_line(text: str, line: int, word: str) -> None:
    source, problems = parse(text, "rules.yaml")
    assert source is None
    assert [problem.kode for problem in problems] == ["aturan-yaml-rusak"]
    assert problems[0].lokasi.baris == line
    assert word in problems[0].pesan
    assert "found" not in problems[0].pesan


def test_pure_python_parser_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    import yaml

    text = "a: &x [satu, 'dua']\nb: *x\nc: >-\n  tiga\n"
    expected = data_of(text)
    monkeypatch.setattr(loader, "LOADER", yaml.SafeLoader)
    assert data_of(text) == expected
    for broken in ("a: [satu\nb: dua\n", "a: 'satu\n", "\ta: satu\n", "a: satu: dua\n", "a: \x01\n"):
        assert code_of(broken) == "aturan-yaml-rusak"


def test_dotted_path_counts_items_as_people_do() -> None:
    assert dotted(("parameter", "batas", "nilai", 0, "dasar", 1)) == "parameter.batas.nilai[1].dasar[2]"
    assert dotted(()) == ""


def test_long_values_are_shortened_to_one_line() -> None:
    assert shortened("satu\n dua") == "satu dua"
    assert len(shortened("x" * 500)) == 80


@pytest.mark.parametrize(
    ("word", "known", "sentence"),
    [
        ("judl", ["judul", "tabel"], "Mungkin maksud Anda judul."),
        ("SEGERA", ["Segera"], "Mungkin maksud Anda Segera."),
        ("xyz", ["judul", "tabel"], "Yang dikenal: judul, tabel."),
        ("xyz", [], "Belum ada satu pun yang didaftarkan."),
        ("xyz", [f"nama{n}" for n in range(30)], "Periksa ejaannya."),
    ],
)
def test_suggestion(word: str, known: list[str], sentence: str) -> None:
    assert suggestion(word, known) == sentence


def test_source_problem_says_file_line_and_column() -> None:
    source = Source("rules.yaml", "", {"a": "b"}, {("a",): Mark(4, 9)}, {})
    found = source.problem("aturan-tidak-dipakai", ("a",), nilai="b", jenis="daftar")
    assert found.pesan.startswith("rules.yaml baris 4 kolom 9: ")
    assert (found.lokasi.baris, found.lokasi.kolom) == (4, "a")
