"""What the region's figures leave out, as a list to print."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from p3dn_reports.documents.fields.field import BULAT, P3DN, Field, Group, Items
from p3dn_reports.documents.units import Units
from p3dn_reports.formatting import nilai_bersatuan


class _LeftOut(NamedTuple):
    judul: str
    pembilang: str
    jumlah: str
    banyak: int
    tampil: str
    bila_ikut: str


def _left_out(at: Units) -> Iterator[_LeftOut]:
    """Once for each quotient: the judged figures first, as their law has them."""
    rulebook, told = at.material.scope.rulebook, set()
    indikator = at.material.assessment.seluruh.indikator.values()
    for one in sorted(indikator, key=lambda result: result.pita is None):
        quotient = (one.ukuran_pembilang, one.ukuran_penyebut)
        if one.tidak_ikut is not None and quotient not in told:
            told.add(quotient)
            yield _LeftOut(
                rulebook.indikator[one.indikator].judul,
                rulebook.ukuran[one.ukuran_pembilang].judul,
                nilai_bersatuan(one.tidak_ikut.jumlah, one.satuan),
                len(one.tidak_ikut.unit),
                one.tampil,
                one.tidak_ikut.tampil,
            )


_LINE: Group[_LeftOut] = Group(
    {
        "judul": Field("Angka yang dimaksud", lambda at: at.judul, example="Capaian Perjanjian Kinerja P3DN"),
        "judul_pembilang": Field(
            "Sebutan pembilangnya", lambda at: at.pembilang, example="Realisasi belanja produk dalam negeri"
        ),
        "jumlah": Field("Yang tidak ikut, siap cetak", lambda at: at.jumlah, example="Rp175.000.000,00"),
        "satuan_kerja": Field("Banyaknya satuan kerja", lambda at: at.banyak, BULAT, example="1"),
        "tampil": Field("Angka seluruh daerah", lambda at: at.tampil, example="84,94%"),
        "bila_ikut": Field("Angka itu bila ikut", lambda at: at.bila_ikut, example="84,95%"),
    }
)
LEFT_OUT: Items[Units, _LeftOut] = Items(
    "Pembilang unit yang tidak dapat dihitung, yang tidak ikut dalam angka seluruh daerah", _LINE, _left_out, P3DN
)
