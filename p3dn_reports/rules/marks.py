"""What a name in a record's type leads to: `tuple[KeSyarat, ...]` names conditions, `KolomRupiah` a column of rupiah.

One walk (`references`) follows these marks wherever they stand; a field without one names nothing of the rulebook.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from p3dn_reports.tables import Kind


@dataclass(frozen=True, slots=True)
class Ke:
    """The sections of the rulebook in which the name stands ("tabel": the input tables).

    `sebutan` is what such a name is called. `lain` are sections that are wrong here, which a check says in its own
    words. `pilihan`: the name may also be that of an open reading that chooses among these. `satuan` is that of the
    parameter wanted. `bebas` are words that stand for no name.
    """

    bagian: tuple[str, ...]
    sebutan: str
    lain: tuple[str, ...] = ()
    pilihan: bool = False
    satuan: str | None = None
    bebas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column of the table that the record is on, of one of these kinds (none given: of any).

    `keduanya`: of the table of the record around it too. `rumus`: named in a formula.
    """

    jenis: tuple[Kind, ...] = ()
    keduanya: bool = False
    rumus: bool = False


@dataclass(frozen=True, slots=True)
class Menurut:
    """What the name leads to is said by the word in another field of the record; other words lead nowhere."""

    kolom: str
    ke: Mapping[str, Ke]


@dataclass(frozen=True, slots=True)
class Isian:
    """A text in which `{names}` of parameters may stand."""


@dataclass(frozen=True, slots=True)
class Sendiri:
    """The record's own places, which name nothing."""


def ke(*bagian: str, sebutan: str = "", lain: tuple[str, ...] = (), satuan: str | None = None) -> Ke:
    """A name of one of these sections."""
    return Ke(bagian, sebutan or " atau ".join(bagian), lain=lain, satuan=satuan)


_DIBACA = ("ukuran", "indikator", "hitungan", "syarat")
_JADWAL = "kegiatan jadwal"

KeTabel = Annotated[str, ke("tabel")]
KeSumber = Annotated[str, ke("sumber_hukum")]
KePersen = Annotated[str, ke("parameter", satuan="persen")]
KeJumlah = Annotated[str, ke("parameter", satuan="jumlah")]
KeDaftar = Annotated[str, ke("daftar")]
KeSyarat = Annotated[str, Ke(("syarat",), "syarat", pilihan=True)]
KeTarget = Annotated[str, ke("target")]
KeIndikator = Annotated[str, ke("indikator")]
KeUkuran = Annotated[str, ke("ukuran")]
KePeringkat = Annotated[str, ke("peringkat")]
KePita = Annotated[str, ke("pita")]
KePilihan = Annotated[str, ke("pilihan")]
KeHitungan = Annotated[str, ke("hitungan")]
KePutusan = Annotated[str, ke("putusan")]
KePenghargaan = Annotated[str, ke("penghargaan")]
KeKegiatan = Annotated[str, ke("jadwal", sebutan=_JADWAL)]
KeTafsir = Annotated[str, ke("tafsir")]
KeDaerah = Annotated[str, ke("daerah")]
KeBacaan = Annotated[str, ke(*_DIBACA, sebutan="ukuran atau indikator")]
"""One way of an open reading."""

KE_UKURAN = ke("ukuran", lain=("indikator", "hitungan", "syarat"))
KE_INDIKATOR = ke("indikator", lain=("ukuran", "hitungan", "syarat"))
"""What a Rujukan leads to is marked where it stands."""

KeSubjek = Annotated[
    str,
    Menurut(
        "untuk_setiap",
        {
            "tabel": ke("tabel"),
            "putusan": ke("putusan"),
            "peringkat": ke("peringkat"),
            "penerima": ke("penghargaan"),
            "daftar": ke("daftar"),
            "jadwal": Ke(("jadwal",), _JADWAL, bebas=("semua",)),
        },
    ),
]
"""What a document is made for each of."""

IN_TEXT = ke("parameter", sebutan="isian teks")
IN_FORMULA = Kolom(rumus=True)
"""Names in texts and formulas: checks of their own hold them against more than these."""

KolomRumus = Annotated[str, IN_FORMULA]
KolomApaPun = Annotated[str, Kolom()]
KolomRupiah = Annotated[str, Kolom((Kind.RUPIAH,))]
KolomTanggal = Annotated[str, Kolom((Kind.TANGGAL,))]
KolomBulat = Annotated[str, Kolom((Kind.BULAT,))]
KolomTeks = Annotated[str, Kolom((Kind.TEKS, Kind.KODE, Kind.KODE_REKENING))]
KolomKunci = Annotated[str, Kolom((Kind.KODE, Kind.TEKS), keduanya=True)]
KolomSama = Annotated[str, Kolom((Kind.TEKS, Kind.KODE, Kind.KODE_REKENING), keduanya=True)]
KolomTarget = Annotated[str, Kolom((Kind.ANGKA, Kind.RUPIAH, Kind.PERSEN))]
KolomSatuan = Annotated[str, Kolom((Kind.TEKS, Kind.KODE))]
TeksBerisian = Annotated[str, Isian()]
