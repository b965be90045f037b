"""Figures and verdicts of single rows and groups of rows: exact Python over small tables, every step kept."""
