"""Verdicts as decision tables: what is asked in columns, the choices from the top, the first that holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from p3dn_reports.policy.overview.blocks import article, readings, regional_parts
from p3dn_reports.policy.overview.desk import Desk
from p3dn_reports.policy.overview.markup import Markup, items, joined, row, table, tag
from p3dn_reports.rulebook.prose.objects import compared, formula
from p3dn_reports.rulebook.prose.words import table_title
from p3dn_reports.rules import Dated, Kondisi, PilihanPutusan, Putusan


def verdicts(desk: Desk) -> Iterator[Markup]:
    """Every verdict, by the version in force in each region."""
    yield from (verdict(desk, one) for one in desk.rules.putusan.values())


def verdict(desk: Desk, one: Putusan) -> Markup:
    """One verdict."""

    def told(dated: Dated[tuple[PilihanPutusan, ...]]) -> Markup:
        return joined(_decisions(desk, one, dated.nilai), desk.cited(dated.dasar, quoting=False))

    rule = ("putusan", one.id)
    return article(
        rule,
        one.judul,
        tag("p", f"Atas tabel {table_title(desk.schemas, one.tabel)}; baris pertama yang terpenuhi berlaku."),
        _only(desk, one),
        regional_parts(desk, desk.regions(lambda scope: scope.versi(one.id, scope.data_per)), told),
        _before(desk, one),
        desk.users(rule),
        readings(desk, rule, one.tafsir),
        panjang=True,
    )


def _decisions(desk: Desk, one: Putusan, rows: Sequence[PilihanPutusan]) -> Markup:
    asked = list(dict.fromkeys(_left(desk, one, wanted) for choice in rows for wanted in choice.bila))
    told = [_choice(desk, one, number, choice, asked) for number, choice in enumerate(rows, 1)]
    return table(["No.", *asked, "Putusan"], told, "putusan")


def _choice(desk: Desk, one: Putusan, number: int, choice: PilihanPutusan, asked: Sequence[str]) -> Markup:
    wanted: dict[str, list[str]] = {}
    for condition in choice.bila:
        told = compared(desk.rules, desk.schemas, one.tabel, condition)
        wanted.setdefault(_left(desk, one, condition), []).append(told)
    return row(str(number), *(" dan ".join(wanted.get(left, ["–"])) for left in asked), _outcome(desk, choice))


def _outcome(desk: Desk, choice: PilihanPutusan) -> Markup:
    """What is decided, what follows, the figures that go with it, and the clauses."""
    notes = ["Bila belum dapat diketahui, baris berikutnya dipakai."] if choice.boleh_belum_diketahui else []
    notes += ["Tidak menjatuhkan apa pun."] if choice.tanpa_sanksi else []
    figures = [desk.rule(("hitungan", name)) for name in (choice.nilai, *choice.disertai) if name]
    return joined(
        tag("strong", choice.tampil),
        items(choice.tindakan),
        tag("p", "Disertai ", joined(*figures, between="; ")) if figures else None,
        *(tag("p", note, kelas="redup") for note in notes),
        tag("p", tag("small", desk.places(choice.dasar))),
    )


def _left(desk: Desk, one: Putusan, condition: Kondisi) -> str:
    return formula(desk.rules, desk.schemas, one.tabel, condition.nilai)


def _only(desk: Desk, one: Putusan) -> Markup | None:
    told = [_told(desk, one, wanted) for wanted in one.hanya_bila]
    return tag("p", f"Hanya bila {' dan '.join(told)}.") if told else None


def _told(desk: Desk, one: Putusan, wanted: Kondisi) -> str:
    return f"{_left(desk, one, wanted)} {compared(desk.rules, desk.schemas, one.tabel, wanted)}"


def _before(desk: Desk, one: Putusan) -> Markup | None:
    """What must be known before the verdict can be imposed."""
    lines = []
    for needed in one.prasyarat:
        when = f" bila {' dan '.join(_told(desk, one, wanted) for wanted in needed.bila)}" if needed.bila else ""
        lines.append(
            joined(f"Baru dijatuhkan setelah terisi {', '.join(needed.terisi)}{when}. ", desk.cited(needed.dasar))
        )
    return items(lines)
