"""Rows of nobody shake a status exactly where some choice among them would change it: held against trying them all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from p3dn_reports.evaluation.alternatives import evaluate
from p3dn_reports.evaluation.assessment import Assessment
from p3dn_reports.evaluation.availability import measure_of
from p3dn_reports.evaluation.doubt import may_move, weighed
from p3dn_reports.evaluation.indicators import reading, unit_result
from p3dn_reports.evaluation.loose import Loose, Reach, loose_rows
from p3dn_reports.evaluation.organisation import organisation
from p3dn_reports.evaluation.targets import Promise
from p3dn_reports.evaluation.withholding import withholding
from p3dn_reports.problems import Location, Problem, problem
from tests.evaluation.factory import filled, paid, recorded, rulebook, scope_of, unit

Rows = dict[str, list[dict[str, Any]]]

AMOUNTS = st.integers(-30, 130).map(Decimal)
STRAYS = st.lists(st.integers(-15, 60).map(Decimal), max_size=4)
PROMISES = st.sampled_from(
    [{}, {"target_perkin": Promise(Decimal(50), "persen")}, {"target_perkin": Promise(Decimal(70), "rupiah")}]
)
READINGS = {
    basis: reading(scope_of(pilihan={"basis": basis}), "capaian_perkin", dict.fromkeys(rulebook().ukuran))
    for basis in ("rasio", "terhadap_target")
}


def subsets(rows: list[Any]) -> Iterator[tuple[Any, ...]]:
    for size in range(len(rows) + 1):
        yield from combinations(rows, size)


def reach_of(amounts: Iterable[Decimal]) -> Reach:
    listed = list(amounts)
    return Reach(
        len(listed), sum((a for a in listed if a < 0), Decimal(0)), sum((a for a in listed if a > 0), Decimal(0))
    )


@given(st.sampled_from(sorted(READINGS)), AMOUNTS, AMOUNTS, STRAYS, STRAYS, PROMISES)
def test_a_status_is_in_doubt_where_some_choice_changes_it_and_nowhere_else(
    basis: str, above: Decimal, below: Decimal, more: list[Decimal], under: list[Decimal], promises: dict[str, Promise]
) -> None:
    read = READINGS[basis]

    def band(n: Iterable[Decimal], d: Iterable[Decimal]) -> str | None:
        sums = {"pdn": above + sum(n), "pembayaran": below + sum(d)}
        return unit_result(read, sums, promises).pita

    own = band((), ())
    every = {band(n, d) for n in subsets(more) for d in subsets(under)}
    reach = {"pdn": reach_of(more), "pembayaran": reach_of(under)}
    sums = {"pdn": above, "pembayaran": below}
    assert may_move(read, sums, promises, reach.__getitem__, pita=own) == (every != {own})


SATKER = [unit("A"), unit("B"), unit("U", jenis="bukan_pemda")]
OWN: Rows = {
    "satker": SATKER,
    "realisasi_bayar": [paid("A", "100"), paid("B", "100"), paid("U", "7")],
    "realisasi_inaproc": [recorded("A", "90", "79"), recorded("B", "90", "90")],
}


def unknown(tabel: str, kode: str | None, **more: Any) -> Problem:
    place = Location(f"{tabel}.xlsx", "Sheet1", "A9")
    slots: dict[str, Any] = {"semua_unit": True, "lepas": True, "banyak": "", "usul": "", "nilainya": "", **more}
    return problem("kode-satker-tidak-dikenal", place, nilai=kode, tabel=tabel, **slots)


def weigh(rows: Rows, *faults: Problem) -> tuple[Assessment, Loose, list[Problem]]:
    scope = scope_of()
    with filled(rows) as tables:
        organisasi, _ = organisation(tables, scope)
        loose = loose_rows(tables, scope, organisasi, withholding(faults, organisasi))
        assessment = evaluate(tables, scope, organisasi, lepas=loose)
        return assessment, loose, list(weighed(faults, loose, scope, assessment.unit))


def with_rows(**more: list[dict[str, Any]]) -> Rows:
    return {name: [*rows, *more.get(name, [])] for name, rows in OWN.items()}


def in_doubt(rows: Rows, *faults: Problem) -> dict[str, bool]:
    assessment, _, _ = weigh(rows, *faults)
    return {one.unit.kode_satker: "capaian_perkin" in one.indikator_ditahan for one in assessment.unit}


BAYAR, INAPROC = "realisasi_bayar", "realisasi_inaproc"


@pytest.mark.parametrize(
    ("strays", "doubt"),
    [
        ({INAPROC: [recorded("X", "1", "0.99")]}, {"A": False, "B": False}),
        ({INAPROC: [recorded("X", "1", "1")]}, {"A": True, "B": False}),
        ({INAPROC: [recorded("X", "1", "0.5"), recorded("Y", "1", "0.5")]}, {"A": True, "B": False}),
        ({INAPROC: [recorded("X", "9", "9", status_paket="GAGAL")]}, {"A": False, "B": False}),
        ({INAPROC: [recorded("X", "10", "10.01")]}, {"A": True, "B": True}),
        ({BAYAR: [paid("X", "12.5")]}, {"A": False, "B": False}),
        ({BAYAR: [paid("X", "12.51")]}, {"A": False, "B": True}),
        ({BAYAR: [paid("X", "12.51", rekening="5.1.01")]}, {"A": False, "B": False}),
        ({BAYAR: [paid("X", "1", setoran="2.25")]}, {"A": True, "B": False}),
        ({BAYAR: [paid("X", "10")], INAPROC: [recorded("X", "1", "1")]}, {"A": True, "B": False}),
        ({BAYAR: [paid(None, "12.51")]}, {"A": False, "B": True}),  # type: ignore[arg-type]
        ({BAYAR: [paid("U", "90")]}, {"A": False, "B": False}),
    ],
)
def test_only_a_unit_that_the_rows_could_move_is_in_doubt(strays: Rows, doubt: dict[str, bool]) -> None:
    """A stands at 79 of 100, B at 90 of 100: one more, or 1,25 less to divide by, lifts A; 12,51 more lowers B."""
    faults = [unknown(tabel, row["kode_satker"]) for tabel, rows in strays.items() for row in rows]
    rows = with_rows(**strays)
    assert in_doubt(rows, *faults) == doubt
    for kode, shaken in doubt.items():
        assert shaken == (len(bands_of(kode, strays)) > 1)


def bands_of(kode: str, strays: Rows) -> set[str | None]:
    """The unit's bands, whichever of the rows turn out to be its own."""
    loose = [(tabel, row) for tabel, rows in strays.items() for row in rows if row["kode_satker"] != "U"]
    found = set()
    for chosen in subsets(loose):
        more: Rows = {}
        for tabel, row in chosen:
            more.setdefault(tabel, []).append({**row, "kode_satker": kode})
        with filled(with_rows(**more)) as tables:
            assessment = evaluate(tables, scope_of(), organisation(tables, scope_of())[0])
        result = assessment.unit_result(kode)
        assert result is not None
        found.add(result.figures.indikator["capaian_perkin"].pita)
    return found


