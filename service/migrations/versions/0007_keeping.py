"""How documents stand: withdrawn, superseded, access and retention."""

from __future__ import annotations

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    pass
