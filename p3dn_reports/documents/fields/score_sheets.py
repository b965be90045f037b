"""A nominee's score sheet: aspect by aspect the weight, the scores of what the law names, the data behind them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from p3dn_reports.documents.blanks import blank
from p3dn_reports.documents.fields.field import Field, Group, Items
from p3dn_reports.documents.word.marks import Wanting
from p3dn_reports.evaluation.awarded import NilaiAspek, NilaiPeserta, NilaiUnsur
from p3dn_reports.formatting import nilai_bersatuan, persen
from p3dn_reports.rules import SubKriteria


@dataclass(frozen=True, slots=True)
class SheetAspect:
    """An aspect of a nominee's sheet; `tabel` is the table its scores stand in."""

    aspek: NilaiAspek
    peserta: str
    tabel: str


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A sub-criterion on the sheet, with its score where there is one."""

    sub: SubKriteria
    nilai: NilaiUnsur | None
    of: SheetAspect

    def told(self, kolom: str) -> str | Wanting:
        """A column of the score's row; what is wanting names the row that would fill it."""
        value = getattr(self.nilai, kolom) if self.nilai else None
        if value is None:
            keys = {"peserta": self.of.peserta, "aspek": self.of.aspek.aspek.id, "sub_kriteria": self.sub.id}
            return blank(f"{kolom} {self.sub.id}", self.of.tabel, kolom, **keys)
        return value if isinstance(value, str) else score(Fraction(value))


def score(nilai: Fraction | None) -> str | Wanting:
    """A score as printed, two decimals."""
    return persen(nilai).removesuffix("%") if nilai is not None else Wanting("nilai")


def sheet(peserta: NilaiPeserta | None, tabel: str) -> list[SheetAspect]:
    """The aspects of a nominee's sheet; none of an open place."""
    return [SheetAspect(one, peserta.peserta, tabel) for one in peserta.lembar] if peserta else []


def _lines(at: SheetAspect) -> list[SheetLine]:
    return [SheetLine(sub, nilai, at) for sub, nilai in at.aspek.unsur]


_LINE: Group[SheetLine] = Group(
    {
        "bunyi": Field(
            "Unsur yang dinilai dengan kata-kata peraturan",
            lambda at: at.sub.kata,
            source="rules.yaml, penghargaan",
            example="pembentukan mekanisme evaluasi",
        ),
        "nilai": Field("Nilai unsur, siap cetak", lambda at: at.told("nilai"), example="82,00", wanting=True),
        "bukti": Field("Data dukungnya", lambda at: at.told("bukti"), example="Notula Contoh-07", wanting=True),
    }
)
ASPECT: Group[SheetAspect] = Group(
    {
        "judul": Field("Sebutan aspek", lambda at: at.aspek.aspek.judul, example="Perencanaan"),
        "bobot": Field("Bobot aspek", lambda at: nilai_bersatuan(at.aspek.bobot, "persen"), example="10%"),
        "nilai": Field("Nilai aspek, siap cetak", lambda at: score(at.aspek.nilai), example="80,00", wanting=True),
        "terbobot": Field(
            "Nilai dikali bobotnya, siap cetak", lambda at: score(at.aspek.terbobot), example="8,00", wanting=True
        ),
        "unsur": Items("Unsur yang dinilai di dalam aspek itu", _LINE, _lines, lettered=True),
    }
)
"""One aspect of a score sheet with what is scored in it."""
