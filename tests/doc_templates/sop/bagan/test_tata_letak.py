"""The layout of flowcharts: thousands of random SOPs, each judged by the rules of drawing."""

from __future__ import annotations

import pytest

from doc_templates.sop.activity_sheet import lay_sheet
from doc_templates.sop.paper import room_of
from doc_templates.sop.profiles import profile
from doc_templates.typefaces import FAMILIES
from tests.doc_templates.sop.bagan.acak import sop_acak
from tests.doc_templates.sop.bagan.wasit import pelanggaran

SEKALI = 125


@pytest.mark.parametrize("mulai", range(0, 2000, SEKALI))
def test_no_random_sop_breaks_a_rule_of_drawing(mulai):
    """No arrow through a symbol, on a label or on another arrow; no broken pair of connectors."""
    for benih in range(mulai, mulai + SEKALI):
        model = sop_acak(benih)
        form = profile(model.profil).model_copy(update={"huruf": FAMILIES[benih // 5 % 5]})
        room = room_of(model, form)

        kerangka, lembar = lay_sheet(model, form, room)

        assert pelanggaran(lembar, model, kerangka.panah, room, form.huruf) == [], f"benih {benih}"
