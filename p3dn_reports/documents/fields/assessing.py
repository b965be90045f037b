"""What the berita acara of an award's two stages print: who took part, what they were mapped by, how the Tim scored."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from p3dn_reports.documents.at import At
from p3dn_reports.documents.blanks import blank
from p3dn_reports.documents.fields.field import (
    BULAT,
    DAFTAR_TEKS,
    TANGGAL,
    TEKS,
    YA_TIDAK,
    Field,
    Group,
    Items,
    Node,
    Part,
)
from p3dn_reports.documents.material import Row
from p3dn_reports.documents.word.marks import Wanting
from p3dn_reports.evaluation.approvals import CARA_PENILAIAN
from p3dn_reports.evaluation.awarded import CalonAwal, PenghargaanResult
from p3dn_reports.evaluation.nominations import PESERTA
from p3dn_reports.evaluation.scores import word_of
from p3dn_reports.rules import CaraPenilaian, Rulebook

LAPANGAN = "pemeriksaan_lapangan"


@dataclass(frozen=True, slots=True)
class _Participant:
    """One who took part in penilaian awal; `kategori` as a sentence calls it."""

    calon: CalonAwal
    group: PenghargaanResult
    kategori: str
    office: Row

    def told(self, kolom: str) -> str | Wanting:
        """A column of the participant's row, the address of an office from table `satker`."""
        own = getattr(self.calon, kolom) or self.office.get(kolom)
        return str(own) if own else blank(kolom, PESERTA, kolom, peserta=self.calon.peserta)

    @property
    def produk(self) -> str | Wanting:
        """The product of a producer; an office of the region has none."""
        return (self.calon.produk or "") if self.office else self.told("produk")

    @property
    def pemetaan(self) -> str:
        """Whether the mapping of the first data includes it, and where the Tim decided otherwise."""
        if self.calon.terpetakan is None:
            return "pemetaan data awal belum dapat dinilai"
        told = f"{'' if self.calon.terpetakan else 'tidak '}memenuhi pemetaan data awal"
        other = self.calon.nominasi is not self.calon.terpetakan
        return f"{told}; {'' if self.calon.nominasi else 'tidak '}dinominasikan Tim P3DN" if other else told


@dataclass(frozen=True, slots=True)
class _Decision:
    """How the Tim scores, alike for these groups; `row` is empty where it has not said so."""

    groups: tuple[PenghargaanResult, ...]
    row: Row

    def told(self, kolom: str, cara: CaraPenilaian | None = None) -> str | Wanting:
        """What it decided in a column, in words where the rulebook has them."""
        value = word_of(self.row.get(kolom))
        known = cara.opsi if cara else {}
        return known.get(value, value) or blank(
            f"cara penilaian {kolom}", CARA_PENILAIAN, kolom, kelompok=self.groups[0].penghargaan
        )

    @property
    def penerima(self) -> int | Wanting:
        """How many receive in each category."""
        told = self.told("jumlah_penerima")
        return told if isinstance(told, Wanting) else int(told)


@dataclass(frozen=True, slots=True)
class _Visit:
    """A row of the visits on which data of a nominee were checked in the field."""

    row: Row
    at: At

    @property
    def nama(self) -> str:
        """The nominee's name."""
        peserta = str(self.row["peserta"])
        named = next(self.at.material.tables.iter_rows(PESERTA, {"peserta": peserta}), {}).get("nama")
        return str(named or self.at.material.satker(peserta).get("nama_satker") or peserta)

    def told(self, kolom: str) -> object:
        """A column of the row."""
        value = self.row.get(kolom)
        return (
            blank(f"{kolom} pemeriksaan", LAPANGAN, kolom, peserta=str(self.row["peserta"])) if value is None else value
        )


def of(rulebook: Rulebook) -> dict[str, Node[At]]:
    """The participants, their number by award, the sub-categories, and what the Tim decided."""
    groups: dict[str, Node[At]] = {
        f"banyak_{name}": Field(f"Banyaknya peserta {one.judul.lower()}", _count(name), BULAT, example="12")
        for name, one in rulebook.penghargaan.items()
    }
    return {
        "peta": Part("Banyaknya yang dipetakan pada penilaian awal", Group(groups), lambda at: at, f"tabel {PESERTA}"),
        "calon_awal": Items("Setiap peserta penilaian awal", _PARTICIPANT, _participants, f"tabel {PESERTA}"),
        "sub_kategori": Field(
            "Sub kategori yang ditetapkan", _sub_categories, DAFTAR_TEKS, f"tabel {PESERTA}", "Pangan olahan"
        ),
        "cara_penilaian": Items(
            "Cara penilaian yang disepakati Tim; satu butir bila sama bagi semua kelompok",
            _decision(rulebook),
            _decisions,
            f"tabel {CARA_PENILAIAN}",
        ),
        "pemeriksaan_lapangan": Items("Pemeriksaan lapangan atas nominasi", _VISIT, _visits, f"tabel {LAPANGAN}"),
        "banyak_diperiksa": Field(
            "Banyaknya nominasi yang diperiksa di lapangan",
            lambda at: len({str(one.row["peserta"]) for one in _visits(at)}),
            BULAT,
            f"tabel {LAPANGAN}",
            "2",
        ),
    }


