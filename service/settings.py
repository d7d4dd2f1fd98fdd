"""How the service is set up: the address it gives out, who asks by default, how long one stays."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path  # noqa: TC003 - pydantic reads it
from typing import Final, Literal, Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, model_validator

from service.accounts.provider import Registration
from service.accounts.sessions import Lifetimes
from service.errors import SettingsWrong
from service.moments import Zone  # noqa: TC001 - pydantic reads it
from workers.settings import WorkerSettings

_HERE: Final = frozenset({"localhost", "127.0.0.1", "::1"})


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

    zone: Zone = Field(
        default="WIB", description="Waktu setempat pada halaman dan keluaran: WIB, WITA, atau WIT"
    )
    session_idle_minutes: float = Field(
        default=60.0, gt=0, description="Sesi berakhir setelah sekian menit tanpa kegiatan"
    )
    session_hours: float = Field(
        default=12.0, gt=0, description="Sesi berakhir setelah sekian jam, sesibuk apa pun"
    )

    passwords: Literal["all", "admins"] = Field(
        default="all",
        description="Siapa yang boleh masuk dengan kata sandi: semua orang, atau admin saja",
    )
    oidc_issuer: str | None = Field(
        default=None,
        pattern=r"^https?://[^\s?#]+$",
        description="Alamat penyedia identitas (OpenID Connect); tanpa isian, kata sandi saja",
    )
    oidc_client_id: str | None = Field(
        default=None, description="Nama pemasangan ini pada penyedia identitas"
    )
    oidc_client_secret: SecretStr | None = Field(
        default=None, description="Rahasianya; tanpa isian, klien publik dengan PKCE"
    )
    oidc_client_secret_file: Path | None = Field(
        default=None, description="Berkas yang memuat rahasia itu, sebagai gantinya"
    )
    oidc_name: str = Field(
        default="akun kantor",
        min_length=1,
        max_length=60,
        description="Sebutan penyedia identitas pada halaman masuk",
    )
    oidc_link: Literal["invitation", "login", "email"] = Field(
        default="invitation",
        description="Cara identitas pertama kali dikaitkan dengan akun: undangan admin saja, "
        "nama masuk yang sama, atau surel terverifikasi di LONTAR_OIDC_DOMAIN",
    )
    oidc_domain: str | None = Field(
        default=None,
        pattern=r"^[A-Za-z0-9.-]+$",
        description="Ranah surel; yang di depan @ adalah nama masuk",
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

    @property
    def path(self) -> str:
        """Where below its host the installation lies: ``/lontar``; empty for the host itself."""
        return urlsplit(self.base_url).path.rstrip("/")

    @property
    def https(self) -> bool:
        """Whether people reach it over https."""
        return self.base_url.startswith("https:")

    def registration(self) -> Registration | None:
        """How the identity provider knows us; None where there is none.

        Raises:
            SettingsWrong: the file of the secret cannot be read.
        """
        if self.oidc_issuer is None or self.oidc_client_id is None:
            return None
        return Registration(self.oidc_issuer, self.oidc_client_id, self._secret(), self.oidc_name)

    def _secret(self) -> str | None:
        if self.oidc_client_secret_file is None:
            secret = self.oidc_client_secret
            return None if secret is None else secret.get_secret_value()
        try:
            read = self.oidc_client_secret_file.read_text(encoding="utf-8").strip()
        except (OSError, ValueError) as error:
            reason = "LONTAR_OIDC_CLIENT_SECRET_FILE: berkasnya tidak dapat dibaca"
            raise SettingsWrong([reason]) from error
        if not read:
            raise SettingsWrong(["LONTAR_OIDC_CLIENT_SECRET_FILE: berkasnya kosong"])
        return read

    @model_validator(mode="after")
    def _sign_on_is_whole(self) -> Self:
        issuer = self.oidc_issuer
        faults = {
            "LONTAR_OIDC_CLIENT_ID: isilah, sebab LONTAR_OIDC_ISSUER terisi": issuer is not None
            and self.oidc_client_id is None,
            "LONTAR_OIDC_CLIENT_SECRET: isilah ini atau LONTAR_OIDC_CLIENT_SECRET_FILE, "
            "jangan keduanya": None not in {self.oidc_client_secret, self.oidc_client_secret_file},
            "LONTAR_OIDC_ISSUER: harus https, kecuali pada mesin ini sendiri": issuer is not None
            and urlsplit(issuer).scheme != "https"
            and urlsplit(issuer).hostname not in _HERE,
            "LONTAR_OIDC_DOMAIN: isilah, sebab LONTAR_OIDC_LINK berisi email": self.oidc_link
            == "email"
            and self.oidc_domain is None,
            "LONTAR_PASSWORDS: admins memerlukan LONTAR_OIDC_ISSUER": self.passwords == "admins"
            and issuer is None,
        }
        if told := [sentence for sentence, wrong in faults.items() if wrong]:
            raise ValueError("; ".join(told))
        return self

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
