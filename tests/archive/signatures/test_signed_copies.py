"""A signed copy is the issued document with nothing but signatures added."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.signatures.compare import compare
from archive.signatures.errors import CopyBroken, CopyUnlike, CopyUnsigned, SignedCopyError
from archive.signatures.examine import ensure_signed, signatures_of
from tests.archive.signatures.papers import (
    ROLES,
    a_note,
    another_figure,
    changed,
    issued,
    signed,
    turned,
)


def judge(original: Path, copy: Path) -> list[str]:
    """What the door does with a file that came back."""
    compare(original, copy)
    found = signatures_of(copy)
    ensure_signed(found)
    return [each.sentence for each in found]


def test_a_signed_copy_is_taken(tmp_path: Path):
    """Its signature is told: who, when, over how much."""
    paper = issued(tmp_path)

    [told] = judge(paper, signed(paper))

    assert told.startswith("Ditandatangani Sri Wahyuningsih (uji) pada 20")
    assert told.endswith("mencakup seluruh berkas.")


def test_the_second_to_sign_adds_to_the_first(tmp_path: Path):
    """Against the issued file there are two signatures, against the first copy one more."""
    paper = issued(tmp_path)
    once = signed(paper, "once.pdf")
    twice = signed(once, "twice.pdf", role=ROLES[1])

    assert len(judge(paper, twice)) == 2
    assert judge(once, twice)[0].endswith("diikuti tambahan sesudahnya.")


def test_a_second_signature_that_drops_the_first_is_refused(tmp_path: Path):
    """Two who sign apart would leave a document with one of them."""
    paper = issued(tmp_path)
    once, apart = signed(paper, "once.pdf"), signed(paper, "apart.pdf", role=ROLES[1])

    with pytest.raises(CopyUnlike):
        judge(once, apart)


def test_what_nobody_signed_is_refused(tmp_path: Path):
    """The issued file itself, sent back."""
    paper = issued(tmp_path)

    with pytest.raises(CopyUnsigned):
        judge(paper, paper)


def test_another_document_is_refused_however_well_signed(tmp_path: Path):
    """The signature may be perfect; it is on something else."""
    paper, other = issued(tmp_path), issued(tmp_path, "other.pdf")
    other.write_bytes(other.read_bytes().replace(b"Target 90", b"Target 91"))

    with pytest.raises(CopyUnlike, match="tidak diawali"):
        judge(paper, signed(other))


@pytest.mark.parametrize("change", [another_figure, a_note, turned])
@pytest.mark.parametrize("when", ["before", "after"])
def test_a_change_beside_the_signature_is_refused(tmp_path: Path, change, when: str):
    """Before signing no signature can show it, after signing many programs keep silent."""
    paper = issued(tmp_path)
    if when == "before":
        copy = signed(changed(paper, change, "changed.pdf"))
    else:
        copy = changed(signed(paper), change, "changed.pdf")

    with pytest.raises(CopyUnlike):
        judge(paper, copy)


def test_a_signature_that_does_not_hold_is_refused(tmp_path: Path):
    """One bit within the signed part that is not of the issued bytes."""
    paper = issued(tmp_path)
    copy = signed(paper)
    content = bytearray(copy.read_bytes())
    ink = list(re.finditer(rb"/BBox ?\[ ?0 0 \d", content[paper.stat().st_size :]))
    spot = paper.stat().st_size + ink[-1].end() - 1
    content[spot] ^= 1
    copy.write_bytes(content)

    with pytest.raises((CopyBroken, CopyUnlike)):
        judge(paper, copy)


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_no_file_breaks_the_door(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject):
    """Whatever follows the issued bytes is taken or refused with a sentence, never a crash."""
    folder = tmp_path_factory.getbasetemp() / "door"
    if not folder.exists():
        folder.mkdir()
        signed(issued(folder))
    paper, honest = folder / "issued.pdf", (folder / "signed.pdf").read_bytes()
    size = paper.stat().st_size
    added = bytearray(honest[size:])
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(added) - 1))
        piece = data.draw(st.binary(max_size=6) | st.sampled_from((b"", b" 0 R", b"<<", b"endobj")))
        added[place : place + data.draw(st.integers(0, 8))] = piece
    copy = folder / "copy.pdf"
    copy.write_bytes(honest[:size] + added)

    told = []
    with suppress(SignedCopyError):
        told = judge(paper, copy)

    assert all(each.startswith("Ditandatangani Sri") for each in told)
