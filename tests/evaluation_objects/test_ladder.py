"""The ladder of sanctions for officials against a reading of Pasal 30 and 31 in plain Python, on random violations.

Violations of one official on one contract and one day are one (reading satu-perbuatan); what was done before the
regulation came into force (Pasal 34) is no violation of it, gets nothing and counts for nothing.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from typing import Any

import holidays
from hypothesis import given, settings
from hypothesis import strategies as st

from p3dn_reports.evaluation.objects.assess import objects
from tests.evaluation_objects.book import scope, tables

CUT_OFF = date(2025, 6, 30)
IN_FORCE = date(2023, 10, 24)
ACT = ("pejabat", "tanggal", "nomor_kontrak")
OFF = holidays.country_holidays("ID", years=(2024, 2025, 2026), categories=("public", "government"))

violations = st.fixed_dictionaries(
    {
        "pejabat": st.sampled_from(["A", "a", "B"]),
        "tanggal": st.dates(date(2023, 9, 1), date(2025, 12, 31))
        | st.sampled_from([date(2023, 10, 23), IN_FORCE, date(2024, 1, 1)]),
        "nomor_kontrak": st.sampled_from(["K-1", "k-1", "K-2", ""]),
        "nilai_kontrak": st.none() | st.integers(0, 10**11),
        "tanggal_surat": st.none() | st.dates(date(2024, 6, 1), date(2025, 12, 31)),
        "apip": st.booleans(),
    }
)
payments = st.lists(st.tuples(st.integers(0, 12), st.integers(1, 3) | st.just(10**9)), max_size=4)


HEAD = (
    "pejabat | kode_satker | tanggal | ketentuan | nomor_kontrak | nilai_kontrak | nomor_surat | tanggal_surat"
    " | rekomendasi_apip | rekomendasi_tim"
)


def _line(number: int, row: dict[str, Any]) -> str:
    kontrak = "" if row["nilai_kontrak"] is None else row["nilai_kontrak"]
    letter, apip = row["tanggal_surat"] or "", "A" if row["apip"] else ""
    at = f"{row['tanggal']} | 9(1) | {row['nomor_kontrak']}"
    return f"{row['pejabat']} | D | {at} | {kontrak} | S-{number} | {letter} | {apip} | T"


def due(letter: date) -> date:
    day, left = letter, 30
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < 5 and day not in OFF
    return day


def expected(rows: list[dict[str, Any]], paid: dict[int, int]) -> dict[int, tuple[str, int | None]]:
    """Row number to verdict and amount; rows after the cut-off have none."""
    found = {number: ("-", None) for number, row in enumerate(rows) if row["tanggal"] < IN_FORCE}
    return found | _in_force({number: row for number, row in enumerate(rows) if number not in found}, paid)


def _in_force(numbered: dict[int, dict[str, Any]], paid: dict[int, int]) -> dict[int, tuple[str, int | None]]:
    found: dict[int, tuple[str, int | None]] = {}
    rows = list(numbered.values())
    acts: dict[str, list[tuple[date, object]]] = defaultdict(list)
    for number, row in sorted(numbered.items(), key=lambda pair: (pair[1]["tanggal"], pair[0])):
        before = acts[row["pejabat"].lower()]
        act = (row["tanggal"], row["nomor_kontrak"].lower() or number)
        again = act in before
        before += [] if again else [act]
        count = before.index(act) + 1
        if row["tanggal"] > CUT_OFF:
            continue
        if _open_on(rows, row):
            found[number] = ("-", None)
            continue
        if again:
            found[number] = ("bagian_perbuatan_lain", None)
            continue
        if _open_before(rows, row):
            found[number] = ("-", None)
            continue
        base = contract(rows, row)
        fine = None if base is None else min(base // 100, 500_000_000)
        late = count == 4 and row["tanggal_surat"] and due(row["tanggal_surat"]) < CUT_OFF
        if late and fine is not None and fine > paid.get(number, 0):
            found[number] = ("pemberhentian_denda_tidak_dibayar", fine - paid.get(number, 0))
            continue
        ladder = {1: "peringatan_pertama", 2: "peringatan_kedua", 3: "peringatan_ketiga", 4: "denda"}
        found[number] = (ladder.get(count, "pemberhentian"), fine if count == 4 else None)
    return found


def contract(rows: list[dict[str, Any]], row: dict[str, Any]) -> int | None:
    """The value of the contract: the one that all findings of that act which name any agree on."""
    act = [row]
    if row["nomor_kontrak"]:
        act = [one for one in rows if all(_folded(one, key) == _folded(row, key) for key in ACT)]
    values = {one["nilai_kontrak"] for one in act} - {None}
    return values.pop() if len(values) == 1 else None


def _folded(row: dict[str, Any], key: str) -> str:
    return str(row[key]).lower()


def _open_on(rows: list[dict[str, Any]], row: dict[str, Any]) -> bool:
    """Whether a finding of that official and day, one of several, names no contract."""
    alike = [one for one in rows if one["pejabat"].lower() == row["pejabat"].lower()]
    shared = [one for one in alike if one["tanggal"] == row["tanggal"]]
    return len(shared) > 1 and any(not one["nomor_kontrak"] for one in shared)


def _open_before(rows: list[dict[str, Any]], row: dict[str, Any]) -> bool:
    alike = [one for one in rows if one["pejabat"].lower() == row["pejabat"].lower()]
    return any(_open_on(rows, one) for one in alike if one["tanggal"] < row["tanggal"])


@settings(max_examples=60)
@given(rows=st.lists(violations, max_size=12), paid=payments)
def test_every_violation_gets_what_the_clauses_say(rows: list[dict[str, Any]], paid: list[tuple[int, int]]) -> None:
    lines = [_line(number, row) for number, row in enumerate(rows)]
    sums: dict[int, int] = defaultdict(int)
    for number, amount in paid:
        sums[number] += amount
    received = [f"S-{number} | 2025-01-02 | {amount}" for number, amount in paid]
    with tables(
        pelanggaran="\n".join([HEAD, *lines]),
        pembayaran_denda="\n".join(["nomor_surat | tanggal | nilai", *received]),
        satker="kode_satker | nama_satker | jenis\nD | Dinas | perangkat_daerah\n",
    ) as made:
        found = {int(str(one.objek.baris)) - 2: one for one in objects(made, scope(CUT_OFF), {}).sanksi}
    wanted = expected(rows, sums)
    assert set(found) == set(wanted)
    for number, (pilihan, nilai) in wanted.items():
        result = found[number]
        assert (result.pilihan or "-") == pilihan
        assert (None if result.nilai is None else result.nilai.nilai) == nilai
        if result.pilihan:
            open_payment = any("belum dapat diputus" in words for words in result.kurang)
            imposed = pilihan != "bagian_perbuatan_lain"
            assert result.dapat_dijatuhkan == (imposed and rows[number]["apip"] and not open_payment)
            assert imposed or not result.kurang
            assert not open_payment or contract(rows, rows[number]) is None
