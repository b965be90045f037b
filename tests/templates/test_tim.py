"""What the Keputusan on teams say: running diktum, the posts under their Sub Tim, the members of one team."""

from __future__ import annotations

import pytest

from tests.templates.cetak import text
from tests.templates.contoh_tim import keputusan_tim, keputusan_tim_koordinasi

DAERAH, PERANGKAT_DAERAH = "keputusan-tim.docx", "keputusan-tim-koordinasi.docx"


@pytest.mark.parametrize(
    ("biaya", "lama", "diktum"),
    [
        (
            True,
            True,
            ("KELIMA\n:\nBiaya yang timbul", "KEENAM\n:\nPada saat Keputusan", "KETUJUH\n:\nKeputusan Bupati"),
        ),
        (True, False, ("KELIMA\n:\nBiaya yang timbul", "KEENAM\n:\nKeputusan Bupati ini mulai berlaku")),
        (False, True, ("KELIMA\n:\nPada saat Keputusan Bupati ini mulai", "KEENAM\n:\nKeputusan Bupati ini mulai")),
        (False, False, ("KEEMPAT\n:\nKetua Tim P3DN melaporkan", "KELIMA\n:\nKeputusan Bupati ini mulai berlaku")),
    ],
)
def test_the_diktum_are_numbered_by_those_that_stand(biaya: bool, lama: bool, diktum: tuple[str, ...]) -> None:
    printed = text(DAERAH, keputusan_tim(biaya=biaya, lama=lama))
    assert all(one in printed for one in diktum), printed
    assert ("dicabut dan dinyatakan tidak berlaku" in printed) is lama
    assert ("Dokumen Pelaksanaan Anggaran" in printed) is biaya


def test_a_sub_team_stands_above_its_first_post() -> None:
    printed = text(DAERAH, keputusan_tim())
    assert "Sub Tim Monitoring dan Evaluasi\n2.\nKoordinator\nKepala Badan Perencanaan" in printed


def test_one_thing_considered_bears_no_number() -> None:
    assert "Memperhatikan\n:\nInstruksi Presiden" in text(DAERAH, keputusan_tim(biaya=False))
    assert "Memperhatikan\n:\n1." in text(DAERAH, keputusan_tim())
    assert "Mengingat\n:\nPeraturan" in text(PERANGKAT_DAERAH, keputusan_tim_koordinasi(jabatan_saja=True))


def test_a_member_is_named_with_what_he_has() -> None:
    printed = text(PERANGKAT_DAERAH, keputusan_tim_koordinasi())
    assert "1.\nKetua\nContoh Anggota Satu\nNIP 19700101 199503 1 001\nSekretaris Dinas Kesehatan" in printed
    assert "2.\nAnggota\nContoh Anggota Dua\nPejabat Pengadaan" in printed
    assert "TENTANG PEMBENTUKAN TIM KOORDINASI" not in printed
    assert "Keputusan Kepala Dinas Kesehatan tentang Pembentukan Tim Koordinasi" in printed
    offices = text(PERANGKAT_DAERAH, keputusan_tim_koordinasi(jabatan_saja=True))
    assert "NIP" not in offices.split("Susunan Tim Koordinasi")[1]
