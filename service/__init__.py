"""How a document is asked for: the command line now, API and pages later."""

from __future__ import annotations
