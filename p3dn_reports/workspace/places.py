"""Where things lie: the folder with rules.yaml, schemas/, templates/, inputs/ and outputs/."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from p3dn_reports.errors import UsageError
from p3dn_reports.inputs.files.receipt import is_part, read_receipt
from p3dn_reports.inputs.intake.shelf import file_digest
from p3dn_reports.outputs.names import safe_path
from p3dn_reports.rulebook.files import gather
from p3dn_reports.verdicts import Verdicts

RULES = "rules.yaml"
VARIABLE = "P3DN_WORKSPACE"


@dataclass(frozen=True, slots=True)
class Workspace:
    """The places of one folder of work, absolute. `outputs` need not exist yet."""

    root: Path
    rules: Path
    schemas: Path
    templates: Path
    inputs: Path
    outputs: Path

    @property
    def cache(self) -> Path:
        """What is kept of files already read and checked; it may always be deleted."""
        return self.root / ".p3dn-cache"

    @property
    def pictures(self) -> Path:
        """The folder of the pictures that documents show, beside the templates."""
        return self.templates.parent / "gambar"

    @property
    def verdicts(self) -> Verdicts:
        """What was found sound here."""
        return Verdicts(self.cache / "baik")

    @property
    def word_templates(self) -> list[Path]:
        """The Word files that documents are made from, without Word's own lock files and previews beside them."""
        return sorted(filter(_is_template, self.templates.glob("*.docx")))

    def digests(self, masukan: Mapping[str, Path]) -> dict[str, str]:
        """SHA-256 of everything a build of the files `masukan` (by name) depends on, by names a person can find.

        `mesin` is the engine's version with the digest of its own source, so that a mended engine builds anew.
        """
        templates = _by_name(sorted(filter(_is_template, self.templates.rglob("*.docx"))))
        return {**_digests({"masukan": masukan, "templat": templates}), **self.ground()}

    def ground(self) -> dict[str, str]:
        """Of these what templates themselves rest on: rules, schemas, pictures and the engine."""
        groups = {
            "aturan": {one.nama: one.path for one in gather(self.rules)[0]},
            "skema": _by_name(sorted(self.schemas.glob("*.json"))),
            "gambar": _by_place(self.pictures),
        }
        return {**_digests(groups), "mesin": _engine()}

    @classmethod
    def at(cls, root: Path) -> Workspace:
        """The workspace whose rules.yaml lies in `root`."""
        root = root.resolve()
        return cls(
            root=root,
            rules=root / RULES,
            schemas=root / "schemas",
            templates=root / "templates" / "docx",
            inputs=root / "inputs",
            outputs=root / "outputs",
        )

    def name_of(self, masukan: Path) -> str:
        """What an inputs folder is called in outputs/ and wherever something is kept of it; fit for a file name.

        A trial copy thus shares nothing with the folder it was copied from. One outside inputs/ is told by `luar-`; a
        quarter of a lake is called as the folder that it was taken from.
        """
        if is_part(masukan):
            return safe_path(read_receipt(masukan).masukan.replace("/", "-"))
        place, inputs = masukan.resolve(), self.inputs.resolve()
        if not place.is_relative_to(inputs):
            return safe_path(f"luar-{place.name}")
        return safe_path("-".join(place.relative_to(inputs).parts) or inputs.name)

    def inputs_folder(self, named: str | None, cwd: Path) -> Path:
        """The inputs folder a person means: a path, a name below inputs/, or (None) the only one there.

        A path is seen from `cwd`, else from here, as every list of choices prints it. Raises UsageError naming the
        choices where nothing or too much fits.
        """
        if named is None:
            return self._only_inputs()
        for folder in (cwd / named, self.root / named, self.inputs / named):
            if folder.is_dir():
                return folder.resolve()
        raise UsageError(f'Folder masukan "{named}" tidak ada. {self._choices()}')

    def _only_inputs(self) -> Path:
        folders = self.inputs_folders()
        if len(folders) == 1:
            return folders[0]
        if not folders and self.inputs.is_dir() and any(path.is_file() for path in self.inputs.iterdir()):
            return self.inputs
        raise UsageError(f"Sebutkan folder masukan yang dipakai. {self._choices()}")

    def inputs_folders(self) -> list[Path]:
        """The folders below inputs/, each of one region and period, by name."""
        if not self.inputs.is_dir():
            return []
        return sorted(path for path in self.inputs.iterdir() if path.is_dir() and not path.name.startswith("."))

    def _choices(self) -> str:
        names = [f"inputs/{folder.name}" for folder in self.inputs_folders()]
        if not names:
            return f"Buat satu folder di {self.inputs} dan taruh buku kerja triwulan itu di dalamnya."
        return f"Yang ada di {self.root}: {', '.join(names)}."


def find(explicit: Path | None, environ: Mapping[str, str], cwd: Path) -> Workspace:
    """The workspace named by --workspace, else by P3DN_WORKSPACE, else the nearest folder upwards with rules.yaml.

    Raises UsageError where a named folder has no rules.yaml, or where none is found.
    """
    named = explicit or (Path(environ[VARIABLE]) if environ.get(VARIABLE) else None)
    if named is not None:
        if not (cwd / named / RULES).is_file():
            source = "--workspace" if explicit else VARIABLE
            raise UsageError(f"Folder kerja {named} ({source}) tidak memuat {RULES}.")
        return Workspace.at(cwd / named)
    for folder in (cwd, *cwd.parents):
        if (folder / RULES).is_file():
            return Workspace.at(folder)
    raise UsageError(
        f"Folder kerja tidak ditemukan: tidak ada {RULES} di {cwd} maupun di folder-folder di atasnya. "
        'Buat folder kerja baru dengan "p3dn init FOLDER", atau sebutkan yang sudah ada dengan --workspace.'
    )


def _digests(groups: Mapping[str, Mapping[str, Path]]) -> dict[str, str]:
    files = {f"{group}/{name}": path for group, named in groups.items() for name, path in named.items()}
    return {name: file_digest(path) for name, path in files.items()}


def _by_name(paths: Iterable[Path]) -> dict[str, Path]:
    return {path.name: path for path in paths}


def _by_place(folder: Path) -> dict[str, Path]:
    return {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}


def _is_template(path: Path) -> bool:
    """Neither the lock file of an open Word nor a preview that lies beside its template."""
    return not path.name.startswith("~$") and not path.name.endswith("-pratinjau.docx")


@cache
def _engine() -> str:
    """The program that is running, whatever becomes of its files meanwhile."""
    package = Path(__file__).resolve().parents[1]
    source = hashlib.sha256()
    for path in sorted(package.rglob("*.py")):
        source.update(f"{path.relative_to(package).as_posix()} {file_digest(path)}\n".encode())
    return f"{version('p3dn-reports')}+{source.hexdigest()[:12]}"
