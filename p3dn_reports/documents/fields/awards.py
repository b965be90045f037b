"""What a decree on awards can print: recipients with their scores, the categories left out, the law considered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from p3dn_reports.documents.at import At
from p3dn_reports.documents.blanks import blank
from p3dn_reports.documents.fields.field import ABSENT, BULAT, YA_TIDAK, Field, Group, Items, Node, Part
from p3dn_reports.documents.word.marks import Wanting
from p3dn_reports.evaluation.awarded import KategoriPenghargaan, NilaiPeserta, PenghargaanResult
from p3dn_reports.formatting import huruf, nilai_bersatuan, persen, romawi
from p3dn_reports.rules import Rulebook

PESERTA = "peserta_penghargaan"


@dataclass(frozen=True, slots=True)
class _Award:
    """An award group with its place among the annexes."""

    at: At
    group: PenghargaanResult
    lampiran: str


@dataclass(frozen=True, slots=True)
class _Category:
    kategori: KategoriPenghargaan
    huruf: str


@dataclass(frozen=True, slots=True)
class Recipient:
    """A nominee of a category; None: a place that stands open until scores are whole and ties decided."""

    peserta: NilaiPeserta | None
    kategori: KategoriPenghargaan

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


def of(rulebook: Rulebook) -> dict[str, Node[At]]:
    """The fields of awards: all of them, and each by its own name."""
    aspects = {name: dict.fromkeys(aspek.id for aspek in one.aspek) for name, one in rulebook.penghargaan.items()}
    every = dict.fromkeys(aspek for own in aspects.values() for aspek in own)
    return {
        "penghargaan": Items(
            "Kelompok penghargaan yang ada penerimanya", _award(every), _awards, f"tabel {PESERTA}", numbered=False
        ),
        **{
            f"penghargaan_{name}": Part(one.judul, _award(aspects[name]), _named(name), f"tabel {PESERTA}")
            for name, one in rulebook.penghargaan.items()
        },
        **_FIELDS,
    }


def _named(name: str) -> Callable[[At], _Award | None]:
    return lambda at: next((one for one in _awards(at) if one.group.penghargaan == name), None)


def _awards(at: At) -> Iterator[_Award]:
    groups = [group for group in at.material.assessment.penghargaan if _open(group)]
    for number, group in enumerate(groups, 1):
        yield _Award(at, group, f"Lampiran {romawi(number)}" if len(groups) > 1 else "Lampiran")


def _open(group: PenghargaanResult) -> list[KategoriPenghargaan]:
    """The categories with enough nominees; of those not yet scored or tied, places stand open."""
    return [kategori for kategori in group.kategori if not kategori.kurang_calon]


def _award(aspects: Mapping[str, None]) -> Group[_Award]:
    weights: dict[str, Node[_Award]] = {name: _weight(name) for name in aspects}
    return Group(
        {
            "id": Field("Pengenal penghargaan", lambda at: at.group.penghargaan, example="pengguna"),
            "judul": Field("Sebutan kelompoknya", lambda at: at.group.judul, example="Pengguna"),
            "lampiran": Field("Lampiran tempat penerimanya", lambda at: at.lampiran, example="Lampiran I"),
            "bobot": Part("Bobot setiap aspek", Group(weights), lambda at: at, "rules.yaml, parameter"),
            "pasal_bobot": Field("Pasal yang memuat bobot itu", _article_of_weights, example="Pasal 23"),
            "kategori": Items("Kategori yang ada penerimanya", _category(aspects), _categories),
        }
    )


def _weight(aspek: str) -> Field[_Award]:
    def get(at: _Award) -> object:
        bobot = at.group.bobot.get(aspek)
        return nilai_bersatuan(bobot, "persen") if bobot is not None else ABSENT

    return Field(f"Bobot aspek {aspek.replace('_', ' ')}", get, example="70%")


def _article_of_weights(at: _Award) -> str:
    """`Pasal 23`: the article that the weights in force cite."""
    scope = at.at.material.scope
    for aspek in scope.rulebook.penghargaan[at.group.penghargaan].aspek:
        dated = scope.parameter(aspek.bobot)
        if dated is not None and dated.dasar[0].segmen:
            return dated.dasar[0].segmen[0]
    return ""


def _categories(at: _Award) -> Iterator[_Category]:
    """Each under its letter; one alone has none to tell it from."""
    found = _open(at.group)
    for number, kategori in enumerate(found, 1):
        yield _Category(kategori, huruf(number).upper() if len(found) > 1 else "")


def _category(aspects: Mapping[str, None]) -> Group[_Category]:
    return Group(
        {
            "huruf": Field("Huruf kategori; kosong bila hanya satu", lambda at: at.huruf, example="B"),
            "judul": Field("Sebutan kategori", lambda at: title(at.kategori), example="Industri Kecil"),
            "seri": Field("Apakah ada nilai sama yang belum diputuskan", lambda at: at.kategori.ada_seri, YA_TIDAK),
            "sebab": Field("Sebab kategori tidak dinilai", lambda at: at.kategori.sebab or ""),
            "penerima": Items("Penerima penghargaan", recipient(aspects), recipients),
        }
    )


def title(kategori: KategoriPenghargaan) -> str:
    """`Industri Kecil (batik)`."""
    return f"{kategori.judul} ({kategori.sub_kategori})" if kategori.sub_kategori else kategori.judul


def recipients(at: _Category) -> list[Recipient]:
    """The recipients of a category, and one who stands open where that is not all."""
    kategori = at.kategori
    winners = [Recipient(one, kategori) for one in kategori.penerima]
    return winners if winners and not kategori.ada_seri else [*winners, Recipient(None, kategori)]


def recipient(aspects: Mapping[str, None]) -> Group[Recipient]:
    """One recipient with its scores."""
    scores: dict[str, Node[Recipient]] = {name: _score_of(name) for name in aspects}
    return Group(
        {
            "nama": _told("nama", "Nama penerima", "Dinas Kesehatan"),
            "alamat": _told("alamat", "Alamat penerima", "Jalan Contoh Industri Nomor 5, Pandeglang"),
            "produk": _told("produk", "Produk penerima", "Pakaian dinas"),
            "aspek": Part("Nilai setiap aspek", Group(scores), lambda at: at),
            "nilai_akhir": Field("Nilai akhir, siap cetak", lambda at: at.nilai_akhir, example="84,00", wanting=True),
            "urutan": Field("Urutan menurut nilai akhir", lambda at: at.urutan, BULAT, example="1"),
        }
    )


def _told(kolom: str, judul: str, example: str) -> Field[Recipient]:
    source = f"tabel {PESERTA}, kolom {kolom}"
    return Field(judul, lambda at: at.told(kolom), source=source, example=example, wanting=True)


def _score_of(aspek: str) -> Field[Recipient]:
    judul = f"Nilai aspek {aspek.replace('_', ' ')}, siap cetak"
    return Field(judul, lambda at: at.aspek(aspek), example="90,00")


def score(nilai: Fraction | None) -> str | Wanting:
    """A score as printed, two decimals."""
    return persen(nilai).removesuffix("%") if nilai is not None else Wanting("nilai")


_DROPPED: Group[KategoriPenghargaan] = Group(
    {
        "sebutan": Field("Sebutan kategori", lambda one: one.sebutan, example="produsen kategori industri menengah"),
        "calon": Field("Banyaknya calon", lambda one: one.calon, BULAT, example="2"),
        "kurang_calon": Field(
            "Selalu ya: calonnya terlalu sedikit (Pasal 27 ayat (3))", lambda one: one.kurang_calon, YA_TIDAK
        ),
        "sebab": Field("Sebab tidak dinilai", lambda one: one.sebab, example="calonnya kurang dari tiga"),
    }
)


def _dropped(at: At) -> list[KategoriPenghargaan]:
    """The categories with too few nominees."""
    return [one for group in at.material.assessment.penghargaan for one in group.dikeluarkan if one.kurang_calon]


def _meta(kunci: str, judul: str, example: str) -> Field[At]:
    """A key of `meta` that somebody must still fill in where it is blank."""

    def get(at: At) -> object:
        return at.material.meta.lain.get(kunci) or blank(kunci, "meta", "nilai", kunci=kunci)

    return Field(judul, get, source="tabel meta", example=example, wanting=True)


def _bears_costs(at: At) -> str:
    return at.material.meta.lain.get("perangkat_daerah_pembebanan") or ""


_FIELDS: Mapping[str, Node[At]] = {
    "kategori_dikeluarkan": Items(
        "Kategori yang tidak dinilai karena calonnya terlalu sedikit", _DROPPED, _dropped, f"tabel {PESERTA}"
    ),
    "bentuk_penghargaan": _meta("bentuk_penghargaan", "Bentuk penghargaan", "trofi dan piagam penghargaan"),
    "tahun_pembebanan": _meta("tahun_pembebanan", "Tahun anggaran yang menanggung biaya", "2025"),
    "ada_biaya": Field(
        "Apakah penghargaannya berbiaya", lambda at: bool(_bears_costs(at)), YA_TIDAK, "tabel meta", "ya"
    ),
    "perangkat_daerah_pembebanan": Field(
        "Perangkat daerah yang menanggung biaya", _bears_costs, source="tabel meta", example="Dinas Kesehatan"
    ),
}
