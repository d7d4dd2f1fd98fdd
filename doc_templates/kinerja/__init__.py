"""One performance data set for an office and a year, and every number that comes from it."""

from __future__ import annotations
