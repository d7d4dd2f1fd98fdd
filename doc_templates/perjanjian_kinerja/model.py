"""The data of a Perjanjian Kinerja: who promises what to whom, and with which money.

Texts are stored and printed as typed; amounts are exact decimals in rupiah. What is left out
(wording, totals of a programme) is what the rules or the rows themselves already say.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from doc_templates.kind import Penomoran, Verbatim
from doc_templates.kop import Kop  # noqa: TC001 - Pydantic reads it at run time
from doc_templates.pejabat import Pejabat  # noqa: TC001 - as above
from doc_templates.uang import read_money

Tingkat = Literal["kepala_daerah", "kepala_pd", "camat", "administrator", "pengawas"]
"""Level of the party that promises: eselon III is ``administrator``, eselon IV ``pengawas``."""

TingkatAnggaran = Literal["program", "kegiatan", "sub_kegiatan"]
"""What the budget's first column lists: an official answers for the lines of their level."""


def _as_sum(value: object) -> object:
    """Text about money becomes its one reading; numbers pass."""
    if not isinstance(value, str):
        return value
    reading = read_money(value)
    if reading.nilai is None:
        message = f"“{value}” tidak terbaca sebagai satu nilai uang; tulislah seperti 1250000000"
        raise ValueError(message)
    return reading.nilai


_DIGITS_FROM: Final = 40


def romawi(number: int) -> str:
    """A number in Roman numerals, as offices count revisions; from 40 on in digits."""
    if number >= _DIGITS_FROM:
        return str(number)
    tens, rest = divmod(number, 10)
    ones = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return "X" * tens + ones[rest]


def _plainly(value: Decimal) -> Decimal:
    """Without an exponent, so that what is stored reads back as the same sum."""
    return Decimal(f"{value:f}")


def _as_typed(value: object) -> object:
    """A number becomes text with the decimal comma of Indonesian; text passes."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return value
    return str(value).replace(".", ",")


Rupiah = Annotated[
    Decimal,
    BeforeValidator(_as_sum),
    AfterValidator(_plainly),
    Field(ge=0, max_digits=18, decimal_places=2),
]
"""An amount in rupiah: a JSON number, or text with one reading such as ``Rp1.250.000.000``."""


Triwulanan = Annotated[str, BeforeValidator(_as_typed)]
"""A quarter's target, printed as typed."""


class Perubahan(Verbatim):
    """What makes this agreement a revision of an earlier one."""

    ke: int = Field(ge=1, description="Perubahan keberapa, mulai dari 1")
    alasan: str | None = Field(
        default=None, description="Sebab perubahan, melengkapi kata “karena …”"
    )
    nomor_semula: str | None = Field(
        default=None, description="Nomor perjanjian yang diubah, persis seperti tercetak"
    )

    @property
    def sebutan(self) -> str:
        """As printed, such as ``Perubahan II``."""
        return f"Perubahan {romawi(self.ke)}"


class Asal(Verbatim):
    """Which part of a performance data set the agreement was derived from."""

    unit: str = Field(description="Kode unit pihak pertama pada himpunan data")
    versi: int = Field(ge=0, description="0 untuk murni, 1 untuk Perubahan I, dan seterusnya")


class Indikator(Verbatim):
    """How a sasaran is measured, and what is promised of it."""

    kode: str = Field(default="", description="Kode pada himpunan data; tidak dicetak")
    uraian: str
    satuan: str = Field(default="", description="Misalnya Persen, Nilai, Dokumen")
    target: Annotated[str, BeforeValidator(_as_typed)] = Field(
        default="", description="Dicetak seperti tertulis, misalnya 76,5 atau A"
    )
    triwulan: tuple[Triwulanan, Triwulanan, Triwulanan, Triwulanan] | None = Field(
        default=None, description="Target tiap triwulan; kosong bila tidak dirinci"
    )


class Sasaran(Verbatim):
    """An aim, with the indicators that show whether it was reached."""

    kode: str = Field(default="", description="Kode pada himpunan data; tidak dicetak")
    uraian: str
    indikator: tuple[Indikator, ...] = ()


