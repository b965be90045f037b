"""Tables of input rows, typed, every row with the file, sheet and row number it was read from.

`inputs` fills them, `evaluation` adds them up, `documents` prints rows of them; none of those knows the others. The
evaluation knows an `Engine`; `tables.duck` is the one there is, and the only one that fills.
"""

from p3dn_reports.tables.engine import Answer, Engine, Meta, Remembered, Row, Source, Tables
from p3dn_reports.tables.schema import PROVENANCE, TOLD, Check, Column, Kind, Override, SourceLayout, TableSchema

__all__ = [
    "PROVENANCE",
    "TOLD",
    "Answer",
    "Check",
    "Column",
    "Engine",
    "Kind",
    "Meta",
    "Override",
    "Remembered",
    "Row",
    "Source",
    "SourceLayout",
    "TableSchema",
    "Tables",
]
