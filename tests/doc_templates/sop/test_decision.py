"""The head's decision: counted as officers count, printed in front of the SOP, signed by itself."""

from __future__ import annotations

import pytest

from doc_templates.sop.keputusan import diktum_ke
from tests.doc_templates.sop.decisions import with_decision
from tests.doc_templates.sop.samples import SOP, W, filled, sample, text_of


@pytest.mark.parametrize(
    ("number", "words"),
    [
        *((1, "KESATU"), (2, "KEDUA"), (9, "KESEMBILAN"), (10, "KESEPULUH")),
        *((11, "KESEBELAS"), (12, "KEDUA BELAS"), (19, "KESEMBILAN BELAS")),
        *((20, "KEDUA PULUH"), (21, "KEDUA PULUH SATU"), (99, "KESEMBILAN PULUH SEMBILAN")),
    ],
)
def test_dictums_are_counted_in_words(number, words):
    """KESATU, KEDUA, … as far as any decision goes."""
    assert diktum_ke(number) == words


def test_a_decision_is_read_from_title_to_copies():
    """Every part stands in its order, considerations by letters, laws by numbers."""
    lines = [each.strip() for each in text_of(filled(with_decision())).split("\n") if each.strip()]
    wanted = [
        "KEPUTUSAN KEPALA DINAS KOMUNIKASI DAN INFORMATIKA",
        "NOMOR",
        "TENTANG",
        (
            "Menimbang : a. bahwa pengumpulan data kinerja perlu dilaksanakan secara tertib dan "
            "seragam;"
        ),
        (
            "Mengingat : 1. Permendagri No. 52 Tahun 2011 tentang SOP di lingkungan Pemprov dan "
            "Kabupaten/Kota"
        ),
        "2. Permenpan dan RB No. 35 Tahun 2012 tentang SOP Administrasi Pemerintahan",
        "MEMUTUSKAN:",
        "Menetapkan : KEPUTUSAN KEPALA DINAS TENTANG PENETAPAN STANDAR OPERASIONAL PROSEDUR.",
        "KESATU : Menetapkan SOP Pengumpulan Data Kinerja sebagaimana tercantum dalam Lampiran.",
        "KEDUA : Keputusan ini mulai berlaku pada tanggal ditetapkan.",
        "Ditetapkan di Kudus",
        "pada tanggal 4 JANUARI 2021",
        "Drs. KHOLID, MM",
        "Tembusan:",
        "1. Bupati Kudus;",
        "Nomor SOP",
    ]
    places = [lines.index(each) for each in wanted]

    assert places == sorted(places)


def test_a_single_consideration_bears_no_letter():
    """There is nothing to tell it from."""
    root = filled(with_decision(menimbang=["bahwa perlu;"], mengingat=["UUD 1945;"]))
    text = " ".join(text_of(root).split())

    assert "Menimbang : bahwa perlu; Mengingat : UUD 1945;" in text


def test_both_signatories_have_their_place_in_the_order_of_signing():
    """The decision is signed before the SOP that it lays down."""
    model = with_decision()
    marks = [
        each.get("descr")
        for each in filled(model).iter("{*}docPr")
        if each.get("descr").startswith("ttd:")
    ]

    assert marks == ["ttd:penetap", "ttd:pengesah"]
    assert [each.role for each in SOP.describe(model).signatories] == ["penetap", "pengesah"]


def test_the_decision_stands_upright_between_cover_and_sop():
    """Three sections: the cover lies, the decision stands, the sheets lie."""
    sizes = [each.find(f"{W}pgSz") for each in filled(with_decision()).iter(f"{W}sectPr")]
    lying = [int(each.get(f"{W}w")) > int(each.get(f"{W}h")) for each in sizes]

    assert lying == [True, False, True]
    assert [each.get(f"{W}orient") for each in sizes] == ["landscape", None, "landscape"]


@pytest.mark.parametrize("name", ["jekulo-lengkap", "kertosono-lengkap"])
def test_without_a_cover_the_decision_comes_first(name):
    """Two sections are enough then."""
    model = SOP.model.model_validate(
        sample(name).model_dump() | {"keputusan": with_decision().keputusan.model_dump()}
    )

    assert len(list(filled(model).iter(f"{W}sectPr"))) == 2


def test_without_a_decision_there_is_one_section():
    """An SOP without a decision pays nothing for those that have one."""
    assert len(list(filled(sample("kudus-lengkap")).iter(f"{W}sectPr"))) == 1
