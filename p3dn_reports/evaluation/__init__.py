"""Rules x tables: exact values, each with its rule, its clause and its rows."""
