"""Placeholder pictures: found by their alt text, filled with bytes, fitted into their frame, refused with a place."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from docx import Document

from p3dn_reports.documents.word.marks import Wanting
from p3dn_reports.documents.word.pictures import Image, image_of
from p3dn_reports.documents.word.shapes import Shape
from p3dn_reports.documents.word.structure import check_document
from p3dn_reports.documents.word.template import Template, check_template
from p3dn_reports.errors import ProblemsError
from tests.documents_engine.drafts import body_xml, draft, parts_of
from tests.documents_engine.images import jpeg, placeholder, png

MM = 36_000


def shown(content: bytes, part: str = "word/document.xml") -> list[tuple[bytes, int, int]]:
    """The bytes of each picture of a part, with its width and height in millimetres."""
    document: Any = Document(io.BytesIO(content))
    package = next(found for found in document.part.package.iter_parts() if str(found.partname) == f"/{part}")
    xml = parts_of(content)[part].decode()
    frames = re.findall(r'<wp:extent cx="(\d+)" cy="(\d+)"', xml)
    inner = re.findall(r'<a:ext cx="(\d+)" cy="(\d+)"', xml)
    assert frames == inner
    ids = re.findall(r'r:embed="([^"]+)"', xml)
    return [
        (package.rels[rel_id].target_part.blob, round(int(width) / MM), round(int(height) / MM))
        for rel_id, (width, height) in zip(ids, frames, strict=True)
    ]


@pytest.mark.parametrize(
    ("image", "size"),
    [
        (png(10, 10), (20, 20)),  # narrower than its frame of 40 x 20 mm
        (png(40, 10), (40, 10)),  # wider
        (png(20, 10), (40, 20)),  # of its proportions
        (jpeg(30, 30), (20, 20)),
    ],
)
@pytest.mark.parametrize("where", ["body", "header"])
def test_an_image_lies_within_the_frame_of_its_placeholder(image: bytes, size: tuple[int, int], where: str) -> None:
    template = Template.compile(draft("isi {{ nama }}", then=placeholder("gambar:kop.lambang", where=where)))
    content = template.render({"nama": "A", "kop": {"lambang": image}})
    part = "word/document.xml" if where == "body" else "word/header1.xml"
    assert shown(content, part) == [(image, *size)]
    assert check_document(content, "a.docx") == []


def test_one_image_is_put_into_the_package_once_and_the_same_bytes_come_out() -> None:
    def add(document: Any) -> None:
        for alt in ("gambar:satu", " Gambar : dua ", "gambar:tiga", "Lambang daerah"):
            placeholder(alt)(document)

    template = Template.compile(draft(then=add))
    context = {"satu": png(4, 4), "dua": png(4, 4), "tiga": jpeg(9, 9)}
    content = template.render(context)
    assert [image for image, _, _ in shown(content)] == [png(4, 4), png(4, 4), jpeg(9, 9), png(2, 2)]
    assert len([name for name in parts_of(content) if "media/gambar_" in name]) == 2
    assert re.findall(r'descr="([^"]*)"', body_xml(content)) == ["satu", "dua", "tiga", "Lambang daerah"]
    assert content == template.render(context)
    assert check_document(content, "a.docx") == []


def test_a_placeholder_in_a_loop_is_shown_each_time() -> None:
    lines = ("{%p for b in baris %}", "{{ b }}", "{%p endfor %}")

    def add(document: Any) -> None:
        placeholder("gambar:cap")(document)
        document.paragraphs[1]._p.append(document.paragraphs[3].runs[1]._r)

    content = Template.compile(draft(*lines, then=add)).render({"baris": ["a", "b", "c"], "cap": png(4, 4)})
    assert [image for image, _, _ in shown(content)] == [png(4, 4)] * 3
    assert check_document(content, "a.docx") == []


def test_the_crop_and_the_svg_of_the_placeholder_are_gone() -> None:
    def add(document: Any) -> None:
        placeholder("gambar:cap")(document)
        fill = document.element.body.find(".//{*}blipFill")
        blip, drawing = fill[0], "http://schemas.openxmlformats.org/drawingml/2006/main"
        fill.insert(1, fill.makeelement(f"{{{drawing}}}srcRect", {"l": "10000"}))
        blip.append(blip.makeelement(f"{{{drawing}}}extLst"))

    xml = body_xml(Template.compile(draft(then=add)).render({"cap": png(4, 4)}))
    assert "srcRect" not in xml
    assert "extLst" not in xml


@pytest.mark.parametrize(
    ("context", "kode", "piece"),
    [
        ({"kop": {"lambanng": png(1, 1)}}, "templat-isian-tidak-dikenal", "mungkin maksud Anda kop.lambanng"),
        ({}, "templat-isian-tidak-dikenal", "Field kop "),
        ({"kop": {"lambang": None}}, "templat-gambar-salah", "kop.lambang"),
        ({"kop": {"lambang": "logo.png"}}, "templat-gambar-salah", "PNG atau JPEG"),
        ({"kop": {"lambang": b"GIF89a" + b"\0" * 40}}, "templat-gambar-salah", "PNG atau JPEG"),
        ({"kop": {"lambang": png(0, 4)}}, "templat-gambar-salah", "PNG atau JPEG"),
    ],
)
def test_a_wrong_image_is_refused_at_its_place(context: dict[str, Any], kode: str, piece: str) -> None:
    template = Template.compile(draft("awal", then=placeholder("gambar:kop.lambang")), "surat.docx")
    with pytest.raises(ProblemsError) as caught:
        template.render(context)
    (found,) = caught.value.problems
    assert (found.kode, str(found.lokasi)) == (kode, "surat.docx, isi, paragraf 2")
    assert piece in found.pesan + found.saran


def test_a_wanting_image_leaves_its_placeholder_and_is_named() -> None:
    template = Template.compile(draft(then=placeholder("gambar:kop.lambang")))
    rendered = template.render_document({"kop": {"lambang": Wanting("kop.lambang")}})
    assert rendered.wanting == ("kop.lambang",)
    assert [image for image, _, _ in shown(rendered.content)] == [png(2, 2)]


def test_the_fields_of_pictures_are_known_and_checked() -> None:
    content = draft("awal", then=placeholder("gambar:kop.lambnag", where="header"))
    assert Template.compile(content).fields() == {"kop.lambnag"}
    known = {"kop": Shape("kelompok"), "kop.lambang": Shape("gambar")}
    (found,) = check_template(content, "surat.docx", known)
    assert str(found.lokasi) == "surat.docx, kepala halaman, paragraf 2"
    assert "mungkin maksud Anda kop.lambang" in found.saran


def test_bytes_are_no_text() -> None:
    with pytest.raises(ProblemsError) as caught:
        Template.compile(draft("{{ cap }}")).render({"cap": png(1, 1)})
    assert "gambar:nama" in caught.value.problems[0].pesan


@pytest.mark.parametrize(
    ("content", "image"),
    [
        (png(3, 5), Image("png", 3, 5)),
        (jpeg(7, 9), Image("jpeg", 7, 9)),
        (png(3, 5)[:20], None),
        (jpeg(7, 9)[:14], None),
        (b"\xff\xd8\xff\xe0\x00\x00", None),
        (b"", None),
        ("teks", None),
    ],
)
def test_images_are_told_by_their_bytes(content: object, image: Image | None) -> None:
    assert image_of(content) == image
