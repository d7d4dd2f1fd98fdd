"""Drafts (naskah): data on their way to a document, from the first word to the request."""

from __future__ import annotations
