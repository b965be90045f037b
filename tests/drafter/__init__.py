"""The drafter's tools, on the templates and examples that come with the program."""
