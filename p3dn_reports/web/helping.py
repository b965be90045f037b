"""What Bantuan tells: the screens, the words the work uses, where files lie, and the guides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from p3dn_reports.policy.overview.desk import Desk
from p3dn_reports.rulebook.prose import SECTIONS
from p3dn_reports.rules import Ketentuan

GUIDES = {
    "panduan-sekretariat": "Panduan sekretariat: satu triwulan, langkah demi langkah",
    "panduan-perancang": "Panduan perancang: templat naskah di Word",
    "panduan-kebijakan": "Panduan kebijakan: mengubah buku aturan",
    "dokumen": "Setiap jenis naskah dengan ketentuan dan gambarnya",
}
"""The guides by the name of their file."""

SCREENS = {
    "Beranda": "Satu kalimat tentang langkah berikutnya, tenggat terdekat, dan yang masih ditunggu.",
    "Kotak Masuk": "Menaruh berkas dari pengirim, melihat akibatnya, lalu menerima atau menolaknya.",
    "Perbaikan": "Yang salah pada berkas pengirim, dengan sel dan sarannya; berkas balasan bagi pengirimnya.",
    "Satuan Kerja": "Capaian setiap satuan kerja menurut pita, dan asal setiap angka sampai ke selnya.",
    "Naskah": "Semua naskah: yang masih kosong, nomor dan tanggalnya, suntingan, unduhan, dan pengirimannya.",
    "Riwayat": "Edisi demi edisi, dan apa yang harus dilakukan dengan naskah yang sudah terkirim.",
    "Ringkasan Sekda": "Satu halaman untuk pimpinan, siap dicetak.",
    "Andaikan": "Siapa yang terkena bila ambang atau bacaannya lain; tidak ada yang ditulis.",
    "Templat Naskah": "Memeriksa dan melihat templat Word setiap kali disimpan, dengan daftar fieldnya.",
    "Buku Aturan": "Yang berlaku di satu daerah pada satu tanggal, tafsir yang terbuka, dan pengesahannya.",
    "Komputer": "Yang ada dan yang kurang pada komputer ini.",
}
"""What each screen is for, by its name in the menu."""

FOLDERS = {
    "inputs": "Masukan: satu folder untuk satu daerah dan periode. Yang diketik di sini: isian-meja-kerja.xlsx.",
    "outputs": "Hasil: edisi demi edisi, masing-masing utuh; juga berkas balasan dan paket permintaan.",
    "naskah": "Naskah yang sedang disunting di Word.",
    "kiriman": "Semua berkas yang pernah diterima, dan yang masih menunggu.",
    "catatan": "Yang pernah dilakukan (terkirim, ditandatangani, dicabut), dan salinan persis yang dikirim.",
    "templates": "Templat Word dan gambarnya.",
    "aturan dan rules.yaml": "Buku aturan.",
}
"""Where files lie in the folder of work."""

_DEFINED = re.compile(r"(?:\d+\.\s*)?(.{2,120}?)(?:,? yang selanjutnya disingkat (.{2,40}?))? adalah (.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Term:
    """A word with its meaning and where that comes from."""

    istilah: str
    arti: str
    sumber: str


def glossary(desk: Desk) -> Mapping[str, Sequence[Term]]:
    """The words of the work by where they come from: the regulations' definitions, what is computed, the tables."""
    tables = (Term(one.title, one.description, f"tabel {name}") for name, one in desk.schemas.items())
    found = {
        "Istilah peraturan": _definitions(desk),
        "Yang dihitung": _computed(desk),
        "Tabel masukan": tables,
    }
    return {title: sorted(terms, key=lambda one: one.istilah.casefold()) for title, terms in found.items()}


def _definitions(desk: Desk) -> Iterator[Term]:
    for one in desk.rules.ketentuan.values():
        found = _DEFINED.fullmatch(" ".join((one.teks or "").split())) if _of_definitions(one) else None
        if found:
            source = desk.rules.sumber_hukum[one.dasar[0].sumber].sebutan
            name = f"{found[1]} ({found[2]})" if found[2] else found[1]
            yield Term(name, found[3], f"{desk.rules.place_in_words(one.dasar[0])} {source}")


def _of_definitions(one: Ketentuan) -> bool:
    """Whether a clause is an item of the article with the definitions, which is the first."""
    return one.dasar[0].tempat.startswith("1.angka-")


def _computed(desk: Desk) -> Iterator[Term]:
    for one in desk.rules.indikator.values():
        sentences = SECTIONS["indikator"](desk.rules, desk.schemas, one)
        yield Term(one.judul, next(iter(sentences)), f"indikator {one.id}")


def guide(docs: Path, name: str) -> str | None:
    """The text of a guide; None where this folder of work has none."""
    path = docs / f"{name}.md"
    return path.read_text(encoding="utf-8") if name in GUIDES and path.is_file() else None


def picture(docs: Path, name: str) -> Path | None:
    """A picture of the guides by its place; None where there is none of just that name."""
    folder = docs / "gambar"
    return next((path for path in folder.rglob("*.png") if path.relative_to(docs).as_posix() == name), None)
