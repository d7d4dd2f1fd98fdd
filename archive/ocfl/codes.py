"""The specification's codes, as data: what each one says to a person.

E is a MUST that is broken and makes an object invalid, W a SHOULD. L is ours: what only the
index beside the storage can know.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

SENTENCES: Final = {
    "E001": "folder objek memuat sesuatu yang tidak diatur OCFL",
    "E003": "folder objek harus memuat tepat satu berkas pernyataan versi",
    "E004": "nama berkas pernyataan versi keliru",
    "E007": "isi berkas pernyataan versi tidak sama dengan namanya",
    "E008": "objek tidak memuat satu versi pun",
    "E009": "urutan versi tidak dimulai dari 1",
    "E010": "urutan versi berlubang",
    "E011": "nama versi berawalan nol tidak taat asas",
    "E012": "nama folder versi tidak seragam",
    "E013": "versi baru tidak mengikuti cara penamaan versi pertama",
    "E015": "folder versi memuat berkas selain inventaris dan sidiknya",
    "E016": "versi yang memiliki berkas harus memuat folder isi",
    "E017": "nama folder isi memuat garis miring",
    "E018": "nama folder isi tidak boleh berupa titik",
    "E019": "folder isi harus ditetapkan sejak versi pertama dan tidak berubah",
    "E023": "berkas tidak tercatat dalam inventaris",
    "E024": "folder isi memuat folder kosong",
    "E025": "algoritme sidik bukan sha512 atau sha256, atau bentuk sidik keliru",
    "E033": "inventaris bukan JSON yang taat struktur",
    "E036": "inventaris tidak memuat kunci wajib",
    "E037": "pengenal objek tidak sah atau berubah antarversi",
    "E038": "jenis inventaris tidak cocok dengan pernyataan versi",
    "E040": "kepala inventaris bukan versi tertinggi",
    "E041": "inventaris tidak memuat manifest atau daftar versi",
    "E042": "jalur isi berada di luar folder versi atau folder isi",
    "E044": "inventaris tidak memuat daftar versi yang benar",
    "E046": "daftar versi tidak cocok dengan folder versi",
    "E047": "uraian versi bukan objek JSON",
    "E048": "uraian versi tidak memuat kunci wajib",
    "E049": "waktu pembuatan versi tidak menurut RFC 3339",
    "E050": "keadaan versi menunjuk sidik yang tidak ada dalam manifest",
    "E051": "daftar jalur logis keliru",
    "E052": "jalur logis memuat unsur titik atau unsur kosong",
    "E053": "jalur logis diawali atau diakhiri garis miring",
    "E054": "uraian pengguna tidak memuat nama",
    "E056": "algoritme sidik tambahan tidak dikenal",
    "E057": "daftar sidik tambahan keliru",
    "E058": "inventaris tidak disertai berkas sidiknya",
    "E060": "sidik inventaris tidak cocok dengan isinya",
    "E061": "bentuk berkas sidik inventaris keliru",
    "E063": "objek tidak memuat inventaris",
    "E064": "inventaris objek berbeda dari inventaris versi terbaru",
    "E066": "inventaris lama menggambarkan keadaan yang berbeda",
    "E067": "folder extensions memuat selain subfolder",
    "E069": "ruang simpan tidak memuat berkas pernyataan versi",
    "E070": "ocfl_layout.json tidak memuat kunci wajib",
    "E071": "susunan ruang simpan bukan susunan terdaftar yang dikenal",
    "E072": "ruang simpan memuat berkas di luar objek",
    "E073": "ruang simpan memuat folder kosong",
    "E080": "isi berkas pernyataan ruang simpan tidak sama dengan namanya",
    "E081": "objek menyatakan versi OCFL yang lebih baru daripada ruang simpannya",
    "E083": "objek tidak berada pada tempat yang ditetapkan pengenalnya",
    "E090": "tautan tidak boleh dipakai di dalam ruang simpan",
    "E092": "isi berkas tidak cocok dengan sidiknya, atau berkas hilang",
    "E093": "isi berkas tidak cocok dengan sidik tambahannya",
    "E094": "pesan versi bukan teks",
    "E095": "jalur logis ganda atau saling bertabrakan",
    "E096": "sidik tercatat ganda dalam manifest",
    "E097": "sidik tercatat ganda dalam daftar sidik tambahan",
    "E099": "jalur isi memuat unsur titik atau unsur kosong",
    "E100": "jalur isi diawali atau diakhiri garis miring",
    "E101": "jalur isi ganda atau saling bertabrakan",
    "E102": "inventaris memuat kunci yang tidak dikenal",
    "E103": "versi OCFL suatu versi lebih tua daripada versi sebelumnya",
    "E106": "manifest bukan objek JSON",
    "E107": "manifest memuat sidik yang tidak dipakai versi mana pun",
    "E110": "pengenal objek berubah antarversi",
    "E111": "daftar sidik tambahan bukan objek JSON",
    "E112": "folder extensions ruang simpan memuat selain subfolder",
    "W001": "nama folder versi sebaiknya tanpa nol di depan",
    "W002": "folder versi sebaiknya tidak memuat folder lain",
    "W003": "versi tanpa berkas baru sebaiknya tidak memuat folder isi",
    "W004": "sidik sebaiknya memakai sha512",
    "W005": "pengenal objek sebaiknya berupa URI",
    "W007": "uraian versi sebaiknya memuat pesan dan pengguna",
    "W008": "uraian pengguna sebaiknya memuat alamat",
    "W009": "alamat pengguna sebaiknya berupa URI",
    "W010": "folder versi sebaiknya memuat inventaris",
    "W011": "uraian versi berbeda antara inventaris lama dan baru",
    "W013": "folder extensions sebaiknya memakai nama terdaftar",
    "W016": "folder extensions ruang simpan sebaiknya memakai nama terdaftar",
    "L001": "dokumen tercatat dalam indeks tetapi tidak ada dalam ruang simpan",
    "L002": "versi ada dalam ruang simpan tetapi tidak tercatat dalam indeks",
    "L003": "inventaris versi berbeda dari yang tercatat saat penyimpanan",
    "L004": "objek bukan dokumen arsip ini atau catatannya tidak terbaca",
    "L005": "indeks mencatat versi yang tidak ada dalam ruang simpan",
    "L006": "keterangan dalam indeks berbeda dari ruang simpan; jalankan `lontar rebuild`",
}
"""Code → what is wrong, in Indonesian, without the place."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is not as it must or should be."""

    code: str
    """Of the specification (E…, W…) or ours (L…)."""
    where: str
    """Path or version that it was found at, relative to the object or storage root."""
    detail: str = ""
    """The value or file it is about."""

    @property
    def is_error(self) -> bool:
        """False where only a SHOULD of the specification is not followed."""
        return not self.code.startswith("W")

    @property
    def sentence(self) -> str:
        """What is wrong, in Indonesian, with the place."""
        what = SENTENCES[self.code]
        place = f" di {self.where}" if self.where else ""
        detail = f" ({self.detail})" if self.detail else ""
        return f"{what[0].upper()}{what[1:]}{place}{detail}."
