"""Where may be told: never the machine itself or what answers only to it (SSRF).

The name is looked up once and the connection goes to what was found, so that a name cannot mean
one machine when it is judged and another when it is used.
"""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

from service.hooks.errors import AddressUnusable

_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Target:
    """An address that was judged."""

    url: str
    """With the machine as a number instead of its name."""
    host: str
    """The name with its port, for the Host header."""
    name: str
    """The name alone, which the certificate must bear."""


def ensure_address(url: str) -> None:
    """Refuse what is no address of a program elsewhere; the name is not looked up yet.

    Raises:
        AddressUnusable: with the reason.
    """
    if len(url) > _LONGEST or not url.isascii() or not url.isprintable() or " " in url:
        raise AddressUnusable(f"harus ASCII tanpa spasi, paling panjang {_LONGEST} karakter")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise AddressUnusable("susunannya keliru") from error
    if parts.scheme not in {"http", "https"} or not parts.hostname or port == 0:
        raise AddressUnusable("harus berawal http:// atau https:// dan menyebut tujuannya")
    if parts.username is not None or parts.password is not None:
        raise AddressUnusable("nama dan kata sandi tidak boleh berada di dalamnya")


def target_of(url: str, *, local: bool = False) -> Target:
    """Look the machine up and judge it.

    Args:
        url: of the webhook.
        local: True to allow the machine itself and its own network segment.

    Raises:
        AddressUnusable: there is no such machine, or it may not be told.
    """
    ensure_address(url)
    parts = urlsplit(url)
    host = parts.hostname or ""
    try:
        found = socket.getaddrinfo(host, parts.port or parts.scheme, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise AddressUnusable("nama mesinnya tidak dikenal") from error
    number = str(found[0][4][0]).partition("%")[0]
    if not local and not _elsewhere(ipaddress.ip_address(number)):
        raise AddressUnusable("itu mesin ini sendiri atau alamat khusus jaringan")
    bracketed = f"[{number}]" if ":" in number else number
    port = f":{parts.port}" if parts.port else ""
    return Target(parts._replace(netloc=bracketed + port).geturl(), host + port, host)


def _elsewhere(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    """Private networks are where offices have their programs; the machine itself is not."""
    mapped = getattr(address, "ipv4_mapped", None)
    judged = mapped or address
    return not (
        judged.is_loopback
        or judged.is_link_local
        or judged.is_multicast
        or judged.is_unspecified
        or judged.is_reserved
    )
