"""The context of the award decree: law in force on its date, recipients with their scores, annexes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from p3dn_reports.documents.blanks import blank
from p3dn_reports.documents.context import (
    Material,
    common_context,
    copies,
    numbered,
)
from p3dn_reports.documents.offices import letterhead, signer_context
from p3dn_reports.documents.papers import other_paper
from p3dn_reports.documents.plan import Planned
from p3dn_reports.documents.word.marks import Wanting
from p3dn_reports.evaluation.assessment import KategoriPenghargaan, NilaiPeserta, PenghargaanResult
from p3dn_reports.formatting import huruf, nilai_bersatuan, persen, romawi

Cited = tuple[int, date, str | Wanting]
"""A source as it is cited, with the rank and the date that put it in its place."""

PERDA, PERBUP = 60, 70
"""The ranks of a region's own regulations among the register's (`tingkat`)."""


def decree_context(material: Material, planned: Planned) -> dict[str, Any]:
    """What the template of the award decree sees. `kategori_dikeluarkan` names the categories left out, and why."""
    groups = [group for group in material.assessment.penghargaan if _open_categories(group)]
    annexes = [_group(material, group, number, len(groups)) for number, group in enumerate(groups, 1)]
    lain = material.meta.lain
    costs = bool(lain.get("perangkat_daerah_pembebanan"))
    context = {
        **common_context(material, planned),
        "kop": letterhead(material, planned),
        "penanda_tangan": signer_context(material, planned),
        "mengingat": _law_considered(material, planned, costs=costs),
        "memperhatikan": law_in_force(material, planned.dokumen.memperhatikan, planned.tanggal),
        "naskah_lain": {name: other_paper(material, name) for name in planned.dokumen.naskah_lain},
        "penghargaan": annexes,
        **{f"penghargaan_{name}": _by_id(annexes, name) for name in material.scope.rulebook.penghargaan},
        "kategori_dikeluarkan": _dropped(material),
        "bentuk_penghargaan": lain.get("bentuk_penghargaan") or _open_key("bentuk_penghargaan"),
        "ada_biaya": costs,
        "tahun_pembebanan": lain.get("tahun_pembebanan") or _open_key("tahun_pembebanan"),
        "perangkat_daerah_pembebanan": lain.get("perangkat_daerah_pembebanan") or "",
    }
    context["nomor_keputusan"] = context["naskah"]["nomor"]
    context["tanggal_penetapan"] = context["naskah"]["tanggal"]
    context["tembusan"] = copies(planned, context)
    return context


def _law_considered(material: Material, planned: Planned, *, costs: bool) -> list[dict[str, Any]]:
    sources = planned.dokumen.mengingat + (planned.dokumen.mengingat_biaya if costs else ())
    return law_in_force(material, sources, planned.tanggal, _budget_laws(material) if costs else ())


def law_in_force(
    material: Material, sources: tuple[str, ...], on: date, besides: Iterable[Cited] = ()
) -> list[dict[str, Any]]:
    """The sources in force on `on`, as they are cited then, with others `besides`: by rank, then by date.

    The order is that of UU 12/2011 Lampiran II nomor 43.
    """
    register = material.scope.rulebook.sumber_hukum
    valid = [register[key] for key in sources if register[key].in_force(on)]
    cited: list[Cited] = [*((one.tingkat, one.berlaku_sejak, one.bunyi(on)) for one in valid), *besides]
    return numbered({"bunyi": bunyi} for _, _, bunyi in sorted(cited, key=lambda one: one[:2]))


def _budget_laws(material: Material) -> Iterator[Cited]:
    """The region's own APBD regulations, which a decree that costs something cites too; `meta` gives their words."""
    for name, tingkat in (("perda_apbd", PERDA), ("perbup_penjabaran_apbd", PERBUP)):
        yield tingkat, date.max, material.meta.lain.get(name) or _open_key(name)


