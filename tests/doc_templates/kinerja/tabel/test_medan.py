"""Fields by the words of their tables."""

from __future__ import annotations

import pytest

from doc_templates.kinerja.tabel import dokumen, isi
from doc_templates.kinerja.tabel.medan import sebut_medan
from tests.doc_templates.kinerja.contoh import DINAS, index_contoh


@pytest.mark.parametrize(
    ("medan", "wanted"),
    [
        ("realisasi.tw2", "realisasi TW II"),
        ("capaian.sd_tw2@0", "capaian s.d. TW II (Murni)"),
        ("capaian.tahun_sd_tw4@1", "capaian tahun s.d. TW IV (Perubahan I)"),
        ("catatan.capaian.tw1@2", "catatan capaian TW I (Perubahan II)"),
        ("renstra.target_akhir", "renstra target akhir"),
        ("pagu.jumlah@0", "pagu jumlah (Murni)"),
    ],
)
def test_a_field_is_called_as_its_table_calls_it(medan: str, wanted: str):
    assert sebut_medan(medan) == wanted


def test_no_field_of_a_year_keeps_the_marks_of_its_name():
    """Whatever the documents print can be told in words."""
    said = {one.medan for tables in dokumen(index_contoh(DINAS)).values() for one in isi(tables)}

    assert len(said) > 50
    assert [each for each in said if set("@_") & set(sebut_medan(each))] == []
