"""What begins, ends or is wanting in a region, in words."""

from __future__ import annotations

from collections.abc import Mapping

from p3dn_reports.rules.standing import Event, Gap, Sebab

_WHY: Mapping[Sebab, str] = {
    Sebab.INSTRUMEN_MENYISAKAN: "{sumber} ({periode}) tidak menyebut, sedangkan {sebelumnya} menyebut,",
    Sebab.INSTRUMEN_BERAKHIR: "setelah {periode} tidak ada instrumen lagi, sehingga tidak ada",
    Sebab.HUKUM_BERAKHIR: "{sumber} sudah berakhir, sehingga tidak ada",
    Sebab.LIBUR_BELUM_DIDAFTAR: "hari libur tahun itu belum didaftar bagi",
}


def happening(event: Event) -> str:
    """`mulai menurut insekda-48-2024 (hanya 2024-TW4)`."""
    by = event.sumber + (f" (hanya {event.periode})" if event.periode else "")
    return f"{'mulai' if event.mulai else 'berakhir'}{f' menurut {by}' if by else ''}"


def why(gap: Gap) -> str:
    """Why something has nothing in force, up to the names of what has not."""
    return _WHY[gap.sebab].format(sumber=gap.sumber, periode=gap.periode, sebelumnya=gap.sebelumnya)
