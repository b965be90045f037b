"""One nominee of an award as a document prints it: name, scores, rank, score sheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from p3dn_reports.documents.blanks import blank
from p3dn_reports.documents.fields.field import ABSENT, BULAT, Field, Group, Items, Node, Part
from p3dn_reports.documents.fields.score_sheets import ASPECT, score, sheet
from p3dn_reports.documents.word.marks import Wanting
from p3dn_reports.evaluation.awarded import KategoriPenghargaan, NilaiPeserta
from p3dn_reports.evaluation.nominations import PESERTA


@dataclass(frozen=True, slots=True)
class Recipient:
    """A nominee of a category; None: a place that stands open until scores are whole and ties decided."""

    peserta: NilaiPeserta | None
    kategori: KategoriPenghargaan
    tabel: str = ""

    def told(self, kolom: str) -> str | Wanting:
        """A column of the nominee's row."""
        if self.peserta is None:
            return Wanting(f"{kolom} penerima ({self._why})")
        return getattr(self.peserta, kolom) or blank(kolom, PESERTA, kolom, peserta=self.peserta.peserta)

    @property
    def _why(self) -> str:
        return "nilai sama" if self.kategori.ada_seri else "nilai belum lengkap"

    @property
    def nilai_akhir(self) -> str | Wanting:
        """The final score as printed."""
        return score(self.peserta.nilai_akhir) if self.peserta else Wanting(f"nilai_akhir penerima ({self._why})")

    @property
    def urutan(self) -> int:
        """The rank; that of an open place follows the recipients'."""
        return (self.peserta.peringkat if self.peserta else None) or len(self.kategori.penerima) + 1

    def aspek(self, aspek: str) -> object:
        """The score of one aspect as printed; absent where the award has no such aspect."""
        known = self.peserta or next(iter(self.kategori.peserta), None)
        if known is None or aspek not in known.aspek:
            return ABSENT
        return score(known.aspek[aspek]) if self.peserta else Wanting("nilai aspek")


def nominee(aspects: Mapping[str, None], *, with_sheet: bool = False) -> Group[Recipient]:
    """A nominee or recipient: who it is, its scores, its rank where it has one.

    Its score sheet only where it is what a page is about: below a category of an award it would stand deeper than a
    template may go.
    """
    scores: dict[str, Node[Recipient]] = {name: _score_of(name) for name in aspects}
    lembar: dict[str, Node[Recipient]] = {
        "lembar": Items("Lembar skor, aspek demi aspek", ASPECT, lambda at: sheet(at.peserta, at.tabel))
    }
    return Group(
        {
            "nama": _told("nama", "Nama penerima", "Dinas Kesehatan"),
            "alamat": _told("alamat", "Alamat penerima", "Jalan Contoh Industri Nomor 5, Pandeglang"),
            "produk": _told("produk", "Produk penerima", "Pakaian dinas"),
            "aspek": Part("Nilai setiap aspek", Group(scores), lambda at: at),
            "nilai_akhir": Field("Nilai akhir, siap cetak", lambda at: at.nilai_akhir, example="84,00", wanting=True),
            "urutan": Field("Urutan menurut nilai akhir", lambda at: at.urutan, BULAT, example="1"),
            "sebutan": Field("Kategorinya dalam kalimat", lambda at: at.kategori.sebutan, example="pengguna"),
            "peringkat": Field(
                "Peringkat di dalam kategori; kosong selama nilainya belum lengkap",
                lambda at: str((at.peserta and at.peserta.peringkat) or ""),
                example="1",
            ),
            **(lembar if with_sheet else {}),
        }
    )


def _told(kolom: str, judul: str, example: str) -> Field[Recipient]:
    source = f"tabel {PESERTA}, kolom {kolom}"
    return Field(judul, lambda at: at.told(kolom), source=source, example=example, wanting=True)


def _score_of(aspek: str) -> Field[Recipient]:
    judul = f"Nilai aspek {aspek.replace('_', ' ')}, siap cetak"
    return Field(judul, lambda at: at.aspek(aspek), example="90,00")
