"""Payments, packages, RUP and budget of the DKI example: invented rows that add up exactly to chosen totals.

Amounts are whole sen (int) here and become rupiah when they are written.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import TypeVar

from dki_daftar import (
    BERSEN,
    DI_LUAR,
    DIBATALKAN,
    KANAL,
    KHUSUS,
    PDN_KOSONG,
    PEKERJAAN,
    PORSI_IMPOR,
    SWAKELOLA,
    UMUM,
)
from dki_satker import Satker

_T = TypeVar("_T")

AWAL, CUTOFF, SESUDAH = date(2024, 1, 15), date(2024, 12, 30), date(2024, 12, 31)
RIBU = 100_000  # Rp1.000 in sen


@dataclass(frozen=True, slots=True)
class Rencana:
    """A row of the RUP."""

    satker: Satker
    cara: str
    metode: str
    jenis: str
    nama: str
    kode_rup: str
    sumber_dana: str
    pdn: str | None
    sen: int


@dataclass(frozen=True, slots=True)
class Paket:
    """A row of LKPP's realisation export; `total` and `pdn` are None where they are blank."""

    satker: Satker
    kanal: str
    kode: str
    kode_rup: str
    metode: str
    jenis: str
    nama: str
    penyedia: str | None
    sumber_dana: str
    status: str
    total: int | None
    pdn: int | None
    umk: int | None


@dataclass(frozen=True, slots=True)
class Pembayaran:
    """A row of BPKD's payments."""

    satker: Satker
    rekening: str
    nama_rekening: str
    realisasi: int
    setoran: int
    tanggal: date
    cara: str
    kode_paket: str | None


@dataclass(slots=True)
class Transaksi:
    """Everything booked, unit after unit."""

    rup: list[Rencana] = field(default_factory=list)
    paket: list[Paket] = field(default_factory=list)
    bayar: list[Pembayaran] = field(default_factory=list)


def generate(reporting: Sequence[Satker], below: Sequence[Satker], seed: int) -> Transaksi:
    """Book a year for every reporting unit, part of it under the units below it."""
    random, found = Random(seed), Transaksi()
    for satker in reporting:
        rumah = [satker, *(unit for unit in below if unit.induk == satker.kode)]
        rup = _rup(random, satker, rumah, len(found.rup))
        paket = _paket(random, satker, rumah, rup, len(found.paket))
        found.rup += rup
        found.paket += paket
        found.bayar += _pembayaran(random, satker, rumah, paket)
    return found


