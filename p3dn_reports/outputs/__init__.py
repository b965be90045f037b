"""What a build leaves: the folder written whole or not at all, its manifest, its results, and the check of both."""
