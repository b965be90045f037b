"""The only room that knows Excel and CSV files: a folder of workbooks in, typed tables and problems out.

A table is described by its JSON Schema alone; a new column needs no code here.
"""
