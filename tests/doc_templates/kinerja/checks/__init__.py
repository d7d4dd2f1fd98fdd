"""Tests of doc_templates.kinerja.checks."""

from __future__ import annotations