def _groups(at: At) -> list[PenghargaanResult]:
    """The award groups that somebody takes part in."""
    return [group for group in at.material.assessment.penghargaan if group.penilaian_awal]


def _count(name: str) -> Callable[[At], int]:
    return lambda at: sum(len(group.penilaian_awal) for group in _groups(at) if group.penghargaan == name)


def _participants(at: At) -> Iterator[_Participant]:
    for group in _groups(at):
        titles = at.material.scope.rulebook.penghargaan[group.penghargaan].kategori
        for one in group.penilaian_awal:
            words = [titles.get(word_of(one.kategori), ""), one.sub_kategori or ""]
            yield _Participant(one, group, ", ".join(filter(None, words)), at.material.satker(one.peserta))


def _sub_categories(at: At) -> list[str]:
    found = (one.sub_kategori for group in _groups(at) for one in group.penilaian_awal)
    return list(dict.fromkeys(filter(None, found)))


def _visits(at: At) -> list[_Visit]:
    return [_Visit(row, at) for row in at.material.tables.iter_rows(LAPANGAN)]


def _decisions(at: At) -> list[_Decision]:
    """The rows of the Tim's decisions, those that say the same as one."""
    rows = {word_of(row["kelompok"]): row for row in reversed(list(at.material.tables.iter_rows(CARA_PENILAIAN)))}
    found: dict[tuple[str, ...], _Decision] = {}
    for group in _groups(at):
        row = rows.get(group.penghargaan, {})
        key = tuple(word_of(row.get(kolom)) for kolom in _columns(at.material.scope.rulebook))
        known = found[key].groups if key in found else ()
        found[key] = _Decision((*known, group), row)
    return list(found.values())


def _columns(rulebook: Rulebook) -> dict[str, CaraPenilaian]:
    """The columns in which the Tim decides a reading."""
    return {name: cara for tafsir in rulebook.tafsir.values() for name, cara in tafsir.cara_penilaian.items()}


def _decision(rulebook: Rulebook) -> Group[_Decision]:
    def column(kolom: str, cara: CaraPenilaian) -> Field[_Decision]:
        example = next(iter(cara.opsi.values()))
        return Field(
            f"Keputusan Tim pada kolom {kolom}", lambda at: at.told(kolom, cara), example=example, wanting=True
        )

    decided: dict[str, Node[_Decision]] = {name: column(name, cara) for name, cara in _columns(rulebook).items()}
    return Group(
        {
            **decided,
            "jumlah_penerima": Field(
                "Banyaknya penerima setiap kategori", lambda at: at.penerima, BULAT, example="1", wanting=True
            ),
            "kelompok": Field(
                "Kelompok penghargaannya", lambda at: [one.judul.lower() for one in at.groups], DAFTAR_TEKS
            ),
        }
    )


_PARTICIPANT: Group[_Participant] = Group(
    {
        "kelompok": Field("Kelompok penghargaan", lambda at: at.group.judul, example="Produsen"),
        "kategori": Field("Kategori dan sub kategori; kosong bila tidak ada", lambda at: at.kategori, example="Kecil"),
        "nama": Field(
            "Nama peserta",
            lambda at: at.calon.nama or at.office.get("nama_satker") or at.calon.peserta,
            example="Dinas Kesehatan",
        ),
        "alamat": Field("Alamatnya", lambda at: at.told("alamat"), example="Jalan Contoh Nomor 4", wanting=True),
        "produk": Field("Produknya; kosong bagi perangkat daerah", lambda at: at.produk, wanting=True),
        "data_pemetaan": Field(
            "Data yang dipakai memetakannya",
            lambda at: at.told("data_pemetaan"),
            source=f"tabel {PESERTA}, kolom data_pemetaan",
            example="Sertifikat TKDN 47,50%",
            wanting=True,
        ),
        "nominasi": Field("Apakah dinominasikan", lambda at: at.calon.nominasi, YA_TIDAK, example="ya"),
        "keterangan": Field("Hasil pemetaan data awal", lambda at: at.pemetaan, example="memenuhi pemetaan data awal"),
    }
)


def _of_visit(kolom: str, judul: str, example: str, jenis: str = TEKS) -> Field[_Visit]:
    return Field(judul, lambda at: at.told(kolom), jenis, f"tabel {LAPANGAN}, kolom {kolom}", example, wanting=True)


_VISIT: Group[_Visit] = Group(
    {
        "nama": Field("Nama nominasi", lambda at: at.nama, example="Produsen Contoh A"),
        "tanggal": _of_visit("tanggal", "Hari pemeriksaannya", "2025-02-20", TANGGAL),
        "tempat": _of_visit("tempat", "Tempat pemeriksaannya", "Pandeglang"),
        "hasil": _of_visit("hasil", "Hasilnya", "sesuai"),
        "nomor_berita_acara": _of_visit("nomor_berita_acara", "Nomor berita acaranya", "BA-03/2025"),
    }
)
