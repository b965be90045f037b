"""How files are brought in: in a child process under limits, from the cache, or directly."""
