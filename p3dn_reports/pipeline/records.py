"""What the pipeline answers: plain records that the command line prints and the manifest keeps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from p3dn_reports.problems import Problem

if TYPE_CHECKING:
    from p3dn_reports.evaluation.assessment import Assessment

Progress = Callable[[int, int, str], None]
"""Called with (done, total, what is being done now); a total of 0 is a new stage, whose steps are not counted.

What it raises, CancelledError for instance, stops the work before anything is published."""

SAVING = "Menyimpan edisi"
"""The last stage of a build that is told: from there on it is written, and not to be stopped."""


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """One document of a build. `status` is lengkap, konsep or ditahan; `kurang` the wanting places printed in it.

    `isian` are the rows of tables that would fill these, in words; `kosong` the same as data: table, what tells the
    row, and columns. `kunci` tells the document from others of its kind, where that is not its unit. `subjek` says what
    it is of, `isi` is the digest of what it says (None: it has not been made), whatever its document properties.
    """

    id: str
    judul: str
    unit: str | None
    nama_unit: str | None
    berkas: str
    status: str
    sebab: tuple[str, ...]
    kurang: tuple[str, ...]
    dasar: tuple[str, ...]
    jatuh_tempo: date | None
    isian: tuple[str, ...] = ()
    kosong: tuple[Mapping[str, object], ...] = ()
    kunci: str | None = None
    subjek: Mapping[str, str | None] = field(default_factory=dict)
    isi: str | None = None

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> Self:
        """The record that `as_json` wrote."""
        jatuh_tempo = row["jatuh_tempo"]
        return cls(
            id=row["id"],
            judul=row["judul"],
            unit=row["unit"],
            nama_unit=row["nama_unit"],
            berkas=row["berkas"],
            status=row["status"],
            sebab=tuple(row["sebab"]),
            kurang=tuple(row["kurang"]),
            dasar=tuple(row["dasar"]),
            jatuh_tempo=date.fromisoformat(jatuh_tempo) if jatuh_tempo else None,
            isian=tuple(row.get("isian", ())),
            kosong=tuple(row.get("kosong", ())),
            kunci=row.get("kunci"),
            subjek=row.get("subjek", {}),
            isi=row.get("isi"),
        )

    def as_json(self) -> dict[str, object]:
        """The form of `hasil.json` and the manifest."""
        return {
            "id": self.id,
            "judul": self.judul,
            "unit": self.unit,
            **({"kunci": self.kunci} if self.kunci else {}),
            "nama_unit": self.nama_unit,
            "subjek": dict(self.subjek),
            "berkas": self.berkas,
            "status": self.status,
            "sebab": list(self.sebab),
            "kurang": list(self.kurang),
            "isian": list(self.isian),
            "kosong": list(self.kosong),
            "dasar": list(self.dasar),
            "jatuh_tempo": self.jatuh_tempo.isoformat() if self.jatuh_tempo else None,
            "isi": self.isi,
        }


@dataclass(frozen=True, slots=True)
class Pengembalian:
    """What goes back with a marked workbook: its senders, until when, and the office with its address.

    `pengirim` names by the file, without regard to capitals, those that send it: one, or several in one sentence.
    """

    pengirim: Mapping[str, str]
    batas: date
    kepada: str

    def pengirim_dari(self, berkas: str) -> str | None:
        """Who sends a file; None where nobody has said."""
        return self.pengirim.get(berkas.casefold())


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a check found. `ringkasan` counts the rows read per table; `pengembalian`: None where no region is known."""

    problems: tuple[Problem, ...]
    rulebook: Path
    inputs: Path
    ringkasan: Mapping[str, int]
    pengembalian: Pengembalian | None = None


@dataclass(frozen=True, slots=True)
class EvaluateResult:
    """The assessment, None where nothing can be assessed, and the content of hasil.json."""

    assessment: Assessment | None
    problems: tuple[Problem, ...]
    hasil: dict[str, object]


@dataclass(frozen=True, slots=True)
class PdfResult:
    """The folder of PDFs (None: none could be made), `baru` as below; what went wrong is no finding in the data."""

    folder: Path | None
    baru: bool
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class BuildResult:
    """The folder built (None: nothing could be). `baru` is false where an unchanged build was found and kept.

    `pdf` and `arsip`, the zip, are None where nobody asked for them.
    """

    folder: Path | None
    baru: bool
    dokumen: tuple[DocumentRecord, ...]
    problems: tuple[Problem, ...]
    pdf: PdfResult | None = None
    arsip: Path | None = None


@dataclass(frozen=True, slots=True)
class AnnotateResult:
    """The workbook written for a sender: `utuh` where it is a copy of the file itself, else the faulty rows.

    `pengembalian` says whose it is and until when; None where no region is known.
    """

    berkas: Path
    utuh: bool
    html: Path | None
    problems: tuple[Problem, ...]
    pengembalian: Pengembalian | None = None
