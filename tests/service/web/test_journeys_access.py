"""How people get in, in a real browser: the admin's pages, one's own account, the provider."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import SecretStr

from service.actions.manage_identities import invite_person
from service.actions.manage_people import find_person
from service.app import House
from tests.service.accounts.identity_provider import (
    CLIENT,
    SECRET,
    IdentityProvider,
    identity_provider,
)
from tests.service.filing import filed
from tests.service.serving import WORDS, person_as
from tests.service.web.conftest import Screen
from tests.service.web.test_journeys import entered

pytestmark = pytest.mark.browser
OFFICE = "Dinas Komunikasi dan Informatika Kabupaten Kudus"


@pytest.fixture
def provider() -> Iterator[IdentityProvider]:
    with identity_provider() as told:
        yield told


@pytest.fixture
def house(house: House, provider: IdentityProvider) -> House:
    """Registered at a provider."""
    told = {
        "oidc_issuer": provider.issuer,
        "oidc_client_id": CLIENT,
        "oidc_client_secret": SecretStr(SECRET),
        "oidc_name": "SSO Kabupaten",
    }
    return replace(house, settings=house.settings.model_copy(update=told))


def test_an_admin_looks_after_people_offices_and_webhooks(
    screen: Screen, house: House, tmp_path: Path
):
    """From who is missing where to a word with which someone comes in again."""
    page = screen.page
    person_as(house, "admin:*", password=WORDS, login="kepala")
    person_as(house, f"penyusun:{OFFICE}", "pemeriksa:Kecamatan Jekulo")
    filed(house, tmp_path, office=OFFICE)
    entered(screen, "kepala")

    screen.open("/kantor")
    assert page.get_by_text("Belum ada pemeriksa, penandatangan.").is_visible()
    screen.look("kantor")
    screen.open("/pengguna")
    page.get_by_label("Nama, nama masuk, atau kantor").fill("informatika")
    page.get_by_role("button", name="Cari").click()
    screen.look("pengguna-cari")
    screen.open(f"/pengguna/{find_person('siti', house=house).id}")
    screen.look("pengguna-satu")
    page.get_by_role("button", name="Buat undangan").click()
    screen.look("pengguna-undangan")
    page.get_by_role("link", name="Sudah saya catat").click()
    page.get_by_role("button", name="Buat kata sandi sekali pakai").click()
    screen.look("pengguna-sandi-sekali")

    screen.open("/webhook")
    page.get_by_label("Alamat program").fill("https://program.example.id/lontar/pekerjaan")
    page.get_by_label("Kantor").fill(OFFICE)
    page.get_by_role("button", name="Daftarkan").click()
    screen.look("webhook-dibuat")
    page.get_by_role("link", name="Sudah saya salin").click()
    page.get_by_role("button", name="Kirim uji").click()
    assert page.get_by_text("menunggu", exact=True).is_visible()
    screen.look("webhook-satu")
    screen.open("/webhook")
    screen.look("webhook")


def test_a_person_looks_after_her_own_account(screen: Screen, house: House):
    """Tokens and sessions."""
    page = screen.page
    person_as(house, f"penyusun:{OFFICE}", password=WORDS)
    entered(screen)

    screen.open("/akun")
    screen.look("akun")
    page.get_by_role("link", name="Token API").click()
    page.get_by_label("Keterangan").fill("Aplikasi kepegawaian")
    page.get_by_label("Lihat jenis").check()
    screen.look("token-baru")
    page.get_by_role("button", name="Buat token").click()
    screen.look("token-dibuat")
    page.get_by_role("link", name="Sudah saya salin").click()
    screen.look("token")
    screen.open("/akun/sesi")
    screen.look("sesi")


def test_a_person_comes_in_by_the_provider_and_leaves(
    screen: Screen, house: House, provider: IdentityProvider
):
    """A real browser sends its cookies along on the way back, and obeys our policy."""
    page = screen.page
    provider.browsers_find_us_at = screen.address
    person = person_as(house, "auditor:*")
    screen.open("/masuk")
    screen.look("masuk-penyedia")
    page.get_by_role("link", name="Masuk dengan SSO Kabupaten").click()
    page.get_by_text("SSO Kabupaten mengenal Anda, tetapi belum ada akun").first.wait_for()
    screen.look("masuk-belum-terkait")

    screen.open(f"/masuk/undangan?kata={invite_person(person, house=house)}")
    screen.look("undangan")
    page.get_by_role("link", name="Masuk dengan SSO Kabupaten").click()
    page.get_by_role("heading", name="Selamat datang").wait_for()
    page.get_by_role("button", name="Keluar").click()
    page.get_by_role("link", name="Keluar dari SSO Kabupaten").wait_for()
    screen.look("keluar")
