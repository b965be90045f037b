"""p3dn-reports: the reporting engine for P3DN (Peningkatan Penggunaan Produk Dalam Negeri)."""

__version__ = "0.1.0"
"""As in pyproject.toml: to ask the installed package for it takes longer than all else `p3dn --version` does."""
