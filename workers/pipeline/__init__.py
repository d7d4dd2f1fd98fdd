"""The stages: Draft → FilledDocx → PlainPdf → StampedPdf → CheckedPdf → Receipt."""

from __future__ import annotations
