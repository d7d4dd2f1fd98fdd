"""What can be wrong with a form that an office draws: every code, and what to do about it.

A form is judged before it is used; all that is wrong with it is told at once, each fault with its
place in Word and its remedy. ``docs/forms.md`` and ``docs/findings.md`` list the codes.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
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


_ERROR_OR_WARNING: Final = (Level.ERROR, Level.WARNING)

FORM: Final = FormCode(
    "W-FORM",
    E_,
    "templat bukan DOCX yang dapat dibaca",
    "Buka berkas di Word, lalu simpan ulang sebagai Dokumen Word (.docx).",
    refuses=True,
)
FORM_LOCKED: Final = FormCode(
    "W-FORM-LOCKED",
    E_,
    "templat terkunci kata sandi",
    "Hapus kata sandinya di Word (Berkas, Info, Proteksi Dokumen), lalu simpan ulang.",
    refuses=True,
)
FORM_BOMB: Final = FormCode(
    "W-FORM-BOMB",
    E_,
    "templat mengembang tidak wajar ketika dibuka",
    "Susun ulang templat dalam dokumen baru; berkas ini tidak dibuat oleh Word.",
    refuses=True,
)
FORM_MEMBER: Final = FormCode(
    "W-FORM-MEMBER",
    E_,
    "paket templat memuat bagian yang tidak wajar",
    "Susun ulang templat dalam dokumen baru; berkas ini tidak dibuat oleh Word.",
    refuses=True,
)
FORM_XML: Final = FormCode(
    "W-FORM-XML",
    E_,
    "bagian templat bukan XML yang boleh dibaca",
    "Buka berkas di Word, lalu simpan ulang sebagai Dokumen Word (.docx).",
    refuses=True,
)
FORM_STRICT: Final = FormCode(
    "W-FORM-STRICT",
    E_,
    "templat disimpan sebagai Strict Open XML",
    "Simpan ulang dengan jenis “Dokumen Word (.docx)”, bukan “Strict Open XML”.",
    refuses=True,
)
FORM_MACRO: Final = FormCode(
    "W-FORM-MACRO",
    E_,
    "templat memuat makro atau perluasan yang berjalan sendiri",
    "Simpan ulang dengan jenis “Dokumen Word (.docx)”, yang tidak membawa makro.",
    refuses=True,
)
FORM_OBJECT: Final = FormCode(
    "W-FORM-OBJECT",
    E_,
    "templat memuat objek OLE, kontrol ActiveX, atau berkas sisipan",
    "Hapus objek itu; bila hanya gambarnya yang perlu, tempel sebagai gambar PNG.",
    refuses=True,
)
FORM_INSERTED: Final = FormCode(
    "W-FORM-INSERTED",
    E_,
    "templat menyisipkan dokumen lain ketika dibuka",
    "Salin isi dokumen itu ke dalam templat.",
    refuses=True,
)
FORM_OUTSIDE: Final = FormCode(
    "W-FORM-OUTSIDE",
    E_,
    "templat merujuk ke luar dirinya",
    "Sisipkan gambar atau isinya ke dalam templat, dan putuskan tautannya.",
    refuses=True,
)
FORM_SOURCE: Final = FormCode(
    "W-FORM-SOURCE",
    E_,
    "templat tersambung ke sumber data lain",
    "Putuskan sambungannya di Word, lalu pakai tag isian sebagai gantinya.",
    refuses=True,
)
FORM_BOUND: Final = FormCode(
    "W-FORM-BOUND",
    E_,
    "kontrol isi terikat pada data lain, sehingga isinya dapat berubah sendiri",
    "Klik kanan kontrol itu di Word, pilih Hapus Kontrol Isi; tulisannya tetap ada.",
)
FORM_ACTIVE_FIELD: Final = FormCode(
    "W-FORM-ACTIVE-FIELD",
    E_,
    "bidang Word yang mengambil atau menjalankan sesuatu",
    "Hapus bidang itu (Alt+F9 memperlihatkannya di Word).",
    refuses=True,
)
FORM_WORD_FIELD: Final = FormCode(
    "W-FORM-WORD-FIELD",
    E_,
    "bidang Word yang isinya berubah sendiri atau tidak diisi Lontar",
    "Ganti bidang itu (Alt+F9 memperlihatkannya) dengan tag isian, atau ketik isinya.",
)
FORM_OWN_FONT: Final = FormCode(
    "W-FORM-OWN-FONT",
    E_,
    "templat membawa fonta sendiri",
    "Matikan “Sematkan fonta dalam file” pada Opsi, Simpan, lalu simpan ulang.",
    refuses=True,
)
FORM_SIGNED: Final = FormCode(
    "W-FORM-SIGNED",
    E_,
    "templat ditandatangani secara digital",
    "Hapus tanda tangan digitalnya; yang ditandatangani adalah naskahnya, bukan templatnya.",
    refuses=True,
)
FORM_PICTURE: Final = FormCode(
    "W-FORM-PICTURE",
    E_,
    "gambar pada templat bukan PNG, JPEG, GIF, atau BMP yang wajar",
    "Simpan gambar itu sebagai PNG atau JPEG, lalu sisipkan kembali.",
    refuses=True,
)
FORM_TAG: Final = FormCode(
    "W-FORM-TAG",
    E_,
    "tag pada templat tidak dapat dibaca",
    "Perbaiki ejaan, kurung, dan letak tag itu.",
)
FORM_FIELD: Final = FormCode(
    "W-FORM-FIELD",
    _ERROR_OR_WARNING,
    "templat meminta isian yang tidak ada; peringatan bila isian itu kadang ada",
    "Pakai nama isian yang ada pada daftar isian jenis ini.",
)
FORM_UNUSED: Final = FormCode(
    "W-FORM-UNUSED",
    I_,
    "isian yang tidak dicetak oleh templat",
    "Tambahkan tag untuk isian itu bila perlu dicetak.",
)
FORM_LOST: Final = FormCode(
    "W-FORM-LOST",
    W_,
    "tulisan yang hilang bersama baris, sel, atau paragraf tagnya",
    "Pindahkan tulisan itu ke baris, sel, atau paragraf lain.",
)
FORM_LIMIT: Final = FormCode(
    "W-FORM-LIMIT",
    E_,
    "templat melampaui batas waktu, memori, atau keluaran ketika dicoba",
    "Sederhanakan perulangan pada templat, atau kurangi isinya.",
)
FORM_FILL: Final = FormCode(
    "W-FORM-FILL",
    E_,
    "templat tidak dapat diisi dengan contoh data jenisnya",
    "Sesuaikan tag dengan jenis isiannya.",
)
FORM_ARRANGE: Final = FormCode(
    "W-FORM-ARRANGE",
    E_,
    "templat tidak bersusunan seperti yang diperlukan jenisnya",
    "Mulailah dari templat bawaan jenis ini; pertahankan urutan tabel dan penanda bukunya.",
)
FORM_STYLE: Final = FormCode(
    "W-FORM-STYLE",
    E_,
    "gaya (style) yang dipakai jenisnya untuk menyusun dokumen tidak ada",
    "Mulailah dari templat bawaan jenis ini; gayanya boleh diubah rupanya, jangan dihapus.",
)
FORM_SIGNATURE: Final = FormCode(
    "W-FORM-SIGNATURE",
    _ERROR_OR_WARNING,
    "tempat tanda tangan tidak ada, berganda, atau tidak dikenal",
    "Salin gambar tanda tangan dari templat bawaan; teks alternatifnya “ttd:” dan perannya.",
)
FORM_NUMBER: Final = FormCode(
    "W-FORM-NUMBER",
    W_,
    "nomor naskah tidak tercetak oleh templat",
    "Tambahkan tag isian nomor seperti pada templat bawaan.",
)
FORM_TEXT: Final = FormCode(
    "W-FORM-TEXT",
    E_,
    "tulisan wajib (judul, nama penanda tangan) tidak tercetak oleh templat",
    "Tambahkan tag isian yang mencetaknya seperti pada templat bawaan.",
)
FORM_FONT: Final = FormCode(
    "W-FORM-FONT",
    E_,
    "huruf di luar daftar",
    "Ganti dengan Arial, Times New Roman, Calibri, Cambria, atau Bookman Old Style.",
)
FORM_STRIP: Final = FormCode(
    "W-FORM-STRIP",
    E_,
    "jalur 15 mm di kaki halaman untuk kode verifikasi tidak kosong",
    "Beri margin bawah paling sedikit 15 mm, dan kaki halaman berjarak 15 mm dari tepi kertas.",
)
FORM_CHANGES: Final = FormCode(
    "W-FORM-CHANGES",
    E_,
    "perubahan terlacak yang belum diterima atau ditolak",
    "Terima atau tolak semua perubahan (Tinjau, Terima Semua Perubahan), lalu simpan ulang.",
)
FORM_ALTERNATIVE: Final = FormCode(
    "W-FORM-ALTERNATIVE",
    W_,
    "gambar tanpa teks alternatif bagi pembaca layar",
    "Beri teks alternatif (klik kanan gambar, Lihat Teks Alternatif), atau tandai dekoratif.",
)
FORM_FAILED: Final = FormCode(
    "W-FORM-FAILED",
    E_,
    "penilaian templat gagal di luar dugaan",
    "Sampaikan berkas ini dan kalimat ini kepada pengelola Lontar.",
)
FORM_MORE: Final = FormCode(
    "W-FORM-MORE",
    E_,
    "kesalahan lebih banyak daripada yang disebut satu per satu",
    "Perbaiki yang tersebut dahulu, lalu unggah kembali.",
)


@cache
def refusing() -> frozenset[str]:
    """Names of the codes after which no copy of the file is handed back."""
    every = (each for each in globals().values() if isinstance(each, FormCode))
    return frozenset(each.name for each in every if each.refuses)
