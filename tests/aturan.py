"""The repository's rulebook laid into a folder of a test's own: rules.yaml with the files it includes."""

from __future__ import annotations

from pathlib import Path

from p3dn_reports.rulebook.files import gather

ROOT = Path(__file__).resolve().parents[1]


def names(rules: Path) -> list[Path]:
    """Every file of the rulebook at `rules`."""
    return [one.path for one in gather(rules)[0]]


def lay(folder: Path, *changes: tuple[str, str], rules: Path = ROOT / "rules.yaml") -> Path:
    """A copy in `folder`, each change made once, in the first file that has the words; where its rules.yaml lies."""
    for one in gather(rules)[0]:
        target = folder / one.nama
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(one.content)
    for old, new in changes:
        change(folder / rules.name, old, new)
    return folder / rules.name


def change(rules: Path, old: str, new: str, times: int = 1) -> None:
    """Put `new` for `old`, in the first file of the rulebook at `rules` that has it."""
    path = holding(rules, old)
    content = path.read_bytes().decode("utf-8")
    path.write_bytes(content.replace(old, new, times).encode("utf-8"))


def holding(rules: Path, words: str) -> Path:
    """The first file of the rulebook at `rules` with these words."""
    found = [path for path in names(rules) if words in path.read_bytes().decode("utf-8")]
    assert found, words
    return found[0]


def whole(rules: Path = ROOT / "rules.yaml") -> str:
    """The texts of all files, one after the other."""
    return "".join(path.read_text(encoding="utf-8") for path in names(rules))
