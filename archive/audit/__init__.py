"""The audit trail: what happened to each document, and who did it."""

from __future__ import annotations
