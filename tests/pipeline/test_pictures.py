"""Pictures from data: the region's emblem by its date, a file that a template names, one for each row of a table.

And the place of the signature as a frame, which no draft has.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from p3dn_reports import drafter, pipeline
from p3dn_reports.pipeline import BuildResult
from tests.aturan import lay
from tests.documents_engine.drafts import body_xml, draft
from tests.documents_engine.images import jpeg, placeholder, png
from tests.documents_engine.test_pictures import shown
from tests.pipeline.folders import BASE, ROOT, folder_of, workspace

ENTRY = """\
dokumen:
  rekap_bukti:
    judul: Rekap bukti
    dasar: [insekda-48-2024/KESATU.a.5]
    untuk_setiap: daerah
    periode: triwulan
    templat: rekap.docx
    berkas: Rekap bukti.docx
    penanda_tangan: ketua_harian
    tempat_tanda_tangan: bingkai
"""
EMBLEM = '      - {berlaku_sejak: "2000-01-01", nilai: lambang-dki-jakarta.png}\n'
EMBLEMS = """\
      - {berlaku_sejak: "2000-01-01", nilai: lama.png}
      - {berlaku_sejak: "2024-06-01", nilai: templates/gambar/baru.png}
"""
ROWS = """\
kode_satker;tanggal;peristiwa;bukti
1.01.0.00.0.00.01.0000;02-12-2024;Tender diulang;satu.png
1.01.0.00.0.00.01.0000;03-12-2024;Tender gagal;foto/dua.jpg
"""
SIGNED = "{{ jangkar }}, {{ penanda_tangan.jabatan }}"


def template() -> bytes:
    """An emblem that is printed only where there is one, a plan by its file, a picture for each row."""

    def add(document: object) -> None:
        for alt in ("gambar:lambang", "gambar:denah.png", "gambar:b.bukti"):
            placeholder(alt)(document)
        emblem, _plan, each = document.paragraphs[-3:]  # type: ignore[attr-defined]
        body = document.paragraphs  # type: ignore[attr-defined]
        body[1]._p.append(emblem.runs[-1]._r)
        body[4]._p.append(each.runs[-1]._r)

    lines = ("{%p if lambang %}", "", "{%p endif %}", "{%p for b in tabel.kronologi %}", "", "{%p endfor %}", SIGNED)
    return draft(*lines, then=add)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with two emblems, a template with pictures, and rows that name some."""
    place = tmp_path_factory.mktemp("kerja")
    shutil.copytree(ROOT / "templates/docx", place / "docx")
    (place / "docx/rekap.docx").write_bytes(template())
    lay(place, ("\ntafsir:\n", f"\n{ENTRY}\ntafsir:\n"), (EMBLEM, EMBLEMS))
    shutil.copytree(BASE, place / "in")
    (place / "in/kronologi.csv").write_text(ROWS, "utf-8")
    (place / "gambar/foto").mkdir(parents=True)
    for name, size in {"lama.png": 1, "baru.png": 2, "denah.png": 3, "satu.png": 4}.items():
        (place / "gambar" / name).write_bytes(png(size, size))
    (place / "gambar/foto/dua.jpg").write_bytes(jpeg(5, 5))
    return place


def built(place: Path) -> BuildResult:
    space = workspace(place / "out", place / "rules.yaml", place / "docx")
    return pipeline.build(space, place / "in", only=frozenset({"rekap_bukti"}))


def printed(result: BuildResult) -> list[bytes]:
    return [image for image, _, _ in shown((folder_of(result) / "Rekap bukti.docx").read_bytes())]


def framed(result: BuildResult) -> int:
    """How often a frame stands for the signature."""
    xml = body_xml((folder_of(result) / "Rekap bukti.docx").read_bytes())
    return len(re.findall(r"<w:bdr [^>]*/>(?:(?!</w:r>).)*\[tempat tanda tangan elektronik\]</w:t></w:r>", xml))


def test_each_picture_is_the_one_its_date_its_name_and_its_row_say(place: Path) -> None:
    result = built(place)
    assert printed(result) == [png(2, 2), png(4, 4), jpeg(5, 5), png(3, 3)]
    (document,) = result.dokumen
    assert (document.status, document.kurang, framed(result)) == ("lengkap", (), 1)
    (place / "gambar/baru.png").write_bytes(png(9, 2))
    anew = built(place)
    assert anew.folder != result.folder, "the picture's bytes belong to what a build rests on"
    assert printed(anew)[0] == png(9, 2)
    (place / "gambar/baru.png").write_bytes(png(2, 2))
    assert built(place).folder == result.folder


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("satu.png", None, "Gambar satu.png tidak dapat dipasang pada naskah: tidak ada di folder templates/gambar."),
        ("denah.png", b"GIF89a" + b"\0" * 40, "bukan berkas PNG atau JPEG yang utuh"),
        ("baru.png", png(2, 2)[:20], "bukan berkas PNG atau JPEG yang utuh"),
    ],
)
def test_a_picture_that_cannot_be_shown_leaves_its_placeholder_in_a_draft(
    place: Path, name: str, content: bytes | None, why: str
) -> None:
    kept = (place / "gambar" / name).read_bytes()
    if content is None:
        (place / "gambar" / name).unlink()
    else:
        (place / "gambar" / name).write_bytes(content)
    try:
        result = built(place)
    finally:
        (place / "gambar" / name).write_bytes(kept)
    (document,) = result.dokumen
    assert (document.status, framed(result)) == ("konsep", 0)
    (found,) = [one for one in result.problems if one.kode == "gambar-tidak-terpasang"]
    assert why in found.pesan
    assert str(found.lokasi) == f"templates/gambar/{name}"
    assert len([image for image in printed(result) if image == png(2, 2)]) >= 1, "the drafter's own picture stays"


def test_no_picture_comes_from_outside_and_a_name_in_a_template_is_checked(place: Path) -> None:
    (place / "rahasia.png").write_bytes(png(7, 7))
    rows = (place / "in/kronologi.csv").read_text("utf-8")
    (place / "in/kronologi.csv").write_text(rows.replace("satu.png", "../rahasia.png"), "utf-8")
    result = built(place)
    (place / "in/kronologi.csv").write_text(rows, "utf-8")
    (found,) = [one for one in result.problems if one.kode == "gambar-tidak-terpasang"]
    assert "di luar folder templates/gambar" in found.pesan
    assert png(7, 7) not in printed(result)
    space = workspace(place / "out", place / "rules.yaml", place / "docx")
    (place / "docx/salah.docx").write_bytes(draft("{{ daerah.nama }}", then=placeholder("gambar:hilang.png")))
    (wrong,) = drafter.check(space, [place / "docx/salah.docx"]).values()
    assert "gambar-tidak-terpasang" in [one.problem.kode for one in wrong]
    (place / "docx/salah.docx").unlink()
