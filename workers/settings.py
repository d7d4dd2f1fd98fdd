"""How the worker is set up: its broker, its limits, its patience."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Self

from pydantic import Field, model_validator
from pydantic_settings import SettingsConfigDict

from archive.settings import ArchiveSettings
from workers.errors import LimitsOutOfOrder

if TYPE_CHECKING:
    from pathlib import Path


class WorkerSettings(ArchiveSettings):
    """Read once in a composition root, from ``LONTAR_…`` in the environment.

    The limits stand in order: engine < document (soft < hard) < lease < visibility. So a layout
    program is killed before its worker, a worker before its lease runs out, and a lease runs out
    before the broker hands the message to someone else.
    """

    # A refused setting must not print its neighbours: an address may hold a password.
    model_config = SettingsConfigDict(
        env_prefix="LONTAR_", frozen=True, extra="ignore", hide_input_in_errors=True
    )

    broker_url: str | None = Field(
        default=None,
        description="Alamat Redis antrean; tanpa isian, antrean berupa folder di LONTAR_HOME",
    )
    concurrency: int | None = Field(
        default=None,
        ge=1,
        le=64,
        description="Banyaknya dokumen serempak; tanpa isian, satu lebih dari inti prosesor",
    )
    engine_seconds: float = Field(
        default=60.0, gt=0, description="Batas waktu mesin tata letak untuk satu dokumen, detik"
    )
    engine_documents: int = Field(
        default=200, ge=1, description="Mesin tata letak diganti setelah sekian dokumen"
    )
    engine_megabytes: int = Field(
        default=600, ge=100, description="Mesin tata letak diganti di atas memori sekian MB"
    )
    job_soft_seconds: float = Field(
        default=120.0, gt=0, description="Waktu satu percobaan sebelum dihentikan baik-baik, detik"
    )
    job_hard_seconds: float = Field(
        default=150.0, gt=0, description="Waktu satu percobaan sebelum prosesnya dimatikan, detik"
    )
    job_lease_seconds: float = Field(
        default=180.0, gt=0, description="Lama pekerjaan dipegang tanpa kabar dari pekerja, detik"
    )
    visibility_seconds: float = Field(
        default=3600.0, gt=0, description="Lama Redis menunggu sebelum pesan dikirim ulang, detik"
    )
    job_attempts: int = Field(
        default=5, ge=1, description="Banyaknya percobaan sebelum pekerjaan ditolak"
    )
    retry_seconds: float = Field(
        default=2.0,
        ge=0,
        description="Jeda sebelum percobaan kedua, detik; tiap jeda berikut tiga kali lipat",
    )
    sweep_seconds: float = Field(
        default=2.0, gt=0, description="Jarak antarpemeriksaan pekerjaan yang tertinggal, detik"
    )
    wake_seconds: float = Field(
        default=60.0, gt=0, description="Pesan yang belum dijawab dikirim ulang setelah ini, detik"
    )
    keep_hours: float = Field(
        default=24.0, gt=0, description="Lama hasil KONSEP disimpan di folder kerja, jam"
    )

    @model_validator(mode="after")
    def _limits_stand_in_order(self) -> Self:
        limits = (
            ("LONTAR_ENGINE_SECONDS", self.engine_seconds),
            ("LONTAR_JOB_SOFT_SECONDS", self.job_soft_seconds),
            ("LONTAR_JOB_HARD_SECONDS", self.job_hard_seconds),
            ("LONTAR_JOB_LEASE_SECONDS", self.job_lease_seconds),
            ("LONTAR_VISIBILITY_SECONDS", self.visibility_seconds),
        )
        for (lower, less), (upper, more) in pairwise(limits):
            if less >= more:
                raise LimitsOutOfOrder(lower, less, upper, more)
        return self

    @property
    def queue(self) -> Path:
        """Folder of the embedded queue."""
        return self.home / "queue"

    @property
    def work(self) -> Path:
        """Folder that holds one working folder for each unfinished job and KONSEP print."""
        return self.home / "work"
