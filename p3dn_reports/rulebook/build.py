"""Plain text data that has passed the schema, made into the frozen rulebook."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from p3dn_reports.rulebook import (
    award_records,
    clause_records,
    figure_records,
    law_records,
    object_records,
    ranking_records,
    reading_records,
    row_records,
)
from p3dn_reports.rulebook.fields import (
    Node,
    citation,
    dasar,
    day,
    text,
    words,
    yes,
)
from p3dn_reports.rulebook.source import Source
from p3dn_reports.rules import (
    DasarBila,
    Dokumen,
    Kegiatan,
    Rulebook,
    TakTerkodekan,
)

Record = TypeVar("Record")


def build(source: Source) -> Rulebook:
    """The rulebook of a source without problems of form. References in it may still lead nowhere."""
    data = source.data

    names = object_records.Names.of(data)

    def section(name: str, make: Callable[[str, Node], Record]) -> dict[str, Record]:
        return {key: make(key, node) for key, node in data.get(name, {}).items()}

    return Rulebook(
        versi_skema=data["versi_skema"],
        sha256=source.sha256,
        sumber_hukum=section("sumber_hukum", law_records.sumber),
        daerah=section("daerah", law_records.daerah),
        parameter=section("parameter", law_records.parameter),
        daftar=section("daftar", law_records.daftar),
        kolom_turunan=row_records.kolom_turunan(data.get("kolom_turunan", {})),
        syarat=section("syarat", row_records.syarat),
        ukuran=section("ukuran", row_records.ukuran),
        pilihan=section("pilihan", figure_records.pilihan),
        target=section("target", figure_records.target),
        indikator=section("indikator", figure_records.indikator),
        pita=section("pita", figure_records.pita),
        rincian=section("rincian", row_records.rincian),
        pemeriksaan=section("pemeriksaan", row_records.pemeriksaan),
        jadwal=section("jadwal", _kegiatan),
        penghargaan=section("penghargaan", award_records.penghargaan),
        dokumen=section("dokumen", _dokumen),
        tafsir=section("tafsir", reading_records.tafsir),
        tak_terkodekan=section("tak_terkodekan", _tak_terkodekan),
        peringkat=section("peringkat", ranking_records.peringkat),
        hari_libur=section("hari_libur", object_records.hari_libur),
        hitungan=section("hitungan", names.hitungan_record),
        putusan=section("putusan", names.putusan_record),
        kewajiban=section("kewajiban", clause_records.kewajiban),
        ketentuan=clause_records.ketentuan(data.get("ketentuan", {})),
    )


def _kegiatan(key: str, node: Node) -> Kegiatan:
    return Kegiatan(
        id=key,
        waktu=text(node, "waktu"),
        mulai=day(node, "mulai"),
        selesai=day(node, "selesai"),
        aktivitas=text(node, "aktivitas"),
        pelaksana=text(node, "pelaksana"),
        dasar=dasar(node),
    )


def _dokumen(key: str, node: Node) -> Dokumen:
    bila = node.get("bila", {})
    return Dokumen(
        id=key,
        judul=text(node, "judul"),
        untuk_setiap=node["untuk_setiap"],
        periode=node["periode"],
        templat=node["templat"],
        berkas=node["berkas"],
        dasar=dasar(node),
        dasar_bila=tuple(DasarBila(_status(item), dasar(item)) for item in node.get("dasar_bila", ())),
        tahap=words(node, "tahap"),
        naskah_lain=words(node, "naskah_lain"),
        bila_jenis=words(bila, "jenis"),
        bila_status=_status(bila),
        indikator=words(node, "indikator"),
        penghargaan=words(node, "penghargaan"),
        penanda_tangan=node["penanda_tangan"],
        tujuan=node.get("tujuan", ""),
        sifat=node.get("sifat", ""),
        jatuh_tempo=node.get("jatuh_tempo"),
        lengkap_bila=words(node, "lengkap_bila"),
        sumber_wajib=words(node, "sumber_wajib"),
        mengingat=words(node, "mengingat"),
        mengingat_biaya=words(node, "mengingat_biaya"),
        memperhatikan=words(node, "memperhatikan"),
        tembusan=words(node, "tembusan"),
        tafsir=words(node, "tafsir"),
        internal=yes(node, "internal"),
    )


def _status(node: Node) -> dict[str, tuple[str, ...]]:
    return {indikator: tuple(bands) for indikator, bands in node.get("status", {}).items()}


def _tak_terkodekan(key: str, node: Node) -> TakTerkodekan:
    return TakTerkodekan(key, citation(node["dasar"]), text(node, "alasan"))
