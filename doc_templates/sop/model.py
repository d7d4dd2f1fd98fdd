"""What an SOP says: an identity sheet and the steps, each text exactly as the office typed it.

Nearly everything may be absent, because the SOPs of real offices are so. Three states are kept
apart everywhere: ``None`` is a row that is not there, ``""`` a row that is blank, and ``"-"`` an
answer.
"""

from __future__ import annotations

from typing import Final, Literal

from pydantic import Field, field_validator, model_validator

from doc_templates.kind import Penomoran, Verbatim
from doc_templates.kop import Kop
from doc_templates.pejabat import Pejabat  # noqa: TC001 - pydantic reads it at run time
from doc_templates.penerimaan import Penerimaan  # noqa: TC001 - pydantic reads it at run time
from doc_templates.sop.keputusan import Keputusan  # noqa: TC001 - pydantic reads it at run time
from doc_templates.sop.profiles import Arah, Kertas, Letak, profile, profile_names

Bentuk = Literal["terminator", "proses", "keputusan"]
MOST_LANES: Final = 12
"""Lanes that still hold a symbol and its arrows on the widest paper."""

Peran = Literal["melakukan", "menerima", "menyetujui", "mengetahui", "tidak_diketahui"]


class Sampul(Verbatim):
    """What stands before the identity sheet: a cover page or lines over the grid (profile)."""

    atas: tuple[str, ...] = Field(default=(), description="Baris instansi di atas judul")
    judul: tuple[str, ...] = Field(default=(), description="Judul, per baris")
    tahun: str | None = Field(default=None, description="Misalnya TAHUN 2023")
    bawah: tuple[str, ...] = Field(default=(), description="Baris instansi di bawah judul")


class Panel(Verbatim):
    """One of the six panels of the identity sheet."""

    butir: tuple[str, ...] = Field(default=(), description="Isi panel, satu teks per butir")
    bernomor: bool = Field(default=True, description="Cetak 1., 2., … di depan butir")


class Lajur(Verbatim):
    """A lane of the flowchart. Its id tells lanes apart: two may bear the same name."""

    id: str
    nama: str = Field(description="Kepala lajur, persis seperti dicetak")


class Pelaksana(Verbatim):
    """Who acts in a step, and how."""

    lajur: str = Field(description="id lajur")
    peran: Peran = "melakukan"


class MutuBaku(Verbatim):
    """The quality standard of a step."""

    kelengkapan: str | None = None
    waktu: str | None = None
    output: str | None = None


class Langkah(Verbatim):
    """One row of the activity sheet."""

    nomor: str = Field(description="Persis seperti dicetak, misalnya 1 atau 1.")
    uraian: str
    pelaksana: tuple[Pelaksana, ...] = Field(
        default=(), description="Kosong berarti belum ditetapkan"
    )
    bentuk: Bentuk = "proses"
    lanjut: str | None = Field(
        default=None,
        description="Nomor langkah berikut, bila bukan yang di bawahnya; “selesai” bila berakhir",
    )
    ya: str | None = Field(default=None, description="Nomor langkah sesudah jawaban Ya")
    tidak: str | None = Field(default=None, description="Nomor langkah sesudah jawaban Tidak")
    label_ya: str = Field(default="Ya", max_length=20, description="Jawaban pertama, bila lain")
    label_tidak: str = Field(default="Tidak", max_length=20, description="Jawaban kedua, bila lain")
    mutu_baku: MutuBaku = MutuBaku()
    keterangan: str | None = None

    @property
    def kunci(self) -> str:
        """The number without the full stop, by which other steps point here."""
        return step_key(self.nomor)


class Pengesahan(Verbatim):
    """Who signs, and where on the paper."""

    pejabat: Pejabat
    letak: Letak | None = Field(
        default=None,
        description="Di lembar identitas, atau penutup di bawah tabel kegiatan; bila tidak "
        "disebut, menurut profil",
    )
    tempat_tanggal: str | None = Field(default=None, description="Misalnya Kudus, 2 Maret 2020")
    baris_atas: str | None = Field(default=None, description="Baris di atas jabatan, bila ada")


class Asal(Verbatim):
    """The old file that the data were read from."""

    berkas: str = Field(description="Nama berkas lama")
    sha256: str = Field(description="Sidik jari isi berkas lama, heksadesimal")


class Sop(Verbatim):
    """The data of one SOP."""

    profil: str = Field(default="baku", description="Bentuk naskah: nama berkas di profiles/")
    kertas: Kertas | None = Field(default=None, description="Menggantikan kertas dari profil")
    arah: Arah | None = Field(default=None, description="Menggantikan arah kertas dari profil")
    sampul: Sampul | None = None
    keputusan: Keputusan | None = Field(
        default=None, description="Keputusan penetapan SOP, dicetak di depan lembar identitas"
    )
    kop: Kop = Kop()
    unit: str | None = Field(default=None, description="Unit penyusun di panel kiri atas")

    nomor: str | None = None
    penomoran: Penomoran | None = None
    tanggal_pembuatan: str | None = None
    tanggal_revisi: str | None = None
    tanggal_efektif: str | None = None
    disahkan_oleh: str | None = Field(
        default=None, description="Teks baris Disahkan oleh bila tanda tangan ada di penutup"
    )
    nama_sop: str | None = None
    pengesahan: Pengesahan | None = None

    dasar_hukum: Panel | None = None
    kualifikasi: Panel | None = None
    keterkaitan: Panel | None = None
    peralatan: Panel | None = None
    peringatan: Panel | None = None
    pencatatan: Panel | None = None

    judul_tabel: str | None = None
    lajur: tuple[Lajur, ...] = ()
    kegiatan: tuple[Langkah, ...] = ()

    asal: Asal | None = None
    penerimaan: tuple[Penerimaan, ...] = Field(
        default=(), description="Usulan yang telah diterima, tidak dicetak"
    )

    @property
    def letak_pengesahan(self) -> Letak | None:
        """Where the head signs: as the data say, else as the office does; None if nobody does."""
        if self.pengesahan is None:
            return None
        return self.pengesahan.letak or profile(self.profil).letak_pengesahan

    @field_validator("profil")
    @classmethod
    def _known_profile(cls, name: str) -> str:
        if name not in profile_names():
            known = ", ".join(profile_names())
            raise ValueError(f"profil “{name}” tidak dikenal; yang tersedia: {known}")
        return name

    @model_validator(mode="after")
    def _lanes_exist(self) -> Sop:
        if len(self.lajur) > MOST_LANES:
            raise ValueError(
                f"{len(self.lajur)} lajur tidak muat di kertas mana pun; paling banyak "
                f"{MOST_LANES}, gabungkan pelaksana atau pecah SOP ini"
            )
        ids = [lane.id for lane in self.lajur]
        if len(set(ids)) != len(ids):
            raise ValueError("ada dua lajur dengan id yang sama; beri id yang berbeda")
        for step in self.kegiatan:
            for performer in step.pelaksana:
                if performer.lajur not in ids:
                    raise ValueError(
                        f"langkah {step.nomor} menunjuk lajur “{performer.lajur}” yang tidak ada; "
                        f"yang tersedia: {', '.join(ids) or 'belum ada'}"
                    )
        return self


def step_key(nomor: str) -> str:
    """A step's number as other steps name it: ``1.`` and ``1`` are the same."""
    return nomor.strip().removesuffix(".").strip()
