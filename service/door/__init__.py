"""What API and pages share: who asks, what is told of errors, what is measured and refused."""

from __future__ import annotations
