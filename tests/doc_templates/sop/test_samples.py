"""Verbatim is sacred: whatever an office wrote stands in the print, faults included."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from doc_templates.findings import blocking
from tests.doc_templates.sop.samples import NAMES, OFFICES, SOP, filled, sample, text_of

WORDS = Path(__file__).parent / "words"


@pytest.mark.parametrize("state", ["apa-adanya", "lengkap"])
@pytest.mark.parametrize("office", OFFICES)
def test_every_word_of_the_source_is_printed(office, state):
    """No word that the office wrote is lost, changed or printed fewer times."""
    source = (WORDS / f"{office}.txt").read_text(encoding="utf-8").split()
    printed = text_of(filled(sample(f"{office}-{state}"))).split()

    assert len(source) > 200
    assert Counter(source) - Counter(printed) == Counter()


@pytest.mark.parametrize("office", OFFICES)
def test_an_sop_as_it_was_found_cannot_be_issued(office):
    """All four sources lack something that must be there before signing."""
    assert blocking(SOP.check(sample(f"{office}-apa-adanya")))


@pytest.mark.parametrize("office", OFFICES)
def test_a_completed_sop_can_be_issued(office):
    """Once the gaps are filled, what remains are warnings only."""
    assert blocking(SOP.check(sample(f"{office}-lengkap"))) == []


def test_the_faulty_nip_is_printed_as_given():
    """Jekulo's NIP keeps its nineteen digits in print."""
    assert "NIP. 196600721 199303 1 003" in text_of(filled(sample("jekulo-apa-adanya")))


def test_the_number_from_the_register_is_printed():
    """Jeneponto's SOP bears the number that the book gives it."""
    text = text_of(filled(sample("jeneponto-lengkap"), number="000.8.3.3/7/Diskominfo/2023"))

    assert ": 000.8.3.3/7/Diskominfo/2023" in text


@pytest.mark.parametrize("name", NAMES)
def test_every_sample_is_explained(name):
    """The samples' README says of each what was found and what was added."""
    readme = (SOP.folder / "samples" / "README.md").read_text(encoding="utf-8")

    assert f"`{name}`" in readme
