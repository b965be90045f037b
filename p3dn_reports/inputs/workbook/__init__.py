"""Workbooks that go back to people: the sender's own with its faults marked, and those to be filled in."""
