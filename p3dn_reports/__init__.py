"""p3dn-reports: the reporting engine for P3DN (Peningkatan Penggunaan Produk Dalam Negeri)."""
