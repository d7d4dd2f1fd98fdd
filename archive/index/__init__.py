"""The index: rows that can always be rebuilt from the storage."""

from __future__ import annotations
