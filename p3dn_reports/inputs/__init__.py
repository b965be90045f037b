"""The only room that knows Excel and CSV files: a folder of workbooks in, typed tables and problems out.

A table is described by its JSON Schema alone; a new column needs no code here.
"""

from p3dn_reports.inputs.folder import Inputs, input_files, read_inputs
from p3dn_reports.inputs.intake import InputFile, Manner
from p3dn_reports.inputs.schema import load_schemas

__all__ = ["InputFile", "Inputs", "Manner", "input_files", "load_schemas", "read_inputs"]
