"""Rows of cells to the columns of a table: which table a sheet is, where its columns stand, what is no row of it."""
