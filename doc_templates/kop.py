"""The letterhead: who speaks, from where, and how to reach them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pydantic import Field

from doc_templates import codes
from doc_templates.kind import Verbatim

if TYPE_CHECKING:
    from doc_templates.findings import Finding

_HOST: Final = re.compile(r"(?:https?://)?[\w-]+(?:\.+[\w-]*)*\.+[a-z]{2,}\S*", re.IGNORECASE)
_NOT_A_LETTER: Final = re.compile(r"[^a-z0-9]+")
_FAX_OR_PHONE: Final = re.compile(r"fax|faks|telp|telepon|phone", re.IGNORECASE)


class Kop(Verbatim):
    """Lines of the letterhead, from the top, as printed."""

    pemerintah: str | None = Field(default=None, description="PEMERINTAH KABUPATEN …")
    instansi: tuple[str, ...] = Field(default=(), description="Nama perangkat daerah, per baris")
    alamat: str | None = None
    kontak: tuple[str, ...] = Field(default=(), description="Misalnya “Website : …”, per baris")

    @property
    def nama_instansi(self) -> str:
        """The office's own name on one line: without the government above it."""
        return " ".join(self.instansi) or self.pemerintah or ""

    @property
    def buku(self) -> str:
        """The register book that numbers this office's documents, of every kind.

        One book an office, as its agenda is: whatever their kinds, no two of its documents get
        the same number. The government is part of the name: two regencies may have a Dinas of
        the same name.
        """
        named = [
            slug
            for text in (self.pemerintah or "", " ".join(self.instansi))
            if (slug := _slug(text))
        ]
        return "/".join(named or ["tanpa-nama"])


def check_letterhead(kop: Kop, where: str) -> list[Finding]:
    """What is odd about a letterhead."""
    found = _check_repetition(kop, where)
    for at, line in enumerate(kop.kontak):
        found += _check_contact(line, f"{where}.kontak[{at}]")
    return found


def _check_repetition(kop: Kop, where: str) -> list[Finding]:
    seen: list[str] = [" ".join((kop.pemerintah or "").upper().split())]
    found = []
    for at, line in enumerate(kop.instansi):
        plain = " ".join(line.upper().split())
        if any(plain in earlier for earlier in seen):
            found.append(
                codes.KOP_DUP.at(
                    f"{where}.instansi[{at}]",
                    f"Baris kop “{line}” sudah tersebut di atasnya; hapuslah bila tidak dimaksud.",
                )
            )
        seen.append(plain)
    return found


def _check_contact(line: str, where: str) -> list[Finding]:
    label, _, content = line.partition(":")
    host = _HOST.search(content or line)
    if host is None:
        return []
    found = []
    if ".." in host[0]:
        mended = re.sub(r"\.{2,}", ".", host[0])
        found.append(
            codes.URL.at(
                where,
                f"Alamat {host[0]} memuat dua titik berurutan; tetap dicetak sampai ada yang "
                "memperbaikinya.",
                mended,
            )
        )
    if content and "@" not in content and _FAX_OR_PHONE.search(label):
        found.append(
            codes.CONTACT_KIND.at(
                where,
                f"“{label.strip()}” berisi alamat laman {host[0]}; mohon periksa label atau "
                "isinya.",
            )
        )
    return found


def _slug(text: str) -> str:
    return _NOT_A_LETTER.sub("-", text.lower()).strip("-")
