"""What the reports on a performance data set share: their model, words and place in the archive.

A report holds the whole data set as it was when it was asked for, so that what is issued can be
read, checked and made again from itself alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pydantic import Field

from doc_templates.kind import Description, Penomoran, Signatory, Verbatim
from doc_templates.kinerja.model import DataKinerja  # noqa: TC001 - Pydantic reads it
from doc_templates.kinerja.pejabat import pejabat_pada
from doc_templates.kinerja.tabel import Pilihan, puncak
from doc_templates.nomor import classification_of
from doc_templates.pejabat import Pejabat, is_kepala_daerah
from doc_templates.tanggal import read_date

if TYPE_CHECKING:
    from doc_templates.kind import Printing
    from doc_templates.kinerja.index import Index
    from doc_templates.kinerja.model import Unit

TITIK: Final = "…" * 15
"""Where a hand will write: a name, a number."""
_TITIK_TANGGAL: Final = "…" * 8
_TITIK_NIP: Final = "…" * 12


class Laporan(Verbatim):
    """A report: a data set and a selection of it."""

    data: DataKinerja = Field(description="Data kinerja, atau {“berkas”: jalur berkasnya}")
    unit: str | None = Field(
        default=None, description="Kode unit; kosong untuk seluruh perangkat daerah"
    )
    nomor: str | None = Field(default=None, description="Nomor naskah, persis seperti dicetak")
    penomoran: Penomoran | None = Field(
        default=None, description="Cara buku agenda memberi nomor bila nomor belum ada"
    )
    tanggal: str | None = Field(
        default=None, description="Tanggal naskah; kosong: tanggal_laporan pada data"
    )
    pengantar: tuple[str, ...] = Field(
        default=(), description="Pengganti alinea pembuka baku, persis seperti dicetak"
    )

    @property
    def nomor_sendiri(self) -> str | None:
        """The number that it already bears, verbatim; blank counts as none."""
        return self.nomor if self.nomor and self.nomor.strip() else None

    @property
    def tanggal_naskah(self) -> str | None:
        """The date that it bears."""
        return self.tanggal

    @property
    def pilihan(self) -> Pilihan:
        """What of the data it prints."""
        return Pilihan(unit=self.unit)


def unit_of(laporan: Laporan, index: Index) -> Unit | None:
    """The unit that reports: the one chosen, else the office itself."""
    return index.unit_of(laporan.unit) if laporan.unit else puncak(index)


def penanda_tangan(laporan: Laporan, index: Index) -> Pejabat:
    """The head of that unit on the report's day; without a name where nobody is known."""
    unit = unit_of(laporan, index)
    found = pejabat_pada(laporan.data, unit.kode, laporan.tanggal_naskah) if unit else None
    return found or Pejabat(jabatan=f"Kepala {unit.nama}" if unit else "Pimpinan")


def kantor(laporan: Laporan, index: Index) -> str:
    """Whose report it is, as its title says it."""
    unit = unit_of(laporan, index)
    own = unit.nama if unit else laporan.data.kop.nama_instansi
    whole = puncak(index)
    return own if not laporan.unit or whole is None or unit is whole else f"{own} {whole.nama}"


def konteks(laporan: Laporan, index: Index, printing: Printing, *, judul: str) -> dict[str, Any]:
    """What the forms of all reports ask for.

    Args:
        laporan: the report.
        index: its data, looked up.
        printing: number of this print.
        judul: subject, for the document's properties.
    """
    letterhead = laporan.data.kop
    return {
        "judul_dokumen": judul,
        "kop": {
            "pemerintah": letterhead.pemerintah or "",
            "instansi": list(letterhead.instansi),
            "alamat": [each for each in (letterhead.alamat, *letterhead.kontak) if each],
        },
        "nomor": printing.number or laporan.nomor_sendiri or TITIK,
        "penanda": blok_tanda(
            penanda_tangan(laporan, index),
            laporan.data.tempat,
            laporan.tanggal_naskah,
            laporan.data.tahun,
        ),
    }


def blok_tanda(pejabat: Pejabat, tempat: str, tanggal: str | None, tahun: int) -> dict[str, str]:
    """A signature block; heads of region have neither pangkat nor a line for the NIP."""
    nip = pejabat.nip or ("" if is_kepala_daerah(pejabat.jabatan) else _TITIK_NIP)
    return {
        "tempat_tanggal": f"{tempat}, {tanggal or f'{_TITIK_TANGGAL} {tahun}'}",
        "sebutan": pejabat.sebutan,
        "nama": pejabat.nama or "",
        "titik": "" if pejabat.nama else TITIK,
        "pangkat": pejabat.pangkat or "",
        "nip": f"NIP {nip}" if nip else "",
    }


def uraian(
    laporan: Laporan,
    *,
    judul: str,
    tanda: tuple[tuple[str, Pejabat], ...],
    tampak: tuple[str, ...],
) -> Description:
    """The report in the words of the archive.

    Args:
        laporan: the report.
        judul: subject.
        tanda: role and official of each who signs, in the order of the marks.
        tampak: texts that must be seen on the pages, beside the names.
    """
    date = read_date(laporan.tanggal_naskah or "")
    own, numbering = laporan.nomor_sendiri, laporan.penomoran
    names = tuple(who.nama for _, who in tanda if who.nama and who.nama.strip())
    return Description(
        title=judul,
        office=laporan.data.kop.nama_instansi,
        year=laporan.data.tahun,
        register=laporan.data.kop.buku,
        number=own,
        numbering=numbering,
        date=date.iso if date else None,
        classification=classification_of(own)
        if own
        else numbering.klasifikasi
        if numbering
        else None,
        signatories=tuple(
            Signatory(role, ", ".join(filter(None, (who.sebutan, who.nama)))) for role, who in tanda
        ),
        must_show=(*tampak, *names),
    )


def penomoran_of(data: DataKinerja, klasifikasi: str) -> dict[str, Any]:
    """The entry ``penomoran`` of a derived document; nothing where the office gave no code.

    Args:
        data: its data set.
        klasifikasi: archive classification of its kind, by Permendagri 83/2022.
    """
    if not data.kode_penomoran.strip():
        return {}
    return {"penomoran": {"klasifikasi": klasifikasi, "unit": data.kode_penomoran}}


def data_baru(laporan: Laporan, data: DataKinerja) -> bool:
    """True where newer data are of the report's own office and year."""
    old = laporan.data
    return (old.kop.buku, old.tahun) == (data.kop.buku, data.tahun)
