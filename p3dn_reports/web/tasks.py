"""The long work of the desk by name: each runs in the worker process, and gets the engine there only.

What a person asks for has a title, and a screen that shows what came of it. What a page asks for by itself has none:
it writes nothing, and rests on the inputs and rules as they were when it was asked (`bahan`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from p3dn_reports.errors import CancelledError
from p3dn_reports.workspace import Workspace

if TYPE_CHECKING:
    from p3dn_reports.desk.around import Around
    from p3dn_reports.desk.looking import LookedAtAll
    from p3dn_reports.desk.recognising import Naskah
    from p3dn_reports.desk.requests import Requests
    from p3dn_reports.documents.word.checker import Found
    from p3dn_reports.pipeline.records import Pengembalian
    from p3dn_reports.web.drafts import Key
    from p3dn_reports.web.open_places import KeyOf, Told
    from p3dn_reports.web.preview import Pages
    from p3dn_reports.web.previews import Filled
    from p3dn_reports.web.supposing import Supposed

    Findings = tuple[Pengembalian | None, dict[tuple[str, str | None, str, str | None], Around]]

Tell = Callable[[int, int, str], None]
CellOf = tuple[str, str | None, str, str | None]
"""A cell of the inputs: file, sheet, address, caption of its column."""


@dataclass(frozen=True, slots=True)
class Task:
    """`judul` heads the page of the job, `gagal` that of one that failed; `tujuan` is where it leads to.

    `alamat` is what the address there says of the job's arguments. What it gives are findings to be read first, unless
    it is `hasil`: what the page there shows.
    """

    work: Callable[..., Any]
    judul: str | None = None
    gagal: str = ""
    tujuan: str = "quarter.beranda"
    alamat: Callable[[Mapping[str, Any]], Mapping[str, Any]] = lambda _: {}
    hasil: bool = False


def _build(tell: Tell, workspace: Workspace, masukan: Path) -> list[Mapping[str, Any]]:
    """Build a quarter, with all that follows; what a person should know of their letters."""
    from p3dn_reports import pipeline  # noqa: PLC0415
    from p3dn_reports.desk.building import settle  # noqa: PLC0415
    from p3dn_reports.desk.people import here  # noqa: PLC0415
    from p3dn_reports.desk.places import Desk  # noqa: PLC0415
    from p3dn_reports.desk.turns import turn  # noqa: PLC0415

    desk, petugas = Desk.of(workspace, masukan), here()
    with ExitStack() as held:
        result = pipeline.build(
            workspace, masukan, progress=tell, before_making=lambda: held.enter_context(turn(desk, petugas))
        )
        return [one.as_json() for one in settle(desk, petugas, result)]


def _build_for(tell: Tell, workspace: Workspace, masukan: Path, naskah: Naskah) -> list[Mapping[str, Any]]:
    """The same, asked for from the page of one document, which it leads back to."""
    return _build(tell, workspace, masukan)


def reading(work: Callable[..., Any]) -> Callable[..., Any]:
    """Work of a page: what it gives is of the inputs of `bahan`, or it is given up so that the page asks again."""

    def checked(tell: Tell, workspace: Workspace, masukan: Path, bahan: str, **arguments: Any) -> Any:
        from p3dn_reports.web.shelf import bahan_of  # noqa: PLC0415

        result = work(tell, workspace, masukan, **arguments)
        if bahan_of(workspace, masukan) != bahan:
            raise CancelledError("Masukan berubah.")
        return result

    return checked


def _traces(tell: Tell, workspace: Workspace, masukan: Path, unit: tuple[str, ...], indikator: str) -> dict[str, Any]:
    """The traces of an indicator of several units, by unit."""
    from p3dn_reports import pipeline  # noqa: PLC0415

    asked = [(kode, indikator) for kode in unit]
    found = pipeline.explain_many(workspace, masukan, asked)
    return {kode: one.as_json() for kode, one in zip(unit, found, strict=True)}


def _cells(tell: Tell, workspace: Workspace, masukan: Path, sel: tuple[CellOf, ...]) -> dict[CellOf, Around]:
    """The rows around cells of the inputs, by cell; each file is read once."""
    from p3dn_reports.desk.around import Asked, around  # noqa: PLC0415
    from p3dn_reports.inputs.files.kinds import input_files  # noqa: PLC0415

    found: dict[CellOf, Around] = {}
    files = input_files(masukan)
    for berkas in dict.fromkeys(one[0] for one in sel if one[0] in files):
        asked = {Asked(*one[1:]): one for one in sel if one[0] == berkas}
        found |= {asked[key]: rows for key, rows in around(files[berkas], asked).items()}
    return found


def _arrivals(tell: Tell, workspace: Workspace, masukan: Path, menunggu: tuple[str, ...]) -> LookedAtAll:
    """What waits under these names, read as if it were accepted, and who is to send what."""
    from p3dn_reports.desk import editions, events, inbox, looking  # noqa: PLC0415
    from p3dn_reports.desk.places import Desk  # noqa: PLC0415

    desk = Desk.of(workspace, masukan)
    waits = [one for one in inbox.waiting(desk) if one.path.name in menunggu]
    return looking.look_at_all(desk, waits, editions.editions(desk, events.read(desk)))


def _findings(tell: Tell, workspace: Workspace, masukan: Path, sel: tuple[CellOf, ...]) -> Findings:
    """Who sends each file and until when it is put right (None: no region is known), and the rows around cells."""
    from p3dn_reports import pipeline  # noqa: PLC0415
    from p3dn_reports.errors import ProblemsError  # noqa: PLC0415
    from p3dn_reports.pipeline.returning import returning  # noqa: PLC0415

    try:
        with pipeline.open_quarter(workspace, masukan) as quarter:
            kembali = returning(quarter)
    except ProblemsError:
        kembali = None
    return kembali, _cells(tell, workspace, masukan, sel)


def _reply(tell: Tell, workspace: Workspace, masukan: Path, berkas: str) -> None:
    """Mark a file for its sender."""
    from p3dn_reports.desk.people import here  # noqa: PLC0415
    from p3dn_reports.desk.places import Desk  # noqa: PLC0415
    from p3dn_reports.desk.returning import answer  # noqa: PLC0415

    tell(0, 0, f"Memeriksa dan menandai {berkas}")
    answer(Desk.of(workspace, masukan), here(), berkas)


def _pdf(tell: Tell, workspace: Workspace, masukan: Path, naskah: Path) -> bytes:
    """A document of an edition as PDF. Raises UsageError without LibreOffice, ProblemsError where that fails."""
    from p3dn_reports import drafter  # noqa: PLC0415
    from p3dn_reports.errors import ProblemsError, UsageError  # noqa: PLC0415

    tell(0, 0, f"Membuat PDF dari {naskah.name}")
    made = drafter.to_pdf(naskah)
    if made is None:
        raise UsageError("PDF memerlukan LibreOffice, yang tidak ada di komputer ini. Cetak halamannya sebagai PDF.")
    if made.content is None:
        raise ProblemsError([made.problem] if made.problem else [])
    return made.content


def _pages(tell: Tell, workspace: Workspace, masukan: Path, berkas: Path, sha: str) -> Pages | tuple[str, ...]:
    """The pages of a Word file that has these bytes; without LibreOffice what it says, line by line.

    Raises ProblemsError where LibreOffice cannot, CancelledError where the file is another by now.
    """
    from p3dn_reports.documents.word.outline import outline  # noqa: PLC0415
    from p3dn_reports.web.preview import MOST_PAGES, pages_of  # noqa: PLC0415

    content = berkas.read_bytes()
    if sha256(content).hexdigest() != sha:
        raise CancelledError("Naskah berubah.")
    return pages_of(content, berkas.name, MOST_PAGES) or tuple(outline(content).splitlines())


def _written(tell: Tell, workspace: Workspace, masukan: Path, baris: tuple[KeyOf, ...]) -> dict[KeyOf, Told]:
    """Where rows stand in the inputs, by table and what tells them."""
    from p3dn_reports import pipeline  # noqa: PLC0415

    with pipeline.open_quarter(workspace, masukan) as quarter:
        rows = {one: quarter.tables.iter_rows(one[0], dict(one[1])) for one in baris}
        return {one: [(str(row["_berkas"]), int(row["_baris"])) for row in found] for one, found in rows.items()}


def _numbers(tell: Tell, workspace: Workspace, masukan: Path) -> list[dict[str, Any]]:
    """The rows of table `naskah`: the numbers and dates that the office has given."""
    from p3dn_reports import pipeline  # noqa: PLC0415

    with pipeline.open_quarter(workspace, masukan) as quarter:
        return [dict(row) for row in quarter.tables.iter_rows("naskah")]


def _supposed(tell: Tell, workspace: Workspace, masukan: Path, andaian: Supposed) -> list[dict[str, Any]]:
    """All that follows from what is supposed, of this inputs folder and those looked at along."""
    from p3dn_reports.policy.whatif import Supposition, what_ifs  # noqa: PLC0415

    along = [folder for folder in workspace.inputs_folders() if folder.name in andaian.juga and folder != masukan]
    supposition = Supposition(nilai=andaian.nilai, pilihan=andaian.pilihan)
    return [one.as_json() for one in what_ifs(workspace, [masukan, *along], supposition)]


def _asked(tell: Tell, workspace: Workspace, masukan: Path) -> Requests:
    """Who must explain, and who has answered."""
    from p3dn_reports.desk.places import Desk  # noqa: PLC0415
    from p3dn_reports.desk.requests import asked  # noqa: PLC0415

    return asked(Desk.of(workspace, masukan))


def _coordinators(tell: Tell, workspace: Workspace, masukan: Path) -> dict[str, str]:
    """By the code of a unit the Biro that coordinates it; none where no region is known."""
    from p3dn_reports import pipeline  # noqa: PLC0415
    from p3dn_reports.errors import ProblemsError  # noqa: PLC0415

    try:
        with pipeline.open_quarter(workspace, masukan) as quarter:
            units = {row["kode_satker"]: row for row in quarter.tables.iter_rows("satker")}
    except ProblemsError:
        return {}
    named = {kode: units.get(row["biro_koordinator"], {}).get("nama_satker") for kode, row in units.items()}
    return {kode: str(biro) for kode, biro in named.items() if biro}


def _packets(tell: Tell, workspace: Workspace, masukan: Path, unit: tuple[str, ...]) -> list[Mapping[str, Any]]:
    """Make the packets of units; what a person should know of them."""
    from p3dn_reports.desk.packets import write  # noqa: PLC0415
    from p3dn_reports.desk.people import here  # noqa: PLC0415
    from p3dn_reports.desk.places import Desk  # noqa: PLC0415

    tell(0, 0, f"Membuat {len(unit)} paket permintaan")
    desk = Desk.of(workspace, masukan)
    return [one.as_json() for one in write(desk, here(), _asked(tell, workspace, masukan), unit).problems]


def _templates(tell: Tell, workspace: Workspace, nama: tuple[str, ...]) -> Mapping[Key, tuple[Found, ...]]:
    """What is wrong with templates, each under what that rests on; one that Word locks or saves meanwhile is left out.

    Raises ProblemsError where the rulebook does not load.
    """
    from p3dn_reports import drafter  # noqa: PLC0415
    from p3dn_reports.inputs.intake.shelf import file_digest  # noqa: PLC0415
    from p3dn_reports.web.drafts import resting  # noqa: PLC0415

    rests = resting(workspace)
    try:
        shas = {path: file_digest(path) for path in workspace.word_templates if path.name in nama}
        found = drafter.check(workspace, shas)
        now = {path: file_digest(path) for path in shas}
    except OSError:
        raise CancelledError("Templat sedang dikunci.") from None
    if resting(workspace) != rests:
        raise CancelledError("Aturan berubah.")
    return {(path.name, sha, rests): tuple(found[path]) for path, sha in shas.items() if now[path] == sha}


def _previewed(tell: Tell, workspace: Workspace, masukan: Path, nama: str, unit: str) -> Filled:
    """A template filled with the data of a quarter; of another inputs folder where this one calls for no such document.

    Raises UsageError where none does, ProblemsError where the template or LibreOffice is at fault.
    """
    from p3dn_reports import drafter  # noqa: PLC0415
    from p3dn_reports.errors import UsageError  # noqa: PLC0415
    from p3dn_reports.web.preview import MOST_PAGES, pages_of  # noqa: PLC0415
    from p3dn_reports.web.previews import Filled  # noqa: PLC0415

    others = [folder for folder in workspace.inputs_folders() if folder != masukan and not unit]
    for folder in (masukan, *others):
        try:
            made = drafter.preview(workspace, workspace.templates / nama, folder, unit or None, own=True)
        except UsageError:
            continue
        return Filled(made.content, pages_of(made.content, nama, MOST_PAGES), folder.name, made.wanting)
    raise UsageError("Tidak ada masukan yang meminta naskah dari templat ini, jadi tidak ada data untuk mengisinya.")


TASKS: Mapping[str, Task] = {
    "susun": Task(_build, "Menyusun naskah", "Naskah belum dapat disusun"),
    "susun_naskah": Task(
        _build_for,
        "Menyusun naskah",
        "Naskah belum dapat disusun",
        "letter.satu",
        lambda arguments: dict(zip(("dokumen", "untuk"), arguments["naskah"], strict=True)),
    ),
    "balasan": Task(_reply, "Membuat berkas balasan", "Berkas balasan belum dapat dibuat", "returns.perbaikan"),
    "permintaan": Task(_packets, "Membuat paket permintaan", "Paket belum dapat dibuat", "requests.permintaan"),
    "pdf_ringkasan": Task(_pdf, "Membuat PDF", "PDF belum dapat dibuat", "brief.ringkasan", hasil=True),
    "diminta": Task(reading(_asked)),
    "temuan": Task(reading(_findings)),
    "kiriman": Task(reading(_arrivals)),
    "andaikan": Task(
        reading(_supposed),
        "Menghitung akibat lengkap",
        "Akibatnya belum dapat dihitung",
        "supposing.andaikan",
        lambda arguments: arguments["andaian"].address,
        hasil=True,
    ),
    "pratinjau": Task(reading(_previewed)),
    "halaman": Task(reading(_pages)),
    "baris_isian": Task(reading(_written)),
    "nomor": Task(reading(_numbers)),
    "templat": Task(_templates),
    "biro": Task(reading(_coordinators)),
    "sel": Task(reading(_cells)),
    "jejak": Task(reading(_traces)),
}
