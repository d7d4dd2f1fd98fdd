"""What can go wrong with accounts.

AccountError
├── SignInRefused        login or password is wrong, or the person is disabled
├── SignInLocked         too many attempts; must wait
├── NotSignedIn          nobody is signed in, or no longer
├── NotAllowed           the person's roles do not reach this act
├── FormForged           the form did not come from a page of this session
├── LoginTaken           somebody else signs in so
├── LoginUnusable        not what can be typed as a login
├── NameUnusable         a name, label or office that cannot be shown
├── PasswordWeak         too easy to guess
├── PersonUnknown        nobody signs in so
├── RoleUnknown          no such role
├── RoleNeedsOffice      a role was given without its office
├── LastAdmin            nobody would be left to manage people
├── ScopeUnknown         a token asked for an act that does not exist
├── TokenUnknown         no such token
├── SessionUnknown       no such session
├── PasswordOnce         a one-time password must give way to one of her own first
├── PasswordsClosed      passwords are for admins only
├── ProviderUnavailable  the identity provider does not answer as it must
├── SignOnRefused        what came from the identity provider does not hold
├── PersonUnlinked       the identity provider knows her, nobody here does
├── IdentityTaken        she signs in there as somebody else here
├── IdentityUnknown      no such link to an identity provider
└── InvitationOver       the invitation was used or is too old
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class AccountError(Exception):
    """Base of all errors of this package; never raised itself."""


class SignInRefused(AccountError):
    """Login or password is wrong, or the person is disabled; which one is not told."""

    def __init__(self) -> None:
        super().__init__("Nama masuk atau kata sandi tidak cocok.")


class SignInLocked(AccountError):
    """Too many attempts did not succeed."""

    def __init__(self, seconds: int) -> None:
        minutes = max(1, -(-seconds // 60))
        super().__init__(
            f"Terlalu banyak percobaan masuk yang gagal; coba lagi sekitar {minutes} menit lagi."
        )
        self.seconds = seconds


class NotSignedIn(AccountError):
    """Nobody is signed in, or the session or token holds no longer."""

    def __init__(self) -> None:
        super().__init__("Anda belum masuk, atau sesi Anda sudah berakhir.")


class NotAllowed(AccountError):
    """The person's roles, or the scopes of the token, do not reach this act."""

    def __init__(self, act: str) -> None:
        super().__init__(f"Peran Anda tidak mencakup tindakan “{act}”.")
        self.act = act


class FormForged(AccountError):
    """The form did not come from a page of this session."""

    def __init__(self) -> None:
        super().__init__("Formulir ini tidak berasal dari halaman yang Anda buka.")


class LoginTaken(AccountError):
    """Somebody else signs in so."""

    def __init__(self, login: str) -> None:
        super().__init__(f"Nama masuk “{login}” sudah dipakai; pilih yang lain.")
        self.login = login


class LoginUnusable(AccountError):
    """Not what can be typed as a login."""

    def __init__(self, login: str) -> None:
        super().__init__(
            f"Nama masuk “{login}” tidak dapat dipakai; gunakan 2 sampai 60 huruf, angka, titik, "
            "garis bawah, atau tanda hubung."
        )
        self.login = login


class NameUnusable(AccountError):
    """A name, a label or an office that cannot be shown."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} harus berisi 1 sampai 200 karakter yang dapat dicetak.")
        self.what = what


class PasswordWeak(AccountError):
    """Too easy to guess."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"Kata sandi ini terlalu mudah ditebak: {reason}.")
        self.reason = reason


class PersonUnknown(AccountError):
    """Nobody signs in so."""

    def __init__(self, name: str) -> None:
        super().__init__(f"Tidak ada pengguna “{name}”.")
        self.name = name


class RoleUnknown(AccountError):
    """No such role."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        self.name, self.known = name, tuple(known)
        super().__init__(f"Peran “{name}” tidak dikenal; yang ada: {', '.join(self.known)}.")


class RoleNeedsOffice(AccountError):
    """A role was given without its office."""

    def __init__(self, role: str) -> None:
        super().__init__(
            f"Peran {role} harus menyebut kantornya, seperti tertera pada dokumen; "
            "tulis * untuk semua kantor."
        )
        self.role = role


class LastAdmin(AccountError):
    """Nobody would be left to manage people."""

    def __init__(self, login: str) -> None:
        super().__init__(f"“{login}” satu-satunya admin yang aktif; tetapkan admin lain dahulu.")
        self.login = login


class ScopeUnknown(AccountError):
    """A token asked for an act that does not exist, or for none."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        self.name, self.known = name, tuple(known)
        super().__init__(f"Cakupan “{name}” tidak dikenal; yang ada: {', '.join(self.known)}.")


class TokenUnknown(AccountError):
    """No such token of this person."""

    def __init__(self, name: str) -> None:
        super().__init__(f"Tidak ada token “{name}” pada akun Anda.")
        self.name = name


class SessionUnknown(AccountError):
    """No such session of this person."""

    def __init__(self) -> None:
        super().__init__("Sesi itu tidak ada atau sudah berakhir.")


class PasswordOnce(AccountError):
    """She came in by a one-time password, with which nothing else can be done."""

    def __init__(self) -> None:
        super().__init__("Anda masuk dengan kata sandi sekali pakai; gantilah dahulu.")


class PasswordsClosed(AccountError):
    """The right password, but people sign in at their identity provider here."""

    def __init__(self, provider: str) -> None:
        super().__init__(f"Di sini hanya admin yang masuk dengan kata sandi; pakailah {provider}.")
        self.provider = provider


class ProviderUnavailable(AccountError):
    """The identity provider does not answer, or not as it must; the log tells which."""

    def __init__(self, provider: str) -> None:
        super().__init__(f"Masuk melalui {provider} sedang tidak dapat dilayani.")
        self.provider = provider


class SignOnRefused(AccountError):
    """What came back from the identity provider does not hold."""

    def __init__(self, provider: str, reason: str) -> None:
        super().__init__(f"Masuk melalui {provider} tidak berhasil: {reason}.")
        self.provider, self.reason = provider, reason


class PersonUnlinked(AccountError):
    """The identity provider knows her, but no active account here is hers."""

    def __init__(self, provider: str) -> None:
        super().__init__(f"{provider} mengenal Anda, tetapi belum ada akun aktif Anda di sini.")
        self.provider = provider


class IdentityTaken(AccountError):
    """Whoever signed in there is somebody else here already."""

    def __init__(self) -> None:
        super().__init__("Identitas itu sudah terkait dengan akun lain di sini.")


class IdentityUnknown(AccountError):
    """No such link to an identity provider."""

    def __init__(self) -> None:
        super().__init__("Kaitan dengan penyedia identitas itu tidak ada.")


class InvitationOver(AccountError):
    """The invitation was used, replaced, or is too old."""

    def __init__(self) -> None:
        super().__init__("Undangan ini sudah dipakai atau sudah lewat waktunya.")
