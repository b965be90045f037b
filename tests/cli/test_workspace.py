from __future__ import annotations

from pathlib import Path

import pytest

from p3dn_reports import workspace
from p3dn_reports.errors import UsageError
from p3dn_reports.workspace import Workspace, find, init


def make(root: Path) -> Path:
    root.mkdir(parents=True)
    (root / "rules.yaml").write_text("")
    return root


def test_the_nearest_folder_upwards(tmp_path: Path) -> None:
    root = make(tmp_path / "kerja")
    deep = root / "inputs/tw4"
    deep.mkdir(parents=True)
    assert find(None, {}, deep) == Workspace.at(root)


def test_a_named_folder_comes_first_then_the_variable(tmp_path: Path) -> None:
    first, second, third = (make(tmp_path / name) for name in "abc")
    environ = {"P3DN_WORKSPACE": str(second)}
    assert find(first, environ, third).root == first
    assert find(None, environ, third).root == second
    assert find(None, {"P3DN_WORKSPACE": ""}, third).root == third


def test_a_named_folder_may_be_relative(tmp_path: Path) -> None:
    root = make(tmp_path / "kerja")
    assert find(Path("kerja"), {}, tmp_path).root == root


@pytest.mark.parametrize(
    ("explicit", "environ", "words"),
    [
        (Path("kosong"), {}, "--workspace"),
        (None, {"P3DN_WORKSPACE": "kosong"}, "P3DN_WORKSPACE"),
        (None, {}, "p3dn init FOLDER"),
    ],
)
def test_where_there_is_none_the_message_says_what_to_do(
    tmp_path: Path, explicit: Path | None, environ: dict[str, str], words: str
) -> None:
    (tmp_path / "kosong").mkdir()
    with pytest.raises(UsageError, match=words):
        find(explicit, environ, tmp_path)


def test_the_inputs_folder_by_path_by_name_or_because_it_is_the_only_one(tmp_path: Path) -> None:
    place = Workspace.at(make(tmp_path / "kerja"))
    only = place.inputs / "tw4"
    only.mkdir(parents=True)
    (place.inputs / ".cache").mkdir()
    assert place.inputs_folder(None, tmp_path) == only
    assert place.inputs_folder("tw4", tmp_path) == only
    assert place.inputs_folder("kerja/inputs/tw4", tmp_path) == only
    assert place.inputs_folder("inputs/tw4", tmp_path) == only
    assert place.inputs_folder(str(only), tmp_path) == only


def test_workbooks_right_in_inputs_are_one_folder(tmp_path: Path) -> None:
    place = Workspace.at(make(tmp_path / "kerja"))
    place.inputs.mkdir()
    with pytest.raises(UsageError, match="Buat satu folder"):
        place.inputs_folder(None, tmp_path)
    (place.inputs / "bayar.xlsx").write_bytes(b"")
    assert place.inputs_folder(None, tmp_path) == place.inputs


def test_too_many_or_unknown_inputs_list_the_choices(tmp_path: Path) -> None:
    place = Workspace.at(make(tmp_path / "kerja"))
    for name in ("tw3", "tw4"):
        (place.inputs / name).mkdir(parents=True)
    for named in (None, "tw5"):
        with pytest.raises(UsageError, match="inputs/tw3, inputs/tw4"):
            place.inputs_folder(named, tmp_path)


@pytest.fixture
def bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small set of packaged files."""
    package = tmp_path / "p3dn_reports"
    source = make(package / "_workspace")
    for name in (
        "schemas/rup.schema.json",
        "templates/docx/surat.docx",
        "inputs/contoh/bayar.csv",
        "inputs/~$x.xlsx",
        "docs/galat.md",
    ):
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_text(name)
    (source / "catatan.txt").write_text("bukan bagian folder kerja")
    monkeypatch.setattr(workspace, "_PACKAGE", package)
    return source


def test_init_copies_what_comes_with_the_program(tmp_path: Path, bundle: Path) -> None:
    target = tmp_path / "baru/kerja"
    assert init(target) == Workspace.at(target)
    copied = sorted(path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_file())
    assert copied == [
        "docs/galat.md",
        "inputs/contoh/bayar.csv",
        "rules.yaml",
        "schemas/rup.schema.json",
        "templates/docx/surat.docx",
    ]
    assert (target / "outputs").is_dir()
    assert find(None, {}, target / "inputs").root == target


def test_init_overwrites_nothing_and_copies_nothing_where_something_is_in_the_way(tmp_path: Path, bundle: Path) -> None:
    target = tmp_path / "kerja"
    (target / "schemas").mkdir(parents=True)
    (target / "schemas/rup.schema.json").write_text("milik orang")
    with pytest.raises(UsageError, match=r"schemas/rup\.schema\.json"):
        init(target)
    assert [path.name for path in target.rglob("*") if path.is_file()] == ["rup.schema.json"]
    assert (target / "schemas/rup.schema.json").read_text() == "milik orang"


def test_without_packaged_files_the_repository_serves(bundle: Path) -> None:
    (bundle / "rules.yaml").unlink()
    with pytest.raises(UsageError, match="pasang ulang"):
        workspace.packaged()
    (bundle.parent.parent / "rules.yaml").write_text("")
    assert workspace.packaged() == bundle.parent.parent
