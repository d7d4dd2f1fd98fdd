"""NIP: read, weighed, never repaired."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_templates.findings import Level
from doc_templates.nip import candidates, check_nip, digits_of, grouped, read_nip, told


def codes_of(text):
    return [finding.code for finding in check_nip(text, "nip")]


@st.composite
def sound_digits(draw):
    born = draw(st.dates(date(1940, 1, 1), date(2005, 12, 31)))
    year = born.year + draw(st.integers(19, 40))
    month = draw(st.integers(1, 12))
    sex = draw(st.sampled_from("12"))
    return f"{born:%Y%m%d}{year}{month:02}{sex}{draw(st.integers(1, 999)):03}"


@given(sound_digits())
def test_a_sound_nip_printed_8_6_1_3_gives_no_finding(digits):
    """Whoever types a real NIP in the usual groups is left in peace."""
    assert codes_of(grouped(digits)) == []


@given(sound_digits())
def test_the_eighteen_digits_tell_birth_and_appointment(digits):
    """Birth, appointment, sex and serial are read from their places."""
    nip = read_nip(digits)

    assert nip is not None
    assert f"{nip.lahir:%Y%m%d}{nip.tahun_pengangkatan}{nip.bulan_pengangkatan:02}" == digits[:14]
    assert (nip.bentuk, nip.jenis_kelamin) == ("PNS", "pria" if digits[14] == "1" else "wanita")


@given(sound_digits(), st.data())
def test_a_doubled_digit_is_offered_back(digits, data):
    """Where one digit was typed twice, the true NIP is among the suggestions."""
    at = data.draw(st.integers(0, 17))
    typed = digits[:at] + digits[at] + digits[at:]

    assert grouped(digits) in candidates(typed)


@given(st.text(max_size=40))
def test_any_text_can_be_checked(text):
    """A NIP field may hold anything; checking it never fails."""
    check_nip(text, "nip")


def test_nineteen_digits_offer_both_plausible_nips_and_choose_none():
    """Jekulo's NIP has a surplus digit: born 1960 or 1966, the office must say."""
    finding = check_nip("196600721 199303 1 003", "nip")[0]

    assert (finding.code, finding.level) == ("W-NIP-LENGTH", Level.WARNING)
    assert set(finding.suggestions) == {"19600721 199303 1 003", "19660721 199303 1 003"}
    assert "196600721 199303 1 003" in finding.sentence
    assert "lahir 21 Juli 1960, diangkat Maret 1993 pada umur 32 tahun" in finding.sentence
    assert "lahir 21 Juli 1966, diangkat Maret 1993 pada umur 26 tahun" in finding.sentence


def test_a_nip_tells_of_its_bearer():
    """Birth, appointment and age in words, so that a person can compare; PPPK have no month."""
    assert told("19900101 202321 1 001") == "lahir 1 Januari 1990, diangkat 2023 pada umur 33 tahun"
    assert told("19900101") == ""


def test_a_nip_of_pppk_is_read_by_its_own_rule():
    """The digit 2 in place 13 marks a PPPK: what follows is no month."""
    nip = read_nip("19900101 202321 1 001")

    assert nip is not None
    assert (nip.bentuk, nip.tahun_pengangkatan, nip.bulan_pengangkatan) == ("PPPK", 2023, None)
    assert codes_of("19900101 202321 1 001") == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("19650231 199203 1 005", "W-NIP-DATE"),
        ("19650130 199213 1 005", "W-NIP-DATE"),
        ("19650130 199203 3 005", "W-NIP-SEX"),
        ("19650130 197503 1 005", "W-NIP-AGE"),
        ("19650130 201503 1 005", "W-NIP-AGE"),
        ("19760608199511 1 002", "W-NIP-SPACING"),
        ("1965O130 199203 1 005", "W-NIP-CHARACTER"),
        ("19650130 199203 1", "W-NIP-LENGTH"),
    ],
)
def test_each_fault_has_its_own_code(text, code):
    """What is odd is named, so that the officer knows which paper to look at."""
    assert code in codes_of(text)


def test_a_cadet_appointed_at_nineteen_is_normal():
    """STPDN cadres entered at 19; a floor of twenty would reject real people."""
    assert codes_of("19760608 199511 1 002") == []


def test_digits_are_kept_apart_from_their_spaces():
    """Two ways of spacing are the same NIP."""
    assert digits_of("19760608199511 1 002") == digits_of("19760608 199511 1 002")
