"""Reference tables that regulations or custom give: data files, read once."""

from __future__ import annotations
