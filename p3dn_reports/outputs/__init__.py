"""The built folder: atomic writing, manifest, verification."""
