"""What begins, ends or is wanting when, region by region: the changes by day and the gaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from p3dn_reports.formatting import kapital_awal, tanggal
from p3dn_reports.policy.overview.desk import Desk
from p3dn_reports.policy.overview.markup import Markup, items, row, table, tag
from p3dn_reports.rulebook.prose.standing import happening, why
from p3dn_reports.rules import Daerah
from p3dn_reports.rules.references import Rule
from p3dn_reports.rules.standing import events, gaps


def calendar(desk: Desk) -> Iterator[Markup]:
    """For each region its gaps first, then its days in order."""
    for name in desk.days:
        daerah = desk.rules.daerah[name]
        inside = tag("div", tag("h3", daerah.nama_pemda), _gaps(desk, daerah), _events(desk, daerah), data_daerah=name)
        yield tag("article", inside, id=f"kalender.{name}", kelas="panjang")


def _gaps(desk: Desk, daerah: Daerah) -> Markup:
    rows = [
        row(tanggal(gap.sejak), kapital_awal(why(gap)), _rules(desk, gap.aturan), kelas="kosong")
        for gap in gaps(desk.rules, daerah)
    ]
    if not rows:
        return tag("p", "Tanpa celah: yang berlaku tidak berakhir tanpa pengganti.")
    return table(("Sejak", "Celah", "Aturan yang tidak berlaku"), rows)


def _events(desk: Desk, daerah: Daerah) -> Markup:
    rows = [
        row(tanggal(one.tanggal), kapital_awal(happening(one)), _rules(desk, one.aturan))
        for one in events(desk.rules, daerah)
    ]
    return table(("Tanggal", "Yang terjadi", "Aturan"), rows)


def _rules(desk: Desk, rules: Iterable[Rule]) -> Markup | None:
    return items(map(desk.titled, rules))
