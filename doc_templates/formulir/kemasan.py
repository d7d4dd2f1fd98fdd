"""The ZIP around a workbook: no clock in it, so that equal forms are equal byte for byte."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from openpyxl import Workbook

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP can name."""
_FIRST: Final = "[Content_Types].xml"
_CORE: Final = "docProps/core.xml"
_TIME: Final = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_LAYOUT: Final = "xl/worksheets/"
_END: Final = re.compile(rb"(?=<legacyDrawing|<drawing|</worksheet>)")
_FIXED_HEIGHT: Final = re.compile(rb' customHeight="1"')
"""Without it a row grows when more is typed into it, as its first height is only ours."""
_SEEN: Final = (
    b'<ignoredErrors><ignoredError sqref="A1:XFD1048576" numberStoredAsText="1" '
    b'unlockedFormula="1"/></ignoredErrors>'
)
"""Numbers typed into text cells are meant so; without this Excel marks each as a mistake."""


def kemas(book: Workbook, *, tahun: int) -> bytes:
    """The workbook's bytes; its times are the first moment of the year it is about."""
    raw = BytesIO()
    book.save(raw)
    moment = rb"\g<1>%d-01-01T00:00:00Z" % tahun
    packed = BytesIO()
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(packed, "w") as target:
        for name in sorted(source.namelist(), key=lambda each: (each != _FIRST, each)):
            content = source.read(name)
            if name == _CORE:
                content = _TIME.sub(moment, content)
            elif name.startswith(_LAYOUT) and name.endswith(".xml"):
                content = _FIXED_HEIGHT.sub(b"", _END.sub(_SEEN, content, count=1))
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.external_attr = 0o600 << 16
            target.writestr(entry, content, zipfile.ZIP_DEFLATED, compresslevel=9)
    return packed.getvalue()
