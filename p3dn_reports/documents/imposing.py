"""What keeps a document of a row from going out: figures it cannot do without, who may sign it, what is left blank."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from p3dn_reports.documents.officials import PIMPINAN, Row, official
from p3dn_reports.documents.subjects import Around, Subject
from p3dn_reports.formatting import daftar_kata
from p3dn_reports.rules import Dokumen

Paper = tuple[str | None, date | None]


def not_yet(around: Around, dokumen: Dokumen, subject: Subject, on: date) -> Iterator[str]:
    """Why it may not be made: a figure that cannot be told, nobody to impose it, the one it is about signing it."""
    yield from _no_figure(around, dokumen, subject)
    role = _signing_role(around, dokumen, subject)
    if role is None:
        return
    holder = official(around.tables, (role,), on).row
    if not holder and dokumen.penanda_tangan.putusan and not role.startswith("kepala_"):
        yield f"yang berwenang menjatuhkannya, {role}, belum ada pada tabel pejabat"
    if holder and _names(dokumen, subject, holder):
        yield "yang dikenai naskah ini adalah yang menandatanganinya"


def numbered(dokumen: Dokumen, subject: Subject) -> Paper:
    """The number and date that the document's own row holds."""
    if dokumen.bernomor is None or subject.objek is None:
        return None, None
    row = subject.objek.baris
    return row[dokumen.bernomor.nomor], row[dokumen.bernomor.tanggal]


def wanting(dokumen: Dokumen, subject: Subject, paper: Paper | None) -> Iterator[str]:
    """What a person must still write in the document's row. `paper` is its number and date in table `naskah`."""
    if subject.objek is None:
        return
    schema, row = subject.objek.schema, subject.objek.baris
    blank = [name for name in dokumen.kolom_lengkap if row.get(name) is None]
    if blank:
        yield f"tabel {schema.name}, baris {subject.kunci}, kolom {daftar_kata(blank)} belum diisi"
    own = numbered(dokumen, subject)
    if dokumen.bernomor and paper and any(paper) and paper != own:
        columns = daftar_kata([dokumen.bernomor.nomor, dokumen.bernomor.tanggal])
        yield f"nomor dan tanggalnya pada tabel naskah berbeda dari tabel {schema.name}, kolom {columns}"


def _no_figure(around: Around, dokumen: Dokumen, subject: Subject) -> Iterator[str]:
    for name in dokumen.perlu if subject.objek else ():
        assert subject.objek is not None  # noqa: S101 - asked just now
        step = around.figure(around.scope.rulebook.hitungan[name], subject.objek, around.scope.data_per)
        if step.nilai is None:
            yield f"{step.uraian} belum dapat dihitung: {step.sebab}"


def _signing_role(around: Around, dokumen: Dokumen, subject: Subject) -> str | None:
    """The role in table `pejabat` of the one who signs, where that is told by the row or its unit."""
    signer, kode = dokumen.penanda_tangan, subject.reporting or subject.kode
    if signer.putusan:
        found = around.verdict(signer.putusan, subject.objek)
        choice = found.pilihan if found else None
        return f"kepala_{kode}" if choice == PIMPINAN else choice
    return f"kepala_{kode}" if signer.peran == "kepala_unit" else signer.peran or None


def _names(dokumen: Dokumen, subject: Subject, holder: Row) -> bool:
    """Whether the row names the holder of a role: the first column that both fill decides."""
    row = subject.objek.baris if subject.objek else {}
    for kolom, own in dokumen.bukan_penanda_tangan.items():
        pair = [_folded(holder.get(kolom)), _folded(row.get(own))]
        if all(pair):
            return pair[0] == pair[1]
    return False


def _folded(value: object) -> str:
    return "".join(str(value or "").casefold().split())
