"""Who may do what: people, their roles per office, sessions and tokens."""

from __future__ import annotations
