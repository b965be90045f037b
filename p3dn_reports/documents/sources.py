"""Where a field of a template comes from: a table and its column, a rule, or the engine's own reckoning."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from p3dn_reports.rules import Rulebook
from p3dn_reports.tables import TableSchema

_TABLES = {
    "alasan": "alasan",
    "kronologi": "kronologi",
    "unit": "satker",
    "kop": "satker",
    "dinas_pembina": "satker",
    "penanda_tangan": "pejabat",
    "naskah": "naskah",
    "naskah_lain": "naskah",
    "nomor_keputusan": "naskah",
    "tanggal_penetapan": "naskah",
    "sumber_data": "sumber_data",
    "daftar_unit": "satker",
    "penghargaan": "peserta_penghargaan",
    "penghargaan_pengguna": "peserta_penghargaan",
    "penghargaan_produsen": "peserta_penghargaan",
    **dict.fromkeys(("tahun_anggaran", "triwulan", "tanggal_cutoff", "revisi", "status_data"), "meta"),
    **dict.fromkeys(("bentuk_penghargaan", "ada_biaya", "tahun_pembebanan", "perangkat_daerah_pembebanan"), "meta"),
}
_RULES = {
    "daerah": "daerah",
    "pakai_biro": "daerah",
    "dasar": "dokumen",
    "dasar_utama": "dokumen",
    "dasar_hukum": "sumber_hukum",
    "mengingat": "dokumen",
    "memperhatikan": "dokumen",
    "tembusan": "dokumen",
    "jadwal": "jadwal",
    **dict.fromkeys(("tafsir", "penafsiran", "penafsiran_menentukan", "penafsiran_lain"), "tafsir"),
}
_SECTIONS = {
    "parameter": "parameter",
    "parameter_kata": "parameter",
    "daftar": "daftar",
    "ukuran": "ukuran",
    "rincian": "rincian",
    "rincian_jumlah": "rincian",
}
_INDICATOR = {
    "tampil": "Angka siap cetak, tidak pernah melewati ambang",
    "dapat_dihitung": "Apakah angkanya dapat dihitung",
    "pita": "Kelompok tempat angkanya terletak",
    "tampil_pita": "Kelompok itu dengan kata-kata",
    "pembilang": "Bilangan yang dibagi, dalam rupiah",
    "penyebut": "Pembaginya, dalam rupiah",
    "sebab": "Sebab angkanya tidak dapat dihitung",
    "kelebihan": "Selisih di atas pembaginya, dalam rupiah",
    "target": "Perbandingan dengan target unit",
}
_OF_COUNTS = {
    "pembilang": "Banyaknya yang dibagi",
    "penyebut": "Banyaknya yang menjadi pembagi",
    "kelebihan": "Selisih banyaknya di atas pembaginya",
    "kekurangan": "Banyaknya yang masih kurang",
}
"""What an indicator of counts divides; of sums they are rupiah."""
_TARGET = {
    "ada": "Apakah unit mempunyai target",
    "tampil": "Target siap cetak",
    "tercapai": "Apakah target tercapai",
    "selisih": "Jarak ke target dalam poin persen, siap cetak",
    "kekurangan": "Rupiah yang masih kurang sampai target",
}
_COUNTED = {
    "kode": "Kode barisnya",
    "nama": "Nama barisnya",
    "banyak": "Banyaknya baris data",
    "nomor": "Nomor urut",
    "tampil": "Siap cetak",
    "judul_pembilang": "Sebutan pembilang",
    "judul_penyebut": "Sebutan penyebut",
    "huruf": "Huruf urut: a, b, c",
    "tanda_akhir": "Tanda baca penutup butir: titik koma, dan, titik",
    "konsep": "Apakah naskah masih konsep",
    "jangkar": "Tempat tanda tangan elektronik; tepat satu kali di setiap naskah",
    "tembusan": "Penerima tembusan, satu butir satu penerima",
    "peringatan_data": "Peringatan atas data unit yang harus disebut dalam suratnya",
    "alasan_tunggal": "Apakah alasannya hanya satu",
    "ditahan": "Apakah angka unit ditahan karena datanya",
}


@dataclass(frozen=True, slots=True)
class Sources:
    """Explains fields by what stands in the rulebook and in the schemas."""

    rulebook: Rulebook
    schemas: Mapping[str, TableSchema]

    def of(self, path: tuple[str, ...]) -> tuple[str, str]:
        """What a field is, in a few words, and where it comes from."""
        keterangan, sumber = self._found(path)
        units = self.units(path)
        if keterangan and path[-1] in _OF_COUNTS and "jumlah" in units:
            either = keterangan.replace("dalam rupiah", "rupiah atau banyaknya menurut penafsirannya")
            keterangan = either if "rupiah" in units else _OF_COUNTS[path[-1]]
        return keterangan or _COUNTED.get(path[-1], ""), sumber

    def units(self, path: tuple[str, ...]) -> frozenset[str]:
        """What a sum or count is in, `rupiah` or `jumlah`: both where the readings differ; nothing for other fields."""
        *above, last = path
        if above[-1:] == ["ukuran"]:
            return frozenset(self._units_of(last))
        names = (name for name in above if name in self.rulebook.indikator) if last in _OF_COUNTS else ()
        return frozenset(unit for name in names for unit in self._units_of(name))

    def _units_of(self, name: str) -> Iterator[str]:
        """Of a ukuran, or of an indicator whichever way it is read."""
        if name in self.rulebook.ukuran:
            yield self.rulebook.ukuran[name].satuan
        elif name in self.rulebook.indikator:
            one = self.rulebook.indikator[name]
            for way in (*self.rulebook.ways(one.menurut), *self.rulebook.ways(one.penyebut)):
                yield from self._units_of(way)

    def _found(self, path: tuple[str, ...]) -> tuple[str, str]:
        rule = self._rule(path)
        if rule:
            return rule
        top = path[0]
        if top in _TABLES and _TABLES[top] in self.schemas:
            return self._column(_TABLES[top], path[-1])
        section = _RULES.get(top)
        return ("", f"rules.yaml, {section}") if section else ("", "dihitung oleh p3dn")

    def _rule(self, path: tuple[str, ...]) -> tuple[str, str] | None:
        """The rule a name of the path belongs to: `seluruh.capaian_perkin.tampil`, `parameter.batas_impor`."""
        for depth, name in enumerate(path):
            if name in self.rulebook.indikator:
                judul = self.rulebook.indikator[name].judul
                words = _TARGET if "target" in path[:-1] else _INDICATOR
                last = judul if depth == len(path) - 1 else words.get(path[-1], "")
                return last, f"rules.yaml, indikator {name}"
            if name in _SECTIONS and depth + 1 < len(path):
                section, key = _SECTIONS[name], path[depth + 1]
                found = getattr(self.rulebook, section).get(key)
                return (getattr(found, "judul", "") or "", f"rules.yaml, {section} {key}") if found else None
        return None

    def _column(self, tabel: str, name: str) -> tuple[str, str]:
        schema = self.schemas[tabel]
        column = next((column for column in schema.columns if column.name == name), None)
        if column is None:
            return "", f"tabel {tabel}"
        return column.title, f"tabel {tabel}, kolom {column.name}"
