"""Making the documents of a quarter, and the new folder they are published in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

from p3dn_reports.documents.pictures import Shelf
from p3dn_reports.documents.plan import Planned
from p3dn_reports.documents.produce import Produced, Stock, found_in, produce
from p3dn_reports.documents.word.fingerprint import fingerprint
from p3dn_reports.errors import ProblemsError, UsageError
from p3dn_reports.outputs.manifest import BuildPlace
from p3dn_reports.outputs.manifest import manifest as manifest_of
from p3dn_reports.outputs.publish import publish
from p3dn_reports.outputs.reports import report_files
from p3dn_reports.pipeline.digests import Basis, digests_of, trail
from p3dn_reports.pipeline.quarter import (
    Assessed,
    Quarter,
    assess,
    distinct,
    material_of,
    reading_records,
    summary_record,
)
from p3dn_reports.pipeline.records import SAVING, BuildResult, DocumentRecord, Progress
from p3dn_reports.problems import Location, problem
from p3dn_reports.workspace import Workspace


def record_of(planned: Planned, status: str, wanting: tuple[str, ...]) -> DocumentRecord:
    """The record of a planned document; `wanting` are the places left open in it, once it has been rendered."""
    unit = planned.unit.unit if planned.unit else None
    return DocumentRecord(
        id=planned.dokumen.id,
        judul=planned.dokumen.judul,
        unit=unit.kode_satker if unit else None,
        nama_unit=unit.nama if unit else None,
        berkas=planned.berkas,
        status=status,
        sebab=planned.ditahan or planned.konsep,
        kurang=wanting,
        dasar=tuple(str(citation) for citation in planned.dasar),
        jatuh_tempo=planned.jatuh_tempo,
        kunci=planned.key.get("kunci"),
        subjek=_subject(planned),
    )


def _subject(planned: Planned) -> dict[str, str | None]:
    """What a document is of: the kind of subject, what tells it from others, its unit, and its name for people."""
    subject = planned.subject
    return {
        "jenis": planned.dokumen.untuk_setiap,
        "kunci": subject.kunci or None,
        "kode_satker": subject.kode,
        "sebutan": subject.unit.unit.nama if subject.unit and subject.kunci == subject.kode else subject.kunci or None,
    }


def rendered(
    workspace: Workspace,
    quarter: Quarter,
    assessed: Assessed,
    chosen: Sequence[Planned],
    jejak: Mapping[str, str],
    progress: Progress | None = None,
) -> list[Produced]:
    """The `chosen` documents in their order. Raises ProblemsError where a template does not fit."""
    material = material_of(quarter, assessed, jejak)
    produced = []
    stock = Stock(workspace.templates, Shelf(workspace.pictures), workspace.verdicts)
    making = produce(material, assessed.planned, chosen, stock)
    for number, document in enumerate(making, 1):
        produced.append(document)
        if progress:
            progress(number, len(chosen), document.planned.berkas)
    order = {item.berkas: number for number, item in enumerate(chosen)}
    return sorted(produced, key=lambda item: order[item.planned.berkas])


def _refuse_changed(before: Mapping[str, str], now: Mapping[str, str]) -> None:
    """Raises ProblemsError naming what changed since the digest was taken: it would stand for other bytes than read."""
    changed = sorted(name for name in {*before, *now} if before.get(name) != now.get(name))
    if changed:
        raise ProblemsError([problem("bahan-berubah", Location(berkas=name), nilai=name) for name in changed])


def _produced_record(item: Produced) -> DocumentRecord:
    record = record_of(item.planned, str(item.status), item.wanting)
    sebab = (*record.sebab, *(found.pesan for found in item.problems))
    isi = fingerprint(item.content) if item.content is not None else None
    isian, kosong = tuple(map(str, item.isian)), tuple(one.as_json() for one in item.isian)
    return replace(record, isian=isian, kosong=kosong, sebab=sebab, isi=isi)


def make(
    workspace: Workspace,
    quarter: Quarter,
    only: frozenset[str],
    unit: frozenset[str],
    basis: Basis,
    *,
    masukan: Path,
    dry_run: bool,
    progress: Progress | None,
) -> BuildResult:
    """Make what `only` and `unit` select of a quarter's documents and publish them; the rest is as `build` says."""
    tell = progress or _untold
    tell(0, 0, f"Menghitung {len(quarter.organisasi.pelapor)} satuan kerja")
    assessed = assess(quarter)
    chosen = _selected(assessed, only, unit)
    tell(0, 0, f"Menyusun {len(chosen)} naskah")
    produced = rendered(workspace, quarter, assessed, chosen, trail(basis), progress)
    records = tuple(_produced_record(item) for item in produced)
    waiting = (one.problem for one in assessed.tak_tertulis if not only or only & one.dokumen)
    problems = distinct((*assessed.problems, *found_in(produced), *waiting))
    if dry_run:
        return BuildResult(None, baru=True, dokumen=records, problems=problems)
    files = [
        (record.berkas, item.content)
        for record, item in zip(records, produced, strict=True)
        if item.content is not None
    ]
    tell(0, 0, SAVING)
    _refuse_changed(basis.read, digests_of(workspace, masukan, only, unit))
    named = workspace.name_of(masukan)
    folder = _publish(workspace, named, quarter, replace(assessed, problems=problems), records, files, basis)
    return BuildResult(folder, baru=True, dokumen=records, problems=problems)


def _untold(done: int, total: int, what: str) -> None:
    """Progress where nobody watches."""


def _selected(assessed: Assessed, only: frozenset[str], unit: frozenset[str]) -> list[Planned]:
    """The documents asked for. Raises UsageError where a name fits none, with why nothing is due where nothing is."""
    planned = assessed.planned
    ids = {item.dokumen.id for item in planned}
    codes = {item.unit.unit.kode_satker for item in planned if item.unit}
    for wanted, known, kind in ((only, ids, "dokumen"), (unit, codes, "unit")):
        unknown = sorted(wanted - known)
        if unknown:
            choice = _why_nothing(assessed) or f"Pilihannya: {', '.join(sorted(known)) or 'tidak ada'}."
            raise UsageError(f"Tidak ada {kind} {', '.join(unknown)} yang jatuh tempo di sini. {choice}")
    return [
        item
        for item in planned
        if (not only or item.dokumen.id in only)
        and (not unit or (item.unit is not None and item.unit.unit.kode_satker in unit))
    ]


def _why_nothing(assessed: Assessed) -> str | None:
    """Why nothing at all is due, and what to do, as the whole build says first."""
    nothing = (one for one in assessed.problems if one.kode in {"periode-tanpa-instrumen", "tidak-ada-naskah"})
    return next((f"{one.pesan} {one.saran}" for one in nothing), None)


def _publish(
    workspace: Workspace,
    masukan: str,
    quarter: Quarter,
    assessed: Assessed,
    records: tuple[DocumentRecord, ...],
    files: list[tuple[str, bytes]],
    basis: Basis,
) -> Path:
    rows = [record.as_json() for record in records]
    place = BuildPlace(
        masukan, quarter.scope.daerah.id, str(quarter.scope.periode), quarter.scope.data_per, basis.digest
    )
    readings, front = reading_records(quarter, assessed), summary_record(quarter, assessed)
    reports = report_files(assessed.assessment, rows, assessed.problems, readings, front)
    manifest = manifest_of(place, basis.parts, version("p3dn-reports"), rows, assessed.problems)
    return publish(workspace.outputs, place, [*files, *reports], manifest)
