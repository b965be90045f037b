"""How much a whole evaluation costs against DuckDB's bare sum of the same table. CPU, one process, best of five.

Run: python -m benchmarks.evaluasi [rows]. Prints ratios; nothing is asserted and nothing is written.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from p3dn_reports.evaluation import Organisasi, evaluate, explain, organisation
from p3dn_reports.rules import Scope
from p3dn_reports.tables import Tables
from tests.evaluation.factory import filled, scope_of, unit

BARIS = 1_000_000
UNIT = 60
KODE = [f"1.{number:02}.0.00.0.00.01.0000" for number in range(1, UNIT + 1)]

_BAYAR = f"""
INSERT INTO realisasi_bayar
SELECT printf('1.%02d.0.00.0.00.01.0000', 1 + i % {UNIT}),
       ['5.1.02.01.01.0001', '5.2.02.05.01.0003', '5.1.01.01.01.0001', '5.2.06.01', '5.2.020'][1 + (i * 7 % 5)::INT],
       ((i * 1337) % 100000000 + 0.37)::DECIMAL(38,2), CASE WHEN i % 20 = 0 THEN 1000 END::DECIMAL(38,2),
       DATE '2024-01-01' + (i % 366)::INT, 'penyedia', 'bayar.xlsx', 'Sheet1', i + 2
FROM range(?) AS baris(i)
"""


def main(banyak: int) -> None:
    """Fill the table, time the bare sum, the evaluation and one explanation, print the ratios."""
    with filled({"satker": [unit(kode) for kode in KODE], "realisasi_bayar": []}) as tables:
        tables.connection.execute(_BAYAR, [banyak])
        scope = scope_of()
        organisasi, _ = organisation(tables, scope)
        _report(tables, scope, organisasi, banyak)


def _report(tables: Tables, scope: Scope, organisasi: Organisasi, banyak: int) -> None:
    bare = _cpu(lambda: _bare(tables))
    print(f"{banyak} baris, {UNIT} unit; CPU SUM ... GROUP BY saja = 1 ({bare:.4f} detik)")
    for name, work in (
        ("evaluate", lambda: evaluate(tables, scope, organisasi)),
        ("explain satu unit", lambda: explain(tables, scope, organisasi, KODE[0], "capaian_perkin")),
    ):
        spent = _cpu(work)
        print(f"{name}: {spent / bare:.1f} ({spent:.4f} detik)")


def _bare(tables: Tables) -> object:
    return tables.connection.execute(
        "SELECT kode_satker, SUM(nilai_realisasi) FROM realisasi_bayar GROUP BY kode_satker"
    ).fetchall()


def _cpu(work: Callable[[], object]) -> float:
    spent = []
    for _ in range(5):
        started = time.process_time()
        work()
        spent.append(time.process_time() - started)
    return min(spent)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else BARIS)
