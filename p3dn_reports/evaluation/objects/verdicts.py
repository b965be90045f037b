"""Verdicts: the first row of the table in force that holds; what is still wanting before it can be imposed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from p3dn_reports.evaluation.objects.calculator import Calculator, Titik
from p3dn_reports.evaluation.objects.results import Percobaan, PutusanResult, pengenal
from p3dn_reports.evaluation.objects.sheets import Objek
from p3dn_reports.evaluation.objects.steps import Langkah
from p3dn_reports.formatting import tanggal
from p3dn_reports.rules import Dated, PilihanPutusan, Putusan

Versi = Dated[tuple[PilihanPutusan, ...]]


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges the objects of one verdict with one calculator."""

    putusan: Putusan
    calculator: Calculator

    def results(self, ditahan: tuple[str, ...] = ()) -> Iterator[PutusanResult]:
        """A result for every object that is not kept out by `hanya_bila`."""
        for objek in self.calculator.sheets.objects(self.putusan.tabel, self.putusan.untuk_setiap):
            result = self.result(objek, ditahan)
            if result is not None:
                yield result

    def result(self, objek: Objek, ditahan: tuple[str, ...] = ()) -> PutusanResult | None:
        """The verdict on one object; None for one that is kept out."""
        at = self.calculator.point(objek, self.putusan.tanggal, self.calculator.scope.data_per)
        wanted, asked = self.calculator.meets(self.putusan.hanya_bila, at)
        if wanted is False:
            return None
        open_result = PutusanResult(self.putusan, pengenal(objek), at.tanggal, ditahan=ditahan)
        versi = self.calculator.scope.versi(self.putusan.id, at.tanggal) if at.tanggal else None
        if versi is None and (wanted or at.tanggal):
            return replace(open_result, sebab=_not_judged(at.tanggal))
        if versi is None or wanted is None:
            return replace(open_result, sebab=asked[-1].sebab)
        return self._decided(open_result, versi, at)

    def _decided(self, result: PutusanResult, versi: Versi, at: Titik) -> PutusanResult:
        tried = tuple(self._tried(versi.nilai, at))
        last = tried[-1]
        if not last.berlaku:
            return replace(result, sebab=_open(last), percobaan=tried)
        chosen = next(row for row in versi.nilai if row.id == last.id)
        return replace(
            result,
            pilihan=chosen.id,
            tampil=chosen.tampil,
            tindakan=chosen.tindakan,
            nilai=self._figure(chosen.nilai, at) if chosen.nilai else None,
            disertai=tuple((name, self._figure(name, at)) for name in (*self.putusan.disertai, *chosen.disertai)),
            kurang=(*(_unknown(one) for one in tried if one.berlaku is None), *self._wanting(chosen, at)),
            dasar=self.calculator.scope.citations(chosen.dasar, at.tanggal),
            tanpa_sanksi=chosen.tanpa_sanksi,
            percobaan=tried,
        )

    def _figure(self, name: str, at: Titik) -> Langkah:
        return self.calculator.value_of(self.calculator.scope.rulebook.hitungan[name], at)

    def _tried(self, rows: tuple[PilihanPutusan, ...], at: Titik) -> Iterator[Percobaan]:
        """The rows from the top, up to the first that holds, or that cannot be decided and must be."""
        for row in rows:
            holds, asked = self.calculator.meets(row.bila, at)
            yield Percobaan(row.id, row.tampil, holds, asked)
            if holds or (holds is None and not row.boleh_belum_diketahui):
                return

    def _wanting(self, chosen: PilihanPutusan, at: Titik) -> Iterator[str]:
        """What must be filled before it is imposed; where it cannot be told whether it must, why."""
        for needed in () if chosen.tanpa_sanksi else self.putusan.prasyarat:
            holds, asked = self.calculator.meets(needed.bila, at)
            if holds is None:
                yield asked[-1].sebab or ""
            elif holds:
                steps = (self.calculator.sheets.value(at.objek, name) for name in needed.terisi)
                yield from (f"{step.uraian} belum ada" for step in steps if step.nilai is None)


def _open(tried: Percobaan) -> str | None:
    """Why a row could not be decided."""
    return next((one.sebab for one in tried.vonis if one.sebab), None)


def _unknown(tried: Percobaan) -> str:
    return f"{tried.tampil} belum dapat diputus: {_open(tried)}"


def _not_judged(on: date | None) -> str:
    if on is None:
        return "tanggal kejadian kosong"
    return f"tidak ada ketentuan yang berlaku pada {tanggal(on)}"
