"""Dates on the command line."""

from __future__ import annotations

from datetime import date

import click


class Tanggal(click.ParamType[date]):
    """A day written as 2024-12-31."""

    name = "tanggal"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day. Fails with a usage message where it is written otherwise or not on the calendar."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value} bukan tanggal; tulis tahun-bulan-hari, misalnya 2024-12-31.", param, ctx)
