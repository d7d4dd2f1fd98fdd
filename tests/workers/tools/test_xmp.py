"""The XMP packet is XML that says exactly what it was told."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from workers.tools.xmp import xmp_packet

WORDS = {
    "title": "Judul",
    "author": "Dinas",
    "producer": "LibreOffice 7.4",
    "creator": "Lontar",
    "language": "id-ID",
    "identifier": None,
    "created": datetime(2025, 2, 1, tzinfo=UTC),
}
DC = "{http://purl.org/dc/elements/1.1/}"


@given(
    title=st.text(st.characters(exclude_categories=["Cs", "Cc"])),
    number=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1),
)
def test_titles_and_numbers_are_escaped_once(title: str, number: str) -> None:
    """What a reader of XML sees is what was typed."""
    packet = xmp_packet(**WORDS | {"title": title, "identifier": number})

    root = etree.fromstring(packet)

    assert "".join(root.find(f".//{DC}title").itertext()) == title
    assert root.find(f".//{DC}identifier").text == number


@given(title=st.text(st.characters(exclude_categories=["Cs"])))
def test_no_character_breaks_the_packet(title: str) -> None:
    """Control characters, which XML cannot hold, are left out; the rest stays."""
    etree.fromstring(xmp_packet(**WORDS | {"title": title}))


def test_a_document_without_number_has_no_identifier() -> None:
    """Nothing is said of what is not known."""
    assert etree.fromstring(xmp_packet(**WORDS)).find(f".//{DC}identifier") is None


def test_all_dates_are_the_documents_own() -> None:
    """No clock is looked at."""
    assert xmp_packet(**WORDS).count(b"2025-02-01T00:00:00Z") == 3
