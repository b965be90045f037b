"""The national result: every region with what became of it, the totals, and the units beyond a threshold.

It is made from the builds alone, so that whoever has them can make it again; there is no clock in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

from p3dn_reports.inputs.files.receipt import read_receipt
from p3dn_reports.nation.tasks import GAGAL, SELESAI, Outcome
from p3dn_reports.nation.totals import Figures, Hasil, figures_of, totals
from p3dn_reports.outputs.manifest import read_manifest
from p3dn_reports.outputs.standing import menjelaskan, read_hasil
from p3dn_reports.rules import Daerah

VERSION = "1"
BELUM = "belum_menyerahkan"
_RULES = "aturan/rules.yaml"
_NO_LAW = "periode-tanpa-instrumen"
_FIGURE = ("pembilang", "penyebut", "nilai", "tampil", "pita", "tampil_pita", "sebab")


@dataclass(frozen=True, slots=True)
class _Region:
    """A region's row, and what the totals and lists take of it; `angka` is None without a build."""

    baris: dict[str, object]
    angka: Figures | None = None
    wajib_menjelaskan: Sequence[dict[str, object]] = ()
    ditahan: Sequence[dict[str, object]] = ()
    judul: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def national(periode: str, profiles: Iterable[Daerah], outcomes: Iterable[Outcome], output: Path) -> dict[str, object]:
    """The content of the national hasil.json, for regions whose builds lie below `output`."""
    known = {one.kd_klpd: one for one in profiles}
    done = {one.kd_klpd: one for one in outcomes}
    regions = [_region(kd, known.get(kd), done.get(kd), output) for kd in sorted({*known, *done})]
    figures = {str(one.baris["kd_klpd"]): one.angka for one in regions if one.angka is not None}
    absent = {str(one.baris["kd_klpd"]): _why(one.baris) for one in regions if one.angka is None}
    return {
        "versi": VERSION,
        "periode": periode,
        "mesin": version("p3dn-reports"),
        "judul": {kind: _titles(regions, kind) for kind in ("indikator", "ukuran")},
        "daerah": [one.baris for one in regions],
        "seluruh": [one.as_json() for one in totals(figures, absent)],
        "wajib_menjelaskan": [line for one in regions for line in one.wajib_menjelaskan],
        "ditahan": [line for one in regions for line in one.ditahan],
    }


def _region(kd_klpd: str, profil: Daerah | None, outcome: Outcome | None, output: Path) -> _Region:
    """What became of a region, and of its result only what the nation shows: one result is held at a time."""
    row: dict[str, object] = {
        "kd_klpd": kd_klpd,
        "nama": profil.nama_pemda if profil else None,
        "jenis": profil.jenis if profil else None,
        "keadaan": outcome.keadaan if outcome else BELUM,
        "sebab": list(outcome.sebab) if outcome else [],
        "percobaan": outcome.percobaan if outcome else 0,
    }
    if outcome is None or outcome.keadaan != SELESAI:
        return _Region(row)
    assert outcome.folder is not None and outcome.bagian is not None  # noqa: S101, PT018 - what is done has both
    hasil = read_hasil(outcome.folder)
    row |= _taken(outcome, outcome.bagian, outcome.folder, hasil, output)
    lists = list(_owing(kd_klpd, hasil)), list(_withheld(kd_klpd, hasil))
    return _Region(row, figures_of(hasil), *lists, hasil["ringkasan"]["judul"])


def _titles(regions: Iterable[_Region], kind: str) -> dict[str, str]:
    """The titles of the indicators, or of what they are made of, that any region has."""
    return dict(sorted(pair for one in regions for pair in one.judul.get(kind, {}).items()))


def _taken(outcome: Outcome, bagian: Path, folder: Path, hasil: Hasil, output: Path) -> dict[str, object]:
    """How a region's part of the lake was taken, and what its build says."""
    receipt, manifest = read_receipt(bagian), read_manifest(folder) or {}
    rules = manifest.get("bahan", {}).get(_RULES)
    return {
        "data_per": hasil["data_per"],
        "bagian": f"{bagian.parent.name}/{bagian.name}",
        "folder": folder.relative_to(output).as_posix(),
        "digest": manifest.get("digest"),
        "mesin_pengambil": receipt.mesin,
        "aturan_sama": None if receipt.aturan is None else receipt.aturan == rules,
        "tanpa_instrumen": any(one["kode"] == _NO_LAW for one in hasil["masalah"]),
        "satuan_kerja": len(hasil["unit"]),
        "dokumen": dict(sorted(outcome.dokumen.items())),
        "temuan": dict(sorted(receipt.temuan.items())),
        "indikator": {name: _figure(one) for name, one in hasil["seluruh"]["indikator"].items()},
    }


def _figure(one: Mapping[str, Any]) -> dict[str, object]:
    return {name: one[name] for name in _FIGURE}


def _why(row: Mapping[str, object]) -> str:
    sebab = row["sebab"]
    told = "; ".join(map(str, sebab)) if isinstance(sebab, Sequence) else ""
    return {BELUM: "belum menyerahkan", GAGAL: f"gagal: {told}"}[str(row["keadaan"])]


def _owing(kd_klpd: str, hasil: Hasil) -> Iterator[dict[str, object]]:
    """The units whose figure lies in a band they must explain, with the gap in rupiah and the answer (None: none yet).

    Of what is withheld nothing.
    """
    asked = menjelaskan(hasil)
    come = {one["kode_satker"]: one["jawaban"] for one in hasil["ringkasan"]["wajib_menjelaskan"]}
    for unit in (one for one in hasil["unit"] if not one["ditahan"]):
        for name, bands in asked.items():
            one = unit["indikator"][name]
            gaps = {side: one.get(side) for side in ("kekurangan_ambang", "kelebihan_ambang")}
            if one["pita"] in bands and name not in unit["indikator_ditahan"]:
                own = {"kd_klpd": kd_klpd, "kode_satker": unit["kode_satker"], "nama": unit["nama"], "indikator": name}
                yield {**own, **_figure(one), **gaps, "jawaban": come.get(unit["kode_satker"])}


def _withheld(kd_klpd: str, hasil: Hasil) -> Iterator[dict[str, object]]:
    for unit in hasil["unit"]:
        if unit["ditahan"]:
            yield {"kd_klpd": kd_klpd, "kode_satker": unit["kode_satker"], "nama": unit["nama"]}
