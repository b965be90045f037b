"""What every template sees: one context of plain data, the same names as the sheets and the rulebook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from p3dn_reports.documents.blanks import blank
from p3dn_reports.documents.figures import figures_context
from p3dn_reports.documents.plan import Planned
from p3dn_reports.documents.weighing import Penafsiran
from p3dn_reports.documents.word.marks import Wanting
from p3dn_reports.evaluation.assessment import Assessment
from p3dn_reports.formatting import daftar_kata, hari, huruf, nilai_bersatuan, tanggal, terbilang
from p3dn_reports.problems import Problem
from p3dn_reports.rules import Citation, Scope, SumberHukum
from p3dn_reports.tables import Meta, Tables

JANGKAR = "#"
"""The signature anchor: one character that the e-office looks up on the page; it stands exactly once."""


@dataclass(frozen=True, slots=True)
class Material:
    """Everything the contexts of one build are made from.

    `jejak` holds the digests a report prints, `master` the rows of table satker by code, the first of each,
    `penafsiran` the open readings with their weight here.
    """

    assessment: Assessment
    scope: Scope
    tables: Tables
    meta: Meta
    problems: tuple[Problem, ...]
    jejak: Mapping[str, str]
    master: Mapping[str, Mapping[str, Any]]
    penafsiran: tuple[Penafsiran, ...] = ()

    def satker(self, kode_satker: str | None) -> dict[str, Any]:
        """The master row of a unit; empty where there is none."""
        return dict(self.master.get(kode_satker or "", {}))


def common_context(material: Material, planned: Planned) -> dict[str, Any]:
    """The part all documents share: region, period, law, signer, number and date."""
    scope, meta, dokumen = material.scope, material.meta, planned.dokumen
    daerah = scope.daerah
    return {
        "daerah": {
            "id": daerah.id,
            "nama": daerah.nama_pada(planned.tanggal),
            "nama_pemda": daerah.nama_pemda,
            "ibu_kota": daerah.ibu_kota,
            "kepala_daerah": daerah.kepala_daerah,
            "frasa_rahmat_keputusan": daerah.frasa_rahmat_keputusan,
        },
        "pakai_biro": daerah.pakai_biro,
        "tahun_anggaran": meta.periode.tahun,
        "triwulan": meta.periode.triwulan or 0,
        "tanggal_cutoff": meta.tanggal_cutoff,
        "revisi": meta.revisi or "",
        "status_data": f"perbaikan ke-{meta.revisi}" if meta.revisi else "sementara",
        "naskah": {
            "nomor": unbroken(planned.nomor) if planned.nomor else "${nomor_naskah}",
            "tanggal": tanggal(planned.tanggal_naskah) if planned.tanggal_naskah else "${tanggal_naskah}",
            "hari": _day_in_words(planned.tanggal_naskah) if planned.tanggal_naskah else _no_date(planned),
            "sifat": dokumen.sifat,
            "judul": dokumen.judul,
        },
        "konsep": bool(planned.konsep),
        "dasar_utama": _main_law(scope, planned.dasar),
        "dasar": [_law(scope, citation) for citation in planned.dasar],
        "dasar_hukum": _applied_law(scope),
        "dinas_pembina": _dinas_pembina(material),
        "parameter": parameters(scope),
        "parameter_kata": parameters(scope, words=True),
        "daftar": _lists(scope),
        "tenggat": _deadlines(scope),
        "jejak": dict(material.jejak),
        **({} if dokumen.internal else {"jangkar": JANGKAR}),
    }


def unit_context(material: Material, kode_satker: str) -> dict[str, Any]:
    """A unit as its letters name it."""
    row = material.satker(kode_satker)
    biro = material.satker(row.get("biro_koordinator"))
    return {
        "kode_satker": kode_satker,
        "nama": row.get("nama_satker", kode_satker),
        "jenis": row.get("jenis", ""),
        "jabatan_pimpinan": row.get("jabatan_pimpinan") or _open("jabatan_pimpinan", kode_satker),
        "asisten": row.get("asisten") or _open("asisten", kode_satker),
        "biro_koordinator": {
            "nama": biro.get("nama_satker", ""),
            "jabatan_pimpinan": biro.get("jabatan_pimpinan") or "",
        },
    }


def copies(planned: Planned, context: Mapping[str, Any]) -> list[str]:
    """The tembusan lines, fields filled in; a line with a wanting field, or naming the sender, is left out."""
    own_title = context["penanda_tangan"]["jabatan_pokok"]
    lines = [_fill(line, context) for line in planned.dokumen.tembusan]
    return [line for line in lines if line and not (isinstance(own_title, str) and line.startswith(own_title))]


def unit_figures(material: Material, planned: Planned) -> dict[str, Any]:
    """The figures of the document's own unit at the top level."""
    assert planned.unit is not None  # noqa: S101 - only unit documents ask
    return figures_context(planned.unit.figures, material.scope)


def unbroken(nomor: str) -> str:
    """A paper's number that no line breaks at its hyphens: `500/BA.001-Ek/2025` stays whole."""
    return nomor.replace("-", "\u2011")


def _open(kolom: str, kode_satker: str) -> Wanting:
    return blank(kolom, "satker", kolom, kode_satker=kode_satker)


def _no_date(planned: Planned) -> Wanting:
    kode = planned.unit.unit.kode_satker if planned.unit else None
    return blank("tanggal_naskah", "naskah", "tanggal", dokumen=planned.dokumen.id, kode_satker=kode)


def _day_in_words(day: date) -> str:
    """As a berita acara opens: `Senin, tanggal dua, bulan Januari, tahun dua ribu dua puluh lima`."""
    _, bulan, _ = tanggal(day).split()
    return f"{hari(day)}, tanggal {terbilang(day.day)}, bulan {bulan}, tahun {terbilang(day.year)}"


