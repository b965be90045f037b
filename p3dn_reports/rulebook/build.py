"""Plain text data that has passed the schema, made into the frozen rulebook."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from p3dn_reports.rulebook import law_records
from p3dn_reports.rulebook.fields import (
    Node,
    citation,
    dasar,
    day,
    text,
    titles,
    words,
    yes,
)
from p3dn_reports.rulebook.source import Source
from p3dn_reports.rules import (
    Aspek,
    Band,
    DerivedColumn,
    Dokumen,
    Indikator,
    Kegiatan,
    Op,
    Pemeriksaan,
    Pengesahan,
    Penghargaan,
    Pilihan,
    Pita,
    Rincian,
    Rujukan,
    Rulebook,
    Syarat,
    Tafsir,
    TakTerkodekan,
    Target,
    Term,
    Ukuran,
)

Record = TypeVar("Record")


def build(source: Source) -> Rulebook:
    """The rulebook of a source without problems of form. References in it may still lead nowhere."""
    data = source.data

    def section(name: str, make: Callable[[str, Node], Record]) -> dict[str, Record]:
        return {key: make(key, node) for key, node in data.get(name, {}).items()}

    return Rulebook(
        versi_skema=data["versi_skema"],
        sha256=source.sha256,
        sumber_hukum=section("sumber_hukum", law_records.sumber),
        daerah=section("daerah", law_records.daerah),
        parameter=section("parameter", law_records.parameter),
        daftar=section("daftar", law_records.daftar),
        kolom_turunan=_kolom_turunan(data.get("kolom_turunan", {})),
        syarat=section("syarat", _syarat),
        ukuran=section("ukuran", _ukuran),
        pilihan=section("pilihan", _pilihan),
        target=section("target", _target),
        indikator=section("indikator", _indikator),
        pita=section("pita", _pita),
        rincian=section("rincian", _rincian),
        pemeriksaan=section("pemeriksaan", _pemeriksaan),
        jadwal=section("jadwal", _kegiatan),
        penghargaan=section("penghargaan", _penghargaan),
        dokumen=section("dokumen", _dokumen),
        tafsir=section("tafsir", _tafsir),
        tak_terkodekan=section("tak_terkodekan", _tak_terkodekan),
    )


def _kolom_turunan(node: Node) -> dict[tuple[str, str], DerivedColumn]:
    return {
        (tabel, kolom): DerivedColumn(tabel, kolom, words(item, "kurangi"), text(item, "judul"), dasar(item))
        for tabel, columns in node.items()
        for kolom, item in columns.items()
    }


def _syarat(key: str, node: Node) -> Syarat:
    terms = tuple(_term(item) for item in node["semua"])
    return Syarat(key, text(node, "judul"), node["tabel"], terms, dasar(node))


def _term(node: Node) -> Term:
    op = next(op for op in Op if op in node)
    value = node[op]
    if op is Op.TERISI:
        return Term(node["kolom"], op, ya=value == "ya")
    if op is Op.TURUNAN_DARI:
        return Term(node["kolom"], op, daftar=value)
    if op in (Op.SALAH_SATU, Op.BUKAN):
        isi = words(node, op) if isinstance(value, list) else ()
        return Term(node["kolom"], op, daftar=None if isi else value, isi=isi)
    return Term(node["kolom"], op, tanggal=value)


def _ukuran(key: str, node: Node) -> Ukuran:
    return Ukuran(
        key,
        text(node, "judul"),
        node["tabel"],
        node.get("jumlah"),
        words(node, "memenuhi"),
        dasar(node),
    )


def _target(key: str, node: Node) -> Target:
    return Target(
        id=key,
        judul=text(node, "judul"),
        tabel=node["tabel"],
        kolom_nilai=node["kolom_nilai"],
        kolom_satuan=node["kolom_satuan"],
        dasar=dasar(node),
        lazim=node.get("lazim"),
    )


def _pilihan(key: str, node: Node) -> Pilihan:
    return Pilihan(key, node["tafsir"], node["dipakai"], dict(node["opsi"]))


def _indikator(key: str, node: Node) -> Indikator:
    return Indikator(
        id=key,
        judul=text(node, "judul"),
        pembilang=_rujukan(node.get("pembilang")),
        penyebut=_rujukan(node.get("penyebut")),
        menurut=_rujukan(node.get("menurut")),
        dibagi_target=node.get("dibagi_target"),
        target=node.get("target"),
        pita=node.get("pita"),
        dasar=dasar(node),
    )


def _rujukan(value: str | Node | None) -> Rujukan | None:
    if value is None:
        return None
    return Rujukan(langsung=value) if isinstance(value, str) else Rujukan(pilihan=value["pilihan"])


def _pita(key: str, node: Node) -> Pita:
    bands = tuple(
        Band(item["id"], text(item, "tampil"), item.get("kurang_dari"), item.get("paling_banyak"))
        for item in node["batas"]
    )
    return Pita(key, text(node, "judul"), bands)


def _rincian(key: str, node: Node) -> Rincian:
    return Rincian(
        id=key,
        judul=text(node, "judul"),
        tabel=node["tabel"],
        memenuhi=words(node, "memenuhi"),
        menurut=node["menurut"],
        daftar=node.get("daftar"),
        jumlah=words(node, "jumlah"),
    )


def _pemeriksaan(key: str, node: Node) -> Pemeriksaan:
    return Pemeriksaan(
        id=key,
        tabel=node["tabel"],
        memenuhi=words(node, "memenuhi"),
        jumlah=node.get("jumlah"),
        tingkat=node["tingkat"],
        pesan=text(node, "pesan"),
        saran=text(node, "saran"),
        tafsir=node.get("tafsir"),
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


def _penghargaan(key: str, node: Node) -> Penghargaan:
    return Penghargaan(
        id=key,
        judul=text(node, "judul"),
        tabel_nilai=node["tabel_nilai"],
        tahap=node["tahap"],
        kategori=titles(node.get("kategori", {})),
        nominasi_paling_sedikit=node["nominasi_paling_sedikit"],
        jumlah_penerima=node["jumlah_penerima"],
        aspek=tuple(_aspek(name, item) for name, item in node["aspek"].items()),
        dasar=dasar(node),
    )


def _aspek(key: str, node: Node) -> Aspek:
    return Aspek(key, text(node, "judul"), node["bobot"], titles(node["sub_kriteria"]), dasar(node))


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
        bila_jenis=words(bila, "jenis"),
        bila_status={indikator: tuple(bands) for indikator, bands in bila.get("status", {}).items()},
        indikator=words(node, "indikator"),
        penghargaan=words(node, "penghargaan"),
        penanda_tangan=node["penanda_tangan"],
        tujuan=node.get("tujuan", ""),
        sifat=node.get("sifat", ""),
        jatuh_tempo=node.get("jatuh_tempo"),
        lengkap_bila=words(node, "lengkap_bila"),
        sumber_wajib=words(node, "sumber_wajib"),
        mengingat=words(node, "mengingat"),
        memperhatikan=words(node, "memperhatikan"),
        tembusan=words(node, "tembusan"),
        tafsir=words(node, "tafsir"),
    )


def _tafsir(key: str, node: Node) -> Tafsir:
    return Tafsir(
        id=key,
        pertanyaan=text(node, "pertanyaan"),
        dipakai=text(node, "dipakai"),
        alasan=text(node, "alasan"),
        pilihan_lain=words(node, "pilihan_lain"),
        dasar=dasar(node),
        wajib_disahkan=yes(node, "wajib_disahkan"),
        pengesahan=_pengesahan(node["pengesahan"]) if "pengesahan" in node else None,
    )


def _pengesahan(node: Node) -> Pengesahan:
    return Pengesahan(text(node, "oleh"), day(node, "tanggal"), text(node, "dasar"))


def _tak_terkodekan(key: str, node: Node) -> TakTerkodekan:
    return TakTerkodekan(key, citation(node["dasar"]), text(node, "alasan"))
