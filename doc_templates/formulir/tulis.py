"""Writes a form as XLSX: the same form always gives the same bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.properties import PageSetupProperties

from doc_templates.formulir.identitas import AWALAN
from doc_templates.formulir.kemasan import kemas
from doc_templates.formulir.lembar_isian import tulis_lembar
from doc_templates.formulir.lembar_tersembunyi import tulis_tersembunyi
from doc_templates.formulir.petunjuk import tulis_petunjuk
from doc_templates.formulir.tata import PETUNJUK, TERSEMBUNYI

if TYPE_CHECKING:
    from openpyxl.worksheet.header_footer import HeaderFooterItem
    from openpyxl.worksheet.worksheet import Worksheet

    from doc_templates.formulir.bentuk import Formulir

_PAPER: Final = {"A4": 9, "F4": 14}
"""Codes of ECMA-376 18.3.1.63; 14 is Folio, 8,5 × 13 inches, which offices call F4."""
_MARGIN: Final = 0.4
"""Inches."""


def tulis(formulir: Formulir) -> bytes:
    """The form as an XLSX file.

    Raises:
        FormUnwritable: a text of the data that no cell can hold.
    """
    book = Workbook()
    first = cast("Worksheet", book.active)
    first.title = PETUNJUK
    tulis_petunjuk(first, formulir)
    hidden = cast("Worksheet", book.create_sheet(TERSEMBUNYI))
    lists = tulis_tersembunyi(hidden, formulir)
    for at, each in enumerate(formulir.lembar, 1):
        sheet = cast("Worksheet", book.create_sheet(each.nama, at))
        tulis_lembar(sheet, each, formulir, lists)
    for sheet in book.worksheets:
        _protect(sheet)
        _page(sheet, formulir)
    # Only against slips of the hand: there is no password, so nothing secret is kept.
    book.security = WorkbookProtection(lockStructure=True)
    book.active = 1
    _describe(book, formulir)
    return kemas(book, tahun=formulir.identitas.tahun)


def _protect(sheet: Worksheet) -> None:
    sheet.protection.sheet = True
    # False allows it: columns and rows may be made wider to read.
    sheet.protection.formatColumns = False
    sheet.protection.formatRows = False


def _page(sheet: Worksheet, formulir: Formulir) -> None:
    portrait = sheet.title == PETUNJUK
    sheet.page_setup.orientation = "portrait" if portrait else "landscape"
    sheet.page_setup.paperSize = _PAPER[formulir.kertas]
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    for side in ("left", "right", "top"):
        setattr(sheet.page_margins, side, _MARGIN)
    sheet.page_margins.bottom, sheet.page_margins.footer = 0.8, 0.4
    sheet.print_options.horizontalCentered = not portrait
    identity = formulir.identitas
    unit = formulir.nama_unit.replace("&", "&&")
    footer = cast("HeaderFooterItem", sheet.oddFooter)
    footer.left.text = f"{unit} · {identity.nama_triwulan} · {sheet.title}"
    footer.right.text = "Halaman &P dari &N"
    for part in (footer.left, footer.right):
        part.size, part.font = 8, "Arial,Regular"


def _describe(book: Workbook, formulir: Formulir) -> None:
    identity = formulir.identitas
    book.properties.creator = "Lontar"
    book.properties.title = f"Formulir kinerja {formulir.nama_unit}, {identity.nama_triwulan}"
    book.properties.language = "id-ID"
    for name, value in identity.pasangan().items():
        # The published types do not know this list yet.
        book.custom_doc_props.append(  # type: ignore[attr-defined]
            StringProperty(name=f"{AWALAN}.{name}", value=value)
        )
