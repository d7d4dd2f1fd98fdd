"""Where LibreOffice is installed, and exactly which one it is."""

from __future__ import annotations

import configparser
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from workers.errors import EngineMissing

PLACES: Final = (
    Path("/usr/lib/libreoffice/program"),
    Path("/usr/lib64/libreoffice/program"),
    Path("/opt/libreoffice/program"),
)
REMEDY: Final = "LibreOffice belum terpasang; pasang dengan: apt install libreoffice-writer-nogui"
_BUILD_NOTE: Final = b"\x04\0\0\0\x14\0\0\0\x03\0\0\0GNU\0"
"""Head of an ELF note that holds the 20 bytes of the linker's build id."""


@dataclass(frozen=True, slots=True)
class Installation:
    """One LibreOffice on this machine."""

    program: Path
    """Its ``program`` folder."""

    @classmethod
    def find(cls, places: tuple[Path, ...] = PLACES) -> Installation:
        """The first one there is; raises EngineMissing with the remedy."""
        for place in places:
            if (place / "soffice.bin").is_file():
                return cls(place)
        raise EngineMissing(REMEDY)

    @property
    def kit(self) -> Path:
        """The library that exports LibreOfficeKit; not every distribution has it."""
        return self.program / "libmergedlo.so"

    @property
    def soffice(self) -> Path:
        """The program itself, not the shell script that would outlive a kill."""
        return self.program / "soffice.bin"

    def describe(self) -> dict[str, str]:
        """Version and build: Debian's security updates change the build, not the version."""
        return {"program": "LibreOffice", "version": self._version(), "build": self._build()}

    def _version(self) -> str:
        about = configparser.RawConfigParser()
        about.read(self.program / "versionrc", encoding="utf-8")
        main = configparser.RawConfigParser(strict=False)
        main.read(self.program / "bootstraprc", encoding="utf-8")
        product = main.get("Bootstrap", "ProductKey", fallback="").removeprefix("LibreOffice ")
        return f"{product} {about.get('Version', 'buildid', fallback='')}".strip()

    def _build(self) -> str:
        library = self.kit if self.kit.is_file() else self.soffice
        with library.open("rb") as file:
            head = file.read(64 * 1024)
        start = head.find(_BUILD_NOTE)
        if start < 0:
            return ""
        start += len(_BUILD_NOTE)
        return head[start : start + 20].hex()
