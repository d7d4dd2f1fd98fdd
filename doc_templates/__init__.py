"""What a document says: a folder for each kind; imports nothing of ours."""

from __future__ import annotations
