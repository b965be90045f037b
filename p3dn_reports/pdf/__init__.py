"""Word files into PDF by LibreOffice: the only place that knows that program."""

from p3dn_reports.pdf.batches import Limits
from p3dn_reports.pdf.pool import Converted, convert
from p3dn_reports.pdf.program import find_program

__all__ = ["Converted", "Limits", "convert", "find_program"]
