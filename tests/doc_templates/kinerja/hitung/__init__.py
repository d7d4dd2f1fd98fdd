"""Tests of doc_templates.kinerja.hitung."""

from __future__ import annotations
