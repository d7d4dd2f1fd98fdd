"""One verb a file: what people can do."""

from __future__ import annotations
