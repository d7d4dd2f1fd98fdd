"""Settings come from the environment and are all documented."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from service.errors import SettingsWrong
from service.settings import ServiceSettings, read_settings

DOCS = Path(__file__).parents[2] / "docs"


def test_every_setting_is_documented():
    """docs/settings.md lists each LONTAR_ variable with its default, and no other."""
    text = (DOCS / "settings.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| `(LONTAR_[A-Z_]+)` \| (.*?) \|", text, flags=re.MULTILINE))

    fields = {f"LONTAR_{name.upper()}": each for name, each in ServiceSettings.model_fields.items()}

    assert set(told) == set(fields)
    for name, field in fields.items():
        if field.default_factory is None and field.default is not None:
            shown = f"{field.default:g}" if isinstance(field.default, float) else field.default
            assert told[name] == f"`{shown}`", name


def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch):
    """LONTAR_BASE_URL leads the QR code, with or without a slash at its end."""
    monkeypatch.setenv("LONTAR_BASE_URL", "https://arsip.contoh.go.id/dokumen/")

    assert read_settings().verify_url("abc") == "https://arsip.contoh.go.id/dokumen/v/abc"


def test_all_wrong_settings_are_named_at_once(monkeypatch: pytest.MonkeyPatch):
    """Each wrong variable is named in one error."""
    monkeypatch.setenv("LONTAR_BASE_URL", "arsip.contoh.go.id")
    monkeypatch.setenv("LONTAR_JOB_ATTEMPTS", "banyak")

    with pytest.raises(SettingsWrong) as caught:
        read_settings()

    assert "LONTAR_BASE_URL" in str(caught.value)
    assert "LONTAR_JOB_ATTEMPTS" in str(caught.value)


def test_limits_out_of_order_are_refused(monkeypatch: pytest.MonkeyPatch):
    """A lease shorter than an attempt is a setting nobody can want."""
    monkeypatch.setenv("LONTAR_JOB_LEASE_SECONDS", "1")

    with pytest.raises(SettingsWrong, match="LONTAR_JOB_LEASE_SECONDS"):
        read_settings()


def test_settings_never_change():
    """Read once, frozen."""
    with pytest.raises(ValueError, match="frozen"):
        ServiceSettings().base_url = "http://lain"
