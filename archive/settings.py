"""Where an installation keeps its documents."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class ArchiveSettings(BaseSettings):
    """Read once in a composition root, from ``LONTAR_…`` in the environment."""

    model_config = SettingsConfigDict(env_prefix="LONTAR_", frozen=True, extra="ignore")

    home: Path = Field(
        default_factory=lambda: Path(__file__).resolve().parent.parent / "var",
        description="Folder yang memuat segala milik pemasangan ini",
    )
    database_url: str | None = Field(
        default=None,
        description="Alamat basis data; tanpa isian, SQLite di dalam folder milik pemasangan",
    )

    @property
    def database(self) -> str:
        """SQLAlchemy URL of the database."""
        return self.database_url or f"sqlite:///{self.home.absolute() / 'db.sqlite3'}"

    @property
    def ocfl_root(self) -> Path:
        """The OCFL storage root."""
        return self.home / "archive"

    @property
    def staging(self) -> Path:
        """Where versions are built before they are moved into the storage root."""
        return self.home / "staging"
