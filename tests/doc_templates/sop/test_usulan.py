"""Proposals for the four offices: what the words give a reason for, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given

from doc_templates.sop.usulan import propose
from tests.doc_templates.sop.samples import NAMES, OFFICES, SOP, sample
from tests.doc_templates.sop.test_alur import sops


def offers(name):
    return {each.kode: each for each in propose(sample(name))}


def lanes(name):
    """Step → lanes proposed for it, as office and lane ids."""
    return {
        kode.removeprefix("LAJUR-"): [each["lajur"] for each in offer.menjadi]
        for kode, offer in offers(name).items()
        if offer.rumpun == "LAJUR"
    }


def with_steps(*rows, lajur=("Kepala Dinas", "Kabid", "Kasubbag", "Pelaksana")):
    steps = [{"nomor": str(at), **row} for at, row in enumerate(rows, 1)]
    return SOP.model.model_validate(
        {"lajur": [{"id": each, "nama": each} for each in lajur], "kegiatan": steps}
    )


def actors(*texts, **more):
    """The lane proposed for each text, None where none is."""
    model = with_steps(*({"uraian": each} for each in texts), **more)
    found = {
        each.kode: each.menjadi[0]["lajur"] for each in propose(model) if each.rumpun == "LAJUR"
    }
    return [found.get(f"LAJUR-{at}") for at in range(1, len(texts) + 1)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "kudus-apa-adanya",
            {
                "1": ["pengadministrasi"],
                "2": ["kasubbag"],
                "3": ["pengadministrasi"],
                "4": ["kabid"],
                "5": ["kepala"],
                "6": ["kasubbag"],
                "7": ["pengadministrasi"],
            },
        ),
        (
            "jeneponto-apa-adanya",
            {
                "1": ["kabid"],
                "2": ["kasubid"],
                "3": ["analis"],
                "4": ["kasubid"],
                "5": ["kabid"],
                "6": ["kasubag-perencanaan"],
            },
        ),
        (
            "kertosono-apa-adanya",
            {
                "1": ["camat"],
                "2": ["kasubag-pe"],
                "3": ["kasubag-pe", "kasi"],
                "4": ["sekcam"],
                "5": ["sekcam"],
                "6": ["kasubag-pe"],
                "7": ["pelaksana"],
                "8": ["kasubag-pe"],
                "9": ["sekcam"],
                "10": ["kasubag-pe"],
            },
        ),
        ("jekulo-apa-adanya", {}),
    ],
)
def test_lanes_are_proposed_where_nobody_acts(name, expected):
    """Every row without anyone gets a lane and its reason; marked rows are left as they are."""
    assert lanes(name) == expected


def test_jeneponto_is_certain_for_its_chain_of_orders():
    """The object of an order acts next; the words say so, not the usual way of things."""
    found = offers("jeneponto-apa-adanya")

    assert {found[f"LAJUR-{at}"].keyakinan for at in range(1, 7)} == {"tinggi"}
    assert "Langkah 1 menyerahkannya" in found["LAJUR-2"].alasan


@pytest.mark.parametrize(
    ("name", "code", "yes", "no", "sure"),
    [
        ("jeneponto-apa-adanya", "KEPUTUSAN-5", "6", "4", "tinggi"),
        ("kudus-apa-adanya", "KEPUTUSAN-4", "5", "3", "sedang"),
        ("kertosono-apa-adanya", "KEPUTUSAN-9", "10", "8", "sedang"),
    ],
)
def test_decisions_are_proposed_from_the_words(name, code, yes, no, sure):
    """“Jika tidak dikembalikan” goes back to whom it names; a check goes back to the work."""
    found = offers(name)
    decisions = [each for each in found if each.startswith("KEPUTUSAN")]

    assert decisions == [code]
    assert found[code].menjadi == {"bentuk": "keputusan", "ya": yes, "tidak": no}
    assert found[code].keyakinan == sure


@pytest.mark.parametrize("office", OFFICES)
def test_completed_sops_need_no_proposal_for_their_flow(office):
    """What people have settled is not proposed again."""
    families = {each.rumpun for each in propose(sample(f"{office}-lengkap"))}

    assert not families & {"LAJUR", "KEPUTUSAN", "TERMINATOR"}


def test_both_nips_of_jekulo_are_offered_with_their_bearer():
    """Neither is preferred: the office has to look at the decree."""
    found = offers("jekulo-apa-adanya")

    assert "lahir 21 Juli 1960, diangkat Maret 1993 pada umur 32 tahun" in found["NIP-1"].alasan
    assert "lahir 21 Juli 1966, diangkat Maret 1993 pada umur 26 tahun" in found["NIP-2"].alasan
    assert {found["NIP-1"].keyakinan, found["NIP-2"].keyakinan} == {"rendah"}


def test_joined_items_are_parted_without_losing_a_word():
    """Jekulo's three lists come apart; joined again they are what was typed."""
    found = offers("jekulo-apa-adanya")

    for code, parts in (("DASAR_HUKUM", 3), ("KUALIFIKASI", 3), ("KETERKAITAN", 4)):
        offer = found[f"BUTIR-{code}"]
        assert len(offer.menjadi) == parts
        assert " ".join(offer.menjadi) == " ".join(offer.semula)


