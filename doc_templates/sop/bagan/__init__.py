"""The flowchart of an SOP: from data and paper to geometry, and from geometry to shapes of Word.

``kerangka_of`` and ``lembar_of`` are pure and know no DOCX. The data's path:

    model + profile + type area
      → isi, kolom, teks     columns and rows, measured with the real letters
      → kerangka             the frame that all pages share
      → halaman              which rows stand on which page
          → penempatan       symbols in their cells, connectors in their strips
          → rute             arrows, each on the best way left (pola: ways, kisi: lines)
      → lembar (bentuk)      geometry, tested and read back from the PDF
      → gambar, tabel        shapes and rows of the DOCX
      → svg                  the same on a screen
"""

from __future__ import annotations

from doc_templates.sop.bagan.halaman import lembar_of
from doc_templates.sop.bagan.kerangka import kerangka_of

__all__ = ["kerangka_of", "lembar_of"]
