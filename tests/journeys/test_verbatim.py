"""Every visible word of each source stands in the issued document, faults included."""

from __future__ import annotations

import html
import re
from collections import Counter
from pathlib import Path

import pytest

from tests.journeys.conftest import Installation
from tests.pdf_checks import text_of

pytestmark = [pytest.mark.libreoffice, pytest.mark.timeout(600)]

SOURCES = {
    "kudus": "000_96f85c1447ecabbf.txt",
    "jeneponto": "001_3f6dd5bbb0638adc.txt",
    "jekulo": "002_32f5437e4ab21480.txt",
    "kertosono": "004_00fd6474db82f697.txt",
}
SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


def visible_words(source: str) -> Counter[str]:
    """The words a reader sees: markup gone, words cut where a line may be broken."""
    text = html.unescape(re.sub(r"<[^>]*>", " ", source))
    text = re.sub(r"\*\*|\[\]", " ", text)
    # List numbers are markup of the list, typed or automatic ("Publik2. Peraturan").
    text = re.sub(r"(?<=[a-zA-Z).;])(\d+\.)(?= [A-Z])", r" \1", text)
    return words(text)


def laid_out_text(path: Path) -> str:
    return text_of(path, "-layout")


def words(text: str) -> Counter[str]:
    return Counter(each for each in re.split(r"[\s/\-]+", text) if each)


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the four sources lie beside the project")
@pytest.mark.parametrize("office", SOURCES)
def test_all_visible_words_of_the_source_are_printed(office: str, demo: Installation):
    """The issued sheet and the KONSEP hold each word as often as the source does."""
    asked = visible_words((SEEDS / SOURCES[office]).read_text(encoding="utf-8"))
    [issued] = (demo.home / "demo").rglob(f"*{office}-lengkap*.pdf")
    [konsep] = (demo.home / "konsep").rglob(f"*{office}-apa-adanya*.pdf")

    for path in (issued, konsep):
        printed = words(laid_out_text(path))

        assert asked - printed == Counter(), path.name
