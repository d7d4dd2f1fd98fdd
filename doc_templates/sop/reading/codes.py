"""The codes that only the reading of an old SOP gives."""

from __future__ import annotations

from typing import Final

from doc_templates.codes import Code
from doc_templates.findings import Level

E_: Final = (Level.ERROR,)
W_: Final = (Level.WARNING,)
I_: Final = (Level.INFORMATION,)

LIST: Final = Code("W-LIST", I_, "daftar bernomor di dalam satu teks dipisah menjadi butir")
LIST_GUESSED: Final = Code(
    "W-LIST-GUESSED", I_, "daftar tanpa nomor dipisah menurut kata pembukanya"
)
HEADER_SPAN: Final = Code(
    "W-HEADER-SPAN", I_, "kepala tabel menaungi kolom yang berbeda dari baris kepala kedua"
)
LEFTOVER: Final = Code("W-IMPORT-LEFTOVER", W_, "kata naskah lama yang tidak mendapat tempat")
PLACED: Final = Code("W-IMPORT-PLACED", I_, "bagian naskah lama ditempatkan menurut dugaan")
PROFILE: Final = Code("W-IMPORT-PROFILE", I_, "profil dipilih menurut label naskah lama")
LABEL: Final = Code("W-IMPORT-LABEL", I_, "label naskah lama berbeda dari label profil")
SIGNATURE: Final = Code("W-IMPORT-SIGNATURE", I_, "baris tanda tangan dipisah menurut dugaan")
MARK: Final = Code("W-IMPORT-MARK", I_, "tanda di lajur dibaca sebagai pelaksana")
SHAPE: Final = Code("W-IMPORT-SHAPE", W_, "lambang gambar di lajur dibaca sebagai pelaksana")
ROW: Final = Code("W-IMPORT-ROW", W_, "baris tabel kegiatan digabung atau tidak bernomor")
NO_TABLE: Final = Code("W-IMPORT-NO-TABLE", E_, "tabel kegiatan tidak ditemukan")
ENCODING: Final = Code("W-IMPORT-ENCODING", W_, "naskah lama tidak tersimpan sebagai UTF-8")
CONTROL: Final = Code("W-IMPORT-CONTROL", W_, "huruf kendali dilepas dari teks")
REVISION: Final = Code(
    "W-IMPORT-REVISION", W_, "perubahan terlacak dibaca seolah-olah sudah diterima"
)
