"""The command line: read, call one verb, show."""

from __future__ import annotations
