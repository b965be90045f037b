"""The oracle: the same rulebook read by plain loops over dict rows. It shares no code with evaluation/.

Slow and obvious on purpose. It knows the rulebook's records and nothing else of the product.
"""

from __future__ import annotations

from calendar import isleap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from p3dn_reports.rules import Bagian, Citation, Daerah, Op, Rujukan, Rulebook, SumberHukum, Term
from p3dn_reports.vocabulary import Periode

Row = dict[str, Any]
UNIT = {"peserta_penghargaan": "peserta"}


@dataclass
class Answer:
    """Per unit (None: the region) and name: sums, shares in percent, bands, breakdown lines, remarks."""

    ukuran: dict[tuple[str | None, str], Fraction | None]
    nilai: dict[tuple[str | None, str], Fraction | None]
    pita: dict[tuple[str | None, str], str | None]
    rincian: dict[tuple[str | None, str], list[tuple[str, int, list[Fraction], dict[str, int | None]]]]
    pemeriksaan: list[tuple[str, str, int, Fraction]]
    peringkat: dict[tuple[str, str], tuple[int, list[tuple[int, Fraction, list[Any], list[Any]]]]]
    tidak_ikut: dict[str, tuple[set[str], Fraction, Fraction | None]]


@dataclass
class Oracle:
    rulebook: Rulebook
    daerah: Daerah
    periode: Periode
    data_per: date
    rows: dict[str, list[Row]]
    cacat: dict[str, set[str]] = field(default_factory=dict)

    def answer(self, ditahan: Iterable[str] = (), cacat: Mapping[str, Iterable[str]] | None = None) -> Answer:
        answer = Answer({}, {}, {}, {}, [], {}, {})
        self.cacat = {
            kode: {table for table, units in (cacat or {}).items() if kode in units} for kode in self.pelapor()
        }
        units = self.pelapor()
        for kode in units:
            self._sums(answer, kode)
            for name in self.rulebook.indikator:
                self._indicator(answer, kode, name)
            for name in self.rulebook.indikator:
                self._settle(answer, kode, name)
            for name in self.rulebook.rincian:
                answer.rincian[kode, name] = self._breakdown(name, [kode])
            self._checks(answer, kode)
            for name in self.rulebook.peringkat:
                answer.peringkat[kode, name] = self._largest(kode, name)
        self._region(answer, [kode for kode in units if kode not in set(ditahan)])
        return answer

    # Organisation

    def pelapor(self) -> list[str]:
        satker = self.rows["satker"]
        reporting = [row["kode_satker"] for row in satker if row["jenis"] in ("perangkat_daerah", "biro")]
        parents = [row["kode_induk"] for row in satker if row["jenis"] == "biro"]
        return [kode for kode in reporting if kode not in parents or self._has_own_rows(kode)]

    def _has_own_rows(self, kode: str) -> bool:
        settling = [band.ditegaskan_oleh for pita in self.rulebook.pita.values() for band in pita.batas]
        tables = [one.tabel for one in self.rulebook.target.values()]
        for name, one in self.rulebook.indikator.items():
            if (one.pita or one.target) and name not in settling:
                tables += [self.rulebook.ukuran[ukuran].tabel for ukuran in self._any_sum(name)]
        owners = [self._end(row["kode_satker"]) for name in set(tables) for row in self.rows.get(name, [])]
        return kode in owners

    def _any_sum(self, name: str) -> list[str]:
        """The sums an indicator may divide, whatever is chosen."""
        indikator = self.rulebook.indikator[name]
        if indikator.menurut is not None:
            return [ukuran for other in self._any_way(indikator.menurut) for ukuran in self._any_sum(other)]
        return [*self._any_way(indikator.pembilang), *self._any_way(indikator.penyebut)]

    def _any_way(self, rujukan: Any) -> list[str]:
        if rujukan.langsung is not None:
            return [rujukan.langsung]
        return list(self.rulebook.pilihan[rujukan.pilihan].opsi.values())

    def _end(self, kode: str | None) -> str | None:
        by_code = {row["kode_satker"]: row for row in self.rows["satker"]}
        for _ in range(50):
            row = by_code.get(kode)
            if row is None:
                return None
            if row["jenis"] != "unit":
                return str(row["kode_satker"])
            groups = row["kode_satker"].split(".")
            kode = row["kode_induk"] or ".".join([*groups[:-1], "0000"])
        return None

    def _own(self, table: str, kode: str) -> list[Row]:
        return [row for row in self.rows.get(table, []) if self._end(row["kode_satker"]) == kode]

    # Sums

    def _sums(self, answer: Answer, kode: str) -> None:
        for name, ukuran in self.rulebook.ukuran.items():
            if not self._possible(ukuran.tabel, ukuran.memenuhi):
                answer.ukuran[kode, name] = None
                continue
            total = Fraction(0)
            for row in self._own(ukuran.tabel, kode):
                if self._counts(row, ukuran.memenuhi):
                    total += 1 if ukuran.jumlah is None else self._value(ukuran.tabel, row, ukuran.jumlah) or 0
            answer.ukuran[kode, name] = total

    def _possible(self, table: str, memenuhi: Iterable[str]) -> bool:
        if table not in self.rows:
            return False
        terms = self._terms(memenuhi)
        if not all(self._possible(term.pada.tabel, term.pada.yang) for term in terms if term.pada is not None):
            return False
        nested = all(self._possible(table, term.syarat) for term in terms if term.syarat)
        return nested and all(term.daftar is None or self._list(term.daftar) is not None for term in terms)

    def _terms(self, memenuhi: Iterable[str]) -> list[Term]:
        """The terms of the conditions; a reading's name stands for the condition it chooses."""
        pilihan = self.rulebook.pilihan
        chosen = [self._way(Rujukan(pilihan=name)) if name in pilihan else name for name in memenuhi]
        return [term for name in chosen for term in self.rulebook.syarat[name].semua]

    def _counts(self, row: Row, memenuhi: Iterable[str]) -> bool:
        return all(self._meets(row, term) for term in self._terms(memenuhi))

    def _meets(self, row: Row, term: Term) -> bool:
        if term.op is Op.KECUALI:
            return not self._counts(row, term.syarat)
        value = row[term.kolom]
        blank = _is_blank(value)
        if term.op is Op.TERISI:
            return blank != term.ya
        if blank:
            return term.op in (Op.BUKAN, Op.TIDAK_MEMUAT, Op.TIDAK_ADA_PADA)
        if term.tahun is not None:
            value = _years_on(value, row[term.tahun])
            if value is None:
                return False
        if term.tanggal is not None:
            last = min(self.data_per, date(self.periode.tahun, 12, 31))
            day = last if term.tanggal == "data_per" else date(self.periode.tahun, 1, 1)
            return bool(
                (term.op is Op.PALING_LAMBAT and value <= day)
                or (term.op is Op.PALING_AWAL and value >= day)
                or (term.op is Op.SETELAH and value > day)
                or (term.op is Op.SEBELUM and value < day)
            )
        if term.pada is not None:
            found = any(
                not _is_blank(other[term.pada.kolom])
                and _same(value, other[term.pada.kolom])
                and self._counts(other, term.pada.yang)
                and (term.pada.sama is None or _agree(row[term.pada.sama], other[term.pada.sama]))
                for other in self.rows[term.pada.tabel]
            )
            return found if term.op is Op.ADA_PADA else not found
        words = list(term.isi)
        below = term.op is Op.TURUNAN_DARI
        if term.daftar is not None:
            words = [kode for kode, _ in self._list(term.daftar) or []]
            below = below or self.rulebook.daftar[term.daftar].hierarki
        if term.op in (Op.MEMUAT, Op.TIDAK_MEMUAT):
            codes = term.daftar is not None and self.rulebook.daftar[term.daftar].hierarki
            parts = [part.strip(" ") for part in value.split(";")]
            found = any(_under(part, word) if codes else _same(part, word) for part in parts for word in words)
            return found if term.op is Op.MEMUAT else not found
        among = any(_under(value, word) if below else _same(value, word) for word in words)
        return not among if term.op is Op.BUKAN else among

    def _value(self, table: str, row: Row, column: str) -> Fraction | None:
        derived = self.rulebook.kolom_turunan.get((table, column))
        if derived is None:
            return None if row[column] is None else Fraction(row[column])
        first, *others = [row[name] for name in derived.kurangi]
        return None if first is None else Fraction(first) - sum((Fraction(other or 0) for other in others), Fraction(0))

    # Law in force

    def _in_force(self, dasar: Iterable[Citation]) -> bool:
        for citation in dasar:
            law = self.rulebook.sumber_hukum[citation.sumber]
            young = law.berlaku_sejak > self.data_per
            old = law.berlaku_sampai is not None and law.berlaku_sampai < self.data_per
            if citation.sumber in self.daerah.menerapkan and not young and not old and self._speaks_of(law):
                return True
        return False

    def _choose(self, values: Iterable[Any]) -> Any:
        chosen, since = None, date.min
        for dated in values:
            ended = dated.berlaku_sampai is not None and dated.berlaku_sampai < self.data_per
            if since <= dated.berlaku_sejak <= self.data_per and not ended and self._in_force(dated.dasar):
                chosen, since = dated.nilai, dated.berlaku_sejak
        return chosen

    def _list(self, name: str) -> list[tuple[str, str]] | None:
        values = self.rulebook.daftar[name].nilai
        items = self._choose(values)
        if items is None and self._instruments() and not any(map(self._speaks_of, self._instruments())):
            items = self._nearest(values)
        return None if items is None else [(item.kode, item.nama) for item in items]

    def _instruments(self) -> list[SumberHukum]:
        """The region's laws that speak of one year or quarter alone."""
        laws = [self.rulebook.sumber_hukum[one] for one in self.daerah.menerapkan]
        return [law for law in laws if law.untuk is not None]

    def _speaks_of(self, law: SumberHukum) -> bool:
        asked = law.untuk
        return asked is None or (asked.tahun == self.periode.tahun and asked.triwulan in (None, self.periode.triwulan))

    def _nearest(self, values: Iterable[Any]) -> Any:
        """In a quarter without an instrument: what the region's instruments say of others, the last by now."""
        named = [law.id for law in self._instruments()]
        known = [one for one in values if any(cited.sumber in named for cited in one.dasar)]
        chosen = None
        for dated in known:
            begun = dated.berlaku_sejak <= self.data_per
            if begun and (chosen is None or dated.berlaku_sejak >= chosen.berlaku_sejak):
                chosen = dated
        if chosen is None and known:
            chosen = min(known, key=lambda one: one.berlaku_sejak)
        return None if chosen is None else chosen.nilai

    def _parameter(self, name: str) -> Fraction | None:
        value = self._choose(self.rulebook.parameter[name].nilai)
        return None if value is None else Fraction(value)

    # Indicators

    def _way(self, rujukan: Any) -> str:
        if rujukan.langsung is not None:
            return str(rujukan.langsung)
        pilihan = self.rulebook.pilihan[rujukan.pilihan]
        return pilihan.opsi[self.daerah.pilihan.get(pilihan.id, pilihan.dipakai)]

    def _indicator(self, answer: Answer, kode: str, name: str) -> None:
        sums = self._read(name)
        share = self._share(name, answer.ukuran[kode, sums[0]], answer.ukuran[kode, sums[1]], kode)
        answer.nilai[kode, name] = share
        answer.pita[kode, name] = self._band(name, share)

    def _read(self, name: str) -> tuple[str, str, str | None]:
        indikator = self.rulebook.indikator[name]
        if indikator.menurut is not None:
            return self._read(self._way(indikator.menurut))
        return self._way(indikator.pembilang), self._way(indikator.penyebut), indikator.dibagi_target

    def _share(self, name: str, top: Fraction | None, bottom: Fraction | None, owner: str | None) -> Fraction | None:
        divided_by = self._read(name)[2]
        if top is None or bottom is None or bottom <= 0:
            return None
        if divided_by is None:
            return top * 100 / bottom
        promised = self._promise(divided_by, owner, bottom)
        return None if promised is None or promised <= 0 else top * 100 * 100 / (bottom * promised)

    def _promise(self, name: str, owner: str | None, bottom: Fraction) -> Fraction | None:
        target = self.rulebook.target[name]
        for row in self.rows.get(target.tabel, []):
            if row["kode_satker"] == owner and row[target.kolom_nilai] is not None:
                figure = Fraction(row[target.kolom_nilai])
                return figure if row[target.kolom_satuan] == "persen" else figure * 100 / bottom
        return None

    def _band(self, name: str, share: Fraction | None) -> str | None:
        pita = self.rulebook.indikator[name].pita
        if pita is None or share is None:
            return None
        bands = self.rulebook.pita[pita].batas
        limits = [self._parameter(band.kurang_dari or band.paling_banyak or "") for band in bands[:-1]]
        if None in limits:
            return None
        for band, limit in zip(bands, limits, strict=False):
            assert limit is not None
            if (band.kurang_dari and share < limit) or (band.paling_banyak and share <= limit):
                return band.id
        return bands[-1].id

    def _settle(self, answer: Answer, kode: str, name: str) -> None:
        pita = self.rulebook.indikator[name].pita
        bands = self.rulebook.pita[pita].batas if pita else ()
        for band in bands:
            other = band.ditegaskan_oleh
            if band.id != answer.pita[kode, name] or other is None or answer.pita[kode, other] is None:
                continue
            above = self.rulebook.ukuran[self._read(other)[0]]
            rows = [row for row in self._own(above.tabel, kode) if self._counts(row, above.memenuhi)]
            if rows and not self._doubtful(kode, *self._read(other)[:2]):
                answer.pita[kode, name] = answer.pita[kode, other]
                return

    def _doubtful(self, kode: str, *ukuran: str) -> bool:
        """Whether a sum rests on a table in which the unit has a fault."""
        for one in (self.rulebook.ukuran[name] for name in ukuran):
            if self._tables(one.tabel, one.memenuhi) & self.cacat[kode]:
                return True
        return False

    def _tables(self, table: str, memenuhi: Iterable[str]) -> set[str]:
        terms = self._terms(memenuhi)
        asked = [(term.pada.tabel, term.pada.yang) for term in terms if term.pada is not None]
        within = [(table, term.syarat) for term in terms if term.syarat]
        return {table}.union(*(self._tables(*one) for one in (*asked, *within)))

    # Breakdown, checks, region

    def _breakdown(
        self, name: str, units: Iterable[str]
    ) -> list[tuple[str, int, list[Fraction], dict[str, int | None]]]:
        rincian = self.rulebook.rincian[name]
        items = self._list(rincian.daftar) if rincian.daftar is not None else None
        if not self._possible(rincian.tabel, rincian.memenuhi) or (rincian.daftar is not None and items is None):
            return []
        found: dict[str, list[Row]] = {kode: [] for kode, _ in items or []}
        for kode in units:
            for row in self._own(rincian.tabel, kode):
                line = self._line(row, rincian.menurut, rincian.daftar, items)
                if line is not None and self._counts(row, rincian.memenuhi):
                    found.setdefault(line, []).append(row)
        order = list(found) if items is not None else sorted(found)
        return [
            (
                line,
                len(found[line]),
                [
                    sum((self._value(rincian.tabel, row, column) or Fraction(0) for row in found[line]), Fraction(0))
                    for column in rincian.jumlah
                ],
                {part: self._part(rincian.tabel, found[line], one) for part, one in rincian.bagian.items()},
            )
            for line in order
        ]

    def _part(self, table: str, rows: list[Row], part: Bagian) -> int | None:
        """How many of the rows are in the part; None where there are rows and of none it can be told."""
        if not rows:
            return 0
        possible = self._possible(table, (*part.memenuhi, *part.diketahui))
        if not possible or not any(self._counts(row, part.diketahui) for row in rows):
            return None
        return sum(self._counts(row, part.memenuhi) for row in rows)

    def _line(self, row: Row, column: str, daftar: str | None, items: list[tuple[str, str]] | None) -> str | None:
        value = row[column]
        if items is None:
            return (value or "").strip(" ")
        hierarki = daftar is not None and self.rulebook.daftar[daftar].hierarki
        for kode, _ in items:
            if value is not None and (_under(value, kode) if hierarki else _same(value, kode)):
                return kode
        return None

    def _largest(self, kode: str, name: str) -> tuple[int, list[tuple[int, Fraction, list[Any], list[Any]]]]:
        """How many rows could be listed; place, amount, what tells the row, its watching."""
        ranked, limit = self.rulebook.peringkat[name], self._parameter(self.rulebook.peringkat[name].banyak)
        if limit is None or not self._possible(ranked.tabel, ranked.memenuhi):
            return 0, []
        rows = [row for row in self._own(ranked.tabel, kode) if self._counts(row, ranked.memenuhi)]
        valued = [(self._value(ranked.tabel, row, ranked.menurut), row) for row in rows]
        sized = [(value, row) for value, row in valued if value is not None]
        listed = []
        for value, row in sorted(sized, key=lambda pair: -pair[0]):
            place = 1 + sum(1 for other, _ in sized if other > value)
            if place <= limit:
                watched = self._watching(kode, row, ranked.pemantauan)
                listed.append((place, value, [_said(row[one]) for one in ranked.tampilkan], watched))
        return len(sized), listed

    def _watching(self, kode: str, row: Row, watch: Any) -> list[Any]:
        if watch.tabel in self.cacat[kode] or _said(row[watch.kunci]) is None:
            return [None for _ in watch.kolom]
        for other in self.rows.get(watch.tabel, []):
            mine = self._end(other["kode_satker"]) == kode
            if mine and other[watch.kunci] is not None and _same(other[watch.kunci], row[watch.kunci]):
                return [_said(other[one]) for one in watch.kolom]
        return [None for _ in watch.kolom]

    def _checks(self, answer: Answer, kode: str) -> None:
        for check in self.rulebook.pemeriksaan.values():
            if not self._possible(check.tabel, check.memenuhi):
                continue
            rows = [row for row in self._own(check.tabel, kode) if self._counts(row, check.memenuhi)]
            total = Fraction(0)
            for row in rows:
                total += (self._value(check.tabel, row, check.jumlah) if check.jumlah else None) or 0
            if rows and (total or not check.jumlah):
                answer.pemeriksaan.append((check.id, kode, len(rows), total))

    def _region(self, answer: Answer, units: list[str]) -> None:
        for name in self.rulebook.ukuran:
            sums = [answer.ukuran[kode, name] for kode in units if not self._doubtful(kode, name)]
            tabel, memenuhi = self.rulebook.ukuran[name].tabel, self.rulebook.ukuran[name].memenuhi
            possible = self._possible(tabel, memenuhi)
            answer.ukuran[None, name] = sum((one or Fraction(0) for one in sums), Fraction(0)) if possible else None
        names = {row["nama_satker"]: row["kode_satker"] for row in self.rows["satker"]}
        pembina = names.get(self.daerah.dinas_pembina)
        owner = pembina if pembina in self.pelapor() else "-"
        for name in self.rulebook.indikator:
            top, bottom, _ = self._read(name)
            trusted = [kode for kode in units if not self._doubtful(kode, top, bottom)]
            counted = [kode for kode in trusted if answer.nilai[kode, name] is not None]
            of_counted, of_all = (
                self._share(
                    name,
                    _together(answer.ukuran[kode, top] for kode in some),
                    _together(answer.ukuran[kode, bottom] for kode in some),
                    owner,
                )
                for some in (counted, trusted)
            )
            answer.nilai[None, name] = of_counted if counted else None
            answer.pita[None, name] = self._band(name, answer.nilai[None, name])
            left = {kode: answer.ukuran[kode, top] for kode in trusted if kode not in counted}
            if counted and any(left.values()):
                kept = {kode for kode, amount in left.items() if amount}
                answer.tidak_ikut[name] = (kept, _together(left.values()), of_all)
        for name in self.rulebook.rincian:
            answer.rincian[None, name] = self._breakdown(name, units)


def _together(amounts: Iterable[Fraction | None]) -> Fraction:
    return sum((amount or Fraction(0) for amount in amounts), Fraction(0))


def _said(value: Any) -> str | None:
    return None if value is None or str(value).strip() == "" else str(value).strip()


def _is_blank(value: Any) -> bool:
    return value is None or (isinstance(value, str) and value.strip(" ") == "")


def _years_on(day: date, years: int | None) -> date | None:
    """The day so many years on, 29 February as 1 March where there is none; None beyond what a calendar has."""
    if years is None or not 1 <= day.year + years <= 9999:
        return None
    if (day.month, day.day) == (2, 29) and not isleap(day.year + years):
        return date(day.year + years, 3, 1)
    return day.replace(year=day.year + years)


def _agree(own: Any, other: Any) -> bool:
    """Whether two cells agree; a blank one of the other table agrees with every one."""
    return _is_blank(other) or (not _is_blank(own) and _same(own, other))


def _same(value: Any, word: str) -> bool:
    return str(value).strip(" ").lower() == word.strip(" ").lower()


def _under(value: str, word: str) -> bool:
    return value.split(".")[: len(word.split("."))] == word.split(".")
