"""Signed copies: are they the issued document, and what do their signatures say?"""

from __future__ import annotations
