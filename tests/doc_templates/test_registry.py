"""The kinds that exist."""

from __future__ import annotations

import pytest

from doc_templates.errors import KindUnknown
from doc_templates.kind import Kind
from doc_templates.registry import kind, kinds


def test_a_folder_with_a_kind_is_registered():
    """Adding a kind is adding a folder; nothing else need be told."""
    assert isinstance(kinds()["sop"], Kind)
    assert kind("sop") is kinds()["sop"]


def test_an_unknown_kind_is_answered_with_those_that_exist():
    """The sentence names the choices."""
    with pytest.raises(KindUnknown, match="sop") as refused:
        kind("surat_cinta")

    assert "sop" in refused.value.known


def test_the_registry_cannot_be_changed():
    """Kinds come from folders only."""
    with pytest.raises(TypeError):
        kinds()["x"] = kind("sop")


@pytest.mark.parametrize("name", sorted(kinds()))
def test_every_sample_of_every_kind_is_sound(name):
    """Each sample that people start from fits its kind's model and can be described."""
    found = kind(name)

    for name_of_sample in found.samples():
        model = found.model.model_validate(found.sample(name_of_sample))
        found.check(model)
        assert found.describe(model).title