def test_each_title_is_offered_for_all_places():
    """Jekulo has three titles; each choice names every place that would change."""
    found = offers("jekulo-apa-adanya")

    assert set(found["JUDUL-2"].menjadi) == {"sampul.judul", "judul_tabel"}
    assert "JUDUL-3" in found
    assert "JUDUL-1" not in offers("jeneponto-apa-adanya")


@pytest.mark.parametrize(
    ("name", "code", "menjadi"),
    [
        ("jeneponto-apa-adanya", "TANGGAL-PEMBUATAN", "Februari 2023"),
        ("jeneponto-apa-adanya", "KONTAK-1", "Website : jenepontokab.go.id"),
        ("jeneponto-apa-adanya", "NAMA-3", "Analis Data"),
        ("jeneponto-apa-adanya", "OUTPUT-5", "Laporan, Disposisi"),
        ("kudus-apa-adanya", "TANGGAL-EFEKTIF", "4 Januari 2021"),
        ("kudus-apa-adanya", "KELENGKAPAN-2", "Renja, DPA"),
        ("kudus-apa-adanya", "KELENGKAPAN-4", "Draft capaian kinerja"),
        ("kertosono-apa-adanya", "NIP-1", "19760608 199511 1 002"),
    ],
)
def test_single_fields_are_offered_better_spelt(name, code, menjadi):
    """Each oddity with an obvious remedy can be mended by a code."""
    assert offers(name)[code].menjadi == menjadi


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Mengikuti upacara"], [None]),
        (["Pemeriksaan berkas oleh Kabid"], ["Kabid"]),
        (["Menerima surat yang ditulis oleh Kabid"], [None]),
        (["Menugaskan Kasubbag dan Pelaksana untuk mendata", "Mendata"], ["Kabid", None]),
        (["Menyerahkan berkas kepada Kabid dan Kasubbag", "Membaca berkas"], [None, None]),
        (["Menyerahkan berkas kepada masing-masing Kabid", "Membaca berkas"], ["Kasubbag", None]),
        (["Menandatangani surat"], ["Kepala Dinas"]),
        (["Memverifikasi berkas"], [None]),
    ],
)
def test_no_lane_is_made_up(texts, expected):
    """Work handed to many, or words without a reason, leave the row open."""
    assert actors(*texts) == expected


def test_equal_lanes_are_not_guessed_between():
    """Of two Kasubbag neither is preferred, unless one stands for performance data or acted."""
    assert actors("Menyusun laporan", lajur=("Kasubbag Umum", "Kasubbag Keuangan")) == [None]
    assert actors("Menyusun laporan", lajur=("Kasubbag Umum", "Kasubbag Perencanaan")) == [
        "Kasubbag Perencanaan"
    ]


def test_an_answer_that_names_no_way_back_is_left_open():
    """“Jika tidak …” without returning gives no target; only what the words say is proposed."""
    model = with_steps(
        {"uraian": "Membuat surat"},
        {"uraian": "Membaca, jika lengkap diteruskan, jika tidak diumumkan"},
        {"uraian": "Mengirim surat"},
    )
    [decision] = [each for each in propose(model) if each.rumpun == "KEPUTUSAN"]

    assert decision.menjadi == {"bentuk": "keputusan", "ya": "3"}


def test_a_decision_keeps_the_answer_that_it_has():
    """Only the missing answer is proposed."""
    model = with_steps(
        {"uraian": "Membuat surat"},
        {"uraian": "Memeriksa surat", "bentuk": "keputusan", "ya": "3"},
        {"uraian": "Mengirim surat"},
    )
    [decision] = [each for each in propose(model) if each.rumpun == "KEPUTUSAN"]

    assert decision.menjadi == {"tidak": "1"}


def test_rows_of_one_number_are_told_apart_and_never_pointed_to():
    """A number that names two rows can be no target; codes go by the place then."""
    model = with_steps(
        {"uraian": "Membuat surat"},
        {"uraian": "Memeriksa surat"},
        {"uraian": "Mengirim surat"},
    ).model_dump()
    model["kegiatan"][2]["nomor"] = "1"
    found = {each.kode: each for each in propose(SOP.model.model_validate(model))}

    assert {"LAJUR-BARIS1", "LAJUR-BARIS3"} <= set(found)
    assert found["KEPUTUSAN-2"].menjadi == {"bentuk": "keputusan", "tidak": "1"}


@pytest.mark.parametrize("name", NAMES)
def test_codes_are_unlike_and_reasons_are_sentences(name):
    """A person can name each proposal and read why it is made."""
    found = propose(sample(name))

    assert len({each.kode for each in found}) == len(found)
    assert all(each.alasan.endswith(".") and each.alasan[0].isupper() for each in found)
    assert all(each.semula != each.menjadi for each in found)


@given(sops())
def test_proposals_can_be_made_for_any_flow(model):
    """Whatever the rows are, each code is given once and points into the data."""
    found = propose(model)

    assert len({each.kode for each in found}) == len(found)
    for each in found:
        if each.rumpun == "KEPUTUSAN":
            keys = {step.kunci for step in model.kegiatan}
            assert {each.menjadi.get("ya"), each.menjadi.get("tidak")} <= keys | {None}
