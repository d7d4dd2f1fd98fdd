"""Officials: printed as typed, capacities only before the post."""

from __future__ import annotations

import pytest

from doc_templates.findings import Level
from doc_templates.pejabat import Pejabat, capacity_of, check_official

CAMAT = Pejabat(
    nama="WISNUBROTO PJ, SH",
    jabatan="CAMAT JEKULO",
    pangkat="Pembina Tk. I",
    nip="19660721 199303 1 003",
)


def codes_of(official):
    return [finding.code for finding in check_official(official, "pejabat")]


def test_letters_in_a_name_are_no_capacity():
    """WISNUBROTO PJ is a name, not a Penjabat."""
    assert codes_of(CAMAT) == []


@pytest.mark.parametrize(
    ("post", "capacity"),
    [
        ("Plt. Kepala Dinas", "Plt."),
        ("Plh Sekretaris", "Plh"),
        ("PJ. BUPATI", "PJ."),
        ("Pjok Pendidikan", None),
        ("Kepala Dinas Plt.", None),
    ],
)
def test_a_capacity_stands_before_the_post(post, capacity):
    """Plt., Plh. and Pj. count only at the head of the post."""
    assert capacity_of(post) == capacity


def test_an_acting_official_is_told():
    """Who signs as Plt. should hold a letter that is still in force."""
    acting = CAMAT.model_copy(update={"kapasitas": "Plt."})

    assert codes_of(acting) == ["W-PLT"]
    assert acting.sebutan == "Plt. CAMAT JEKULO"


@pytest.mark.parametrize("post", [None, "", "PEMERINTAH KECAMATAN KERTOSONO"])
def test_a_signature_needs_a_post(post):
    """A government is no post, and neither is nothing."""
    assert codes_of(CAMAT.model_copy(update={"jabatan": post})) == ["W-SIGN-TITLE"]


def test_a_head_of_region_has_neither_rank_nor_nip():
    """A Bupati is elected; nothing is missing from the block."""
    assert codes_of(Pejabat(nama="H. HARTOPO, S.T.", jabatan="Bupati Kudus")) == []


def test_a_nameless_block_blocks_issuing():
    """Nobody can sign for nobody."""
    findings = check_official(CAMAT.model_copy(update={"nama": None}), "pejabat")

    assert [(each.code, each.level) for each in findings] == [("W-FIELD-ABSENT", Level.ERROR)]


@pytest.mark.parametrize(
    ("rank", "codes"),
    [
        (None, ["W-PANGKAT-MISSING"]),
        ("Pembina Utama Muda (IV/c)", []),
        ("Pembina Tingkat I, IV/b", []),
        ("Pembina Agung", ["W-PANGKAT-UNKNOWN"]),
    ],
)
def test_ranks_are_compared_with_the_list(rank, codes):
    """Spellings of a known rank pass, with or without the golongan."""
    assert codes_of(CAMAT.model_copy(update={"pangkat": rank})) == codes
