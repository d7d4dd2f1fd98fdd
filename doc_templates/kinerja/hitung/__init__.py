"""Where every number is computed: each in one function, asked by every document."""

from __future__ import annotations
