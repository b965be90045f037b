"""The figures of a unit or of the region as fields, derived from the rulebook: indicators, sums, breakdowns."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache

from p3dn_reports.documents.fields.breakdowns import Figured, breakdown, codes, empty, of_breakdown, sums
from p3dn_reports.documents.fields.field import (
    BANYAK,
    BULAT,
    DAFTAR_TEKS,
    RUPIAH,
    YA_TIDAK,
    Field,
    Group,
    Node,
    Part,
)
from p3dn_reports.documents.units import to_decimal
from p3dn_reports.evaluation.assessment import IndikatorResult, TargetResult
from p3dn_reports.formatting import desimal, nilai_bersatuan
from p3dn_reports.rules import Rulebook


@dataclass(frozen=True, slots=True)
class Read:
    """One indicator among the figures it belongs to."""

    result: IndikatorResult
    of: Figured

    @property
    def pembilang(self) -> Decimal | None:
        """The numerator; where nothing was divided, the sum itself."""
        return self._amount(self.result.pembilang, self.result.ukuran_pembilang)

    @property
    def penyebut(self) -> Decimal | None:
        """The denominator, likewise."""
        return self._amount(self.result.penyebut, self.result.ukuran_penyebut)

    def _amount(self, divided: Fraction | None, ukuran: str) -> Decimal | None:
        return to_decimal(divided) if divided is not None else self.of.figures.ukuran.get(ukuran)

    def judul(self, ukuran: str) -> str:
        """What a sum is called."""
        found = self.of.scope.rulebook.ukuran.get(ukuran)
        return found.judul if found else ""

    @property
    def target(self) -> TargetResult | None:
        """What the unit has promised; None where it has not."""
        target = self.result.target
        return target if target is not None and target.nilai > 0 else None


def of(rulebook: Rulebook, known: Container[str] = ()) -> dict[str, Node[Figured]]:
    """Indicators by their id, `ukuran`, and the breakdowns; those `known` can always be computed where this is printed.

    A line of a breakdown without any row is left out; `rincian_kosong` counts those.
    """
    lines = rulebook.rincian.items()
    return {
        **{name: _indicator(rulebook, name, known=name in known) for name in rulebook.indikator},
        "ukuran": _group(
            "Jumlah dan banyaknya",
            {
                name: Field(
                    one.judul, _sum(name), RUPIAH if one.satuan == "rupiah" else BANYAK, f"rules.yaml, ukuran {name}",
                    "2208750000000.00" if one.satuan == "rupiah" else "12", optional=True,
                )
                for name, one in rulebook.ukuran.items()
            },
        ),
        "rincian": _group("Rincian, baris demi baris", {name: breakdown(one) for name, one in lines}),
        "rincian_kosong": _group(
            "Banyaknya baris rincian yang kosong dan karena itu tidak dicetak",
            {name: Field(one.judul, empty(name), BULAT, of_breakdown(name), "0") for name, one in lines},
        ),
        "rincian_jumlah": _group("Jumlah setiap rincian", {name: sums(one) for name, one in lines}),
        "rincian_kode": _group(
            "Kode baris-baris rincian yang terisi",
            {name: Field(one.judul, codes(name), DAFTAR_TEKS, of_breakdown(name)) for name, one in lines},
        ),
    }  # fmt: skip


def _group(title: str, fields: Mapping[str, Node[Figured]]) -> Part[Figured, Figured]:
    return Part(title, Group(fields), lambda at: at, "rules.yaml")


def _sum(name: str) -> Callable[[Figured], object]:
    return lambda at: at.figures.ukuran.get(name)


def _indicator(rulebook: Rulebook, name: str, *, known: bool) -> Node[Figured]:
    one = rulebook.indikator[name]
    units = frozenset(_units(rulebook, name))
    jenis = " atau ".join(sorted(BANYAK if unit == "jumlah" else RUPIAH for unit in units)) or RUPIAH
    found = indicator_fields(jenis, known=known)
    return Part(one.judul, found, lambda at: Read(at.figures.indikator[name], at), f"rules.yaml, indikator {name}")


def _units(rulebook: Rulebook, name: str) -> Iterator[str]:
    """What a sum is in, or what an indicator divides whichever way it is read: `rupiah`, `jumlah`."""
    if name in rulebook.ukuran:
        yield rulebook.ukuran[name].satuan
    elif name in rulebook.indikator:
        one = rulebook.indikator[name]
        for way in (*rulebook.ways(one.menurut), *rulebook.ways(one.penyebut)):
            yield from _units(rulebook, way)


@cache
def indicator_fields(jenis: str, *, known: bool = False) -> Group[Read]:
    """The fields of an indicator that divides amounts or counts; `known`: it can be computed, so both are there."""
    satuan = {RUPIAH: "dalam rupiah", BANYAK: "banyaknya"}.get(jenis, "rupiah atau banyaknya menurut penafsirannya")
    contoh = {BANYAK: "12"}.get(jenis, "2208750000000.00")
    return Group(
        {
            "tampil": Field(
                "Angka siap cetak, tidak pernah melewati ambang", lambda at: at.result.tampil, example="79,92%"
            ),
            "dapat_dihitung": Field(
                "Apakah angkanya dapat dihitung", lambda at: at.result.nilai is not None, YA_TIDAK, example="ya"
            ),
            "pita": Field("Pengenal kelompok tempat angkanya terletak", lambda at: at.result.pita or ""),
            "tampil_pita": Field(
                "Kelompok itu dengan kata-kata", lambda at: at.result.tampil_pita or "", example="di bawah 80%"
            ),
            "pembilang": Field(
                f"Bilangan yang dibagi, {satuan}", lambda at: at.pembilang, jenis, example=contoh, optional=not known
            ),
            "penyebut": Field(
                f"Pembaginya, {satuan}", lambda at: at.penyebut, jenis, example=contoh, optional=not known
            ),
            "judul_pembilang": Field(
                "Sebutan pembilang",
                lambda at: at.judul(at.result.ukuran_pembilang),
                example="Realisasi belanja produk dalam negeri",
            ),
            "judul_penyebut": Field(
                "Sebutan penyebut",
                lambda at: at.judul(at.result.ukuran_penyebut),
                example="Realisasi pembayaran belanja pengadaan",
            ),
            "tepat_ambang": Field(
                "Apakah angkanya tepat pada salah satu ambang",
                lambda at: at.result.nilai in at.result.ambang,
                YA_TIDAK,
                example="tidak",
            ),
            "sebab": Field(
                "Sebab angkanya tidak dapat dihitung", lambda at: at.result.sebab or "", example="penyebut nol"
            ),
            "dibaca": Field("Pengenal indikator yang dipakai menurut penafsirannya", lambda at: at.result.dibaca),
            "diminta": Field("Apakah peraturan di daerah ini memintanya", _asked_for, YA_TIDAK, example="ya"),
            "kelebihan": Field(f"Selisih di atas pembaginya, {satuan}", _excess, jenis, example="0"),
            "kekurangan": Field(f"Yang masih kurang sampai pembaginya, {satuan}", _lack, jenis, example=contoh),
            "selisih": Field(
                f"Pembaginya dikurangi bilangan yang dibagi, {satuan}",
                _difference,
                jenis,
                example="1250000000.00",
                optional=not known,
            ),
            "target": Part("Perbandingan dengan target unit", _TARGET, lambda at: at),
        }
    )


def _asked_for(at: Read) -> bool:
    scope = at.of.scope
    return bool(scope.citations(scope.rulebook.indikator[at.result.indikator].dasar))


def _excess(at: Read) -> Decimal:
    return max(at.pembilang - at.penyebut, Decimal(0)) if at.pembilang and at.penyebut else Decimal(0)


def _lack(at: Read) -> Decimal:
    return max((at.penyebut or Decimal(0)) - (at.pembilang or Decimal(0)), Decimal(0))


def _difference(at: Read) -> Decimal | None:
    return at.penyebut - at.pembilang if at.penyebut is not None and at.pembilang is not None else None


def _promised(at: Read) -> str:
    if at.target is None:
        return ""
    return nilai_bersatuan(at.target.nilai, at.target.satuan)


def _points(at: Read) -> str:
    """Percentage points without sign, with as many decimals as the percentage that they explain."""
    if at.target is None or at.target.selisih is None:
        return ""
    places = len(at.result.tampil.removesuffix("%").partition(",")[2])
    return desimal(abs(at.target.selisih), max(places, 2))


def _shortfall(at: Read) -> Decimal:
    """Rupiah still wanting to the target, to the sen; 0 where it is reached or cannot be computed."""
    if at.target is None or at.target.persen is None or at.pembilang is None or at.penyebut is None:
        return Decimal(0)
    wanting = at.target.persen / 100 * Fraction(at.penyebut) - Fraction(at.pembilang)
    return to_decimal(max(wanting, Fraction(0)))


_TARGET: Group[Read] = Group(
    {
        "ada": Field("Apakah unit mempunyai target", lambda at: at.target is not None, YA_TIDAK, example="ya"),
        "tampil": Field("Target siap cetak", _promised, example="80,00%"),
        "tercapai": Field(
            "Apakah target tercapai", lambda at: bool(at.target and at.target.tercapai), YA_TIDAK, example="tidak"
        ),
        "selisih": Field("Jarak ke target dalam poin persen, siap cetak", _points, example="8,75"),
        "kekurangan": Field("Rupiah yang masih kurang sampai target", _shortfall, RUPIAH, example="271250000000.00"),
    }
)
