"""QR codes drawn as vectors say what they were given."""

from __future__ import annotations

import re

import numpy as np
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st

from workers.tools.qr import draw_qr


def read(operators: bytes, *, side: float) -> list[str]:
    """What a reader finds in the squares that the operators draw."""
    scale = float(operators.split()[0])
    modules = round(side / scale)
    image = np.full((modules + 8, modules + 8), 255, dtype=np.uint8)
    for x, y, width in re.findall(rb"(\d+) (\d+) (\d+) 1 re", operators):
        top = modules + 3 - int(y)
        image[top, int(x) + 4 : int(x) + 4 + int(width)] = 0
    return [found.text for found in zxingcpp.read_barcodes(image.repeat(6, 0).repeat(6, 1))]


@given(text=st.from_regex(r"https://[a-z]{1,30}\.go\.id/v/[0-9a-z]{8,40}", fullmatch=True))
def test_any_address_can_be_read_back(text: str) -> None:
    """The squares are those of a QR code that holds the address."""
    assert read(draw_qr(text, side=30), side=30) == [text]


def test_the_code_fills_the_square_it_was_given() -> None:
    """No square lies outside, and the outermost ones touch all four sides."""
    operators = draw_qr("https://lontar.go.id/v/abc", side=29)
    scale = float(operators.split()[0])

    squares = np.array(re.findall(rb"(\d+) (\d+) (\d+) 1 re", operators)).astype(int)

    assert squares[:, :2].min() == 0
    assert (squares[:, 0] + squares[:, 2]).max() * scale == (squares[:, 1].max() + 1) * scale
    assert round((squares[:, 1].max() + 1) * scale, 3) == 29
