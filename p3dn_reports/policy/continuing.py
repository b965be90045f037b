"""Continue an instrument into the next quarter: its block written, what it inherits, what is still to be settled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from p3dn_reports.errors import ProblemsError, UsageError
from p3dn_reports.formatting import nilai_bersatuan, tanggal, triwulan
from p3dn_reports.outputs.disk import replace_file
from p3dn_reports.policy import desk
from p3dn_reports.rulebook.continued import Continuation, with_block
from p3dn_reports.rulebook.diff import differences
from p3dn_reports.rulebook.source import suggestion
from p3dn_reports.rules import Rulebook, Scope, SumberHukum
from p3dn_reports.rules.continuing import ancestors
from p3dn_reports.vocabulary import Periode
from p3dn_reports.workspace import Workspace

_SABTU = 5


@dataclass(frozen=True, slots=True)
class Continued:
    """The block's file; what holds in the quarter by the new instrument, by kind; what a person must still settle."""

    berkas: str
    mewarisi: dict[str, tuple[str, ...]]
    tersisa: tuple[str, ...]


def continue_instrument(
    workspace: Workspace, dari: str, baru: str, nomor: str | None, hari: date | None, untuk: Periode
) -> Continued:
    """Write the block of instrument `baru`, which continues `dari` in `untuk`; nothing else in the file changes.

    Raises UsageError for names that are unknown or taken, for a quarter another instrument of that line speaks of, and
    where the text cannot be changed that plainly; ProblemsError where the rulebook, with the block, has a galat.
    """
    before = desk.load(workspace)
    _possible(before, dari, baru, untuk)
    continuation = Continuation(baru, before.sumber_hukum[dari], untuk, nomor or None, hari)
    place = desk.file_of(workspace, ("sumber_hukum", dari))
    written = desk.rewritten(place, lambda text: with_block(text, continuation))
    if written is None:
        raise UsageError(_by_hand(continuation, place.nama))
    after, problems = desk.trial(workspace, place, written)
    if after is None:
        raise ProblemsError(problems)
    if {(one.bagian, one.id, one.letak) for one in differences(before, after)} != {("sumber_hukum", baru, "")}:
        raise UsageError(_by_hand(continuation, place.nama))
    replace_file(place.path.resolve(), written)
    return Continued(place.nama, dict(_inherited(after, baru)), tuple(_open(after, continuation)))


def _possible(rules: Rulebook, dari: str, baru: str, untuk: Periode) -> None:
    if dari not in rules.sumber_hukum:
        raise UsageError(f"Tidak ada instrumen {dari}. {suggestion(dari, rules.sumber_hukum)}")
    if baru in rules.sumber_hukum:
        raise UsageError(f"Id {baru} sudah dipakai {rules.sumber_hukum[baru].sebutan}. Pilih id yang lain.")
    line = (dari, *ancestors(rules.sumber_hukum, dari), *rules.penerus.get(dari, ()))
    for one in (rules.sumber_hukum[name] for name in line):
        if one.untuk is not None and one.covers(untuk) and one.berlaku_sampai is None:
            raise UsageError(f"{_quarter(untuk)} sudah diatur {one.sebutan} ({one.id}).")


def _by_hand(continuation: Continuation, nama: str) -> str:
    block = "\n".join(f"  {line}" for line in continuation.lines())
    return f"Blok itu tidak dapat ditulis tanpa mengubah bagian lain; {nama} tidak disentuh. Tulis sendiri:\n{block}"


def _scope(rules: Rulebook, baru: str) -> Scope | None:
    """The quarter of the new instrument in the first region that applies it, at its last day."""
    source = rules.sumber_hukum[baru]
    region = next((one for one in rules.daerah.values() if baru in rules.diterapkan(one)), None)
    if region is None or source.untuk is None:
        return None
    return rules.scope(region, source.untuk, max(source.untuk.akhir, source.berlaku_sejak))


def _inherited(rules: Rulebook, baru: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    scope = _scope(rules, baru)
    if scope is None:
        return
    earlier = frozenset(ancestors(rules.sumber_hukum, baru))

    def carried(dasar: object) -> bool:
        return any(one.sumber in earlier and scope.applies(one) for one in getattr(dasar, "dasar", ()))

    numbers = ((one, scope.parameter(one.id)) for one in rules.parameter.values())
    told = (f"{one.judul}: {nilai_bersatuan(v.nilai, one.satuan)}" for one, v in numbers if v and carried(v))
    yield "angka", tuple(told)
    lists = ((one, scope.daftar(one.id)) for one in rules.daftar.values())
    yield "daftar", tuple(f"{one.judul}: {len(v.nilai)} butir" for one, v in lists if v and carried(v))
    yield "jadwal", tuple(f"{one.waktu}: {one.aktivitas}" for one in scope.jadwal.values() if carried(one))
    yield "kewajiban", tuple(one.judul for one in scope.kewajiban if carried(one))
    yield "naskah", tuple(one.judul for one in rules.dokumen.values() if carried(one))


def _open(rules: Rulebook, continuation: Continuation) -> Iterator[str]:
    source, scope = rules.sumber_hukum[continuation.id], _scope(rules, continuation.id)
    if continuation.nomor is None:
        yield "Nomornya: ganti nomor setelah ditetapkan."
    if continuation.tanggal is None:
        yield f"Tanggalnya: berlaku_sejak ditulis {tanggal(continuation.mulai)} sampai tanggal sebenarnya diketahui."
    if continuation.belum_ditetapkan:
        yield "Hapus belum_ditetapkan bila keduanya sudah benar; sampai saat itu naskahnya konsep."
    if scope is not None:
        yield from _days(scope)
        yield from _left_behind(scope, continuation.dari)
    if source.untuk and source.untuk.tahun not in {one.tahun for one in rules.hari_libur.values()}:
        yield f"Hari libur {source.untuk.tahun} belum didaftarkan pada hari_libur."


def _days(scope: Scope) -> Iterator[str]:
    """Activities that fall on a day off."""
    off = {one.tanggal: one.nama for table in scope.rulebook.hari_libur.values() for one in table.hari}
    for one in scope.jadwal.values():
        why = off.get(one.selesai) or ("akhir pekan" if one.selesai.weekday() >= _SABTU else None)
        if why is not None and scope.citations(one.dasar):
            yield f"Jadwal {one.id} jatuh pada {tanggal(one.selesai)} ({why}); tulis waktunya pada blok itu bila lain."


def _left_behind(scope: Scope, dari: SumberHukum) -> Iterator[str]:
    """What else was bound to the earlier quarter and is not carried on."""
    register = scope.rulebook.sumber_hukum
    for name in scope.daerah.menerapkan:
        line = (register[one] for one in (name, *scope.rulebook.penerus.get(name, ())))
        if register[name].untuk == dari.untuk and not any(one.covers(scope.periode) for one in line):
            when = f"juga hanya untuk {_quarter(dari.untuk)} dan tidak ikut"
            yield f"{register[name].sebutan} ({name}) {when}; tambahkan pada melanjutkan bila perlu."


def _quarter(periode: Periode | None) -> str:
    assert periode is not None  # noqa: S101 - asked of what is bound to a period
    return f"{triwulan(periode.triwulan)} {periode.tahun}" if periode.triwulan else f"Tahun {periode.tahun}"