def _by_id(annexes: list[dict[str, Any]], group: str) -> dict[str, Any]:
    return next((annex for annex in annexes if annex["id"] == group), {})


def _dropped(material: Material) -> list[dict[str, Any]]:
    """The categories left out with their reasons; `kurang_calon`: for having too few nominees (Pasal 27 ayat (3))."""
    return numbered(
        {"sebutan": one.sebutan, "calon": one.calon, "kurang_calon": one.kurang_calon, "sebab": one.sebab}
        for group in material.assessment.penghargaan
        for one in group.dikeluarkan
    )


def _open_categories(group: PenghargaanResult) -> list[KategoriPenghargaan]:
    return [kategori for kategori in group.kategori if kategori.sebab is None]


def _group(material: Material, group: PenghargaanResult, number: int, total: int) -> dict[str, Any]:
    return {
        "id": group.penghargaan,
        "judul": group.judul,
        "lampiran": f"Lampiran {romawi(number)}" if total > 1 else "Lampiran",
        "bobot": {aspek: nilai_bersatuan(bobot, "persen") for aspek, bobot in group.bobot.items()},
        "pasal_bobot": _article_of_weights(material, group.penghargaan),
        "kategori": _categories(_open_categories(group)),
    }


def _article_of_weights(material: Material, penghargaan: str) -> str:
    """`Pasal 23`: the article that the weights in force cite."""
    for aspek in material.scope.rulebook.penghargaan[penghargaan].aspek:
        dated = material.scope.parameter(aspek.bobot)
        if dated is not None and dated.dasar[0].segmen:
            return dated.dasar[0].segmen[0]
    return ""


def _categories(open_ones: Sequence[KategoriPenghargaan]) -> list[dict[str, Any]]:
    """Each under its letter; one alone has none to tell it from."""
    letters = [huruf(number).upper() for number in range(1, len(open_ones) + 1)] if len(open_ones) > 1 else [""]
    return [_category(kategori, letter) for letter, kategori in zip(letters, open_ones, strict=False)]


def _category(kategori: KategoriPenghargaan, letter: str) -> dict[str, Any]:
    winners = [peserta for peserta in kategori.peserta if peserta.penerima]
    title = f"{kategori.judul} ({kategori.sub_kategori})" if kategori.sub_kategori else kategori.judul
    rows = [_winner(peserta) for peserta in winners] or [_undecided(kategori)]
    return {
        "huruf": letter,
        "judul": title,
        "seri": kategori.ada_seri,
        "sebab": kategori.sebab or "",
        "penerima": numbered(rows),
    }


def _winner(peserta: NilaiPeserta) -> dict[str, Any]:
    return {
        "nama": peserta.nama,
        "alamat": peserta.alamat or blank("alamat", "peserta_penghargaan", "alamat", peserta=peserta.peserta),
        "produk": peserta.produk or blank("produk", "peserta_penghargaan", "produk", peserta=peserta.peserta),
        "aspek": {aspek: _score(nilai) for aspek, nilai in peserta.aspek.items()},
        "nilai_akhir": _score(peserta.nilai_akhir),
        "urutan": peserta.peringkat or 1,
    }


def _undecided(kategori: KategoriPenghargaan) -> dict[str, Any]:
    """A category whose first place is tied: the places stand open until the tie is decided."""
    names = ("nama", "alamat", "produk", "nilai_akhir")
    aspek = kategori.peserta[0].aspek if kategori.peserta else {}
    return {
        **{name: Wanting(f"{name} penerima (nilai sama)") for name in names},
        "aspek": {key: Wanting("nilai aspek") for key in aspek},
        "urutan": 1,
    }


def _score(nilai: Fraction | None) -> Any:
    """A score as printed, two decimals."""
    return persen(nilai).removesuffix("%") if nilai is not None else Wanting("nilai")


def _open_key(kunci: str) -> Wanting:
    return blank(kunci, "meta", "nilai", kunci=kunci)
