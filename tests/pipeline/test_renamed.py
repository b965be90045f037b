"""The engine knows no name of the rulebook: renamed there and in the templates, everything comes out the same."""

from __future__ import annotations

import re
import shutil
import zipfile
from pathlib import Path

from p3dn_reports import pipeline
from p3dn_reports.documents.word.outline import outline
from p3dn_reports.documents.word.template import Template
from tests.aturan import lay, names
from tests.pipeline.folders import BASE, ROOT, workspace

NAMES = (
    *("capaian_perkin", "porsi_perkin", "porsi_impor"),  # indikator
    *("pembayaran_pengadaan", "pembayaran_tidak_tercatat"),  # ukuran
    *("status_perkin", "di_bawah", "dalam_batas"),  # pita
    *("kode_rekening_p3dn", "pembayaran_per_rekening", "pembayaran_per_cara"),  # daftar, rincian
    *("ambang_bawah_perkin", "batas_waktu_data", "penjelasan_unit"),  # parameter, jadwal
    *("laporan_capaian", "surat_penjelasan", "nota_biro", "berita_acara_verifikasi"),  # dokumen
)
_NAME = re.compile(rf"\b({'|'.join(NAMES)})\b")
_DIGEST = re.compile(r"\b[0-9a-f]{12,64}\b")


def renamed(text: str) -> str:
    return _NAME.sub(r"\1_lain", text)


def renamed_template(source: Path, target: Path) -> None:
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, renamed(content.decode()).encode() if name.endswith(".xml") else content)


def printed(folder: Path, rules: Path, templates: Path) -> dict[str, str]:
    """Every document as text, but for digests, and hasil.json, whose names are those of the rulebook."""
    result = pipeline.build(workspace(folder / "out", rules, templates), folder / "in")
    assert result.folder is not None
    texts = {str(path.relative_to(result.folder)): outline(path.read_bytes()) for path in result.folder.rglob("*.docx")}
    texts["hasil.json"] = renamed((result.folder / "hasil.json").read_text("utf-8"))
    return {name: _DIGEST.sub("sidik", text) for name, text in texts.items()}


def test_names_may_change_in_the_rulebook_and_its_templates_together(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path / "lama/in")
    shutil.copytree(BASE, tmp_path / "baru/in")
    papers = tmp_path / "baru/in/naskah.csv"
    papers.write_text(renamed(papers.read_text("utf-8")), "utf-8")
    rules, templates = lay(tmp_path), tmp_path / "templates/docx"
    for path in names(rules):
        path.write_text(renamed(path.read_text("utf-8")), "utf-8")
    shutil.copytree(ROOT / "templates/gambar", tmp_path / "templates/gambar")
    templates.mkdir()
    for path in (ROOT / "templates/docx").glob("*.docx"):
        renamed_template(path, templates / path.name)
        assert not [name for name in Template.compile(templates / path.name).fields() if _NAME.search(name)]
    before = printed(tmp_path / "lama", ROOT / "rules.yaml", ROOT / "templates/docx")
    after = printed(tmp_path / "baru", rules, templates)
    assert len(after) >= 8
    for name, text in before.items():
        assert after[name] == text, name
