"""The policies of an office, however its file writes numbers."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from doc_templates.kinerja.model import Kebijakan


@pytest.mark.parametrize("written", [120, "120"])
def test_a_bound_is_read_from_json_and_from_yaml(written: object):
    """YAML hands numbers over as text."""
    assert Kebijakan.model_validate({"batas_atas": written}).batas.atas == 120


@pytest.mark.parametrize("written", [110, "110", "seratus", "1²0", True, "-120"])
def test_other_bounds_are_refused(written: object):
    with pytest.raises(ValidationError):
        Kebijakan.model_validate({"batas_atas": written})
