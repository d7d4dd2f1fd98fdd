"""An agreement as the pipeline and the archive know it."""

from __future__ import annotations

from doc_templates.perjanjian_kinerja import KIND
from tests.doc_templates.perjanjian_kinerja.agreements import agreement


def test_both_parties_sign_the_statement_and_its_annex() -> None:
    """Four signatures, the superior's before the other's each time."""
    assert [each.role for each in KIND.describe(agreement()).signatories] == [
        *("pihak_kedua", "pihak_pertama"),
        *("pihak_kedua_lampiran", "pihak_pertama_lampiran"),
    ]


def test_one_party_signs_twice() -> None:
    """A head of region signs statement and annex, and nobody beside them."""
    data = agreement(tingkat="kepala_daerah", pihak_kedua=None)

    assert [each.role for each in KIND.describe(data).signatories] == [
        "pihak_pertama",
        "pihak_pertama_lampiran",
    ]


def test_the_archive_learns_what_the_agreement_is() -> None:
    """Title, office, year, book, date and class come from the data alone."""
    described = KIND.describe(agreement("camat"))

    assert described.title == "Perjanjian Kinerja Tahun 2020 CAMAT JEKULO"
    assert (described.office, described.year) == ("KECAMATAN JEKULO", 2020)
    assert described.register == "pemerintah-kabupaten-kudus/kecamatan-jekulo"
    assert (described.date, described.classification) == ("2020-01-06", "000.7.2.7")
    assert described.must_show == ("PERJANJIAN KINERJA TAHUN 2020", "WISNUBROTO PJ, SH")


def test_a_number_already_borne_gives_the_class() -> None:
    """A document that bears a number is classified by it, not by the wish for another."""
    described = KIND.describe(agreement(nomor="050/16/118-01/2021"))

    assert (described.number, described.classification) == ("050/16/118-01/2021", "050")
