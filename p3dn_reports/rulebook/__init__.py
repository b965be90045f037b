"""rules.yaml and the files it includes into the frozen rulebook: the only place that knows YAML."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from p3dn_reports.rulebook.loading import load

__all__ = ["load"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.loading"), name)
