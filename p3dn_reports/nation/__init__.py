"""Many regions on one rulebook: their quarters in one lake, one task a region, and the sum of their results.

A task is a function of plain values, so that any runner can carry it; no statement ever goes over two regions.
"""
