"""What LibreOffice is asked for when it writes a PDF: PDF/A-2b and PDF/UA-1 in one export.

LibreOffice ignores options it does not know and still reports success, so the pipeline looks for
each of these properties in the output.
"""

from __future__ import annotations

import json
from typing import Final

WANTED: Final = {
    "SelectPdfVersion": ("long", "2"),  # PDF/A-2b
    "UseTaggedPDF": ("boolean", "true"),
    "PDFUACompliance": ("boolean", "true"),
    "ExportBookmarks": ("boolean", "true"),
    "DisplayPDFDocumentTitle": ("boolean", "true"),
}
EXPORT_OPTIONS: Final = json.dumps(
    {name: {"type": kind, "value": value} for name, (kind, value) in WANTED.items()},
    separators=(",", ":"),
)
"""The JSON that both LibreOfficeKit and ``soffice --convert-to`` take."""
