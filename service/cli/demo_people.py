"""Sample people for the demo: one for each role, under one password of this home alone."""

# ruff: noqa: PLC0415 - what a command needs is loaded when it runs, so --help answers at once

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from service.cli.output import hint, say, table

if TYPE_CHECKING:
    from collections.abc import Collection

    from service.app import House

PEOPLE: Final = {
    "penyusun": ("Staf Penyusun", "menyusun naskah dan meminta dokumen"),
    "pemeriksa": ("Pemeriksa Naskah", "memeriksa, mengembalikan, atau menyetujui naskah"),
    "penandatangan": ("Pejabat Penandatangan", "mengunduh, menandatangani, mengirim kembali"),
    "auditor": ("Auditor", "membaca semuanya dan menguji keutuhan arsip"),
    "arsiparis": ("Arsiparis", "menata arsip dan nomor"),
    "admin": ("Pengelola Sistem", "mengelola pengguna dan melihat kesehatan layanan"),
}
"""Role, which is the login, too → the post that is shown, and what it lets one do."""
_EVERYWHERE: Final = frozenset({"auditor", "arsiparis", "admin"})
_NOTE: Final = "akun.txt"


def tell_pages(offices: Collection[str], *, house: House) -> None:
    """Say how to open the pages, and as whom; sample people are made where there is nobody yet.

    Args:
        offices: in which those who make and sign documents have their roles.
        house: the installation of the demo.
    """
    say()
    say(f"Halamannya: jalankan `{_lontar()} serve`, lalu buka {house.settings.base_url}/masuk")
    password = _password_of(offices, house=house)
    if password is None:
        hint("Pemasangan ini sudah mempunyai pengguna, jadi pengguna contoh tidak dibuat.")
        return
    table(
        ("NAMA MASUK", "SEBAGAI", "DAPAT"),
        [(login, post, deed) for login, (post, deed) in PEOPLE.items()],
    )
    say(f"Kata sandi semuanya: {password}  (hanya untuk contoh ini; tersimpan di {_note(house)})")
    hint("Panduan tiap peran: docs/panduan.md.")
    hint("Jangan pakai folder contoh ini untuk dokumen sungguhan; lihat docs/operations.md.")


def _password_of(offices: Collection[str], *, house: House) -> str | None:
    """The password of the sample people; None where real people are, who are left alone."""
    from service.actions.manage_people import list_people

    note = _note(house)
    if list_people(house=house, limit=1):
        return note.read_text(encoding="utf-8").strip() if note.is_file() else None
    password = "-".join(house.new_name()[:4] for _ in range(4))
    # Written down first: nobody could sign in with a password that only a dead process knew.
    note.parent.mkdir(parents=True, exist_ok=True)
    note.unlink(missing_ok=True)
    descriptor = os.open(note, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(password + "\n")
    _add(password, sorted(offices), house=house)
    return password


def _add(password: str, offices: list[str], *, house: House) -> None:
    from service.actions.manage_people import add_person, membership

    for login, (post, _) in PEOPLE.items():
        places = ["*"] if login in _EVERYWHERE else offices
        add_person(
            login=login,
            name=f"{post} (contoh)",
            password=password,
            memberships=[membership(login, each) for each in places],
            house=house,
        )


def _note(house: House) -> Path:
    return house.settings.home / "demo" / _NOTE


def _lontar() -> str:
    """The command as it was called just now."""
    called = Path(sys.argv[0])
    if called.name != "lontar" or not called.is_absolute():
        return sys.argv[0] if called.name == "lontar" else "lontar"
    here = Path.cwd()
    return str(called.relative_to(here)) if called.is_relative_to(here) else str(called)
