"""A region's run is a function of plain values: any runner can be handed it, also in another process."""

from __future__ import annotations

import multiprocessing
import shutil
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from p3dn_reports import pipeline
from tests.pipeline.folders import BASE, folder_of, workspace


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.*"))}


def test_another_process_makes_the_same_bytes(tmp_path: Path) -> None:
    """With two quarters at once: one with all its units, one without any explanation."""
    whole, bare = tmp_path / "penuh", tmp_path / "tanpa-alasan"
    shutil.copytree(BASE, whole)
    shutil.copytree(BASE, bare)
    (bare / "alasan.csv").unlink()
    here = [pipeline.build(workspace(tmp_path / "sini"), one) for one in (whole, bare)]
    places = [workspace(tmp_path / "sana")] * 2
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as runner:
        there = [*runner.map(pipeline.build, places, (whole, bare))]
    assert [folder_of(one).name for one in there] == [folder_of(one).name for one in here]
    assert [one.dokumen for one in there] == [one.dokumen for one in here]
    for one, other in zip(here, there, strict=True):
        assert bytes_of(folder_of(one)) == bytes_of(folder_of(other))
