"""What becomes of a waiting file that was looked at: an input, a working copy, or proof of what was sent."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from p3dn_reports.desk import events
from p3dn_reports.desk.editions import editions
from p3dn_reports.desk.events import Event
from p3dn_reports.desk.inbox import accept, reject
from p3dn_reports.desk.letters import adopt, letters
from p3dn_reports.desk.looking import PDF, Looked
from p3dn_reports.desk.people import Petugas
from p3dn_reports.desk.places import Desk
from p3dn_reports.desk.recognising import Naskah
from p3dn_reports.desk.sending import Dispatch, mark, signed_pdf
from p3dn_reports.errors import UsageError


def take_in(desk: Desk, petugas: Petugas, looked: Looked) -> Path:
    """Accept what was looked at: an input into the inputs, a letter of ours among the working copies; where it lies.

    Raises UsageError for what cannot be accepted, and as `inbox.accept` does.
    """
    arrived = looked.arrived
    if looked.naskah is not None:
        log = events.read(desk)
        standing = letters(desk, editions(desk, log), log)
        place = adopt(desk, arrived.path.read_bytes(), looked.naskah, arrived.nama, standing)
        reject(desk, petugas, arrived, catatan=f"disimpan sebagai salinan kerja {place.name}")
        return place
    if looked.ditolak:
        why = "; ".join(one.pesan for one in looked.temuan) or "bukan jenis berkas yang dibaca"
        raise UsageError(f"{arrived.nama} tidak dapat diterima: {why}")
    event = accept(desk, petugas, arrived, looked.menggantikan, looked.sha_lama)
    return desk.masukan / str(event.data["berkas"])


def take_as_sent(
    desk: Desk, petugas: Petugas, looked: Looked, dispatch: Dispatch, naskah: Naskah | None = None
) -> Event:
    """Mark a document sent by the file that came back: a letter of ours just as it is, or `naskah` by its signed PDF.

    Raises UsageError for any other file, and as `sending.mark` does.
    """
    path, susunan = looked.arrived.path, None
    if looked.naskah is not None:
        naskah, susunan = looked.naskah.naskah, looked.naskah.susunan
        dispatch = replace(dispatch, isi=path.read_bytes())
    elif looked.jenis == PDF:
        dispatch = replace(dispatch, pdf=signed_pdf(path))
    else:
        raise UsageError(f"{looked.arrived.nama} bukan naskah dan bukan PDF yang ditandatangani.")
    if naskah is None:
        raise UsageError("Pilih dahulu naskah yang mana.")
    event = mark(desk, petugas, naskah, dispatch, susunan)
    reject(desk, petugas, looked.arrived, catatan=f"ditandai {event.jenis}")
    return event
