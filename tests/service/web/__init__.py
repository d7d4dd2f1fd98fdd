"""The pages, asked as a browser asks."""

from __future__ import annotations
