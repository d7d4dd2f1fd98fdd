"""What can be wrong with a form that an office draws: every code, and what to do about it.

A form is judged before it is used; all that is wrong with it is told at once, each fault with its
place in Word and its remedy. ``docs/forms.md`` and ``docs/findings.md`` list the codes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from doc_templates.codes import E_, I_, W_, Code
from doc_templates.findings import Level


@dataclass(frozen=True, slots=True)
class FormCode(Code):
    """One entry of the catalogue of form faults."""

    remedy: str = ""
    """What the maker of the form does about it, one Indonesian sentence."""
    refuses: bool = False
    """True where the file itself is dangerous or unreadable: no copy of it is handed back."""

    def fault(
        self,
        sentence: str,
        *,
        part: str = "",
        place: str = "",
        field: str = "",
        nearest: str = "",
        paragraph: int | None = None,
        level: Level | None = None,
        remedy: str = "",
    ) -> FormFault:
        """A fault of this code; the arguments are the fields of ``FormFault``."""
        return FormFault(
            code=self.name,
            sentence=sentence,
            remedy=remedy or self.remedy,
            level=level or self.levels[0],
            part=part,
            place=place,
            field=field,
            nearest=nearest,
            paragraph=paragraph,
        )


@dataclass(frozen=True, slots=True)
class FormFault:
    """One thing that is wrong with a form, with its place and its remedy."""

    code: str
    """Stable, such as ``W-FORM-FIELD``."""
    sentence: str
    """One Indonesian sentence: what is wrong."""
    remedy: str
    """One Indonesian sentence: what to do."""
    level: Level
    """``E`` keeps the form from being used; ``W`` must be seen by the person who publishes it."""
    part: str
    """Member of the package, such as ``word/document.xml``; empty for the whole file."""
    place: str
    """Where Word shows it, such as ``isi dokumen, tabel 2, baris 3, kolom 1, paragraf 1``."""
    field: str
    """The field as the form names it, such as ``langkh.kegiatan``; empty where there is none."""
    nearest: str
    """The nearest field that exists, such as ``langkah.kegiatan``; empty where none is near."""
    paragraph: int | None = None
    """Which ``w:p`` of the part, counted from 0 in the order of the file; None outside of text."""


FORM: Final = FormCode(
    "W-FORM",
    E_,
    "templat bukan DOCX yang dapat dibaca",
    remedy="Buka berkas di Word, lalu simpan ulang sebagai Dokumen Word (.docx).",
    refuses=True,
)
FORM_TAG: Final = FormCode(
    "W-FORM-TAG",
    E_,
    "tag pada templat tidak dapat dibaca",
    remedy="Perbaiki ejaan, kurung, dan letak tag itu.",
)
FORM_FIELD: Final = FormCode(
    "W-FORM-FIELD",
    (Level.ERROR, Level.WARNING),
    "templat meminta isian yang tidak ada; peringatan bila isian itu kadang ada",
    remedy="Pakai nama isian yang ada pada daftar isian jenis ini.",
)
FORM_UNUSED: Final = FormCode(
    "W-FORM-UNUSED",
    I_,
    "isian yang tidak dicetak oleh templat",
    remedy="Tambahkan tag untuk isian itu bila perlu dicetak.",
)
FORM_UNSAFE: Final = FormCode(
    "W-FORM-UNSAFE",
    E_,
    "templat memuat isi yang berjalan sendiri atau merujuk ke luar",
    remedy="Hapus bagian itu di Word, lalu simpan ulang sebagai .docx.",
    refuses=True,
)
FORM_LIMIT: Final = FormCode(
    "W-FORM-LIMIT",
    E_,
    "templat melampaui batas waktu, memori, atau keluaran ketika dicoba",
    remedy="Sederhanakan perulangan pada templat, atau kurangi isinya.",
)
FORM_FILL: Final = FormCode(
    "W-FORM-FILL",
    (Level.ERROR, *W_),
    "templat tidak dapat diisi dengan contoh data jenisnya",
    remedy="Sesuaikan tag dengan jenis isiannya.",
)