def test_without_a_fault_nothing_is_asked_and_nothing_doubted() -> None:
    assert in_doubt(with_rows(realisasi_bayar=[paid("X", "999")])) == {"A": False, "B": False}


def test_the_fault_says_what_its_rows_amount_to_and_what_that_does() -> None:
    rows = with_rows(realisasi_bayar=[paid("X", "10", setoran="2.5"), paid("X", "1"), paid("Y", "5")])
    faults = [unknown(BAYAR, "X"), unknown(BAYAR, "Y"), unknown(INAPROC, "X")]
    assessment, loose, (first, second, third) = weigh(rows, *faults)
    measure = measure_of(scope_of().rulebook.ukuran["pembayaran"])
    assert loose.menurut_temuan[faults[0]][measure].jumlah == Decimal("8.5")
    assert loose.reach(measure, "A") == Reach(3, Decimal(0), Decimal("13.5"))
    assert "Nilai itu tidak terhitung pada satuan kerja mana pun" in first.pesan
    assert "dapat mengubah status 1 satuan kerja" in first.pesan
    assert "Nilai itu" in second.pesan
    assert third.pesan == faults[2].pesan
    assert assessment.seluruh.ukuran["pembayaran"] == 200


def test_rows_that_no_unit_can_be_moved_by_say_so() -> None:
    _, _, (told,) = weigh(with_rows(realisasi_bayar=[paid("X", "1")]), unknown(BAYAR, "X"))
    assert "status setiap satuan kerja tetap sama, siapa pun pemiliknya" in told.pesan
    _, _, (told,) = weigh(with_rows(realisasi_bayar=[paid("X", "1", rekening="5.1.01")]), unknown(BAYAR, "X"))
    assert told.pesan.endswith("Tidak ada nilai yang dihitung pada baris itu.")


def test_rows_that_are_one_of_two_units_shake_no_third() -> None:
    rows = with_rows(realisasi_bayar=[paid(None, "50")])  # type: ignore[arg-type]
    between = unknown(BAYAR, None, unit=("A",), semua_unit=False)
    assert in_doubt(rows, between) == {"A": False, "B": False}
    assert in_doubt(rows, unknown(BAYAR, None, unit=("B",), semua_unit=False)) == {"A": False, "B": True}


def test_rows_of_a_unit_without_a_place_are_weighed_too() -> None:
    """Its parent is not known: the rows of all tables under its code are nobody's."""
    rows = with_rows(realisasi_bayar=[paid("S", "50")])
    rows["satker"] = [*SATKER, unit("S", jenis="unit", induk="Z")]
    scope = scope_of()
    with filled(rows) as tables:
        organisasi, faults = organisation(tables, scope)
        loose = loose_rows(tables, scope, organisasi, withholding(faults, organisasi))
        assessment = evaluate(tables, scope, organisasi, lepas=loose)
        (told,) = weighed(faults, loose, scope, assessment.unit)
    assert told.lepas
    assert "Rp50,00 (Realisasi pembayaran) tidak terhitung pada satuan kerja mana pun" in told.pesan
    assert ["capaian_perkin" in one.indikator_ditahan for one in assessment.unit] == [False, True]


def test_declarations_of_nobody_may_settle_a_doubt() -> None:
    """A's import share is above the cap; a declared package of nobody could be its own and settle it."""
    plan = {"kode_satker": "A", "kode_rup": "R1", "produk_dalam_negeri": "Non-PDN", "total_nilai": Decimal(90)}
    stray = {"kode_satker": "X", "kode_rup": "R2", "produk_dalam_negeri": "PDN", "total_nilai": Decimal("0.01")}
    rows = {"satker": SATKER, "rup": [plan, stray], "deklarasi": [{"kode_satker": "A", "kode_rup": "R2"}]}
    assessment, _, _ = weigh(rows, unknown("rup", "X"))
    assert "porsi_impor" in assessment.unit[0].indikator_ditahan
    undeclared = {**rows, "deklarasi": []}
    assessment, _, _ = weigh(undeclared, unknown("rup", "X"))
    assert "porsi_impor" not in assessment.unit[0].indikator_ditahan