class SubKegiatan(Verbatim):
    """The smallest budgeted piece of work."""

    kode: str = Field(default="", description="Kode pada himpunan data; tidak dicetak")
    uraian: str
    anggaran: Rupiah | None = None
    keterangan: str = Field(default="", description="Sumber dana, misalnya APBD atau DAK")


class Kegiatan(SubKegiatan):
    """An activity; its amount may be typed, or left to its sub kegiatan."""

    sub_kegiatan: tuple[SubKegiatan, ...] = ()

    @property
    def rincian(self) -> tuple[SubKegiatan, ...]:
        """What it is made of, one level down."""
        return self.sub_kegiatan


class Program(SubKegiatan):
    """A programme; its amount may be typed, or left to its kegiatan."""

    kegiatan: tuple[Kegiatan, ...] = ()

    @property
    def rincian(self) -> tuple[SubKegiatan, ...]:
        """What it is made of, one level down."""
        return self.kegiatan


def rincian_of(item: SubKegiatan) -> tuple[SubKegiatan, ...]:
    """The parts of a programme or kegiatan; a sub kegiatan has none."""
    return item.rincian if isinstance(item, Program | Kegiatan) else ()


def jumlah_of(item: SubKegiatan) -> Decimal | None:
    """The amount as typed, else the sum of its parts; None where neither says anything."""
    if item.anggaran is not None:
        return item.anggaran
    known = [each for each in map(jumlah_of, rincian_of(item)) if each is not None]
    return sum(known, Decimal(0)) if known else None


class PerjanjianKinerja(Verbatim):
    """One agreement: the statement and its annex, which are one document."""

    tingkat: Tingkat
    kop: Kop
    tahun: int = Field(ge=2000, le=2100)
    perubahan: Perubahan | None = Field(default=None, description="Kosong untuk perjanjian murni")
    nomor: str | None = Field(default=None, description="Nomor naskah, persis seperti dicetak")
    penomoran: Penomoran | None = Field(
        default=None, description="Cara buku agenda memberi nomor bila nomor belum ada"
    )
    pihak_pertama: Pejabat = Field(description="Yang berjanji")
    pihak_kedua: Pejabat | None = Field(
        default=None, description="Atasan pihak pertama; kosong hanya untuk kepala daerah"
    )
    kalimat_pembuka: str | None = Field(
        default=None, description="Pengganti kalimat pembuka baku menurut tingkatnya"
    )
    kalimat_janji: tuple[str, ...] = Field(
        default=(), description="Pengganti alinea-alinea janji baku menurut tingkatnya"
    )
    sasaran: tuple[Sasaran, ...] = ()
    program: tuple[Program, ...] = Field(
        default=(), description="Daftar anggaran, dimulai dari tingkat_anggaran"
    )
    tingkat_anggaran: TingkatAnggaran = Field(
        default="program", description="Apa yang disebut baris teratas daftar anggaran"
    )
    tempat: str = Field(description="Tempat penandatanganan, misalnya Kudus")
    tanggal: str | None = Field(default=None, description="Misalnya 4 Januari 2021")
    kertas: Literal["A4", "F4"] = "A4"
    asal: Asal | None = Field(
        default=None, description="Asal pada himpunan data kinerja; tidak dicetak"
    )

    @property
    def judul(self) -> str:
        """The title over the statement, as printed."""
        revision = f" {self.perubahan.sebutan.upper()}" if self.perubahan else ""
        return f"PERJANJIAN KINERJA{revision} TAHUN {self.tahun}"

    @property
    def nomor_sendiri(self) -> str | None:
        """The number that it already bears, verbatim; blank counts as none."""
        return self.nomor if self.nomor and self.nomor.strip() else None

    @property
    def jumlah(self) -> Decimal:
        """The budget of all programmes, in rupiah."""
        return sum((jumlah_of(each) or Decimal(0) for each in self.program), Decimal(0))
