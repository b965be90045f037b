"""The cases in kasus/: boundary vectors and readings, as text that a policy owner can follow."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from p3dn_reports.evaluation.assessment import Assessment, Figures, IndikatorResult
from p3dn_reports.evaluation.awarded import NilaiPeserta
from p3dn_reports.problems import Problem
from tests.evaluation.cases import CASES, assess, read_case


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    case = read_case(path)
    assessment, problems = assess(case)
    expected = case["harap"]
    assert problems == ()
    for kode, figures in expected.get("unit", {}).items():
        result = assessment.unit_result(kode)
        assert result is not None
        assert _shown(result.figures, figures) == figures, kode
    if "seluruh" in expected:
        assert _shown(assessment.seluruh, expected["seluruh"]) == expected["seluruh"]
    if "rincian" in expected:
        assert _lines(assessment.seluruh, expected["rincian"]) == expected["rincian"]
    if "pelapor" in expected:
        assert [unit.kode_satker for unit in assessment.organisasi.pelapor] == expected["pelapor"]
    if "penghargaan" in expected:
        assert list(_awards(assessment)) == expected["penghargaan"]
    if "masalah" in expected:
        assert [_remark(found, ":" in wanted) for found, wanted in _paired(assessment, expected)] == expected["masalah"]


def test_every_case_expects_something() -> None:
    assert len(CASES) >= 10
    assert all(read_case(path)["harap"] for path in CASES)


def _paired(assessment: Assessment, expected: dict[str, Any]) -> list[tuple[Problem, str]]:
    wanted = [*expected["masalah"], *[""] * len(assessment.problems)]
    return list(zip(assessment.problems, wanted, strict=False))


def _remark(found: Problem, whole: bool) -> str:
    unit = f" {found.unit[0]}" if found.unit else ""
    return f"{found.kode}{unit}" + (f": {found.pesan}" if whole else "")


def _shown(figures: Figures, wanted: dict[str, Any]) -> dict[str, Any]:
    return {
        name: {key: _number(figures.ukuran[key]) for key in keys}
        if name == "ukuran"
        else {key: _field(figures.indikator[name], key) for key in keys}
        for name, keys in wanted.items()
    }


def _field(result: IndikatorResult, key: str) -> str:
    value = getattr(result, key)
    if key == "target":
        reached = {True: "ya", False: "tidak", None: "?"}[value.tercapai]
        return f"{_number(value.nilai)} {value.satuan} {reached} {_number(value.selisih)}"
    return _number(value) if isinstance(value, Fraction) else value or ""


def _number(value: Fraction | Decimal | None) -> str:
    if value is None:
        return ""
    exact = Fraction(value)
    scaled = exact * 10**6
    assert scaled.denominator == 1, f"{exact} has no short decimal form: expect something else of it"
    return f"{Decimal(scaled.numerator).scaleb(-6).normalize():f}"


def _lines(figures: Figures, wanted: dict[str, Any]) -> dict[str, list[str]]:
    return {
        name: [
            " ".join([line.kode, str(line.banyak), *(_number(total) for total in line.jumlah.values())])
            for line in figures.rincian[name]
        ]
        for name in wanted
    }


def _awards(assessment: Assessment) -> Iterator[str]:
    for group in assessment.penghargaan:
        for kategori in group.kategori:
            tied = " [seri]" if kategori.ada_seri else ""
            yield f"{group.penghargaan}: {kategori.judul}" + (f" ({kategori.sebab})" if kategori.sebab else "") + tied
            yield from (_nominee(peserta) for peserta in kategori.peserta)


def _nominee(peserta: NilaiPeserta) -> str:
    marks = [word for word, on in (("seri", peserta.seri), ("penerima", peserta.penerima)) if on]
    score = _number(peserta.nilai_akhir) if peserta.nilai_akhir is not None else f"? {peserta.sebab}"
    return " ".join([f"  {peserta.peringkat or '-'}", peserta.nama, score, *marks])
