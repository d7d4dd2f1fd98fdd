"""Check data without asking for anything: what would a reader of the document stumble over?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.validating import validate

if TYPE_CHECKING:
    from doc_templates.findings import Finding
    from doc_templates.kind import Kind
    from service.located import DataFile


def check_data(data: DataFile, *, kind: Kind) -> list[Finding]:
    """The findings on the data, in the order in which a reader meets them."""
    return kind.check(validate(data, kind=kind))
