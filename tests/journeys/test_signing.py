"""An official signs in the field that the issued PDF offers, with a certificate of the tests."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from tests import pdf_checks
from tests.journeys.conftest import Installation
from tests.workers.laid_out import form, lay_out
from tests.workers.signing import sign
from workers.tools.soffice import open_converter

pytestmark = [pytest.mark.libreoffice, pytest.mark.timeout(600)]

DPI = 100


@pytest.fixture(scope="module")
def ink(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a signature looks like here: a page of another PDF, its fonts embedded."""
    folder = tmp_path_factory.mktemp("ink")
    with closing(
        open_converter(folder / "engine", seconds=60, documents=9, megabytes=800)
    ) as converter:
        return lay_out(form(pages=1), converter=converter, folder=folder).path


def pixels(path: Path, page: int) -> np.ndarray:
    return np.asarray(pdf_checks.page_image(path, page=page, dpi=DPI)).astype(int)


@pytest.mark.parametrize("sample", ["perjanjian_kinerja-kepala-dinas", "sop-kudus-lengkap"])
def test_every_signatory_signs_within_their_box(
    sample: str, ink: Path, demo: Installation, tmp_path: Path
):
    """Ink lies in the signatory's box alone, pdfsig calls it valid, PDF/A-2b still holds."""
    issued = demo.home / "demo" / f"{sample}.pdf"
    [found] = json.loads(demo.run("verify", issued, "--json").stdout)["found"]
    facts = tmp_path / "provenance.json"
    demo.run("get", found["id"], "--file", "provenance.json", "--to", facts)
    boxes = json.loads(facts.read_text(encoding="utf-8"))["signatures"]

    before = issued
    for count, place in enumerate(boxes, start=1):
        after = tmp_path / f"signed-{count}.pdf"
        sign(before, after, field=place["role"], ink=ink)

        old, new = pixels(before, place["page"]), pixels(after, place["page"])
        rows, columns = np.nonzero(abs(old - new) > 8)
        left, bottom, right, top = (side * DPI / 72 for side in place["box"])
        assert rows.size > 50
        assert left - 1 <= columns.min() <= columns.max() <= right + 1
        assert old.shape[0] - top - 2 <= rows.min() <= rows.max() <= old.shape[0] - bottom + 2
        before = after

    told = pdf_checks.signatures_of(before)
    assert boxes
    assert told.count("Signature is Valid") == len(boxes)
    assert not pdf_checks.verapdf(before, "2b")
    assert not pdf_checks.qpdf_check(before)
    assert before.read_bytes().startswith(issued.read_bytes())
    assert demo.run("verify", before, check=False).returncode == 13
