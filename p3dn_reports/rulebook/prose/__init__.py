"""The rulebook in Indonesian sentences: one rule with its clause and its dated values, or the list of all."""

from p3dn_reports.rulebook.prose.describe import SECTIONS, Description, describe, listing, matches

__all__ = ["SECTIONS", "Description", "describe", "listing", "matches"]
