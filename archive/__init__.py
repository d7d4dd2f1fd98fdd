"""How a document is kept: storage, index, official numbers, audit; imports nothing of ours."""

from __future__ import annotations
