"""How the service is set up: the address it gives out, who asks by default, how long one stays."""

from __future__ import annotations

from datetime import timedelta

from pydantic import Field, ValidationError

from service.accounts.sessions import Lifetimes
from service.errors import SettingsWrong
from workers.settings import WorkerSettings


class ServiceSettings(WorkerSettings):
    """Read once in the composition root, from ``LONTAR_…`` in the environment."""

    base_url: str = Field(
        default="http://localhost:8000",
        pattern=r"^https?://[^\s/?#]+(/[^\s?#]*)?$",
        description="Alamat yang ditunjuk kode QR; halaman pemeriksaan berada di /v/ di bawahnya",
    )
    actor: str | None = Field(
        default=None,
        max_length=200,
        description="Nama yang dicatat sebagai peminta; tanpa isian, nama masuk pada komputer ini",
    )

    session_idle_minutes: float = Field(
        default=60.0, gt=0, description="Sesi berakhir setelah sekian menit tanpa kegiatan"
    )
    session_hours: float = Field(
        default=12.0, gt=0, description="Sesi berakhir setelah sekian jam, sesibuk apa pun"
    )

    host: str = Field(default="127.0.0.1", description="Alamat tempat `lontar serve` mendengarkan")
    port: int = Field(default=8000, ge=1, le=65535, description="Porta `lontar serve`")
    proxies: str = Field(
        default="127.0.0.1",
        description="Perantara yang dipercaya menyebut alamat peminta, dipisahkan koma",
    )
    upload_megabytes: int = Field(
        default=50, ge=1, description="Kiriman yang lebih besar ditolak, MB"
    )
    upload_seconds: float = Field(
        default=120.0, gt=0, description="Kiriman yang lebih lama ditolak, detik"
    )
    public_per_minute: int = Field(
        default=30, ge=1, description="Pemeriksaan keaslian tanpa masuk, per menit per alamat"
    )
    stop_seconds: float = Field(
        default=30.0,
        gt=0,
        description="Waktu menyelesaikan yang sedang berjalan saat berhenti, detik",
    )

    @property
    def lifetimes(self) -> Lifetimes:
        """How long a session lasts."""
        return Lifetimes(
            idle=timedelta(minutes=self.session_idle_minutes),
            whole=timedelta(hours=self.session_hours),
        )

    def verify_url(self, code: str) -> str:
        """Where anyone can ask whether the document of this code was issued."""
        return f"{self.base_url.rstrip('/')}/v/{code}"


def read_settings() -> ServiceSettings:
    """Read the environment; every setting that is wrong is named at once."""
    try:
        return ServiceSettings()
    except ValidationError as error:
        raise SettingsWrong(
            [_reason(each["loc"], each["msg"]) for each in error.errors(include_url=False)]
        ) from error


def _reason(loc: tuple[int | str, ...], message: str) -> str:
    name = f"LONTAR_{str(loc[0]).upper()}: " if loc else ""
    return name + message.removeprefix("Value error, ").rstrip(".")
