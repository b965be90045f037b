from __future__ import annotations

from pathlib import Path

import pytest

from p3dn_reports import workspace
from p3dn_reports.errors import UsageError
from p3dn_reports.workspace import Upgrade, Workspace, find, init, shipped, upgrade


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
    monkeypatch.setattr(shipped, "_PACKAGE", package)
    return source


def test_init_copies_what_comes_with_the_program(tmp_path: Path, bundle: Path) -> None:
    target = tmp_path / "baru/kerja"
    assert init(target) == Workspace.at(target)
    copied = sorted(path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_file())
    assert copied == [
        ".p3dn-bawaan.json",
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


RENEWED = Upgrade(
    baru=["templates/docx/nota.docx"],
    diperbarui=["schemas/rup.schema.json"],
    disunting=["templates/docx/surat.docx"],
    dihapus=["docs/galat.md"],
    usang=["inputs/contoh/bayar.csv"],
)


@pytest.fixture
def older(tmp_path: Path, bundle: Path) -> Path:
    """A workspace of one version, worked in since, beside the files of the next version."""
    target = tmp_path / "kerja"
    init(target)
    (target / "templates/docx/surat.docx").write_text("suntingan perancang")
    (target / "docs/galat.md").unlink()
    (target / "inputs/tw4").mkdir()
    (target / "inputs/tw4/bayar.csv").write_text("data instansi")
    for name in ("schemas/rup.schema.json", "templates/docx/surat.docx", "templates/docx/nota.docx", "docs/galat.md"):
        (bundle / name).write_text(f"{name} versi berikutnya")
    (bundle / "inputs/contoh/bayar.csv").unlink()
    return target


def everything(target: Path) -> dict[str, str]:
    files = (path for path in target.rglob("*") if path.is_file() and path.name != shipped.RECORD)
    return {path.relative_to(target).as_posix(): path.read_text() for path in sorted(files)}


def test_an_upgrade_replaces_what_nobody_touched_and_lays_the_rest_beside(older: Path) -> None:
    before = everything(older)
    assert upgrade(older) == RENEWED
    assert everything(older) == {
        **before,
        "schemas/rup.schema.json": "schemas/rup.schema.json versi berikutnya",
        "templates/docx/nota.docx": "templates/docx/nota.docx versi berikutnya",
        "pembaruan/templates/docx/surat.docx": "templates/docx/surat.docx versi berikutnya",
    }


def test_a_second_upgrade_finds_only_what_a_person_holds_back(older: Path) -> None:
    upgrade(older)
    after = everything(older)
    assert upgrade(older) == Upgrade(disunting=RENEWED.disunting, dihapus=RENEWED.dihapus)
    assert everything(older) == after


def test_once_the_edit_is_settled_nothing_lies_beside(older: Path) -> None:
    upgrade(older)
    (older / "pembaruan/templates/docx/surat.docx").replace(older / "templates/docx/surat.docx")
    assert upgrade(older).disunting == []
    assert not (older / "pembaruan").exists()


def in_several_files(bundle: Path) -> None:
    (bundle / "rules.yaml").write_text("memuat: [aturan/a.yaml]\n")
    (bundle / "aturan").mkdir()
    (bundle / "aturan/a.yaml").write_text("tafsir: {}\n")


def test_a_rulebook_nobody_touched_becomes_the_set_of_files(older: Path, bundle: Path) -> None:
    in_several_files(bundle)
    done = upgrade(older)
    assert ("rules.yaml" in done.diperbarui, "aturan/a.yaml" in done.baru) == (True, True)
    assert (older / "aturan/a.yaml").read_text() == "tafsir: {}\n"


def test_a_rulebook_somebody_changed_stays_whole_and_the_new_one_lies_whole_beside(older: Path, bundle: Path) -> None:
    (older / "rules.yaml").write_text("# milik orang\n")
    in_several_files(bundle)
    for _ in range(2):
        assert {"rules.yaml", "aturan/a.yaml"} <= set(upgrade(older).disunting)
        assert (older / "rules.yaml").read_text() == "# milik orang\n"
        assert not (older / "aturan").exists()
        assert (older / "pembaruan/aturan/a.yaml").is_file()


def test_a_changed_file_of_the_set_holds_the_others_back(older: Path, bundle: Path) -> None:
    in_several_files(bundle)
    upgrade(older)
    (older / "aturan/a.yaml").write_text("# milik orang\n")
    (bundle / "rules.yaml").write_text("memuat: [aturan/b.yaml]\n")
    (bundle / "aturan/b.yaml").write_text("tafsir: {}\n")
    done = upgrade(older)
    assert {"rules.yaml", "aturan/b.yaml"} <= set(done.disunting)
    assert (older / "rules.yaml").read_text() == "memuat: [aturan/a.yaml]\n"


def test_a_dry_run_says_the_same_and_writes_nothing(older: Path) -> None:
    before = everything(older)
    assert upgrade(older, dry_run=True) == RENEWED
    assert everything(older) == before


@pytest.mark.parametrize("record", [None, "{", "[]", '{"berkas": 3}'])
def test_without_a_sound_record_every_differing_file_is_taken_for_edited(older: Path, record: str | None) -> None:
    (older / shipped.RECORD).unlink()
    if record is not None:
        (older / shipped.RECORD).write_text(record)
    found = upgrade(older)
    assert found.disunting == ["schemas/rup.schema.json", "templates/docx/surat.docx"]
    assert (older / "schemas/rup.schema.json").read_text() == "schemas/rup.schema.json"
    assert found.baru == ["templates/docx/nota.docx", "docs/galat.md"]


def test_cut_off_in_the_middle_it_goes_on_the_next_time(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def cut(target: Path, shipped: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(shipped, "_write_record", cut)
    with pytest.raises(KeyboardInterrupt):
        upgrade(older)
    monkeypatch.undo()
    monkeypatch.setattr(shipped, "_PACKAGE", older.parent / "p3dn_reports")
    assert upgrade(older).disunting == RENEWED.disunting
    assert upgrade(older) == Upgrade(disunting=RENEWED.disunting, dihapus=RENEWED.dihapus)


def test_what_is_no_workspace_is_not_upgraded(tmp_path: Path, bundle: Path) -> None:
    with pytest.raises(UsageError, match="bukan folder kerja"):
        upgrade(tmp_path / "kosong")
