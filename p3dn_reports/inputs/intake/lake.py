"""A validated quarter written once, for a lake of many regions: its tables as parquet beside its receipt.

Every row keeps its file, sheet and place there, so that a figure leads back to the sender's cell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from p3dn_reports.inputs.files.receipt import RECEIPT, Receipt, read_receipt, refusal, write_receipt
from p3dn_reports.inputs.intake.kept import Checked, checked_from_json, checked_json
from p3dn_reports.inputs.intake.shelf import digest, engine, file_digest
from p3dn_reports.inputs.intake.taking import InputFile
from p3dn_reports.inputs.sheets.reading import Schemas
from p3dn_reports.problems import Severity
from p3dn_reports.tables.duck import DuckTables, memory_tables

if TYPE_CHECKING:
    import duckdb

_SHORT = 12


@dataclass(frozen=True, slots=True)
class TakenBy:
    """From what, and by what, a quarter was taken.

    `masukan` is the name of the folder, `mesin` the version of the program, `aturan` the digest of the rules in force.
    """

    masukan: str
    mesin: str
    aturan: str | None


def part_digest(files: Sequence[InputFile], schemas: Schemas) -> str:
    """The name of a quarter in a lake (12 hex digits): of its files, the schemas, and the program that reads them."""
    named = (text for one in files for text in (one.berkas, one.sha256))
    return digest("\0".join([*named, _digest_of(schemas), engine()]).encode())[:_SHORT]


def write_part(folder: Path, checked: Checked, files: Sequence[InputFile], taken: TakenBy) -> None:
    """Write a quarter that was read into the empty `folder`, its receipt last."""
    assert checked.meta is not None  # noqa: S101 - a quarter without it belongs to nobody
    schemas, meta = checked.tables.schemas, checked.meta
    receipt = Receipt(
        masukan=taken.masukan,
        kd_klpd=meta.kd_klpd,
        periode=str(meta.periode),
        data_per=meta.tanggal_cutoff.isoformat(),
        digest=part_digest(files, schemas),
        mesin=taken.mesin,
        skema=_digest_of(schemas),
        aturan=taken.aturan,
        sumber={one.berkas: one.sha256 for one in files},
        tabel=_write_tables(folder, checked.tables),
        temuan={str(kind): sum(one.tingkat is kind for one in checked.problems) for kind in Severity},
        isi=checked_json(checked),
    )
    write_receipt(folder, receipt)


def read_part(folder: Path, schemas: Schemas) -> tuple[Checked, list[InputFile]]:
    """The quarter of a part, its tables in memory. Raises ProblemsError where anything differs from its receipt."""
    import duckdb  # noqa: PLC0415 (who reads a receipt alone needs no database)

    receipt = read_receipt(folder)
    if receipt.skema != _digest_of(schemas):
        raise refusal(folder, RECEIPT, "diambil dengan skema tabel yang lain")
    for name, told in receipt.tabel.items():
        if not (path := _table(folder, name)).is_file() or file_digest(path) != told["sha256"]:
            raise refusal(folder, path.name, "isinya bukan yang dicatat pada resi")
    tables = memory_tables(schemas)
    try:
        for name in receipt.tabel:
            _read_table(tables.connection, name, _table(folder, name))
        return checked_from_json(receipt.isi, tables), [InputFile(*one) for one in receipt.sumber.items()]
    except BaseException as error:
        tables.connection.close()
        if isinstance(error, duckdb.Error | LookupError | TypeError | ValueError):
            raise refusal(folder, RECEIPT, "tabelnya bukan tabel yang dikenal") from error
        raise


def _write_tables(folder: Path, tables: DuckTables) -> dict[str, dict[str, object]]:
    """Write every table that has rows, in the order of their reading; what the receipt says of each."""
    told: dict[str, dict[str, object]] = {}
    found = tables.connection.execute("SELECT table_name FROM duckdb_tables() ORDER BY table_name")
    for (name,) in found.fetchall():
        rows = tables.connection.sql(f'SELECT * FROM "{name}" ORDER BY rowid')
        (count,) = tables.connection.execute(f'SELECT count(*) FROM "{name}"').fetchall()[0]
        if count:
            rows.write_parquet(str(_table(folder, name)), compression="zstd")
            told[name] = {"sha256": file_digest(_table(folder, name)), "baris": count}
    return told


def _read_table(connection: duckdb.DuckDBPyConnection, name: str, path: Path) -> None:
    """Fill a table. Raises TypeError where the file's columns are not exactly its own."""
    rows = "SELECT * FROM read_parquet(?, hive_partitioning = false)"  # the folders' names are no columns
    wanted = connection.execute(f'DESCRIBE "{name}"').fetchall()
    found = connection.execute(f"DESCRIBE {rows}", [[str(path)]]).fetchall()
    if [row[:2] for row in found] != [row[:2] for row in wanted]:
        raise TypeError(name)
    connection.execute(f'INSERT INTO "{name}" {rows}', [[str(path)]])


def _table(folder: Path, name: str) -> Path:
    """The file of a table. Raises ProblemsError for a name that leads elsewhere."""
    if not name.replace("_", "").isalnum():
        raise refusal(folder, RECEIPT, "nama tabelnya tidak sah")
    return folder / f"{name}.parquet"


def _digest_of(schemas: Schemas) -> str:
    return digest(repr(schemas).encode())
