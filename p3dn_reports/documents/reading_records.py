"""Open readings as plain data for hasil.json: who approved each, and every unit, total and document it would change."""

from __future__ import annotations

from p3dn_reports.documents.readings import consequence_in_words
from p3dn_reports.documents.weighing import Akibat, Penafsiran
from p3dn_reports.evaluation.result import plain
from p3dn_reports.evaluation.wording import filled
from p3dn_reports.rules import Scope


def reading_record(one: Penafsiran, scope: Scope) -> dict[str, object]:
    """One reading; numbers are text."""
    return {
        "id": one.tafsir.id,
        "pertanyaan": filled(one.tafsir.pertanyaan, scope),
        "dipakai": filled(one.tafsir.dipakai, scope),
        "wajib_disahkan": one.tafsir.wajib_disahkan,
        "pengesahan": plain(one.pengesahan),
        "menentukan": one.menentukan,
        "naskah": sorted(one.dokumen),
        "bacaan_lain": [_consequence(other) for other in one.akibat],
    }


def _consequence(one: Akibat) -> dict[str, object]:
    way = one.alternatif
    return {
        "pilihan": way.pilihan,
        "opsi": way.opsi,
        "judul": way.judul,
        "sebab": way.sebab,
        "akibat": consequence_in_words(one),
        **plain(one.hasil),
        "dokumen": plain(one.dokumen),
        "tak_terhitung": [
            {"kode_satker": unit, "indikator": indikator, "sebab": sebab}
            for (unit, indikator), sebab in way.tak_terhitung.items()
        ],
    }
