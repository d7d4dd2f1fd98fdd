"""Webhooks: programs of the offices are told what became of their jobs."""

from __future__ import annotations
