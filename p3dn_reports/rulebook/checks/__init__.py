"""Checks across the rulebook, one concern per module: each is a function from `Subject` to problems."""
