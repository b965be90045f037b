"""Open readings as documents print them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from p3dn_reports.documents.at import At
from p3dn_reports.documents.fields.field import YA_TIDAK, Field, Group, Items, Node, Part
from p3dn_reports.documents.readings import consequences, places
from p3dn_reports.documents.weighing import Penafsiran
from p3dn_reports.evaluation.approvals import in_words
from p3dn_reports.evaluation.wording import filled
from p3dn_reports.formatting import tanggal
from p3dn_reports.rules import Pengesahan, Scope


@dataclass(frozen=True, slots=True)
class _Reading:
    one: Penafsiran
    scope: Scope

    def filled(self, text: str) -> str:
        return filled(text, self.scope)


def _chosen(wanted: Callable[[At, Penafsiran], bool]) -> Callable[[At], Iterator[_Reading]]:
    return lambda at: (_Reading(one, at.material.scope) for one in at.material.penafsiran if wanted(at, one))


def _rests(at: At, one: Penafsiran) -> bool:
    """Whether the document rests on it, and it changes something here or must still be approved."""
    matters = one.menentukan or (one.tafsir.wajib_disahkan and one.pengesahan is None)
    return matters and at.planned.dokumen.id in one.dokumen


_Approval = tuple[Pengesahan | None]


_SAH: Group[_Approval] = Group(
    {
        "ada": Field("Apakah bacaannya sudah disahkan", lambda at: at[0] is not None, YA_TIDAK),
        "oleh": Field("Oleh siapa", lambda at: at[0].oleh if at[0] else "", example="Ketua Tim"),
        "tanggal": Field(
            "Kapan", lambda at: tanggal(at[0].tanggal) if at[0] and at[0].tanggal else "", example="16 Desember 2024"
        ),
        "dasar": Field("Dengan apa", lambda at: at[0].dasar if at[0] else "", example="Nota Dinas Nomor 1"),
    }
)
_READING: Group[_Reading] = Group(
    {
        "id": Field("Pengenal penafsiran", lambda at: at.one.tafsir.id, example="pds"),
        "pertanyaan": Field(
            "Pertanyaannya", lambda at: at.filled(at.one.tafsir.pertanyaan), example="Kapan paket itu dihitung?"
        ),
        "ketentuan": Field(
            "Ketentuan yang ditafsirkan",
            lambda at: places(at.scope, at.one.tafsir.dasar),
            example="Instruksi Sekretaris Daerah, diktum KESATU huruf a angka 6",
        ),
        "dipakai": Field(
            "Bacaan yang dipakai", lambda at: at.filled(at.one.tafsir.dipakai), example="Semua kontrak yang tercatat."
        ),
        "alasan": Field(
            "Alasan bacaan itu dipakai", lambda at: at.filled(at.one.tafsir.alasan), example="Datanya tidak memuatnya."
        ),
        "pilihan_lain": Field(
            "Bacaan lain",
            lambda at: at.filled(" ".join(at.one.tafsir.pilihan_lain)) or "-",
            example="Hanya kontrak yang sudah dibayar.",
        ),
        "akibat": Field(
            "Akibatnya di sini bila bacaan lain dipakai",
            lambda at: consequences(at.one),
            example="Tidak ada yang berubah pada data periode ini.",
        ),
        "pengesahan": Field(
            "Sudah disahkan oleh siapa, atau belum",
            lambda at: f"disahkan oleh {in_words(at.one.pengesahan)}" if at.one.pengesahan else "belum disahkan",
            example="belum disahkan",
        ),
        "sah": Part("Pengesahannya", _SAH, lambda at: (at.one.pengesahan,)),
    }
)


def _readings(title: str, wanted: Callable[[At, Penafsiran], bool]) -> Items[At, _Reading]:
    return Items(title, _READING, _chosen(wanted), "rules.yaml, tafsir")


_PRINTED = _readings("Penafsiran yang menentukan isi naskah ini atau harus disahkan", _rests)
READINGS: Mapping[str, Node[At]] = {
    "penafsiran": _PRINTED,
    "tafsir": _PRINTED,
    "penafsiran_menentukan": _readings("Penafsiran yang menentukan hasil di sini", lambda _, one: one.menentukan),
    "penafsiran_belum_sah": _readings(
        "Penafsiran yang menentukan hasil di sini dan belum disahkan",
        lambda _, one: one.menentukan and one.pengesahan is None,
    ),
    "penafsiran_lain": _readings("Penafsiran yang tidak mengubah hasil di sini", lambda _, one: not one.menentukan),
}
