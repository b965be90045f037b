"""Formulas walked over an object: every value with the way it came about, every lack with its cause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from p3dn_reports.evaluation.availability import Measure, why_not
from p3dn_reports.evaluation.compile import DIALECT, condition
from p3dn_reports.evaluation.objects.aggregates import total_of
from p3dn_reports.evaluation.objects.conditions import Vonis, compared, filled
from p3dn_reports.evaluation.objects.places import IN_ORDER, Entry, places
from p3dn_reports.evaluation.objects.sheets import Objek, Sheets, key_of, plain
from p3dn_reports.evaluation.objects.steps import Langkah
from p3dn_reports.formatting import tanggal
from p3dn_reports.rules import (
    PADA_KELOMPOK,
    TANGGAL_KEJADIAN,
    Banding,
    Hitungan,
    Jenis,
    Kata,
    Kondisi,
    Nama,
    Operasi,
    Rulebook,
    Rumus,
    Scope,
    TanggalAcuan,
    Tetapan,
    Urutan,
    conditions_of,
    names_in,
)
from p3dn_reports.rules.days_off import Due, UnknownYearError
from p3dn_reports.rules.words import WORDS, Blank, Word, unit_of

_NO_TABLE = "tabel {judul} tidak ada (isi lembar {tabel}, tanpa baris bila memang belum ada isinya)"
_DAYS_OFF = (
    "hari libur tahun {tahun} belum didaftar pada buku aturan (tambahkan tahun-{tahun} pada bagian hari_libur menurut "
    "keputusan bersama tentang hari libur nasional dan cuti bersama tahun {tahun})"
)
_DAYS = {"data_per": "batas waktu data", "awal_tahun": "1 Januari tahun anggaran", TANGGAL_KEJADIAN: "tanggal kejadian"}


class Titik(NamedTuple):
    """Where a formula is read: the object, and the date that chooses (None: the object's own date is blank)."""

    objek: Objek
    tanggal: date | None


@dataclass(slots=True)
class Calculator:
    """The figures of one folder under one scope, each calculated once per object and date."""

    sheets: Sheets
    scope: Scope
    _done: dict[tuple[str, Objek, date | None], Langkah] = field(default_factory=dict)
    _places: dict[tuple[Urutan, Objek, date | None], Mapping[Objek, Langkah]] = field(default_factory=dict)
    _bounds: Mapping[str, tuple[Rumus, ...]] = field(init=False)
    _undated: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        rules = self.scope.rulebook
        self._bounds = _bounds(rules)
        self._undated = frozenset(name for name, one in rules.hitungan.items() if not _asks_the_date(rules, one))

    def point(self, objek: Objek, kolom: str | None, asked: date | None) -> Titik:
        """The object with its own date where a rule names its column, else with that of who asks."""
        if kolom is None:
            return Titik(objek, asked)
        own = plain(objek.baris[kolom])
        return Titik(objek, own if isinstance(own, date) else None)

    def figure(self, one: Hitungan, objek: Objek, asked: date | None) -> Langkah:
        """One figure of one object, asked on a date."""
        at = self.point(objek, one.tanggal, self.scope.data_per if one.id in self._undated else asked)
        key = (one.id, objek, at.tanggal)
        if key not in self._done:
            self._done[key] = self._figure(one, at)
        return self._done[key]

    def meets(self, bila: Iterable[Kondisi], at: Titik) -> tuple[bool | None, tuple[Vonis, ...]]:
        """Whether all conditions hold, asked in order until one does not; None where one cannot be decided."""
        asked: list[Vonis] = []
        for one in bila:
            asked.append(self.verdict(one, at))
            if not asked[-1].berlaku:
                return asked[-1].berlaku, tuple(asked)
        return True, tuple(asked)

    def value(self, rumus: Rumus, at: Titik) -> Langkah:
        """The formula's value at that point."""
        match rumus:
            case Tetapan(nilai):
                fixed = nilai if isinstance(nilai, date) else Fraction(nilai)
                return Langkah("ditulis pada aturan", "tanggal" if isinstance(nilai, date) else "jumlah", fixed)
            case Nama():
                return self._named(rumus, at)
            case Urutan():
                return self._place(rumus, at)
            case Operasi(kata) if kata in PADA_KELOMPOK:
                return self._over_rows(rumus, at)
        return self._operation(rumus.kata, [self.value(part, at) for part in rumus.isi])

    def verdict(self, one: Kondisi, at: Titik) -> Vonis:
        """One condition. A blank decides nothing but TERISI."""
        left = self.value(one.nilai, at)
        if one.banding is Banding.TERISI:
            return filled(one, left)
        if one.pembanding is None:
            return self._among(one, left)
        right = self.value(one.pembanding, at)
        return Vonis(one, compared(one.banding, left.nilai, right.nilai), left, right)

    def _figure(self, one: Hitungan, at: Titik) -> Langkah:
        inner = self.value(one.nilai, at)
        nilai = inner.nilai
        if one.bulatkan and isinstance(nilai, Fraction):
            nilai = Fraction(int(nilai))  # cut down, towards nought
        dasar = self.scope.citations(one.dasar, at.tanggal)
        ambang = tuple(self._thresholds(one.id, at)) if one.satuan == "persen" else ()
        return Langkah(one.judul, one.satuan, nilai, inner.sebab, inner.kosong, None, dasar, (inner,), ambang)

    def _thresholds(self, name: str, at: Titik) -> Iterator[Fraction]:
        """The parameters and numbers that some verdict holds a figure against."""
        for bound in self._bounds.get(name, ()):
            nilai = self.value(bound, at).nilai
            if isinstance(nilai, Fraction):
                yield nilai

    def _named(self, name: Nama, at: Titik) -> Langkah:
        match name.jenis:
            case Jenis.KOLOM:
                return self.sheets.value(at.objek, name.id)
            case Jenis.PARAMETER:
                return self._parameter(name.id, at)
            case Jenis.HARI:
                return self._day(name.id, at)
            case Jenis.PILIHAN:
                chosen = self.scope.rulebook.pilihan[name.id].opsi[self.scope.pilihan(name.id)]
                return self.value_of(self.scope.rulebook.hitungan[chosen], at)
        return self.value_of(self.scope.rulebook.hitungan[name.id], at)

    def _parameter(self, name: str, at: Titik) -> Langkah:
        parameter = self.scope.rulebook.parameter[name]
        on = at.tanggal if parameter.tanggal_acuan is TanggalAcuan.TANGGAL_KEJADIAN else self.scope.data_per
        if on is None:
            sebab = f"tanggal kejadian kosong, sehingga {parameter.judul} tidak dapat dipilih"
            return Langkah(parameter.judul, parameter.satuan, sebab=sebab)
        dated = self.scope.parameter(name, on)
        if dated is None:
            sebab = f"{parameter.judul} tidak berlaku pada {tanggal(on)}"
            return Langkah(parameter.judul, parameter.satuan, sebab=sebab)
        dasar = self.scope.citations(dated.dasar, on)
        return Langkah(parameter.judul, parameter.satuan, Fraction(dated.nilai), dasar=dasar, tetapan=True)

    def _day(self, name: str, at: Titik) -> Langkah:
        days = {"data_per": self.scope.data_per, "awal_tahun": self.scope.day("awal_tahun")}
        day = days.get(name, at.tanggal)
        return Langkah(_DAYS[name], "tanggal", day, sebab=None if day else "tanggal kejadian kosong")

    def value_of(self, one: Hitungan, at: Titik) -> Langkah:
        """Another figure of the same object, or of the group of another table that its columns name."""
        objek = self._object_for(one, at.objek)
        return objek if isinstance(objek, Langkah) else self.figure(one, objek, at.tanggal)

    def _object_for(self, one: Hitungan, asking: Objek) -> Objek | Langkah:
        schema = self.sheets.tables.schemas[one.tabel]
        if one.tabel not in self.sheets.tables.present:
            return Langkah(one.judul, one.satuan, sebab=_NO_TABLE.format(judul=schema.title, tabel=one.tabel))
        if (one.tabel, one.untuk_setiap) == (asking.schema.name, asking.kelompok) and not one.memenuhi:
            return asking
        if (sebab := self._unavailable(one)) is not None:
            return Langkah(one.judul, one.satuan, sebab=sebab)
        keys = [self.sheets.value(asking, name) for name in one.kunci_penanya]
        for key in keys:
            if key.nilai is None:
                return Langkah(one.judul, one.satuan, sebab=key.sebab, kosong=key.kosong, bagian=(key,))
        values = [asking.baris[name] for name in one.kunci_penanya]
        found = self.sheets.groups(one.tabel, one.untuk_setiap, self._kept(one)).get(key_of(values))
        if found is None:
            words = ", ".join(f"{key.uraian} {key.tampil}" for key in keys)
            sebab = f"tidak ada baris pada tabel {schema.title} dengan {words}"
            return Langkah(one.judul, one.satuan, sebab=sebab, kosong=True, bagian=tuple(keys))
        return found

    def objects(self, one: Hitungan) -> Sequence[Objek]:
        """Every object a figure is of; none where its conditions cannot be asked here."""
        return () if self._unavailable(one) else self.sheets.objects(one.tabel, one.untuk_setiap, self._kept(one))

    def _unavailable(self, one: Hitungan) -> str | None:
        asked = Measure(one.tabel, one.memenuhi, None)
        return why_not(self.sheets.tables, self.scope, asked) if one.memenuhi else None

    def _kept(self, one: Hitungan) -> str | None:
        """What the database keeps rows out by, where a figure names conditions."""
        schemas = self.sheets.tables.schemas
        return (
            condition(one.memenuhi, self.scope, schemas, one.tabel).sql(dialect=DIALECT, copy=False)
            if one.memenuhi
            else None
        )

    def _place(self, one: Urutan, at: Titik) -> Langkah:
        keys = [self.sheets.value(at.objek, name) for name in one.per]
        blank = next((key for key in keys if key.nilai is None), None)
        if blank is not None:
            return Langkah(IN_ORDER, "jumlah", sebab=blank.sebab)
        group = self.sheets.groups(at.objek.schema.name, one.per)[key_of(at.objek.baris[name] for name in one.per)]
        key = (one, group, at.tanggal)
        if key not in self._places:
            self._places[key] = places(one, [self._entry(one, Titik(row, at.tanggal)) for row in group.anggota])
        return self._places[key][at.objek]

    def _entry(self, one: Urutan, at: Titik) -> Entry:
        holds, asked = self.meets(one.bila, at)
        act = self.value(one.perbuatan, at) if one.perbuatan else None
        return Entry(at.objek, self.sheets.value(at.objek, one.menurut), act, None if holds else asked[-1])

    def _over_rows(self, one: Operasi, at: Titik) -> Langkah:
        kept: list[Titik] = []
        for row in at.objek.anggota:
            holds, asked = self.meets(one.bila, Titik(row, at.tanggal))
            if holds is None:
                word = WORDS[one.kata]
                return Langkah(word.step, word.unit or "jumlah", sebab=asked[-1].sebab)
            kept += [Titik(row, at.tanggal)] if holds else []
        if not one.isi:
            return Langkah(WORDS[one.kata].step, "jumlah", Fraction(len(kept)))
        steps = [self.value(one.isi[0], point) for point in kept]
        return total_of(one.kata, steps, len(at.objek.anggota))

    def _operation(self, kata: Kata, parts: list[Langkah]) -> Langkah:
        word, bagian = WORDS[kata], tuple(parts)
        line, satuan = word.step.format(*parts), word.unit or unit_of([part.satuan for part in parts])
        if word.blank is Blank.NOUGHT and parts[0].kosong:
            return Langkah(line, parts[0].satuan, Fraction(0), bagian=bagian)
        if word.blank is Blank.PASSED_OVER:
            found = next((part for part in parts if not part.kosong), parts[-1])
            return replace(found, uraian=line, sel=None, dasar=(), bagian=(found,))
        wanting = next((part for part in parts if part.nilai is None), None)
        if wanting is not None:
            return Langkah(line, satuan, sebab=wanting.sebab, bagian=bagian)
        return self._worked_out(word, Langkah(line, satuan, bagian=bagian))

    def _worked_out(self, word: Word, step: Langkah) -> Langkah:
        """The step with the word's value of its parts, or why there is none."""
        parts = step.bagian
        try:
            nilai = word.value([part.nilai for part in parts], self.scope.rulebook.hari_libur)
        except ZeroDivisionError:
            return replace(step, sebab=f"{parts[1].uraian} nol")
        except OverflowError:
            return replace(step, sebab=f"{parts[1].uraian} ({parts[1].tampil}) terlalu besar")
        except UnknownYearError as error:
            return replace(step, sebab=_DAYS_OFF.format(tahun=error.tahun))
        if not isinstance(nilai, Due):
            return replace(step, nilai=nilai)
        passed = (Langkah(f"libur dilewati: {one.nama}", "tanggal", one.tanggal) for one in nilai.dilewati)
        return replace(step, nilai=nilai.tanggal, bagian=(*parts, *passed))

    def _among(self, one: Kondisi, left: Langkah) -> Vonis:
        words, wanting = one.isi, None
        if one.daftar is not None:
            dated = self.scope.daftar(one.daftar)
            words = tuple(item.kode for item in dated.nilai) if dated else ()
            wanting = None if dated else f"daftar {self.scope.rulebook.daftar[one.daftar].judul} tidak berlaku"
        if left.nilai is None or wanting:
            return Vonis(one, None, replace(left, sebab=left.sebab or wanting), isi=words)
        found = str(left.nilai).lower() in {word.strip().lower() for word in words}
        return Vonis(one, found is (one.banding is Banding.SALAH_SATU), left, isi=words)


def _bounds(rules: Rulebook) -> dict[str, tuple[Rumus, ...]]:
    """What verdicts compare each figure with, where that is a parameter or a number."""
    found: dict[str, tuple[Rumus, ...]] = {}
    for one in (one for putusan in rules.putusan.values() for one in conditions_of(putusan)):
        left, right = one.nilai, one.pembanding
        fixed = isinstance(right, Tetapan) or (isinstance(right, Nama) and right.jenis is Jenis.PARAMETER)
        if isinstance(left, Nama) and left.jenis is Jenis.HITUNGAN and right is not None and fixed:
            found[left.id] = (*found.get(left.id, ()), right)
    return found


def _asks_the_date(rules: Rulebook, one: Hitungan) -> bool:
    """Whether the date of who asks can change the figure, so that it must be worked out for each."""
    for name in names_in(one.nilai):
        if name.jenis is Jenis.PARAMETER:
            asks = rules.parameter[name.id].tanggal_acuan is TanggalAcuan.TANGGAL_KEJADIAN
        elif name.jenis in (Jenis.HITUNGAN, Jenis.PILIHAN):
            ways = (name.id,) if name.jenis is Jenis.HITUNGAN else rules.pilihan[name.id].opsi.values()
            asks = any(_asks_the_date(rules, rules.hitungan[way]) for way in ways)
        else:
            asks = name.id == TANGGAL_KEJADIAN
        if asks:
            return True
    return False