def split(random: Random, total: int, count: int, step: int) -> list[int]:
    """`count` positive parts of `total`, uneven, all but the largest a multiple of `step`."""
    weights = [random.lognormvariate(0, 1.0) for _ in range(count)]
    scale = sum(weights)
    parts = [max(step, int(total * (weight / scale)) // step * step) for weight in weights]
    largest = max(range(count), key=parts.__getitem__)
    parts[largest] += total - sum(parts)
    return parts


def _rup(random: Random, satker: Satker, rumah: Sequence[Satker], sudah: int) -> list[Rencana]:
    pagu = (satker.bayar or 500_000_000) // 1_000_000 * 110 * RIBU * 10
    porsi = PORSI_IMPOR.get(satker.nama, Decimal(random.randrange(0, 401)) / 100)
    impor = int(pagu * porsi / 100)
    banyak_impor = 3 if impor else 0
    parts = [(nilai, "Non-PDN") for nilai in (split(random, impor, 3, RIBU) if impor else [])]
    banyak = 36 + int(random.random() * 16)
    parts += [(nilai, "PDN") for nilai in split(random, pagu - impor, banyak, RIBU)]
    return [
        _rencana(random, rumah, 54_000_000 + (sudah + i) * 7, nilai, tanda, swakelola=i >= banyak_impor and i % 6 == 5)
        for i, (nilai, tanda) in enumerate(parts)
    ]


def _rencana(random: Random, rumah: Sequence[Satker], kode: int, nilai: int, tanda: str, *, swakelola: bool) -> Rencana:
    jenis = "" if swakelola else _pick(random, tuple(PEKERJAAN))
    bertanda = None if swakelola or (tanda == "PDN" and random.random() < 0.02) else tanda
    return Rencana(
        satker=_house(random, rumah),
        cara="Swakelola" if swakelola else "Penyedia",
        metode="" if swakelola else _metode(random, jenis),
        jenis=jenis,
        nama=_nama(random, jenis or "Jasa Lainnya"),
        kode_rup=str(kode),
        sumber_dana=_dana(random),
        pdn=bertanda,
        sen=nilai,
    )


def _paket(random: Random, satker: Satker, rumah: Sequence[Satker], rup: Sequence[Rencana], sudah: int) -> list[Paket]:
    """Live packages whose PDN adds up to capaian x payments, then the ones that must not count."""
    if satker.capaian is None:
        pdn = 175_000_000 * 100
        banyak = 5
    else:
        pdn = int(Decimal(satker.bayar or 0) * satker.capaian)  # sen: rupiah x percent
        banyak = 92 + min(60, (satker.bayar or 0) // 20_000_000_000)
    parts = split(random, pdn, banyak, 25 if satker.nama == BERSEN else RIBU)
    live = [_hidup(random, rumah, rup, sudah + i, nilai) for i, nilai in enumerate(parts)]
    sudah += len(live)
    asing = [_asing(random, rumah, rup, sudah + i, pdn // banyak) for i in range(4)]
    sudah += len(asing)
    mati = [_mati(random, rumah, rup, sudah + i, pdn // banyak) for i in range(4)]
    belum = [_isi(random, rumah, rup, sudah + 4, None, None)]
    if satker.nama in PDN_KOSONG:
        belum += [_isi(random, rumah, rup, sudah + 5 + i, pdn // banyak // RIBU * RIBU, None) for i in range(3)]
    return live + asing + mati + belum


def _hidup(random: Random, rumah: Sequence[Satker], rup: Sequence[Rencana], nomor: int, pdn: int) -> Paket:
    full = random.random() < 0.8
    total = pdn if full else int(pdn / (0.7 + random.random() * 0.28)) // RIBU * RIBU + RIBU
    return _isi(random, rumah, rup, nomor, total, pdn)


def _asing(random: Random, rumah: Sequence[Satker], rup: Sequence[Rencana], nomor: int, sekitar: int) -> Paket:
    """A live package of imported goods: recorded value, PDN 0."""
    return _isi(random, rumah, rup, nomor, int(sekitar * (0.2 + random.random())) // RIBU * RIBU, 0)


def _mati(random: Random, rumah: Sequence[Satker], rup: Sequence[Rencana], nomor: int, sekitar: int) -> Paket:
    """A cancelled package that still carries its values."""
    nilai = int(sekitar * (0.5 + random.random())) // RIBU * RIBU
    return _isi(random, rumah, rup, nomor, nilai, nilai, batal=True)


def _isi(
    random: Random,
    rumah: Sequence[Satker],
    rup: Sequence[Rencana],
    nomor: int,
    total: int | None,
    pdn: int | None,
    *,
    batal: bool = False,
) -> Paket:
    kanal = _channel(random)
    _, hidup, mati, metode, awalan = KANAL[kanal]
    jenis = _pick(random, tuple(PEKERJAAN))
    rencana = _pick(random, tuple(r for r in rup if (r.cara == "Swakelola") == (kanal == SWAKELOLA)))
    kedua = _pick(random, tuple(rup)).kode_rup
    lain = f";{kedua}" if kedua != rencana.kode_rup and random.random() < 0.03 else ""
    return Paket(
        satker=_house(random, rumah),
        kanal=kanal,
        kode=_kode_paket(awalan, nomor),
        kode_rup=rencana.kode_rup + lain,
        metode=_pick(random, metode),
        jenis="" if kanal == SWAKELOLA else jenis,
        nama=_nama(random, jenis),
        penyedia=None if kanal == SWAKELOLA else f"Penyedia {int(random.random() * 900) + 1:04d}",
        sumber_dana=_dana(random),
        status=mati if batal else _pick(random, hidup),
        total=total,
        pdn=pdn,
        umk=None if total is None else (total if random.random() < 0.45 else 0),
    )


def _pembayaran(random: Random, satker: Satker, rumah: Sequence[Satker], paket: Sequence[Paket]) -> list[Pembayaran]:
    """Payments on the list up to the cut-off that add up to `satker.bayar` net, then those that must not count."""
    sekitar = RIBU * 10_000
    found: list[Pembayaran] = []
    live = tuple(p for p in paket if p.status not in DIBATALKAN and p.total)
    if satker.bayar:
        banyak = 98 + min(60, satker.bayar // 20_000_000_000)
        sekitar = satker.bayar * 100 // banyak // RIBU * RIBU
        rekening = _rekening(satker)
        for i, bersih in enumerate(split(random, satker.bayar * 100, banyak, RIBU)):
            tanggal = CUTOFF if i == 0 else AWAL + timedelta(days=int(random.random() * (CUTOFF - AWAL).days))
            setoran = int(bersih * random.random() * 0.1) // RIBU * RIBU if i % 23 == 7 else 0
            found.append(_bayar(random, rumah, live, _pick(random, rekening), bersih + setoran, setoran, tanggal))
    for i in range(3):
        found.append(_bayar(random, rumah, live, _pick(random, _rekening(satker)), sekitar + i * RIBU, 0, SESUDAH))
    for kode, nama in DI_LUAR.items():
        tanggal = AWAL + timedelta(days=int(random.random() * 300))
        found.append(_bayar(random, rumah, (), (kode, nama), sekitar * 2, 0, tanggal))
    return found


def _bayar(
    random: Random,
    rumah: Sequence[Satker],
    live: Sequence[Paket],
    rekening: tuple[str, str],
    realisasi: int,
    setoran: int,
    tanggal: date,
) -> Pembayaran:
    paket = _pick(random, tuple(live)) if live and random.random() < 0.9 else None
    satker = paket.satker if paket else _house(random, rumah)
    cara = "swakelola" if paket and paket.kanal == SWAKELOLA else "penyedia"
    return Pembayaran(satker, *rekening, realisasi, setoran, tanggal, cara, paket.kode if paket else None)


def _rekening(satker: Satker) -> tuple[tuple[str, str], ...]:
    """The accounts a unit pays from, as often as their share; a third of the payments from its own accounts."""
    umum = [(kode, nama) for kode, (nama, porsi) in UMUM.items() for _ in range(round(porsi * 50))]
    sendiri = [(kode, nama) for kode, nama, milik in KHUSUS if satker.nama in milik]
    return tuple(umum + sendiri * (25 // len(sendiri) if sendiri else 0))


def _channel(random: Random) -> str:
    left = random.random() * sum(isi[0] for isi in KANAL.values())
    for kanal, isi in KANAL.items():
        left -= isi[0]
        if left < 0:
            return kanal
    return SWAKELOLA


def _kode_paket(awalan: str, nomor: int) -> str:
    if awalan == "01JC":  # a ULID: 26 characters
        return f"{awalan}CNTH{nomor * 7919:018d}"
    if awalan == "EP-01":
        return f"{awalan}CNTH{nomor * 31:08d}"
    return f"{awalan}{nomor * 13:06d}000"


def _metode(random: Random, jenis: str) -> str:
    if jenis in ("Pekerjaan Konstruksi", "Jasa Konsultansi"):
        return _pick(
            random, ("Tender", "Pengadaan Langsung", "Seleksi") if "Jasa" in jenis else ("Tender", "E-Purchasing")
        )
    return _pick(random, ("E-Purchasing", "Pengadaan Langsung", "Tender"))


def _nama(random: Random, jenis: str) -> str:
    return f"{_pick(random, PEKERJAAN[jenis])} Tahap {int(random.random() * 4) + 1}"


def _dana(random: Random) -> str:
    return _pick(random, ("APBD", "APBD", "APBD", "APBDP"))


def _house(random: Random, rumah: Sequence[Satker]) -> Satker:
    """The unit itself for most rows, one of the units below it for the rest."""
    return rumah[0] if len(rumah) == 1 or random.random() < 0.65 else _pick(random, tuple(rumah[1:]))


def _pick(random: Random, choices: Sequence[_T]) -> _T:
    return choices[int(random.random() * len(choices))]
