"""OCFL 1.1 storage: knows files and digests, no database."""

from __future__ import annotations
