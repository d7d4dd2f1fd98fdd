"""Fills and spoils forms as people and their programs do: with a spreadsheet, or in the ZIP."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from functools import cache
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from doc_templates.formulir.kembali import Kembali, baca_formulir
from doc_templates.formulir.susun import susun
from doc_templates.formulir.tulis import tulis
from tests.doc_templates.formulir.data import KE, UNIT, indeks

ISIAN: dict[tuple[str, str, str], Any] = {
    ("Kinerja", "I-1", "nilai"): "86,25",
    ("Kinerja", "I-1", "pendorong"): "Loket kedua dibuka.\nAntrean berkurang.",
    ("Kinerja", "I-1", "penghambat"): "Jaringan terputus dua kali.",
    ("Kinerja", "I-1", "bukti"): "B-1; B-9",
    ("Kinerja", "I-2", "nilai"): "0",
    ("Kinerja", "I-3", "nilai"): "BB",
    ("Kinerja", "I-4", "nilai"): "-1,5",
    ("Kinerja", "I-5", "nilai"): "belum tersedia",
    ("Anggaran", "1.01.01.2.01.0001", "keuangan"): "Rp5.750.000",
    ("Anggaran", "1.01.01.2.01.0001", "keluaran"): "3",
    ("Anggaran", "1.01.01.2.01.0002", "keuangan"): 9125000.5,
    ("Bukti", "+1", "kode"): "B-9",
    ("Bukti", "+1", "uraian"): "007 rekap layanan TW II",
    ("Bukti", "+1", "tanggal"): "5 Juli 2024",
}
"""A good form, filled."""


def kosong(unit: str = UNIT, ke: int = KE, data: Any = None) -> bytes:
    """The form as sent out."""
    return _kosong(unit, ke) if data is None else tulis(susun(indeks(data), unit, ke))


@cache
def _kosong(unit: str, ke: int) -> bytes:
    return tulis(susun(indeks(), unit, ke))


def buku(content: bytes) -> Workbook:
    return load_workbook(BytesIO(content), rich_text=True)


def disimpan(book: Workbook) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def sel(sheet: Worksheet, kunci: str, kolom: str) -> str:
    """The coordinate of an input, by the hidden keys."""
    column = next(cell.column for cell in sheet[1] if cell.value == kolom)
    row = next(cell.row for cell in sheet["A"] if cell.value == f":{kunci}")
    return sheet.cell(row, column).coordinate


def diisi(ubah: Callable[[Workbook], None] | None = None, *, content: bytes | None = None) -> bytes:
    """A form filled as in ``ISIAN``, then spoilt by ``ubah``."""
    book = buku(content or kosong())
    for (name, key, column), value in ISIAN.items():
        sheet = book[name]
        sheet[sel(sheet, key, column)] = value
    if ubah is not None:
        ubah(book)
    return disimpan(book)


def tulisi(name: str, key: str, column: str, value: Any, **sifat: Any) -> Callable[..., None]:
    """Types a value into one input; ``number_format`` and the like go to the cell."""

    def ubah(book: Workbook) -> None:
        cell = book[name][sel(book[name], key, column)]
        cell.value = value
        for attribute, each in sifat.items():
            setattr(cell, attribute, each)

    return ubah


def dalam_zip(content: bytes, ubah: Callable[[dict[str, bytes]], None]) -> bytes:
    """Changes the parts of a package."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        parts = {each: package.read(each) for each in package.namelist()}
    ubah(parts)
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return out.getvalue()


def ganti(content: bytes, part: str, pattern: str, new: str) -> bytes:
    """Replaces text in one part, and insists that it was there."""

    def ubah(parts: dict[str, bytes]) -> None:
        text, count = re.subn(pattern, new, parts[part].decode(), flags=re.DOTALL)
        assert count
        parts[part] = text.encode()

    return dalam_zip(content, ubah)


def dibaca(content: bytes, nama: str = "kembali.xlsx", **lain: Any) -> Kembali:
    data = lain.pop("data", None)
    return baca_formulir(nama, content, indeks(data), **lain)


def kode(kembali: Kembali) -> list[str]:
    return [each.code for each in kembali.temuan]


def seperti_excel(content: bytes) -> bytes:
    """The same file with its texts in one list, as Excel and LibreOffice save them."""
    texts: list[str] = []

    def pindahkan(match: re.Match[str]) -> str:
        texts.append(f"<si>{match[2]}</si>")
        return f'{match[1]}t="s"><v>{len(texts) - 1}</v></c>'

    def ubah(parts: dict[str, bytes]) -> None:
        for name in [each for each in parts if each.startswith("xl/worksheets/sheet")]:
            text = parts[name].decode()
            text = re.sub(
                r'(<c [^>]*)t="inlineStr"[^>]*><is>(.*?)</is></c>', pindahkan, text, flags=re.DOTALL
            )
            parts[name] = text.encode()
        space = "http://schemas.openxmlformats.org"
        parts["xl/sharedStrings.xml"] = (
            f'<sst xmlns="{space}/spreadsheetml/2006/main">{"".join(texts)}</sst>'.encode()
        )
        rels = "xl/_rels/workbook.xml.rels"
        link = (
            f'<Relationship Id="rIdT" Target="sharedStrings.xml" '
            f'Type="{space}/officeDocument/2006/relationships/sharedStrings"/></Relationships>'
        )
        parts[rels] = parts[rels].replace(b"</Relationships>", link.encode())

    result = dalam_zip(content, ubah)
    assert texts
    return result
