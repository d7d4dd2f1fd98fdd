"""Tests of doc_templates.kinerja.tabel."""

from __future__ import annotations
