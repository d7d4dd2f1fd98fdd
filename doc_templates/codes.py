"""The codes that checks of every kind share; a kind's own stand in its folder's codes.py."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from doc_templates.findings import Finding, Level

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Code:
    """One entry of the catalogue: what can be noticed, and how much it weighs."""

    name: str
    """Stable, such as ``W-NIP-LENGTH``."""
    levels: tuple[Level, ...]
    """The usual level first; a kind may give it one of the others."""
    meaning: str
    """For docs/findings.md, in Indonesian."""

    def at(
        self, where: str, sentence: str, *suggestions: str, level: Level | None = None
    ) -> Finding:
        """A finding of this code at a place in the data."""
        return Finding(self.name, level or self.levels[0], where, sentence, tuple(suggestions))


E_: Final = (Level.ERROR,)
W_: Final = (Level.WARNING,)
I_: Final = (Level.INFORMATION,)

CHARACTER: Final = Code("W-CHARACTER", E_, "huruf kendali yang tidak dapat disimpan dalam dokumen")
HTML: Final = Code("W-HTML", I_, "sisa tanda HTML di dalam teks")
MARKDOWN: Final = Code("W-MARKDOWN", I_, "sisa tanda Markdown di dalam teks")
FIELD_ABSENT: Final = Code(
    "W-FIELD-ABSENT",
    (Level.ERROR, Level.WARNING),
    "baris tidak ada; menahan pengesahan bila wajib",
)
EMPTY: Final = Code(
    "W-EMPTY", (Level.ERROR, Level.WARNING), "baris ada tetapi kosong; menahan bila wajib"
)

NIP_LENGTH: Final = Code("W-NIP-LENGTH", W_, "NIP tidak terdiri atas 18 angka")
NIP_CHARACTER: Final = Code("W-NIP-CHARACTER", W_, "NIP memuat tanda selain angka dan spasi")
NIP_DATE: Final = Code("W-NIP-DATE", W_, "tanggal lahir atau bulan pengangkatan di NIP tidak ada")
NIP_SEX: Final = Code("W-NIP-SEX", W_, "angka jenis kelamin di NIP bukan 1 atau 2")
NIP_AGE: Final = Code("W-NIP-AGE", W_, "umur saat pengangkatan menurut NIP di luar 16–45 tahun")
NIP_SPACING: Final = Code("W-NIP-SPACING", I_, "pengelompokan NIP bukan 8-6-1-3")

DATE_UNREADABLE: Final = Code("W-DATE-UNREADABLE", W_, "teks tanggal tidak terbaca sebagai tanggal")
DATE_PRECISION: Final = Code(
    "W-DATE-PRECISION",
    (Level.WARNING, Level.ERROR),
    "tanggal tanpa hari; menahan pengesahan bila itu tanggal naskah",
)
DATE_STYLE: Final = Code("W-DATE-STYLE", I_, "huruf kapital atau nol di depan pada tanggal")
MONTH_SPELLING: Final = Code("W-MONTH-SPELLING", I_, "ejaan bulan lama: Pebruari, Nopember")
DATE_ORDER: Final = Code("W-DATE-ORDER", W_, "tanggal revisi atau efektif mendahului pembuatan")

MONEY_AMBIGUOUS: Final = Code(
    "W-MONEY-AMBIGUOUS", E_, "nilai uang dapat dibaca lebih dari satu cara"
)
MONEY_UNREADABLE: Final = Code("W-MONEY-UNREADABLE", E_, "teks tidak terbaca sebagai nilai uang")
MONEY_STYLE: Final = Code("W-MONEY-STYLE", I_, "cara menulis uang berbeda dari Rp1.234.567,00")

NUMBER_MISSING: Final = Code("W-NUMBER-MISSING", E_, "naskah belum bernomor")
NUMBER_SPACING: Final = Code("W-NUMBER-SPACING", I_, "spasi di dalam nomor naskah")
CLASS_SCHEME: Final = Code("W-CLASS-SCHEME", I_, "kode klasifikasi menurut susunan lama")
CLASS_SUBJECT: Final = Code("W-CLASS-SUBJECT", W_, "rumpun kode klasifikasi tidak cocok isinya")
NUMBER_YEAR: Final = Code("W-NUMBER-YEAR", W_, "tahun di nomor berbeda dari tahun naskah")

SIGN_TITLE: Final = Code("W-SIGN-TITLE", W_, "jabatan penanda tangan tidak ada atau bukan jabatan")
NAME_UNUSUAL: Final = Code(
    "W-NAME-UNUSUAL", I_, "ejaan nama jarang dijumpai; hanya diperiksa bila diminta"
)
PLT: Final = Code("W-PLT", W_, "penanda tangan berkapasitas Plt., Plh., atau Pj.")
PANGKAT_MISSING: Final = Code("W-PANGKAT-MISSING", W_, "pangkat penanda tangan tidak ada")
PANGKAT_UNKNOWN: Final = Code("W-PANGKAT-UNKNOWN", I_, "pangkat tidak dikenal")

URL: Final = Code("W-URL", I_, "alamat laman rusak")
CONTACT_KIND: Final = Code("W-CONTACT-KIND", I_, "isi kontak tidak sesuai labelnya")
KOP_DUP: Final = Code("W-KOP-DUP", W_, "baris kop berulang")

LEGAL_REVOKED: Final = Code("W-LEGAL-REVOKED", W_, "dasar hukum sudah diganti ketika naskah dibuat")
LEGAL_SUPERSEDED: Final = Code(
    "W-LEGAL-SUPERSEDED", I_, "dasar hukum diganti sesudah naskah dibuat"
)
LEGAL_FUTURE: Final = Code("W-LEGAL-FUTURE", W_, "dasar hukum belum ada ketika naskah dibuat")
LEGAL_TITLE: Final = Code(
    "W-LEGAL-TITLE",
    (Level.WARNING, Level.INFORMATION),
    "judul dasar hukum berbeda dari judulnya di register; keterangan saja bila hanya sedikit",
)
LEGAL_GAP: Final = Code(
    "W-LEGAL-GAP", I_, "tidak ada dasar hukum tentang pokok yang lazim mendasari naskah"
)
LEGAL_DUP: Final = Code("W-LEGAL-DUP", W_, "peraturan yang sama dikutip lebih dari sekali")


def codes_in(module: object) -> Iterable[Code]:
    """The codes that a module declares, in the order in which they stand there."""
    return [each for each in vars(module).values() if isinstance(each, Code)]
