"""Dates and periods on the command line."""

from __future__ import annotations

import re
from datetime import date

import click

from p3dn_reports.vocabulary import Periode

_PERIODE = re.compile(r"20\d\d(-TW[1-4])?")


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


class Masa(click.ParamType[Periode]):
    """A period written as 2024-TW4, or 2024 for a year."""

    name = "periode"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Periode:
        """The period. Fails with a usage message where it is written otherwise."""
        if isinstance(value, Periode):
            return value
        if not _PERIODE.fullmatch(text := str(value).upper()):
            self.fail(f"{value} bukan periode; tulis misalnya 2024-TW4, atau 2024 untuk satu tahun.", param, ctx)
        return Periode.of(text)
