"""Adapters to programs and libraries, each behind what its user asks for."""

from __future__ import annotations
