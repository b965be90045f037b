"""The rulebook's calendar for people and for programs: what begins, what ends, what then has nothing in force."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from p3dn_reports.cli.rules_text import wrapped
from p3dn_reports.formatting import tanggal
from p3dn_reports.rulebook.checks.gaps import named
from p3dn_reports.rulebook.prose.standing import happening, why
from p3dn_reports.rules import Rulebook
from p3dn_reports.rules.references import Rule
from p3dn_reports.rules.standing import Event, Gap, events, gaps


def calendar_lines(rulebook: Rulebook) -> Iterator[str]:
    """Region by region: its days in order, then its gaps."""
    for daerah in rulebook.daerah.values():
        yield f"{daerah.id}: {daerah.nama[-1].nilai}"
        for event in events(rulebook, daerah):
            yield from wrapped(_event(event), "    ")
        found = gaps(rulebook, daerah)
        yield "  Celah:" if found else "  Tanpa celah."
        for gap in found:
            yield from wrapped(f"- sejak {tanggal(gap.sejak)} {why(gap)} {named(gap.aturan)}.", "    ")
        yield ""


def calendar_json(rulebook: Rulebook) -> dict[str, object]:
    """Plain data."""
    regions = [
        {
            "id": daerah.id,
            "kejadian": [_event_json(event) for event in events(rulebook, daerah)],
            "celah": [_gap_json(gap) for gap in gaps(rulebook, daerah)],
        }
        for daerah in rulebook.daerah.values()
    ]
    return {"daerah": regions}


def _event(event: Event) -> str:
    return f"{tanggal(event.tanggal)} {happening(event)}: {named(event.aturan)}."


def _event_json(event: Event) -> dict[str, object]:
    return {
        "tanggal": event.tanggal.isoformat(),
        "kejadian": "mulai" if event.mulai else "berakhir",
        "sumber": event.sumber or None,
        "periode": str(event.periode) if event.periode else None,
        "aturan": _rules(event.aturan),
    }


def _gap_json(gap: Gap) -> dict[str, object]:
    return {
        "sebab": str(gap.sebab),
        "sejak": gap.sejak.isoformat(),
        "sumber": gap.sumber or None,
        "periode": str(gap.periode) if gap.periode else None,
        "aturan": _rules(gap.aturan),
    }


def _rules(rules: Iterable[Rule]) -> list[dict[str, str]]:
    return [{"bagian": section, "id": name} for section, name in rules]
