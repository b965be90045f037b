"""From a file to raw sheets. Every other room sees no file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from p3dn_reports.inputs.files.kinds import FORMATS
from p3dn_reports.inputs.files.raw import RawSheet, Read
from p3dn_reports.problems import Problem

_FORMATS = "p3dn_reports.inputs.files.formats"


def read_file(path: Path, berkas: str | None = None) -> Read:
    """The sheets of one file in their order, one at a time, and the problems met on the way.

    `berkas` is what the file is called in messages and provenance, where that is more than its name.
    """
    # Its module is imported once a file of the format is there: a folder of workbooks needs no reader of web pages.
    found: Read = import_module(f"{_FORMATS}.{FORMATS[path.suffix.casefold()]}").read(path)
    return found if berkas in (None, path.name) else _called(found, path.name, str(berkas))


def _called(items: Read, name: str, berkas: str) -> Iterator[RawSheet | Problem]:
    for item in items:
        if isinstance(item, RawSheet):
            yield replace(item, berkas=berkas)
        else:
            yield item.at(replace(item.lokasi, berkas=berkas)) if item.lokasi.berkas == name else item
