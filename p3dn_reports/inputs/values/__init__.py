"""Cells to values: amounts, dates, codes and words as people write them, and what may be wrong with one."""
