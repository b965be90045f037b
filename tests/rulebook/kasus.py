"""Cases as folders: a small right rulebook, one change to it, and the problems that must be found."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from p3dn_reports import rulebook
from p3dn_reports.problems import Problem
from p3dn_reports.rules import Rulebook
from p3dn_reports.tables import Column, Kind, TableSchema

SINI = Path(__file__).parent
ASAL = SINI.parents[1]
RULES = ASAL / "rules.yaml"
RULES_SCHEMA = ASAL / "schemas" / "rules.schema.json"
LENGKAP = SINI / "kasus_benar" / "lengkap.yaml"


def table(name: str, *columns: Column, unit_column: str | None = "kode_satker") -> TableSchema:
    return TableSchema(name, name, "", columns, unit_column=unit_column)


def column(name: str, kind: Kind, choices: tuple[str, ...] = ()) -> Column:
    return Column(name, kind, name, name, choices=choices)


UNIT = column("kode_satker", Kind.KODE)
TABLES = {
    schema.name: schema
    for schema in (
        table(
            "bayar",
            UNIT,
            column("kode_rekening", Kind.KODE_REKENING),
            column("tanggal", Kind.TANGGAL),
            column("nilai", Kind.RUPIAH),
            column("setoran", Kind.RUPIAH),
            column("cara", Kind.TEKS, choices=("penyedia", "swakelola")),
        ),
        table(
            "paket",
            UNIT,
            replace(
                column("sumber", Kind.TEKS),
                known_values=("Tender", "Toko Daring", "e-Order"),
                spellings=(("Toko Daring", "Belanja Daring"),),
            ),
            replace(column("status", Kind.TEKS), known_values=("SELESAI", "BATAL", "GAGAL")),
            column("total_nilai", Kind.RUPIAH),
            column("nilai_pdn", Kind.RUPIAH),
        ),
        table("perkin", UNIT, column("target", Kind.ANGKA), column("satuan", Kind.TEKS)),
        table("alasan", UNIT, column("alasan", Kind.TEKS)),
        table("nilai", column("peserta", Kind.KODE), column("nilai", Kind.ANGKA), unit_column=None),
    )
}


def load_text(content: str | bytes, folder: Path) -> tuple[Rulebook | None, tuple[Problem, ...]]:
    """Load a rulebook from its text, with templates laporan.docx and surat.docx present."""
    path = folder / "rules.yaml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    templates = folder / "templates" / "docx"
    templates.mkdir(parents=True, exist_ok=True)
    for name in ("laporan.docx", "surat.docx"):
        (templates / name).touch()
    return rulebook.load(path, TABLES, RULES_SCHEMA, templates.parent)


@dataclass(frozen=True)
class Case:
    """One folder of kasus_salah/: `ubah.yaml` says which words become which; `masalah.txt` what is then found.

    What lies in its folder `berkas` is laid beside the rulebook.
    """

    folder: Path

    @property
    def text(self) -> str:
        text = LENGKAP.read_text(encoding="utf-8")
        changes = yaml.load((self.folder / "ubah.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - text
        for change in changes:
            assert text.count(change["ganti"]) == 1, f"{self.folder.name}: {change['ganti']!r} must stand once"
            text = text.replace(change["ganti"], change["menjadi"])
        return text

    def load(self, folder: Path) -> tuple[Rulebook | None, tuple[Problem, ...]]:
        """What comes of the changed rulebook in `folder`."""
        if (self.folder / "berkas").is_dir():
            shutil.copytree(self.folder / "berkas", folder, dirs_exist_ok=True)
        return load_text(self.text, folder)

    @property
    def expected(self) -> list[str]:
        return (self.folder / "masalah.txt").read_text(encoding="utf-8").splitlines()


def wrong_cases() -> list[Case]:
    return [Case(folder) for folder in sorted((SINI / "kasus_salah").iterdir())]


def in_lines(problems: tuple[Problem, ...]) -> list[str]:
    """`kode baris:kolom pesan → saran`, as masalah.txt has it; before the line stands a file that is not the first."""
    return [_line(problem) for problem in problems]


def _line(problem: Problem) -> str:
    place = re.match(r"(\S+) baris (\d+) kolom (\d+): (.*)", problem.pesan, re.DOTALL)
    assert place, f"{problem.pesan!r} does not say where"
    assert (problem.lokasi.berkas, problem.lokasi.baris) == (place[1], int(place[2]))
    where = f"{place[2]}:{place[3]}" if place[1] == "rules.yaml" else f"{place[1]} {place[2]}:{place[3]}"
    return f"{problem.kode} {where} {place[4]} → {problem.saran}"
