"""Letterheads: odd lines are told, and printed all the same."""

from __future__ import annotations

import pytest

from doc_templates.kop import Kop, check_letterhead


def codes_of(kop):
    return [finding.code for finding in check_letterhead(kop, "kop")]


def test_a_line_said_twice_is_told():
    """Kertosono's head names the kabupaten twice."""
    kop = Kop(
        pemerintah="PEMERINTAH KABUPATEN NGANJUK",
        instansi=("KECAMATAN KERTOSONO", "KABUPATEN NGANJUK"),
    )

    assert [(each.code, each.where) for each in check_letterhead(kop, "kop")] == [
        ("W-KOP-DUP", "kop.instansi[1]")
    ]


def test_a_broken_address_is_offered_mended_and_kept():
    """Two full stops in a row are told; the mended address is only offered."""
    finding = check_letterhead(Kop(kontak=("Website : jenepontokab.go..id",)), "kop")[0]

    assert (finding.code, finding.suggestions) == ("W-URL", ("jenepontokab.go.id",))


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("e-fax : www.sanapati.net", ["W-CONTACT-KIND"]),
        ("Telp. (0291) 435000", []),
        ("Telepon : (0291) 435000", []),
        ("Pos-el : kominfo@kuduskab.go.id", []),
        ("Laman : https://kuduskab.go.id", []),
    ],
)
def test_a_contact_should_be_what_its_label_says(line, codes):
    """A web address in a fax line is told; ordinary lines are left alone."""
    assert codes_of(Kop(kontak=(line,))) == codes
