"""All fields of a document, by what it is made for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from p3dn_reports.documents.at import At
from p3dn_reports.documents.fields import awards, biro, common, region, subject, unit
from p3dn_reports.documents.fields.field import DAFTAR_TEKS, YA_TIDAK, Field, Group, Node, Part
from p3dn_reports.documents.fields.naskah import NASKAH
from p3dn_reports.documents.fields.people import PEOPLE
from p3dn_reports.documents.fields.subject import every
from p3dn_reports.documents.fields.texts import copies
from p3dn_reports.documents.papers import Paper, other_paper
from p3dn_reports.rules import Dokumen, Rulebook
from p3dn_reports.tables import TableSchema

_JANGKAR: Mapping[str, Node[At]] = {
    "jangkar": Field(
        "Tempat tanda tangan elektronik; tepat satu kali di setiap naskah", common.place_to_sign, example="#"
    )
}


@dataclass(slots=True)
class Fields:
    """The fields of every kind of document under one rulebook, each kind's made once."""

    rulebook: Rulebook
    schemas: Mapping[str, TableSchema]
    _made: dict[str, Group[At]] = field(default_factory=dict)
    _shared: Mapping[str, Node[At]] = field(init=False)

    def __post_init__(self) -> None:
        """What every kind shares, made once."""
        shared = {**common.of(self.rulebook), **every(self.rulebook, self.schemas), **self._papers(), **PEOPLE}
        self._shared = shared

    def of(self, jenis: str) -> Group[At]:
        """The fields of the documents of one kind."""
        if jenis not in self._made:
            own = self._own(jenis.removesuffix(_UNSIGNED))
            unsigned = jenis == "lembar_internal" or jenis.endswith(_UNSIGNED)
            known: dict[str, Node[At]] = {**self._shared, **({} if unsigned else _JANGKAR), **own}
            group = Group(known)
            known["tembusan"] = Field(
                "Penerima tembusan, satu butir satu penerima",
                lambda at: copies(at, group),
                DAFTAR_TEKS,
                "rules.yaml, dokumen",
                "Inspektur Kabupaten Pandeglang",
            )
            self._made[jenis] = group
        return self._made[jenis]

    def _own(self, jenis: str) -> Mapping[str, Node[At]]:
        if jenis.partition(":")[0] == "naskah_unit":
            return unit.of(self.rulebook, self.schemas, judged=jenis == "naskah_unit")
        if jenis == "nota_biro":
            return {**unit.unit_fields(self.rulebook), **biro.of(self.rulebook)}
        if jenis.startswith("naskah_"):
            kind, _, names = jenis.removeprefix("naskah_").partition(":")
            own = unit.unit_fields(self.rulebook) if kind == "peringkat" else {}
            return {**own, **subject.of(self.rulebook, self.schemas, kind, tuple(filter(None, names.split(","))))}
        return {**region.of(self.rulebook, self.schemas), **awards.of(self.rulebook), **_OLD_NAMES}

    def _papers(self) -> dict[str, Node[At]]:
        """Every paper that the office may have numbered: those of the rulebook, and those its documents name."""
        papers: dict[str, Node[At]] = {name: _paper(name) for name in self.rulebook.naskah}
        return {"naskah_lain": Part("Naskah lain yang sudah bernomor", Group(papers), lambda at: at, "tabel naskah")}


def _paper(name: str) -> Part[At, Paper]:
    return Part(name.replace("_", " "), _PAPER, lambda at: other_paper(at.material, name))


def _of_paper(kolom: str, judul: str, example: str) -> Field[Paper]:
    source = f"tabel naskah, kolom {kolom}"
    return Field(judul, lambda at: at.text(kolom), source=source, example=example, wanting=True)


_PAPER: Group[Paper] = Group(
    {
        "diminta": Field("Apakah naskah itu diminta di sini", lambda at: at.diminta, YA_TIDAK, example="ya"),
        "ada": Field("Apakah sudah bernomor dan bertanggal", lambda at: at.ada, YA_TIDAK, example="ya"),
        "nomor": _of_paper("nomor", "Nomor naskah itu", "500/BA.001/2025"),
        "tanggal": _of_paper("tanggal", "Tanggal naskah itu", "10 Februari 2025"),
        "judul": _of_paper("judul", "Judul naskah itu, sesudah kata tentang", "Pembentukan Tim"),
    }
)
_OLD_NAMES: Mapping[str, Node[At]] = {
    "nomor_keputusan": NASKAH.fields["nomor"],
    "tanggal_penetapan": NASKAH.fields["tanggal"],
}
"""What fields were once called, and still may be."""


def kind_of(dokumen: Dokumen) -> str:
    """Which of JENIS_NASKAH a document belongs to, with the names of what it is made for each of."""
    if dokumen.internal:
        return "lembar_internal"
    named = f"naskah_{dokumen.untuk_setiap}:{','.join(dokumen.subjek)}"
    kind = named if dokumen.subjek else _KINDS[dokumen.untuk_setiap]
    kind += _UNJUDGED if kind == "naskah_unit" and not dokumen.bila_status else ""
    return kind if dokumen.jangkar else f"{kind}{_UNSIGNED}"


_UNSIGNED, _UNJUDGED = ":tanpa-jangkar", ":tanpa-status"
_KINDS = {"daerah": "laporan_daerah", "unit_pelapor": "naskah_unit", "biro_koordinator": "nota_biro"}
