"""The rulebook on one page for its owner: every threshold beside the words of the law, region by region."""
