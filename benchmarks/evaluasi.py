"""What the evaluation costs under the product's own rulebook, against DuckDB's bare sum and the oracle of the tests.

Run: python -m benchmarks.evaluasi [rows]. CPU seconds of this process, the best of several turns, the bare sum taking
its turn with the others. Only the ratios mean anything; nothing is asserted and nothing is written.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from p3dn_reports import rulebook
from p3dn_reports.evaluation.alternatives import evaluate
from p3dn_reports.evaluation.assessment import Organisasi
from p3dn_reports.evaluation.evaluate import take
from p3dn_reports.evaluation.explain import explain
from p3dn_reports.evaluation.organisation import organisation
from p3dn_reports.inputs.schema import load_schemas
from p3dn_reports.rules import Rulebook, Scope
from p3dn_reports.tables import TableSchema
from p3dn_reports.tables.duck import DuckTables, memory_tables
from p3dn_reports.vocabulary import Periode
from tests.evaluation.oracle import Oracle

AKAR = Path(__file__).parents[1]
BARIS, UNIT, PUTARAN = 1_000_000, 60, 9
BARIS_ORAKEL = 2_000
KODE = [f"1.{number:02}.0.00.0.00.01.0000" for number in range(1, UNIT + 1)]

_KODE_REKENING = "(['5.1.02.01.01.', '5.2.02.05.01.', '5.1.01.01.01.', '5.2.06.01.01.', '5.2.020.01.'][1 + n % 5])"
_RUPIAH = "((i * 1337) % 100000000 + 0.37)"
_ISI: Mapping[str, Mapping[str, str]] = {
    "realisasi_bayar": {
        "kode_rekening": f"{_KODE_REKENING} || printf('%04d', n // 5 % 8)",
        "nama_rekening": "'Belanja ' || n",
        "nilai_realisasi": _RUPIAH,
        "nilai_setoran": "CASE WHEN i % 20 = 0 THEN 1000 END",
        "nomor_sp2d": "'SP2D/' || i",
        "tanggal_sp2d": "DATE '2023-12-30' + (i % 368)::INT",
        "cara": "'LS'",
    },
    "realisasi_inaproc": {
        "kode_paket": "'P' || i",
        "sumber_transaksi": "['Tender', 'Non Tender', 'E-Katalog Versi 5.0', 'Toko Daring', 'Kontes'][1 + n % 5]",
        "status_paket": "['Selesai', 'Berjalan', 'PAKET DIBATALKAN'][1 + n % 3]",
        "nama_paket": "'Paket ' || i",
        "total_nilai": f"CASE WHEN i % 50 > 0 THEN {_RUPIAH} END",
        "nilai_pdn": f"CASE WHEN i % 30 > 0 THEN {_RUPIAH} * 0.8 END",
    },
    "rup": {
        "cara_pengadaan": "['Penyedia', 'Swakelola'][1 + n % 2]",
        "tipe_paket": "['Penyedia', 'Swakelola', 'PDS'][1 + n % 3]",
        "produk_dalam_negeri": "['PDN', 'Non-PDN', NULL][1 + n % 3]",
        "nama_paket": "'Paket ' || i",
        "total_nilai": _RUPIAH,
    },
}
_DIJUMLAH = {"realisasi_bayar": "nilai_realisasi", "realisasi_inaproc": "total_nilai", "rup": "total_nilai"}


def main(banyak: int) -> None:
    """Time every table by itself, then the oracle on few rows."""
    schemas = load_schemas(AKAR / "schemas")
    rules, _ = rulebook.load(AKAR / "rules.yaml", schemas, AKAR / "schemas" / "rules.schema.json")
    if rules is None:
        raise SystemExit("rules.yaml tidak dapat dibaca")
    scope = rules.scope(rules.daerah["dki-jakarta"], Periode(2024, 4), date(2024, 12, 30))
    for tabel in _ISI:
        with filled(schemas, tabel, banyak) as tables:
            _against_bare_sum(tables, scope, tabel, banyak)
    with filled(schemas, "realisasi_bayar", BARIS_ORAKEL) as tables:
        _against_oracle(tables, scope)


@contextmanager
def filled(schemas: Mapping[str, TableSchema], tabel: str, banyak: int) -> Iterator[DuckTables]:
    """The units and one table of `banyak` rows, typed as the product reads them."""
    tables = memory_tables(schemas)
    with tables:
        for kode in KODE:
            sql = "INSERT INTO satker (kode_satker, nama_satker, jenis) VALUES (?, ?, 'perangkat_daerah')"
            tables.connection.execute(sql, [kode, f"Dinas {kode}"])
        isi = {
            "kode_satker": f"printf('1.%02d.0.00.0.00.01.0000', 1 + i % {UNIT})",
            **_ISI[tabel],
            "_berkas": "'data.xlsx'",
            "_lembar": "'Sheet1'",
            "_baris": "i + 2",
        }
        rows = f"SELECT i, (i * 7919 // {UNIT})::BIGINT AS n FROM range(?) AS baris(i)"
        sql = f"INSERT INTO {tabel} ({', '.join(isi)}) SELECT {', '.join(isi.values())} FROM ({rows})"
        tables.connection.execute(sql, [banyak])
        tables.present = frozenset({"satker", tabel})
        tables.columns_present = {tabel: frozenset(isi)}
        yield tables


def _against_bare_sum(tables: DuckTables, scope: Scope, tabel: str, banyak: int) -> None:
    organisasi, _ = organisation(tables, scope)
    assessment = evaluate(tables, scope, organisasi, otherwise=False)
    andai = _with_other_threshold(scope)
    work: dict[str, Callable[[], object]] = {
        "SUM ... GROUP BY kode_satker saja": lambda: _sum(tables, tabel, f"SUM({_DIJUMLAH[tabel]})"),
        "semua jumlah": lambda: take(tables.remembering(), scope, organisasi),
        "evaluate seluruhnya": lambda: evaluate(tables.remembering(), scope, organisasi),
        "andai (evaluate dua kali)": lambda: _both(tables.remembering(), (scope, andai), organisasi),
        "explain satu unit": lambda: explain(tables, scope, assessment, KODE[0], "capaian_perkin"),
    }
    _print(f"{tabel}: {banyak} baris, {UNIT} unit", _cpu(work, PUTARAN))


def _against_oracle(tables: DuckTables, scope: Scope) -> None:
    organisasi, _ = organisation(tables, scope)
    rows: dict[str, list[dict[str, Any]]] = {name: list(tables.rows(name)) for name in sorted(tables.present)}
    oracle = Oracle(scope.rulebook, scope.daerah, scope.periode, scope.data_per, rows)
    work: dict[str, Callable[[], object]] = {
        "evaluate": lambda: evaluate(tables, scope, organisasi),
        "orakel Python": oracle.answer,
    }
    _print(f"orakel: {BARIS_ORAKEL} baris, {UNIT} unit", _cpu(work, 1))


def _both(tables: DuckTables, scopes: Sequence[Scope], organisasi: Organisasi) -> object:
    return [evaluate(tables, scope, organisasi) for scope in scopes]


def _with_other_threshold(scope: Scope) -> Scope:
    rules: Rulebook = scope.rulebook
    one = rules.parameter["ambang_bawah_perkin"]
    changed = replace(one, nilai=tuple(replace(dated, nilai=Decimal(75)) for dated in one.nilai))
    return replace(scope, rulebook=replace(rules, parameter={**rules.parameter, one.id: changed}))


def _sum(tables: DuckTables, tabel: str, jumlah: str) -> object:
    sql = f"SELECT kode_satker, {jumlah} FROM {tabel} GROUP BY kode_satker"
    return tables.connection.execute(sql).fetchall()


def _cpu(work: Mapping[str, Callable[[], object]], putaran: int) -> dict[str, float]:
    best = dict.fromkeys(work, float("inf"))
    for _ in range(putaran):
        for name, run in work.items():
            started = time.process_time()
            run()
            best[name] = min(best[name], time.process_time() - started)
    return best


def _print(judul: str, best: Mapping[str, float]) -> None:
    print(judul)
    satu = next(iter(best.values()))
    for name, spent in best.items():
        print(f"  {name:35}{spent * 1000:9.1f} ms {spent / satu:8.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else BARIS)
