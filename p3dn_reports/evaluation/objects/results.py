"""What was found about objects, as plain frozen records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from p3dn_reports.evaluation.objects.conditions import Vonis
from p3dn_reports.evaluation.objects.sheets import Objek, Place
from p3dn_reports.evaluation.objects.steps import Langkah
from p3dn_reports.evaluation.shapes import Shape
from p3dn_reports.rules import Citation, Hitungan, Putusan


@dataclass(frozen=True, slots=True)
class Pengenal:
    """Which object a result is about: what names it, the unit it belongs to, where its (first) row stands."""

    tabel: str
    kunci: tuple[tuple[str, str], ...]
    sebutan: str
    unit: str | None
    berkas: str | None
    lembar: str | None
    baris: int | None
    SHAPE: ClassVar[Shape] = Shape(forms={"kunci": dict})

    @property
    def tempat(self) -> Place:
        """The file, sheet and row it was read from."""
        return self.berkas, self.lembar, self.baris

    def named(self, words: str) -> bool:
        """Whether every part of `words` (`PPK-017 / 1 Maret 2024`) is one of what names it."""
        own = {text.casefold() for _, text in self.kunci} | {self.sebutan.casefold()}
        return words.strip().casefold() in own or all(part.strip().casefold() in own for part in words.split(" / "))


def pengenal(objek: Objek) -> Pengenal:
    """The object's names and place."""
    return Pengenal(objek.schema.name, objek.kunci, objek.sebutan, objek.unit, *objek.tempat)


@dataclass(frozen=True, slots=True)
class HitunganResult:
    """One figure of one object, with all its steps."""

    hitungan: Hitungan
    objek: Pengenal
    langkah: Langkah
    SHAPE: ClassVar[Shape] = Shape(inline=("langkah",))


@dataclass(frozen=True, slots=True)
class Percobaan:
    """One row of a verdict as it was tried: what each condition came to, until one did not hold."""

    id: str
    tampil: str
    berlaku: bool | None
    vonis: tuple[Vonis, ...]


@dataclass(frozen=True, slots=True)
class PutusanResult:
    """The verdict on one object. `pilihan` is None where it cannot be decided, for the reason in `sebab`.

    `nilai` and `disertai` are figures that go with it, `kurang` what must still be there before it can be imposed,
    `ditahan` why the data it rests on cannot be trusted yet. `tanpa_sanksi`: it imposes nothing.
    """

    putusan: Putusan
    objek: Pengenal
    tanggal: date | None
    pilihan: str | None = None
    tampil: str | None = None
    tindakan: tuple[str, ...] = ()
    nilai: Langkah | None = None
    disertai: tuple[tuple[str, Langkah], ...] = ()
    sebab: str | None = None
    kurang: tuple[str, ...] = ()
    dasar: tuple[Citation, ...] = ()
    tanpa_sanksi: bool = False
    percobaan: tuple[Percobaan, ...] = ()
    ditahan: tuple[str, ...] = ()
    SHAPE: ClassVar[Shape] = Shape(
        also=("judul", "dapat_dijatuhkan"), without=("percobaan", "tanpa_sanksi"), forms={"disertai": dict}
    )

    @property
    def judul(self) -> str:
        """What the verdict is called."""
        return self.putusan.judul

    @property
    def dapat_dijatuhkan(self) -> bool:
        """Whether it imposes anything and nothing is wanting: decided, its preconditions there, its data sound."""
        return self.pilihan is not None and not (self.tanpa_sanksi or self.kurang or self.ditahan)


@dataclass(frozen=True, slots=True)
class ObjectResults:
    """Every verdict of a folder, and the figures that stand for themselves."""

    hitungan: tuple[HitunganResult, ...] = ()
    putusan: tuple[PutusanResult, ...] = ()
    SHAPE: ClassVar[Shape] = Shape(also=("lainnya", "sanksi"), without=("putusan",), named={"lainnya": "putusan"})

    @property
    def sanksi(self) -> tuple[PutusanResult, ...]:
        """The verdicts that are sanctions."""
        return tuple(one for one in self.putusan if one.putusan.sanksi)

    @property
    def lainnya(self) -> tuple[PutusanResult, ...]:
        """The verdicts that are none."""
        return tuple(one for one in self.putusan if not one.putusan.sanksi)
