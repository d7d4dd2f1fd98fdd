"""The counted number in a Type 1 font is settled, and only that."""

from __future__ import annotations

from fontTools.misc import eexec
from hypothesis import given
from hypothesis import strategies as st

from workers.tools.type1 import SETTLED, decrypt, settle_unique_id

KEY = 55665
ZEROS = b"0" * 512 + b"\ncleartomark"


def font(number: int, *, before: bytes, after: bytes) -> tuple[bytes, int, int]:
    """A font program as LibreOffice writes it, sealed by another implementation of the cipher."""
    clear = b"%%!PS-AdobeFont-1.0\n/UniqueID %d def\ncurrentfile eexec\n" % number
    plain = b"HDU " + before + b"/UniqueID %d def\n" % number + after
    sealed, _ = eexec.encrypt(plain, KEY)
    return clear + sealed + ZEROS, len(clear), len(sealed)


@given(
    one=st.integers(4_100_001, 4_199_999),
    other=st.integers(4_100_001, 4_199_999),
    before=st.binary(max_size=300),
    after=st.binary(max_size=300),
)
def test_fonts_that_differ_in_their_number_become_equal(one, other, before, after) -> None:
    """However often the engine has counted, the same font gives the same bytes."""
    first, clear, sealed = font(one, before=before, after=after)
    second, *_ = font(other, before=before, after=after)

    settled = settle_unique_id(first, clear=clear, sealed=sealed)

    assert settled == settle_unique_id(second, clear=clear, sealed=sealed)
    assert len(settled) == len(first)


def test_only_the_number_changes() -> None:
    """Under the cipher stands the same text with the settled number, and the rest is untouched."""
    program, clear, sealed = font(4_100_007, before=b"/password 5839 def\n", after=b"/RD{} def")

    settled = settle_unique_id(program, clear=clear, sealed=sealed)

    expected = decrypt(program[clear : clear + sealed]).replace(b"4100007", SETTLED)
    assert decrypt(settled[clear : clear + sealed]) == expected
    assert settled[:clear] == program[:clear].replace(b"4100007", SETTLED)
    assert settled[clear + sealed :] == ZEROS


def test_a_font_without_a_number_stays_as_it_is() -> None:
    """Fonts that carry no such number are not touched."""
    sealed, _ = eexec.encrypt(b"HDU /password 5839 def", KEY)
    program = b"%!PS\n" + sealed + ZEROS

    assert settle_unique_id(program, clear=5, sealed=len(sealed)) == program
