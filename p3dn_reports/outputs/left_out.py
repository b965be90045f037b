"""What the region's figure leaves out, in words, from the content of hasil.json."""

from __future__ import annotations

from p3dn_reports.outputs.cells import Record


def left_out_note(out: Record | None) -> str | None:
    """`tidak termasuk Rp175.000.000,00 dari 1 satuan kerja yang tidak dapat dihitung; bila ikut 84,94%`."""
    if out is None:
        return None
    satker = f"{len(out['unit'])} satuan kerja yang tidak dapat dihitung"
    note = f"tidak termasuk pembilang {out['tampil_jumlah']} dari {satker}"
    return f"{note}; bila ikut {out['tampil_bila_ikut']}" if out["tampil_bila_ikut"] else note
