"""What can be said once all tables are loaded: keys, references, sums, units, doubles, left-over sheets."""
