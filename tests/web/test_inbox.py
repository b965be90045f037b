"""Kotak Masuk in the browser: nothing is used before it is accepted, and nothing hostile gets in."""

from __future__ import annotations

import stat
import zipfile
from io import BytesIO

import pytest

from p3dn_reports.desk.places import Desk
from p3dn_reports.web import guard
from tests.web.conftest import BASE, QUARTER, Visitor, bytes_of

INBOX = f"{QUARTER}/kotak-masuk"
BAYAR = "realisasi_bayar.csv"


def post(visitor: Visitor, path: str, **fields: object) -> tuple[int, str]:
    data = {guard.FIELD: visitor.key(), **fields}
    answer = visitor.client.post(path, base_url=BASE, data=data, content_type="multipart/form-data")
    return answer.status_code, answer.get_data(as_text=True)


def drop(visitor: Visitor, *files: tuple[str, bytes]) -> tuple[int, str]:
    return post(visitor, INBOX, berkas=[(BytesIO(content), name) for name, content in files])


def changed(desk: Desk, old: str, new: str) -> bytes:
    text = (desk.masukan / BAYAR).read_text(encoding="utf-8")
    assert old in text
    return text.replace(old, new).encode()


def hidden(page: str, field: str) -> str:
    return page.split(f'name="{field}" value="', 1)[1].split('"', 1)[0]


def marked(page: str) -> str:
    return page.split(f"{INBOX}/", 1)[1].split("/", 1)[0]


def test_a_file_is_dropped_accepted_and_the_old_one_used_again(visitor: Visitor, desk: Desk) -> None:
    before, content = (desk.masukan / BAYAR).read_bytes(), changed(desk, "60000000;0", "61000000;0")
    assert drop(visitor, (BAYAR, content), ("foto.jpg", b"\xff\xd8"))[0] == 303
    assert (desk.masukan / BAYAR).read_bytes() == before
    assert "Dua berkas menunggu persetujuan" in visitor.get(f"{QUARTER}/")
    page = visitor.get(INBOX)
    assert f"Menggantikan {BAYAR}." in page
    assert "Tidak dikenali sebagai tabel apa pun" in page
    row = page.split(f"<b>{BAYAR}</b>")[1]
    assert post(visitor, f"{INBOX}/{marked(row)}/terima", sha_lama=hidden(row, "sha_lama"))[0] == 303
    assert (desk.masukan / BAYAR).read_bytes() == content
    assert before in [path.read_bytes() for path in desk.kiriman.glob(f"*__{BAYAR}")]
    assert post(visitor, f"{INBOX}/{marked(visitor.get(INBOX))}/tolak")[0] == 303
    kept = next(path.name for path in desk.kiriman.glob(f"*__{BAYAR}") if path.read_bytes() == before)
    assert post(visitor, f"{INBOX}/pakai-lagi", kiriman=kept)[0] == 303
    assert (desk.masukan / BAYAR).read_bytes() == before
    assert not list(desk.menunggu.iterdir())


def test_what_was_replaced_meanwhile_is_not_overwritten(visitor: Visitor, desk: Desk) -> None:
    drop(visitor, (BAYAR, changed(desk, "60000000;0", "61000000;0")))
    page = visitor.get(INBOX)
    other = changed(desk, "60000000;0", "62000000;0")
    (desk.masukan / BAYAR).write_bytes(other)
    code, text = post(visitor, f"{INBOX}/{marked(page)}/terima", sha_lama=hidden(page, "sha_lama"))
    assert (code, "baru saja diubah orang lain" in text) == (409, True)
    assert (desk.masukan / BAYAR).read_bytes() == other


def _zip(name: str, content: bytes, mode: int = 0) -> bytes:
    stream, entry = BytesIO(), zipfile.ZipInfo(name)
    entry.external_attr, entry.compress_type = mode << 16, zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr(entry, content)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (_zip("bom.csv", b"0" * (30 << 20)), "mengembang terlalu besar"),
        (_zip("../rules.yaml", b"x"), "menunjuk ke luar zip"),
        (_zip("data.csv", b"/etc/passwd", stat.S_IFLNK | 0o777), "menunjuk ke luar zip"),
    ],
)
def test_a_hostile_zip_is_refused_in_words(visitor: Visitor, desk: Desk, content: bytes, told: str) -> None:
    before = bytes_of(desk.workspace.root)
    code, text = drop(visitor, ("kiriman.zip", content))
    assert (code, told in text) == (422, True)
    assert bytes_of(desk.workspace.root) == before


def test_every_form_of_the_inbox_needs_its_key(visitor: Visitor, desk: Desk) -> None:
    before = bytes_of(desk.workspace.root)
    for path in (INBOX, f"{INBOX}/pakai-lagi", f"{INBOX}/00000000/terima", f"{INBOX}/00000000/tolak"):
        assert visitor.status(path, "POST", data={"berkas": (BytesIO(b"a;b\n"), "a.csv")}) == 403
    assert bytes_of(desk.workspace.root) == before


def test_names_and_values_are_text_and_looking_writes_nothing(visitor: Visitor, desk: Desk) -> None:
    drop(visitor, (BAYAR, changed(desk, "60000000;0;SP2D-001", "<script>x;0;SP2D-001")))
    (desk.menunggu / "<script>.csv").write_bytes(b"a;b\n1;2\n")
    before = bytes_of(desk.workspace.root)
    page = visitor.get(INBOX)
    assert page.count("<script") == 1
    assert "&lt;script&gt;x" in page
    assert "<b>&lt;script&gt;.csv</b>" in page
    assert bytes_of(desk.workspace.root) == before