def _fill(line: str, context: Mapping[str, Any]) -> str | None:
    """`line` with {dotted.fields} replaced; None where one is missing or wanting."""
    parts = line.split("{")
    text = parts[0]
    for part in parts[1:]:
        path, _, rest = part.partition("}")
        value = _lookup(context, path)
        if not isinstance(value, str) or not value:
            return None
        text += value + rest
    return text


def _lookup(context: Mapping[str, Any], path: str) -> Any:
    value: Any = context
    for key in path.split("."):
        value = value.get(key) if isinstance(value, Mapping) else None
    return value


def _main_law(scope: Scope, dasar: tuple[Citation, ...]) -> dict[str, Any]:
    """The first source of the document's basis, with all the places cited in it."""
    first = scope.rulebook.sumber_hukum[dasar[0].sumber]
    places = [citation.tempat for citation in dasar if citation.sumber == first.id and citation.tempat]
    return {**_source(first), "tempat": places_in_words(places)}


def places_in_words(places: list[str]) -> str:
    """Several places of one instrument, what they begin with said once: `huruf a angka 5 serta huruf g angka 1 dan 2`.

    Places that differ in their last step alone stand together.
    """
    steps = list(dict.fromkeys(Citation("", place.split(".baris-")[0]).segmen for place in places))
    groups: dict[tuple[str, ...], list[str]] = {}
    for step in steps:
        groups.setdefault(step[:-1], []).append(step[-1])
    written: list[str] = []
    for parent, last in groups.items():
        common = _common(steps[0], parent) if written else 0
        written.append(" ".join((*parent[common:], daftar_kata(last))))
    together = any(len(last) > 1 for last in groups.values())
    if len(written) > 1 and together:
        return " serta ".join((", ".join(written[:-1]), written[-1]))
    return daftar_kata(written) if written else ""


def _common(first: tuple[str, ...], other: tuple[str, ...]) -> int:
    """How many steps two places share from the top."""
    pairs = zip(first, other, strict=False)
    return next((depth for depth, (one, two) in enumerate(pairs) if one != two), min(len(first), len(other)))


def _law(scope: Scope, citation: Citation) -> dict[str, Any]:
    return {**_source(scope.rulebook.sumber_hukum[citation.sumber]), "tempat": citation.tempat_terbaca}


def _applied_law(scope: Scope) -> list[dict[str, Any]]:
    """The instruments the region applies here, by rank, as a lettered list with its closing marks; practice is none."""
    register = scope.rulebook.sumber_hukum
    applied = [register[key] for key in scope.daerah.menerapkan if scope.applies(Citation(key))]
    instruments = [source for source in applied if source.jenis != "praktik"]
    return lettered(_source(source) for source in sorted(instruments, key=lambda source: source.tingkat))


def _source(source: SumberHukum) -> dict[str, Any]:
    return {"sebutan": source.sebutan, "sebutan_lengkap": source.sebutan_lengkap, "simulasi": source.simulasi}


def _dinas_pembina(material: Material) -> dict[str, Any]:
    row = dinas_pembina_row(material)
    return {"nama": row.get("nama_satker", ""), "jabatan_pimpinan": row.get("jabatan_pimpinan") or ""}


def dinas_pembina_row(material: Material) -> dict[str, Any]:
    """The master row of the office that leads P3DN in the region (`daerah.dinas_pembina`), empty where none does."""
    nama = material.scope.daerah.dinas_pembina
    if nama is None:
        return {}
    rows = material.master.values()
    return next((dict(row) for row in rows if str(row["nama_satker"]).casefold() == nama.casefold()), {})


_SPELLED = {"persen": " persen", "jumlah": ""}
"""What follows the words of a number, by unit; rupiah stands in digits alone."""


def parameters(scope: Scope, *, words: bool = False) -> dict[str, str]:
    """The numbers of the law in force here with their unit, by id; with `words` spelled out beside."""
    texts = {}
    for key, parameter in scope.rulebook.parameter.items():
        dated = scope.parameter(key)
        if dated is None:
            continue
        texts[key] = nilai_bersatuan(dated.nilai, parameter.satuan)
        if words and parameter.satuan in _SPELLED:
            texts[key] += f" ({terbilang(dated.nilai.normalize())}{_SPELLED[parameter.satuan]})"
    return texts


def _deadlines(scope: Scope) -> dict[str, date | None]:
    """The last day of every activity of the schedule, by its id; None where no instrument here has it."""
    return {key: one.selesai if scope.citations(one.dasar) else None for key, one in scope.rulebook.jadwal.items()}


def _lists(scope: Scope) -> dict[str, list[dict[str, str]]]:
    found = ((key, scope.daftar(key)) for key in scope.rulebook.daftar)
    return {
        key: [
            {"kode": item.kode, "nama": item.nama, "nama_dalam_dokumen": item.nama_dalam_dokumen or item.nama}
            for item in dated.nilai
        ]
        for key, dated in found
        if dated is not None
    }


def lettered(rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Rows as a list in running text: `nomor`, `huruf`, and `tanda_akhir` (";", "; dan" before the last, ".")."""
    items = list(rows)
    marks = [";"] * (len(items) - 2) + ["; dan", "."][-len(items) :] if items else []
    return [
        {"nomor": number, "huruf": huruf(number), "tanda_akhir": mark, **row}
        for number, (row, mark) in enumerate(zip(items, marks, strict=True), 1)
    ]


def numbered(rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Rows with `nomor` 1, 2, 3 put before their own keys."""
    return [{"nomor": number, **row} for number, row in enumerate(rows, 1)]
