"""The register of regulations: from when to when each holds, and what took its place.

peraturan.json holds the national ones; an office adds those of its region in a file of the same
form named ``peraturan-….json`` beside it. Days are kept as precisely as they are known, and every
entry says where it comes from and which of its fields nobody has compared with the official text.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from pydantic import Field, ValidationError

from doc_templates.errors import RegisterUnreadable
from doc_templates.kind import Verbatim
from doc_templates.kutipan import Peraturan
from doc_templates.tanggal import Tanggal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FOLDER: Final = Path(__file__).parent
_DAY: Final = r"^\d{4}(-\d{2}(-\d{2})?)?$"

Pokok = Literal["sop", "sakip"]
"""What a document needs a basis for: how SOPs are drawn up; accountability for performance."""


class Ketentuan(Verbatim):
    """One entry of the register."""

    jenis: str = Field(description="UU, PP, Perpres, Permendagri, Permenpan RB, Perda, Perbup, …")
    nomor: int
    tahun: int
    daerah: str = Field(default="", description="Nama daerah tanpa Kab. atau Provinsi")
    judul: str = Field(description="Judul resmi, tanpa kata “tentang” di depannya")
    berlaku_sejak: str = Field(pattern=_DAY, description="Tahun, tahun-bulan, atau tanggal ISO")
    dicabut_sejak: str | None = Field(
        default=None, pattern=_DAY, description="Sejak kapan tidak berlaku lagi"
    )
    diganti_oleh: str | None = None
    pokok: tuple[Pokok, ...] = ()
    sumber: str = Field(description="Dari mana isian ini diketahui")
    belum_diverifikasi: tuple[Literal["judul", "berlaku_sejak", "dicabut_sejak"], ...] = Field(
        default=(), description="Isian yang belum dicocokkan dengan salinan peraturannya"
    )

    @property
    def peraturan(self) -> Peraturan:
        """The name by which documents cite it."""
        return Peraturan(self.jenis, self.nomor, self.tahun, self.daerah)

    def has_begun_at(self, day: Tanggal) -> bool:
        """True where it certainly held already on that day, however little is known."""
        return _is_reached(self.berlaku_sejak, day)

    def is_revoked_at(self, day: Tanggal) -> bool:
        """True where it certainly no longer held on that day, however little is known."""
        return self.dicabut_sejak is not None and _is_reached(self.dicabut_sejak, day)


class _Berkas(Verbatim):
    """One register file."""

    catatan: str = ""
    peraturan: list[Ketentuan]


Register = dict[Peraturan, Ketentuan]


@cache
def register() -> Mapping[Peraturan, Ketentuan]:
    """All that the files beside this module know; a region's file may correct the national one."""
    return read_register([FOLDER / "peraturan.json", *sorted(FOLDER.glob("peraturan-*.json"))])


def read_register(paths: Iterable[Path]) -> Register:
    """Read register files; where two name the same regulation the later one counts.

    Raises:
        RegisterUnreadable: a file is no JSON, or an entry is not as it must be.
    """
    return {each.peraturan: each for path in paths for each in _entries(path)}


def in_force(pokok: Pokok, day: Tanggal) -> list[Ketentuan]:
    """The entries on a subject that could be cited on that day, as far as is known."""
    return [
        each
        for each in register().values()
        if pokok in each.pokok and each.has_begun_at(day) and not each.is_revoked_at(day)
    ]


def _is_reached(iso: str, day: Tanggal) -> bool:
    """True where a date as precise as known surely lies not after that day."""
    known = Tanggal(*map(int, iso.split("-")))
    latest = (known.tahun, known.bulan or 12, known.hari or 31)
    return latest <= (day.tahun, day.bulan or 1, day.hari or 1)


def _entries(path: Path) -> list[Ketentuan]:
    try:
        return _Berkas.model_validate_json(path.read_bytes()).peraturan
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(map(str, first["loc"])) or "seluruh berkas"
        raise RegisterUnreadable(path.name, place, first["msg"]) from error
