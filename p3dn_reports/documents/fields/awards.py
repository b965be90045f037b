"""What a decree on awards can print: recipients with their scores, the categories left out, the law considered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from p3dn_reports.documents.at import At
from p3dn_reports.documents.blanks import blank
from p3dn_reports.documents.fields import assessing
from p3dn_reports.documents.fields.field import ABSENT, BULAT, YA_TIDAK, Field, Group, Items, Node, Part
from p3dn_reports.documents.fields.nominees import Recipient, nominee
from p3dn_reports.evaluation.awarded import KategoriPenghargaan, NilaiPeserta, PenghargaanResult
from p3dn_reports.evaluation.nominations import PESERTA
from p3dn_reports.formatting import huruf, nilai_bersatuan, romawi
from p3dn_reports.rules import Rulebook


@dataclass(frozen=True, slots=True)
class _Award:
    """An award group with its place among the annexes."""

    at: At
    group: PenghargaanResult
    lampiran: str


@dataclass(frozen=True, slots=True)
class _Category:
    """A category with its letter in its annex and the table its scores stand in."""

    kategori: KategoriPenghargaan
    huruf: str
    tabel: str


def of(rulebook: Rulebook) -> dict[str, Node[At]]:
    """The fields of awards: all of them, and each by its own name."""
    aspects = {name: dict.fromkeys(aspek.id for aspek in one.aspek) for name, one in rulebook.penghargaan.items()}
    every = dict.fromkeys(aspek for own in aspects.values() for aspek in own)
    category = _category(every)
    return {
        "penghargaan": Items(
            "Kelompok penghargaan yang ada penerimanya", _award(every), _awards, f"tabel {PESERTA}", numbered=False
        ),
        **{
            f"penghargaan_{name}": Part(one.judul, _award(aspects[name]), _named(name), f"tabel {PESERTA}")
            for name, one in rulebook.penghargaan.items()
        },
        "kategori_dinilai": Items(
            "Kategori yang nominasinya cukup, dari semua kelompok", category, _assessed, f"tabel {PESERTA}"
        ),
        **{
            name: Items(judul, category, partial(_those, test), f"tabel {PESERTA}", lettered=True)
            for name, (judul, test) in _STATES.items()
        },
        "nominasi": Items(
            "Setiap nominasi yang dinilai, kategori demi kategori",
            nominee(every, with_sheet=True),
            _all_nominees,
            f"tabel {PESERTA}",
        ),
        **_FIELDS,
        **assessing.of(rulebook),
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
    found, rule = _open(at.group), at.at.material.scope.rulebook.penghargaan[at.group.penghargaan]
    for number, kategori in enumerate(found, 1):
        yield _Category(kategori, huruf(number).upper() if len(found) > 1 else "", rule.tabel_nilai)


def _assessed(at: At) -> Iterator[_Category]:
    """The categories of every award that have enough nominees."""
    return (kategori for award in _awards(at) for kategori in _categories(award))


def _those(test: Callable[[KategoriPenghargaan], object], at: At) -> list[_Category]:
    return [one for one in _assessed(at) if test(one.kategori)]


_STATES: Mapping[str, tuple[str, Callable[[KategoriPenghargaan], object]]] = {
    "kategori_diusulkan": ("Kategori yang ada penerimanya menurut nilainya", lambda one: one.penerima),
    "kategori_seri": ("Kategori dengan nilai sama yang belum diputuskan", lambda one: one.ada_seri),
    "kategori_belum_dinilai": ("Kategori yang nilainya belum lengkap", lambda one: one.sebab),
}


def _all_nominees(at: At) -> Iterator[Recipient]:
    return (one for kategori in _assessed(at) for one in _nominees(kategori, kategori.kategori.peserta))


def _category(aspects: Mapping[str, None]) -> Group[_Category]:
    one = nominee(aspects)
    return Group(
        {
            "huruf": Field("Huruf kategori; kosong bila hanya satu", lambda at: at.huruf, example="B"),
            "judul": Field("Sebutan kategori", lambda at: title(at.kategori), example="Industri Kecil"),
            "seri": Field("Apakah ada nilai sama yang belum diputuskan", lambda at: at.kategori.ada_seri, YA_TIDAK),
            "sebab": Field("Sebab kategori tidak dinilai", lambda at: at.kategori.sebab or ""),
            "sebutan": Field(
                "Sebutan kategori dalam kalimat",
                lambda at: at.kategori.sebutan,
                example="produsen kategori industri kecil",
            ),
            "calon": Field("Banyaknya nominasi", lambda at: at.kategori.calon, BULAT, example="4"),
            "penerima": Items("Penerima penghargaan", one, recipients),
            "diusulkan": Items("Yang menerima menurut nilainya", one, lambda at: _nominees(at, at.kategori.penerima)),
            "nominasi": Items("Nominasi, dari nilai tertinggi", one, lambda at: _nominees(at, at.kategori.peserta)),
            "nilai_sama": Items(
                "Yang nilainya sama dan belum diputuskan", one, lambda at: _nominees(at, at.kategori.seri)
            ),
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


def _nominees(at: _Category, found: Iterable[NilaiPeserta]) -> list[Recipient]:
    return [Recipient(one, at.kategori, at.tabel) for one in found]


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
        "Kategori yang tidak dinilai karena calonnya terlalu sedikit",
        _DROPPED,
        _dropped,
        f"tabel {PESERTA}",
        lettered=True,
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
