"""One formula against its table: every name known, every word with parts that fit it, and the unit that comes out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from p3dn_reports.problems import Problem
from p3dn_reports.rulebook.checks.subject import Subject
from p3dn_reports.rulebook.checks.words import strange_words
from p3dn_reports.rulebook.source import Keys, suggestion
from p3dn_reports.rules import (
    PADA_KELOMPOK,
    Banding,
    Jenis,
    Kondisi,
    Nama,
    Operasi,
    Rumus,
    TanggalAcuan,
    Tetapan,
    Urutan,
)
from p3dn_reports.rules.comparing import BANDINGS
from p3dn_reports.rules.words import SATUAN, WORDS, alike, unit_of
from p3dn_reports.tables import Kind

_HIGHEST, _AT_MOST = 10**15, "angka paling banyak 1.000.000.000.000.000"


@dataclass(frozen=True, slots=True)
class Formula:
    """Where a formula stands: its table, and the columns its objects are grouped by (none: each row is one)."""

    subject: Subject
    tabel: str
    kelompok: tuple[str, ...] = ()

    def faults(self, keys: Keys, rumus: Rumus) -> Iterator[Problem]:
        """What is wrong anywhere in the formula; places are those of the whole formula."""
        match rumus:
            case Tetapan(nilai) if isinstance(nilai, Decimal) and abs(nilai) > _HIGHEST:
                written = str(nilai)
                yield self.subject.source.problem(
                    "aturan-nilai-di-luar-batas", keys, nilai=written, satuan="angka pada rumus", perlu=_AT_MOST
                )
            case Nama():
                yield from self._name(keys, rumus)
            case Urutan(per, menurut):
                if self.kelompok:
                    yield self.subject.source.problem("aturan-urutan-pada-kelompok", keys, nilai="urutan")
                for name in per:
                    yield from self.subject.wrong_column(keys, self.tabel, name)
                yield from self.subject.wrong_column(keys, self.tabel, menurut, Kind.TANGGAL)
                yield from self._name(keys, rumus.perbuatan) if rumus.perbuatan else ()
                if rumus.sebagai_satu and rumus.di_dalam:
                    yield self.subject.source.problem("aturan-urutan-dua-cara", keys, nilai=str(rumus.perbuatan))
                yield from Formula(self.subject, self.tabel).condition_faults((*keys, "urutan", "bila"), rumus.bila)
            case Operasi():
                yield from self._operation(keys, rumus)

    def condition_faults(self, keys: Keys, bila: tuple[Kondisi, ...]) -> Iterator[Problem]:
        """What is wrong in conditions."""
        for index, one in enumerate(bila):
            here: Keys = (*keys, index)
            found = list(self.faults((*here, "nilai"), one.nilai))
            if one.pembanding is not None:
                found += self.faults((*here, str(one.banding)), one.pembanding)
            yield from found
            yield from () if found else self._comparison(here, one)
            if isinstance(one.nilai, Nama) and one.nilai.jenis is Jenis.KOLOM:
                at_words: Keys = (*here, str(one.banding))
                yield from strange_words(self.subject, at_words, self.tabel, one.nilai.id, one.isi)

    def figure_faults(self, keys: Keys, name: str) -> Iterator[Problem]:
        """What is wrong with naming a figure here."""
        if name in self.subject.rulebook.hitungan:
            yield from self._figure(keys, name)

    def unit(self, rumus: Rumus) -> str | None:
        """persen, rupiah, jumlah, tanggal or teks; `angka` for a plain number; None where it cannot be told."""
        match rumus:
            case Tetapan(nilai):
                return "tanggal" if isinstance(nilai, date) else "angka"
            case Nama():
                return self._unit_of_name(rumus)
            case Urutan():
                return "jumlah"
        return self._unit_of(rumus)

    def _name(self, keys: Keys, name: Nama) -> Iterator[Problem]:
        rules = self.subject.rulebook
        if name.jenis is Jenis.KOLOM and self.kelompok and name.id not in self.kelompok:
            yield self.subject.source.problem("aturan-kolom-pada-kelompok", keys, nilai=name.id)
        elif name.jenis is Jenis.KOLOM:
            columns = self.subject.columns(self.tabel)
            if columns and name.id not in columns:
                known = (*columns, *rules.hitungan, *rules.parameter)
                yield self.subject.source.problem(
                    "aturan-nama-rumus", keys, nilai=name.id, tabel_nama=self.tabel, dugaan=suggestion(name.id, known)
                )
        if name.jenis is Jenis.PARAMETER:
            acuan = rules.parameter[name.id].tanggal_acuan
            if acuan is TanggalAcuan.TANGGAL_DOKUMEN:
                yield self.subject.source.problem("aturan-acuan-rumus", keys, nilai=name.id)
        if name.jenis is Jenis.HITUNGAN:
            yield from self._figure(keys, name.id)
        for way in rules.pilihan[name.id].opsi.values() if name.jenis is Jenis.PILIHAN else ():
            if way in rules.hitungan:
                yield from self._figure(keys, way)
            else:
                ada = "ukuran" if way in rules.ukuran else "indikator"
                yield self.subject.source.problem(
                    "aturan-rujukan-salah-jenis", keys, nilai=name.id, ada=ada, perlu="hitungan"
                )

    def _figure(self, keys: Keys, name: str) -> Iterator[Problem]:
        """Another figure is of the same object, or of a group that this object's columns name."""
        other = self.subject.rulebook.hitungan[name]
        columns = self.kelompok or tuple(self.subject.columns(self.tabel))
        if not other.untuk_setiap and (other.tabel != self.tabel or self.kelompok):
            yield self.subject.source.problem("aturan-hitungan-tanpa-kunci", keys, nilai=name, lain=other.tabel)
        for kolom in other.kunci_penanya:
            if columns and kolom not in columns:
                yield self.subject.source.problem(
                    "aturan-nama-rumus", keys, nilai=kolom, tabel_nama=self.tabel, dugaan=suggestion(kolom, columns)
                )

    def _operation(self, keys: Keys, one: Operasi) -> Iterator[Problem]:
        inside = Formula(self.subject, self.tabel)
        over_rows = one.kata in PADA_KELOMPOK
        if over_rows and not self.kelompok:
            yield self.subject.source.problem("aturan-kata-tanpa-kelompok", keys, nilai=str(one.kata))
            return
        found = [fault for part in one.isi for fault in (inside if over_rows else self).faults(keys, part)]
        found += inside.condition_faults((*keys, str(one.kata), "bila"), one.bila)
        yield from found
        if not found and not self._fits(one):
            ada = ", ".join(str(self.unit(part) or "?") for part in one.isi) or "kosong"
            yield self.subject.source.problem("aturan-bagian-rumus", keys, nilai=str(one.kata), ada=ada)

    def _fits(self, one: Operasi) -> bool:
        """Whether the parts are of the units the word works on; what cannot be told may be."""
        units = [self.unit(part) for part in one.isi]
        known = [unit for unit in units if unit is not None]
        return len(known) < len(units) or WORDS[one.kata].fits(known)

    def _comparison(self, keys: Keys, one: Kondisi) -> Iterator[Problem]:
        left = self.unit(one.nilai)
        right = self.unit(one.pembanding) if one.pembanding is not None else None
        fits = left is None or one.banding is Banding.TERISI
        if one.pembanding is None:
            fits = fits or left == "teks"
        elif right is not None and left is not None:
            atas = BANDINGS[one.banding].atas
            fits = alike([left, right]) and "teks" not in (left, right)
            fits = fits and (not atas or (left == "tanggal") == (atas == "tanggal"))
        if not fits:
            yield self.subject.source.problem(
                "aturan-kondisi-salah-jenis",
                keys,
                nilai=one.banding.berbunyi,
                ada=str(left),
                perlu=str(right or "teks"),
            )

    def _unit_of_name(self, name: Nama) -> str | None:
        rules = self.subject.rulebook
        match name.jenis:
            case Jenis.HARI:
                return "tanggal"
            case Jenis.PARAMETER:
                return rules.parameter[name.id].satuan
            case Jenis.HITUNGAN:
                return rules.hitungan[name.id].satuan
            case Jenis.PILIHAN:
                found = {
                    rules.hitungan[to].satuan for to in rules.pilihan[name.id].opsi.values() if to in rules.hitungan
                }
                return found.pop() if len(found) == 1 else None
        kind = self.subject.columns(self.tabel).get(name.id)
        return None if kind is None else SATUAN.get(kind, "teks")

    def _unit_of(self, one: Operasi) -> str | None:
        units = [self.unit(part) for part in one.isi]
        known = [unit for unit in units if unit is not None]
        return WORDS[one.kata].unit or (unit_of(known) if len(known) == len(units) else None)
