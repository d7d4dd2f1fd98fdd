"""The pages: read a form, call one verb, show."""

from __future__ import annotations
