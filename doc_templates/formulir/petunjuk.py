"""The sheet Petunjuk: how to fill the form, in the words of an office."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Final

from openpyxl.styles import Protection

from doc_templates.formulir import gaya

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from doc_templates.formulir.bentuk import Formulir

LANGKAH: Final = tuple(
    """\
Isilah hanya sel berwarna kuning muda. Sel lain terkunci; bila ada yang keliru di sana, sampaikan \
kepada pengelola data, jangan diubah.
Isilah realisasi triwulan ini saja, bukan jumlah sejak awal tahun.
Angka 0 adalah nilai. Sel kosong berarti belum diisi. Bila memang tidak ada nilainya, pilih “tidak \
berlaku” atau “belum tersedia” dari daftar pada sel itu.
Isilah sebab: faktor pendorong bila tercapai, faktor penghambat bila tidak, lalu tindak lanjutnya.
Catat bukti dukung pada lembar Bukti, satu baris satu berkas, lalu tulis kodenya di kolom Kode \
bukti pada lembar Kinerja; beberapa kode dipisah titik koma (;).
Ketiklah nilai, bukan rumus. Bila menyalin dari berkas lain, pakailah Tempel Nilai saja.
Jangan menambah, menghapus, menggabung, atau memindah baris, kolom, dan lembar.
Simpan tetap sebagai .xlsx tanpa kata sandi, lalu kirimkan kembali sebelum batas waktu.\
""".splitlines()
)
CONTOH: Final = (
    ("Angka dengan pecahan", "85,5", "koma sebagai tanda pecahan"),
    ("Bilangan bulat", "1234", "tanpa tanda ribuan"),
    ("Uang", "Rp1.234.567 atau 1234567", "dalam rupiah penuh, bukan ribuan"),
    ("Tanggal bukti", "5 April 2024", "hari, nama bulan, tahun"),
    ("Predikat", "pilih dari daftar", "misalnya WTP, BB, Informatif"),
)
_LINE: Final = 136
"""Characters that fit on one line of the three columns together."""
_HEIGHT: Final = 14.5


def tulis_petunjuk(sheet: Worksheet, formulir: Formulir) -> None:
    """Write the instructions onto an empty sheet."""
    for letter, width in zip("ABCD", (4, 26, 36, 58), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet["B2"] = "PETUNJUK PENGISIAN FORMULIR KINERJA"
    gaya.judul(sheet["B2"])
    sheet.row_dimensions[2].height = 24
    row = _facts(sheet, formulir, 4) + 1
    row = _steps(sheet, row) + 1
    _examples(sheet, row)


def _facts(sheet: Worksheet, formulir: Formulir, row: int) -> int:
    identity = formulir.identitas
    period = identity.nama_triwulan
    pairs = (
        ("Perangkat daerah", " · ".join(filter(None, (identity.kantor, identity.pemerintah)))),
        ("Unit kerja", f"{formulir.nama_unit} ({identity.unit})"),
        ("Periode", period[:1].upper() + period[1:]),
        ("Batas waktu", formulir.batas_waktu.teks),
    )
    for name, value in pairs:
        sheet.cell(row, 2, name)
        gaya.keterangan(sheet.cell(row, 2))
        sheet.cell(row, 3, value).data_type = "s"
        gaya.keterangan(sheet.cell(row, 3), tebal=True)
        row += 1
    return row


def _steps(sheet: Worksheet, row: int) -> int:
    gaya.judul(sheet.cell(row, 2, "Cara mengisi"), ukuran=11)
    row += 1
    for number, text in enumerate(LANGKAH, 1):
        sheet.cell(row, 1, f"{number}.")
        gaya.keterangan(sheet.cell(row, 1))
        sheet.merge_cells(start_row=row, end_row=row, start_column=2, end_column=4)
        gaya.alinea(sheet.cell(row, 2, text))
        # A merged cell never grows by itself, so its lines are counted.
        sheet.row_dimensions[row].height = _HEIGHT * len(wrap(text, _LINE))
        row += 1
    return row


def _examples(sheet: Worksheet, row: int) -> None:
    gaya.judul(sheet.cell(row, 2, "Cara menulis"), ukuran=11)
    row += 1
    for column, head in enumerate(("Isi", "Contoh", "Keterangan"), 2):
        gaya.kepala(sheet.cell(row, column, head), isian=False)
    for name, example, remark in CONTOH:
        row += 1
        gaya.terkunci(sheet.cell(row, 2, name), "kiri")
        gaya.isian(sheet.cell(row, 3, example), "kiri")
        sheet.cell(row, 3).protection = Protection(locked=True)
        gaya.terkunci(sheet.cell(row, 4, remark), "kiri")
